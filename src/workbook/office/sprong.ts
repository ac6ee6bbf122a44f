/* eslint-disable office-addins/call-sync-before-read -- a Vraag reads in the function it answers, which sessie.ts calls after its sync; the rule looks within one function */
import { celadres, type Plaats } from "../werkboek";
import type { Uitgelezen } from "./lezing";
import type { Vraag } from "./sessie";
import { zonderSpoor } from "./stand";

/** Selects the cell on its sheet. Answers false when table or sheet are no longer there; null: there is no such cell. */
export function sprongNaar({ rij, veld }: Plaats, { lezing, tabel, koppen, eigen }: Uitgelezen): Vraag<boolean> | null {
  if (lezing.soort !== "lijst" || rij >= (lezing.lijst.inhoud.startdatum?.length ?? 0)) return null;
  if (eigen) {
    const { blad, rij: bladrij, kolom } = lezing.lijst.plaats(rij, veld);
    return (context) => {
      const vel = context.workbook.worksheets.getItemOrNullObject(blad);
      vel.load("id");
      vel.activate();
      zonderSpoor(vel.getRange(celadres(kolom, bladrij))).select();
      return () => !vel.isNullObject;
    };
  }
  const kop = koppen[veld] ?? koppen.startdatum;
  if (!tabel || kop === undefined) return null;
  return (context) => {
    // By table and header, so that it is right when rows above or columns before it came or went.
    const inTabel = context.workbook.tables.getItemOrNullObject(tabel.id);
    inTabel.load("id");
    inTabel.worksheet.activate();
    const romp = zonderSpoor(inTabel.columns.getItemOrNullObject(kop).getDataBodyRange());
    zonderSpoor(romp.getCell(rij, 0)).select();
    return () => !inTabel.isNullObject;
  };
}
