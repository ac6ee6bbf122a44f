import { type Celblad, kolomnummer } from "../../meldcode/koppeling/celblad";
import { zonderOngevraagd } from "../../meldcode/koppeling/gevraagd";
import type { Koppeling } from "../../meldcode/koppeling/koppeling";
import { alleWijzers, type Bereikplaats, vindPlaatsen } from "../../meldcode/koppeling/plaatsen";
import { VELDEN } from "../../meldcode/veld";
import type { Vraagstelling } from "../../meldcode/vraagstelling";
import { leesKoppelingblad } from "../koppelingblad";
import { type Bladwens, type Kolomstuk, LAATSTE_RIJ, type Omvang, type Rijenreeks } from "./bladvraag";
import type { Koppelingstand } from "./koppelingvraag";

/** Per sheet, by its name in small letters, what columns of it are read (from 1). */
export type Leeskolommen = ReadonlyMap<string, readonly number[]>;
export type Omvangen = ReadonlyMap<string, Omvang | null>;

/** How an own list is going to be read. */
export interface Plan {
  /** What the sheet Koppeling said when the plan was made. */
  readonly stand: Koppelingstand;
  readonly koppeling: Koppeling;
  /** What of it the municipality asks: no other column is read. */
  readonly gevraagd: Koppeling;
  readonly bladen: readonly Planblad[];
  /** Empty: ask for the headers first. */
  readonly kolommen: Leeskolommen;
  /** How far each sheet runs, when it must be read in pieces; null: ask for all of it at once. */
  readonly omvang: Omvangen | null;
  readonly cellenPerPak: number;
  /** Headers moved up or down: look for them in the columns that the mapping names by letter. */
  readonly zoekt: boolean;
  /** The headers as they read when they were looked for. */
  readonly gezochtBij: string | null;
}

export interface Planblad {
  readonly blad: string;
  readonly koprijen: readonly Rijenreeks[];
  /** The first row below the first header. */
  readonly eersteRij: number;
}

/** Where the mapping's headers and columns are. */
export interface Plekken {
  readonly bladen: readonly Planblad[];
  readonly kolommen: Leeskolommen;
  /** A column was taken by its letters, because its header reads otherwise. */
  readonly hernoemd: boolean;
}

/** Excel on the web takes 5 MB per request; a cell is about 16 bytes, so this is 4 MB. */
const CELLEN_PER_PAK = 250_000;
/** How many rows up and down headers are looked for. */
const ZOEKRIJEN = 100;

/**
 * The headers come first, also when the mapping has letters: a column may have moved since, and what stands there now may be a free
 * column, which is never read. @throws Koppelingfout
 */
export function maakPlan(stand: Koppelingstand, vraagstelling: Vraagstelling): Plan {
  const koppeling = leesKoppelingblad(stand.rijen, stand.eersteRij);
  return { stand, koppeling, gevraagd: zonderOngevraagd(koppeling, vraagstelling), bladen: planbladen(koppeling, koppeling.bereiken), kolommen: new Map(), omvang: null, cellenPerPak: CELLEN_PER_PAK, zoekt: false, gezochtBij: null };
}

/** By these headers. @throws Koppelingfout when a sheet or column is not there. */
export function vindPlekken({ gevraagd: koppeling }: Plan, bladen: readonly Celblad[]): Plekken {
  const plaatsen = vindPlaatsen(koppeling, bladen);
  const kolommen = new Map<string, readonly number[]>();
  for (const plaats of plaatsen) kolommen.set(sleutel(plaats.blad), uniek([...(kolommen.get(sleutel(plaats.blad)) ?? []), ...gelezenKolommen(plaats)]));
  return { bladen: planbladen(koppeling, plaatsen), kolommen, hernoemd: plaatsen.some(({ hernoemd }) => hernoemd.length > 0) };
}

/** The same plan, but looking for the headers; null when the mapping does not know all letters. `koppen`: how the headers read now. */
export function zoekplan(plan: Plan, koppen: string): Plan | null {
  const letters = alleWijzers(plan.gevraagd).map(({ kolom }) => kolom);
  if (plan.gezochtBij === koppen || letters.includes(undefined)) return null;
  const nummers = uniek(letters.map((letter) => kolomnummer(letter ?? "A")));
  return { ...plan, zoekt: true, gezochtBij: koppen, kolommen: new Map(plan.bladen.map(({ blad }) => [sleutel(blad), nummers])), omvang: null };
}

