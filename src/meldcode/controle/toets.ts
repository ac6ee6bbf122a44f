import { LEEG } from "../lezen/gelezen";
import type { Gelezenrij, Leesveld, Lijstopties, Rijregel } from "./regel";
import { bit, eersteFoutPerCel, heeftFout, TABEL, type Treffers } from "./regels";

const LEGE_RIJ: Gelezenrij = { startdatum: LEEG, sisa: LEEG, consultatie: LEEG, stap5: LEEG, einddatum: LEEG };
const OVER_CEL = rijregels("cel");
const OVER_LEGE_CEL = rijregels("lege cel");
const OVER_RIJ = rijregels("rij");

function rijregels(ziet: Rijregel["ziet"]): { regel: Rijregel; bit: Treffers }[] {
  return TABEL.flatMap((regel) => (regel.ziet === ziet ? [{ regel, bit: bit(regel) }] : []));
}

/** Which of the rules that look at one cell hold for this content of that field. */
export function toetsCel<V extends Leesveld>(veld: V, cel: Gelezenrij[V], opties: Lijstopties): Treffers {
  const alleenDeze = { ...LEGE_RIJ, [veld]: cel };
  return OVER_CEL.reduce((treffers, { regel, bit }) => (regel.veld === veld && regel.geldt(alleenDeze, opties) ? treffers | bit : treffers), 0);
}

/** Adds the rules that look at more than one cell to those that hold for its cells. The row is not blank. */
export function toetsRij(rij: Gelezenrij, vanCellen: Treffers, opties: Lijstopties): Treffers {
  let treffers = vanCellen;
  for (const { regel, bit } of OVER_RIJ) if (regel.geldt(rij, opties)) treffers |= bit;
  if (rij.startdatum.leeg || rij.sisa.leeg || rij.consultatie.leeg || rij.stap5.leeg || rij.einddatum.leeg) {
    for (const { regel, bit } of OVER_LEGE_CEL) if (rij[regel.veld].leeg && regel.geldt(rij, opties)) treffers |= bit;
  }
  return heeftFout(treffers) ? eersteFoutPerCel(treffers) : treffers;
}
