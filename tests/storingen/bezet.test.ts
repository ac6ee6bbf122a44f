/** Another process holds what a state needs, as `beheer database overzetten` does for as long as it takes. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { Client } from "pg";
import { startCluster } from "../database/cluster";
import { bouwServer, maakOrganisatie, maakOrganisatieIn, type Proces, type Proeforganisatie, proefmap, ruimOp, startProces } from "../uitrol/proces";
import { gezondheid, LIMIET, stopNetjes, vraag, wacht, Zenders } from "./zenders";

const ZENDERS = 4;
/** Milliseconds in which the service shows that it lives: probes wait no longer. */
const TEKEN = 1_000;

let map: string;
let zenders: Zenders | undefined;
beforeEach(() => {
  map = proefmap("bezet");
});
afterEach(() => {
  rmSync(map, { recursive: true, force: true });
});

test.each(["sqlite", "postgres"] as const)("%s: senders hear in time that they must come again, the service shows that it lives, and afterwards all goes on", async (soort) => {
  const cluster = soort === "postgres" ? await startCluster({ duurzaam: true }) : undefined;
  try {
    const organisatie = await (cluster ? maakOrganisatieIn(cluster.url) : maakOrganisatie(map));
    const server = await startProces([process.execPath, bouwServer()], cluster ? { DATABASE_URL: cluster.url } : { MELDCODE_DATA: map });
    await verloop(organisatie, server, cluster ? await houdPostgres(cluster.url) : houdSqlite(join(map, "meldcode.sqlite")));
  } finally {
    zenders?.stop();
    ruimOp();
    await cluster?.sluit();
  }
}, 60_000);

interface Houder {
  neem(): Promise<unknown>;
  laatLos(): Promise<unknown>;
}

function houdSqlite(bestand: string): Houder {
  const ander = new SQLite(bestand);
  return {
    neem: () => Promise.resolve(ander.prepare("begin immediate").run()),
    laatLos: () => Promise.resolve(ander.close()),
  };
}

async function houdPostgres(url: string): Promise<Houder> {
  const ander = new Client({ connectionString: url });
  await ander.connect();
  return {
    neem: () => ander.query("begin; lock table staat, migratie in share mode"),
    laatLos: () => ander.end(),
  };
}

async function verloop({ pad, koppen }: Proeforganisatie, server: Proces, houder: Houder): Promise<void> {
  const bezig = (zenders = new Zenders({ pad, koppen }, () => server.basis, ZENDERS));
  await bezig.nog(20);
  await houder.neem();
  const begin = performance.now();
  const geweigerd = bezig.nogGeweigerd(ZENDERS);
  const tekens: number[] = [];
  for (let keer = 0; keer < 10; keer++) {
    const gevraagd = performance.now();
    expect((await vraag(`${server.basis}/health/live`))?.status).toBe(200);
    tekens.push(performance.now() - gevraagd);
    await wacht(100);
  }
  expect(Math.max(...tekens)).toBeLessThan(TEKEN);
  expect(await gezondheid(server)).toEqual([200, 503]);
  expect((await vraag(`${server.basis}${pad}/ontvangstbewijzen`, { koppen }))?.status).toBe(200);
  await geweigerd;
  expect(performance.now() - begin).toBeLessThan(LIMIET);

  await houder.laatLos();
  await bezig.nog(20);
  expect(await gezondheid(server)).toEqual([200, 200]);
  await bezig.klaar();
  await bezig.vergelijk(server);
  await stopNetjes(server);
}
