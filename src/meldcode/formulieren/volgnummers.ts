import type { Datumstelsel } from "../datum";
import type { Celblad } from "../koppeling/celblad";
import { koppen } from "../koppeling/koprij";
import { leesDatum } from "../lezen/datums";
import { kopsleutel } from "../lezen/koppen";
import type { Cel } from "../veld";
import type { Kopplaats } from "./namen";

export interface Lijstblad {
  readonly blad: Celblad;
  readonly plaatsen: readonly Kopplaats[];
}

/** A header that says of itself that it only counts the lines. */
const REGELKOP = /^(nr|no|#|regel|rij)$/;

/**
 * Headers of columns that number the lines of each form from 1: no reference, for in another month another child is 1. Numbers that go
 * on in the next form are one.
 */
export function regelnummers(bladen: readonly Lijstblad[], stelsel: Datumstelsel): ReadonlySet<string> {
  const kolommen = bladen.flatMap(({ blad, plaatsen }) =>
    plaatsen.flatMap((plaats) => {
      const zaken = [...blad.rijen].filter(([rij, cellen]) => rij > plaats.koprij && cellen.some((cel) => cel !== undefined && leesDatum(cel, stelsel).waarde !== null));
      return zaken.length === 0 ? [] : [...koppen(blad, plaats.koprij, plaats)].map(([kolom, kop]) => ({ kop: kopsleutel(kop), telt: zaken.every(([, cellen], i) => String(cellen[kolom] ?? "") === String(i + 1)) }));
    }),
  );
  const telkens = (kop: string) => kolommen.filter((kolom) => kolom.kop === kop).every(({ telt }) => telt);
  const bekend = (kop: string) => REGELKOP.test(kop) || kolommen.filter((kolom) => kolom.kop === kop).length > 1;
  return new Set(kolommen.map(({ kop }) => kop).filter((kop) => telkens(kop) && bekend(kop)));
}

/** The sheet without those numbers, under a header that promises none. Words in such a column stay: "Totaal" says which row is no case. */
export function zonderNummers({ blad, plaatsen }: Lijstblad, kopsleutels: ReadonlySet<string>): Celblad {
  const kolommen = new Set(plaatsen.flatMap((plaats) => [...koppen(blad, plaats.koprij, plaats)].flatMap(([kolom, kop]) => (kopsleutels.has(kopsleutel(kop)) ? [kolom] : []))));
  if (kolommen.size === 0) return blad;
  const lees = (cel: Cel | undefined, rij: number): Cel | undefined => (plaatsen.some(({ koprij }) => koprij === rij) ? "Regel" : /^\d+$/.test(String(cel ?? "")) ? undefined : cel);
  return { ...blad, rijen: new Map([...blad.rijen].map(([rij, cellen]) => [rij, cellen.map((cel, kolom) => (kolommen.has(kolom) ? lees(cel, rij) : cel))])) };
}
