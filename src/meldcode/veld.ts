import { INDICATOREN, type Indicator } from "./indicator";

/**
 * The columns of the list that every municipality reads. Every other column is a free column: never read, never sent.
 * Source: evaluation 2017 (free columns are liked, an employee's name is not).
 */
export const BASISVELDEN = ["kenmerk", "team", "startdatum", "sisa", "consultatie", "stap5", "einddatum"] as const;
export type Basisveld = (typeof BASISVELDEN)[number];

/** With those that policy may switch on (vraagstelling.ts). */
export const VELDEN = [...BASISVELDEN, ...INDICATOREN] as const;
export type Veld = Basisveld | Indicator;

/** The header each field bears in a list that we make ourselves. */
export const KOPPEN = {
  kenmerk: "Kenmerk",
  team: "Team",
  startdatum: "Startdatum",
  sisa: "SISA-signaal",
  consultatie: "Consultatie",
  stap5: "Stap 5",
  einddatum: "Einddatum",
  leeftijdsgroep: "Leeftijdsgroep",
  geweldsvorm: "Vorm van geweld",
  bekendheid: "Nieuw of bekend",
  kinderen: "Aantal kinderen",
} as const satisfies Record<Veld, string>;

/** Without these a list cannot be counted; kenmerk and team may be left out. */
export const VERPLICHTE_VELDEN = ["startdatum", "sisa", "consultatie", "stap5", "einddatum"] as const satisfies readonly Basisveld[];

/** What a cell holds: as Excel's `values` gives it. An empty cell is "" or null; an error value is its text, e.g. "#N/B". */
export type Cel = string | number | boolean | null;

/** One row of the list: only what is read. A field without a column is null; an indicator that is not asked is absent. */
export type Rij = Readonly<Record<Basisveld, Cel> & Partial<Record<Indicator, Cel>>>;

/** The list column by column, all of the same length; a field without a column is null, an indicator that is not asked absent. This is how Excel hands it over. */
export type Kolominhoud = Readonly<Record<Basisveld, readonly Cel[] | null> & Partial<Record<Indicator, readonly Cel[] | null>>>;
