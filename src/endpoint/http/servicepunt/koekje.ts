import type { FastifyRequest } from "fastify";

/**
 * The two cookies there are. Their values are base64url, so nothing needs escaping. Over https their names begin with __Host-: then
 * the browser takes them from this host alone, not from another name of the same domain.
 */
export class Koekjes {
  private readonly sessie: Koekje;
  private readonly aanmelding: Koekje;

  constructor(https: boolean) {
    this.sessie = new Koekje("sessie", "/v1/servicepunt", "SameSite=Strict", https);
    // Comes back with the browser from the identity provider's site, which a strict one would not.
    this.aanmelding = new Koekje("aanmelding", "/servicepunt", "SameSite=Lax", https);
  }

  /** The session's token, or "" when there is none. */
  leesSessie(request: FastifyRequest): string {
    const waarde = this.sessie.lees(request);
    return waarde.length === 43 ? waarde : "";
  }

  /** Gone when the browser closes, or at once for an empty token. */
  schrijfSessie(token: string): string {
    return this.sessie.schrijf(token, token === "" ? 0 : undefined);
  }

  /** What was kept when a sign-in began, or "". */
  leesAanmelding(request: FastifyRequest): string {
    return this.aanmelding.lees(request);
  }

  /** Long enough to type a password and a code; an empty one is gone at once. */
  schrijfAanmelding(waarde: string): string {
    return this.aanmelding.schrijf(waarde, waarde === "" ? 0 : 600);
  }
}

/** Out of reach of scripts. */
class Koekje {
  private readonly naam: string;
  private readonly eigenschappen: string;
  private readonly vorm: RegExp;

  constructor(naam: string, pad: string, sameSite: string, https: boolean) {
    this.naam = https ? `__Host-${naam}` : naam;
    this.eigenschappen = `Path=${https ? "/" : pad}; HttpOnly; ${sameSite}${https ? "; Secure" : ""}`;
    this.vorm = new RegExp(`(?:^|;\\s*)${this.naam}=([A-Za-z0-9_-]*)(?:;|$)`);
  }

  lees(request: FastifyRequest): string {
    return this.vorm.exec(request.headers.cookie ?? "")?.[1] ?? "";
  }

  /** `seconden`: how long it is kept; undefined: as long as the browser is open. */
  schrijf(waarde: string, seconden: number | undefined): string {
    return `${this.naam}=${waarde}; ${this.eigenschappen}${seconden === undefined ? "" : `; Max-Age=${seconden}`}`;
  }
}
