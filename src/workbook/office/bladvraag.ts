/* eslint-disable office-addins/call-sync-before-read -- a Vraag reads in the function it answers, which sessie.ts calls after its sync; the rule looks within one function */
import type { Cel } from "../../meldcode/veld";
import { waardenVan, zonderSpoor } from "./stand";
import { type Celblad, kolomletters } from "../../meldcode/koppeling/celblad";

/** Rows and columns count from 1, as on the sheet; `tot` is read too. */
export interface Rijenreeks {
  readonly van: number;
  readonly tot: number;
}

/** What is asked of one sheet: whole header rows, and of other rows these columns only. */
export interface Bladwens {
  readonly blad: string;
  readonly koprijen: readonly Rijenreeks[];
  readonly stukken: readonly Kolomstuk[];
}

export interface Kolomstuk extends Rijenreeks {
  readonly kolommen: readonly number[];
}

/** The last row of a sheet in Excel. */
export const LAATSTE_RIJ = 1_048_576;

/** A block of cells as Excel answered it; row and column from 1. */
export interface Celblok {
  readonly rij: number;
  readonly kolom: number;
  readonly waarden: readonly (readonly Cel[])[];
}

export interface Bladantwoord {
  /** First and last row and column in which anything stands; null on an empty sheet. A row that is inserted shows here. */
  readonly omvang: Omvang | null;
  readonly koppen: readonly Celblok[];
  readonly cellen: readonly Celblok[];
}

export interface Omvang {
  readonly rij: number;
  readonly kolom: number;
  readonly rijen: number;
  readonly kolommen: number;
}

/** null: the sheet is not there. */
export function vraagBlad(context: Excel.RequestContext, { blad, koprijen, stukken }: Bladwens): () => Bladantwoord | null {
  const vel = context.workbook.worksheets.getItemOrNullObject(blad);
  vel.load("id");
  const gebruikt = vraagOmvang(vel);
  // Only what is filled in, so that neither the million rows of a sheet nor its free columns are asked for.
  const gevuld = (adres: string) => vraagBlok(zonderSpoor(zonderSpoor(vel.getRange(adres)).getUsedRangeOrNullObject(true)));
  const koppen = koprijen.map(({ van, tot }) => gevuld(`${van}:${tot}`));
  const cellen = stukken.flatMap(({ van, tot, kolommen }) =>
    kolommen.map((kolom) => {
      const letters = kolomletters(kolom);
      return gevuld(`${letters}${van}:${letters}${tot}`);
    }),
  );
  return () => (vel.isNullObject ? null : { omvang: gebruikt(), koppen: koppen.flatMap((lees) => lees() ?? []), cellen: cellen.flatMap((lees) => lees() ?? []) });
}

/** null: nothing stands on it. */
export function vraagOmvang(vel: Excel.Worksheet): () => Omvang | null {
  return vraagOmvangVan(zonderSpoor(vel.getUsedRangeOrNullObject(true)));
}

/** The same of a used range; its cells are not loaded. */
export function vraagOmvangVan(gebruikt: Excel.Range): () => Omvang | null {
  gebruikt.load("rowIndex,columnIndex,rowCount,columnCount");
  return () => (gebruikt.isNullObject ? null : { rij: gebruikt.rowIndex + 1, kolom: gebruikt.columnIndex + 1, rijen: gebruikt.rowCount, kolommen: gebruikt.columnCount });
}

export function vraagBlok(bereik: Excel.Range): () => Celblok | null {
  bereik.load("rowIndex,columnIndex,values");
  return () => (bereik.isNullObject ? null : { rij: bereik.rowIndex + 1, kolom: bereik.columnIndex + 1, waarden: waardenVan(bereik) });
}

/** The blocks as a sheet's cells; a later block stands over an earlier one. */
export function alsCelblad(blad: string, zichtbaar: boolean, blokken: readonly Celblok[]): Celblad {
  const cellen = new Map<number, (Cel | undefined)[]>();
  for (const { rij, kolom, waarden } of blokken) {
    waarden.forEach((rijwaarden, r) => {
      rijwaarden.forEach((waarde, k) => {
        if (waarde === "" || waarde === null) return;
        const op = cellen.get(rij + r);
        if (op) op[kolom + k] = waarde;
        else {
          const nieuw: (Cel | undefined)[] = [];
          nieuw[kolom + k] = waarde;
          cellen.set(rij + r, nieuw);
        }
      });
    });
  }
  // From top to bottom: the blocks stand beside each other.
  const rijen = new Map([...cellen].sort(([a], [b]) => a - b));
  return { blad, zichtbaar, rijen };
}
