import { kolomletters } from "../../meldcode/koppeling/celblad";
import { LAATSTE_KOLOM, LAATSTE_RIJ, kolomnummer } from "./bereik";

/** Texts, quoted sheet names and bracketed column names stay; A1, $A$1, A:A and 1:1 are taken along; LOG10( and names with digits are no cells. */
const DELEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w.(!])|(?<![\w.$])(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\w.(!])|(?<![\w.$:])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.(!])/gi;

/** The formula as it reads when it is copied that many rows down and columns to the right (may be negative). */
export function verschuifFormule(formule: string, rijen: number, kolommen: number): string {
  const kolom = (vast: string, letters: string) => (vast ? letters : kolomletters(omslaan(kolomnummer(letters) + kolommen, LAATSTE_KOLOM)));
  const rij = (vast: string, nummer: string) => (vast ? nummer : String(omslaan(Number(nummer) + rijen, LAATSTE_RIJ)));
  return formule.replace(DELEN, (geheel: string, ...g: (string | undefined)[]) => {
    const [k = "", letters, r = "", nummer, k1 = "", van, k2 = "", tot, r1 = "", eerste, r2 = "", laatste] = g;
    if (letters !== undefined && nummer !== undefined) return k + kolom(k, letters) + r + rij(r, nummer);
    if (van !== undefined && tot !== undefined) return `${k1}${kolom(k1, van)}:${k2}${kolom(k2, tot)}`;
    if (eerste !== undefined && laatste !== undefined) return `${r1}${rij(r1, eerste)}:${r2}${rij(r2, laatste)}`;
    return geheel;
  });
}

/** Beyond an edge a shared formula goes on at the other side, as in Excel. */
function omslaan(nummer: number, laatste: number): number {
  return ((nummer - 1 + laatste) % laatste) + 1;
}
