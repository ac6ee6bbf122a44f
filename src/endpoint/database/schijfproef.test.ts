/** The disk stops taking changes while a commit waits for it: that wait may then end well without anything being on the disk. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afzender, dienst, staat } from "../testtaal";

let map: string;
beforeEach(() => {
  map = fs.mkdtempSync(join(tmpdir(), "schijfproef-"));
});
afterEach(() => {
  jest.restoreAllMocks();
  fs.rmSync(map, { recursive: true });
});

test.each(["EROFS", "EIO"])("a state that may not be on the disk (%s) is not answered with a receipt, nobody gets to read it, and it is taken once when it comes again", async (code) => {
  const plaats = join(map, "meldcode.sqlite");
  const d = await dienst({ plaats });
  const a = await afzender(d);
  const eerste = await a.put("lijst", staat([1]));
  expect(eerste.statusCode).toBe(201);
  const etag = String(eerste.headers.etag);
  const opSchijf = join(map, "schijf");
  fs.mkdirSync(opSchijf);
  for (const bestand of ["meldcode.sqlite", "meldcode.sqlite-wal"]) fs.copyFileSync(join(map, bestand), join(opSchijf, bestand));

  jest.spyOn(fs, "ftruncateSync").mockImplementation(() => {
    throw Object.assign(new Error(code), { code });
  });
  const tweede = staat([2]);
  const antwoord = await a.put("lijst", tweede, etag);
  expect([antwoord.statusCode, antwoord.headers["content-type"], antwoord.body]).toEqual([503, expect.stringContaining("application/problem+json"), expect.stringContaining("is bewaard")]);
  for (const pad of ["ontvangstbewijzen", "registraties/lijst"]) expect((await a.get(pad)).statusCode).toBe(503);
  expect([(await d.vraag("/health/live")).statusCode, (await d.vraag("/health/ready")).statusCode]).toEqual([200, 503]);
  jest.restoreAllMocks();

  // It was there after all: the same receipt for who sends again, and no second version.
  const opnieuw = await a.put("lijst", tweede, etag);
  expect([opnieuw.statusCode, opnieuw.json()]).toEqual([200, expect.objectContaining({ versie: 2 })]);
  expect((await a.get("ontvangstbewijzen")).json()).toMatchObject({ ontvangstbewijzen: [{ versie: 2 }, { versie: 1 }] });
  await d.sluit();

  // It was gone.
  const hersteld = await dienst({ plaats: join(opSchijf, "meldcode.sqlite") });
  const daar = await hersteld.vraag({ method: "PUT", url: `${a.pad}/registraties/lijst`, headers: { ...a.koppen, "content-type": "application/json", "if-match": etag }, payload: JSON.stringify(tweede) });
  expect([daar.statusCode, daar.json()]).toEqual([200, expect.objectContaining({ versie: 2 })]);
  await hersteld.sluit();
});

test("leaves no file behind beside the database", async () => {
  const d = await dienst({ plaats: join(map, "meldcode.sqlite") });
  expect(fs.readdirSync(map).filter((naam) => !/^meldcode\.sqlite(-wal|-shm)?$/.test(naam))).toEqual([]);
  await d.sluit();
});
