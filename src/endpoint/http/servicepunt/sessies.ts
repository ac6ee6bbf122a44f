import type { FastifyRequest } from "fastify";
import * as z from "zod/mini";
import { aanmeldingSchema, sessieSchema } from "../../../meldcode/uitwisseling/servicepunt";
import type { Handelend } from "../../register/audit";
import { Probleemfout } from "../../register/probleemfout";
import { csrfKlopt, meldAan, meldAf, sessieVan, wieIs } from "../../register/sessie";
import { TEKSTEN } from "../../register/teksten";
import { problemen, type Server } from "../route";
import type { Verzoeklimiet } from "../verzoeklimiet";
import { leesKoekje, schrijfKoekje } from "./koekje";

const PAD = "/v1/servicepunt";

const handelenden = new WeakMap<FastifyRequest, Handelend>();

/** The register, and who is signed in: of a request that passed eisSessie. */
export function handelend(request: FastifyRequest): Handelend {
  const gevonden = handelenden.get(request);
  if (!gevonden) throw new Error("This route does not ask for a session.");
  return gevonden;
}

/** Throws toegang-ongeldig when nobody is signed in, geen-toegang without the CSRF token on anything but GET. */
export async function eisSessie(request: FastifyRequest): Promise<void> {
  const token = leesKoekje(request);
  const { naam } = await sessieVan(request.omgeving, token);
  handelenden.set(request, { ...request.omgeving, wie: wieIs(naam) });
  if (request.method === "GET" || request.method === "HEAD") return;
  const csrf = request.headers["x-csrf-token"];
  if (typeof csrf !== "string" || !csrfKlopt(token, csrf)) throw new Probleemfout("geen-toegang", TEKSTEN.servicepunt.csrf);
}

export function sessieRoutes(server: Server, limiet: Verzoeklimiet, https: boolean): void {
  const huidig = { onRequest: eisSessie };

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
        summary: "Meldt een medewerker van het Servicepunt aan",
        body: aanmeldingSchema,
        response: { 201: sessieSchema },
      },
    },
    async (request, reply) => {
      const { naam, wachtwoord } = request.body;
      const { token, sessie } = await limiet.bewaak(request.ip, [401], () => meldAan(request.omgeving, naam, wachtwoord));
      return reply.header("Set-Cookie", schrijfKoekje(token, https)).code(201).send(sessie);
    },
  );

  server.get(
    `${PAD}/sessies/huidige`,
    { ...huidig, schema: { ...problemen("toegang-ongeldig"), security: [{ sessie: [] }], tags: ["servicepunt"], operationId: "getSessie", summary: "Wie is aangemeld", response: { 200: sessieSchema } } },
    (request) => sessieVan(request.omgeving, leesKoekje(request)),
  );

  server.delete(
    `${PAD}/sessies/huidige`,
    {
      ...huidig,
      schema: { ...problemen("toegang-ongeldig", "geen-toegang"), security: [{ sessie: [] }], tags: ["servicepunt"], operationId: "deleteSessie", summary: "Meldt af", response: { 204: z.void() } },
    },
    async (request, reply) => {
      await meldAf(handelend(request), leesKoekje(request));
      return reply.header("Set-Cookie", schrijfKoekje("", https)).code(204).send();
    },
  );
}
