import * as z from "zod/mini";
import { aanmeldingSchema, aanmeldwijzeSchema, sessieSchema } from "../../../meldcode/uitwisseling/servicepunt";
import { Probleemfout } from "../../register/probleemfout";
import { csrfVan, meldAan, meldAf, type Medewerker } from "../../register/sessie";
import { TEKSTEN } from "../../register/teksten";
import { problemen, type Server } from "../route";
import type { Verzoeklimiet } from "../verzoeklimiet";
import type { Aanbieders } from "./aanmelden";
import { aangemeld } from "./bewaking";
import type { Koekjes } from "./koekje";

const PAD = "/v1/servicepunt";

export function sessieRoutes(server: Server, limiet: Verzoeklimiet, koekjes: Koekjes, aanbieders: Aanbieders): void {
  server.get(
    `${PAD}/aanmeldwijze`,
    { schema: { ...problemen(), tags: ["servicepunt"], operationId: "getAanmeldwijze", summary: "Met een account van deze dienst, of met het werkaccount", response: { 200: aanmeldwijzeSchema } } },
    ({ omgeving }) => ({ wijze: aanbieders.has(omgeving.opslag.gemeente) ? ("oidc" as const) : ("account" as const) }),
  );

  server.post(
    `${PAD}/sessies`,
    {
      onRequest: (request, _reply, klaar) => {
        limiet.eis(request.ip);
        klaar();
      },
      schema: {
        ...problemen("ongeldige-inzending", "toegang-ongeldig", "te-groot", "mediatype", "te-veel-verzoeken"),
        tags: ["servicepunt"],
        operationId: "postSessie",
        summary: "Meldt een medewerker van het Servicepunt aan met een account van deze dienst",
        body: aanmeldingSchema,
        response: { 201: sessieSchema },
      },
    },
    async (request, reply) => {
      const { naam, wachtwoord } = request.body;
      if (aanbieders.has(request.omgeving.opslag.gemeente)) throw new Probleemfout("toegang-ongeldig", TEKSTEN.servicepunt.werkaccount);
      const { token, medewerker } = await limiet.bewaak(request.ip, (fout) => fout instanceof Probleemfout && fout.code === "toegang-ongeldig", () => meldAan(request.omgeving, naam, wachtwoord, koekjes.leesSessie(request)));
      return reply.header("Set-Cookie", koekjes.schrijfSessie(token)).code(201).send(alsSessie(medewerker, token));
    },
  );

  server.get(
    `${PAD}/sessies/huidige`,
    { schema: { ...problemen("toegang-ongeldig"), security: [{ sessie: [] }], tags: ["servicepunt"], operationId: "getSessie", summary: "Wie is aangemeld", response: { 200: sessieSchema } } },
    (request) => alsSessie(aangemeld(request), koekjes.leesSessie(request)),
  );

  server.delete(
    `${PAD}/sessies/huidige`,
    { schema: { ...problemen("toegang-ongeldig", "geen-toegang"), security: [{ sessie: [] }], tags: ["servicepunt"], operationId: "deleteSessie", summary: "Meldt af", response: { 204: z.void() } } },
    async (request, reply) => {
      await meldAf(aangemeld(request), koekjes.leesSessie(request));
      return reply.header("Set-Cookie", koekjes.schrijfSessie("")).code(204).send();
    },
  );
}

function alsSessie({ wie, rol }: Medewerker, token: string): z.infer<typeof sessieSchema> {
  return { naam: wie.naam, rol, csrfToken: csrfVan(token) };
}
