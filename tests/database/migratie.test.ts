/** An installation of the first version, with data, opened by this one: as if everything had come in at this version. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Databank } from "../../src/endpoint/database/databank";
import { begin } from "../../src/endpoint/database/migraties/0001-begin";
import { Opslag } from "../../src/endpoint/database/opslag";
import { maakAfdrukken } from "../../src/endpoint/database/overzetten";
import { openPostgres } from "../../src/endpoint/database/postgres";
import { proefdatabase } from "../../src/endpoint/database/proefdatabase.testtaal";
import { openSqlite } from "../../src/endpoint/database/sqlite";
import { TABELLEN } from "../../src/endpoint/database/tabellen";
import { isTijdelijk } from "../../src/endpoint/database/tijdelijk";
import { wijzigBeleid } from "../../src/endpoint/register/beleid";
import { afzender, dienst, medewerker, staat } from "../../src/endpoint/testtaal";
import { vulRegister } from "./gegevens";

const map = mkdtempSync(path.join(tmpdir(), "migratie-"));
afterAll(() => rmSync(map, { recursive: true }));

test.each([
  ["SQLite", async () => path.join(map, "oud.sqlite"), openSqlite],
  ["PostgreSQL", proefdatabase, openPostgres],
] as const)("a database of the first version on %s is brought up to date with all that is in it", async (_naam, plek, open) => {
  const nieuw = await dienst();
  await vulRegister(nieuw);
  const plaats = await plek();
  const oud = open(plaats);
  await maakEersteVersie(oud, nieuw.opslag.databank);
  await oud.db.destroy();

  const bijgewerkt = await Opslag.open(plaats);
  expect(await vanToen(bijgewerkt)).toEqual(await vanToen(nieuw.opslag));
  // And a second time there is nothing left to do.
  await bijgewerkt.sluit();
  await (await Opslag.open(plaats)).sluit();
  await nieuw.sluit();
});

test.each([
  ["SQLite", () => path.join(map, "nieuw.sqlite")],
  ["PostgreSQL", proefdatabase],
] as const)("a version that goes back does not start on what a newer one made of %s, and leaves it as it is", async (_naam, plek) => {
  const plaats = await plek();
  const nieuw = await Opslag.open(plaats);
  await nieuw.databank.db.insertInto("migratie").values({ naam: "9999-later", toegepastOp: "2030-01-01T00:00:00.000Z" }).execute();
  await nieuw.sluit();
  await expect(Opslag.open(plaats)).rejects.toThrow(/van een nieuwere versie/);
});

test("servers of two versions can run side by side: what a newer one adds to the tables turns nobody away at the older one", async () => {
  const plaats = await proefdatabase();
  const d = await dienst({ plaats });
  const zenders = await Promise.all(Array.from({ length: 4 }, () => afzender(d)));
  const koppen = await medewerker(d);
  // Several at once, so that more than one connection has everything prepared.
  const gebruik = async (ronde: number) => {
    const antwoorden = await Promise.all(
      zenders.flatMap((a) => [
        a.put(`lijst-${ronde}`, staat([3], ronde === 1 ? {} : { vervangt: `lijst-${ronde - 1}` })),
        a.get("registraties"),
        a.get("ontvangstbewijzen"),
        d.vraag({ url: `/v1/servicepunt/organisaties/${a.id}`, headers: koppen }),
        d.vraag({ url: "/v1/servicepunt/responsoverzicht?van=2026-01&tot=2026-01", headers: koppen }),
      ]),
    );
    return new Set(antwoorden.map((antwoord) => antwoord.statusCode));
  };
  expect([await gebruik(1), await gebruik(2)]).toEqual([new Set([201, 200]), new Set([201, 200])]);

  const nieuwer = openPostgres(plaats);
  const voegKolomToe = async (kolom: string) => {
    for (const tabel of TABELLEN) await nieuwer.db.schema.alterTable(tabel).addColumn(kolom, "text", (k) => k.notNull().defaultTo("")).execute();
  };
  await voegKolomToe("later");
  expect(await gebruik(3)).toEqual(new Set([201, 200]));
  await voegKolomToe("nogLater");
  // By itself: a group of one, with nobody before it.
  const [a] = zenders;
  expect((await a?.put("lijst-4", staat([3], { vervangt: "lijst-3" })))?.statusCode).toBe(201);
  await voegKolomToe("laatst");
  // What the Servicepunt changes is a transaction of its own, which is undone: to be tried again.
  const wijzig = () => wijzigBeleid(d.omgeving, (beleid) => ({ ...beleid, deadlineDag: 20 }));
  await expect(wijzig().catch((fout: unknown) => (isTijdelijk(fout) ? wijzig() : Promise.reject(fout)))).resolves.toBeDefined();
  await nieuwer.db.destroy();
  await d.sluit();
});

test("servers that start at the same time on an empty database make the tables once", async () => {
  const plaats = await proefdatabase();
  const opslagen = await Promise.all(Array.from({ length: 3 }, () => Opslag.open(plaats)));
  for (const opslag of opslagen) await opslag.kanSchrijven();
  await Promise.all(opslagen.map((opslag) => opslag.sluit()));
});

/** The first version wrote down no deeds, and its sessions are over. */
async function vanToen(opslag: Opslag): Promise<unknown> {
  return (await maakAfdrukken(opslag.databank.db)).filter(({ tabel }) => tabel !== "auditregel" && tabel !== "sessie");
}

/** Columns that the first version did not have; empty in what it held. */
const LATER: Readonly<Record<string, readonly string[]>> = { staat: ["jaar"], beleid: ["deadlineDag"], organisatie: ["zoektekst", "ritmewijzigingen", "eenpersoonsTot"], activeringscode: ["bestuur"], toegang: ["vorige", "herhaalhash", "opgevolgdOp"], account: ["rol"], sessie: ["wie", "rol"] };

/** The tables as the first version made them, with the same rows in its shape. */
async function maakEersteVersie(oud: Databank, bron: Databank): Promise<void> {
  await oud.db.transaction().execute(async (tx) => {
    await begin(tx);
    await tx.schema
      .createTable("migratie")
      .addColumn("naam", "text", (k) => k.primaryKey())
      .addColumn("toegepastOp", "text", (k) => k.notNull())
      .execute();
    await tx.insertInto("migratie").values({ naam: "0001-begin", toegepastOp: "2026-01-01T00:00:00.000Z" }).execute();
    for (const tabel of ["beleid", "organisatie", "activeringscode", "toegang", "staat", "vervanging", "account", "sessie"] as const) {
      for (const rij of await bron.db.selectFrom(tabel).selectAll().execute()) {
        const eersteVorm = Object.fromEntries(Object.entries(rij).filter(([kolom]) => !LATER[tabel]?.includes(kolom)));
        await tx.insertInto(tabel as "account").values(eersteVorm as never).execute(); // a row of this very table
      }
    }
  });
}
