import { gebied, MAX_KOLOMMEN, MAX_RIJEN } from "../../model/adres";
import type { Blad } from "../../model/blad";
import { beveilig, hernoemBlad, verplaatsBlad, verwijderBlad, voegBladToe, zetZichtbaarheid } from "../../model/bladbewerking";
import { geheel, keuze, kleur, logisch, tekst } from "../argument";
import { nietGevonden } from "../hostfout";
import type { Hostobject } from "../hostobject";
import { SOORT, WERKMAP } from "../registraties";
import { gebiedOpBlad, type Sessie } from "../sessie";
import { bereikobject } from "./bereik";
import { gebeurtenismethoden } from "./gebeurtenissen";
import { tabelverzameling } from "./tabel";

/** Excel.WorksheetCollection */
export function bladverzameling(sessie: Sessie): Hostobject {
  const { werkmap } = sessie;
  const vind = (sleutel: unknown): Hostobject | null => {
    const blad = typeof sleutel === "string" ? (werkmap.bladen.find((b) => b.id === sleutel) ?? werkmap.bladMetNaam(sleutel)) : undefined;
    return blad ? bladobject(sessie, blad) : null;
  };
  return {
    soort: "WorksheetCollection",
    items: () => werkmap.bladen.map((blad) => bladobject(sessie, blad)),
    item: (sleutel) => vind(sleutel) ?? geen(sleutel),
    methoden: {
      Add: { roep: ([naam]) => bladobject(sessie, naam === null || naam === undefined ? voegBladToe(werkmap) : voegBladToe(werkmap, tekst(naam, "name"))) },
      GetActiveWorksheet: { roep: () => bladobject(sessie, werkmap.blad(werkmap.actiefBlad)) },
      GetItemOrNullObject: { sinds: "1.4", roep: ([sleutel]) => vind(sleutel) },
      GetCount: { sinds: "1.4", roep: ([alleenZichtbaar]) => werkmap.bladen.filter((b) => !logisch(alleenZichtbaar, "visibleOnly", false) || b.gegevens.zichtbaarheid === "Visible").length },
      ...gebeurtenismethoden(sessie, WERKMAP, {
        DataChangedEvent: { type: SOORT.worksheetChanged, sinds: "1.9" },
        RowSortedEvent: { type: SOORT.worksheetRowSorted, sinds: "1.10" },
        AddedEvent: { type: SOORT.worksheetAdded, sinds: "1.7" },
        DeletedEvent: { type: SOORT.worksheetDeleted, sinds: "1.7" },
        ActivatedEvent: { type: SOORT.worksheetActivated, sinds: "1.7" },
        SelectionChangedEvent: { type: SOORT.worksheetSelectionChanged, sinds: "1.9" },
        FormatChangedEvent: { type: SOORT.worksheetFormatChanged, sinds: "1.9" },
        ProtectionChangedEvent: { type: SOORT.worksheetProtectionChanged, sinds: "1.14" },
        EventNameChanged: { type: SOORT.worksheetNameChanged, sinds: "ExcelApiOnline 1.1" },
      }),
    },
  };
}

function geen(sleutel: unknown): never {
  throw nietGevonden(String(sleutel));
}

