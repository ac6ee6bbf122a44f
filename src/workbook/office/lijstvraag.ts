/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load -- a Vraag reads in the function it answers, which sessie.ts calls after its sync; the rule looks within one function */
import { BASISVELDEN, type Basisveld, type Cel, type Kolominhoud, type Veld, VELDEN } from "../../meldcode/veld";
import type { Veldkoppen } from "../tabelkeuze";
import { waardenVan, zonderSpoor } from "./stand";

/** Which rows: `aantal` from `van` on (0 is the first below the header; may run beyond the table), or the whole table and `eronder` rows below it. */
export type Venster = { readonly van: number; readonly aantal: number } | { readonly eronder: number };

export interface Lijstdoel {
  /** Name or id of the table. */
  readonly tabel: string;
  readonly koppen: Veldkoppen;
}

/** Where the table stands: all 0-based. */
export interface Lijstplaats {
  readonly eersteRij: number;
  /** Rows of the table itself, one at least (an empty table has one blank row). */
  readonly rijen: number;
  readonly kolommen: Readonly<Partial<Record<Veld, number>>>;
}

export interface Lijstantwoord {
  readonly tabelId: string;
  readonly plaats: Lijstplaats;
  /** Of what was asked, what is there. */
  readonly koppen: Veldkoppen;
  /** Of every field of which the header was asked. */
  readonly inhoud: Kolominhoud;
}

/**
 * Asks where the table stands and what its read columns hold, by header: so columns may move, and a free column is never
 * loaded. `venster` null: no values. Answers null when the table is not there, or one of the headers that all lists have; an
 * indicator may be missing.
 */
export function vraagLijst(context: Excel.RequestContext, doel: Lijstdoel, venster: Venster | null): () => Lijstantwoord | null {
  const tabel = context.workbook.tables.getItemOrNullObject(doel.tabel);
  tabel.load("id");
  const romp = zonderSpoor(tabel.getDataBodyRange());
  romp.load("rowIndex,rowCount");
  const kolommen = VELDEN.flatMap((veld) => {
    const kop = doel.koppen[veld];
    if (kop === undefined) return [];
    const heel = zonderSpoor(tabel.columns.getItemOrNullObject(kop).getDataBodyRange());
    const deel = venster === null ? heel : zonderSpoor(vensterVan(heel, venster));
    deel.load(venster === null ? "columnIndex" : "columnIndex,values");
    return [{ veld, kop, deel }];
  });
  return () => {
    const gevonden = kolommen.filter(({ deel }) => !deel.isNullObject);
    const ontbreekt = (veld: Veld) => !gevonden.some((kolom) => kolom.veld === veld);
    if (tabel.isNullObject || kolommen.some(({ veld }) => isBasisveld(veld) && ontbreekt(veld))) return null;
    const inhoud: Record<Basisveld, readonly Cel[] | null> & Partial<Record<Veld, readonly Cel[] | null>> = { kenmerk: null, team: null, startdatum: null, sisa: null, consultatie: null, stap5: null, einddatum: null };
    const plaatsen: Partial<Record<Veld, number>> = {};
    for (const { veld, deel } of gevonden) {
      plaatsen[veld] = deel.columnIndex;
      if (venster !== null) inhoud[veld] = waardenVan(deel).map(([cel]) => cel ?? null);
    }
    const koppen = Object.fromEntries(gevonden.map(({ veld, kop }) => [veld, kop]));
    return { tabelId: tabel.id, plaats: { eersteRij: romp.rowIndex, rijen: romp.rowCount, kolommen: plaatsen }, koppen, inhoud };
  };
}

function vensterVan(kolom: Excel.Range, venster: Venster): Excel.Range {
  return "eronder" in venster ? kolom.getResizedRange(venster.eronder, 0) : zonderSpoor(kolom.getCell(venster.van, 0)).getResizedRange(venster.aantal - 1, 0);
}

export function zelfdePlaats(a: Lijstplaats, b: Lijstplaats): boolean {
  return a.eersteRij === b.eersteRij && a.rijen === b.rijen && VELDEN.every((veld) => a.kolommen[veld] === b.kolommen[veld]);
}

function isBasisveld(veld: Veld): boolean {
  return BASISVELDEN.some((basis) => basis === veld);
}
