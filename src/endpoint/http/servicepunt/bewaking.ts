import type { FastifyRequest } from "fastify";
import { magMet, type Rol } from "../../../meldcode/uitwisseling/rol";
import type { Handelend } from "../../register/audit";
import { Probleemfout } from "../../register/probleemfout";
import { csrfKlopt, type Medewerker, sessieVan } from "../../register/sessie";
import { TEKSTEN } from "../../register/teksten";
import type { Server } from "../route";
import type { Koekjes } from "./koekje";

const PAD = "/v1/servicepunt";

/** Who may do what: the least role for every call, or open to who has not signed in. A call that does not stand here does not start. */
export const NODIG: Readonly<Record<string, Rol | "open">> = {
  [`GET ${PAD}/aanmeldwijze`]: "open",
  [`POST ${PAD}/sessies`]: "open",
  [`GET ${PAD}/sessies/huidige`]: "lezen",
  [`DELETE ${PAD}/sessies/huidige`]: "lezen",
  [`GET ${PAD}/responsoverzicht`]: "lezen",
  [`GET ${PAD}/responsoverzicht/export`]: "lezen",
  [`GET ${PAD}/organisaties`]: "lezen",
  [`GET ${PAD}/organisaties/:organisatieId`]: "lezen",
  [`POST ${PAD}/organisaties`]: "behandelen",
  [`PATCH ${PAD}/organisaties/:organisatieId`]: "behandelen",
  [`POST ${PAD}/organisaties/:organisatieId/activeringscodes`]: "behandelen",
  [`POST ${PAD}/bestuurscodes`]: "behandelen",
  [`DELETE ${PAD}/organisaties/:organisatieId/toegang`]: "behandelen",
  [`GET ${PAD}/perioden`]: "lezen",
  [`PUT ${PAD}/perioden/:periode`]: "behandelen",
  [`PUT ${PAD}/organisaties/:organisatieId/uitzonderingen/:periode`]: "behandelen",
  [`DELETE ${PAD}/organisaties/:organisatieId/uitzonderingen/:periode`]: "behandelen",
  [`GET ${PAD}/beleid`]: "lezen",
  [`PUT ${PAD}/beleid`]: "beheren",
  [`GET ${PAD}/auditlog`]: "beheren",
};

/** Somebody who is signed in, with the register in which that person works. */
export type Aangemeld = Medewerker & Handelend;

const aangemelden = new WeakMap<FastifyRequest, Aangemeld>();

/** Of a request to a call that is not open. */
export function aangemeld(request: FastifyRequest): Aangemeld {
  const gevonden = aangemelden.get(request);
  if (!gevonden) throw new Error("An open call has nobody who is signed in.");
  return gevonden;
}

/**
 * Call before the routes are added. Every call under /v1/servicepunt is refused before its body is read: toegang-ongeldig when nobody
 * is signed in, geen-toegang without the page's token on what changes something, or without the role.
 */
export function bewaakServicepunt(server: Server, koekjes: Koekjes): void {
  server.addHook("onRoute", ({ method, url }) => {
    for (const een of [method].flat()) {
      if (url.startsWith(PAD) && een !== "OPTIONS" && !(aanroep(een, url) in NODIG)) throw new Error(`${een} ${url} has no place in NODIG.`);
    }
  });
  server.addHook("onRequest", async (request) => {
    const { url = "", method } = request.routeOptions;
    if (!url.startsWith(PAD) || request.method === "OPTIONS") return;
    const nodig = NODIG[aanroep([method].flat()[0] ?? "", url)];
    if (nodig === "open") return;
    const token = koekjes.leesSessie(request);
    const medewerker = await sessieVan(request.omgeving, token);
    const csrf = request.headers["x-csrf-token"];
    if (request.method !== "GET" && request.method !== "HEAD" && !(typeof csrf === "string" && csrfKlopt(token, csrf))) throw new Probleemfout("geen-toegang", TEKSTEN.servicepunt.csrf);
    if (nodig === undefined || !magMet(medewerker.rol, nodig)) throw new Probleemfout("geen-toegang", TEKSTEN.servicepunt.rol(medewerker.rol));
    aangemelden.set(request, { ...request.omgeving, ...medewerker });
  });
}

/** A HEAD asks what a GET does. */
function aanroep(methode: string, url: string): string {
  return `${methode === "HEAD" ? "GET" : methode} ${url}`;
}
