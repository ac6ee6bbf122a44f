import * as z from "zod/mini";
import { SECTOREN } from "../../../meldcode/sector";
import {
  activeringscodeSchema,
  bestuurscodeSchema,
  bestuurscodeverzoekSchema,
  gewijzigdeOrganisatieSchema,
  nieuweOrganisatieSchema,
  organisatiegegevensSchema,
  organisatiewijzigingSchema,
  registerSchema,
} from "../../../meldcode/uitwisseling/register";
import { ingetrokkenSchema, organisatiedossierSchema } from "../../../meldcode/uitwisseling/servicepunt";
import { dossier } from "../../register/dossier";
import { geefActiveringscodeUit, geefBestuurscodeUit, register, trekAlleToegangIn, voegOrganisatieMetCodeToe } from "../../register/organisatie";
import { wijzigOrganisatie } from "../../register/organisatiewijziging";
import { organisatieParams, paginavraag, problemen, type Server } from "../route";
import { aangemeld } from "./bewaking";

const selectie = z.object({
  sector: z.optional(z.enum(SECTOREN)),
  /** Part of the name or the id. */
  zoek: z.optional(z.string().check(z.maxLength(100))),
});

export function organisatieRoutes(server: Server): void {
  const algemeen = { security: [{ sessie: [] }], tags: ["servicepunt"] };

  server.get(
    "/v1/servicepunt/organisaties",
    {
      schema: {
        ...algemeen,
        ...problemen("ongeldige-inzending", "toegang-ongeldig"),
        operationId: "getOrganisaties",
        summary: "Het register, op naam, per bladzijde",
        querystring: z.extend(selectie, paginavraag(1000).shape),
        response: { 200: registerSchema },
      },
    },
    ({ query, omgeving }) => register(omgeving, query),
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
        summary: "Ontvangstbewijzen, wijzigingen en de huidige uitsplitsingen van een organisatie",
        params: organisatieParams,
        querystring: paginavraag(100),
        response: { 200: organisatiedossierSchema },
      },
    },
    (request) => dossier(aangemeld(request), request.params.organisatieId, request.query.vanaf, request.query.aantal),
  );

  server.patch(
    "/v1/servicepunt/organisaties/:organisatieId",
    {
      schema: {
        ...algemeen,
        ...problemen("ongeldige-inzending", "toegang-ongeldig", "geen-toegang", "niet-gevonden", "te-groot", "mediatype"),
        operationId: "patchOrganisatie",
        summary: "Wijzigt wat het register van een organisatie weet; wat niet genoemd wordt, blijft",
        params: organisatieParams,
        body: organisatiewijzigingSchema,
        response: { 200: gewijzigdeOrganisatieSchema },
      },
    },
    (request) => wijzigOrganisatie(aangemeld(request), request.params.organisatieId, request.body),
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

  server.post(
    "/v1/servicepunt/bestuurscodes",
    {
      schema: {
        ...algemeen,
        ...problemen("ongeldige-inzending", "toegang-ongeldig", "geen-toegang", "niet-gevonden", "te-groot", "mediatype"),
        operationId: "postBestuurscode",
        summary: "Geeft een code uit die elke organisatie van een bestuur toegang geeft; zij wordt één keer getoond",
        body: bestuurscodeverzoekSchema,
        response: { 201: bestuurscodeSchema },
      },
    },
    async (request, reply) => reply.code(201).send(await geefBestuurscodeUit(aangemeld(request), request.body.bestuur)),
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
