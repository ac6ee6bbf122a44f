import { teksten, type Tweezin } from "./teksten";

/** What differs with where the list is: in the workbook that is open in Excel, or in a file on the page without the add-in. */
export interface Plek {
  readonly lijstWeg: string;
  readonly meerLijsten: (bladen: string) => string;
  readonly kolom: (blad: string, koppen: string) => string;
  readonly koppeling: string;
  /** `doe` null: the session reads the workbook again itself. */
  readonly opnieuw: { readonly knop: string; readonly doe: (() => void) | null };
  readonly beveiligd: string;
  readonly wacht: { readonly nietKlaargezet: (om: string) => string; readonly duurzaam: string; readonly nietDuurzaam: string };
  readonly springNietGelukt: (adres: string) => string;
  readonly hersteld: (n: number) => string;
  readonly kolomErbij: (n: number) => string;
  /** Before the rows of old forms are added. */
  readonly toevoegen: string;
  /** Why the receipt is not on its sheet yet, behind the workbook's own sentence. `doe` null: the session tries again itself. */
  readonly ontvangst: { readonly nietGenoteerd: string; readonly noteer: string; readonly doe: (() => void) | null };
  /** In front of the other help. */
  readonly hulp: readonly Tweezin[];
}

const { werkmap, bevindingen, verzenden, meldingen, ontvangst } = teksten;

export const IN_EXCEL: Plek = {
  lijstWeg: werkmap.weg,
  meerLijsten: werkmap.meer,
  kolom: werkmap.kolom,
  koppeling: werkmap.koppeling,
  opnieuw: { knop: werkmap.opnieuw, doe: null },
  beveiligd: bevindingen.beveiligd,
  wacht: verzenden.wacht,
  springNietGelukt: meldingen.springNietGelukt,
  hersteld: meldingen.hersteld,
  kolomErbij: meldingen.kolomErbij,
  toevoegen: meldingen.toevoegen,
  ontvangst: { ...ontvangst, doe: null },
  hulp: [],
};
