import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { beheer } from "../../src/cli/beheer/beheer";
import { Opslag } from "../../src/endpoint/database/opslag";
import { maakAfdrukken } from "../../src/endpoint/database/overzetten";
import { proefdatabase } from "../../src/endpoint/database/proefdatabase.testtaal";
import { auditregels, controleerAudit } from "../../src/endpoint/register/audit";
import { afzender, dienst, type Dienst, PROEF, staat } from "../../src/endpoint/testtaal";
import type { Registratie } from "../../src/meldcode/registratie";
import type { Ontvangstbewijs } from "../../src/meldcode/uitwisseling/ontvangst";
import { vulRegister } from "./gegevens";

let map: string;
beforeEach(() => {
  map = mkdtempSync(path.join(tmpdir(), "reservekopie-"));
});
afterEach(() => rmSync(map, { recursive: true }));

const bestand = (naam: string) => path.join(map, naam);
const voer = (opslag: Opslag, ...regel: string[]) => beheer([...regel, "--json"], { installatie: opslag, opslag: opslag.gemeente("GM0599"), nu: () => new Date(), willekeur: () => new Uint8Array(), wie: PROEF }, Readable.from([""]));
const DATABASES = [
  ["SQLite", async () => bestand("register.sqlite")],
  ["PostgreSQL", proefdatabase],
] as const;

test("from SQLite to PostgreSQL in one command: everything arrives, and senders notice nothing", async () => {
  const oud = await dienst({ plaats: bestand("meldcode.sqlite") });
  await vulRegister(oud);
  const a = await afzender(oud);
  const bewijs = (await a.put("lijst", staat([3]))).json<Ontvangstbewijs>();
  const verwacht = await maakAfdrukken(oud.opslag.databank.db);
  await oud.sluit();

  const nieuw = await dienst({ plaats: await proefdatabase() });
  const { uitgang, uit } = await voer(nieuw.opslag, "database", "overzetten", bestand("meldcode.sqlite"));
  expect(uitgang).toBe(0);
  expect(JSON.parse(uit)).toEqual({ tabellen: verwacht });
  const zonderLog = (afdrukken: typeof verwacht) => afdrukken.filter(({ tabel }) => tabel !== "auditregel");
  expect(zonderLog(await maakAfdrukken(nieuw.opslag.databank.db))).toEqual(zonderLog(verwacht));
  expect((await auditregels(nieuw.omgeving, undefined, 1))[0]).toMatchObject({ wie: PROEF.id, wat: "database-overgezet" });
  expect(await controleerAudit(nieuw.omgeving.opslag)).toMatchObject({ breuken: [] });
  const ontvangstbewijs = await nieuw.vraag({ url: `${a.pad}/ontvangstbewijzen/${bewijs.kenmerk}`, headers: a.koppen });
  expect(ontvangstbewijs.json()).toEqual(bewijs);
  // Never over what is there.
  const nogEens = await voer(nieuw.opslag, "database", "overzetten", bestand("meldcode.sqlite"));
  expect([nogEens.uitgang, nogEens.fout]).toEqual([1, expect.stringContaining("niet leeg")]);
  await nieuw.sluit();
});

