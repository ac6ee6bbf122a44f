import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Opslag } from "../src/endpoint/database/opslag";
import { voegOrganisatieMetCodeToe } from "../src/endpoint/register/organisatie";
import { toegangenVan } from "../src/meldcode/uitwisseling/activering";
import { activeer } from "../src/endpoint/register/toegang";
import { staat } from "../src/endpoint/testtaal";
import type { Periode } from "../src/meldcode/periode";
import type { Benchregel } from "./benchregel";
import { kaleInvoegingen } from "./endpoint/kaleInvoegingen";
import { bouwServers, mediaan, rekentijd, type Serverproces, startServer, stop, stuur } from "./endpoint/lijn";

const CLIENTEN = 32;
const ORGANISATIES = 50;
const RONDES = 5;
const RONDE_MS = 2000;

/**
 * Accepted states per second over real HTTP, against the smaller of bare Fastify and bare durable SQLite inserts; in turns, medians of
 * the rounds. The inserts are of the same content with the same settings, one wait for the disk each, but by one process that does
 * nothing else; our server shares the machine with the senders. On a slow disk the wait is shared by a group and we win; on a fast
 * one our processor time decides, which is why it is measured too.
 */
export async function benchEndpoint(): Promise<Benchregel[]> {
  bouwServers();
  const map = mkdtempSync(join(tmpdir(), "bench-"));
  const sleutels = await maakOrganisaties(map);
  const wij = await startServer("endpoint", { MELDCODE_DATA: map });
  const kaal = await startServer("kaal", {});
  const kaleRijen = await kaleInvoegingen(join(map, "kaal.sqlite"), JAAR, CLIENTEN);
  try {
    const metingen: { wij: Meting; fastify: Meting; sqlite: number }[] = [];
    for (let ronde = 0; ronde <= RONDES; ronde++) {
      const meting = { wij: await meetHttp(wij, sleutels), fastify: await meetHttp(kaal, sleutels), sqlite: await kaleRijen.meet(RONDE_MS) };
      if (ronde > 0) metingen.push(meting); // the first warms up
    }
    const perSeconde = { wij: mediaan(metingen.map((m) => m.wij.perSeconde)), fastify: mediaan(metingen.map((m) => m.fastify.perSeconde)), sqlite: mediaan(metingen.map((m) => m.sqlite)) };
    const kleinste = perSeconde.fastify < perSeconde.sqlite ? "fastify" : "sqlite";
    const regel = (met: "fastify" | "sqlite"): Benchregel => {
      const verhouding = perSeconde.wij / perSeconde[met];
      const telt = met === kleinste;
      return {
        naam: `aangenomen standen tegen ${met === "fastify" ? "kaal Fastify" : "kale duurzame SQLite-invoegingen"}${telt ? " (de kleinste)" : ""}`,
        wij: Math.round(perSeconde.wij),
        vergelijking: Math.round(perSeconde[met]),
        eenheid: "per seconde",
        verhouding,
        doel: telt ? "minstens 0,6" : "ter vergelijking",
        gehaald: !telt || verhouding >= 0.6,
      };
    };
    const kosten = { wij: mediaan(metingen.map((m) => m.wij.rekentijd)), fastify: mediaan(metingen.map((m) => m.fastify.rekentijd)) };
    const rekenregel = { naam: "rekentijd van de server per stand, naast kaal Fastify", wij: kosten.wij, vergelijking: kosten.fastify, eenheid: "µs", verhouding: kosten.wij / kosten.fastify, doel: "ter vergelijking", gehaald: true };
    return [regel("fastify"), regel("sqlite"), rekenregel];
  } finally {
    await Promise.all([stop(wij), stop(kaal), kaleRijen.sluit()]);
    rmSync(map, { recursive: true, force: true });
  }
}

interface Sleutel {
  readonly pad: string;
  readonly sleutel: string;
}

interface Meting {
  readonly perSeconde: number;
  /** Microseconds of the server per state. */
  readonly rekentijd: number;
}

/** Clients that send as soon as they have an answer, each time a first state of a year. */
async function meetHttp(server: Serverproces, sleutels: readonly Sleutel[]): Promise<Meting> {
  const vooraf = rekentijd(server);
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTEN });
  const einde = performance.now() + RONDE_MS;
  let aangenomen = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTEN }, async (_, client) => {
      for (let i = client; performance.now() < einde; i++) {
        const sleutel = sleutels[i % sleutels.length];
        if (sleutel && (await put(agent, server.poort, sleutel, lichaam())) === 201) aangenomen++;
      }
    }),
  );
  const duur = performance.now() - begin;
  agent.destroy();
  return { perSeconde: (aangenomen / duur) * 1000, rekentijd: (rekentijd(server) - vooraf) / aangenomen };
}

async function put(agent: Agent, poort: number, { pad, sleutel }: Sleutel, inhoud: string): Promise<number | undefined> {
  return (await stuur(agent, poort, { methode: "PUT", pad: `${pad}/registraties/${randomUUID()}`, koppen: { authorization: `Bearer ${sleutel}`, "if-none-match": "*" }, inhoud }))?.status;
}

const JAAR = JSON.stringify(staat([2, 0, 1, 4, 0, 3, 1, 1, 0, 5, 2, 1], { vanaf: "2025-01" as Periode }));

function lichaam(): string {
  return JAAR.replace(/"inzendingId":"[^"]*"/, `"inzendingId":"${randomUUID()}"`);
}

async function maakOrganisaties(map: string): Promise<Sleutel[]> {
  const opslag = await Opslag.open(join(map, "meldcode.sqlite"));
  const omgeving = { opslag: opslag.gemeente("GM0599"), nu: () => new Date(), willekeur: randomBytes, wie: { id: "beheer:bench", naam: "bench" } };
  const sleutels: Sleutel[] = [];
  for (let i = 0; i < ORGANISATIES; i++) {
    const { organisatieId, activeringscode } = await voegOrganisatieMetCodeToe(omgeving, { naam: `Organisatie ${i}`, sector: "overig" });
    for (const { toegangssleutel } of toegangenVan(await activeer(omgeving, activeringscode, undefined))) sleutels.push({ pad: `/v1/organisaties/${organisatieId}`, sleutel: toegangssleutel });
  }
  await opslag.sluit();
  return sleutels;
}
