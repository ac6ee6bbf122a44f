import { Readable } from "node:stream";
import * as z from "zod/mini";
import { periodeSchema } from "../../../meldcode/registratie";
import { SECTOREN } from "../../../meldcode/sector";
import { responsoverzichtSchema } from "../../../meldcode/uitwisseling/servicepunt";
import { noteerInzage } from "../../register/audit";
import { eersteDeel, responsAlsCsv } from "../../register/responscsv";
import { responsoverzicht } from "../../register/responsoverzicht";
import { paginavraag, problemen, type Server } from "../route";
import { aangemeld } from "./bewaking";

const selectie = z.object({
  van: periodeSchema,
  tot: periodeSchema,
  sector: z.optional(z.enum(SECTOREN)),
  /** Part of the name or the id. */
  zoek: z.optional(z.string().check(z.maxLength(100))),
});

const vraag = z.extend(selectie, paginavraag(200).shape);

export function responsRoutes(server: Server): void {
  const algemeen = { ...problemen("ongeldige-inzending", "toegang-ongeldig"), security: [{ sessie: [] }], tags: ["servicepunt"] };
  server.get(
    "/v1/servicepunt/responsoverzicht",
    {
      // `responsoverzicht` puts each cell together field by field; holding twelve thousand of them to their schema once more costs a third of all that a page costs.
      serializerCompiler: () => JSON.stringify,
      schema: { ...algemeen, querystring: vraag, operationId: "getResponsoverzicht", summary: "Organisaties en maanden: wat is ontvangen", response: { 200: responsoverzichtSchema } },
    },
    ({ query, omgeving }) => responsoverzicht(omgeving, query),
  );
  server.get(
    "/v1/servicepunt/responsoverzicht/export",
    {
      schema: { ...algemeen, querystring: selectie, operationId: "getResponsoverzichtExport", summary: "Hetzelfde als CSV; vertrouwelijk", response: { 200: { description: "CSV, gescheiden door puntkomma's", content: { "text/csv": { schema: z.string() } } } } },
    },
    async (request, reply) => {
      const { query, omgeving } = request;
      const eerste = await eersteDeel(omgeving, query);
      await noteerInzage(aangemeld(request), "export", { wat: "responsoverzicht", van: query.van, tot: query.tot, ...(query.sector && { sector: query.sector }), ...(query.zoek && { gezocht: "ja" }) });
      // Fastify sends a stream piece by piece; its type only knows the text that comes out of it.
      const csv = Readable.from(responsAlsCsv(omgeving, query, eerste)) as unknown as string;
      return reply
        .headers({ "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="responsoverzicht-vertrouwelijk-${query.van}-${query.tot}.csv"` })
        .send(csv);
    },
  );
}
