import { leesDatum } from "../../lezen/datums";
import { kopsleutel } from "../../lezen/koppen";
import type { Bron } from "../toepassen";
import { type Kolom, type Kolomcel, type Voorbeeld, isJaNee, isJa, voorbeelden } from "./kolommen";

export interface Filtergok {
  readonly kop: string;
  readonly kolom: string;
  readonly weglaten: readonly string[];
  readonly zekerheid: number;
  readonly voorbeelden: readonly Voorbeeld[];
}

const TOTAAL = /^(sub|eind)?totaal\b|^totalen\b|^aantal( zaken)?:?$|^gemiddeld/;

/** Rows that add up others: they say so, and hold no date. */
export function vindTotalen(kolommen: readonly Kolom[], bron: Bron): { filters: Filtergok[]; isTotaal: (cel: Kolomcel) => boolean } {
  const rij = ({ bereik, rij }: Kolomcel) => `${bereik} ${rij}`;
  const metDatum = new Set(kolommen.flatMap(({ cellen }) => cellen.filter(({ waarde }) => leesDatum(waarde, bron.datumstelsel).waarde !== null).map(rij)));
  const totaalrijen = new Set<string>();
  const filters = kolommen.flatMap(({ kop, kolom, woorden }) => {
    const totalen = [...woorden].filter(([woord, cellen]) => TOTAAL.test(woord) && cellen.every((cel) => !metDatum.has(rij(cel)) && !totaalrijen.has(rij(cel))));
    const cellen = totalen.flatMap(([, in_]) => in_);
    cellen.forEach((cel) => totaalrijen.add(rij(cel)));
    return totalen.length === 0 ? [] : [{ kop, kolom, weglaten: totalen.map(([woord]) => woord), zekerheid: 0.95, voorbeelden: voorbeelden(cellen, bron) }];
  });
  return { filters, isTotaal: (cel) => totaalrijen.has(rij(cel)) };
}

/** A column that tells cases of the meldcode from other incidents; null when there is none. */
export function vindSoortkolom(kolommen: readonly Kolom[]): (Kolom & { isZaak(woord: string): boolean }) | null {
  for (const kolom of kolommen) {
    const woorden = [...kolom.woorden.keys()];
    if (kolom.datums > 0 || woorden.length < 2 || woorden.length > 12) continue;
    const kop = kopsleutel(kolom.kop);
    if (/meldcode/.test(kop) && isJaNee(kolom)) return { ...kolom, isZaak: isJa };
    if (/soort|type|categorie|incident/.test(kop) && woorden.some((woord) => ZAAK.test(woord)) && !woorden.every((woord) => ZAAK.test(woord))) return { ...kolom, isZaak: (woord) => ZAAK.test(woord) };
  }
  return null;
}

const ZAAK = /meldcode|mishandeling|huiselijk/;
