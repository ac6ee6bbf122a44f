/**
 * Days as plain numbers: no time zone can shift them. 0 is 1-1-1970; valid dates run from 1-1-1990 to 31-12-2099.
 */
declare const datumMerk: unique symbol;
export type Datum = number & { readonly [datumMerk]: true };

/** The date system of a workbook: serial 1 is 1-1-1900 (with Excel's own leap year error) or serial 0 is 1-1-1904. */
export type Datumstelsel = 1900 | 1904;

const DAG = 86_400_000;
/** Serial of 1-1-1970. The non-existing 29-2-1900 lies before every date we accept. */
const NUL_IN_STELSEL = { 1900: 25_569, 1904: 24_107 } as const satisfies Record<Datumstelsel, number>;

/** Year as is, month 1…12, day 1…31. null when that day does not exist or lies outside 1990…2099. */
export function maakDatum(jaar: number, maand: number, dag: number): Datum | null {
  if (jaar < 1990 || jaar > 2099 || maand < 1 || maand > 12 || dag < 1 || dag > dagenInMaand(jaar, maand)) return null;
  return (Date.UTC(jaar, maand - 1, dag) / DAG) as Datum;
}

/** An Excel serial; a time part is cut off. null outside 1-1-1990…31-12-2099 (a year typed as 2026 is no date). */
export function datumUitSerie(serie: number, stelsel: Datumstelsel): Datum | null {
  const dagen = Math.floor(serie) - NUL_IN_STELSEL[stelsel];
  return dagen >= EERSTE_DATUM && dagen <= LAATSTE_DATUM ? (dagen as Datum) : null;
}

/** The serial to write in a cell of a workbook with that date system. */
export function serieUitDatum(datum: Datum, stelsel: Datumstelsel): number {
  return datum + NUL_IN_STELSEL[stelsel];
}

/** d-m-jjjj, as a Dutch reader writes it. */
export function toonDatum(datum: Datum): string {
  const d = new Date(datum * DAG);
  return `${d.getUTCDate()}-${d.getUTCMonth() + 1}-${d.getUTCFullYear()}`;
}

/** jjjj-mm-dd. */
export function isoDatum(datum: Datum): string {
  return new Date(datum * DAG).toISOString().slice(0, 10);
}

/** The reverse of isoDatum; null when it is not a date from 1990 to 2099. */
export function datumUitIso(tekst: string): Datum | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(tekst);
  return m ? maakDatum(Number(m[1]), Number(m[2]), Number(m[3])) : null;
}

const kalender = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam", year: "numeric", month: "2-digit", day: "2-digit" });

const UUR = 3_600_000;
/** A calendar is slow, and the same hours are asked for again and again. */
const dagPerUur = new Map<number, Datum>();
const HOOGSTENS = 10_000;

/** The day it is in the Netherlands at that moment (deadlines run through 23:59:59 Europe/Amsterdam), where days begin on the hour of UTC. */
export function datumVan(moment: Date): Datum {
  const uur = Math.floor(moment.getTime() / UUR);
  const bekend = dagPerUur.get(uur);
  if (bekend !== undefined) return bekend;
  const [jaar, maand, dag] = kalender.format(moment).split("-").map(Number);
  const datum = (Date.UTC(jaar ?? 1970, (maand ?? 1) - 1, dag) / DAG) as Datum;
  if (dagPerUur.size >= HOOGSTENS) dagPerUur.clear();
  dagPerUur.set(uur, datum);
  return datum;
}

export function dagenInMaand(jaar: number, maand: number): number {
  return new Date(Date.UTC(jaar, maand, 0)).getUTCDate();
}

const EERSTE_DATUM = Date.UTC(1990, 0, 1) / DAG;
const LAATSTE_DATUM = Date.UTC(2099, 11, 31) / DAG;
