/** PostgreSQL says nothing any more while the connections to it stay open: a dead line, a machine that hangs. */
import { type Cluster, startCluster } from "../database/cluster";
import { bouwServer, maakOrganisatieIn, ruimOp, startProces } from "../uitrol/proces";
import { legTussenlijn, type Tussenlijn } from "./tussenlijn";
import { gezondheid, LIMIET, stopNetjes, vraag, Zenders } from "./zenders";

/** More than one server has connections, all of one organisation: they also wait for each other. */
const AANTAL = 24;

let cluster: Cluster;
let lijn: Tussenlijn;
let zenders: Zenders | undefined;
beforeEach(async () => {
  cluster = await startCluster({ duurzaam: true });
  lijn = await legTussenlijn(cluster);
});
afterEach(async () => {
  zenders?.stop();
  ruimOp();
  lijn.sluit();
  await cluster.sluit();
});

test("every request is answered within its limit while the database says nothing, and all goes on when it speaks again", async () => {
  const organisatie = await maakOrganisatieIn(cluster.url);
  const bundel = bouwServer();
  const start = () => startProces([process.execPath, bundel], { DATABASE_URL: lijn.url });
  const [server, tweede] = [await start(), await start()];
  const bezig = (zenders = new Zenders(organisatie, () => server.basis, AANTAL));
  await bezig.nog(AANTAL);
  expect(await gezondheid(server)).toEqual([200, 200]);

  lijn.zwijg();
  const begin = performance.now();
  const lezers = Array.from({ length: AANTAL }, () => vraag(`${server.basis}${organisatie.pad}/ontvangstbewijzen`, { koppen: organisatie.koppen }));
  // Each sender, too, rejects when it waits longer than its limit for an answer.
  const verzonden = bezig.nogGeweigerd(AANTAL);
  // Who starts now is told at once; who stops now does stop.
  await expect(start()).rejects.toThrow(/database is niet te bereiken/);
  await stopNetjes(tweede);
  expect(await gezondheid(server)).toEqual([200, 503]);
  expect((await Promise.all(lezers)).map((antwoord) => antwoord?.status)).toEqual(lezers.map(() => 503));
  expect(performance.now() - begin).toBeLessThan(LIMIET);
  await verzonden;
  expect(bezig.afgebroken).toBe(0);

  lijn.spreek();
  await bezig.nog(AANTAL);
  expect(await gezondheid(server)).toEqual([200, 200]);
  await bezig.klaar();
  await bezig.vergelijk(server);
  // No connection that went dead is kept.
  expect(lijn.open()).toBeLessThanOrEqual(10); // of one server
  await stopNetjes(server);
}, 120_000);
