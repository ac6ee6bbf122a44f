import * as z from "zod/mini";
import { canoniekeJson } from "../../meldcode/canoniek";
import { datumVan } from "../../meldcode/datum";
import { type Periode, periodeVanDatum } from "../../meldcode/periode";
import { periodeSchema } from "../../meldcode/registratie";
import { type Beleid, beleidSchema } from "../../meldcode/uitwisseling/beleid";
import { BELEIDSONDERDELEN, type Beleidsbeheer, type Beleidsinstelling, type Beleidsonderdeel } from "../../meldcode/uitwisseling/servicepunt";
import { beleidsversies, laatsteBeleid, voegBeleidToe } from "../database/beleid";
import type { Lezer } from "../database/opslag";
import type { Beleidrij } from "../database/tabellen";
import { type Handelend, noteer } from "./audit";
import type { Omgeving } from "./omgeving";
import { eisOrganisatie } from "./organisatie";
import { Probleemfout } from "./probleemfout";
import { STANDAARDBELEID } from "./standaardbeleid";
import { TEKSTEN } from "./teksten";

/** For this organisation the month is open, though it is closed. */
export interface Uitzondering {
  readonly organisatie: string;
  readonly periode: Periode;
}

export interface Beleidsversie {
  /** 0: the standard policy, nothing was set yet. */
  readonly versie: number;
  /** What everyone may know. */
  readonly beleid: Beleid;
  readonly uitzonderingen: readonly Uitzondering[];
}

/** One version as it is kept; the first ones knew no exceptions. */
const bewaardSchema = z.extend(beleidSchema, { uitzonderingen: z._default(z.array(z.object({ organisatie: z.string(), periode: periodeSchema })), []) });

export async function huidigBeleid(db: Lezer): Promise<Beleidsversie> {
  const rij = await laatsteBeleid(db);
  return rij ? leesVersie(rij) : NOG_NIETS;
}

const NOG_NIETS: Beleidsversie = { versie: 0, beleid: STANDAARDBELEID, uitzonderingen: [] };

function leesVersie({ versie, inhoud }: Beleidrij): Beleidsversie {
  const { uitzonderingen, ...beleid } = bewaardSchema.parse(JSON.parse(inhoud));
  return { versie, beleid, uitzonderingen };
}

/** Closed months that are open for this organisation. */
export function geopendVoor({ uitzonderingen }: Beleidsversie, organisatie: string): Periode[] {
  return uitzonderingen.flatMap((uitzondering) => (uitzondering.organisatie === organisatie ? [uitzondering.periode] : [])).sort();
}

/** The policy that holds, and a page of its versions: newest first, from the `vanaf`-th. */
export async function beleidsbeheer({ opslag: { lees } }: Omgeving, vanaf: number, aantal: number): Promise<Beleidsbeheer> {
  const { versie, beleid } = await huidigBeleid(lees);
  // With the one before the last of the page: what changed is the difference.
  const rijen = await beleidsversies(lees, vanaf, aantal + 1);
  const versies = rijen.slice(0, aantal).map((rij, i) => {
    const eerdere = rijen[i + 1];
    return { versie: rij.versie, vanaf: rij.vanaf, gewijzigd: verschillen(eerdere ? leesVersie(eerdere) : NOG_NIETS, leesVersie(rij)) };
  });
  return { versie, beleid, aantal: versie, versies };
}

/** A strong ETag, with its quotes. */
export function beleidEtag(versie: number): string {
  return `"${versie}"`;
}

/** Sets the policy but for the closed months. `etags`: of which version the sender believes that it holds ("*": any). Throws versie-verouderd. */
export async function stelBeleidIn(omgeving: Handelend, etags: readonly string[], instelling: Beleidsinstelling): Promise<void> {
  await wijzigBeleid(omgeving, (beleid, versie) => {
    if (!etags.includes("*") && !etags.includes(beleidEtag(versie))) throw new Probleemfout("versie-verouderd", TEKSTEN.servicepunt.beleidVerouderd);
    return { ...instelling, geslotenMaanden: beleid.geslotenMaanden };
  });
}

