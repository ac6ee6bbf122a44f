/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load -- a Vraag reads in the function it answers, which sessie.ts calls after its sync; the rule looks within one function */
import { breedteInPunten, kolomletter, vrijeNaam } from "../lijstontwerp";
import { KOPREGELS, ontbrekendeKoppen, ontvangstrij, VERZONDEN_BLAD, VERZONDEN_BREEDTES, VERZONDEN_KOPPEN, VERZONDEN_KOPRIJ, VERZONDEN_TABEL } from "../verzonden";
import type { Verbinding, Verzondenregel } from "../werkboek";
import type { Vraag } from "./sessie";
import { type Verzondenstand, zonderSpoor } from "./stand";

/** Makes the sheet Verzonden with its first receipt; a sheet that bears the name already is left as it is. Answers the name of the new one. */
export function maakVerzonden(regel: Verzondenregel, verbinding: Verbinding, bladen: readonly string[]): Vraag<string> {
  return (context) => {
    const naam = vrijeNaam(VERZONDEN_BLAD, bladen, " ");
    const blad = context.workbook.worksheets.add(naam);
    zonderSpoor(blad.getRange(`A1:A${KOPREGELS.length}`)).values = KOPREGELS.map((kopregel) => [kopregel]);
    zonderSpoor(blad.getRange("A1")).format.font.bold = true;
    VERZONDEN_BREEDTES.forEach((breedte, k) => {
      zonderSpoor(blad.getRange(`${kolomletter(k)}1`)).format.columnWidth = breedteInPunten(breedte);
    });
    const plaats = `A${VERZONDEN_KOPRIJ}:${kolomletter(VERZONDEN_KOPPEN.length - 1)}${VERZONDEN_KOPRIJ + 1}`;
    const bereik = zonderSpoor(blad.getRange(plaats));
    bereik.numberFormat = [0, 1].map(() => VERZONDEN_KOPPEN.map(() => "@"));
    bereik.values = [[...VERZONDEN_KOPPEN], [...ontvangstrij(regel, verbinding)]];
    blad.tables.add(plaats, true).name = VERZONDEN_TABEL;
    return () => naam;
  };
}

/**
 * Writes a receipt below the others. A row is inserted first, so that nothing a user keeps below the table is overwritten,
 * and the place is found by Excel itself, so that two panes do not write in one row; `rows.add` conflicts under co-authoring.
 * Answers the name of the sheet; null when the table is no longer there.
 */
export function vulVerzondenAan(regel: Verzondenregel, verbinding: Verbinding, stand: Verzondenstand): Vraag<string | null> {
  return (context) => {
    const tabel = context.workbook.tables.getItemOrNullObject(VERZONDEN_TABEL);
    tabel.load("name,worksheet/name");
    const erbij = ontbrekendeKoppen(stand.koppen);
    if (erbij.length > 0) verbreed(tabel, erbij);
    const koppen = [...stand.koppen, ...erbij];
    const rijEronder = () => zonderSpoor(zonderSpoor(tabel.getRange()).getRowsBelow(1));
    zonderSpoor(zonderSpoor(rijEronder().getEntireRow()).insert("Down"));
    // Both places are taken before anything is written: Excel may or may not stretch a table over what is written below it.
    const rij = rijEronder();
    const metRij = zonderSpoor(zonderSpoor(tabel.getRange()).getResizedRange(1, 0));
    tabel.resize(metRij);
    rij.numberFormat = [koppen.map(() => "@")];
    rij.values = [[...ontvangstrij(regel, verbinding, koppen)]];
    return () => (tabel.isNullObject ? null : tabel.worksheet.name);
  };
}

/** Columns to the right of what is there; sheet columns are inserted for them, so that nothing a user keeps beside the table is overwritten. */
function verbreed(tabel: Excel.Table, koppen: readonly string[]): void {
  const ernaast = (bereik: Excel.Range) => zonderSpoor(zonderSpoor(bereik).getColumnsAfter(koppen.length));
  zonderSpoor(zonderSpoor(ernaast(tabel.getRange()).getEntireColumn()).insert("Right"));
  const nieuw = ernaast(tabel.getHeaderRowRange());
  tabel.resize(zonderSpoor(zonderSpoor(tabel.getRange()).getResizedRange(0, koppen.length)));
  nieuw.values = [[...koppen]];
}
