/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load -- a Vraag reads in the function it answers, which sessie.ts calls after its sync; the rule looks within one function */
import { kolomletters } from "../../meldcode/koppeling/celblad";
import type { Veld } from "../../meldcode/veld";
import type { Vraagstelling } from "../../meldcode/vraagstelling";
import { TOELICHTINGBLAD, TOELICHTINGTITEL, toelichtingErbij } from "../kantenklaar/toelichting";
import { breedteInPunten, LIJSTENBLAD, lijstontwerp, type Lijstontwerp, vrijeNaam } from "../lijstontwerp";
import { markeringenErbij } from "../markering";
import { maakLijsten, merk, voorAlles, zetInvoer } from "./kolomregels";
import type { Stuur, Vraag } from "./sessie";
import { laatsteRij } from "./eigenlijstplan";
import { vraagOmvang } from "./bladvraag";
import { type Stand, waardenVan, type Werkboektabel, zonderSpoor } from "./stand";

/** Where the columns come: right of the table (0-based), and how wide the sheet is there, in points. */
interface Plek {
  readonly rij: number;
  readonly kolom: number;
  readonly breedtes: readonly number[];
  /** The last row (from 1) of our sheet Toelichting; null: there is none, or it is not ours to write on. */
  readonly toelichting: number | null;
}

/**
 * Adds columns at the right of a list that exists, in one request, so that undo takes them back as one. Excel itself makes the room: what
 * stands beside the table, in its rows, moves along. Their choices come on a hidden sheet of their own, for the sheet that is there
 * may have been changed. Answers false when the table is no longer there.
 */
export async function maakKolommenErbij(stuur: Stuur, tabel: Werkboektabel, { bladen }: Stand, velden: readonly Veld[], vraagstelling: Vraagstelling): Promise<boolean> {
  const ontwerp = lijstontwerp(vraagstelling, velden);
  const plek = await stuur(vraagPlek(tabel.id, velden.length), { wachtOpCel: true });
  if (!plek) return false;
  const lijstenblad = vrijeNaam(LIJSTENBLAD, bladen.map(({ naam }) => naam), " ");
  return stuur(voegToe(tabel.id, ontwerp, lijstenblad, plek), { wachtOpCel: true });
}

function vraagPlek(tabelId: string, aantal: number): Vraag<Plek | null> {
  return (context) => {
    const tabel = context.workbook.tables.getItemOrNullObject(tabelId);
    tabel.load("id");
    const ernaast = zonderSpoor(zonderSpoor(tabel.getHeaderRowRange()).getColumnsAfter(aantal));
    ernaast.load("rowIndex,columnIndex");
    const formaten = Array.from({ length: aantal }, (_, k) => zonderSpoor(ernaast.getCell(0, k)).format);
    for (const formaat of formaten) formaat.load("columnWidth");
    const toelichting = vraagToelichting(context);
    return () => (tabel.isNullObject ? null : { rij: ernaast.rowIndex, kolom: ernaast.columnIndex, breedtes: formaten.map(({ columnWidth }) => columnWidth), toelichting: toelichting() });
  };
}

function vraagToelichting(context: Excel.RequestContext): () => number | null {
  const blad = context.workbook.worksheets.getItemOrNullObject(TOELICHTINGBLAD);
  blad.load("protection/protected");
  const titel = zonderSpoor(blad.getRange("A1"));
  titel.load("values");
  const omvang = vraagOmvang(blad);
  return () => (blad.isNullObject || blad.protection.protected || waardenVan(titel)[0]?.[0] !== TOELICHTINGTITEL ? null : laatsteRij(omvang()));
}

function voegToe(tabelId: string, ontwerp: Lijstontwerp, lijstenblad: string, plek: Plek): Vraag<boolean> {
  return (context) => {
    const tabel = context.workbook.tables.getItemOrNullObject(tabelId);
    tabel.load("id");
    if (ontwerp.lijsten.length > 0) maakLijsten(context.workbook.worksheets.add(lijstenblad), ontwerp);
    const bereiken = new Map(
      ontwerp.kolommen.map((kolom, k) => {
        const bereik = zonderSpoor(tabel.columns.add(undefined, undefined, kolom.kop).getDataBodyRange());
        const breedte = breedteInPunten(kolom.breedte);
        // Something else of the user may stand above or below.
        if ((plek.breedtes[k] ?? 0) < breedte) bereik.format.columnWidth = breedte;
        // Excel gives a new column the format of the one beside it: a date.
        bereik.numberFormat = voorAlles(kolom.notatie);
        zetInvoer(bereik, kolom, ontwerp, lijstenblad);
        return [kolom.veld, bereik] as const;
      }),
    );
    const cellen = ontwerp.kolommen.map((_, k) => `$${kolomletters(plek.kolom + k + 1)}${plek.rij + 2}`);
    const bereikVan = (veld: Veld) => {
      const bereik = bereiken.get(veld);
      if (!bereik) throw new RangeError(`No column ${veld}`);
      return bereik;
    };
    merk(markeringenErbij(ontwerp, lijstenblad, cellen), bereikVan);
    if (plek.toelichting !== null) licht(context.workbook.worksheets.getItem(TOELICHTINGBLAD), plek.toelichting + 2, toelichtingErbij(ontwerp));
    return () => !tabel.isNullObject;
  };
}

/** Below what stands on the sheet Toelichting, with a blank row between. */
function licht(blad: Excel.Worksheet, vanaf: number, regels: readonly string[]): void {
  const bereik = zonderSpoor(blad.getRange(`A${vanaf}:A${vanaf + regels.length - 1}`));
  bereik.values = regels.map((regel) => [regel]);
  bereik.format.wrapText = true;
  zonderSpoor(blad.getRange(`A${vanaf}`)).format.font.bold = true;
}
