import { activeringscodeSchema, nieuweOrganisatieSchema, organisatiegegevensSchema, registerSchema } from "../../../meldcode/uitwisseling/register";
import { ingetrokkenSchema, organisatiedossierSchema } from "../../../meldcode/uitwisseling/servicepunt";
import { alleOrganisaties } from "../../database/organisaties";
import { dossier } from "../../register/dossier";
import { alsRegisterregel, geefActiveringscodeUit, trekAlleToegangIn, voegOrganisatieMetCodeToe } from "../../register/organisatie";
import { organisatieParams, problemen, type Server } from "../route";
import { aangemeld } from "./bewaking";

export function organisatieRoutes(server: Server): void {
  const algemeen = { security: [{ sessie: [] }], tags: ["servicepunt"] };

  server.get(
    "/v1/servicepunt/organisaties",
    { schema: { ...algemeen, ...problemen("toegang-ongeldig"), operationId: "getOrganisaties", summary: "Het register", response: { 200: registerSchema } } },
    async ({ omgeving }) => ({ organisaties: (await alleOrganisaties(omgeving.opslag.lees)).map(alsRegisterregel) }),
  );

  server.post(
    "/v1/servicepunt/organisaties",
    {
      schema: {
        ...algemeen,
        ...problemen("ongeldige-inzending", "toegang-ongeldig", "geen-toegang", "te-groot", "mediatype"),
        operationId: "postOrganisatie",
        summary: "Neemt een organisatie op en geeft haar eerste activeringscode",
        body: organisatiegegevensSchema,
        response: { 201: nieuweOrganisatieSchema },
      },
    },
    async (request, reply) => {
      const nieuw = await voegOrganisatieMetCodeToe(aangemeld(request), request.body);
      return reply.code(201).header("Location", `/v1/servicepunt/organisaties/${nieuw.organisatieId}`).send(nieuw);
    },
  );

  server.get(
    "/v1/servicepunt/organisaties/:organisatieId",
    {
      schema: {
        ...algemeen,
        ...problemen("ongeldige-inzending", "toegang-ongeldig", "niet-gevonden"),
        operationId: "getOrganisatie",
        summary: "Ontvangstbewijzen en wijzigingen van een organisatie",
        params: organisatieParams,
        response: { 200: organisatiedossierSchema },
      },
    },
    (request) => dossier(aangemeld(request), request.params.organisatieId),
  );

  server.post(
    "/v1/servicepunt/organisaties/:organisatieId/activeringscodes",
    {
      schema: {
        ...algemeen,
        ...problemen("ongeldige-inzending", "toegang-ongeldig", "geen-toegang", "niet-gevonden"),
        operationId: "postActiveringscode",
        summary: "Geeft een nieuwe activeringscode uit; zij wordt één keer getoond",
        params: organisatieParams,
        response: { 201: activeringscodeSchema },
      },
    },
    async (request, reply) => reply.code(201).send(await geefActiveringscodeUit(aangemeld(request), request.params.organisatieId)),
  );

  server.delete(
    "/v1/servicepunt/organisaties/:organisatieId/toegang",
    {
      schema: {
        ...algemeen,
        ...problemen("ongeldige-inzending", "toegang-ongeldig", "geen-toegang", "niet-gevonden"),
        operationId: "deleteToegang",
        summary: "Trekt alle sleutels en ongebruikte codes van een organisatie in; wat is ontvangen, blijft",
        params: organisatieParams,
        response: { 200: ingetrokkenSchema },
      },
    },
    (request) => trekAlleToegangIn(aangemeld(request), request.params.organisatieId),
  );
}