export function zelfdePlekken(a: Pick<Plan, "bladen" | "kolommen">, b: Plekken): boolean {
  const kolommen = (plekken: Pick<Plan, "kolommen">) => JSON.stringify([...plekken.kolommen].sort(([x], [y]) => (x < y ? -1 : 1)));
  const rijen = ({ bladen }: Pick<Plan, "bladen">) => JSON.stringify(bladen.map(({ blad, koprijen }) => [sleutel(blad), koprijen]));
  return kolommen(a) === kolommen(b) && rijen(a) === rijen(b);
}

function planbladen({ bereiken }: Koppeling, plaatsen: readonly { readonly blad: string; readonly koprij: number }[]): readonly Planblad[] {
  const perBlad = new Map<string, Planblad>();
  plaatsen.forEach(({ blad, koprij }, i) => {
    const vorige = perBlad.get(sleutel(blad));
    const reeks = { van: Math.max(1, koprij - (bereiken[i]?.koprijen ?? 1) + 1), tot: koprij };
    perBlad.set(sleutel(blad), { blad, koprijen: [...(vorige?.koprijen ?? []), reeks], eersteRij: Math.min(vorige?.eersteRij ?? Infinity, koprij + 1) });
  });
  return [...perBlad.values()];
}

/** What is asked in each request, the first one first: always the headers of every sheet, so that each can be held against the first. */
export function pakken(plan: Plan): readonly (readonly Bladwens[])[] {
  const { bladen, kolommen, omvang, zoekt } = plan;
  const wensen = (stukken: ReadonlyMap<string, readonly Kolomstuk[]>) => bladen.map(({ blad, koprijen }) => ({ blad, koprijen, stukken: stukken.get(blad) ?? [] }));
  if (kolommen.size === 0) return [wensen(new Map())];
  if (zoekt) {
    const rondom = ({ blad, koprijen }: Planblad) => koprijen.map(({ tot }) => ({ van: Math.max(1, tot - ZOEKRIJEN), tot: tot + ZOEKRIJEN, kolommen: kolommen.get(sleutel(blad)) ?? [] }));
    return [wensen(new Map(bladen.map((blad) => [blad.blad, rondom(blad)])))];
  }
  if (omvang === null) return [wensen(new Map(bladen.map(({ blad, eersteRij }) => [blad, [{ van: eersteRij, tot: LAATSTE_RIJ, kolommen: kolommen.get(sleutel(blad)) ?? [] }]])))];

  const alle: Map<string, Kolomstuk[]>[] = [new Map()];
  let ruimte = plan.cellenPerPak;
  for (const { blad, eersteRij } of bladen) {
    const nummers = kolommen.get(sleutel(blad)) ?? [];
    const laatste = laatsteRij(omvang.get(sleutel(blad)));
    for (let van = eersteRij; van <= laatste; ) {
      if (ruimte < nummers.length) {
        alle.push(new Map());
        ruimte = plan.cellenPerPak;
      }
      const aantal = Math.max(1, Math.min(laatste - van + 1, Math.floor(ruimte / Math.max(1, nummers.length))));
      const pak = alle.at(-1);
      pak?.set(blad, [...(pak.get(blad) ?? []), { van, tot: van + aantal - 1, kolommen: nummers }]);
      van += aantal;
      ruimte -= aantal * nummers.length;
    }
  }
  return alle.map(wensen);
}

/** 0 when nothing stands there. */
export function laatsteRij(omvang: Omvang | null | undefined): number {
  return omvang ? omvang.rij + omvang.rijen - 1 : 0;
}

/** Sheets are named in any case. */
export function sleutel(blad: string): string {
  return blad.toLowerCase();
}

function gelezenKolommen({ kolommen, filters, leeftijd, organisatie }: Bereikplaats): readonly number[] {
  return [...VELDEN.flatMap((veld) => kolommen[veld]), ...filters, ...[leeftijd, organisatie].flatMap((kolom) => kolom ?? [])];
}

function uniek(nummers: readonly number[]): readonly number[] {
  return [...new Set(nummers)].sort((a, b) => a - b);
}

