import { type Datum, serieUitDatum, type Datumstelsel } from "../datum";
import { LEZERS } from "../koppeling/keuzes";
import { WAARDEN } from "../koppeling/koppeling";
import { leesDatum } from "../lezen/datums";
import { isBlanco, normaliseer } from "../lezen/tekst";
import { kenmerksleutel } from "../controle/kenmerk";
import type { Periode } from "../periode";
import { type Cel, type Rij, BASISVELDEN, type Veld } from "../veld";

/** An old monthly form as it was read: one list, of a file or of one of its sheets. */
export interface Formulier {
  /** The same for the same content, whatever the file is called. */
  readonly sleutel: string;
  /** What the screen calls it; never a name of a person (see veiligeNaam). */
  readonly naam: string;
  /** The month the form says it is about; null when nothing tells. */
  readonly maand: Periode | null;
  readonly rijen: readonly Formulierrij[];
}

export interface Formulierrij {
  /** Row of the sheet, or line of the csv; 1-based. */
  readonly rij: number;
  /** In one shape, whatever the form's own: see eenvormig. */
  readonly waarden: Rij;
}

/** Forms come from workbooks with either date system; between reading and writing a date is a serial of this one. */
export const STELSEL: Datumstelsel = 1900;

/**
 * Choices as our list writes them and dates as serials of 1900, so that rows of different files can be compared. What is not
 * understood stays as text: the check of the list tells of it.
 */
export function eenvormig(rij: Rij, stelsel: Datumstelsel): Rij {
  const cellen = BASISVELDEN.map((veld) => [veld, isBlanco(rij[veld]) ? null : eenvormigeCel(veld, rij[veld], stelsel)] as const);
  // fromEntries forgets that every field is there.
  return Object.fromEntries(cellen) as Record<Veld, Cel>;
}

function eenvormigeCel(veld: Veld, cel: Cel, stelsel: Datumstelsel): Cel {
  switch (veld) {
    case "startdatum":
    case "einddatum": {
      const { waarde } = leesDatum(cel, stelsel);
      return waarde === null ? String(cel) : serieUitDatum(waarde, STELSEL);
    }
    case "sisa":
    case "consultatie":
    case "stap5": {
      const { waarde } = LEZERS[veld](cel);
      // The reader of a field answers keys of that field's own values.
      return waarde === null ? cel : (WAARDEN[veld] as Readonly<Record<string, string>>)[waarde] ?? cel;
    }
    default:
      return typeof cel === "string" ? cel.trim() : cel;
  }
}

/** The day in a cell that is `eenvormig`; null when there is none. */
export function dagVan(cel: Cel): Datum | null {
  return leesDatum(cel, STELSEL).waarde;
}

/** Two cells of a field say the same when these are the same; "" for an empty one. */
export function waardesleutel(veld: Veld, cel: Cel): string {
  return cel === null ? "" : veld === "kenmerk" ? kenmerksleutel(cel) : normaliseer(cel);
}

/** The rows as a workbook with this date system holds them. */
export function inStelsel(rijen: readonly Rij[], stelsel: Datumstelsel): Rij[] {
  const naar = (cel: Cel): Cel => {
    const dag = dagVan(cel);
    return dag === null ? cel : serieUitDatum(dag, stelsel);
  };
  return rijen.map((rij) => ({ ...rij, startdatum: naar(rij.startdatum), einddatum: naar(rij.einddatum) }));
}
