import type { CSSProperties } from "react";
import type { Gebied } from "../../model/adres";

/** How one cell looks. */
export interface Celbeeld {
  readonly tekst: string;
  /** Numbers and dates stand right, as in Excel, unless the style says otherwise. */
  readonly uitlijning: "left" | "center" | "right";
  readonly stijl: CSSProperties;
  /** Of a table: "tabelkop", "band". */
  readonly klasse: string;
  /** Id of the table column whose header this is. */
  readonly kopVan: { readonly tabel: string; readonly kolom: number; readonly gefilterd: boolean } | null;
  /** In words what a conditional format says with colour; "" without. */
  readonly nadruk: string;
}

/** What the grid asks of the sheet it shows. */
export interface Roosterbron {
  readonly naam: string;
  /** How many rows and columns can be scrolled to. */
  readonly rijen: number;
  readonly kolommen: number;
  /** The last row and column that hold something; -1 when the sheet is empty. */
  readonly laatste: { readonly rij: number; readonly kolom: number };
  readonly vasteRijen: number;
  readonly vasteKolommen: number;
  /** Pixels; 0 is hidden. */
  kolombreedte(kolom: number): number;
  rijhoogte(rij: number): number;
  /** Pixels from the top of the sheet to this row. */
  rijpositie(rij: number): number;
  /** Another object whenever a row height or column width changed. */
  readonly maten: object;
  beeld(rij: number, kolom: number): Celbeeld;
  /** What stands in the cell when it is edited: the formula, or the value as a person would type it. */
  invoertekst(rij: number, kolom: number): string;
  /** The list of the data validation; null when there is none. */
  keuzes(rij: number, kolom: number): readonly string[] | null;
  /** The input message of the data validation. */
  invoerbericht(rij: number, kolom: number): { readonly titel: string; readonly tekst: string } | null;
  /** The merged block this cell is in. */
  samengevoegd(rij: number, kolom: number): Gebied | null;
}

/** What a person does to the sheet. Each is one step that Ctrl+Z takes back. */
export interface Roosteropdrachten {
  /** Answers false when the value was refused; the person then stays in the cell. */
  voerIn(rij: number, kolom: number, tekst: string): boolean;
  wis(g: Gebied): void;
  kopieer(g: Gebied): string;
  plak(g: Gebied, tekst: string): Gebied;
  vulOmlaag(g: Gebied): void;
  ongedaan(): void;
  opnieuw(): void;
  zetKolombreedte(kolom: number, breedte: number): void;
  openKopmenu(tabel: string, kolom: number, knop: HTMLElement): void;
  openCelmenu(x: number, y: number): void;
}
