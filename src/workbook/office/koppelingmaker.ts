/* eslint-disable office-addins/call-sync-before-read -- a Vraag reads in the function it answers, which sessie.ts calls after its sync; the rule looks within one function */
import { KOPPELING_BLAD, KOPPELING_BREEDTES, KOPPELING_KOPPEN, KOPPELING_KOPRIJ, KOPPELING_TABEL, KOPPELING_UITLEG } from "../koppelingontwerp";
import { breedteInPunten, kolomletter, vrijeNaam } from "../lijstontwerp";
import { type Koppelingstand, vraagKoppelingblad } from "./koppelingvraag";
import type { Vraag } from "./sessie";
import { alsTekst, zonderSpoor } from "./stand";

/** The sheet Koppeling as it is now, and the names that are in use. */
export function vraagBezetting(context: Excel.RequestContext): () => { readonly koppeling: Koppelingstand | null; readonly bladen: readonly string[] } {
  const koppeling = vraagKoppelingblad(context);
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  return () => ({ koppeling: koppeling(), bladen: worksheets.items.map(({ name }) => name) });
}

/** Makes the sheet Koppeling; a sheet that bears the name already is left as it is (`bezet`: the names in use). */
export function maakKoppelingblad(rijen: readonly (readonly string[])[], bezet: readonly string[]): Vraag<void> {
  return (context) => {
    const blad = context.workbook.worksheets.add(vrijeNaam(KOPPELING_BLAD, bezet, " "));
    zonderSpoor(blad.getRange(`A1:A${KOPPELING_UITLEG.length}`)).values = KOPPELING_UITLEG.map((regel) => [regel]);
    zonderSpoor(blad.getRange("A1")).format.font.bold = true;
    KOPPELING_BREEDTES.forEach((breedte, k) => {
      zonderSpoor(blad.getRange(`${kolomletter(k)}1`)).format.columnWidth = breedteInPunten(breedte);
    });
    const plaats = `A${KOPPELING_KOPRIJ}:${kolomletter(KOPPELING_KOPPEN.length - 1)}${KOPPELING_KOPRIJ + rijen.length}`;
    schrijfTeksten(zonderSpoor(blad.getRange(plaats)), [KOPPELING_KOPPEN, ...rijen]);
    blad.tables.add(plaats, true).name = KOPPELING_TABEL;
    return () => undefined;
  };
}

/**
 * Writes other rows in the table that is there. Rows are inserted when there are more than before, so that nothing a user keeps below the
 * table is overwritten. Answers false when the table is no longer there.
 */
export function vervangKoppelingblad(rijen: readonly (readonly string[])[], was: Koppelingstand): Vraag<boolean> {
  return (context) => {
    const tabel = context.workbook.tables.getItemOrNullObject(KOPPELING_TABEL);
    tabel.load("name");
    const erbij = rijen.length - was.rijen.length;
    if (erbij > 0) zonderSpoor(zonderSpoor(zonderSpoor(zonderSpoor(tabel.getRange()).getRowsBelow(erbij)).getEntireRow()).insert("Down"));
    // The places are taken before anything is written: Excel may or may not stretch a table over what is written below it.
    const bereik = zonderSpoor(tabel.getRange());
    const linksboven = zonderSpoor(bereik.getCell(0, 0));
    const alles = zonderSpoor(linksboven.getResizedRange(Math.max(rijen.length, was.rijen.length), KOPPELING_KOPPEN.length - 1));
    const straks = zonderSpoor(bereik.getResizedRange(erbij, 0));
    const leeg = Array.from({ length: Math.max(0, -erbij) }, () => KOPPELING_KOPPEN.map(() => ""));
    tabel.resize(straks);
    schrijfTeksten(alles, [KOPPELING_KOPPEN, ...rijen, ...leeg]);
    return () => !tabel.isNullObject;
  };
}

/** As text, or Excel would make a number of "1" and a date of "3-4". */
function schrijfTeksten(bereik: Excel.Range, rijen: readonly (readonly string[])[]): void {
  bereik.numberFormat = rijen.map((cellen) => cellen.map(() => "@"));
  bereik.values = rijen.map((cellen) => cellen.map(alsTekst));
}
