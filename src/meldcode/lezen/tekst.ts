import type { Cel } from "../veld";

/** Nothing or only whitespace, non-breaking blanks included. */
export function isBlanco(cel: Cel): boolean {
  return cel === null || cel === "" || (typeof cel === "string" && cel.trim() === "");
}

/** The text by which values are compared: case, accents, surrounding and repeated blanks and one trailing dot do not matter. */
export function normaliseer(waarde: string | number | boolean): string {
  return String(waarde)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim()
    .replace(/ ?\.$/, "");
}

/** An error value as Excel shows it, in whatever language: #N/B, #N/A, #VERW!, #DIV/0!, #NAAM?; no reference such as "#12". */
export function isFoutwaarde(tekst: string): boolean {
  return tekst.startsWith("#") && /^#(N\/[AB]|\p{Lu}[\p{Lu}\d/_ ]*[!?]|GETTING_DATA|GEGEVENS_OPHALEN)$/u.test(tekst);
}