/** Excel.Worksheet */
export function bladobject(sessie: Sessie, blad: Blad): Hostobject {
  const { werkmap } = sessie;
  return {
    soort: "Worksheet",
    id: () => ({ Id: blad.id }),
    eigenschappen: {
      Id: { lees: () => blad.id },
      Name: { lees: () => blad.naam, zet: (w) => hernoemBlad(werkmap, blad, tekst(w, "name")) },
      Position: { lees: () => werkmap.bladen.indexOf(blad), zet: (w) => verplaatsBlad(werkmap, blad, geheel(w, "position")) },
      Visibility: { lees: () => blad.gegevens.zichtbaarheid, zet: (w) => zetZichtbaarheid(werkmap, blad, keuze(w, ["Visible", "Hidden", "VeryHidden"], "visibility")) },
      TabColor: { sinds: "1.7", lees: () => blad.gegevens.tabkleur, zet: (w) => werkmap.zetBlad(blad, { tabkleur: w === "" ? "" : kleur(w, "tabColor") }) },
      ShowGridlines: { sinds: "1.8", lees: () => blad.gegevens.rasterlijnen, zet: (w) => werkmap.zetBlad(blad, { rasterlijnen: logisch(w, "showGridlines") }) },
    },
    navigatie: {
      Tables: { geef: () => tabelverzameling(sessie, blad) },
      Protection: { sinds: "1.2", geef: () => beveiligingobject(sessie, blad) },
      FreezePanes: { sinds: "1.7", geef: () => vasteTitels(sessie, blad) },
    },
    methoden: {
      Activate: { roep: () => werkmap.selecteer({ bron: "Local", trigger: "ThisLocalAddin" }, blad, blad.selectie) },
      Delete: { roep: () => verwijderBlad(werkmap, blad) },
      GetRange: {
        roep: ([adres]) => {
          if (adres === null || adres === undefined || adres === "") return bereikobject(sessie, blad, gebied(0, 0, MAX_RIJEN, MAX_KOLOMMEN));
          const b = sessie.bereikUit(adres, blad, "address");
          return bereikobject(sessie, b.blad, b.gebied);
        },
      },
      GetRangeByIndexes: {
        sinds: "1.7",
        roep: ([r, k, rijen, kolommen]) =>
          bereikobject(sessie, blad, gebiedOpBlad(geheel(r, "startRow"), geheel(k, "startColumn"), geheel(rijen, "rowCount"), geheel(kolommen, "columnCount"), "startRow")),
      },
      GetCell: { roep: ([r, k]) => bereikobject(sessie, blad, gebiedOpBlad(geheel(r, "row"), geheel(k, "column"), 1, 1, "row")) },
      GetUsedRange: { roep: ([alleenWaarden]) => bereikobject(sessie, blad, blad.gebruikt(logisch(alleenWaarden, "valuesOnly", false)) ?? gebied(0, 0)) },
      GetUsedRangeOrNullObject: {
        sinds: "1.4",
        roep: ([alleenWaarden]) => {
          const g = blad.gebruikt(logisch(alleenWaarden, "valuesOnly", false));
          return g && bereikobject(sessie, blad, g);
        },
      },
      ...gebeurtenismethoden(sessie, blad.id, {
        DataChangedEvent: { type: SOORT.worksheetChanged, sinds: "1.7" },
        RowSortedEvent: { type: SOORT.worksheetRowSorted, sinds: "1.10" },
        ActivatedEvent: { type: SOORT.worksheetActivated, sinds: "1.7" },
        SelectionChangedEvent: { type: SOORT.worksheetSelectionChanged, sinds: "1.7" },
        ProtectionChangedEvent: { type: SOORT.worksheetProtectionChanged, sinds: "1.14" },
        EventNameChanged: { type: SOORT.worksheetNameChanged, sinds: "ExcelApiOnline 1.1" },
      }),
    },
  };
}

function beveiligingobject({ werkmap }: Sessie, blad: Blad): Hostobject {
  return {
    soort: "WorksheetProtection",
    eigenschappen: { Protected: { lees: () => blad.gegevens.beveiligd } },
    methoden: {
      Protect: { roep: () => beveilig(werkmap, blad, true) },
      Unprotect: { roep: () => beveilig(werkmap, blad, false) },
    },
  };
}

function vasteTitels(sessie: Sessie, blad: Blad): Hostobject {
  const { werkmap } = sessie;
  const bevries = (rijen: number, kolommen: number): void => {
    werkmap.zetBlad(blad, { bevroren: { rijen, kolommen } });
    werkmap.meld({ soort: "opmaak", blad: blad.id });
  };
  return {
    soort: "WorksheetFreezePanes",
    methoden: {
      FreezeRows: { roep: ([n]) => bevries(geheel(n, "count", 1), 0) },
      FreezeColumns: { roep: ([n]) => bevries(0, geheel(n, "count", 1)) },
      Unfreeze: { roep: () => bevries(0, 0) },
      GetLocationOrNullObject: {
        roep: () => {
          const { rijen, kolommen } = blad.gegevens.bevroren;
          return rijen + kolommen === 0 ? null : bereikobject(sessie, blad, gebied(0, 0, rijen || MAX_RIJEN, kolommen || MAX_KOLOMMEN));
        },
      },
    },
  };
}
