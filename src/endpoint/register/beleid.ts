import * as z from "zod/mini";
import type { Periode } from "../../meldcode/periode";
import { periodeSchema } from "../../meldcode/registratie";
import { type Beleid, beleidSchema } from "../../meldcode/uitwisseling/beleid";
import { STANDAARDVRAAGSTELLING } from "../../meldcode/vraagstelling";
import { laatsteBeleid, voegBeleidToe } from "../database/beleid";
import type { Lezer } from "../database/opslag";
import { type Handelend, noteer } from "./audit";
import { eisOrganisatie } from "./organisatie";
import { Probleemfout } from "./probleemfout";
import { TEKSTEN } from "./teksten";

/** Until the municipality sets its own. The addresses are plainly made up. */
export const STANDAARDBELEID: Beleid = {
  gemeente: "Rotterdam",
  contact: { naam: "Servicepunt Meldcode", url: "https://servicepunt-meldcode.example/", email: "servicepunt@servicepunt-meldcode.example" },
  helpUrl: "https://servicepunt-meldcode.example/hulp",
  helpteksten: [],
  ...STANDAARDVRAAGSTELLING,
  minimum: 3,
  deadlineDag: 15,
  geslotenMaanden: [],
};

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
  if (!rij) return { versie: 0, beleid: STANDAARDBELEID, uitzonderingen: [] };
  const { uitzonderingen, ...beleid } = bewaardSchema.parse(JSON.parse(rij.inhoud));
  return { versie: rij.versie, beleid, uitzonderingen };
}

/** Closed months that are open for this organisation. */
export function geopendVoor({ uitzonderingen }: Beleidsversie, organisatie: string): Periode[] {
  return uitzonderingen.flatMap((uitzondering) => (uitzondering.organisatie === organisatie ? [uitzondering.periode] : [])).sort();
}

/** Appends a version; states received before stay judged by theirs. `pas` answers the new policy. */
export function wijzigBeleid(omgeving: Handelend, pas: (beleid: Beleid) => Beleid): Promise<Beleid> {
  return omgeving.opslag.schrijf(async (tx) => {
    const eerdere = await huidigBeleid(tx);
    const { versie, beleid: nieuw } = await voegVersieToe(tx, omgeving, eerdere, { ...eerdere, beleid: pas(eerdere.beleid) });
    const onderdelen = beleidSchema.def.shape;
    const gewijzigd = Object.keys(onderdelen).filter((naam) => JSON.stringify(Reflect.get(eerdere.beleid, naam)) !== JSON.stringify(Reflect.get(nieuw, naam)));
    await noteer(tx, omgeving, "beleid-gewijzigd", { versie, onderdelen: gewijzigd.join(", ") });
    return nieuw;
  });
}

/** Closes or opens a month for every organisation. What was an exception to a month that opens is none any longer. */
export function zetPeriode(omgeving: Handelend, periode: Periode, gesloten: boolean): Promise<Beleid> {
  return omgeving.opslag.schrijf(async (tx) => {
    const eerdere = await huidigBeleid(tx);
    const { beleid, uitzonderingen } = eerdere;
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
    const { versie, uitzonderingen } = await voegVersieToe(tx, omgeving, eerdere, { ...eerdere, uitzonderingen: geldt ? [...rest, { organisatie, periode }] : rest });
    await noteer(tx, omgeving, geldt ? "uitzondering-gegeven" : "uitzondering-ingetrokken", { organisatie, periode, versie });
    return uitzonderingen;
  });
}

async function voegVersieToe(tx: Lezer, { nu }: Handelend, { versie: eerder }: Beleidsversie, { beleid, uitzonderingen }: Omit<Beleidsversie, "versie">): Promise<Beleidsversie> {
  const nieuw = { versie: eerder + 1, beleid: beleidSchema.parse(beleid), uitzonderingen };
  await voegBeleidToe(tx, { versie: nieuw.versie, vanaf: nu().toISOString(), inhoud: JSON.stringify({ ...nieuw.beleid, uitzonderingen }) });
  return nieuw;
}
