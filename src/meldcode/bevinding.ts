import type { Veld } from "./veld";

/** fout blocks sending; waarschuwing must be seen; tip is friendly advice. */
export type Ernst = "fout" | "waarschuwing" | "tip";

/** The codes are a contract with other programs: never rename one. In the order in which a cell's first fout is chosen. */
export const BEVINDINGEN = {
  "startdatum-ontbreekt": "fout",
  "startdatum-ongeldig": "fout",
  "einddatum-ongeldig": "fout",
  "startdatum-in-toekomst": "fout",
  "einddatum-in-toekomst": "fout",
  "einddatum-voor-startdatum": "fout",
  "sisa-ontbreekt": "fout",
  "consultatie-ontbreekt": "fout",
  "sisa-ongeldig": "fout",
  "consultatie-ongeldig": "fout",
  "stap5-ongeldig": "fout",
  "stap5-ontbreekt": "fout",
  "einddatum-ontbreekt": "waarschuwing",
  "startdatum-voor-wet": "waarschuwing",
  "stap5-beide-voor-2019": "waarschuwing",
  "sisa-niet-afgegeven": "waarschuwing",
  "consultatie-extern-verwacht": "waarschuwing",
  "doorlooptijd-lang": "waarschuwing",
  "kenmerk-dubbel": "waarschuwing",
  "persoonsgegeven-in-kenmerk": "waarschuwing",
  "sisa-nog-open": "tip",
  "consultatie-nog-open": "tip",
  "lang-open": "tip",
  "datum-als-tekst": "tip",
  "waarde-anders-geschreven": "tip",
  // Of what a municipality may ask beside what all ask (indicator.ts); never a fout for an empty cell.
  "leeftijdsgroep-ongeldig": "fout",
  "geweldsvorm-ongeldig": "fout",
  "bekendheid-ongeldig": "fout",
  "kinderen-ongeldig": "fout",
  "leeftijdsgroep-ontbreekt": "waarschuwing",
  "geweldsvorm-ontbreekt": "waarschuwing",
  "bekendheid-ontbreekt": "waarschuwing",
  "kinderen-ontbreekt": "waarschuwing",
} as const satisfies Record<string, Ernst>;
export type Bevindingcode = keyof typeof BEVINDINGEN;

/** A quick fix: write this in the cell the finding stands on. A date is an Excel serial in the workbook's own date system. */
export interface Herstel {
  readonly waarde: string | number;
  readonly isDatum: boolean;
  /** Label of the button, e.g. "Maak er 3-4-2026 van". */
  readonly label: string;
}

export interface Bevinding {
  readonly code: Bevindingcode;
  readonly ernst: Ernst;
  /** Position in the list as it was read: 0 is the first row below the header, blank rows included. */
  readonly rij: number;
  readonly veld: Veld;
  /** One Dutch sentence or two: what is wrong, and what to do. */
  readonly melding: string;
  readonly herstel?: Herstel;
}
