import { beleidSchema } from "../../meldcode/uitwisseling/beleid";
import { beleidVoor, huidigBeleid } from "../register/beleid";
import { organisatieParams, problemen, type Server } from "./route";
import { eisSleutel } from "./toegang";
import type { Verzoeklimiet } from "./verzoeklimiet";

export function beleidRoutes(server: Server, limiet: Verzoeklimiet): void {
  server.get(
    "/v1/beleid",
    {
      config: { openbaar: true },
      schema: {
        ...problemen(),
        tags: ["beleid"],
        operationId: "getBeleid",
        summary: "Het beleid van de gemeente",
        response: { 200: beleidSchema },
      },
    },
    async ({ omgeving }, reply) => {
      const { beleid } = await huidigBeleid(omgeving.opslag.lees);
      return reply.header("Cache-Control", "no-cache").send(beleid);
    },
  );

  // Which organisation has an exception is nobody else's business, so it does not stand in the open policy.
  server.get(
    "/v1/organisaties/:organisatieId/beleid",
    {
      onRequest: eisSleutel(limiet),
      schema: {
        ...problemen("ongeldige-inzending", "toegang-ongeldig", "geen-toegang", "te-veel-verzoeken"),
        security: [{ toegangssleutel: [] }],
        tags: ["beleid"],
        operationId: "getOrganisatiebeleid",
        summary: "Het beleid zoals het voor deze organisatie geldt, met haar uitzonderingen op gesloten maanden",
        params: organisatieParams,
        response: { 200: beleidSchema },
      },
    },
    async ({ params, omgeving }) => beleidVoor(await huidigBeleid(omgeving.opslag.lees), params.organisatieId),
  );
}
