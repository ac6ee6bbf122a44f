import type { Datumstelsel } from "../meldcode/datum";
import type { Kolominhoud, Rij, Veld } from "../meldcode/veld";

/**
 * The port to the list, wherever it lives. Two adapters: office.js (the open workbook) and, later, an .xlsx file.
 * Nothing outside src/workbook knows Excel; what goes wrong arrives as a Werkboekfout with a Dutch sentence.
 */
export interface Werkboek {
  /** Finds and reads the whole list and the sheet Verzonden. At most two syncs below 5 MB. */
  lees(): Promise<Lezing>;
  /** "Registratie starten": makes the sheet and the table Meldcode; never overwrites what is there. */
  start(): Promise<Lezing>;
  /** Calls back after every change that touches the list, debounced. Answers how to stop listening. */
  luister(opWijziging: (wijziging: Lijstwijziging) => void): Promise<() => Promise<void>>;
  /** Selects the cell; answers false when the workbook cannot take the focus (the caller then shows the address). */
  springNaar(plaats: Plaats): Promise<boolean>;
  /** Writes quick fixes in one undoable step, after checking that each cell still holds what was read. Answers how many were written. */
  herstel(herstellingen: readonly Herstelling[]): Promise<number>;
  /** Adds a row to the sheet Verzonden (made when it is not there), and keeps there which registratie this workbook is. */
  noteerOntvangst(regel: Verzondenregel, koppeling: Koppeling): Promise<void>;
}

export type Lezing =
  | { readonly soort: "lijst"; readonly lijst: Lijstinhoud; readonly verzonden: Verzondenblad | null }
  /** No table Meldcode and nothing that looks like one: the user may start. */
  | { readonly soort: "geen-lijst" }
  | { readonly soort: "kolom-ontbreekt"; readonly blad: string; readonly tabel: string; readonly ontbreekt: readonly Veld[] }
  | { readonly soort: "meer-lijsten"; readonly bladen: readonly string[] };

export interface Lijstinhoud {
  readonly blad: string;
  readonly tabel: string;
  /** Sheet row (1-based) of the first row below the header. */
  readonly eersteRij: number;
  /** Where each field stands: sheet column (1-based) and the header as it is written. */
  readonly kolommen: Readonly<Partial<Record<Veld, { readonly kolom: number; readonly kop: string }>>>;
  readonly datumstelsel: Datumstelsel;
  /** Only the columns that are read; free columns are never loaded. */
  readonly inhoud: Kolominhoud;
  /** Sheet row (1-based) of the first filled row below the list that is not read, because a blank row stands between; null when there is none near. */
  readonly losseRij: number | null;
  /** The sheet is protected: reading works, fixes do not. */
  readonly beveiligd: boolean;
}

export type Lijstwijziging =
  /** These rows (positions in the list, 0-based) now read so; nothing moved. */
  | { readonly soort: "rijen"; readonly rijen: ReadonlyMap<number, Rij> }
  /** Rows or columns moved, came or went, or it is not known what changed: everything was read again. */
  | { readonly soort: "alles"; readonly lezing: Lezing }
  /** Something changed but reading failed; the last known state stands. */
  | { readonly soort: "fout"; readonly fout: Werkboekfout };

export interface Plaats {
  /** Position in the list, 0-based. */
  readonly rij: number;
  readonly veld: Veld;
}

export interface Herstelling extends Plaats {
  /** What the cell held when the fix was proposed; when it holds something else now, it is left alone. */
  readonly was: string | number | boolean | null;
  readonly waarde: string | number;
  readonly isDatum: boolean;
}

/** Which registratie this workbook is. Stands on the visible sheet Verzonden: custom parts and settings get lost (office-js #6585, #6091). */
export interface Koppeling {
  readonly organisatieId: string;
  readonly registratieId: string;
}

export interface Verzondenblad {
  readonly koppeling: Koppeling | null;
  /** Receipt references, as they stand on the sheet, newest last. */
  readonly kenmerken: readonly string[];
}

/** A receipt in words, for people. */
export interface Verzondenregel {
  readonly ontvangenOp: string;
  readonly kenmerk: string;
  readonly maanden: string;
  readonly wijzigingen: string;
  readonly hash: string;
}

export type Werkboekfoutcode =
  /** sync did not answer within the time limit */
  | "antwoordt-niet"
  /** the user is editing a cell */
  | "cel-in-bewerking"
  | "beveiligd"
  | "lijst-verdwenen"
  | "te-groot"
  | "geen-excel"
  | "onbekend";

export class Werkboekfout extends Error {
  override readonly name = "Werkboekfout";
  constructor(
    readonly code: Werkboekfoutcode,
    /** Dutch: what happened, that nothing is lost, what to do. */
    melding: string,
    options?: ErrorOptions,
  ) {
    super(melding, options);
  }
}

/** "G7" for column 7, row 7 (both 1-based). */
export function celadres(kolom: number, rij: number): string {
  return kolomletters(kolom) + rij;
}

/** "AB" for column 28 (1-based). */
export function kolomletters(kolom: number): string {
  let letters = "";
  for (let k = kolom; k > 0; k = Math.floor((k - 1) / 26)) letters = String.fromCharCode(65 + ((k - 1) % 26)) + letters;
  return letters;
}
