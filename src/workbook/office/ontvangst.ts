/* eslint-disable office-addins/call-sync-before-read -- a Vraag reads in the function it answers, which sessie.ts calls after its sync; the rule looks within one function */
import { breedteInPunten, kolomletter, vrijeNaam } from "../lijstontwerp";
import { kopregels, ontvangstrij, VERZONDEN_BLAD, VERZONDEN_BREEDTES, VERZONDEN_KOPPEN, VERZONDEN_KOPRIJ, VERZONDEN_TABEL } from "../verzonden";
import type { Koppeling, Verzondenregel } from "../werkboek";
import type { Vraag } from "./sessie";
import { type Verzondenstand, zonderSpoor } from "./stand";

/** Makes the sheet Verzonden with its first receipt; a sheet that bears the name already is left as it is. */
export function maakVerzonden(regel: Verzondenregel, koppeling: Koppeling, bladen: readonly string[]): Vraag<void> {
  return (context) => {
    const blad = context.workbook.worksheets.add(vrijeNaam(VERZONDEN_BLAD, bladen, " "));
    const kop = kopregels(koppeling);
    zonderSpoor(blad.getRange(`A1:B${kop.length}`)).values = kop.map((rij) => [...rij]);
    zonderSpoor(blad.getRange("A1")).format.font.bold = true;
    VERZONDEN_BREEDTES.forEach((breedte, k) => {
      zonderSpoor(blad.getRange(`${kolomletter(k)}1`)).format.columnWidth = breedteInPunten(breedte);
    });
    const bereik = zonderSpoor(blad.getRange(`A${VERZONDEN_KOPRIJ}:${kolomletter(VERZONDEN_KOPPEN.length - 1)}${VERZONDEN_KOPRIJ + 1}`));
    bereik.numberFormat = [0, 1].map(() => VERZONDEN_KOPPEN.map(() => "@"));
    bereik.values = [[...VERZONDEN_KOPPEN], [...ontvangstrij(regel)]];
    blad.tables.add(`A${VERZONDEN_KOPRIJ}:${kolomletter(VERZONDEN_KOPPEN.length - 1)}${VERZONDEN_KOPRIJ + 1}`, true).name = VERZONDEN_TABEL;
    return () => undefined;
  };
}

/**
 * Writes a receipt below the others. A row is inserted first, so that nothing a user keeps below the table is overwritten,
 * and the place is found by Excel itself, so that two panes do not write in one row; `rows.add` conflicts under co-authoring.
 * Answers false when the table is no longer there.
 */
export function vulVerzondenAan(regel: Verzondenregel, koppeling: Koppeling, { blad, koppelingrijen }: Verzondenstand): Vraag<boolean> {
  return (context) => {
    const tabel = context.workbook.tables.getItemOrNullObject(VERZONDEN_TABEL);
    tabel.load("name");
    const rijEronder = () => zonderSpoor(zonderSpoor(tabel.getRange()).getRowsBelow(1));
    zonderSpoor(zonderSpoor(rijEronder().getEntireRow()).insert("Down"));
    // Both places are taken before anything is written: Excel may or may not stretch a table over what is written below it.
    const rij = rijEronder();
    const metRij = zonderSpoor(zonderSpoor(tabel.getRange()).getResizedRange(1, 0));
    tabel.resize(metRij);
    rij.numberFormat = [VERZONDEN_KOPPEN.map(() => "@")];
    rij.values = [[...ontvangstrij(regel)]];
    if (!zelfdeKoppeling(blad.koppeling, koppeling)) zetKoppeling(tabel.worksheet, koppeling, koppelingrijen);
    return () => !tabel.isNullObject;
  };
}

/** In the cells beside the labels; when the user took a label away, the whole heading comes back above what is there. */
function zetKoppeling(blad: Excel.Worksheet, koppeling: Koppeling, rijen: Verzondenstand["koppelingrijen"]): void {
  if (rijen) {
    zonderSpoor(blad.getRange(`B${rijen.organisatie + 1}`)).values = [[koppeling.organisatieId]];
    zonderSpoor(blad.getRange(`B${rijen.registratie + 1}`)).values = [[koppeling.registratieId]];
    return;
  }
  const kop = kopregels(koppeling);
  const plaats = `A1:B${kop.length}`;
  zonderSpoor(zonderSpoor(zonderSpoor(blad.getRange(plaats)).getEntireRow()).insert("Down"));
  zonderSpoor(blad.getRange(plaats)).values = kop.map((rij) => [...rij]);
}

function zelfdeKoppeling(a: Koppeling | null, b: Koppeling): boolean {
  return a?.organisatieId === b.organisatieId && a.registratieId === b.registratieId;
}
