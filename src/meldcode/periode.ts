import type { Datum } from "./datum";

/** A month, "jjjj-mm". Comparing as text is comparing in time. */
declare const periodeMerk: unique symbol;
export type Periode = string & { readonly [periodeMerk]: true };

export const PERIODE_VORM = /^(19[9]\d|20\d\d)-(0[1-9]|1[0-2])$/;

/** null when the text is no month from 1990-01 to 2099-12. */
export function leesPeriode(tekst: string): Periode | null {
  return PERIODE_VORM.test(tekst) ? (tekst as Periode) : null;
}

/** Months since year 0; for arithmetic only. */
export function maandnummer(periode: Periode): number {
  return Number(periode.slice(0, 4)) * 12 + Number(periode.slice(5, 7)) - 1;
}

/** The reverse of maandnummer. */
export function periodeVanNummer(nummer: number): Periode {
  return `${Math.floor(nummer / 12)}-${String((nummer % 12) + 1).padStart(2, "0")}` as Periode;
}

/** Month number (see maandnummer) in which a date lies. */
export function maandnummerVanDatum(datum: Datum): number {
  const d = new Date(datum * 86_400_000);
  return d.getUTCFullYear() * 12 + d.getUTCMonth();
}

export function periodeVanDatum(datum: Datum): Periode {
  return periodeVanNummer(maandnummerVanDatum(datum));
}

/** Every month from `van` up to and including `tot`; empty when tot lies before van. */
export function periodenVanTot(van: Periode, tot: Periode): Periode[] {
  const eerste = maandnummer(van);
  return Array.from({ length: Math.max(0, maandnummer(tot) - eerste + 1) }, (_, i) => periodeVanNummer(eerste + i));
}

export const MAANDNAMEN = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"] as const;

/** "maart 2026" */
export function toonPeriode(periode: Periode): string {
  return `${MAANDNAMEN[Number(periode.slice(5, 7)) - 1]} ${periode.slice(0, 4)}`;
}
