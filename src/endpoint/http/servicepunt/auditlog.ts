import * as z from "zod/mini";
import { auditlogSchema } from "../../../meldcode/uitwisseling/auditlog";
import { auditregels } from "../../register/audit";
import { problemen, type Server } from "../route";

const getal = (minimum: number, maximum: number) => z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number)).check(z.gte(minimum), z.lte(maximum));
const vraag = z.object({
  /** Only lines with a lower number: the last of the page before. */
  voor: z.optional(getal(1, 999_999_999)),
  aantal: z._default(getal(1, 500), 100),
});

export function auditlogRoutes(server: Server): void {
  server.get(
    "/v1/servicepunt/auditlog",
    {
      schema: {
        ...problemen("ongeldige-inzending", "toegang-ongeldig", "geen-toegang"),
        security: [{ sessie: [] }],
        tags: ["servicepunt"],
        operationId: "getAuditlog",
        summary: "Wie wat deed bij het Servicepunt, de nieuwste regel eerst",
        querystring: vraag,
        response: { 200: auditlogSchema },
      },
    },
    async ({ query, omgeving }) => ({ regels: await auditregels(omgeving, query.voor, query.aantal) }),
  );
}
