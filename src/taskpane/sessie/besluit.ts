import { canoniekeJson } from "../../meldcode/canoniek";
import type { Datum } from "../../meldcode/datum";
import { behoudGeslotenMaanden } from "../../meldcode/geslotenMaanden";
import type { Lijst } from "../../meldcode/lijst";
import type { Periode } from "../../meldcode/periode";
import type { Registratie } from "../../meldcode/registratie";
import { aggregateRegistratie } from "../../meldcode/tellen";
import type { Registratieregel } from "../../meldcode/uitwisseling/ontvangst";
import { type Verschil, vergelijk, verlagingen } from "../../meldcode/verschil";
import { metSisaNaam } from "../sisanaam";

/** What must be agreed before a state leaves. Each answer starts the same road again with one answer more. */
export type Vraag =
  /** The differences with what was received, to be seen once. */
  | { readonly soort: "correctie"; readonly verschillen: readonly Verschil[]; readonly inhoud: string }
  /** Months fall below what was received: rows deleted, or a fresh file for a new year? */
  | { readonly soort: "verlaging"; readonly verschillen: readonly Verschil[]; readonly perioden: readonly Periode[]; readonly inhoud: string }
  /** Someone sent a newer state of this very list from elsewhere. */
  | { readonly soort: "nieuwere-stand"; readonly verschillen: readonly Verschil[]; readonly perioden: readonly Periode[]; readonly inhoud: string }
  /** The organisation has another list with the same months. */
  | { readonly soort: "andere-registratie"; readonly regels: readonly Registratieregel[] }
  /** The Servicepunt closed months that differ. */
  | {
      readonly soort: "gesloten-maanden";
      readonly perioden: readonly Periode[];
      /** For a list that was never sent: the first month it can begin with; there is nothing to leave as received. */
      readonly beginBij: Periode | null;
    }
  /** Sheets turned up with the headers of the own list: it does not go without them in silence. `past`: they can be read as the others are. */
  | { readonly soort: "nieuw-blad"; readonly bladen: readonly string[]; readonly past: boolean };

export interface Antwoorden {
  /** The months whose differences were seen and agreed to; other months are asked about again. */
  readonly gezien?: string;
  readonly verlagingen?: readonly Periode[];
  /** "This is a fresh file": a registratie of its own. */
  readonly nieuweRegistratie?: boolean;
  readonly naast?: "ernaast" | { readonly vervangt: string };
  /** Closed months that stay as they were received. */
  readonly behoud?: readonly Periode[];
  /** A first state begins with this month: the ones before are closed. */
  readonly vanaf?: Periode;
  /** New sheets that are part of the list from now on. */
  readonly meenemen?: readonly string[];
  /** New sheets without which this state goes. */
  readonly zonderBladen?: readonly string[];
}

export interface Situatie {
  readonly lijst: Lijst;
  readonly peildatum: Datum;
  readonly minimum: number;
  /** What the SISA column is called here; null: it is not asked. */
  readonly sisaLabel: string | null;
  readonly inzendingId: string;
  /** The registratie this workbook is; null when it is none yet. */
  readonly registratieId: string | null;
  /** What the municipality holds of it; null when it holds nothing. */
  readonly bewaard: Registratie | null;
  /** Months that the Servicepunt closed for this organisation. */
  readonly gesloten: readonly Periode[];
  /** Every registratie of the organisation. */
  readonly regels: readonly Registratieregel[];
  /** The municipality said that a newer state came from elsewhere. */
  readonly elders: boolean;
}

export type Besluit =
  | { readonly soort: "verzend"; readonly registratie: Registratie; readonly eerste: boolean }
  | { readonly soort: "vraag"; readonly vraag: Vraag }
  | { readonly soort: "niets-te-verzenden" };

/** Decides what a press on Verzenden does. The list has no `fout` (throws RangeError otherwise). */
export function besluit(situatie: Situatie, antwoorden: Antwoorden): Besluit {
  const { regels, elders, registratieId } = situatie;
  const bewaard = antwoorden.nieuweRegistratie ? null : situatie.bewaard;
  const registratie = tel({ ...situatie, bewaard }, antwoorden);
  const vervangt = typeof antwoorden.naast === "object" ? antwoorden.naast.vervangt : null;
  // The same figures in the place of another list do say something new.
  if (bewaard && vervangt === null && inhoudVan(registratie) === inhoudVan(bewaard)) return { soort: "niets-te-verzenden" };

  if (!bewaard && !antwoorden.naast) {
    const overlap = overlappende(regels, registratie);
    if (overlap.length > 0) return { soort: "vraag", vraag: { soort: "andere-registratie", regels: overlap } };
  }
  // A state in place of this list's own earlier one is compared with that one.
  const zelfVervangen = vervangt !== null && vervangt === registratieId;
  const vorige = zelfVervangen ? situatie.bewaard : bewaard;
  const verschillen = vergelijk(vorige, registratie).map((verschil) => ({ ...verschil, zinnen: verschil.zinnen.map((zin) => metSisaNaam(zin, situatie)) }));
  const perioden = verlagingen(vorige, registratie).filter((p) => !antwoorden.verlagingen?.includes(p));
  // The breakdown follows from the months and the policy: a new policy is no new question.
  const inhoud = canoniekeJson(registratie.maanden);
  const gezien = antwoorden.gezien === inhoud;
  if (elders && !gezien) return { soort: "vraag", vraag: { soort: "nieuwere-stand", verschillen, perioden, inhoud } };
  if (perioden.length > 0) return { soort: "vraag", vraag: { soort: "verlaging", verschillen, perioden, inhoud } };
  const isCorrectie = verschillen.some((v) => v.soort === "gewijzigd" || v.soort === "vervallen");
  if (isCorrectie && !gezien) return { soort: "vraag", vraag: { soort: "correctie", verschillen, inhoud } };
  return { soort: "verzend", registratie, eerste: bewaard === null };
}

/** The lists of the organisation that count, with months of this one. */
export function overlappende(regels: readonly Registratieregel[], { vanaf, tot }: Registratie): readonly Registratieregel[] {
  return regels.filter((r) => r.vervangenDoor === null && r.vanaf <= tot && r.tot >= vanaf);
}

/** The state as it would leave now. */
export function tel(situatie: Pick<Situatie, "lijst" | "peildatum" | "minimum" | "inzendingId" | "bewaard" | "gesloten">, antwoorden: Antwoorden): Registratie {
  const { lijst, peildatum, minimum, inzendingId, bewaard, gesloten } = situatie;
  const geteld = aggregateRegistratie(lijst, {
    minimum,
    peildatum,
    inzendingId,
    vanaf: bewaard?.vanaf ?? antwoorden.vanaf,
    ...(bewaard && { gesloten: { maanden: gesloten, was: bewaard } }),
    ...(antwoorden.verlagingen && { bevestigdeVerlagingen: [...antwoorden.verlagingen] }),
    ...(typeof antwoorden.naast === "object" && { vervangt: antwoorden.naast.vervangt }),
  });
  return bewaard && antwoorden.behoud ? behoudGeslotenMaanden(geteld, bewaard, [...antwoorden.behoud]) : geteld;
}

/** What is counted, as text: equal for two states that say the same, whoever sent them and whatever was agreed on the way. */
export function inhoudVan({ vanaf, tot, minimum, maanden, uitsplitsingen }: Registratie): string {
  return canoniekeJson({ vanaf, tot, minimum, maanden, uitsplitsingen });
}
