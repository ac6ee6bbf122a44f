import type { FastifyRequest } from "fastify";
import type { Omgeving } from "../register/omgeving";
import { Probleemfout } from "../register/probleemfout";
import type { Server } from "./route";
import { HTTP_TEKSTEN } from "./teksten";

declare module "fastify" {
  interface FastifyRequest {
    /** Of the municipality that was asked for. Throws niet-gevonden when there is none at this address. */
    readonly omgeving: Omgeving;
  }
}

/**
 * The only municipality of this installation ("GM0599"), or per host name which one is there. Host names and no paths: then the
 * browser itself keeps keys, cookies and pages of two municipalities apart.
 */
export type Gemeentekeuze = string | ReadonlyMap<string, string>;

/** Gives every request the register of its municipality, and no other. */
export function wijsGemeenteToe(server: Server, keuze: Gemeentekeuze, maak: (gemeente: string) => Omgeving): void {
  const vaste = typeof keuze === "string" ? maak(keuze) : undefined;
  const perHost = new Map(typeof keuze === "string" ? [] : [...keuze].map(([host, gemeente]) => [host.toLowerCase(), maak(gemeente)]));
  // Behind a proxy Fastify would believe this header, which most proxies pass on as it came. The host that was let in is the one in Host.
  server.addHook("onRequest", ({ headers }, _reply, klaar) => {
    delete headers["x-forwarded-host"];
    klaar();
  });
  server.decorateRequest("omgeving", {
    getter(this: FastifyRequest) {
      const omgeving = vaste ?? perHost.get(this.hostname.toLowerCase());
      if (!omgeving) throw new Probleemfout("niet-gevonden", HTTP_TEKSTEN.onbekendeGemeente);
      return omgeving;
    },
  });
}
