/** An installation of every earlier version, with data, opened by this one: as if everything had come in at this version. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Databank } from "../../src/endpoint/database/databank";
import { MIGRATIES } from "../../src/endpoint/database/migraties/migreer";
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

const DATABANKEN = [
  ["SQLite", async () => path.join(map, `${randomUUID()}.sqlite`), openSqlite],
  ["PostgreSQL", proefdatabase, openPostgres],
] as const;
const EERDER = MIGRATIES.slice(0, -1).map(([naam], i) => ({ naam, stap: i + 1 }));

describe.each(DATABANKEN)("on %s", (_naam, plek, open) => {
  test.each(EERDER)("a database as it was after $naam is brought up to date with all that is in it", async ({ stap }) => {
    const nieuw = await dienst();
    await vulRegister(nieuw);
    const plaats = await plek();
    const oud = open(plaats);
    await maakVersie(stap, oud, nieuw.opslag.databank);
    await oud.db.destroy();

    const bijgewerkt = await Opslag.open(plaats);
    expect(await vanToen(stap, bijgewerkt)).toEqual(await vanToen(stap, nieuw.opslag));
    // And a second time there is nothing left to do.
    await bijgewerkt.sluit();
    await (await Opslag.open(plaats)).sluit();
    await nieuw.sluit();
  });
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

/** Of before there was an audit log, or roles: no deeds were written down, and its sessions are over. */
async function vanToen(stap: number, opslag: Opslag): Promise<unknown> {
  return (await maakAfdrukken(opslag.databank.db)).filter(({ tabel }) => !(tabel === "auditregel" && stap < 4) && !(tabel === "sessie" && stap < 5));
}

/** What came with each migration: tables, and columns of tables that were there; those columns are empty in what was held before. */
const TABELLEN_SINDS: Readonly<Record<string, number>> = { registratie: 2, maand: 2, maandtotaal: 2, auditregel: 4 };
const KOLOMMEN_SINDS: readonly (readonly [stap: number, tabel: string, kolommen: readonly string[]])[] = [
  [2, "staat", ["jaar"]],
  [2, "organisatie", ["zoektekst"]],
  [3, "activeringscode", ["bestuur"]],
  [5, "account", ["rol"]],
  [5, "sessie", ["wie", "rol"]],
  [6, "toegang", ["vorige", "herhaalhash", "opgevolgdOp"]],
  [7, "organisatie", ["ritmewijzigingen", "eenpersoonsTot"]],
  [7, "beleid", ["deadlineDag"]],
];

/** The tables as they were after that many migrations, with the same rows in the shape of then. */
async function maakVersie(stap: number, oud: Databank, bron: Databank): Promise<void> {
  await oud.db.transaction().execute(async (tx) => {
    await tx.schema
      .createTable("migratie")
      .addColumn("naam", "text", (k) => k.primaryKey())
      .addColumn("toegepastOp", "text", (k) => k.notNull())
      .execute();
    for (const [naam, migreer] of MIGRATIES.slice(0, stap)) {
      await migreer(tx, oud);
      await tx.insertInto("migratie").values({ naam, toegepastOp: "2026-01-01T00:00:00.000Z" }).execute();
    }
    for (const tabel of TABELLEN) {
      if (tabel === "migratie" || (TABELLEN_SINDS[tabel] ?? 1) > stap) continue;
      const later = KOLOMMEN_SINDS.flatMap(([sinds, van, kolommen]) => (van === tabel && sinds > stap ? kolommen : []));
      for (const rij of await bron.db.selectFrom(tabel).selectAll().execute()) {
        const vormVanToen = Object.fromEntries(Object.entries(rij).filter(([kolom]) => !later.includes(kolom)));
        if (typeof vormVanToen.jaar === "number" && tabel === "staat") await oud.zorgVoorJaar(tx, tabel, vormVanToen.jaar);
        await tx.insertInto(tabel as "account").values(vormVanToen as never).execute(); // a row of this very table
      }
    }
  });
}
