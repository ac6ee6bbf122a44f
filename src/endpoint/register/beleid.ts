import type { Periode } from "../../meldcode/periode";
import { type Beleid, beleidSchema } from "../../meldcode/uitwisseling/beleid";
import { laatsteBeleid, voegBeleidToe } from "../database/beleid";
import type { Lezer } from "../database/opslag";
import { type Handelend, noteer } from "./audit";

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
export function wijzigBeleid(omgeving: Handelend, pas: (beleid: Beleid) => Beleid): Promise<Beleid> {
  return omgeving.opslag.schrijf(async (tx) => {
    const { versie, eerder, nieuw } = await voegVersieToe(tx, omgeving, pas);
    const onderdelen = beleidSchema.def.shape;
    const gewijzigd = Object.keys(onderdelen).filter((naam) => JSON.stringify(Reflect.get(eerder, naam)) !== JSON.stringify(Reflect.get(nieuw, naam)));
    await noteer(tx, omgeving, "beleid-gewijzigd", { versie, onderdelen: gewijzigd.join(", ") });
    return nieuw;
  });
}

/** Closes or opens a month for every organisation. */
export function zetPeriode(omgeving: Handelend, periode: Periode, gesloten: boolean): Promise<Beleid> {
  return omgeving.opslag.schrijf(async (tx) => {
    const { versie, nieuw } = await voegVersieToe(tx, omgeving, (beleid) => {
      const rest = beleid.geslotenMaanden.filter((p) => p !== periode);
      return { ...beleid, geslotenMaanden: (gesloten ? [...rest, periode] : rest).sort() };
    });
    await noteer(tx, omgeving, gesloten ? "periode-gesloten" : "periode-geopend", { periode, versie });
    return nieuw;
  });
}

async function voegVersieToe(tx: Lezer, { nu }: Handelend, pas: (beleid: Beleid) => Beleid): Promise<{ versie: number; eerder: Beleid; nieuw: Beleid }> {
  const huidig = await huidigBeleid(tx);
  const versie = huidig.versie + 1;
  const nieuw = beleidSchema.parse(pas(huidig.beleid));
  await voegBeleidToe(tx, { versie, vanaf: nu().toISOString(), inhoud: JSON.stringify(nieuw) });
  return { versie, eerder: huidig.beleid, nieuw };
}
