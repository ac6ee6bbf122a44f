import type { Registratie } from "../../meldcode/registratie";
import type { Organisatie } from "../../meldcode/uitwisseling/activering";
import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import type { Ontvangstbewijs } from "../../meldcode/uitwisseling/ontvangst";
import type { Lijstinhoud, Werkboekfout } from "../../workbook/werkboek";
import type { Storing } from "../dienst/uitkomst";
import type { Vraag } from "./besluit";
import type { Inlezen } from "./inlezen";
import type { Koppelen } from "./koppelen";
import type { Maandregel } from "./maanden";
import type { Bevindinggroep, Oordeel } from "./oordeel";
import type { Werkmapstand } from "./werkmap";

/** All that the screens show, one immutable value at a time. */
export type Beeld =
  | { readonly fase: "laden" }
  | Activeringsbeeld
  | Werkmapbeeld
  | Koppelfase
  | Inleesfase
  | Lijstbeeld;

export interface Activeringsbeeld {
  readonly fase: "activeren";
  readonly reden: "eerste-keer" | "toegang-vervallen";
  readonly bezig: boolean;
  readonly fout: Activeringsfout | null;
  readonly beleid: Beleid | null;
}

/** `verkeerd-getypt` is found here, without a connection. */
export type Activeringsfout = { readonly soort: "leeg" } | { readonly soort: "verkeerd-getypt" } | { readonly soort: "storing"; readonly storing: Storing };

/** There is no list to check (yet). */
export interface Werkmapbeeld {
  readonly fase: "werkmap";
  readonly organisatie: Organisatie;
  readonly beleid: Beleid | null;
  readonly bezig: boolean;
  readonly probleem: Exclude<Werkmapstand, { soort: "lijst" | "ongelezen" }> | { readonly soort: "andere-organisatie"; readonly organisatieId: string };
}

/** Eigen lijst gebruiken. The flow has a state of its own; null while it is being loaded. */
export interface Koppelfase {
  readonly fase: "koppelen";
  readonly organisatie: Organisatie;
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

export interface Lijstbeeld {
  readonly fase: "lijst";
  readonly organisatie: Organisatie;
  readonly beleid: Beleid | null;
  readonly inhoud: Lijstinhoud;
  readonly zaken: number;
  readonly oordeel: Oordeel;
  readonly groepen: readonly Bevindinggroep[];
  readonly maanden: readonly Maandregel[];
  /** The very object that leaves on Verzenden; null while there are errors. */
  readonly voorbeeld: Registratie | null;
  /** Cases before the first month of this registratie: they are not counted. */
  readonly ervoor: number;
  /** They can still be counted: in a new registratie that begins earlier and takes this one's place. */
  readonly kanEerderBeginnen: boolean;
  readonly verzending: Verzending;
  readonly melding: Melding | null;
  /** The list could not be read again; what is shown is the last known state. */
  readonly werkboekfout: Werkboekfout | null;
  /** What the municipality holds could not be fetched. */
  readonly storing: Storing | null;
  /** false: what waits is lost when the pane closes. */
  readonly opslagDuurzaam: boolean;
}

/** One short notice after something the user did; `nummer` tells two equal ones apart. */
export interface Melding {
  readonly nummer: number;
  readonly soort: "spring-niet-gelukt" | "hersteld" | "niet-hersteld" | "ingelezen" | "gecontroleerd" | "werkboekfout";
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
