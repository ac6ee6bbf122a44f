import type { Registratie } from "../../meldcode/registratie";
import type { Ontvangstbewijs, Ontvangstbewijzen, Registratieoverzicht } from "../../meldcode/uitwisseling/ontvangst";
import { aantalStaten, laatsteStaat, laatsteStaten, staatMetKenmerk, statenNieuwsteEerst, vervangingen } from "../database/staten";
import { geopendVoor, huidigBeleid } from "./beleid";
import type { Omgeving } from "./omgeving";
import { alsOrganisatie, eisOrganisatie } from "./organisatie";
import { Probleemfout } from "./probleemfout";
import { alsBewijs, etagVan, leesStaat } from "./staatrij";
import { deadlinedagen, ritmesVan } from "./termijnen";
import { TEKSTEN } from "./teksten";
import { vervangers } from "./vervanging";

/** The current state as it was received, with its ETag. Throws niet-gevonden. */
export async function huidigeStaat(omgeving: Omgeving, organisatie: string, registratieId: string): Promise<{ staat: Registratie; etag: string }> {
  const rij = await laatsteStaat(omgeving.opslag.lees, organisatie, registratieId);
  if (!rij) throw new Probleemfout("niet-gevonden", TEKSTEN.ontvangst.onbekendeRegistratie);
  return { staat: leesStaat(rij), etag: etagVan(rij) };
}

/** With what the register says of the organisation now, when its months are late, and the closed months that are open for it. */
export async function registraties({ opslag: { lees } }: Omgeving, organisatie: string): Promise<Registratieoverzicht> {
  const geopendeMaanden = geopendVoor(await huidigBeleid(lees), organisatie);
  const eigen = await eisOrganisatie(lees, organisatie);
  const door = vervangers(await vervangingen(lees, [organisatie]));
  const regels = (await laatsteStaten(lees, organisatie)).map((rij) => {
    const { vanaf, tot } = leesStaat(rij);
    return { registratieId: rij.registratie, versie: rij.versie, etag: etagVan(rij), vanaf, tot, ontvangenOp: rij.ontvangenOp, vervangenDoor: door.get(rij.registratie) ?? null };
  });
  const termijnen = { ritmes: ritmesVan(eigen), deadlinedagen: await deadlinedagen(lees) };
  return { registraties: regels, organisatie: alsOrganisatie(eigen), termijnen, ...(geopendeMaanden.length > 0 && { geopendeMaanden }) };
}

/** A page of them, newest first, and how many there are. */
export async function ontvangstbewijzen({ opslag: { lees } }: Omgeving, organisatie: string, vanaf: number, aantal: number): Promise<Ontvangstbewijzen> {
  return { aantal: await aantalStaten(lees, organisatie), ontvangstbewijzen: (await statenNieuwsteEerst(lees, organisatie, vanaf, aantal)).map((rij) => alsBewijs(rij)) };
}

/** Throws niet-gevonden. */
export async function ontvangstbewijs(omgeving: Omgeving, organisatie: string, kenmerk: string): Promise<Ontvangstbewijs> {
  const rij = await staatMetKenmerk(omgeving.opslag.lees, organisatie, kenmerk);
  if (!rij) throw new Probleemfout("niet-gevonden", TEKSTEN.ontvangst.onbekendKenmerk);
  return alsBewijs(rij);
}
