/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load -- a Vraag reads in the function it answers, which sessie.ts calls after its sync; the rule looks within one function */
import type { Datumstelsel } from "../../meldcode/datum";
import type { Cel } from "../../meldcode/veld";
import { KOPPELING_TABEL } from "../koppelingontwerp";
import type { Tabel } from "../tabelkeuze";
import { KOPBEREIK, leesVerzonden, VERZONDEN_TABEL } from "../verzonden";
import type { Verzondenblad } from "../werkboek";

/** What the workbook looks like from afar: names and headers, no cell of the list. */
export interface Stand {
  readonly tabellen: readonly Werkboektabel[];
  readonly bladen: readonly Blad[];
}

export interface Werkboektabel extends Tabel {
  readonly bladId: string;
  /** A total row stands right below the rows. */
  readonly totaalrij: boolean;
}

export interface Blad {
  readonly id: string;
  readonly naam: string;
  readonly zichtbaar: boolean;
  readonly beveiligd: boolean;
}

export interface Verzondenstand {
  readonly blad: Verzondenblad;
  readonly bladnaam: string;
  /** The headers of its table. */
  readonly koppen: readonly string[];
}

export function vraagStand(context: Excel.RequestContext): () => Stand {
  const { tables, worksheets } = context.workbook;
  tables.load("items/id,items/name,items/showTotals,items/worksheet/id,items/columns/items/name");
  worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  return () => {
    const bladen = worksheets.items.map((blad) => ({
      id: blad.id,
      naam: blad.name,
      zichtbaar: blad.visibility === "Visible",
      beveiligd: blad.protection.protected,
    }));
    const tabellen = tables.items.map((tabel) => ({
      id: tabel.id,
      naam: tabel.name,
      koppen: tabel.columns.items.map((kolom) => kolom.name),
      zichtbaar: bladen.some((blad) => blad.id === tabel.worksheet.id && blad.zichtbaar),
      bladId: tabel.worksheet.id,
      totaalrij: tabel.showTotals,
    }));
    return { tabellen, bladen };
  };
}

/** It holds a table of ours that is no list: no list of anyone's own is looked for there. */
export function isVanOns({ tabellen }: Stand, { id }: Blad): boolean {
  return tabellen.some(({ naam, bladId }) => bladId === id && [VERZONDEN_TABEL, KOPPELING_TABEL].some((onze) => onze.toLowerCase() === naam.toLowerCase()));
}

/** null: there is no sheet Verzonden of ours. */
export function vraagVerzonden(context: Excel.RequestContext): () => Verzondenstand | null {
  const tabel = context.workbook.tables.getItemOrNullObject(VERZONDEN_TABEL);
  tabel.load("name,worksheet/name,columns/items/name");
  const kop = zonderSpoor(tabel.worksheet.getRange(KOPBEREIK));
  kop.load("values");
  const rijen = zonderSpoor(tabel.getDataBodyRange());
  rijen.load("values");
  return () => {
    if (tabel.isNullObject) return null;
    const koppen = tabel.columns.items.map((kolom) => kolom.name);
    return { blad: leesVerzonden(waardenVan(kop), koppen, waardenVan(rijen)), bladnaam: tabel.worksheet.name, koppen };
  };
}

/**
 * The API does not tell the date system, but DATE counts in it. Asked once: Excel counts calling a worksheet function as a
 * write, which an edit must never cause.
 */
export function vraagDatumstelsel(context: Excel.RequestContext): () => Datumstelsel {
  const tweedeDagVan1904 = context.workbook.functions.date(1904, 1, 2);
  tweedeDagVan1904.load("value");
  return () => (tweedeDagVan1904.value === 1 ? 1904 : 1900);
}

/** Excel need not keep this range after the request: saves it the bookkeeping, and us a request to end that. */
export function zonderSpoor(bereik: Excel.Range): Excel.Range {
  bereik.untrack();
  return bereik;
}

export function waardenVan(bereik: Excel.Range): Cel[][] {
  // Typed any[][] by office-js; a value is a text, number or boolean (an error value its text).
  return bereik.values as Cel[][];
}

/** A text as `values` must have it to stay that text: Excel reads "=…" as a formula, also in a cell for text. */
export function alsTekst(tekst: string): string {
  return /^[=']/.test(tekst) ? `'${tekst}` : tekst;
}
