import { readFileSync } from "node:fs";
import path from "node:path";
import { LEGE_RIJ, serie } from "../../src/meldcode/testtaal";
import type { Rij } from "../../src/meldcode/veld";

interface Verwachting {
  readonly bestanden: readonly string[];
  readonly maanden: readonly string[];
  /** Cases in each file. */
  readonly regels: readonly number[];
  readonly zaken: number;
  readonly vaker: number;
  /** kenmerk, startdatum, SISA, consultatie, stap 5, einddatum; by start date. */
  readonly rijen: readonly (readonly [string | null, string, string | null, string | null, string | null, string | null])[];
}

/** Written by the script that made the forms, from the cases it put in them; our own code had no part in it. */
export const VERWACHT: Verwachting = JSON.parse(readFileSync(path.join(__dirname, "verwacht.json"), "utf8"));

export function verwachteRijen(): Rij[] {
  return VERWACHT.rijen.map(([kenmerk, startdatum, sisa, consultatie, stap5, einddatum]) => ({ ...LEGE_RIJ, kenmerk, startdatum: serie(startdatum), sisa, consultatie, stap5, einddatum: einddatum && serie(einddatum) }));
}

/** What the organisation's own words mean. */
export const WOORDEN: Readonly<Record<string, string>> = { "collega van de groep": "intern", "wijkteam ingeschakeld": "hulp" };

interface Zaakantwoord {
  readonly soort: "zelfde-zaak" | "verschil";
  readonly kenmerk: string | null;
  readonly startdatum: string;
  readonly antwoord: "dezelfde" | "andere" | string | number;
}

/** What someone who knows the cases answers. */
export const ANTWOORDEN: readonly Zaakantwoord[] = [
  { soort: "zelfde-zaak", kenmerk: null, startdatum: "18-2-2025", antwoord: "dezelfde" },
  { soort: "zelfde-zaak", kenmerk: null, startdatum: "15-4-2025", antwoord: "andere" },
  { soort: "verschil", kenmerk: "ZB-03", startdatum: "14-1-2025", antwoord: "Ja" },
  { soort: "verschil", kenmerk: "ZB-09", startdatum: "17-3-2025", antwoord: serie("14-4-2025") },
  { soort: "verschil", kenmerk: "ZB-12", startdatum: "23-4-2025", antwoord: "Extern" },
];
