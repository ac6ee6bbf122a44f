import * as z from "zod/mini";
import { beleidsbeheerSchema, beleidsinstellingSchema } from "../../../meldcode/uitwisseling/servicepunt";
import { beleidEtag, beleidsbeheer, stelBeleidIn } from "../../register/beleid";
import { Probleemfout } from "../../register/probleemfout";
import { TEKSTEN } from "../../register/teksten";
import { paginavraag, problemen, type Server } from "../route";
import { aangemeld } from "./bewaking";

const PAD = "/v1/servicepunt/beleid";
const VERSIES = 100;
/** Loose: the other headers of a request are none of our business. */
const voorwaarde = z.looseObject({ "if-match": z.optional(z.string()) });

export function beleidsbeheerRoutes(server: Server): void {
  const algemeen = { security: [{ sessie: [] }], tags: ["servicepunt"], "x-etag": true };

  server.get(
    PAD,
    {
      schema: { ...algemeen, ...problemen("ongeldige-inzending", "toegang-ongeldig"), operationId: "getBeleidsbeheer", summary: "Het beleid dat geldt, en wanneer wat ervan wijzigde", querystring: paginavraag(VERSIES), response: { 200: beleidsbeheerSchema } },
    },
    async ({ omgeving, query }, reply) => {
      const beheer = await beleidsbeheer(omgeving, query.vanaf, query.aantal);
      return reply.header("ETag", beleidEtag(beheer.versie)).send(beheer);
    },
  );

  server.put(
    PAD,
    {
      schema: {
        ...algemeen,
        ...problemen("ongeldige-inzending", "toegang-ongeldig", "geen-toegang", "versie-verouderd", "te-groot", "mediatype", "voorwaarde-ontbreekt"),
        operationId: "putBeleid",
        summary: "Zet het beleid, behalve de gesloten maanden; het geldt vanaf nu",
        headers: voorwaarde,
        body: beleidsinstellingSchema,
        response: { 200: beleidsbeheerSchema },
      },
    },
    async (request, reply) => {
      const ifMatch = request.headers["if-match"];
      if (ifMatch === undefined) throw new Probleemfout("voorwaarde-ontbreekt", TEKSTEN.servicepunt.beleidVoorwaarde);
      await stelBeleidIn(aangemeld(request), ifMatch.split(",").map((etag) => etag.trim()), request.body);
      const beheer = await beleidsbeheer(request.omgeving, 0, VERSIES);
      return reply.header("ETag", beleidEtag(beheer.versie)).send(beheer);
    },
  );
}
