import { celadres } from "../werkboek";

/** A block of cells, rows and columns counted from 1, both ends included. */
export interface Bereik {
  readonly vanRij: number;
  readonly vanKolom: number;
  readonly totRij: number;
  readonly totKolom: number;
}

export const LAATSTE_RIJ = 1_048_576;
export const LAATSTE_KOLOM = 16_384;

/** "B2:D5", "$B$2", "B:D" or "2:5", without a sheet's name. null when it is none of these. */
export function leesBereik(tekst: string): Bereik | null {
  const m = /^\$?([A-Z]{0,3})\$?(\d{0,7})(?::\$?([A-Z]{0,3})\$?(\d{0,7}))?$/i.exec(tekst);
  if (!m || tekst === "") return null;
  const [, kolomA = "", rijA = "", kolomB = kolomA, rijB = rijA] = m;
  const bereik = {
    vanRij: Number(rijA || 1),
    vanKolom: kolomnummer(kolomA || "A"),
    totRij: Number(rijB || LAATSTE_RIJ),
    totKolom: kolomB ? kolomnummer(kolomB) : LAATSTE_KOLOM,
  };
  return bereik.totRij <= LAATSTE_RIJ && bereik.totKolom <= LAATSTE_KOLOM && bereik.vanRij >= 1 ? bereik : null;
}

/** Several blocks with blanks between them, as `sqref` has it. */
export function leesBereiken(tekst: string): Bereik[] {
  return tekst.split(/\s+/).flatMap((deel) => leesBereik(deel) ?? []);
}

/** "B2:D5", or "B2" for one cell. */
export function toonBereik({ vanRij, vanKolom, totRij, totKolom }: Bereik): string {
  const van = celadres(vanKolom, vanRij);
  return vanRij === totRij && vanKolom === totKolom ? van : `${van}:${celadres(totKolom, totRij)}`;
}

export function overlapt(a: Bereik, b: Bereik): boolean {
  return a.vanRij <= b.totRij && b.vanRij <= a.totRij && a.vanKolom <= b.totKolom && b.vanKolom <= a.totKolom;
}

/** What is left of `a` outside `b`: at most four blocks (above, below, left, right). */
export function zonder(a: Bereik, b: Bereik): Bereik[] {
  if (!overlapt(a, b)) return [a];
  const vanRij = Math.max(a.vanRij, b.vanRij);
  const totRij = Math.min(a.totRij, b.totRij);
  return [
    { ...a, totRij: vanRij - 1 },
    { ...a, vanRij: totRij + 1 },
    { vanRij, totRij, vanKolom: a.vanKolom, totKolom: b.vanKolom - 1 },
    { vanRij, totRij, vanKolom: b.totKolom + 1, totKolom: a.totKolom },
  ].filter((deel) => deel.vanRij <= deel.totRij && deel.vanKolom <= deel.totKolom);
}

/** "AB" → 28. Upper or lower case. */
export function kolomnummer(letters: string): number {
  let nummer = 0;
  for (let i = 0; i < letters.length; i++) nummer = nummer * 26 + (letters.charCodeAt(i) & 31);
  return nummer;
}
