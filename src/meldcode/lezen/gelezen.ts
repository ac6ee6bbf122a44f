/** What a cell turned out to hold. One shape for all outcomes: lists of 100,000 rows are read through it. */
export interface Gelezen<W> {
  /** Nothing or only whitespace. */
  readonly leeg: boolean;
  /** null when the cell is empty or not understood; the contract allows no guess. */
  readonly waarde: W | null;
  /** Understood, but not written as the value itself: a synonym, or a date as text. */
  readonly anders: boolean;
}

export const LEEG: Gelezen<never> = { leeg: true, waarde: null, anders: false };
export const ONBEGREPEN: Gelezen<never> = { leeg: false, waarde: null, anders: false };

/** Something stands there, but it is not one of the values or dates that are read. */
export function isOnbegrepen(cel: Gelezen<unknown>): boolean {
  return !cel.leeg && cel.waarde === null;
}
