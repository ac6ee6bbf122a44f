import { toonDatum } from "../../datum";
import { leesDatum } from "../../lezen/datums";
import { kopsleutel } from "../../lezen/koppen";
import { isBlanco, normaliseer } from "../../lezen/tekst";
import type { Cel } from "../../veld";
import type { Bereik, Kolomwijzer } from "../koppeling";
import { type Celblad, type Celplaats, kolomletters, koppen } from "../plaatsen";
import type { Bron } from "../toepassen";

export interface Kolomcel extends Celplaats {
  readonly waarde: Cel;
}

/** A column of the own list, through all its areas: what its cells look like. */
export interface Kolom extends Kolomwijzer {
  readonly kop: string;
  readonly kolom: string;
  /** Filled cells, from top to bottom. */
  readonly cellen: readonly Kolomcel[];
  /** Share of the filled cells that are a date. */
  readonly datums: number;
  /** The different texts as values are compared, with the cells they stand in; dates are not among them. */
  readonly woorden: ReadonlyMap<string, readonly Kolomcel[]>;
}

/** The columns of the first area; those of the others are the ones with the same header (or the same place, when it has none). Rows that do not count are left out. */
export function leesKolommen(bereiken: readonly Bereik[], bron: Bron, telt: (cel: Celplaats) => boolean = () => true): Kolom[] {
  const [eerste] = bereiken;
  const blad = bron.bladen.find((b) => b.blad === eerste?.blad);
  if (!eerste || !blad) return [];
  return Array.from(koppen(blad, eerste.koprij), ([nummer, kop]) => leesKolom(kop, nummer, bereiken, bron, telt));
}

function leesKolom(kop: string, nummer: number, bereiken: readonly Bereik[], bron: Bron, telt: (cel: Celplaats) => boolean): Kolom {
  const cellen = bereiken.flatMap((bereik) => {
    const blad = bron.bladen.find((b) => b.blad === bereik.blad);
    return blad ? kolomcellen(blad, bereik, plaatsVan(kop, nummer, koppen(blad, bereik.koprij))).filter(telt) : [];
  });
  const woorden = new Map<string, Kolomcel[]>();
  let datums = 0;
  for (const cel of cellen) {
    if (cel.waarde === null) continue;
    if (leesDatum(cel.waarde, bron.datumstelsel).waarde !== null) {
      datums++;
      continue;
    }
    const woord = normaliseer(cel.waarde);
    const groep = woorden.get(woord);
    if (groep) groep.push(cel);
    else woorden.set(woord, [cel]);
  }
  return { kop, kolom: kolomletters(nummer), cellen, datums: cellen.length === 0 ? 0 : datums / cellen.length, woorden };
}

function plaatsVan(kop: string, nummer: number, opDitBlad: ReadonlyMap<number, string>): number {
  const gelijk = (kandidaat: string | undefined) => kandidaat !== undefined && kopsleutel(kandidaat) === kopsleutel(kop);
  return gelijk(opDitBlad.get(nummer)) ? nummer : (Array.from(opDitBlad).find(([, kandidaat]) => gelijk(kandidaat))?.[0] ?? nummer);
}

function kolomcellen(blad: Celblad, { koprij, laatsteRij = Infinity }: Bereik, kolom: number): Kolomcel[] {
  const cellen: Kolomcel[] = [];
  for (const [rij, waarden] of blad.rijen) {
    const waarde = waarden[kolom] ?? null;
    if (rij > koprij && rij <= laatsteRij && !isBlanco(waarde)) cellen.push({ blad: blad.blad, rij, kolom, waarde });
  }
  return cellen;
}

export interface Voorbeeld {
  readonly blad: string;
  readonly cel: string;
  readonly tekst: string;
}

/** Three different cells, as a person reads them. */
export function voorbeelden(cellen: readonly Kolomcel[], bron: Bron): Voorbeeld[] {
  const teksten = new Map(cellen.slice(0, 200).map((cel) => [toon(cel.waarde, bron), cel]));
  return Array.from(teksten, ([tekst, { blad, rij, kolom }]) => ({ blad, cel: kolomletters(kolom) + rij, tekst })).slice(0, 3);
}

function toon(waarde: Cel, { datumstelsel }: Bron): string {
  const { waarde: dag } = leesDatum(waarde, datumstelsel);
  return dag === null ? String(waarde ?? "") : toonDatum(dag);
}

const JA = new Set(["ja", "j", "yes", "y", "true", "waar", "1", "x", "✓"]);
const NEE = new Set(["nee", "n", "no", "false", "onwaar", "0"]);

export function isJa(woord: string): boolean {
  return JA.has(woord);
}

/** Nothing else stands in it than yes and no. */
export function isJaNee({ woorden, datums }: Kolom): boolean {
  return datums === 0 && woorden.size > 0 && [...woorden.keys()].every((woord) => JA.has(woord) || NEE.has(woord));
}
