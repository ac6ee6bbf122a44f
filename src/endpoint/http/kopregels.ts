import type { FastifyInstance } from "fastify";
import { HERHAALSLEUTEL_KOP } from "../../meldcode/uitwisseling/activering";

declare module "fastify" {
  interface FastifyContextConfig {
    /** May be read from any page of anyone: it holds nothing of anyone. */
    readonly openbaar?: boolean;
  }
}

export const API_VERSIE = "1.0.0";

export interface Kopregelopties {
  /** Origins of the add-in's pages that are served from elsewhere: beside the service's own address, where they stand by default. */
  readonly herkomsten: readonly string[];
  /** The service is reached over https: say that it stays so. */
  readonly https: boolean;
}

/** For answers that hold data: nothing may run, load or frame them. Pages bring their own (statisch.ts). */
export function vasteKopregels(https: boolean): Record<string, string> {
  return {
    "API-Version": API_VERSIE,
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    // No page of others can load it as a picture or a script; those that may ask do so with CORS.
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(https ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}

/** Security headers and API-Version on every answer, CORS for the add-in. Bearer keys, no cookies: no credentials cross. */
export function zetKopregels(server: FastifyInstance, { herkomsten, https }: Kopregelopties): void {
  const vast = vasteKopregels(https);
  const toegelaten = new Set(herkomsten);
  server.addHook("onRequest", (request, reply, klaar) => {
    void reply.headers(vast);
    const { openbaar } = request.routeOptions.config ?? {};
    if (openbaar) void reply.header("Access-Control-Allow-Origin", "*");
    const { origin } = request.headers;
    if (toegelaten.size > 0) void reply.header("Vary", "Origin");
    if (origin === undefined || (origin !== `${https ? "https" : "http"}://${request.host}` && !toegelaten.has(origin))) return klaar();
    void reply.headers({ "Access-Control-Allow-Origin": openbaar ? "*" : origin, "Access-Control-Expose-Headers": "API-Version, ETag, Location, Retry-After" });
    if (request.method !== "OPTIONS" || request.headers["access-control-request-method"] === undefined) return klaar();
    void reply
      .code(204)
      .headers({
        "Access-Control-Allow-Methods": "GET, HEAD, POST, PUT",
        "Access-Control-Allow-Headers": `Authorization, Content-Type, If-Match, If-None-Match, ${HERHAALSLEUTEL_KOP}`,
        "Access-Control-Max-Age": "600",
      })
      .send();
  });
}
