import { randomBytes } from "node:crypto";
import fastify, { type FastifyInstance } from "fastify";
import { serializerCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import { Aanbieder, type Oidcinstelling } from "./aanbieder";
import type { Opslag } from "./database/opslag";
import { activeringRoutes } from "./http/activeringen";
import { beleidRoutes } from "./http/beleid";
import { type Beveiligingsmelding, beveiligingsRoute } from "./http/beveiligingstekst";
import { type Gemeentekeuze, wijsGemeenteToe } from "./http/gemeente";
import { gezondheidRoutes } from "./http/gezondheid";
import { vasteKopregels, zetKopregels } from "./http/kopregels";
import { type Logboek, logVerzoeken } from "./http/logboek";
import { verzamelMethoden } from "./http/methoden";
import { registreerOpenapi } from "./http/openapi";
import { foutafhandelaar, nietGevonden, onbruikbaarAdres, weigerNulteken, weigerSchuineStreep } from "./http/probleemantwoord";
import { registratieRoutes } from "./http/registraties";
import { servicepuntRoutes } from "./http/servicepunt/routes";
import { registreerPaginas } from "./http/statisch";
import { toegangssleutelRoutes } from "./http/toegangssleutels";
import { valideer } from "./http/validatie";
import { Verzoeklimiet } from "./http/verzoeklimiet";
import { maakVervoer, type Tijden } from "./http/vervoer";

export interface Serveropties {
  readonly opslag: Opslag;
  readonly gemeente: Gemeentekeuze;
  readonly nu?: () => Date;
  readonly willekeur?: (aantal: number) => Uint8Array;
  readonly logboek?: Logboek;
  /** Directory with the add-in's pages; none: only the API. */
  readonly statisch?: string | undefined;
  /** Origins from which the add-in may call, when its pages are served elsewhere. */
  readonly herkomsten?: readonly string[];
  /** Reached over https: HSTS and a Secure cookie. */
  readonly https?: boolean;
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  readonly proxies?: number;
  readonly tijden?: Tijden;
  /** Per municipality where the Servicepunt signs in; without: with accounts of this service. */
  readonly oidc?: ReadonlyMap<string, Oidcinstelling>;
  /** For security.txt. */
  readonly beveiliging?: Beveiligingsmelding;
}

const BODY_LIMIET = 1_048_576;
/** Refused attempts per sender per minute; of renewals all of one key. */
const MAXIMUM = { activeringen: 10, sleutels: 60, vernieuwingen: 10, aanmelden: 10 };

/** The whole service, ready to listen or to be injected into. Closing it leaves `opslag` open. */
export async function maakServer(opties: Serveropties): Promise<FastifyInstance> {
  const { opslag, gemeente, nu = () => new Date(), willekeur = randomBytes, logboek = () => undefined, https = false, proxies = 0 } = opties;
  const kopregels = vasteKopregels(https);
  const aanbieders = new Map([...(opties.oidc ?? [])].map(([eigen, instelling]) => [eigen, new Aanbieder(instelling)]));

  const server = fastify({
    logger: false,
    bodyLimit: BODY_LIMIET,
    trustProxy: (_adres, sprong) => sprong < proxies,
    // A request that is under way when the server stops is still answered.
    return503OnClosing: false,
    forceCloseConnections: "idle",
    serverFactory: (behandel) => maakVervoer(behandel, { kopregels, meld: (status) => logboek({ soort: "afgewezen", status }), tijden: opties.tijden }),
    // The one of maakVervoer is enough; Fastify would add its own.
    clientErrorHandler: () => undefined,
    frameworkErrors: onbruikbaarAdres(kopregels),
  }).withTypeProvider<ZodTypeProvider>();

  server.setValidatorCompiler(valideer);
  server.setSerializerCompiler(serializerCompiler);
  // Only JSON: Fastify would take text/plain as well.
  server.removeContentTypeParser("text/plain");
  zetKopregels(server, { herkomsten: opties.herkomsten ?? [], https });
  logVerzoeken(server, logboek);
  server.addHook("onRequest", weigerNulteken);
  server.addHook("onRequest", weigerSchuineStreep);
  server.setErrorHandler(foutafhandelaar(logboek));
  server.setNotFoundHandler(nietGevonden);

  const beantwoordOptions = verzamelMethoden(server);
  const limieten = {
    activeringen: new Verzoeklimiet(MAXIMUM.activeringen, willekeur),
    sleutels: new Verzoeklimiet(MAXIMUM.sleutels, willekeur),
    vernieuwingen: new Verzoeklimiet(MAXIMUM.vernieuwingen, willekeur),
    aanmelden: new Verzoeklimiet(MAXIMUM.aanmelden, willekeur),
  };
  server.addHook("onClose", async () => Object.values(limieten).forEach((limiet) => limiet.vergeet()));

  wijsGemeenteToe(server, gemeente, (eigen) => ({ opslag: opslag.gemeente(eigen), nu, willekeur }));
  await registreerOpenapi(server);
  beleidRoutes(server);
  activeringRoutes(server, limieten.activeringen);
  toegangssleutelRoutes(server, limieten);
  registratieRoutes(server, limieten.sleutels);
  servicepuntRoutes(server, { limiet: limieten.aanmelden, https, aanbieders, logboek });
  gezondheidRoutes(server, opslag);
  beveiligingsRoute(server, opties.beveiliging ?? {});
  if (opties.statisch !== undefined) await registreerPaginas(server, opties.statisch);
  beantwoordOptions();
  return server;
}
