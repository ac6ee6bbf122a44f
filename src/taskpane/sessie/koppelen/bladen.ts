import type { Bron } from "../../../meldcode/koppeling/celblad";
import { type Bereik, Koppelingfout, type Koppelingsbegin } from "../../../meldcode/koppeling/koppeling";
import { zuiverBereik } from "../../../meldcode/koppeling/plaatsen";
import type { Bereikgok } from "../../../meldcode/koppeling/voorstel/bereiken";
import { stelKoppelingVoor, type Voorstel } from "../../../meldcode/koppeling/voorstel/voorstel";

/** An area that can be part of the list. */
export interface Bladkeuze {
  readonly sleutel: string;
  readonly bereik: Bereik;
  /** Filled rows below the headers. */
  readonly rijen: number;
  readonly zichtbaar: boolean;
  readonly gekozen: boolean;
}

/** By sheet: the row of its headers. */
export type Plekken = ReadonlyMap<string, number>;

/** Hidden sheets that hold a list; they belong to it only when chosen (domain: an own list). */
export function verborgenLijsten(bron: Bron): Bladkeuze[] {
  return bron.bladen.flatMap((blad) => (blad.zichtbaar ? [] : herken({ ...bron, bladen: [{ ...blad, zichtbaar: true }] }).map((gok) => keuzeVan(gok, false))));
}

/** The areas of the first proposal and the hidden ones, and which of them are chosen; in the order of the workbook, but for the hidden. */
export function bladkeuzes(eerste: Voorstel, verborgen: readonly Bladkeuze[], { bereiken }: Koppelingsbegin): Bladkeuze[] {
  const gekozen = new Set(bereiken.map(sleutelVanBereik));
  const gevonden = eerste.bereiken.map((gok) => keuzeVan(gok, true));
  const rest = verborgen.filter(({ sleutel }) => !gevonden.some((keuze) => keuze.sleutel === sleutel));
  return [...gevonden, ...rest].map((keuze) => ({ ...keuze, gekozen: gekozen.has(keuze.sleutel) }));
}

/** The mapping with these areas; of sheets that are no part of it is kept that they were left out, or they would come back by themselves. */
export function metBereiken(koppeling: Koppelingsbegin, bereiken: Koppelingsbegin["bereiken"], bladen: readonly string[]): Koppelingsbegin {
  const erbij = new Set(bereiken.map(({ blad }) => blad));
  const andereBladen = [...new Set([...(koppeling.andereBladen ?? []), ...bladen])].filter((blad) => !erbij.has(blad));
  return { ...koppeling, bereiken, andereBladen: andereBladen.length === 0 ? undefined : andereBladen };
}

function herken(bron: Bron): readonly Bereikgok[] {
  try {
    return stelKoppelingVoor(bron).bereiken;
  } catch (oorzaak) {
    if (oorzaak instanceof Koppelingfout) return [];
    throw oorzaak;
  }
}

function keuzeVan(gok: Bereikgok, zichtbaar: boolean): Bladkeuze {
  const bereik = zuiverBereik(gok);
  return { sleutel: sleutelVanBereik(bereik), bereik, rijen: gok.rijen, zichtbaar, gekozen: false };
}

function sleutelVanBereik({ blad, koprij, kolommen }: Bereik): string {
  return `${koprij} ${kolommen ?? ""} ${blad}`;
}
