/** PostgreSQL falls and comes back while senders are at work. They send again until they have their receipt, as every sender does. */
import { Client } from "pg";
import { Opslag } from "../../src/endpoint/database/opslag";
import { afzender, dienst, staat } from "../../src/endpoint/testtaal";
import type { Ontvangstbewijs } from "../../src/meldcode/uitwisseling/ontvangst";
import { type Cluster, startCluster } from "./cluster";

const VALLEN = 5;
const ZENDERS = 4;

let cluster: Cluster;
beforeEach(async () => {
  cluster = await startCluster({ duurzaam: true });
});
afterEach(() => cluster.sluit());

test("no state is lost or doubled when the database falls in the middle of sending", async () => {
  const d = await dienst({ opslag: await Opslag.open(cluster.url) });
  let door = true;
  let geweigerd = 0;
  let ontvangen = 0;
  // Before the first fall: who gets no code and no key asks for those again too, but that is not what is counted here.
  const afzenders = await Promise.all(Array.from({ length: ZENDERS }, () => afzender(d)));
  const zenders = afzenders.map(async (a) => {
    const bewijzen: Ontvangstbewijs[] = [];
    let etag: string | null = null;
    for (let aantal = 1; door; aantal++) {
      const inzending = staat([aantal]);
      for (;;) {
        const antwoord = await a.put("lijst", inzending, etag);
        if (antwoord.statusCode <= 201) {
          bewijzen.push(antwoord.json());
          etag = String(antwoord.headers.etag);
          ontvangen++;
          break;
        }
        expect([antwoord.statusCode, antwoord.headers["content-type"]]).toEqual([503, expect.stringContaining("application/problem+json")]);
        geweigerd++;
        await wacht(20);
      }
    }
    return { a, bewijzen };
  });
  for (let val = 0; val < VALLEN; val++) {
    // In the middle of sending, however slow the machine is.
    for (const vanaf = ontvangen; ontvangen < vanaf + ZENDERS * 5; ) await Promise.race([wacht(10), ...zenders]);
    await cluster.dood();
    await wacht(50);
    await cluster.herstart();
  }
  door = false;
  expect(geweigerd).toBeGreaterThan(0);
  for (const { a, bewijzen } of await Promise.all(zenders)) {
    const { ontvangstbewijzen } = (await a.get("ontvangstbewijzen")).json<{ ontvangstbewijzen: Ontvangstbewijs[] }>();
    expect(ontvangstbewijzen.toSorted((x, y) => x.versie - y.versie)).toEqual(bewijzen);
    expect(bewijzen.map((bewijs) => bewijs.versie)).toEqual(bewijzen.map((_, i) => i + 1));
  }
  await d.sluit();
}, 120_000);

test("who is no longer let in by the database, or no longer has the right to write, has nothing refused to its senders for good", async () => {
  const beheerder = new Client({ connectionString: cluster.url });
  await beheerder.connect();
  await beheerder.query("create role dienst login; grant create on schema public to dienst");
  const url = new URL(cluster.url);
  url.username = "dienst";
  const d = await dienst({ opslag: await Opslag.open(url.href) });
  const a = await afzender(d);
  let keer = 0;
  const verzend = async () => (await a.put(`lijst-${++keer}`, staat([1]), null)).statusCode;
  expect(await verzend()).toBe(201);

  await beheerder.query("alter role dienst nologin");
  await beheerder.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'dienst'");
  expect([await verzend(), await verzend()]).toEqual([503, 503]);
  expect(d.log).toContainEqual(expect.objectContaining({ soort: "storing", code: "28000" }));
  expect((await d.vraag({ url: "/health/ready" })).statusCode).toBe(503);
  await beheerder.query("alter role dienst login");
  expect(await verzend()).toBe(201);

  await beheerder.query("alter table staat owner to meldcode");
  expect(await verzend()).toBe(503);
  await beheerder.query("alter table staat owner to dienst");
  expect(await verzend()).toBe(201);
  await d.sluit();
  await beheerder.end();
});

function wacht(milliseconden: number): Promise<void> {
  return new Promise((klaar) => setTimeout(klaar, milliseconden));
}
