/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [naam: string]: Json | undefined };

/** Canonical JSON (RFC 8785 for our integers and plain text): sorted keys, no blanks. Equal content gives equal text, so it can be hashed. */
export function canoniekeJson(waarde: Json): string {
  return JSON.stringify(waarde, (_naam, deel: Json) =>
    deel !== null && typeof deel === "object" && !Array.isArray(deel)
      ? Object.fromEntries(Object.entries(deel).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : deel,
  );
}
