import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import SQLite from "better-sqlite3";
import { buildSync } from "esbuild";
import { Opslag } from "../src/endpoint/database/opslag";
import { voegOrganisatieMetCodeToe } from "../src/endpoint/register/organisatie";
import { toegangenVan } from "../src/meldcode/uitwisseling/activering";
import { activeer } from "../src/endpoint/register/toegang";
import { staat } from "../src/endpoint/testtaal";
import type { Periode } from "../src/meldcode/periode";
import type { Benchregel } from "./benchregel";

const CLIENTEN = 32;
const ORGANISATIES = 50;
const RONDES = 5;
const RONDE_MS = 2000;
const MAP = "node_modules/.cache/bench";

/** Accepted states per second over real HTTP, against the smaller of bare Fastify and bare durable SQLite inserts; in turns, medians of the rounds. */
export async function benchEndpoint(): Promise<Benchregel[]> {
  for (const [naam, bron] of [["endpoint", "src/endpoint/index.ts"], ["kaal", "bench/endpoint/kaal.ts"]] as const) {
    buildSync({ entryPoints: [bron], outfile: `${MAP}/${naam}.js`, bundle: true, platform: "node", external: ["better-sqlite3"], logLevel: "error" });
  }
  const map = mkdtempSync(join(tmpdir(), "bench-"));
  const sleutels = await maakOrganisaties(map);
  const wij = await start("endpoint", map);
  const kaal = await start("kaal", map);
  const sqlite = kaleInvoegingen(join(map, "kaal.sqlite"));
  try {
    const metingen: { wij: number; fastify: number; sqlite: number }[] = [];
    for (let ronde = 0; ronde <= RONDES; ronde++) {
      const meting = { wij: await meetHttp(wij.poort, sleutels), fastify: await meetHttp(kaal.poort, sleutels), sqlite: sqlite() };
      if (ronde > 0) metingen.push(meting); // the first warms up
    }
    const perSeconde = { wij: mediaan(metingen.map((m) => m.wij)), fastify: mediaan(metingen.map((m) => m.fastify)), sqlite: mediaan(metingen.map((m) => m.sqlite)) };
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
    return [regel("fastify"), regel("sqlite")];
  } finally {
    wij.proces.kill();
    kaal.proces.kill();
    rmSync(map, { recursive: true, force: true });
  }
}

interface Sleutel {
  readonly pad: string;
  readonly sleutel: string;
}

/** Clients that send as soon as they have an answer, each time a first state of a year; answers how many were taken per second. */
async function meetHttp(poort: number, sleutels: readonly Sleutel[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTEN });
  const einde = performance.now() + RONDE_MS;
  let aangenomen = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTEN }, async (_, client) => {
      for (let i = client; performance.now() < einde; i++) {
        const sleutel = sleutels[i % sleutels.length];
        if (sleutel && (await put(agent, poort, sleutel, lichaam())) === 201) aangenomen++;
      }
    }),
  );
  const duur = performance.now() - begin;
  agent.destroy();
  return (aangenomen / duur) * 1000;
}

function put(agent: Agent, poort: number, { pad, sleutel }: Sleutel, tekst: string): Promise<number | undefined> {
  return new Promise((klaar, mislukt) => {
    const vraag = request(
      {
        agent,
        port: poort,
        host: "127.0.0.1",
        method: "PUT",
        path: `${pad}/registraties/${randomUUID()}`,
        headers: { authorization: `Bearer ${sleutel}`, "content-type": "application/json", "content-length": Buffer.byteLength(tekst), "if-none-match": "*" },
      },
      (antwoord) => {
        antwoord.resume().on("end", () => klaar(antwoord.statusCode));
      },
    );
    vraag.on("error", mislukt).end(tekst);
  });
}

const JAAR = JSON.stringify(staat([2, 0, 1, 4, 0, 3, 1, 1, 0, 5, 2, 1], { vanaf: "2025-01" as Periode }));

function lichaam(): string {
  return JAAR.replace(/"inzendingId":"[^"]*"/, `"inzendingId":"${randomUUID()}"`);
}

/** Inserts rows of the same size, each durable by itself, for one round; answers how many per second. */
function kaleInvoegingen(bestand: string): () => number {
  const db = new SQLite(bestand);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec("create table staat (id text primary key, inhoud text)");
  const invoegen = db.prepare("insert into staat values (?, ?)");
  return () => {
    const begin = performance.now();
    let aantal = 0;
    while (performance.now() - begin < RONDE_MS) {
      invoegen.run(randomUUID(), lichaam());
      aantal++;
    }
    return (aantal / (performance.now() - begin)) * 1000;
  };
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

function start(naam: string, map: string): Promise<{ proces: ChildProcess; poort: number }> {
  const proces = spawn(process.execPath, [resolve(MAP, `${naam}.js`)], { env: { PATH: process.env.PATH, PORT: "0", MELDCODE_DATA: map, NODE_ENV: "production" }, stdio: ["ignore", "pipe", "ignore"] });
  return new Promise((klaar, mislukt) => {
    proces.once("exit", () => mislukt(new Error(`${naam} start niet`)));
    proces.stdout.on("data", (regel: Buffer) => {
      const poort = Number(/localhost:(\d+)/.exec(regel.toString())?.[1]);
      if (poort) klaar({ proces, poort });
    });
  });
}

function mediaan(getallen: readonly number[]): number {
  return [...getallen].sort((a, b) => a - b)[Math.floor(getallen.length / 2)] ?? 0;
}
