import type { Gebied } from "./adres";
import type { Celwaarde } from "./cel";

/** Where a change comes from; trigger says whether this add-in made it. */
export interface Herkomst {
  readonly bron: "Local" | "Remote";
  readonly trigger: "ThisLocalAddin" | "Unknown";
}

export type Wijzigingssoort = "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";

/** What happened in the workbook, told after the step is complete. */
export type Gebeurtenis = Herkomst &
  (
    | {
        readonly soort: "cellen";
        readonly blad: string;
        readonly gebied: Gebied;
        readonly wijziging: Wijzigingssoort;
        /** Only for one cell, as in Excel (office-js #5308). */
        readonly details?: { readonly was: Celwaarde; readonly wordt: Celwaarde };
      }
    | { readonly soort: "gesorteerd"; readonly blad: string; readonly gebied: Gebied }
    | { readonly soort: "tabel-toegevoegd" | "tabel-verwijderd"; readonly blad: string; readonly tabel: string; readonly naam: string }
    /** Name, range or columns of a table. */
    | { readonly soort: "tabel-gewijzigd" | "tabel-gefilterd"; readonly blad: string; readonly tabel: string }
    | { readonly soort: "blad-toegevoegd" | "blad-verwijderd" | "blad-geactiveerd"; readonly blad: string; readonly naam: string }
    | { readonly soort: "blad-hernoemd"; readonly blad: string; readonly was: string; readonly wordt: string }
    | { readonly soort: "blad-beveiligd"; readonly blad: string; readonly beveiligd: boolean }
    /** Anything else of a sheet that is to be seen: widths, colours, rules, hidden rows, order, visibility. */
    | { readonly soort: "opmaak"; readonly blad: string }
    | { readonly soort: "selectie"; readonly blad: string; readonly gebied: Gebied }
    /** Defined names or document settings. */
    | { readonly soort: "werkmap" }
  );

// Omit over a union would melt it together; this keeps its members apart.
type ZonderHerkomst<T> = T extends unknown ? Omit<T, keyof Herkomst> : never;
/** What happened, before it is said who did it. */
export type Melding = ZonderHerkomst<Gebeurtenis>;

const TEGENDEEL = {
  RangeEdited: "RangeEdited",
  RowInserted: "RowDeleted",
  RowDeleted: "RowInserted",
  ColumnInserted: "ColumnDeleted",
  ColumnDeleted: "ColumnInserted",
  CellInserted: "CellDeleted",
  CellDeleted: "CellInserted",
} as const;

/** What is told when it is undone. */
export function omgekeerd(m: Melding): Melding {
  switch (m.soort) {
    case "cellen":
      return { ...m, wijziging: TEGENDEEL[m.wijziging], ...(m.details && { details: { was: m.details.wordt, wordt: m.details.was } }) };
    case "tabel-toegevoegd":
      return { ...m, soort: "tabel-verwijderd" };
    case "tabel-verwijderd":
      return { ...m, soort: "tabel-toegevoegd" };
    case "blad-toegevoegd":
      return { ...m, soort: "blad-verwijderd" };
    case "blad-verwijderd":
      return { ...m, soort: "blad-toegevoegd" };
    case "blad-hernoemd":
      return { ...m, was: m.wordt, wordt: m.was };
    case "blad-beveiligd":
      return { ...m, beveiligd: !m.beveiligd };
    default:
      return m;
  }
}
