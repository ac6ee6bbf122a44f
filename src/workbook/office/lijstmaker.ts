import {
  breedteInPunten,
  INVOERMELDING,
  keuzebereik,
  kolomletter,
  KOPRIJ,
  LAATSTE_RIJ_MET_NOTATIE,
  LAATSTE_RIJ_MET_REGELS,
  LIJSTENBLAD,
  LIJSTENKOLOMMEN,
  type Lijstkolom,
  LIJSTKOLOMMEN,
  LIJSTNAAM,
  vrijeNaam,
} from "../lijstontwerp";
import { MARKEERKLEUR, markeringen } from "../markering";
import { Werkboekfout } from "../werkboek";
import type { Stuur, Vraag } from "./sessie";
import { type Stand, zonderSpoor } from "./stand";

const MEESTE_NAMEN = 3;

/** "Registratie starten": makes the list beside what is there, and gives its table our name. */
export async function beginLijst(stuur: Stuur, { bladen, tabellen }: Stand): Promise<void> {
  const tabelId = await stuur(maakLijst(bladen.map((blad) => blad.naam)), { wachtOpCel: true });
  // A cell may bear the name too, which is only known by trying. Without the name the list is still found by its headers.
  const geprobeerd = tabellen.map((tabel) => tabel.naam);
  for (let poging = 0; poging < MEESTE_NAMEN; poging++) {
    const naam = vrijeNaam(LIJSTNAAM, geprobeerd, "_");
    try {
      return await stuur(hernoemTabel(tabelId, naam), { wachtOpCel: true });
    } catch (oorzaak) {
      if (!(oorzaak instanceof Werkboekfout && oorzaak.code === "onbekend")) throw oorzaak;
      geprobeerd.push(naam);
    }
  }
}

/**
 * Makes the sheet Lijsten, the sheet Meldcode and the table on it, beside the sheets that are there (`bezet`: their names).
 * Answers the id of the table, which has no name of ours yet.
 * The table comes last: should Excel stop halfway, then there is no half list that looks whole.
 */
function maakLijst(bezet: readonly string[]): Vraag<string> {
  return (context) => {
    const lijstenblad = vrijeNaam(LIJSTENBLAD, bezet, " ");
    maakLijsten(context.workbook.worksheets.add(lijstenblad));

    const blad = context.workbook.worksheets.add(vrijeNaam(LIJSTNAAM, bezet, " "));
    zonderSpoor(blad.getRange(`A${KOPRIJ}:${kolomletter(LIJSTKOLOMMEN.length - 1)}${KOPRIJ}`)).values = [LIJSTKOLOMMEN.map((kolom) => kolom.kop)];
    LIJSTKOLOMMEN.forEach((kolom, k) => maakKolom(blad, k, kolom, lijstenblad));
    // Excel puts each new mark before the others, so the most important comes last.
    for (const { veld, ernst, formule } of [...markeringen(lijstenblad)].reverse()) {
      const kolom = LIJSTKOLOMMEN.findIndex((k) => k.veld === veld);
      const { custom } = rijenVan(blad, kolom, LAATSTE_RIJ_MET_REGELS).conditionalFormats.add("Custom");
      custom.rule.formula = formule;
      custom.format.fill.color = MARKEERKLEUR[ernst];
    }
    blad.freezePanes.freezeRows(KOPRIJ);

    const tabel = blad.tables.add(`A${KOPRIJ}:${kolomletter(LIJSTKOLOMMEN.length - 1)}${KOPRIJ + 1}`, true);
    tabel.load("id");
    blad.activate();
    zonderSpoor(blad.getRange(`A${KOPRIJ + 1}`)).select();
    return () => tabel.id;
  };
}

function hernoemTabel(tabelId: string, naam: string): Vraag<void> {
  return (context) => {
    context.workbook.tables.getItemOrNullObject(tabelId).name = naam;
    return () => undefined;
  };
}

/** The cells of one column (0 is A) below the header, down to that row. */
function rijenVan(blad: Excel.Worksheet, kolom: number, totRij: number): Excel.Range {
  const letter = kolomletter(kolom);
  return zonderSpoor(blad.getRange(`${letter}${KOPRIJ + 1}:${letter}${totRij}`));
}

function maakKolom(blad: Excel.Worksheet, plek: number, kolom: Lijstkolom, lijstenblad: string): void {
  const bereik = rijenVan(blad, plek, LAATSTE_RIJ_MET_REGELS);
  bereik.format.columnWidth = breedteInPunten(kolom.breedte);
  if (kolom.notatie !== "General") rijenVan(blad, plek, LAATSTE_RIJ_MET_NOTATIE).numberFormat = voorAlles(kolom.notatie);
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
