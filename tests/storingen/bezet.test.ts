/** Another process writes in the built-in database for a long time, as `beheer database overzetten` does. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { bouwServer, maakOrganisatie, proefmap, ruimOp, startProces } from "../uitrol/proces";
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
  zenders?.stop();
  ruimOp();
  rmSync(map, { recursive: true, force: true });
});

test("senders hear in time that they must come again, the service shows that it lives, and afterwards all goes on", async () => {
  const organisatie = await maakOrganisatie(map);
  const server = await startProces([process.execPath, bouwServer()], { MELDCODE_DATA: map });
  const bezig = (zenders = new Zenders(organisatie, () => server.basis, ZENDERS));
  await bezig.nog(20);

  const ander = new SQLite(join(map, "meldcode.sqlite"));
  ander.prepare("begin immediate").run();
  const geweigerd = bezig.nogGeweigerd(ZENDERS);
  const tekens: number[] = [];
  for (let keer = 0; keer < 10; keer++) {
    const begin = performance.now();
    expect((await vraag(`${server.basis}/health/live`))?.status).toBe(200);
    tekens.push(performance.now() - begin);
    await wacht(100);
  }
  expect(Math.max(...tekens)).toBeLessThan(TEKEN);
  const begin = performance.now();
  expect(await gezondheid(server)).toEqual([200, 503]);
  expect((await vraag(`${server.basis}${organisatie.pad}/ontvangstbewijzen`, { koppen: organisatie.koppen }))?.status).toBe(200);
  await geweigerd;
  expect(performance.now() - begin).toBeLessThan(LIMIET);

  ander.prepare("rollback").run();
  ander.close();
  await bezig.nog(20);
  expect(await gezondheid(server)).toEqual([200, 200]);
  await bezig.klaar();
  await bezig.vergelijk(server);
  await stopNetjes(server);
}, 60_000);
