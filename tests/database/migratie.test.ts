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
import { dienst } from "../../src/endpoint/testtaal";
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
