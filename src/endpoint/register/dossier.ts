import type { Organisatiedossier } from "../../meldcode/uitwisseling/servicepunt";
import { type Handelend, noteerInzage } from "./audit";
import { ontvangstbewijzen } from "./ontvangst";
import { alsOrganisatie, eisOrganisatie } from "./organisatie";

/** Receipts newest first. A one-person practice is the reporter itself: its receipts are shown without figures. Throws niet-gevonden. */
export async function dossier(omgeving: Handelend, organisatieId: string): Promise<Organisatiedossier> {
  const organisatie = alsOrganisatie(await eisOrganisatie(omgeving.opslag.lees, organisatieId));
  await noteerInzage(omgeving, "dossier-ingezien", { organisatie: organisatieId });
  const bewijzen = await ontvangstbewijzen(omgeving, organisatieId);
  return { organisatie, ontvangstbewijzen: organisatie.eenpersoons ? bewijzen.map((bewijs) => ({ ...bewijs, wijzigingen: [], uitsplitsingWijzigingen: [] })) : bewijzen };
}
