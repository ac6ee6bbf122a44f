import { adresVan, doorsnede, omvat } from "../model/adres";
import type { Celwaarde } from "../model/cel";
import type { Gebeurtenis, Werkmap } from "../model/werkmap";
import type { Antwoordobject } from "./hostobject";
import { waardesoort } from "./objecten/bereik";
import { SOORT, WERKMAP } from "./registraties";

/** One event on its way to the add-in: its number, the ids of whoever may be listening, and what it tells. */
export interface Bericht {
  readonly type: number;
  readonly doelen: readonly string[];
  readonly inhoud: Antwoordobject;
}

/** Excel's events for what happened in the workbook. Most single changes are one; a change inside a table is also one of that table. */
export function berichten(g: Gebeurtenis, werkmap: Werkmap): Bericht[] {
  const { bron: source, trigger: triggerSource } = g;
  switch (g.soort) {
    case "cellen": {
      const inhoud = { worksheetId: g.blad, address: adresVan(g.gebied), changeType: g.wijziging, source, ...(g.details && details(g.details)) };
      const tabellen = werkmap.tabellen.filter((t) => t.blad === g.blad && doorsnede(t.gebied, g.gebied) && (g.wijziging === "RangeEdited" || omvat(t.gebied, g.gebied)));
      return [
        { type: SOORT.worksheetChanged, doelen: [WERKMAP, g.blad], inhoud: { ...inhoud, triggerSource } },
        // Events of a table lack triggerSource (office-js #1786).
        ...tabellen.map((t) => ({ type: SOORT.tableChanged, doelen: [WERKMAP, g.blad, t.id], inhoud: { ...inhoud, tableId: t.id } })),
      ];
    }
    case "gesorteerd":
      return [{ type: SOORT.worksheetRowSorted, doelen: [WERKMAP, g.blad], inhoud: { worksheetId: g.blad, address: adresVan(g.gebied), source } }];
    case "tabel-toegevoegd":
      return [{ type: SOORT.tableAdded, doelen: [WERKMAP, g.blad], inhoud: { worksheetId: g.blad, tableId: g.tabel, source } }];
    case "tabel-verwijderd":
      return [{ type: SOORT.tableDeleted, doelen: [WERKMAP, g.blad], inhoud: { worksheetId: g.blad, tableId: g.tabel, tableName: g.naam, source } }];
    case "blad-toegevoegd":
      return [{ type: SOORT.worksheetAdded, doelen: [WERKMAP], inhoud: { worksheetId: g.blad, source } }];
    case "blad-verwijderd":
      return [{ type: SOORT.worksheetDeleted, doelen: [WERKMAP], inhoud: { worksheetId: g.blad, source } }];
    case "blad-geactiveerd":
      return [{ type: SOORT.worksheetActivated, doelen: [WERKMAP, g.blad], inhoud: { worksheetId: g.blad } }];
    case "blad-hernoemd":
      return [{ type: SOORT.worksheetNameChanged, doelen: [WERKMAP, g.blad], inhoud: { worksheetId: g.blad, nameBefore: g.was, nameAfter: g.wordt, source } }];
    case "blad-beveiligd":
      return [{ type: SOORT.worksheetProtectionChanged, doelen: [WERKMAP, g.blad], inhoud: { worksheetId: g.blad, isProtected: g.beveiligd, source } }];
    case "selectie":
      return [{ type: SOORT.worksheetSelectionChanged, doelen: [WERKMAP, g.blad], inhoud: { worksheetId: g.blad, address: adresVan(g.gebied) } }];
    case "tabel-gewijzigd":
    case "tabel-gefilterd":
    case "opmaak":
    case "werkmap":
      return [];
  }
}

function details({ was, wordt }: { readonly was: Celwaarde; readonly wordt: Celwaarde }): Antwoordobject {
  return { valueBefore: was, valueAfter: wordt, valueTypeBefore: waardesoort(was), valueTypeAfter: waardesoort(wordt) };
}
