import { LEEG } from "../lezen/gelezen";
import { VERPLICHTE_VELDEN } from "../veld";
import type { Gelezenrij, Leesveld, Lijstopties, Rijregel } from "./regel";
import { bit, eersteFoutPerCel, heeftFout, TABEL, type Treffers } from "./regels";

const LEGE_RIJ: Gelezenrij = { startdatum: LEEG, sisa: LEEG, consultatie: LEEG, stap5: LEEG, einddatum: LEEG };
const OVER_CEL = new Map(VERPLICHTE_VELDEN.map((veld) => [veld, rijregels("cel").filter(({ regel }) => regel.veld === veld)]));
const OVER_LEGE_CEL = rijregels("lege cel");
const OVER_RIJ = rijregels("rij");

function rijregels(ziet: Rijregel["ziet"]): { regel: Rijregel; bit: Treffers }[] {
  return TABEL.flatMap((regel) => (regel.ziet === ziet ? [{ regel, bit: bit(regel) }] : []));
}

/** Which of the rules that look at one cell hold for this content of that field. */
export function toetsCel<V extends Leesveld>(veld: V, cel: Gelezenrij[V], opties: Lijstopties): Treffers {
  const alleenDeze = { ...LEGE_RIJ, [veld]: cel };
  let treffers = 0;
  for (const { regel, bit } of OVER_CEL.get(veld) ?? []) if (regel.geldt(alleenDeze, opties)) treffers |= bit;
  return treffers;
}

/** A row of which each cell has been checked by toetsCel. */
export type Getoetsterij = Gelezenrij & { readonly [V in Leesveld]: { readonly treffers: Treffers } };

/** Which of the rules that look at this row alone hold. The row is not blank. */
export function toetsRij(rij: Getoetsterij, opties: Lijstopties): Treffers {
  const { startdatum, sisa, consultatie, stap5, einddatum } = rij;
  let treffers = startdatum.treffers | sisa.treffers | consultatie.treffers | stap5.treffers | einddatum.treffers;
  for (const { regel, bit } of OVER_RIJ) if (regel.geldt(rij, opties)) treffers |= bit;
  if (startdatum.leeg || sisa.leeg || consultatie.leeg || stap5.leeg || einddatum.leeg) {
    for (const { regel, bit } of OVER_LEGE_CEL) if (rij[regel.veld].leeg && regel.geldt(rij, opties)) treffers |= bit;
  }
  return heeftFout(treffers) ? eersteFoutPerCel(treffers) : treffers;
}
