import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { $ZodType } from "zod/v4/core";
import { PROBLEEM_BASIS, type Probleem } from "../../meldcode/uitwisseling/probleem";
import { isTijdelijk } from "../database/tijdelijk";
import { CATALOGUS, Probleemfout } from "../register/probleemfout";
import { type Logboek, routeVan } from "./logboek";
import { HTTP_TEKSTEN } from "./teksten";
import { ongeldig, schemafouten } from "./validatie";

export const PROBLEEM_TYPE = "application/problem+json; charset=utf-8";
export const ONLEESBAAR = new Probleemfout("ongeldige-inzending", HTTP_TEKSTEN.onleesbaar);
export const ADRES_TE_LANG = new Probleemfout("adres-te-lang", HTTP_TEKSTEN.adresTeLang);

export function alsProbleem({ code, status, detail, toelichting }: Probleemfout): Probleem {
  const { fouten, perioden } = toelichting;
  return {
    type: PROBLEEM_BASIS + code,
    status,
    title: CATALOGUS[code].title,
    detail,
    ...(fouten ? { fouten: [...fouten] } : {}),
    ...(perioden ? { perioden: [...perioden] } : {}),
  };
}

export function stuurProbleem(reply: FastifyReply, fout: Probleemfout): FastifyReply {
  if (fout.code === "toegang-ongeldig") void reply.header("WWW-Authenticate", "Bearer");
  if (fout.toelichting.probeerNa !== undefined) void reply.header("Retry-After", String(fout.toelichting.probeerNa));
  return reply.code(fout.status).header("Cache-Control", "no-store").header("Content-Type", PROBLEEM_TYPE).serializer(JSON.stringify).send(alsProbleem(fout));
}

/** An address that Fastify cannot take ("/%zz", or a part of it too long): no hook has run yet, so the headers come along. */
export function onbruikbaarAdres(kopregels: Readonly<Record<string, string>>) {
  return (fout: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
    void stuurProbleem(reply.headers(kopregels), fout.code === "FST_ERR_MAX_PARAM_LENGTH" ? ADRES_TE_LANG : ONLEESBAAR);
  };
}

/** Of Node and SQLite, or SQLSTATE of PostgreSQL: nothing of what was being done stands in it. */
const FOUTCODE = /^([A-Z_]+|[0-9A-Z]{5})$/;

/** Every error becomes a problem of the catalogue; what we did not foresee is logged by its class and code only: a message can hold values. */
export function foutafhandelaar(logboek: Logboek) {
  return (fout: FastifyError | Probleemfout, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    // Who hangs up in the middle of a body is no fault of ours, and reads no answer.
    const probleem = request.raw.destroyed && !request.raw.complete ? ONLEESBAAR : metAlleFouten(vertaal(fout), request);
    if (probleem.code === "storing") {
      logboek({ soort: "storing", methode: request.method, route: routeVan(request), klasse: fout.name, code: "code" in fout && FOUTCODE.test(fout.code) ? fout.code : "" });
    }
    return stuurProbleem(reply, probleem);
  };
}

/** Fastify stops at the first part of a request that is wrong; the sender gets what is wrong with the parts behind it as well. */
function metAlleFouten(fout: Probleemfout & { validationContext?: string }, request: FastifyRequest): Probleemfout {
  const { fouten } = fout.toelichting;
  if (fouten === undefined || fout.validationContext === undefined) return fout;
  const schema = request.routeOptions.schema ?? {};
  const delen = [["params", schema.params, request.params], ["body", schema.body, request.body], ["querystring", schema.querystring, request.query], ["headers", schema.headers, request.headers]] as const;
  const gezien = delen.findIndex(([naam]) => naam === fout.validationContext);
  // The schemas of our routes are zod's; Fastify's own type does not know that.
  const erachter = delen.slice(gezien + 1).flatMap(([, deel, waarde]) => (deel === undefined ? [] : schemafouten(deel as $ZodType, waarde)));
  return ongeldig([...fouten, ...erachter]);
}

/** Before a route is asked: to the router a slash at the end is a parameter that is empty. */
export function weigerSchuineStreep(request: FastifyRequest, _reply: FastifyReply, klaar: () => void): void {
  const [pad = ""] = request.url.split("?");
  if (pad !== "/" && pad.endsWith("/")) throw new Probleemfout("niet-gevonden", HTTP_TEKSTEN.onbekendAdres);
  klaar();
}

/** No address of the API has it, and PostgreSQL holds no text with it: that would be a fault of ours. */
export function weigerNulteken(request: FastifyRequest, _reply: FastifyReply, klaar: () => void): void {
  if (request.url.startsWith("/v1/") && request.url.includes("%00")) throw ONLEESBAAR;
  klaar();
}

export function nietGevonden(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return stuurProbleem(reply, new Probleemfout("niet-gevonden", HTTP_TEKSTEN.onbekendAdres));
}

function vertaal(fout: FastifyError | Probleemfout): Probleemfout {
  if (fout instanceof Probleemfout) return fout;
  // "//" or ".." in the address of a page: @fastify/static refuses it without a status.
  if (fout.code === "FST_STATIC_FORBIDDEN_PATH") return new Probleemfout("niet-gevonden", HTTP_TEKSTEN.onbekendAdres);
  if (fout.code === "FST_ERR_CTP_BODY_TOO_LARGE") return new Probleemfout("te-groot", HTTP_TEKSTEN.teGroot);
  if (fout.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new Probleemfout("mediatype", HTTP_TEKSTEN.mediatype);
  if (fout.code === "FST_ERR_CTP_EMPTY_JSON_BODY" || fout.code === "FST_ERR_CTP_INVALID_JSON_BODY") return new Probleemfout("ongeldige-inzending", HTTP_TEKSTEN.geenJson);
  if (fout.code?.startsWith("FST_ERR_") && fout.statusCode !== undefined && fout.statusCode < 500) return ONLEESBAAR;
  if (isTijdelijk(fout)) return new Probleemfout("storing", HTTP_TEKSTEN.nietGereed, { status: 503 });
  return new Probleemfout("storing", HTTP_TEKSTEN.storing);
}
