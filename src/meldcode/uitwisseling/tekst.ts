import * as z from "zod/mini";

/** A line that somebody typed, without blanks around it; without what not every database can hold: control characters, halves of characters. */
export function bewaarbareTekst(hoogste: number) {
  return z
    .string()
    .check(z.trim(), z.minLength(1, { error: "Is leeg." }), z.maxLength(hoogste, { error: `Is langer dan ${hoogste} tekens.` }), z.regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: "Bevat een teken dat niet te bewaren is." }));
}
