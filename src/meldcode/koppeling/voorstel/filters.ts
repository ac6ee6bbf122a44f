import { leesDatum } from "../../lezen/datums";
import { kopsleutel } from "../../lezen/koppen";
import { type Kolom, type Kolomcel, type Voorbeeld, isJaNee, isJa, voorbeelden } from "./kolommen";
import type { Bron } from "../celblad";

export interface Filtergok {
  readonly kop: string;
  readonly kolom: string;
  readonly weglaten: readonly string[];
  readonly zekerheid: number;
  readonly voorbeelden: readonly Voorbeeld[];
}

const TOTAAL = /^(sub|eind)?totaal\b|^totalen\b|^aantal( zaken)?:?$|^gemiddeld/;

/** A note below the list: nothing else stands in its row. */
const NOOT = /^(n\.?b\b|let op\b|legenda\b|toelichting\b|uitleg\b|\*)/;

/** Rows that are no cases: they say that they add up others and hold no date, or are a note. */
export function vindTotalen(kolommen: readonly Kolom[], bron: Bron): { filters: Filtergok[]; isTotaal: (cel: Kolomcel) => boolean } {
  const rij = ({ bereik, rij }: Kolomcel) => `${bereik} ${rij}`;
  const metDatum = new Set(kolommen.flatMap(({ cellen }) => cellen.filter(({ waarde }) => leesDatum(waarde, bron.datumstelsel).waarde !== null).map(rij)));
  const totaalrijen = new Set<string>();
  const gevuld = new Map<string, number>();
  for (const cel of kolommen.flatMap(({ cellen }) => cellen)) gevuld.set(rij(cel), (gevuld.get(rij(cel)) ?? 0) + 1);
  const isGeenZaak = (woord: string, cel: Kolomcel) => TOTAAL.test(woord) || (NOOT.test(woord) && gevuld.get(rij(cel)) === 1);
  const filters = kolommen.flatMap(({ kop, kolom, woorden }) => {
    const totalen = [...woorden].filter(([woord, cellen]) => cellen.every((cel) => isGeenZaak(woord, cel) && !metDatum.has(rij(cel)) && !totaalrijen.has(rij(cel))));
    const cellen = totalen.flatMap(([, in_]) => in_);
    cellen.forEach((cel) => totaalrijen.add(rij(cel)));
    return totalen.length === 0 ? [] : [{ kop, kolom, weglaten: totalen.map(([woord]) => woord), zekerheid: 0.95, voorbeelden: voorbeelden(cellen, bron) }];
  });
  return { filters, isTotaal: (cel) => totaalrijen.has(rij(cel)) };
}

type Soortkolom = Kolom & { isZaak(woord: string): boolean };

/** A column that tells cases of the meldcode from other incidents; null when there is none. One that says so in a word goes first. */
export function vindSoortkolom(kolommen: readonly Kolom[]): Soortkolom | null {
  const mogelijk = kolommen.filter(({ datums, woorden }) => datums === 0 && woorden.size >= 2 && woorden.size <= 12);
  const metNaam = (patroon: RegExp) => mogelijk.filter(({ kop }) => patroon.test(kopsleutel(kop)));
  const jaNee = metNaam(/meldcode/).find(isJaNee);
  if (jaNee) return { ...jaNee, isZaak: isJa };
  const soort = metNaam(/soort|type|categorie|incident/).find(({ woorden }) => [...woorden.keys()].some(isZaaksoort) && ![...woorden.keys()].every(isZaaksoort));
  return soort ? { ...soort, isZaak: isZaaksoort } : null;
}

function isZaaksoort(woord: string): boolean {
  return /meldcode|mishandeling|huiselijk/.test(woord);
}
