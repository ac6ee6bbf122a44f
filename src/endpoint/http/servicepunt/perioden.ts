import * as z from "zod/mini";
import { periodeSchema } from "../../../meldcode/registratie";
import { periodenSchema, periodestandSchema } from "../../../meldcode/uitwisseling/servicepunt";
import { type Beleidsversie, huidigBeleid, zetPeriode, zetUitzondering } from "../../register/beleid";
import { organisatieParams, problemen, type Server } from "../route";
import { aangemeld } from "./bewaking";

const PAD = "/v1/servicepunt";
const periodeParams = z.object({ periode: periodeSchema });
const uitzonderingParams = z.extend(organisatieParams, { periode: periodeSchema });

export function periodeRoutes(server: Server): void {
  const algemeen = { security: [{ sessie: [] }], tags: ["servicepunt"] };
  const uitzondering = {
    ...algemeen,
    ...problemen("ongeldige-inzending", "toegang-ongeldig", "geen-toegang", "niet-gevonden"),
    params: uitzonderingParams,
    response: { 204: z.void() },
  };

  server.get(
    `${PAD}/perioden`,
    { schema: { ...algemeen, ...problemen("toegang-ongeldig"), operationId: "getPerioden", summary: "Gesloten maanden, en wie er een uitzondering op heeft", response: { 200: periodenSchema } } },
    async ({ omgeving }) => alsPerioden(await huidigBeleid(omgeving.opslag.lees)),
  );

  server.put(
    `${PAD}/perioden/:periode`,
    {
      schema: {
        ...algemeen,
        ...problemen("ongeldige-inzending", "toegang-ongeldig", "geen-toegang", "te-groot", "mediatype"),
        operationId: "putPeriode",
        summary: "Sluit een maand voor alle organisaties, of opent haar",
        params: periodeParams,
        body: periodestandSchema,
        response: { 200: periodenSchema },
      },
    },
    async (request) => {
      await zetPeriode(aangemeld(request), request.params.periode, request.body.gesloten);
      return alsPerioden(await huidigBeleid(request.omgeving.opslag.lees));
    },
  );

  for (const [methode, geldt] of [["put", true], ["delete", false]] as const) {
    server[methode](
      `${PAD}/organisaties/:organisatieId/uitzonderingen/:periode`,
      { schema: { ...uitzondering, operationId: `${methode}Uitzondering`, summary: geldt ? "Laat één organisatie een gesloten maand wijzigen" : "Neemt die uitzondering terug" } },
      async (request, reply) => {
        // The types of a route that is chosen by name do not follow its schema.
        const { organisatieId, periode } = request.params as z.infer<typeof uitzonderingParams>;
        await zetUitzondering(aangemeld(request), organisatieId, periode, geldt);
        return reply.code(204).send();
      },
    );
  }
}

function alsPerioden({ beleid, uitzonderingen }: Beleidsversie): z.infer<typeof periodenSchema> {
  return { geslotenMaanden: beleid.geslotenMaanden, uitzonderingen: uitzonderingen.map(({ organisatie, periode }) => ({ organisatieId: organisatie, periode })) };
}