test.each(DATABASES)("a copy of %s made while states keep coming in holds one moment, and can be put back anywhere", async (_naam, plek) => {
  const d = await dienst({ plaats: await plek() });
  await vulRegister(d);
  const { klaar, beantwoord } = blijfVerzenden(d);
  while (beantwoord.length < 12) await new Promise((verder) => setTimeout(verder, 20));
  const ervoor = beantwoord.slice();
  const gemaakt = await voer(d.opslag, "reservekopie", "maken", bestand("kopie.sqlite"));
  await klaar();
  expect(gemaakt.uitgang).toBe(0);
  expect(readdirSync(map).filter((naam) => naam.startsWith("."))).toEqual([]);

  for (const [, ander] of [["SQLite", async () => bestand("terug.sqlite")] as const, ["PostgreSQL", proefdatabase] as const]) {
    const terug = await Opslag.open(await ander());
    const teruggezet = await voer(terug, "reservekopie", "terugzetten", bestand("kopie.sqlite"));
    expect({ ...JSON.parse(teruggezet.uit), genoteerd: true }).toEqual(JSON.parse(gemaakt.uit));
    // What happened after the copy is not in it: that it was put back stands where that would be.
    expect((await auditregels({ ...d.omgeving, opslag: terug.gemeente("GM0599") }, undefined, 1))[0]).toMatchObject({ wat: "reservekopie-teruggezet" });
    const { lees } = terug.gemeente("GM0599");
    const inzendingen = new Set((await lees.selectFrom("staat").select("inzendingId").execute()).map((rij) => rij.inzendingId));
    expect(ervoor.length).toBeGreaterThan(0);
    for (const inzending of ervoor) expect(inzendingen).toContain(inzending);
    // One moment: the current version, the newest state and the month of each list belong together.
    for (const rij of await lees.selectFrom("registratie").selectAll().where("registratie", "=", "druk").execute()) {
      const nieuwste = await lees.selectFrom("staat").selectAll().where("organisatie", "=", rij.organisatie).where("registratie", "=", "druk").orderBy("versie", "desc").executeTakeFirstOrThrow();
      const maand = await lees.selectFrom("maand").selectAll().where("organisatie", "=", rij.organisatie).executeTakeFirstOrThrow();
      expect([nieuwste.versie, (JSON.parse(nieuwste.inhoud) as Registratie).maanden[0]?.gestart]).toEqual([rij.versie, maand.gestart]);
    }
    await terug.sluit();
  }
  await d.sluit();
});

/** Four organisations that send one state after another, until told to stop. */
function blijfVerzenden(d: Dienst): { klaar(): Promise<void>; readonly beantwoord: string[] } {
  const beantwoord: string[] = [];
  let door = true;
  const zenders = Array.from({ length: 4 }, async () => {
    const a = await afzender(d);
    let etag: string | null = null;
    for (let aantal = 1; door; aantal++) {
      const inzending = staat([aantal]);
      const antwoord = await a.put("druk", inzending, etag);
      if (antwoord.statusCode > 201) throw new Error(antwoord.body);
      beantwoord.push(inzending.inzendingId);
      etag = String(antwoord.headers.etag);
    }
  });
  return {
    beantwoord,
    async klaar() {
      door = false;
      await Promise.all(zenders);
    },
  };
}

test("what cannot be done is said, and leaves everything as it was", async () => {
  const d = await dienst({ plaats: bestand("register.sqlite") });
  await vulRegister(d);
  writeFileSync(bestand("er-al.sqlite"), "iets");
  writeFileSync(bestand("geen-database.sqlite"), "iets".repeat(1000));
  const leeg = await Opslag.open(bestand("leeg.sqlite"));
  const pogingen = [
    [await voer(d.opslag, "reservekopie", "maken", bestand("er-al.sqlite")), "bestaat al"],
    [await voer(d.opslag, "reservekopie", "maken", bestand("geen-map/kopie.sqlite")), "niet te schrijven"],
    [await voer(d.opslag, "reservekopie", "terugzetten", bestand("er-al.sqlite")), "niet leeg"],
    [await voer(leeg, "reservekopie", "terugzetten", bestand("bestaat-niet.sqlite")), "is er niet"],
    [await voer(leeg, "reservekopie", "terugzetten", bestand("geen-database.sqlite")), "geen database"],
    [await voer(leeg, "database", "overzetten", bestand("bestaat-niet.sqlite")), "is er niet"],
  ] as const;
  for (const [{ uitgang, uit, fout }, zin] of pogingen) {
    expect([uitgang, uit]).toEqual([1, ""]);
    expect(fout).toContain(zin);
  }
  expect(existsSync(bestand("geen-map"))).toBe(false);
  await leeg.sluit();
  await d.sluit();
});
