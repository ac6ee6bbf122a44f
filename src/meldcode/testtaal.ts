/** A small language for tests: a list is written as what differs from an ordinary, faultless, closed case. */
import { type Datum, type Datumstelsel, serieUitDatum } from "./datum";
import { leesDatum } from "./lezen/datums";
import { Lijst, type Lijstopties } from "./lijst";
import type { Registratie } from "./registratie";
import { aggregateRegistratie, type Telopties } from "./tellen";
import { INDICATOREN } from "./indicator";
import { type Basisveld, type Cel, type Kolominhoud, type Rij, BASISVELDEN } from "./veld";

/** "3-4-2026" → the day; throws when it is none. */
export function dag(tekst: string): Datum {
  const { waarde } = leesDatum(tekst, 1900);
  if (waarde === null) throw new Error(`${tekst} is geen datum`);
  return waarde;
}

/** "3-4-2026" → what a cell with that date holds. */
export function serie(tekst: string, stelsel: Datumstelsel = 1900): number {
  return serieUitDatum(dag(tekst), stelsel);
}

export const OPTIES: Lijstopties = { peildatum: dag("15-4-2026"), datumstelsel: 1900 };

export const LEGE_RIJ: Rij = { kenmerk: null, team: null, startdatum: null, sisa: null, consultatie: null, stap5: null, einddatum: null };

/** A closed case of January 2026 without any finding. */
export function rij(anders: Partial<Rij> = {}): Rij {
  return {
    ...LEGE_RIJ,
    startdatum: serie("12-1-2026"),
    sisa: "Ja",
    consultatie: "Extern",
    stap5: "Hulp",
    einddatum: serie("26-1-2026"),
    ...anders,
  };
}

/** A case that runs, also without any finding but the two friendly ones about what is still open. */
export function lopend(anders: Partial<Rij> = {}): Rij {
  return rij({ startdatum: serie("1-4-2026"), sisa: "", consultatie: "", stap5: "", einddatum: "", ...anders });
}

export function kolommen(rijen: readonly Rij[]): Kolominhoud {
  const indicatoren = INDICATOREN.filter((indicator) => rijen.some((r) => r[indicator] !== undefined));
  // fromEntries forgets that every field is there.
  return Object.fromEntries([...BASISVELDEN, ...indicatoren].map((veld) => [veld, rijen.map((r) => r[veld] ?? null)] as const)) as Record<Basisveld, Cel[]>;
}

export function lijstVan(rijen: readonly Rij[], opties: Partial<Lijstopties> = {}): Lijst {
  return new Lijst(kolommen(rijen), { ...OPTIES, ...opties });
}

export function lijstMet(...rijen: readonly Rij[]): Lijst {
  return lijstVan(rijen);
}

export const INZENDING_ID = "5b0c7d1e-3f7e-4c55-9a39-0d6f6f1f7a10";

/** The state of these rows, which have no fout, on the ordinary reference day. */
export function registratieVan(rijen: readonly Rij[], { vraagstelling, ...opties }: Partial<Telopties & Lijstopties> = {}): Registratie {
  return aggregateRegistratie(lijstVan(rijen, { vraagstelling }), { minimum: 3, peildatum: OPTIES.peildatum, inzendingId: INZENDING_ID, ...opties });
}
