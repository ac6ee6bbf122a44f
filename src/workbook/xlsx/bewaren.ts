import type { Bereik } from "./bereik";
import type { Validatie, VoorwaardelijkeOpmaak } from "./blad";
import type { Celwaarde } from "./celinhoud";
import type { Opmaak } from "./stijlen";
import type { Blad, Werkmap } from "./werkmap";

/** One change of a workbook. They are carried out in order; sheets and tables are called by the names they have by then. */
export type Wijziging =
  /**
   * Of a cell: what it holds (`formule` without "=" goes before `waarde`; null empties it) and how it looks. What is left out stays as it was;
   * content in place of a formula takes the formula away.
   */
  | {
      readonly soort: "cel";
      readonly blad: string;
      readonly rij: number;
      readonly kolom: number;
      readonly waarde?: Celwaarde;
      readonly formule?: string;
      readonly opmaak?: Opmaakwijziging;
    }
  /** Takes content and looks away. */
  | { readonly soort: "cel-wissen"; readonly blad: string; readonly rij: number; readonly kolom: number }
  /** At the end, empty. */
  | { readonly soort: "blad-toevoegen"; readonly naam: string; readonly zichtbaarheid?: Blad["zichtbaarheid"] }
  /** `bereik` with the header row, which is filled with `kolommen`, and at least one row below it. */
  | { readonly soort: "tabel-toevoegen"; readonly blad: string; readonly naam: string; readonly bereik: Bereik; readonly kolommen: readonly string[]; readonly stijl?: string }
  /** `kolommen`: all names, when one is changed, or columns come or go; the header cells are changed along. */
  | { readonly soort: "tabel-wijzigen"; readonly naam: string; readonly nieuweNaam?: string; readonly bereik?: Bereik; readonly kolommen?: readonly string[] }
  /** The cells stay. */
  | { readonly soort: "tabel-verwijderen"; readonly naam: string }
  /** Takes the place of what held for these cells. */
  | { readonly soort: "validatie"; readonly blad: string; readonly validatie: Validatie }
  | { readonly soort: "validatie-wissen"; readonly blad: string; readonly bereik: Bereik }
  /** Goes before the ones that are there. */
  | { readonly soort: "voorwaardelijk-toevoegen"; readonly blad: string; readonly regel: VoorwaardelijkeOpmaak }
  /** The rules with this formula on exactly these blocks. */
  | { readonly soort: "voorwaardelijk-verwijderen"; readonly blad: string; readonly bereiken: readonly Bereik[]; readonly formule: string }
  /** 0 and 0 frees all. */
  | { readonly soort: "bevriezen"; readonly blad: string; readonly rijen: number; readonly kolommen: number }
  /** In characters of the standard font. */
  | { readonly soort: "kolombreedte"; readonly blad: string; readonly van: number; readonly tot: number; readonly breedte: number }
  /** For the whole workbook; in place of one of that name. */
  | { readonly soort: "naam"; readonly naam: string; readonly verwijzing: string }
  | { readonly soort: "activeren"; readonly blad: string };

export type Opmaakwijziging = Partial<Omit<Opmaak, "isDatum">>;

/** The bytes of the workbook with these changes. Parts that none of them concerns stay byte for byte; in others only what is concerned changes. */
export function bewaarWerkmap(werkmap: Werkmap, wijzigingen: readonly Wijziging[]): Uint8Array {
  if (wijzigingen.length === 0) return werkmap.pakket.schrijf();
  throw new RangeError("Nog geen wijzigingen");
}
