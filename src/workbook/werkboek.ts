import type { Datumstelsel } from "../meldcode/datum";
import { type Bron, type Celplaats, kolomletters } from "../meldcode/koppeling/celblad";
import type { Koppeling } from "../meldcode/koppeling/koppeling";
import type { Nieuwblad } from "../meldcode/koppeling/nieuwebladen";
import type { Rijorganisaties } from "../meldcode/koppeling/organisaties";
import type { Kolominhoud, Rij, Veld } from "../meldcode/veld";
import type { Vraagstelling } from "../meldcode/vraagstelling";

/**
 * The port to the list, wherever it lives. Two adapters: office.js (the open workbook) and an .xlsx file.
 * Nothing outside src/workbook knows Excel; what goes wrong arrives as a Werkboekfout with a Dutch sentence.
 */
export interface Werkboek {
  /** What the municipality asks: from here on lists are read, and made, by it. As in Rotterdam until it is said. */
  vraag(vraagstelling: Vraagstelling): void;
  /**
   * Finds and reads the whole list and the sheet Verzonden: an own list through the sheet Koppeling when there is one, else the list
   * Meldcode. Below 5 MB at most two syncs, three for an own list.
   */
  lees(): Promise<Lezing>;
  /** "Registratie starten": makes the sheet and the table Meldcode; never overwrites what is there. */
  start(): Promise<Lezing>;
  /**
   * Adds the columns of these fields at the right of a list of ours, as `start` makes them, in one undoable step. A column that bears such a
   * header already is left as it is and used. Answers what it reads then.
   */
  voegKolommenToe(velden: readonly Veld[]): Promise<Lezing>;
  /** Every cell of every sheet but our own, visible or not: only to propose a mapping from. In blocks below 5 MB. */
  leesBron(): Promise<Bron>;
  /** Writes the sheet Koppeling (made when it is not there) in one undoable step; from then on `lees` reads through it. Answers what it reads. */
  bewaarKoppeling(koppeling: Koppeling): Promise<Lezing>;
  /** Calls back after every change that touches the list, debounced. Answers how to stop listening. */
  luister(opWijziging: (wijziging: Lijstwijziging) => void): Promise<() => Promise<void>>;
  /** Selects the cell; answers false when the workbook cannot take the focus (the caller then shows the address). */
  springNaar(plaats: Plaats): Promise<boolean>;
  /** Writes quick fixes in one undoable step, after checking that each cell still holds what was read. Answers how many were written. */
  herstel(herstellingen: readonly Herstelling[]): Promise<number>;
  /** Adds rows below the list Meldcode in one undoable step. Dates are serials in the workbook's own date system. */
  voegToe(rijen: readonly Rij[]): Promise<void>;
  /**
   * Adds a row to the sheet Verzonden (made when it is not there), which also keeps which registratie this workbook is. Answers the
   * name of the sheet: when the user has a Verzonden of their own, ours bears another.
   */
  noteerOntvangst(regel: Verzondenregel, verbinding: Verbinding): Promise<string>;
}

export type Lezing =
  | { readonly soort: "lijst"; readonly lijst: Lijstinhoud; readonly verzonden: Verzondenblad | null }
  /** No table Meldcode and nothing that looks like one: the user may start. */
  | { readonly soort: "geen-lijst" }
  | { readonly soort: "kolom-ontbreekt"; readonly blad: string; readonly tabel: string; readonly ontbreekt: readonly Veld[] }
  | { readonly soort: "meer-lijsten"; readonly bladen: readonly string[] }
  /** The sheet Koppeling cannot be read (`koppeling` null), or a sheet or column of it is gone. One Dutch sentence. */
  | { readonly soort: "koppeling-past-niet"; readonly melding: string; readonly koppeling: Koppeling | null };

export interface Lijstinhoud {
  /** The sheet it stands on; of several the first. */
  readonly blad: string;
  /** All the sheets it stands on. With more than one an address is shown with the sheet's name. */
  readonly bladen: readonly string[];
  /** null: an own list, which is no table or more than one. */
  readonly tabel: string | null;
  readonly datumstelsel: Datumstelsel;
  /** Only the columns that are read; free columns are never loaded. An indicator that is asked and has no column is null, one that is not asked absent. */
  readonly inhoud: Kolominhoud;
  /** The cell of a row and field; of a field without a column the start date's. `rij` is the position in the list, 0-based. */
  plaats(rij: number, veld: Veld): Celplaats;
  /** Sheet row (1-based) of the first filled row below the list that is not read, because a blank row stands between; null when there is none near. */
  readonly losseRij: number | null;
  /** The sheet (of several: one of them) is protected: reading works, fixes do not. */
  readonly beveiligd: boolean;
  /** null: a list of ours. */
  readonly gekoppeld: Gekoppeldelijst | null;
}

/** How an own list was read. */
export interface Gekoppeldelijst {
  readonly koppeling: Koppeling;
  /** Rows that are no cases. */
  readonly weggelaten: number;
  /** Rows that are the same case as a row of an earlier area. */
  readonly samengevoegd: number;
  /** What the user should know: Dutch sentences. */
  readonly waarschuwingen: readonly string[];
  /** Sheets with the headers of the list that the mapping does not know: part of it, or not? */
  readonly nieuweBladen: readonly Nieuwblad[];
  /** Whose case each row is; null: of one organisation. */
  readonly organisaties: Rijorganisaties | null;
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

/** Which registratie this workbook is, for one organisation. Stands on the visible sheet Verzonden: custom parts and settings get lost (office-js #6585, #6091). */
export interface Verbinding {
  readonly organisatieId: string;
  readonly registratieId: string;
}

export interface Verzondenblad {
  /** In the order of the sheet: of one organisation the last counts. */
  readonly verbindingen: readonly Verbinding[];
  /** Receipt references, as they stand on the sheet, newest last. */
  readonly kenmerken: readonly string[];
}

/** A receipt in words, for people. */
export interface Verzondenregel {
  readonly ontvangenOp: string;
  readonly kenmerk: string;
  /** Its name. */
  readonly organisatie: string;
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
  /** it stands in the file as it is here, which the user has not saved yet */
  | "niet-bewaard"
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

/** What a user is shown: "G7", and with several sheets "Maart 2026, G7". */
export function adresVan({ bladen }: Lijstinhoud, { blad, rij, kolom }: Celplaats): string {
  const adres = celadres(kolom, rij);
  return bladen.length > 1 ? `${blad}, ${adres}` : adres;
}

/** "G7" for column 7, row 7 (both 1-based). */
export function celadres(kolom: number, rij: number): string {
  return kolomletters(kolom) + rij;
}
