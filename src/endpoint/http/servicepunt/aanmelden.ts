import type { FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod/mini";
import { type Aanbieder, Aanmeldfout } from "../../aanbieder";
import { Probleemfout } from "../../register/probleemfout";
import { beginSessie, noteerMislukt } from "../../register/sessie";
import type { Logboek } from "../logboek";
import { ONLEESBAAR } from "../probleemantwoord";
import type { Server } from "../route";
import type { Verzoeklimiet } from "../verzoeklimiet";
import type { Koekjes } from "./koekje";

/** Per municipality where its employees sign in; a municipality that is not there has accounts of this service. */
export type Aanbieders = ReadonlyMap<string, Aanbieder>;

const PAGINA = "/servicepunt";
const TERUG = `${PAGINA}/aanmelden/terug`;
/** Longer than the page's own filters can be. */
const LANGSTE_FILTERS = 600;

/** What the browser keeps while it is at the provider's. Who changes it can only spoil an own sign-in. */
const onthoudenSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), filters: z.string() });
const filtersSchema = z.object({ terug: z._default(z.string().check(z.maxLength(LANGSTE_FILTERS)), "") });

/**
 * Signing in with OpenID Connect: pages for a browser to pass through, not calls of the API. Whatever goes wrong ends on the page of
 * the Servicepunt with a word behind the # (see src/servicepunt/aanmelden) and nothing else.
 */
export function aanmeldRoutes(server: Server, limiet: Verzoeklimiet, koekjes: Koekjes, aanbieders: Aanbieders, https: boolean, logboek: Logboek): void {
  const aanbieder = ({ omgeving }: FastifyRequest) => aanbieders.get(omgeving.opslag.gemeente);
  const adres = (request: FastifyRequest, pad: string): URL => {
    const hier = `${https ? "https" : "http"}://${request.host}`;
    // Whatever stands in Host.
    if (!URL.canParse(pad, hier)) throw ONLEESBAAR;
    return new URL(pad, hier);
  };
  const mislukt = (request: FastifyRequest, reply: FastifyReply, fout: unknown, filters: string): FastifyReply => {
    const reden = redenVan(fout);
    if (fout instanceof Aanmeldfout && (reden === "onbereikbaar" || reden === "mislukt")) {
      logboek({ soort: "storing", methode: request.method, route: request.routeOptions.url ?? "", klasse: "Aanmeldfout", code: fout.oorzaak });
    }
    return reply.header("Set-Cookie", koekjes.schrijfAanmelding("")).redirect(`${paginaMet(filters)}#aanmelden=${reden}`);
  };

  server.get(`${PAGINA}/aanmelden`, { schema: { hide: true } }, async (request, reply) => {
    const bij = aanbieder(request);
    if (!bij) return reply.redirect(PAGINA);
    const filters = z.safeParse(filtersSchema, request.query).data?.terug ?? "";
    const willekeurig = () => Buffer.from(request.omgeving.willekeur(32)).toString("base64url");
    const geheim = { state: willekeurig(), nonce: willekeurig(), verifier: willekeurig() };
    try {
      const daar = await bij.begin(adres(request, TERUG).href, geheim);
      return await reply.header("Set-Cookie", koekjes.schrijfAanmelding(Buffer.from(JSON.stringify({ ...geheim, filters })).toString("base64url"))).redirect(daar.href);
    } catch (fout) {
      return mislukt(request, reply, fout, filters);
    }
  });

  server.get(TERUG, { schema: { hide: true } }, async (request, reply) => {
    const bij = aanbieder(request);
    if (!bij) return reply.redirect(PAGINA);
    const onthouden = leesOnthouden(koekjes.leesAanmelding(request));
    // Nothing was tried. Any page elsewhere can send a browser here so: that must not fill the log, nor make a whole office wait.
    if (!onthouden) return mislukt(request, reply, new Aanmeldfout("verlopen", "GEEN_COOKIE"), "");
    const { filters } = onthouden;
    try {
      const medewerker = await limiet.bewaak(request.ip, isGeweigerd, () => bij.voltooi(adres(request, request.url), onthouden));
      const token = await beginSessie(request.omgeving, medewerker, koekjes.leesSessie(request));
      return await reply.header("Set-Cookie", [koekjes.schrijfAanmelding(""), koekjes.schrijfSessie(token)]).redirect(paginaMet(filters));
    } catch (fout) {
      if (isGeweigerd(fout)) await noteerMislukt(request.omgeving);
      return mislukt(request, reply, fout, filters);
    }
  });

  /** After signing out here: also at the provider's, where it has a page for that. */
  server.get(`${PAGINA}/afmelden`, { schema: { hide: true } }, async (request, reply) => {
    const daar = await aanbieder(request)?.afmeldadres(adres(request, PAGINA).href).catch(() => null);
    return reply.redirect(daar?.href ?? PAGINA);
  });
}

function isGeweigerd(fout: unknown): boolean {
  return fout instanceof Aanmeldfout && fout.reden !== "onbereikbaar";
}

function redenVan(fout: unknown): string {
  if (fout instanceof Aanmeldfout) return fout.reden;
  if (fout instanceof Probleemfout && fout.code === "te-veel-verzoeken") return "te-druk";
  throw fout;
}

function leesOnthouden(waarde: string): z.infer<typeof onthoudenSchema> | undefined {
  try {
    return z.safeParse(onthoudenSchema, JSON.parse(Buffer.from(waarde, "base64url").toString())).data;
  } catch {
    return undefined;
  }
}

/** Only ever this page; `filters` can be nothing but its query. */
function paginaMet(filters: string): string {
  const query = new URLSearchParams(filters).toString();
  return query === "" ? PAGINA : `${PAGINA}?${query}`;
}
