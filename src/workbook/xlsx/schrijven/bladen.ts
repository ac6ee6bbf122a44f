import { type Bereik, leesBereik, leesBereiken, overlapt, toonBereik, zonder } from "../bereik";
import { type Validatie, type VoorwaardelijkeOpmaak, leesKolom } from "../blad";
import type { Xmlelement } from "../xmlboom";
import { VOLGORDE } from "./volgorde";

/** What stands on a sheet beside its cells. Each changes the root of a sheet's part, and only the elements concerned. */

export function schrijfValidatie(worksheet: Xmlelement, v: Validatie): void {
  wisValidaties(worksheet, v.bereiken);
  const lijst = worksheet.vindOfMaak("dataValidations", VOLGORDE.worksheet);
  const regel = lijst.maak("dataValidation", {
    type: v.soort === "none" ? null : v.soort,
    errorStyle: v.fout && v.fout.stijl !== "stop" ? v.fout.stijl : null,
    operator: v.vergelijking === "between" ? null : v.vergelijking,
    allowBlank: v.leegMag ? 1 : null,
    showDropDown: v.lijstknop ? null : 1,
    showInputMessage: v.invoer ? 1 : null,
    showErrorMessage: v.fout ? 1 : null,
    errorTitle: v.fout?.titel || null,
    error: v.fout?.tekst || null,
    promptTitle: v.invoer?.titel || null,
    prompt: v.invoer?.tekst || null,
    sqref: toonBereiken(v.bereiken),
  });
  for (const naam of ["formule1", "formule2"] as const) {
    const formule = v[naam];
    if (formule !== null) regel.voegToe(lijst.maak(naam.replace("formule", "formula"))).tekst = formule;
  }
  lijst.voegToe(regel);
  telOpnieuw(lijst);
}

/** Cells can have one validation: what overlaps is cut down to what remains. */
export function wisValidaties(worksheet: Xmlelement, bereiken: readonly Bereik[]): void {
  const lijst = worksheet.element("dataValidations");
  if (!lijst) return;
  for (const regel of lijst.elementen("dataValidation")) {
    const oud = leesBereiken(regel.attribuut("sqref") ?? "");
    if (!oud.some((a) => bereiken.some((b) => overlapt(a, b)))) continue;
    const rest = bereiken.reduce((over, weg) => over.flatMap((a) => zonder(a, weg)), oud);
    if (rest.length === 0) lijst.verwijder(regel);
    else regel.zet("sqref", toonBereiken(rest));
  }
  if (lijst.elementen("dataValidation").length === 0) worksheet.verwijder(lijst);
  else telOpnieuw(lijst);
}

/** Goes before the ones that are there: its priority is 1, theirs one more. */
export function voegVoorwaardelijkToe(worksheet: Xmlelement, regel: VoorwaardelijkeOpmaak, dxfId: number): void {
  const blokken = worksheet.elementen("conditionalFormatting");
  for (const oud of blokken.flatMap((blok) => blok.elementen("cfRule"))) oud.zet("priority", String(Number(oud.attribuut("priority") ?? 0) + 1));
  const blok = worksheet.maak("conditionalFormatting", { sqref: toonBereiken(regel.bereiken) });
  const cfRule = blok.voegToe(blok.maak("cfRule", { type: "expression", dxfId, priority: 1 }));
  cfRule.voegToe(blok.maak("formula")).tekst = regel.formule;
  worksheet.voegToe(blok, VOLGORDE.worksheet);
}

export function verwijderVoorwaardelijk(worksheet: Xmlelement, bereiken: readonly Bereik[], formule: string): void {
  for (const blok of worksheet.elementen("conditionalFormatting")) {
    if (toonBereiken(leesBereiken(blok.attribuut("sqref") ?? "")) !== toonBereiken(bereiken)) continue;
    for (const regel of blok.elementen("cfRule")) {
      if (regel.element("formula")?.tekst === formule) blok.verwijder(regel);
    }
    if (blok.elementen("cfRule").length === 0) worksheet.verwijder(blok);
  }
}

