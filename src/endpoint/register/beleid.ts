import type { Periode } from "../../meldcode/periode";
import { type Beleid, beleidSchema } from "../../meldcode/uitwisseling/beleid";
import { laatsteBeleid, voegBeleidToe } from "../database/beleid";
import type { Lezer } from "../database/opslag";
import type { Omgeving } from "./omgeving";

/** Until the municipality sets its own. The addresses are plainly made up. */
export const STANDAARDBELEID: Beleid = {
  gemeente: "Rotterdam",
  contact: { naam: "Servicepunt Meldcode", url: "https://servicepunt-meldcode.example/", email: "servicepunt@servicepunt-meldcode.example" },
  helpUrl: "https://servicepunt-meldcode.example/hulp",
  sisaLabel: "SISA-signaal",
  minimum: 3,
  deadlineDag: 15,
  geslotenMaanden: [],
  extraIndicatoren: [],
};

export interface Beleidsversie {
  /** 0: the standard policy, nothing was set yet. */
  readonly versie: number;
  readonly beleid: Beleid;
}

export async function huidigBeleid(db: Lezer): Promise<Beleidsversie> {
  const rij = await laatsteBeleid(db);
  return rij ? { versie: rij.versie, beleid: beleidSchema.parse(JSON.parse(rij.inhoud)) } : { versie: 0, beleid: STANDAARDBELEID };
}

/** Appends a version; states received before stay judged by theirs. `pas` answers the new policy. */
export function wijzigBeleid(omgeving: Omgeving, pas: (beleid: Beleid) => Beleid): Promise<Beleid> {
  const { opslag, nu } = omgeving;
  return opslag.schrijf(async (tx) => {
    const { versie, beleid } = await huidigBeleid(tx);
    const nieuw = beleidSchema.parse(pas(beleid));
    await voegBeleidToe(tx, { versie: versie + 1, vanaf: nu().toISOString(), inhoud: JSON.stringify(nieuw) });
    return nieuw;
  });
}

/** Closes or opens a month for every organisation. */
export function zetPeriode(omgeving: Omgeving, periode: Periode, gesloten: boolean): Promise<Beleid> {
  return wijzigBeleid(omgeving, (beleid) => {
    const rest = beleid.geslotenMaanden.filter((p) => p !== periode);
    return { ...beleid, geslotenMaanden: (gesloten ? [...rest, periode] : rest).sort() };
  });
}
