import type { FastifyRequest } from "fastify";
import * as z from "zod/mini";
import { periodeSchema } from "../../../meldcode/registratie";
import { SECTOREN } from "../../../meldcode/sector";
import { responsoverzichtSchema } from "../../../meldcode/uitwisseling/servicepunt";
import { responsAlsCsv } from "../../register/responscsv";
import { responsoverzicht } from "../../register/responsoverzicht";
import { problemen, type Server } from "../route";

const vraag = z.object({
  van: periodeSchema,
  tot: periodeSchema,
  sector: z.optional(z.enum(SECTOREN)),
  /** Part of the name or the id. */
  zoek: z.optional(z.string().check(z.maxLength(100))),
});

export function responsRoutes(server: Server, onRequest: (request: FastifyRequest) => Promise<void>): void {
  const algemeen = { ...problemen("ongeldige-inzending", "toegang-ongeldig"), security: [{ sessie: [] }], tags: ["servicepunt"], querystring: vraag };
  server.get(
    "/v1/servicepunt/responsoverzicht",
    { onRequest, schema: { ...algemeen, operationId: "getResponsoverzicht", summary: "Organisaties en maanden: wat is ontvangen", response: { 200: responsoverzichtSchema } } },
    ({ query, omgeving }) => responsoverzicht(omgeving, query),
  );
  server.get(
    "/v1/servicepunt/responsoverzicht/export",
    {
      onRequest,
      schema: { ...algemeen, operationId: "getResponsoverzichtExport", summary: "Hetzelfde als CSV; vertrouwelijk", response: { 200: { description: "CSV, gescheiden door puntkomma's", content: { "text/csv": { schema: z.string() } } } } },
    },
    async ({ query, omgeving }, reply) => {
      const csv = responsAlsCsv(await responsoverzicht(omgeving, query));
      return reply
        .headers({ "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="responsoverzicht-vertrouwelijk-${query.van}-${query.tot}.csv"` })
        .send(csv);
    },
  );
}