export function bevries(worksheet: Xmlelement, rijen: number, kolommen: number): void {
  const weergave = eersteWeergave(worksheet);
  for (const naam of ["pane", "selection"]) for (const oud of weergave.elementen(naam)) weergave.verwijder(oud);
  if (rijen === 0 && kolommen === 0) return;
  const vak = rijen === 0 ? "topRight" : kolommen === 0 ? "bottomLeft" : "bottomRight";
  const topLeftCell = toonBereik({ vanRij: rijen + 1, vanKolom: kolommen + 1, totRij: rijen + 1, totKolom: kolommen + 1 });
  const pane = { xSplit: kolommen || null, ySplit: rijen || null, topLeftCell, activePane: vak, state: "frozen" };
  weergave.voegToe(weergave.maak("pane", pane), VOLGORDE.sheetView);
  weergave.voegToe(weergave.maak("selection", { pane: vak }), VOLGORDE.sheetView);
}

/** The tab is selected, or not: two selected tabs are a group, in which typing goes to both. */
export function selecteerTab(worksheet: Xmlelement, gekozen: boolean): void {
  const weergave = gekozen ? eersteWeergave(worksheet) : worksheet.element("sheetViews")?.element("sheetView");
  if (weergave && weergave.vlag("tabSelected") !== gekozen) weergave.zet("tabSelected", gekozen ? "1" : null);
}

function eersteWeergave(worksheet: Xmlelement): Xmlelement {
  const weergaven = worksheet.vindOfMaak("sheetViews", VOLGORDE.worksheet);
  return weergaven.element("sheetView") ?? weergaven.voegToe(weergaven.maak("sheetView", { workbookViewId: 0 }));
}

/** Sets the width of columns van…tot; an element that spans more columns is cut in pieces that keep its other settings. */
export function zetKolombreedte(worksheet: Xmlelement, van: number, tot: number, breedte: number): void {
  const lijst = worksheet.vindOfMaak("cols", VOLGORDE.worksheet);
  const nieuw: Xmlelement[] = [];
  const stuk = (col: Xmlelement, min: number, max: number, breed: boolean) => {
    if (min > max) return;
    const deel = col.kopie().zet("min", String(min)).zet("max", String(max));
    nieuw.push(breed ? deel.zet("width", String(breedte)).zet("customWidth", "1").zet("bestFit", null) : deel);
  };
  const kaal = lijst.maak("col");
  let gedaan = van - 1;
  for (const col of lijst.elementen("col")) {
    const { van: min, tot: max } = leesKolom(col);
    if (min > gedaan + 1 && gedaan < tot) {
      stuk(kaal, gedaan + 1, Math.min(min - 1, tot), true);
      gedaan = Math.min(min - 1, tot);
    }
    stuk(col, min, Math.min(max, van - 1), false);
    stuk(col, Math.max(min, van), Math.min(max, tot), true);
    stuk(col, Math.max(min, tot + 1), max, false);
    gedaan = Math.max(gedaan, Math.min(max, tot));
  }
  stuk(kaal, gedaan + 1, tot, true);
  lijst.kinderen.splice(0, lijst.kinderen.length, ...nieuw);
}

/** `dimension` says which block is used; some programs read no further. */
export function verruimAfmeting(worksheet: Xmlelement, rijen: readonly number[], kolommen: readonly number[]): void {
  const element = worksheet.element("dimension");
  const oud = leesBereik(element?.attribuut("ref") ?? "");
  if (!element || !oud) return;
  const nieuw = toonBereik({
    vanRij: rijen.reduce((a, b) => Math.min(a, b), oud.vanRij),
    totRij: rijen.reduce((a, b) => Math.max(a, b), oud.totRij),
    vanKolom: kolommen.reduce((a, b) => Math.min(a, b), oud.vanKolom),
    totKolom: kolommen.reduce((a, b) => Math.max(a, b), oud.totKolom),
  });
  if (nieuw !== toonBereik(oud)) element.zet("ref", nieuw);
}

function toonBereiken(bereiken: readonly Bereik[]): string {
  return bereiken.map(toonBereik).join(" ");
}

function telOpnieuw(lijst: Xmlelement): void {
  lijst.zet("count", String(lijst.elementen("dataValidation").length));
}
