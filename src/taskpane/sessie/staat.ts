import type { Onbekend } from "../../meldcode/koppeling/organisaties";
import type { Registratie } from "../../meldcode/registratie";
import type { Organisatie } from "../../meldcode/uitwisseling/activering";
import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import type { Ontvangstbewijs } from "../../meldcode/uitwisseling/ontvangst";
import type { Lijstinhoud, Werkboekfout } from "../../workbook/werkboek";
import type { Storing } from "../dienst/uitkomst";
import type { Vraag } from "./besluit";
import type { Inlezen } from "./inlezen";
import type { Koppelen } from "./koppelen/koppelen";
import type { Maandregel } from "./maanden";
import type { Nieuwekolom } from "./nieuwekolommen";
import type { Bevindinggroep, Oordeel } from "./oordeel";
import type { Zondertoegang } from "./verdeling";
import type { Werkmapstand } from "./werkmap";

/** All that the screens show, one immutable value at a time. */
export type Beeld =
  | { readonly fase: "laden" }
  | Activeringsbeeld
  | Werkmapbeeld
  | Welkebeeld
  | Koppelfase
  | Inleesfase
  | Lijstbeeld
  | Bestuursbeeld;

export interface Activeringsbeeld {
  readonly fase: "activeren";
  readonly reden: "eerste-keer" | "toegang-vervallen";
  /** There are other organisations to go back to. */
  readonly kanTerug: boolean;
  readonly bezig: boolean;
  readonly fout: Activeringsfout | null;
  readonly beleid: Beleid | null;
}

/** `verkeerd-getypt` is found here, without a connection. */
export type Activeringsfout = { readonly soort: "leeg" } | { readonly soort: "verkeerd-getypt" } | { readonly soort: "storing"; readonly storing: Storing };

/** There is no list to check (yet). */
export interface Werkmapbeeld {
  readonly fase: "werkmap";
  /** Of the organisation, or of the board. */
  readonly naam: string;
  readonly beleid: Beleid | null;
  readonly bezig: boolean;
  readonly probleem: Exclude<Werkmapstand, { soort: "lijst" | "ongelezen" | "welke-organisatie" }>;
}

/** A board's list of which nothing says whose it is. */
export interface Welkebeeld {
  readonly fase: "welke-organisatie";
  readonly naam: string;
  readonly beleid: Beleid | null;
  readonly bezig: boolean;
  readonly organisaties: readonly Organisatie[];
}

/** Eigen lijst gebruiken. The flow has a state of its own; null while it is being loaded. */
export interface Koppelfase {
  readonly fase: "koppelen";
  /** Of the organisation, or of the board. */
  readonly naam: string;
  readonly beleid: Beleid | null;
  readonly stroom: Koppelen | null;
  /** It could not be loaded: no network, or a new version on the server. */
  readonly nietGeladen: boolean;
}

/** Oude formulieren inlezen; as Koppelfase. */
export interface Inleesfase extends Omit<Koppelfase, "fase" | "stroom"> {
  readonly fase: "inlezen";
  readonly stroom: Inlezen | null;
}

/** What is shown of a list, whoever's it is. */
interface Werkbeeld {
  readonly beleid: Beleid | null;
  readonly inhoud: Lijstinhoud;
  /** What the municipality asks besides, and the list has no column for. */
  readonly nieuweKolommen: readonly Nieuwekolom[];
  /** What the SISA column is called that the mapping of an own list does not know. */
  readonly ontbrekendeSisa: string | null;
  readonly zaken: number;
  readonly groepen: readonly Bevindinggroep[];
  readonly melding: Melding | null;
  /** The list could not be read again; what is shown is the last known state. */
  readonly werkboekfout: Werkboekfout | null;
  /** false: what waits is lost when the pane closes. */
  readonly opslagDuurzaam: boolean;
}

