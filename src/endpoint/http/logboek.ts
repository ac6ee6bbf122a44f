import type { FastifyInstance, FastifyRequest } from "fastify";

/** All that is ever logged: nothing of the sender, its address, its headers, its body or the values in the path. */
export type Logregel =
  | { readonly soort: "verzoek"; readonly methode: string; readonly route: string; readonly status: number; readonly milliseconden: number }
  /** Refused before it reached a route (vervoer.ts). */
  | { readonly soort: "afgewezen"; readonly status: number }
  | { readonly soort: "storing"; readonly methode: string; readonly route: string; readonly klasse: string; readonly code: string };
export type Logboek = (regel: Logregel) => void;

/** The pattern of the route ("/v1/organisaties/:organisatieId/registraties"), never the path itself. */
export function routeVan(request: FastifyRequest): string {
  return request.routeOptions.url ?? "onbekend";
}

export function logVerzoeken(server: FastifyInstance, logboek: Logboek): void {
  server.addHook("onResponse", (request, reply, klaar) => {
    logboek({ soort: "verzoek", methode: request.method, route: routeVan(request), status: reply.statusCode, milliseconden: Math.round(reply.elapsedTime) });
    klaar();
  });
}
