import { toegangSchema } from "../../meldcode/uitwisseling/activering";
import { vernieuwSleutel } from "../register/sleutelvernieuwing";
import { herhaalKoppen, organisatieParams, problemen, type Server } from "./route";
import { eisSleutel, leesSleutel } from "./toegang";
import type { Verzoeklimiet } from "./verzoeklimiet";

/** `vernieuwingen`: how often one key may be renewed, whoever asks. */
export function toegangssleutelRoutes(server: Server, limieten: { readonly sleutels: Verzoeklimiet; readonly vernieuwingen: Verzoeklimiet }): void {
  server.post(
    "/v1/organisaties/:organisatieId/toegangssleutels",
    {
      onRequest: eisSleutel(limieten.sleutels),
      schema: {
        ...problemen("ongeldige-inzending", "toegang-ongeldig", "geen-toegang", "te-veel-verzoeken"),
        security: [{ toegangssleutel: [] }],
        tags: ["toegang"],
        operationId: "postToegangssleutel",
        summary: "Vernieuwt de toegangssleutel voordat zij verloopt",
        description:
          "De oude sleutel werkt tot haar eigen einde, en hoogstens nog een week nadat de nieuwe voor het eerst is gebruikt; daarna is zij niet nog eens te vernieuwen. Met dezelfde Idempotency-Key mag het verzoek herhaald worden als het antwoord verloren ging, zolang de nieuwe niet is gebruikt.",
        params: organisatieParams,
        headers: herhaalKoppen,
        response: { 201: toegangSchema },
      },
    },
    async (request, reply) => {
      const sleutel = leesSleutel(request);
      limieten.vernieuwingen.eis(sleutel);
      limieten.vernieuwingen.tel(sleutel);
      return reply.code(201).send(await vernieuwSleutel(request.omgeving, sleutel, request.headers["idempotency-key"]));
    },
  );
}
