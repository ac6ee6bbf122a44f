import type { Koppeling } from "../../meldcode/koppeling/koppeling";
import { type Bereikplaats, type Celblad, vindPlaats } from "../../meldcode/koppeling/plaatsen";
import { VELDEN } from "../../meldcode/veld";
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
  readonly bladen: readonly Planblad[];
  /** Empty: ask for the headers first. */
  readonly kolommen: Leeskolommen;
  /** How far each sheet runs, when it must be read in pieces; null: ask for all of it at once. */
  readonly omvang: Omvangen | null;
  readonly cellenPerPak: number;
}

interface Planblad {
  readonly blad: string;
  readonly koprijen: readonly Rijenreeks[];
  /** The first row below the first header. */
  readonly eersteRij: number;
}

/** Excel on the web takes 5 MB per request; a cell is about 16 bytes, so this is 4 MB. */
const CELLEN_PER_PAK = 250_000;

/**
 * The headers come first, also when the mapping has letters: a column may have moved since, and what stands there now may be a free
 * column, which is never read. @throws Koppelingfout
 */
export function maakPlan(stand: Koppelingstand): Plan {
  const koppeling = leesKoppelingblad(stand.rijen, stand.eersteRij);
  const perBlad = new Map<string, Planblad>();
  for (const { blad, koprij, koprijen = 1 } of koppeling.bereiken) {
    const vorige = perBlad.get(sleutel(blad));
    const reeks = { van: koprij - koprijen + 1, tot: koprij };
    perBlad.set(sleutel(blad), { blad, koprijen: [...(vorige?.koprijen ?? []), reeks], eersteRij: Math.min(vorige?.eersteRij ?? Infinity, koprij + 1) });
  }
  return { stand, koppeling, bladen: [...perBlad.values()], kolommen: new Map(), omvang: null, cellenPerPak: CELLEN_PER_PAK };
}

/** Where the columns of the mapping stand by these headers. @throws Koppelingfout when a sheet or column is not there. */
export function vindKolommen({ koppeling }: Plan, bladen: readonly Celblad[]): Leeskolommen {
  const kolommen = new Map<string, readonly number[]>();
  for (const bereik of koppeling.bereiken) {
    const plaats = vindPlaats(bereik, koppeling, bladen);
    kolommen.set(sleutel(plaats.blad), uniek([...(kolommen.get(sleutel(plaats.blad)) ?? []), ...gelezenKolommen(plaats)]));
  }
  return kolommen;
}

export function zelfdeKolommen(a: Leeskolommen, b: Leeskolommen): boolean {
  return a.size === b.size && [...a].every(([blad, kolommen]) => kolommen.join() === b.get(blad)?.join());
}

/** What is asked in each request, the first one first: always the headers of every sheet, so that each can be held against the first. */
export function pakken(plan: Plan): readonly (readonly Bladwens[])[] {
  const { bladen, kolommen, omvang } = plan;
  const wensen = (stukken: ReadonlyMap<string, readonly Kolomstuk[]>) => bladen.map(({ blad, koprijen }) => ({ blad, koprijen, stukken: stukken.get(blad) ?? [] }));
  if (kolommen.size === 0) return [wensen(new Map())];
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

