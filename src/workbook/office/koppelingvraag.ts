/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load -- a Vraag reads in the function it answers, which sessie.ts calls after its sync; the rule looks within one function */
import type { Cel } from "../../meldcode/veld";
import { KOPPELING_KOPPEN, KOPPELING_TABEL } from "../koppelingontwerp";
import { waardenVan, zonderSpoor } from "./stand";

/** What stands on the sheet Koppeling. */
export interface Koppelingstand {
  readonly bladId: string;
  /** Sheet row (1-based) of the first row below the header. */
  readonly eersteRij: number;
  /** In the order of KOPPELING_KOPPEN, wherever the user dragged the columns. */
  readonly rijen: readonly (readonly Cel[])[];
}

/** null: there is no sheet Koppeling of ours. */
export function vraagKoppelingblad(context: Excel.RequestContext): () => Koppelingstand | null {
  const tabel = context.workbook.tables.getItemOrNullObject(KOPPELING_TABEL);
  tabel.load("name,worksheet/id");
  const bereik = zonderSpoor(tabel.getRange());
  bereik.load("rowIndex,values");
  return () => {
    if (tabel.isNullObject) return null;
    const [koppen = [], ...rijen] = waardenVan(bereik);
    const plekken = KOPPELING_KOPPEN.map((kop, k) => {
      const plek = koppen.indexOf(kop);
      return plek < 0 ? k : plek;
    });
    return { bladId: tabel.worksheet.id, eersteRij: bereik.rowIndex + 2, rijen: rijen.map((cellen) => plekken.map((plek) => cellen[plek] ?? null)) };
  };
}
