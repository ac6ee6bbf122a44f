/** The disk under PostgreSQL fills up, breaks or stands still while senders are at work. */
import { Client } from "pg";
import { type Cluster, type Gegevensschijf, startCluster } from "../database/cluster";
import { bouwServer, maakOrganisatieIn, ruimOp, startProces } from "../uitrol/proces";
import { bevries, breek, breekBevroren, type Breekbaar, eisSchijven, legBreekbareSchijf, legGegevensschijf, ontdooi, type Vulbaar } from "./proefschijf";
import { gereedWordt, gezondheid, stopNetjes, vraag, wacht, Zenders } from "./zenders";

let cluster: Cluster | undefined;
let zenders: Zenders | undefined;
afterEach(async () => {
  zenders?.stop();
  ruimOp();
  await cluster?.sluit();
});

async function startOp<S extends Gegevensschijf>(leg: (map: string) => Promise<S>): Promise<{ schijf: S; cluster: Cluster }> {
  let schijf: S | undefined;
  const gestart = (cluster = await startCluster({ duurzaam: true, schijf: async (map) => (schijf = await leg(map)) }));
  if (!schijf) throw new Error("It was started on a disk.");
  return { schijf, cluster: gestart };
}

async function vulWal(url: string): Promise<never> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  for (;;) await client.query("select pg_switch_wal(), pg_logical_emit_message(true, '', 'x')");
}

test("a full disk under the database: nothing more is taken, all that was taken stays, and it goes on when there is room again", async () => {
  eisSchijven("postgres");
  const { schijf, cluster } = await startOp<Vulbaar>((map) => legGegevensschijf(map, "128m"));
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

test("a disk under the database that may only be read any more: nothing more is taken, and once it is mended nothing is lost or doubled", async () => {
  eisSchijven("postgres");
  eisSchijven("ext4");
  const { schijf, cluster } = await startOp<Breekbaar>(legBreekbareSchijf);
  const organisatie = await maakOrganisatieIn(cluster.url);
  const server = await startProces([process.execPath, bouwServer()], { DATABASE_URL: cluster.url });
  const bezig = (zenders = new Zenders(organisatie, () => server.basis));
  for (let keer = 0; keer < 2; keer++) {
    await bezig.nog(10 + Math.floor(Math.random() * 10));
    await gereedWordt(server, 200);
    await breek(schijf, schijf.map);
    await bezig.nogGeweigerd(10);
    await gereedWordt(server, 503);
    await cluster.dood();
    schijf.herstel();
    await cluster.herstart();
  }
  await bezig.nog(10);
  await gereedWordt(server, 200);
  await bezig.klaar();
  expect(bezig.afgebroken).toBe(0);
  await bezig.vergelijk(server);
  await stopNetjes(server);
}, 120_000);

test("a disk under the database that stands still: everybody is answered, and it goes on by itself; also when it turns out to be broken", async () => {
  eisSchijven("postgres");
  eisSchijven("ext4");
  const { schijf, cluster } = await startOp<Breekbaar>(legBreekbareSchijf);
  const organisatie = await maakOrganisatieIn(cluster.url);
  const server = await startProces([process.execPath, bouwServer()], { DATABASE_URL: cluster.url });
  const bezig = (zenders = new Zenders(organisatie, () => server.basis));
  await bezig.nog(20);
  bevries(schijf, schijf.onder);
  try {
    // Each of them waits for the disk by then.
    const [gezond] = await Promise.all([gezondheid(server), bezig.nogGeweigerd(4)]);
    expect(gezond).toEqual([200, 503]);
  } finally {
    ontdooi(schijf, schijf.onder);
  }
  await bezig.nog(20);
  await gereedWordt(server, 200);

  bevries(schijf, schijf.onder);
  try {
    await wacht(300);
    await breekBevroren(schijf, schijf.map);
  } finally {
    ontdooi(schijf, schijf.onder);
  }
  await bezig.nogGeweigerd(10);
  await gereedWordt(server, 503);
  await cluster.dood();
  schijf.herstel();
  await cluster.herstart();
  await bezig.nog(20);
  await gereedWordt(server, 200);
  await bezig.klaar();
  expect(bezig.afgebroken).toBe(0);
  await bezig.vergelijk(server);
  await stopNetjes(server);
}, 120_000);
