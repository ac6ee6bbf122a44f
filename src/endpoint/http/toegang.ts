import type { FastifyRequest } from "fastify";
import { Probleemfout } from "../register/probleemfout";
import { TEKSTEN } from "../register/teksten";
import { organisatieVanSleutel } from "../register/toegang";
import type { Verzoeklimiet } from "./verzoeklimiet";

const BEARER = /^Bearer +([A-Za-z0-9._~+/=-]{1,256})$/i;

/**
 * Runs before the body is read: without a valid key nothing of it is looked at.
 * Throws toegang-ongeldig without a valid key, geen-toegang for another organisation than the key's, te-veel-verzoeken.
 */
export function eisSleutel(limiet: Verzoeklimiet) {
  return async (request: FastifyRequest): Promise<void> => {
    const sleutel = leesSleutel(request);
    const organisatie = await limiet.rem(request.ip, [401], () => organisatieVanSleutel(request.omgeving, sleutel));
    // Every route behind this hook has the parameter; the schema checks come after it.
    const { organisatieId } = request.params as { organisatieId: string };
    if (organisatie !== organisatieId) throw new Probleemfout("geen-toegang", TEKSTEN.toegang.andereOrganisatie);
  };
}

/** Throws toegang-ongeldig when there is none. */
export function leesSleutel({ headers }: Pick<FastifyRequest, "headers">): string {
  const sleutel = BEARER.exec(headers.authorization ?? "")?.[1];
  if (sleutel === undefined) throw new Probleemfout("toegang-ongeldig", TEKSTEN.toegang.ontbreekt);
  return sleutel;
}