/** Appends a version, unless nothing changes; states received before stay judged by theirs. `pas` answers the new policy. */
export function wijzigBeleid(omgeving: Handelend, pas: (beleid: Beleid, versie: number) => Beleid): Promise<Beleid> {
  return omgeving.opslag.schrijf(async (tx) => {
    const eerdere = await huidigBeleid(tx);
    const beleid = beleidSchema.parse(pas(eerdere.beleid, eerdere.versie));
    const gewijzigd = verschillen(eerdere, { ...eerdere, beleid });
    if (gewijzigd.length === 0) return beleid;
    const { versie } = await voegVersieToe(tx, omgeving, eerdere, { ...eerdere, beleid });
    await noteer(tx, omgeving, "beleid-gewijzigd", { versie, onderdelen: gewijzigd.join(", ") });
    return beleid;
  });
}

function verschillen(was: Beleidsversie, wordt: Beleidsversie): Beleidsonderdeel[] {
  const inhoud = ({ beleid, uitzonderingen }: Beleidsversie, naam: Beleidsonderdeel) => canoniekeJson(naam === "uitzonderingen" ? uitzonderingen.map((u) => ({ ...u })) : beleid[naam]);
  return BELEIDSONDERDELEN.filter((naam) => inhoud(was, naam) !== inhoud(wordt, naam));
}

/** Closes or opens a month for every organisation; no new version when it is so already. What was an exception to a month that opens is none any longer. Throws ongeldige-inzending for closing a month that is not over. */
export function zetPeriode(omgeving: Handelend, periode: Periode, gesloten: boolean): Promise<Beleid> {
  return omgeving.opslag.schrijf(async (tx) => {
    const eerdere = await huidigBeleid(tx);
    const { beleid, uitzonderingen } = eerdere;
    if (beleid.geslotenMaanden.includes(periode) === gesloten) return beleid;
    // A year that was typed wrong would be noticed only when nobody can send any more.
    if (gesloten && periode >= periodeVanDatum(datumVan(omgeving.nu()))) throw new Probleemfout("ongeldige-inzending", TEKSTEN.servicepunt.maandLoopt);
    const rest = beleid.geslotenMaanden.filter((p) => p !== periode);
    const nieuw = await voegVersieToe(tx, omgeving, eerdere, {
      beleid: { ...beleid, geslotenMaanden: (gesloten ? [...rest, periode] : rest).sort() },
      uitzonderingen: gesloten ? uitzonderingen : uitzonderingen.filter((uitzondering) => uitzondering.periode !== periode),
    });
    await noteer(tx, omgeving, gesloten ? "periode-gesloten" : "periode-geopend", { periode, versie: nieuw.versie });
    return nieuw.beleid;
  });
}

/** Gives one organisation an exception to a closed month, or takes it back. Answers all of them. Throws niet-gevonden, or ongeldige-inzending for a month that is open. */
export function zetUitzondering(omgeving: Handelend, organisatie: string, periode: Periode, geldt: boolean): Promise<readonly Uitzondering[]> {
  return omgeving.opslag.schrijf(async (tx) => {
    await eisOrganisatie(tx, organisatie);
    const eerdere = await huidigBeleid(tx);
    if (!eerdere.beleid.geslotenMaanden.includes(periode)) throw new Probleemfout("ongeldige-inzending", TEKSTEN.servicepunt.maandOpen);
    const rest = eerdere.uitzonderingen.filter((uitzondering) => uitzondering.organisatie !== organisatie || uitzondering.periode !== periode);
    const geldtAl = rest.length < eerdere.uitzonderingen.length;
    if (geldtAl === geldt) return eerdere.uitzonderingen;
    const { versie, uitzonderingen } = await voegVersieToe(tx, omgeving, eerdere, { ...eerdere, uitzonderingen: geldt ? [...rest, { organisatie, periode }] : rest });
    await noteer(tx, omgeving, geldt ? "uitzondering-gegeven" : "uitzondering-ingetrokken", { organisatie, periode, versie });
    return uitzonderingen;
  });
}

async function voegVersieToe(tx: Lezer, { nu }: Handelend, { versie: eerder }: Beleidsversie, { beleid, uitzonderingen }: Omit<Beleidsversie, "versie">): Promise<Beleidsversie> {
  const nieuw = { versie: eerder + 1, beleid: beleidSchema.parse(beleid), uitzonderingen };
  await voegBeleidToe(tx, { versie: nieuw.versie, vanaf: nu().toISOString(), inhoud: JSON.stringify({ ...nieuw.beleid, uitzonderingen }), deadlineDag: nieuw.beleid.deadlineDag });
  return nieuw;
}
