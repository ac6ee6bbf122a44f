import * as z from "zod/mini";
import { registratieSchema } from "../../meldcode/registratie";
import { ontvangstbewijsSchema, ontvangstbewijzenSchema, registratiesSchema, staatSchema } from "../../meldcode/uitwisseling/ontvangst";
import { ontvang, type Voorwaarde } from "../register/ontvangst";
import { huidigeStaat, ontvangstbewijs, ontvangstbewijzen, registraties } from "../register/raadpleging";
import { organisatieParams, paginavraag, problemen, type Server } from "./route";
import { eisSleutel } from "./toegang";
import type { Verzoeklimiet } from "./verzoeklimiet";

/** Chosen by the sender, opaque to us. */
const registratieParams = z.extend(organisatieParams, { registratieId: z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/)) });
const kenmerkParams = z.extend(organisatieParams, { kenmerk: z.string().check(z.maxLength(64)) });
/** Loose: the other headers of a request are none of our business. */
const voorwaardeKoppen = z.looseObject({ "if-match": z.optional(z.string()), "if-none-match": z.optional(z.string()) });
const lijst = problemen("ongeldige-inzending", "toegang-ongeldig", "geen-toegang", "te-veel-verzoeken");
const een = problemen("ongeldige-inzending", "toegang-ongeldig", "geen-toegang", "niet-gevonden", "te-veel-verzoeken");
const beveiliging = { security: [{ toegangssleutel: [] }] };

export function registratieRoutes(server: Server, limiet: Verzoeklimiet): void {
  const onRequest = eisSleutel(limiet);
  const organisatie = "/v1/organisaties/:organisatieId";

  server.get(
    `${organisatie}/registraties`,
    {
      onRequest,
      schema: { ...lijst, ...beveiliging, tags: ["registraties"], operationId: "getRegistraties", summary: "De registraties van de organisatie", params: organisatieParams, response: { 200: registratiesSchema } },
    },
    ({ params, omgeving }) => registraties(omgeving, params.organisatieId),
  );

  server.get(
    `${organisatie}/registraties/:registratieId`,
    {
      onRequest,
      schema: {
        ...een,
        ...beveiliging,
        "x-etag": true,
        tags: ["registraties"],
        operationId: "getRegistratie",
        summary: "De huidige stand van een registratie, zoals ontvangen",
        params: registratieParams,
        response: { 200: staatSchema },
      },
    },
    async ({ params, omgeving }, reply) => {
      const { staat, etag } = await huidigeStaat(omgeving, params.organisatieId, params.registratieId);
      return reply.header("ETag", etag).send(staat);
    },
  );

  server.put(
    `${organisatie}/registraties/:registratieId`,
    {
      onRequest,
      // `ontvang` puts the receipt together field by field; holding it to its schema once more costs a tenth of all that a state costs.
      serializerCompiler: () => JSON.stringify,
      schema: {
        ...problemen(
          ...["ongeldige-inzending", "toegang-ongeldig", "geen-toegang", "verlaging-niet-bevestigd", "periode-gesloten", "beleid-gewijzigd"] as const,
          ...["inzending-hergebruikt", "registratie-vervangen", "versie-verouderd", "te-groot", "mediatype", "voorwaarde-ontbreekt", "te-veel-verzoeken"] as const,
        ),
        ...beveiliging,
        "x-etag": true,
        tags: ["registraties"],
        operationId: "putRegistratie",
        summary: "Verzendt een nieuwe stand van een registratie",
        description: "De eerste keer met `If-None-Match: *`, daarna met `If-Match` en de ETag van de stand die vervangen wordt. Hetzelfde inzendingId geeft hetzelfde ontvangstbewijs.",
        params: registratieParams,
        headers: voorwaardeKoppen,
        body: registratieSchema,
        response: { 200: ontvangstbewijsSchema, 201: ontvangstbewijsSchema },
      },
    },
    async (request, reply) => {
      const { organisatieId, registratieId } = request.params;
      const { bewijs, etag, eerste } = await ontvang(request.omgeving, organisatieId, registratieId, leesVoorwaarde(request.headers), request.body);
      return reply.code(eerste ? 201 : 200).header("ETag", etag).send(bewijs);
    },
  );

  server.get(
    `${organisatie}/ontvangstbewijzen`,
    {
      onRequest,
      schema: { ...lijst, ...beveiliging, tags: ["ontvangstbewijzen"], operationId: "getOntvangstbewijzen", summary: "De ontvangstbewijzen, nieuwste eerst", params: organisatieParams, querystring: paginavraag(1000), response: { 200: ontvangstbewijzenSchema } },
    },
    ({ params, query, omgeving }) => ontvangstbewijzen(omgeving, params.organisatieId, query.vanaf, query.aantal),
  );

  server.get(
    `${organisatie}/ontvangstbewijzen/:kenmerk`,
    {
      onRequest,
      schema: { ...een, ...beveiliging, tags: ["ontvangstbewijzen"], operationId: "getOntvangstbewijs", summary: "Een ontvangstbewijs", params: kenmerkParams, response: { 200: ontvangstbewijsSchema } },
    },
    ({ params, omgeving }) => ontvangstbewijs(omgeving, params.organisatieId, params.kenmerk),
  );
}

/** Both headers: If-Match decides, as in RFC 9110 §13.2.2. Anything but "*" in If-None-Match is no condition for sending. */
function leesVoorwaarde(koppen: z.infer<typeof voorwaardeKoppen>): Voorwaarde {
  const ifMatch = koppen["if-match"];
  if (ifMatch !== undefined) return { soort: "etag", etags: ifMatch.split(",").map((e) => e.trim()) };
  return koppen["if-none-match"]?.trim() === "*" ? { soort: "nieuw" } : undefined;
}
