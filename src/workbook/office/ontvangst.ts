/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load -- a Vraag reads in the function it answers, which sessie.ts calls after its sync; the rule looks within one function */
import { breedteInPunten, kolomletter, vrijeNaam } from "../lijstontwerp";
import { kopregels, ontvangstrij, VERZONDEN_BLAD, VERZONDEN_BREEDTES, VERZONDEN_KOPPEN, VERZONDEN_KOPRIJ, VERZONDEN_TABEL } from "../verzonden";
import type { Verbinding, Verzondenregel } from "../werkboek";
import type { Vraag } from "./sessie";
import { type Verzondenstand, zonderSpoor } from "./stand";

/** Makes the sheet Verzonden with its first receipt; a sheet that bears the name already is left as it is. Answers the name of the new one. */
export function maakVerzonden(regel: Verzondenregel, verbinding: Verbinding, bladen: readonly string[]): Vraag<string> {
  return (context) => {
    const naam = vrijeNaam(VERZONDEN_BLAD, bladen, " ");
    const blad = context.workbook.worksheets.add(naam);
    const kop = kopregels(verbinding);
    zonderSpoor(blad.getRange(`A1:B${kop.length}`)).values = kop.map((rij) => [...rij]);
    zonderSpoor(blad.getRange("A1")).format.font.bold = true;
    VERZONDEN_BREEDTES.forEach((breedte, k) => {
      zonderSpoor(blad.getRange(`${kolomletter(k)}1`)).format.columnWidth = breedteInPunten(breedte);
    });
    const bereik = zonderSpoor(blad.getRange(`A${VERZONDEN_KOPRIJ}:${kolomletter(VERZONDEN_KOPPEN.length - 1)}${VERZONDEN_KOPRIJ + 1}`));
    bereik.numberFormat = [0, 1].map(() => VERZONDEN_KOPPEN.map(() => "@"));
    bereik.values = [[...VERZONDEN_KOPPEN], [...ontvangstrij(regel)]];
    blad.tables.add(`A${VERZONDEN_KOPRIJ}:${kolomletter(VERZONDEN_KOPPEN.length - 1)}${VERZONDEN_KOPRIJ + 1}`, true).name = VERZONDEN_TABEL;
    return () => naam;
  };
}

/**
 * Writes a receipt below the others. A row is inserted first, so that nothing a user keeps below the table is overwritten,
 * and the place is found by Excel itself, so that two panes do not write in one row; `rows.add` conflicts under co-authoring.
 * Answers the name of the sheet; null when the table is no longer there.
 */
export function vulVerzondenAan(regel: Verzondenregel, verbinding: Verbinding, { blad, verbindingrijen }: Verzondenstand): Vraag<string | null> {
  return (context) => {
    const tabel = context.workbook.tables.getItemOrNullObject(VERZONDEN_TABEL);
    tabel.load("name,worksheet/name");
    const rijEronder = () => zonderSpoor(zonderSpoor(tabel.getRange()).getRowsBelow(1));
    zonderSpoor(zonderSpoor(rijEronder().getEntireRow()).insert("Down"));
    // Both places are taken before anything is written: Excel may or may not stretch a table over what is written below it.
    const rij = rijEronder();
    const metRij = zonderSpoor(zonderSpoor(tabel.getRange()).getResizedRange(1, 0));
    tabel.resize(metRij);
    rij.numberFormat = [VERZONDEN_KOPPEN.map(() => "@")];
    rij.values = [[...ontvangstrij(regel)]];
    if (!zelfdeVerbinding(blad.verbinding, verbinding)) zetVerbinding(tabel.worksheet, verbinding, verbindingrijen);
    return () => (tabel.isNullObject ? null : tabel.worksheet.name);
  };
}

/** In the cells beside the labels; when the user took a label away, the whole heading comes back above what is there. */
function zetVerbinding(blad: Excel.Worksheet, verbinding: Verbinding, rijen: Verzondenstand["verbindingrijen"]): void {
  if (rijen) {
    zonderSpoor(blad.getRange(`B${rijen.organisatie + 1}`)).values = [[verbinding.organisatieId]];
    zonderSpoor(blad.getRange(`B${rijen.registratie + 1}`)).values = [[verbinding.registratieId]];
    return;
  }
  const kop = kopregels(verbinding);
  const plaats = `A1:B${kop.length}`;
  zonderSpoor(zonderSpoor(zonderSpoor(blad.getRange(plaats)).getEntireRow()).insert("Down"));
  zonderSpoor(blad.getRange(plaats)).values = kop.map((rij) => [...rij]);
}

function zelfdeVerbinding(a: Verbinding | null, b: Verbinding): boolean {
  return a?.organisatieId === b.organisatieId && a.registratieId === b.registratieId;
}
