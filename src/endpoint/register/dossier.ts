import type { Periode } from "../../meldcode/periode";
import type { Organisatiedossier } from "../../meldcode/uitwisseling/servicepunt";
import { isEenpersoons } from "../database/maandboek";
import { aantalStaten, laatsteStaten, statenNieuwsteEerst, vervangingen } from "../database/staten";
import { type Handelend, noteerInzage } from "./audit";
import { zonderEenpersoons } from "./eenpersoons";
import { alsRegisterregel, eisOrganisatie } from "./organisatie";
import { alsBewijs, leesStaat } from "./staatrij";
import { vervangers } from "./vervanging";

/**
 * A page of its receipts, newest first, and what its lists say now. A one-person practice is the reporter itself: of the months in
 * which it is or was one there are no figures. Throws niet-gevonden.
 */
export async function dossier(omgeving: Handelend, organisatieId: string, vanaf: number, aantal: number): Promise<Organisatiedossier> {
  const { lees } = omgeving.opslag;
  const organisatie = await eisOrganisatie(lees, organisatieId);
  await noteerInzage(omgeving, "dossier-ingezien", { organisatie: organisatieId });
  const isTeTonen = (periode: Periode): boolean => !isEenpersoons(organisatie, periode);
  const door = vervangers(await vervangingen(lees, [organisatieId]));
  return {
    organisatie: alsRegisterregel(organisatie, omgeving.nu()),
    aantal: await aantalStaten(lees, organisatieId),
    ontvangstbewijzen: (await statenNieuwsteEerst(lees, organisatieId, vanaf, aantal)).map((rij) => {
      const bewijs = alsBewijs(rij);
      return {
        ...bewijs,
        wijzigingen: bewijs.wijzigingen.filter(({ periode }) => isTeTonen(periode)),
        uitsplitsingWijzigingen: bewijs.uitsplitsingWijzigingen.filter(({ van }) => isTeTonen(van)),
      };
    }),
    registraties: (await laatsteStaten(lees, organisatieId))
      .filter(({ registratie }) => !door.has(registratie))
      .map((rij) => ({ registratieId: rij.registratie, ontvangenOp: rij.ontvangenOp, uitsplitsingen: zonderEenpersoons(organisatie, leesStaat(rij)).uitsplitsingen })),
  };
}
