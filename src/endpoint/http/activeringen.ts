import { activeringSchema, activeringsverzoekSchema } from "../../meldcode/uitwisseling/activering";
import { activeer } from "../register/toegang";
import { herhaalKoppen, problemen, type Server } from "./route";
import type { Verzoeklimiet } from "./verzoeklimiet";

export function activeringRoutes(server: Server, limiet: Verzoeklimiet): void {
  server.post(
    "/v1/activeringen",
    {
      onRequest: (request, _reply, klaar) => {
        limiet.eis(request.ip);
        klaar();
      },
      schema: {
        ...problemen("ongeldige-inzending", "toegang-ongeldig", "te-groot", "mediatype", "te-veel-verzoeken"),
        tags: ["toegang"],
        operationId: "postActivering",
        summary: "Ruilt een activeringscode voor een toegangssleutel",
        description: "De code van een bestuur geeft elke organisatie van dat bestuur een eigen sleutel. Een code werkt één keer. Met dezelfde Idempotency-Key mag het verzoek een kwartier lang herhaald worden als het antwoord verloren ging.",
        headers: herhaalKoppen,
        body: activeringsverzoekSchema,
        response: { 201: activeringSchema },
      },
    },
    async (request, reply) => {
      const herhaalsleutel = request.headers["idempotency-key"];
      const activering = await limiet.rem(request.ip, [400, 401], () => activeer(request.omgeving, request.body.activeringscode, herhaalsleutel));
      return reply.code(201).send(activering);
    },
  );
}
