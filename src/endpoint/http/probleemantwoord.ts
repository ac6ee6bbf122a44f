import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { PROBLEEM_BASIS, PROBLEMEN, type Probleem } from "../../meldcode/uitwisseling/probleem";
import { Probleemfout } from "../register/probleemfout";
import { type Logboek, routeVan } from "./logboek";
import { HTTP_TEKSTEN } from "./teksten";

export const PROBLEEM_TYPE = "application/problem+json; charset=utf-8";

export function alsProbleem({ code, status, detail, toelichting }: Probleemfout): Probleem {
  const { fouten, perioden } = toelichting;
  return {
    type: PROBLEEM_BASIS + code,
    status,
    title: PROBLEMEN[code].title,
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

/** Every error becomes a problem of the catalogue; what we did not foresee is logged by its class and code only: a message can hold values. */
export function foutafhandelaar(logboek: Logboek) {
  return (fout: FastifyError | Probleemfout, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const probleem = vertaal(fout);
    if (probleem.code === "storing") {
      logboek({ soort: "storing", methode: request.method, route: routeVan(request), klasse: fout.name, code: "code" in fout && /^[A-Z_]+$/.test(fout.code) ? fout.code : "" });
    }
    return stuurProbleem(reply, probleem);
  };
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
  if (fout.code?.startsWith("FST_ERR_") && fout.statusCode !== undefined && fout.statusCode < 500) return new Probleemfout("ongeldige-inzending", HTTP_TEKSTEN.onleesbaar);
  // Full, locked or read-only: it may pass.
  if (/^SQLITE_(BUSY|FULL|READONLY|IOERR|LOCKED|CANTOPEN)/.test(fout.code ?? "")) return new Probleemfout("storing", HTTP_TEKSTEN.nietGereed, { status: 503 });
  return new Probleemfout("storing", HTTP_TEKSTEN.storing);
}
