/**
 * The columns of the list that are read. Every other column is a free column: never read, never sent.
 * Source: evaluation 2017 (free columns are liked, an employee's name is not).
 */
export const VELDEN = ["kenmerk", "team", "startdatum", "sisa", "consultatie", "stap5", "einddatum"] as const;
export type Veld = (typeof VELDEN)[number];

/** The header each field bears in a list that we make ourselves. */
export const KOPPEN = {
  kenmerk: "Kenmerk",
  team: "Team",
  startdatum: "Startdatum",
  sisa: "SISA-signaal",
  consultatie: "Consultatie",
  stap5: "Stap 5",
  einddatum: "Einddatum",
} as const satisfies Record<Veld, string>;

/** Without these a list cannot be counted; kenmerk and team may be left out. */
export const VERPLICHTE_VELDEN = ["startdatum", "sisa", "consultatie", "stap5", "einddatum"] as const satisfies readonly Veld[];

/** What a cell holds: as Excel's `values` gives it. An empty cell is "" or null; an error value is its text, e.g. "#N/B". */
export type Cel = string | number | boolean | null;

/** One row of the list: only what is read. A field without a column is null. */
export type Rij = Readonly<Record<Veld, Cel>>;

/** The list column by column, all of the same length; a field without a column is null. This is how Excel hands it over. */
export type Kolominhoud = Readonly<Record<Veld, readonly Cel[] | null>>;
