/** The disk under the built-in database fills up, or may only be read any more, while senders are at work. */
import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { staat } from "../../src/endpoint/testtaal";
import type { Ontvangstbewijs } from "../../src/meldcode/uitwisseling/ontvangst";
import { maakOrganisatie, type Proces, proefmap, ruimOp, startProces } from "../uitrol/proces";
import { bevries, binnen, breek, breekBevroren, eisSchijven, type Ext4, inGeheugen, maakExt4, ontdooi, opSchijf, ruimExt4Op } from "./proefschijf";
import { gezondheid, stopNetjes, vraag, wacht, Zenders } from "./zenders";

/** An address where nothing listens. */
const NIEMAND = "http://127.0.0.1:1";

let map: string;
let zenders: Zenders | undefined;
beforeEach(() => {
  map = proefmap("schijf");
});
afterEach(() => {
  zenders?.stop();
  ruimOp();
  rmSync(map, { recursive: true, force: true });
});

test("a full disk: nothing more is taken, all that was taken stays, and it goes on by itself when there is room again", async () => {
  eisSchijven("geheugen");
  const organisatie = await maakOrganisatie(map);
  const server = await startProces(opSchijf(map, inGeheugen(map, "8m"), true), { MELDCODE_DATA: map });
  zenders = new Zenders(organisatie, () => server.basis);
  await zenders.nog(20);
  expect(await gezondheid(server)).toEqual([200, 200]);

  const vulling = binnen(server, map, "vulling");
  expect(() => writeFileSync(vulling, Buffer.alloc(16 * 2 ** 20))).toThrow("ENOSPC");
  await zenders.nogGeweigerd(20);
  // What is written to see whether it can be is smaller than a state: it fills the last corner first.
  for (let keer = 0; keer < 100 && (await gezondheid(server))[1] !== 503; keer++);
  expect(await gezondheid(server)).toEqual([200, 503]);
  // Reading needs no room.
  expect((await vraag(`${server.basis}${organisatie.pad}/ontvangstbewijzen`, { koppen: organisatie.koppen }))?.status).toBe(200);

  rmSync(vulling);
  await zenders.nog(20);
  expect(await gezondheid(server)).toEqual([200, 200]);
  await zenders.klaar();
  expect(zenders.afgebroken).toBe(0);
  await zenders.vergelijk(server);
  await stopNetjes(server);
}, 60_000);

describe("a disk that may only be read any more", () => {
  let schijf: Ext4;
  beforeEach(() => {
    eisSchijven("ext4");
    schijf = maakExt4(map);
  });
  afterEach(() => ruimExt4Op(map));

  test("whenever it happens: nothing more is taken, no server starts on it, and once it is mended nothing is lost or doubled", async () => {
    const organisatie = await maakOrganisatie(map);
    let server = await startProces(opSchijf(map, schijf.nieuw, true), { MELDCODE_DATA: map });
    let basis = server.basis;
    const bezig = (zenders = new Zenders(organisatie, () => basis));
    for (let keer = 0; keer < 3; keer++) {
      await bezig.nog(10 + Math.floor(Math.random() * 10));
      await breek(server, map);
      expect(() => writeFileSync(binnen(server, map, "iets"), "")).toThrow("EROFS");
      await bezig.nogGeweigerd(10);
      expect(await gezondheid(server)).toEqual([200, 503]);
      basis = NIEMAND;
      await stopNetjes(server);
      server = await startProces(opSchijf(map, schijf.weer, false), { MELDCODE_DATA: map });
      ({ basis } = server);
    }
    await bezig.nog(10);
    await bezig.klaar();
    await bezig.vergelijk(server);
    await stopNetjes(server);

    // It would show an old picture: what keeps readers and writers apart cannot be written either.
    await expect(startProces(opSchijf(map, `${schijf.weer}; mount -o remount,ro ${map}`, false), { MELDCODE_DATA: map })).rejects.toThrow(/gegevensmap is niet te openen of te beschrijven/);
  }, 60_000);

  test("in the middle of writing a state to it, where the disk says that it did and did not: no receipt, and the same state again is taken once", async () => {
    const organisatie = await maakOrganisatie(map);
    const { pad, koppen } = organisatie;
    const server = await startProces(opSchijf(map, schijf.nieuw, true), { MELDCODE_DATA: map });
    zenders = new Zenders(organisatie, () => server.basis);
    await zenders.nog(20);
    await zenders.klaar();

    const inhoud = JSON.stringify({ ...staat([1]), inzendingId: randomUUID() });
    const verzend = ({ basis }: Proces) => vraag(`${basis}${pad}/registraties/twijfel`, { methode: "PUT", koppen: { ...koppen, "if-none-match": "*" }, inhoud });
    bevries(server, schijf.onder);
    const antwoord = verzend(server);
    try {
      await Promise.race([wacht(300), antwoord.then(() => Promise.reject(new Error("It did not wait for the disk.")))]);
      await breekBevroren(server, map);
    } finally {
      ontdooi(server, schijf.onder);
    }
    expect(await antwoord).toMatchObject({ status: 503, soort: expect.stringContaining("application/problem+json"), tekst: expect.stringContaining("is bewaard") });
    expect(await gezondheid(server)).toEqual([200, 503]);
    // It can be seen there, and may be gone tomorrow.
    expect((await vraag(`${server.basis}${pad}/ontvangstbewijzen`, { koppen }))?.status).toBe(503);
    await stopNetjes(server);

    const hersteld = await startProces(opSchijf(map, schijf.weer, false), { MELDCODE_DATA: map });
    const weer = await verzend(hersteld);
    expect(weer?.status).toBe(201);
    zenders.bewijzen.push(JSON.parse(weer?.tekst ?? "") as Ontvangstbewijs);
    await zenders.vergelijk(hersteld);
    await stopNetjes(hersteld);
  }, 60_000);
});
