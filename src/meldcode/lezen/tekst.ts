import type { Cel } from "../veld";

/** Nothing or only whitespace, non-breaking blanks included. */
export function isBlanco(cel: Cel): boolean {
  return cel === null || cel === "" || (typeof cel === "string" && cel.trim() === "");
}

/** The text by which values are compared: case, accents, surrounding and repeated blanks and one trailing dot do not matter. */
export function normaliseer(waarde: string | number | boolean): string {
  const tekst = String(waarde);
  // Most texts need none of it, and every cell of a list comes by here.
  const zonderAccenten = BUITEN_ASCII.test(tekst) ? tekst.normalize("NFD").replace(/\p{M}/gu, "") : tekst;
  const enkel = BREDE_BLANCO.test(zonderAccenten) ? zonderAccenten.replace(/\s+/g, " ") : zonderAccenten;
  const kaal = enkel.toLowerCase().trim();
  return kaal.endsWith(".") ? kaal.replace(/ ?\.$/, "") : kaal;
}

const BUITEN_ASCII = /[^\0-\x7f]/;
const BREDE_BLANCO = /\s\s|[^\S ]/;

/** An error value as Excel shows it, in whatever language: #N/B, #N/A, #VERW!, #DIV/0!, #NAAM?; no reference such as "#12". */
export function isFoutwaarde(tekst: string): boolean {
  return tekst.startsWith("#") && /^#(N\/[AB]|\p{Lu}[\p{Lu}\d/_ ]*[!?]|GETTING_DATA|GEGEVENS_OPHALEN)$/u.test(tekst);
}
