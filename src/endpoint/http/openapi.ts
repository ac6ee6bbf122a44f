import swagger from "@fastify/swagger";
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from "fastify-type-provider-zod";
import type { OpenAPIV3_1 } from "openapi-types";
import * as z from "zod/mini";
import { registratieSchema } from "../../meldcode/registratie";
import { activeringSchema, bestuurstoegangSchema, organisatieSchema, toegangSchema } from "../../meldcode/uitwisseling/activering";
import { auditlogSchema } from "../../meldcode/uitwisseling/auditlog";
import { beleidSchema } from "../../meldcode/uitwisseling/beleid";
import { ontvangstbewijsSchema } from "../../meldcode/uitwisseling/ontvangst";
import { PROBLEMEN, type Probleemcode, probleemSchema } from "../../meldcode/uitwisseling/probleem";
import { registerregelSchema } from "../../meldcode/uitwisseling/register";
import { beleidsbeheerSchema, responsoverzichtSchema } from "../../meldcode/uitwisseling/servicepunt";
import { huidigBeleid } from "../register/beleid";
import { API_VERSIE } from "./kopregels";
import { problemen, type Server } from "./route";

/** Names under which the document knows the shapes. */
const namen = z.registry<{ id: string }>();
namen.add(registratieSchema, { id: "Registratie" });
namen.add(organisatieSchema, { id: "Organisatie" });
namen.add(toegangSchema, { id: "Toegang" });
namen.add(bestuurstoegangSchema, { id: "Bestuurstoegang" });
namen.add(activeringSchema, { id: "Activering" });
namen.add(beleidSchema, { id: "Beleid" });
namen.add(ontvangstbewijsSchema, { id: "Ontvangstbewijs" });
namen.add(registerregelSchema, { id: "Registerregel" });
namen.add(responsoverzichtSchema, { id: "Responsoverzicht" });
namen.add(beleidsbeheerSchema, { id: "Beleidsbeheer" });
namen.add(auditlogSchema, { id: "Auditlog" });
namen.add(probleemSchema, { id: "Probleem" });

/** What an OpenAPI document is, its own standard says in full. */
const documentSchema = z.looseObject({ openapi: z.string(), info: z.looseObject({}), paths: z.optional(z.looseObject({})) });

const objecten = createJsonSchemaTransformObject({ schemaRegistry: namen });

/** OpenAPI 3.1, made from the very schemas that check the requests. Register before the routes. */
export async function registreerOpenapi(server: Server): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Monitor Meldcode",
        version: API_VERSIE,
        description: "Ontvangt geaggregeerde tellingen over het gebruik van de meldcode huiselijk geweld en kindermishandeling.",
        license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
      },
      servers: [{ url: "/v1" }],
      tags: [
        { name: "beleid", description: "Wat per gemeente verschilt" },
        { name: "toegang", description: "Van activeringscode naar toegangssleutel" },
        { name: "registraties", description: "De stand van een lopende lijst" },
        { name: "ontvangstbewijzen", description: "Wat is ontvangen, en wanneer" },
        { name: "servicepunt", description: "Voor medewerkers van het Servicepunt, na aanmelden" },
        { name: "openapi", description: "Dit document" },
      ],
      components: {
        securitySchemes: {
          toegangssleutel: { type: "http", scheme: "bearer", description: "De sleutel die bij het activeren is gegeven." },
          sessie: { type: "apiKey", in: "cookie", name: "sessie", description: "Aangemeld bij het Servicepunt." },
        },
      },
    },
    transform: createJsonSchemaTransform({ schemaRegistry: namen }),
    transformObject: (document) => {
      // The transform answers the document it was given, with the components added; its type also allows Swagger 2.
      const openapi = objecten(document) as OpenAPIV3_1.Document;
      for (const pad of Object.values(openapi.paths ?? {})) {
        for (const methode of ["get", "put", "post", "patch", "delete"] as const) {
          const bewerking = pad?.[methode];
          if (bewerking) vulAntwoordenAan(bewerking);
        }
      }
      return openapi;
    },
  });
  server.get(
    "/v1/openapi.json",
    { config: { openbaar: true }, schema: { tags: ["openapi"], operationId: "getOpenapi", summary: "Dit document", ...problemen(), response: { 200: documentSchema } } },
    async ({ omgeving }, reply) => {
      const { naam: name, url, email } = (await huidigBeleid(omgeving.opslag.lees)).beleid.contact;
      // OpenAPI 3.1 was asked for above; the plugin's type also allows Swagger 2.
      const document = server.swagger() as OpenAPIV3_1.Document;
      return reply.header("Cache-Control", "no-cache").send({ ...document, info: { ...document.info, contact: { name, url, email } } });
    },
  );
}

type Bewerking = OpenAPIV3_1.OperationObject & { "x-problemen"?: Probleemcode[]; "x-etag"?: boolean };

/** Adds to each operation what holds for all: the version header, and its problems. */
function vulAntwoordenAan(bewerking: Bewerking): void {
  const { "x-problemen": codes = [], "x-etag": etag, responses = {} } = bewerking;
  delete bewerking["x-problemen"];
  delete bewerking["x-etag"];
  const versie = { "API-Version": { description: "Volledig versienummer van de API", schema: { type: "string", examples: [API_VERSIE] } } } as const;
  const etagKop = { ETag: { description: "Versie van de registratie, voor If-Match", schema: { type: "string" } } } as const;
  for (const [status, antwoord] of Object.entries(responses)) {
    if ("$ref" in antwoord) continue;
    // "Nothing" has a schema with us, but no content.
    if (status === "204") delete antwoord.content;
    antwoord.headers = { ...antwoord.headers, ...versie, ...(etag ? etagKop : {}) };
    if (antwoord.description === "Default Response") antwoord.description = "Gelukt";
  }
  for (const code of codes) {
    const { status, title } = PROBLEMEN[code];
    const eerder = responses[status];
    const beschrijving = `\`${code}\`: ${title}`;
    responses[status] = {
      description: eerder && "description" in eerder ? `${eerder.description}; ${beschrijving}` : beschrijving,
      headers: { ...versie, ...(code === "te-veel-verzoeken" ? { "Retry-After": { description: "Wachttijd in seconden", schema: { type: "integer" } } } : {}) },
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Probleem" } } },
    };
  }
  bewerking.responses = responses;
}
