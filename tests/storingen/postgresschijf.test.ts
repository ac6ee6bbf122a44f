/** The disk under PostgreSQL fills up while senders are at work. */
import { Client } from "pg";
import { type Cluster, startCluster } from "../database/cluster";
import { bouwServer, maakOrganisatieIn, ruimOp, startProces } from "../uitrol/proces";
import { eisSchijven, legGegevensschijf, type Vulbaar } from "./proefschijf";
import { gereedWordt, gezondheid, stopNetjes, vraag, Zenders } from "./zenders";

let schijf: Vulbaar;
let cluster: Cluster;
let zenders: Zenders | undefined;
beforeAll(async () => {
  eisSchijven("postgres");
  cluster = await startCluster({ duurzaam: true, schijf: async (map) => (schijf = await legGegevensschijf(map, "128m")) });
});
afterAll(async () => {
  zenders?.stop();
  ruimOp();
  await cluster?.sluit();
});

async function vulWal(url: string): Promise<never> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  for (;;) await client.query("select pg_switch_wal(), pg_logical_emit_message(true, '', 'x')");
}

test("a full disk under the database: nothing more is taken, all that was taken stays, and it goes on when there is room again", async () => {
  const organisatie = await maakOrganisatieIn(cluster.url);
  const server = await startProces([process.execPath, bouwServer()], { DATABASE_URL: cluster.url });
  const bezig = (zenders = new Zenders(organisatie, () => server.basis));
  await bezig.nog(20);
  await gereedWordt(server, 200);

  schijf.vul();
  await bezig.nogGeweigerd(20);
  expect(await gezondheid(server)).toEqual([200, 503]);
  // Reading needs no room.
  expect((await vraag(`${server.basis}${organisatie.pad}/ontvangstbewijzen`, { koppen: organisatie.koppen }))?.status).toBe(200);

  schijf.leeg();
  await bezig.nog(20);
  await gereedWordt(server, 200);
  // Not even room for its WAL. PostgreSQL may fall by that, so it is started again when there is room.
  schijf.vul();
  await expect(vulWal(cluster.url)).rejects.toThrow(/No space left on device|terminat/);
  await bezig.nogGeweigerd(20);
  expect(await gezondheid(server)).toEqual([200, 503]);
  await cluster.dood();
  schijf.leeg();
  await cluster.herstart();
  await bezig.nog(20);
  await gereedWordt(server, 200);

  await bezig.klaar();
  expect(bezig.afgebroken).toBe(0);
  await bezig.vergelijk(server);
  await stopNetjes(server);
}, 60_000);
