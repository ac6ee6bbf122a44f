import type { FastifyRequest } from "fastify";

/** The one cookie there is. Its value is base64url, so nothing needs escaping. */
const NAAM = "sessie";
const PAD = "/v1/servicepunt";

/** The session's token, or "" when there is none. */
export function leesKoekje(request: FastifyRequest): string {
  return /(?:^|;\s*)sessie=([A-Za-z0-9_-]{43})(?:;|$)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
}

/** Value of Set-Cookie: out of reach of scripts and of other sites; gone when the browser closes, or at once for an empty token. */
export function schrijfKoekje(token: string, https: boolean): string {
  return `${NAAM}=${token}; Path=${PAD}; HttpOnly; SameSite=Strict${https ? "; Secure" : ""}${token === "" ? "; Max-Age=0" : ""}`;
}
