import { toonDatum } from "../../datum";
import { leesDatum } from "../../lezen/datums";
import { kopsleutel } from "../../lezen/koppen";
import { isBlanco, normaliseer } from "../../lezen/tekst";
import type { Cel } from "../../veld";
import { type Bron, type Celblad, type Celplaats, kolomletters } from "../celblad";
import type { Bereik, Kolomwijzer } from "../koppeling";
import { kolomgrenzen, koppen } from "../koprij";

export interface Kolomcel extends Celplaats {
  /** Place in the list of areas: side by side, several have the same row. */
  readonly bereik: number;
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

/** Other headers of a column, by the letters it has in the first area. */
export type AndereKoppen = ReadonlyMap<string, readonly string[]>;

/** A column without a header is one when this many cells of it are filled. */
const MINSTE_CELLEN = 3;

/**
 * The columns of the first area; those of the others are the ones with the same header (or at the same place, when it has none). Rows
 * that do not count are left out.
 */
export function leesKolommen(bereiken: readonly Bereik[], bron: Bron, telt: (cel: Kolomcel) => boolean = () => true, andereKoppen: AndereKoppen = new Map()): Kolom[] {
  const delen = bereiken.flatMap((bereik, nummer) => {
    const blad = bron.bladen.find((b) => b.blad === bereik.blad);
    return blad ? [{ nummer, bereik, blad, koppen: koppen(blad, bereik.koprij, bereik) }] : [];
  });
  const [eerste] = delen;
  if (!eerste) return [];
  const lees = (kop: string, nummer: number): Kolom => {
    const andere = andereKoppen.get(kolomletters(nummer)) ?? [];
    const cellen = delen.flatMap((deel) => {
      const plaats = plaatsIn(deel, eerste, [kop, ...andere], nummer);
      return plaats === null ? [] : kolomcellen(deel, plaats).filter(telt);
    });
    return { kop, kolom: kolomletters(nummer), ...(andere.length > 0 ? { andereKoppen: andere } : {}), cellen, ...naarInhoud(cellen, bron) };
  };
  const metKop = Array.from(eerste.koppen, ([nummer, kop]) => lees(kop, nummer));
  const zonderKop = nummersZonderKop(eerste).map((nummer) => lees("", nummer)).filter(({ cellen }) => cellen.length >= MINSTE_CELLEN);
  return [...metKop, ...zonderKop];
}

interface Deel {
  readonly nummer: number;
  readonly bereik: Bereik;
  readonly blad: Celblad;
  readonly koppen: ReadonlyMap<number, string>;
}

function nummersZonderKop({ bereik, blad, koppen: opRij }: Deel): number[] {
  const [van, tot] = kolomgrenzen(bereik.kolommen);
  const breedte = Array.from(blad.rijen.values()).reduce((meeste, cellen) => Math.max(meeste, cellen.length - 1), 0);
  return Array.from({ length: Math.max(0, Math.min(tot, breedte) - van + 1) }, (_, i) => van + i).filter((nummer) => !opRij.has(nummer));
}

/** Where the column of the first area stands in another; null when it is not there. Of several with that header it is the one in the same order. */
function plaatsIn(deel: Deel, eerste: Deel, namen: readonly string[], nummer: number): number | null {
  if (deel === eerste) return nummer;
  if (namen[0] === "") return nummer + kolomgrenzen(deel.bereik.kolommen)[0] - kolomgrenzen(eerste.bereik.kolommen)[0];
  const sleutels = namen.map(kopsleutel);
  const gelijk = (opRij: ReadonlyMap<number, string>) => Array.from(opRij).flatMap(([plek, kop]) => (sleutels.includes(kopsleutel(kop)) ? [plek] : []));
  const hier = gelijk(deel.koppen);
  return hier.includes(nummer) ? nummer : (hier[gelijk(eerste.koppen).indexOf(nummer)] ?? hier[0] ?? null);
}

function naarInhoud(cellen: readonly Kolomcel[], bron: Bron): Pick<Kolom, "datums" | "woorden"> {
  const woorden = new Map<string, Kolomcel[]>();
  /** null: a date. What stands there often is looked at once. */
  const perWaarde = new Map<Cel, Kolomcel[] | null>();
  const groepVan = (waarde: Cel): Kolomcel[] | null => {
    if (waarde === null || leesDatum(waarde, bron.datumstelsel).waarde !== null) return null;
    const woord = normaliseer(waarde);
    const groep = woorden.get(woord) ?? [];
    woorden.set(woord, groep);
    return groep;
  };
  let datums = 0;
  for (const cel of cellen) {
    let groep = perWaarde.get(cel.waarde);
    if (groep === undefined) perWaarde.set(cel.waarde, (groep = groepVan(cel.waarde)));
    if (groep === null) datums++;
    else groep.push(cel);
  }
  return { datums: cellen.length === 0 ? 0 : datums / cellen.length, woorden };
}

function kolomcellen({ nummer, blad, bereik: { koprij, laatsteRij = Infinity } }: Deel, kolom: number): Kolomcel[] {
  const cellen: Kolomcel[] = [];
  for (const [rij, waarden] of blad.rijen) {
    const waarde = waarden[kolom] ?? null;
    if (rij > koprij && rij <= laatsteRij && !isBlanco(waarde)) cellen.push({ bereik: nummer, blad: blad.blad, rij, kolom, waarde });
  }
  return cellen;
}

export interface Voorbeeld {
  readonly blad: string;
  readonly cel: string;
  readonly tekst: string;
}

/** Three different cells, as a person reads them. */
export function voorbeelden(cellen: readonly Omit<Kolomcel, "bereik">[], bron: Bron): Voorbeeld[] {
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
