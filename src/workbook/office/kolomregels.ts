import type { Veld } from "../../meldcode/veld";
import { breedteInPunten, INVOERMELDING, kolomletter, lijstbereik, type Lijstkolom, type Lijstontwerp } from "../lijstontwerp";
import { MARKEERKLEUR, type Markering } from "../markering";
import { zonderSpoor } from "./stand";

/** What may be typed in a column, and what Excel says when its cells are selected. */
export function zetInvoer(bereik: Excel.Range, { invoer, uitleg }: Lijstkolom, ontwerp: Lijstontwerp, lijstenblad: string): void {
  const validatie = bereik.dataValidation;
  const zet = (rule: Excel.DataValidationRule, soort: keyof typeof INVOERMELDING, style: "Warning" | "Information") => {
    validatie.rule = rule;
    validatie.errorAlert = { showAlert: true, style, title: INVOERMELDING[soort].titel, message: INVOERMELDING[soort].tekst };
  };
  if (invoer.soort === "datum") zet({ date: { formula1: "=DATE(1990,1,1)", formula2: "=TODAY()", operator: "Between" } }, "datum", "Warning");
  if (invoer.soort === "aantal") zet({ wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } }, "aantal", "Information");
  if (invoer.soort === "keuze") zet({ list: { inCellDropDown: true, source: `=${lijstbereik("keuzes", invoer.veld, ontwerp, lijstenblad)}` } }, "keuze", "Information");
  validatie.prompt = { showPrompt: true, title: uitleg.titel, message: uitleg.tekst };
}

/** Excel puts each new mark before the others, so the most important comes last. */
export function merk(markeringen: readonly Markering[], bereikVan: (veld: Veld) => Excel.Range): void {
  for (const { veld, ernst, formule } of [...markeringen].reverse()) {
    const { custom } = bereikVan(veld).conditionalFormats.add("Custom");
    custom.rule.formula = formule;
    custom.format.fill.color = MARKEERKLEUR[ernst];
  }
}

/** Hidden, not locked: it only feeds the drop-downs and marks, and whoever wants to look can show it. */
export function maakLijsten(blad: Excel.Worksheet, { lijsten }: Lijstontwerp): void {
  lijsten.forEach(({ kop, woorden }, k) => {
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
export function voorAlles(notatie: string): string[][] {
  return notatie as unknown as string[][];
}
