import { KOPPEN, VELDEN, type Veld } from "../veld";
import { isGevraagd, STANDAARDVRAAGSTELLING, type Vraagstelling } from "../vraagstelling";
import { normaliseer } from "./tekst";

/**
 * Headers under which organisations keep these columns, beside our own (KOPPEN). Only what cannot mean anything else:
 * "Datum" alone need not be the start, a "zorgmelding" need not be a melding.
 */
const KOPSYNONIEMEN = {
  kenmerk: ["eigen kenmerk", "kenmerk zaak", "referentie", "referentienummer", "zaaknummer", "zaak nummer", "casusnummer", "dossiernummer", "volgnummer"],
  team: ["teamnaam", "afdeling", "locatie"],
  startdatum: ["start", "start datum", "datum start", "datum gestart", "gestart op", "begindatum", "startdatum meldcode", "datum start meldcode", "meldcode gestart op"],
  sisa: ["sisa", "signaal sisa", "sisa signaal afgegeven", "sisa afgegeven", "signaal in sisa"],
  consultatie: ["stap 2", "consultatie stap 2", "stap 2 consultatie", "geconsulteerd", "collegiale consultatie"],
  stap5: ["stap5", "besluit stap 5", "stap 5 besluit", "beslissing stap 5", "stap 5 beslissing", "uitkomst stap 5", "stap 5 uitkomst"],
  einddatum: ["einde", "eind datum", "datum einde", "datum eind", "afsluitdatum", "datum afgesloten", "datum afsluiting", "afgesloten op", "einddatum meldcode", "datum einde meldcode", "meldcode afgesloten op"],
  leeftijdsgroep: ["leeftijdscategorie", "leeftijdsklasse", "leeftijdsgroep jongste", "leeftijdsgroep jongste betrokkene"],
  geweldsvorm: ["geweldsvorm", "vorm geweld", "soort geweld", "type geweld", "aard geweld", "aard van het geweld", "soort mishandeling", "vorm van mishandeling"],
  bekendheid: ["nieuw/bekend", "nieuw / bekend", "nieuw of al bekend", "bekend of nieuw", "bekendheid"],
  kinderen: ["aantal betrokken kinderen", "aantal kinderen betrokken", "betrokken kinderen", "kinderen"],
} as const satisfies Record<Veld, readonly string[]>;

const VELD_BIJ_KOP = new Map<string, Veld>(VELDEN.flatMap((veld) => [KOPPEN[veld], ...KOPSYNONIEMEN[veld]].map((kop) => [kopsleutel(kop), veld] as const)));

/**
 * The field a header names, or null for a free column: also when it names one that the municipality does not ask. Its own name for the
 * SISA column counts beside ours. Read as a value is; hyphens, colons and an explanation in brackets do not matter either.
 */
export function veldVoorKop(kop: string, vraagstelling: Vraagstelling = STANDAARDVRAAGSTELLING): Veld | null {
  const sleutel = kopsleutel(kop);
  const { sisaLabel } = vraagstelling;
  if (sisaLabel !== null && sisaLabel !== KOPPEN.sisa && sleutel === kopsleutel(sisaLabel)) return "sisa";
  const veld = VELD_BIJ_KOP.get(sleutel) ?? null;
  return veld !== null && isGevraagd(veld, vraagstelling) ? veld : null;
}

/** Headers are the same when these are. */
export function kopsleutel(kop: string): string {
  return normaliseer(normaliseer(kop).replace(/\([^)]*\)$/, "").replace(/[-_:?*]/g, " "));
}