/** What is shown of one organisation's part of it. */
export interface Deelnemerbeeld {
  readonly organisatie: Organisatie;
  readonly oordeel: Oordeel;
  readonly maanden: readonly Maandregel[];
  /** The very object that leaves on Verzenden; null while there are errors. */
  readonly voorbeeld: Registratie | null;
  /** Cases before the first month of this registratie: they are not counted. */
  readonly ervoor: number;
  /** They can still be counted: in a new registratie that begins earlier and takes this one's place. */
  readonly kanEerderBeginnen: boolean;
  readonly verzending: Verzending;
  /** What the municipality holds could not be fetched. */
  readonly storing: Storing | null;
}

/** A list of one organisation. */
export interface Lijstbeeld extends Werkbeeld, Deelnemerbeeld {
  readonly fase: "lijst";
}

/** A list of several: a board with its schools, each with its own verdict, question and receipt. */
export interface Bestuursbeeld extends Werkbeeld {
  readonly fase: "bestuur";
  /** Of the board. */
  readonly naam: string;
  readonly oordeel: Bestuursoordeel;
  readonly scholen: readonly Schoolbeeld[];
  /** Of how many the sending is under way; null: none. */
  readonly bezig: { readonly klaar: number; readonly totaal: number } | null;
  /** What is asked of all of them together; null: nothing. */
  readonly bladvraag: Vraag | null;
  /** Rows of which the list does not say whose they are: nothing is sent before it does. */
  readonly onbekend: readonly Onbekend[];
  /** Organisations that the list names, for which there is no key here. */
  readonly zonderToegang: readonly Zondertoegang[];
  /** Ours, but the mapping does not name them: they take no part in this list. */
  readonly buitenLijst: readonly Organisatie[];
  /** Whose row a finding is on; null when that is not known. */
  readonly schoolVan: (rij: number) => string | null;
}

export interface Schoolbeeld extends Deelnemerbeeld {
  readonly zaken: number;
  /** Its key is no longer accepted; the others go on. */
  readonly toegangVervallen: boolean;
}

/** The verdict over all of them. */
export type Bestuursoordeel =
  /** The list names none of ours. */
  | { readonly soort: "niemand" }
  /** `onbekend`: also rows of which it is not known whose they are; then nothing is sent at all. */
  | { readonly soort: "fouten"; readonly fouten: number; readonly rijen: number; readonly scholen: number; readonly onbekend: boolean }
  | { readonly soort: "klaar"; readonly scholen: number }
  | { readonly soort: "alles-verzonden" }
  | { readonly soort: "niet-vergeleken" };

/** One short notice after something the user did; `nummer` tells two equal ones apart. */
export interface Melding {
  readonly nummer: number;
  readonly soort: "spring-niet-gelukt" | "volgende" | "hersteld" | "niet-hersteld" | "ingelezen" | "kolom-erbij" | "gecontroleerd" | "werkboekfout";
  readonly tekst: string;
}

export type Verzending =
  | { readonly soort: "rust" }
  | { readonly soort: "bezig"; readonly wat: "controleren" | "ophalen" | "versturen" }
  | { readonly soort: "vraag"; readonly vraag: Vraag }
  /** A first state waits on this computer; it is not sure that it is of this workbook. */
  | { readonly soort: "van-deze-werkmap"; readonly registratieId: string; readonly registratie: Registratie }
  /** Waits and tries again by itself. `klaargezet`: an exact state is kept and goes as it is. */
  | { readonly soort: "wacht"; readonly oorzaak: Storing; readonly opnieuwOm: Date; readonly klaargezet: boolean }
  /** `blad`: the sheet on which the receipt stands. */
  | { readonly soort: "ontvangen"; readonly bewijs: Ontvangstbewijs; readonly blad: string; readonly nietGenoteerd: Werkboekfout | null }
  | { readonly soort: "fouten" }
  | { readonly soort: "niets-te-verzenden" }
  | { readonly soort: "geweigerd"; readonly storing: Storing }
  | { readonly soort: "niet-gelezen"; readonly fout: Werkboekfout };
