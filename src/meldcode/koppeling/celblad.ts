import type { Datumstelsel } from "../datum";
import type { Cel } from "../veld";

export interface Bron {
  readonly bladen: readonly Celblad[];
  readonly datumstelsel: Datumstelsel;
  /** A csv knows no dates: there a date as text is a date, and gives no tip. */
  readonly datumsZijnTekst: boolean;
}

/** A sheet's cells, or those of a csv. Rows and columns count from 1. */
export interface Celblad {
  readonly blad: string;
  readonly zichtbaar: boolean;
  /** Rows that hold anything, from top to bottom; a cell stands at its column number. */
  readonly rijen: ReadonlyMap<number, readonly (Cel | undefined)[]>;
  /** Merged cells, where it is known which are. */
  readonly samengevoegd?: readonly Celblok[];
  /** Of a sheet of which only the headers are known: by column, the last row that holds anything. */
  readonly gevuldTot?: ReadonlyMap<number, number>;
}

/** Both ends included. */
export interface Celblok {
  readonly vanRij: number;
  readonly vanKolom: number;
  readonly totRij: number;
  readonly totKolom: number;
}

export interface Celplaats {
  readonly blad: string;
  readonly rij: number;
  readonly kolom: number;
}

/** The cell, or null. */
export function cel({ rijen }: Celblad, rij: number, kolom: number): Cel {
  return rijen.get(rij)?.[kolom] ?? null;
}

/** Names of sheets are the same whatever their case, as in Excel. */
export function gelijk(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** "AB" → 28. */
export function kolomnummer(letters: string): number {
  return Array.from(letters).reduce((som, letter) => som * 26 + letter.charCodeAt(0) - 64, 0);
}

/** 28 → "AB". */
export function kolomletters(nummer: number): string {
  return nummer > 26 ? kolomletters(Math.floor((nummer - 1) / 26)) + kolomletters(((nummer - 1) % 26) + 1) : String.fromCharCode(64 + nummer);
}
