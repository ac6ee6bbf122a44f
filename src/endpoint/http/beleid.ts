import { beleidSchema } from "../../meldcode/uitwisseling/beleid";
import { huidigBeleid } from "../register/beleid";
import { problemen, type Server } from "./route";

export function beleidRoutes(server: Server): void {
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
}
