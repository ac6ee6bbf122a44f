import { randomBytes } from "node:crypto";
import type { FastifyInstance, InjectOptions } from "fastify";
import { Opslag } from "../../src/endpoint/database/opslag";
import { zetPeriode, zetUitzondering, wijzigBeleid } from "../../src/endpoint/register/beleid";
import type { Handelend } from "../../src/endpoint/register/audit";
import { PROEF } from "../../src/endpoint/testtaal";
import { trekAlleToegangIn, voegOrganisatieMetCodeToe } from "../../src/endpoint/register/organisatie";
import { maakServer } from "../../src/endpoint/server";
import type { Beleid } from "../../src/meldcode/uitwisseling/beleid";
import { leesPeriode } from "../../src/meldcode/periode";

/** One thing that happens to a request on its way; null lets it pass. */
export type Storingsbron = (verzoek: Verzoekinfo, door: () => Promise<Response>) => Promise<Response> | null;

export interface Verzoekinfo {
  readonly methode: string;
  readonly pad: string;
  readonly body: string | null;
}

/** The real municipal service, in this process, behind a line that can be told to fail. */
export class Testgemeente {
  /** Every request that was attempted, for what must never be in it. */
  readonly verzoeken: Verzoekinfo[] = [];
  /** Asked for every request, until it answers. */
  storing: Storingsbron | null = null;

  private constructor(
    readonly server: FastifyInstance,
    private readonly opslag: Opslag,
    readonly omgeving: Handelend,
  ) {}

  static async open(nu: () => Date): Promise<Testgemeente> {
    const opslag = await Opslag.open(":memory:");
    const omgeving: Handelend = { opslag: opslag.gemeente("GM0599"), nu, willekeur: (n) => new Uint8Array(randomBytes(n)), wie: PROEF };
    return new Testgemeente(await maakServer({ ...omgeving, opslag, gemeente: "GM0599" }), opslag, omgeving);
  }

  async organisatie(naam = "Basisschool De Klimop"): Promise<{ organisatieId: string; activeringscode: string }> {
    return voegOrganisatieMetCodeToe(this.omgeving, { naam, sector: "onderwijs" });
  }

  async sluitMaand(maand: string): Promise<void> {
    const periode = leesPeriode(maand);
    if (periode) await zetPeriode(this.omgeving, periode, true);
  }

  async maakUitzondering(organisatieId: string, maand: string): Promise<void> {
    const periode = leesPeriode(maand);
    if (periode) await zetUitzondering(this.omgeving, organisatieId, periode, true);
  }

  async zetBeleid(deel: Partial<Beleid>): Promise<void> {
    await wijzigBeleid(this.omgeving, (beleid) => ({ ...beleid, ...deel }));
  }

  async trekIn(organisatieId: string): Promise<void> {
    await trekAlleToegangIn(this.omgeving, organisatieId);
  }

  /** How many states of this organisation are held, by registratie. */
  async staten(): Promise<{ registratie: string; versie: number; inhoud: string }[]> {
    return this.omgeving.opslag.lees.selectFrom("staat").select(["registratie", "versie", "inhoud"]).orderBy("ontvangenOp").orderBy("versie").execute();
  }

  readonly fetch: typeof fetch = async (adres, verzoek = {}) => {
    const pad = new URL(String(adres)).pathname;
    const methode = verzoek.method ?? "GET";
    const body = typeof verzoek.body === "string" ? verzoek.body : null;
    const info = { methode, pad, body };
    this.verzoeken.push(info);
    const door = () => this.#door(pad, methode, new Headers(verzoek.headers), body);
    return this.storing?.(info, door) ?? door();
  };

  async #door(url: string, method: string, koppen: Headers, body: string | null): Promise<Response> {
    // Fastify's own list of methods is narrower than a string.
    const opties: InjectOptions = { method: method as InjectOptions["method"] & string, url, headers: Object.fromEntries(koppen), ...(body !== null && { payload: body }) };
    const antwoord = await this.server.inject(opties);
    const headers = new Headers();
    for (const [naam, waarde] of Object.entries(antwoord.headers)) if (waarde !== undefined) headers.set(naam, String(waarde));
    return new Response(antwoord.body, { status: antwoord.statusCode, headers });
  }

  async sluit(): Promise<void> {
    await this.server.close();
    await this.opslag.sluit();
  }
}

/** Fails the first `keer` requests with this method. */
export function eersteKeren(methode: string, keer: number, doe: (door: () => Promise<Response>) => Promise<Response>): Storingsbron {
  let over = keer;
  return (verzoek, door) => (verzoek.methode === methode && over-- > 0 ? doe(door) : null);
}

export const lijnWeg = (): Promise<Response> => Promise.reject(new TypeError("Failed to fetch"));
/** The state is stored, but the answer never arrives. */
export const antwoordKwijt = async (door: () => Promise<Response>): Promise<Response> => {
  await door();
  throw new TypeError("network connection was lost");
};
export const antwoordHtml = (status: number) => async (): Promise<Response> =>
  new Response("<html><body>Meld u aan bij dit netwerk</body></html>", { status, headers: { "content-type": "text/html" } });
/** Stored, but the answer is cut off halfway. */
export const antwoordHalf = async (door: () => Promise<Response>): Promise<Response> => {
  const tekst = await (await door()).text();
  return new Response(tekst.slice(0, tekst.length / 2), { status: 200, headers: { "content-type": "application/json" } });
};
