import type { Gebied } from "./adres";

/** What a cell shows; "" is empty. An error value is its English text ("#N/A"), as it stands in a file. */
export type Celwaarde = string | number | boolean;

/** One cell; never changed, always replaced. A cell that is not there is empty, General and without style. */
export interface Cel {
  /** For a formula: the last known result (of the file, or of the calculation); ask Blad.waarde for the real one. */
  readonly waarde: Celwaarde;
  /** English, with commas, beginning with "=". */
  readonly formule?: string;
  /** Number format as Excel's numberFormat says it ("dd-mm-yyyy"); absent is General. "m/d/yyyy" stands for the short date of the reader's country. */
  readonly notatie?: string;
  readonly stijl?: Stijl;
}

export interface Stijl {
  /** "#RRGGBB". */
  readonly vulling?: string;
  readonly letterkleur?: string;
  readonly vet?: boolean;
  readonly cursief?: boolean;
  readonly horizontaal?: string;
  readonly verticaal?: string;
  readonly terugloop?: boolean;
  /** Cells are locked unless it says false; only matters on a protected sheet. */
  readonly vergrendeld?: boolean;
  /** The style in the file it came from (index in its style table); kept, never read. */
  readonly bestandsstijl?: number;
}

/** Excel's own rule shapes (Excel.DataValidationRule), so nothing is lost between model and API. */
export interface Validatieregel {
  readonly list?: { readonly inCellDropDown: boolean; readonly source: string };
  readonly custom?: { readonly formula: string };
  readonly date?: Vergelijking;
  readonly time?: Vergelijking;
  readonly wholeNumber?: Vergelijking;
  readonly decimal?: Vergelijking;
  readonly textLength?: Vergelijking;
}
interface Vergelijking {
  readonly formula1: string | number;
  readonly formula2?: string | number;
  readonly operator: string;
}

export interface Validatie {
  readonly gebieden: readonly Gebied[];
  /** Relative references count from the first cell of the first block. */
  readonly regel: Validatieregel;
  readonly negeerLeeg: boolean;
  readonly invoer: { readonly tonen: boolean; readonly titel: string; readonly tekst: string };
  readonly fout: { readonly tonen: boolean; readonly titel: string; readonly tekst: string; readonly stijl: string };
}

/** Conditional formatting by a formula. */
export interface Opmaakregel {
  readonly id: string;
  readonly gebieden: readonly Gebied[];
  /** English, with "="; relative references count from the first cell of the first block. */
  readonly formule: string;
  readonly vulling?: string;
  readonly letterkleur?: string;
  readonly vet?: boolean;
  readonly cursief?: boolean;
  readonly onderstreept?: boolean;
  readonly stopAlsWaar: boolean;
}

export interface Tabelkolom {
  readonly id: number;
  readonly naam: string;
}

export interface Tabel {
  readonly id: string;
  readonly naam: string;
  /** Id of the sheet. */
  readonly blad: string;
  /** With header and totals row. */
  readonly gebied: Gebied;
  readonly kop: boolean;
  readonly totalen: boolean;
  readonly kolommen: readonly Tabelkolom[];
  readonly stijl: string;
  readonly banden: boolean;
  readonly filterknoppen: boolean;
  /** Per column id the texts that stay visible. */
  readonly filters: ReadonlyMap<number, ReadonlySet<string>>;
}

/** A defined name of the workbook (blad null) or of one sheet. */
export interface Naam {
  readonly naam: string;
  readonly formule: string;
  readonly blad: string | null;
  readonly zichtbaar: boolean;
}

export type Zichtbaarheid = "Visible" | "Hidden" | "VeryHidden";

/** Codes are those of the Excel API, so the host passes them on as they are. */
export class Werkmapfout extends Error {
  override readonly name = "Werkmapfout";
  constructor(
    readonly code: "AccessDenied" | "InvalidArgument" | "InvalidOperation" | "InvalidReference" | "ItemAlreadyExists" | "ItemNotFound",
    melding: string,
  ) {
    super(melding);
  }
}

/** The data of a table: without header and totals. An empty table has one blank row. */
export function gegevensgebied(t: Tabel): Gebied {
  const boven = t.kop ? 1 : 0;
  return { ...t.gebied, rij: t.gebied.rij + boven, rijen: t.gebied.rijen - boven - (t.totalen ? 1 : 0) };
}

const FOUTWAARDEN = new Set(["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!"]);
export function isFoutwaarde(waarde: Celwaarde): boolean {
  return typeof waarde === "string" && FOUTWAARDEN.has(waarde);
}
