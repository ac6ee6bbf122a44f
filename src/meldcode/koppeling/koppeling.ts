import * as z from "zod/mini";
import { ORGANISATIE_VORM } from "../code";
import { INDICATOREN, INDICATORWAARDEN, type Indicator } from "../indicator";
import type { Veld } from "../veld";
import { CONSULTATIE, SISA, STAP5 } from "../zaak";

/**
 * A mapping: how a list that is not ours is read as it stands (domain: an own list). It holds headers and words, never a case;
 * it can be carried to next year's file.
 */

/** Excel's own limits. */
const rijnummer = z.int().check(z.minimum(1), z.maximum(1_048_576));
/** What a cell can hold. */
const tekst = z.string().check(z.minLength(1), z.maxLength(32_767));

/** What stands above a column; over two rows, both with a blank between. */
const koptekst = z.string().check(z.maxLength(32_767));

/** A column: by its header. The letters say which one when a header stands there twice, is empty, or was renamed. */
const kolomwijzer = {
  kop: koptekst,
  kolom: z.optional(z.string().check(z.regex(/^[A-Z]{1,3}$/))),
  /** What the same column is called on other sheets. */
  andereKoppen: z.optional(z.array(koptekst).check(z.minLength(1))),
};

/**
 * What own words mean. Beside a field's values: `open` (nothing yet), and in a column of two, `ja` (there was one; the other column says
 * which) and `niet` (not this one; the other column may say another).
 */
function keuzeveld<const W extends string>(waarden: readonly W[], meesteKolommen: 1 | 2) {
  const betekenis = z.enum([...waarden, "open", ...(meesteKolommen === 2 ? (["ja", "niet"] as const) : [])]);
  const kolom = z.strictObject({
    ...kolomwijzer,
    waarden: z.optional(z.record(tekst, betekenis)),
    /** What an empty cell means while the field's other column is filled. */
    leeg: z.optional(betekenis),
  });
  return z.strictObject({
    kolommen: z.array(kolom).check(z.maxLength(meesteKolommen)),
    /** What it means when all cells of the field are empty, or when there is no column. Without it: nothing yet. */
    leeg: z.optional(z.enum([...waarden, "open"])),
  });
}

const tekstveld = z.strictObject({ kolommen: z.tuple([z.strictObject(kolomwijzer)]) });
/** Of an end date, words may say that the case runs. */
const eindveld = z.strictObject({ kolommen: z.array(z.strictObject({ ...kolomwijzer, waarden: z.optional(z.record(tekst, z.literal("open"))) })).check(z.maxLength(1)) });

const bladnaam = z.string().check(z.maxLength(255));
export const bereikSchema = z.strictObject({
  blad: bladnaam,
  /** The row right above the first case. */
  koprij: rijnummer,
  /** How many rows the headers take, when more than one: they end at `koprij`. */
  koprijen: z.optional(z.int().check(z.minimum(2), z.maximum(3))),
  /** "B:H": only where something else stands beside the list on the same sheet. */
  kolommen: z.optional(z.string().check(z.regex(/^[A-Z]{1,3}:[A-Z]{1,3}$/))),
  /** Only where something else stands below the list on the same sheet. */
  laatsteRij: z.optional(rijnummer),
});

const filter = z.strictObject({
  ...kolomwijzer,
  /** Rows with one of these words in the column are no cases. "" is an empty cell. */
  weglaten: z.array(z.string()),
  /** Words of rows that are cases; when given, any other word is told as new. */
  tellen: z.optional(z.array(z.string())),
});

const velden = z.strictObject({
  kenmerk: z.optional(tekstveld),
  team: z.optional(tekstveld),
  startdatum: tekstveld,
  sisa: z.optional(keuzeveld(sleutels(SISA), 1)),
  consultatie: z.optional(keuzeveld(sleutels(CONSULTATIE), 2)),
  stap5: z.optional(keuzeveld(sleutels(STAP5), 2)),
  einddatum: z.optional(eindveld),
  leeftijdsgroep: z.optional(keuzeveld(sleutels(INDICATORWAARDEN.leeftijdsgroep), 1)),
  geweldsvorm: z.optional(keuzeveld(sleutels(INDICATORWAARDEN.geweldsvorm), 1)),
  bekendheid: z.optional(keuzeveld(sleutels(INDICATORWAARDEN.bekendheid), 1)),
  kinderen: z.optional(keuzeveld(sleutels(INDICATORWAARDEN.kinderen), 1)),
});

const vorm = {
  schema: z.literal("koppeling/1"),
  /** Together one list, from old to new. */
  bereiken: z.array(bereikSchema).check(z.minLength(1), z.maxLength(10_000)),
  /** Sheets with the same headers that are no part of the list: of any other such sheet is told that it is not read. */
  andereBladen: z.optional(z.array(bladnaam).check(z.minLength(1))),
  velden,
  filters: z._default(z.array(filter), []),
  /** The column that says whether someone of 0 up to and including 22 years was involved on the start date; null: that decides nothing. */
  leeftijd: z.optional(z.nullable(z.strictObject({ ...kolomwijzer, soort: z.enum(["leeftijd", "geboortedatum"]) }))),
  /** The same reference and start date in a later area is the same case. */
  zelfdeZaak: z.optional(z.boolean()),
  /** A list of several organisations (a board with its schools): the column that says whose case a row is, and which organisation its words name. null: of one. */
  organisatie: z.optional(z.nullable(z.strictObject({ ...kolomwijzer, waarden: z.record(tekst, z.string().check(z.regex(ORGANISATIE_VORM))) }))),
};

export const koppelingSchema = z.strictObject(vorm);
export type Koppeling = z.infer<typeof koppelingSchema>;

/** A mapping under way: the start date's column may still be unknown. */
export const beginSchema = z.strictObject({ ...vorm, velden: z.partial(velden) });
export type Koppelingsbegin = z.infer<typeof beginSchema>;

export type Bereik = z.infer<typeof bereikSchema>;
export type Filter = z.infer<typeof filter>;
export type Velden = Koppelingsbegin["velden"];
export interface Kolomwijzer {
  readonly kop: string;
  readonly kolom?: string | undefined;
  readonly andereKoppen?: readonly string[] | undefined;
}

export const KEUZEVELDEN = ["sisa", "consultatie", "stap5", ...INDICATOREN] as const satisfies readonly Veld[];
export type Keuzeveld = (typeof KEUZEVELDEN)[number];
export const WAARDEN = { sisa: SISA, consultatie: CONSULTATIE, stap5: STAP5, ...INDICATORWAARDEN } as const;
type Indicatorwaarde = { [I in Indicator]: keyof (typeof INDICATORWAARDEN)[I] }[Indicator];
/** What a word in a column of choices may mean; which of them a field knows, its schema says. */
export type Betekenis = keyof typeof SISA | keyof typeof CONSULTATIE | keyof typeof STAP5 | Indicatorwaarde | "open" | "niet";

/** The mapping cannot be applied to this file; the message is one Dutch sentence. */
export class Koppelingfout extends Error {
  override readonly name = "Koppelingfout";
}

/** Object.keys forgets that these are exactly the keys of the record. */
function sleutels<K extends string>(waarden: Readonly<Record<K, string>>): K[] {
  return Object.keys(waarden) as K[];
}
