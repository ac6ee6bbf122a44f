import {
  breedteInPunten,
  INVOERMELDING,
  keuzebereik,
  kolomletter,
  KOPRIJ,
  LAATSTE_OPGEMAAKTE_RIJ,
  LIJSTENBLAD,
  LIJSTENKOLOMMEN,
  type Lijstkolom,
  LIJSTKOLOMMEN,
  LIJSTNAAM,
  vrijeNaam,
} from "../lijstontwerp";
import { MARKEERKLEUR, markeringen } from "../markering";
import type { Vraag } from "./sessie";
import { zonderSpoor } from "./stand";

/** Every name in use in the workbook: of sheets, of tables, and names that users gave to cells. */
export interface BezetteNamen {
  readonly bladen: readonly string[];
  readonly namen: readonly string[];
}

export const vraagBezetteNamen: Vraag<BezetteNamen> = (context) => {
  const { worksheets, tables, names } = context.workbook;
  worksheets.load("items/name");
  tables.load("items/name");
  names.load("items/name");
  return () => ({
    bladen: worksheets.items.map((blad) => blad.name),
    namen: [...tables.items, ...names.items].map((naam) => naam.name),
  });
};

/**
 * Makes the sheet Lijsten, the sheet Meldcode and the table on it, beside what is there.
 * The table comes last: should Excel stop halfway, then there is no half list that looks whole.
 */
export function maakLijst(bezet: BezetteNamen): Vraag<void> {
  return (context) => {
    const lijstenblad = vrijeNaam(LIJSTENBLAD, bezet.bladen, " ");
    maakLijsten(context.workbook.worksheets.add(lijstenblad));

    const blad = context.workbook.worksheets.add(vrijeNaam(LIJSTNAAM, bezet.bladen, " "));
    zonderSpoor(blad.getRange(`A${KOPRIJ}:${kolomletter(LIJSTKOLOMMEN.length - 1)}${KOPRIJ}`)).values = [LIJSTKOLOMMEN.map((kolom) => kolom.kop)];
    LIJSTKOLOMMEN.forEach((kolom, k) => maakKolom(kolomVan(blad, k), kolom, lijstenblad));
    for (const { veld, ernst, formule } of markeringen(lijstenblad)) {
      const kolom = LIJSTKOLOMMEN.findIndex((k) => k.veld === veld);
      const { custom } = kolomVan(blad, kolom).conditionalFormats.add("Custom");
      custom.rule.formula = formule;
      custom.format.fill.color = MARKEERKLEUR[ernst];
    }
    blad.freezePanes.freezeRows(KOPRIJ);

    blad.tables.add(`A${KOPRIJ}:${kolomletter(LIJSTKOLOMMEN.length - 1)}${KOPRIJ + 1}`, true).name = vrijeNaam(LIJSTNAAM, bezet.namen, "_");
    blad.activate();
    zonderSpoor(blad.getRange(`A${KOPRIJ + 1}`)).select();
    return () => undefined;
  };
}

/** The rows of one column, as far down as the list is made up. */
function kolomVan(blad: Excel.Worksheet, kolom: number): Excel.Range {
  const letter = kolomletter(kolom);
  return zonderSpoor(blad.getRange(`${letter}${KOPRIJ + 1}:${letter}${LAATSTE_OPGEMAAKTE_RIJ}`));
}

function maakKolom(bereik: Excel.Range, kolom: Lijstkolom, lijstenblad: string): void {
  bereik.format.columnWidth = breedteInPunten(kolom.breedte);
  bereik.numberFormat = voorAlles(kolom.notatie);
  const validatie = bereik.dataValidation;
  const { invoer } = kolom;
  if (invoer.soort === "datum") {
    validatie.rule = { date: { formula1: "=DATE(1990,1,1)", formula2: "=TODAY()", operator: "Between" } };
    validatie.errorAlert = { showAlert: true, style: "Warning", title: INVOERMELDING.datum.titel, message: INVOERMELDING.datum.tekst };
  } else if (invoer.soort === "keuze") {
    validatie.rule = { list: { inCellDropDown: true, source: `=${keuzebereik(invoer.veld, lijstenblad)}` } };
    validatie.errorAlert = { showAlert: true, style: "Information", title: INVOERMELDING.keuze.titel, message: INVOERMELDING.keuze.tekst };
  }
  validatie.prompt = { showPrompt: true, title: kolom.uitleg.titel, message: kolom.uitleg.tekst };
}

/** Hidden, not locked: it only feeds the drop-downs and marks, and whoever wants to look can show it. */
function maakLijsten(blad: Excel.Worksheet): void {
  LIJSTENKOLOMMEN.forEach(({ kop, woorden }, k) => {
    const letter = kolomletter(k);
    const bereik = zonderSpoor(blad.getRange(`${letter}1:${letter}${woorden.length + 1}`));
    // As text, or Excel would make a number of "1" and a boolean of "true".
    bereik.numberFormat = voorAlles("@");
    bereik.values = [[kop], ...woorden.map((woord) => [woord])];
    bereik.format.columnWidth = breedteInPunten(Math.max(kop.length, ...woorden.map((woord) => woord.length)));
  });
  blad.visibility = "Hidden";
}

/** One format for every cell of a range: Excel takes a single value there, the type of office-js does not know. */
function voorAlles(notatie: string): string[][] {
  return notatie as unknown as string[][];
}
