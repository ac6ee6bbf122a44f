import type { Bevindingcode, Herstel } from "../bevinding";
import type { Datum, Datumstelsel } from "../datum";
import type { Gelezen } from "../lezen/gelezen";
import type { Sector } from "../sector";
import type { Cel, Veld, VERPLICHTE_VELDEN } from "../veld";
import type { Vraagstelling } from "../vraagstelling";
import type { Consultatie, Sisa, Stap5 } from "../zaak";

/** What findings depend on beside the list itself. */
export interface Lijstopties {
  /** The reference day: today, unless someone looks back. */
  readonly peildatum: Datum;
  readonly datumstelsel: Datumstelsel;
  /** undefined when it is not known of which organisation the list is. */
  readonly sector?: Sector | undefined;
  /** What the municipality asks; undefined: STANDAARDVRAAGSTELLING. */
  readonly vraagstelling?: Vraagstelling | undefined;
}

/** The fields whose content is read into a value; kenmerk and team stay text. */
export type Leesveld = (typeof VERPLICHTE_VELDEN)[number];

export interface Gelezenrij {
  readonly startdatum: Gelezen<Datum>;
  readonly sisa: Gelezen<Sisa>;
  readonly consultatie: Gelezen<Consultatie>;
  readonly stap5: Gelezen<Stap5>;
  readonly einddatum: Gelezen<Datum>;
}

interface Regelbasis {
  readonly code: Bevindingcode;
  /** The cell the finding stands on. */
  readonly veld: Veld;
  /** What is wrong and what to do; the same words for every row, so that findings can be grouped. */
  readonly melding: string;
}

/** A rule about what one row reads as. */
export interface Rijregel extends Regelbasis {
  readonly veld: Leesveld;
  /**
   * What it depends on. "cel": only its own cell (so it is asked once for each content of that column);
   * "lege cel": the row, but only when its own cell is empty (so it is not asked of rows that are complete); "rij": the row.
   */
  readonly ziet: "cel" | "lege cel" | "rij";
  geldt(rij: Gelezenrij, opties: Lijstopties): boolean;
  herstel?(rij: Gelezenrij, opties: Lijstopties): Herstel | undefined;
}

/** A rule about the reference, of which nearly every one is different. */
export interface Kenmerkregel extends Regelbasis {
  readonly veld: "kenmerk";
  readonly ziet: "kenmerk";
  geldt(kenmerk: Cel): boolean;
}

/** A rule about other rows too; the list itself keeps whether it holds. */
export interface Lijstregel extends Regelbasis {
  readonly ziet: "lijst";
}

export type Regel = Rijregel | Kenmerkregel | Lijstregel;
