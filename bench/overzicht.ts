import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { Opslag } from "../src/endpoint/database/opslag";
import { beginSessie } from "../src/endpoint/register/sessie";
import { maakServer } from "../src/endpoint/server";
import { startCluster } from "../tests/database/cluster";
import type { Benchregel } from "./benchregel";

const ORGANISATIES = 100_000;
const MAANDEN = 60;
/** Milliseconds in which the Servicepunt has its overview. */
const DOEL = 200;
const KEREN = 15;

/** The Servicepunt's overview over 100,000 organisations × 60 months, as the page asks for it, on both databases; medians. */
export async function benchOverzicht(): Promise<Benchregel[]> {
  const map = mkdtempSync(join(tmpdir(), "bench-"));
  const cluster = await startCluster({ duurzaam: true });
  try {
    return [...(await meet("SQLite", join(map, "meldcode.sqlite"))), ...(await meet("PostgreSQL", cluster.url))];
  } finally {
    await cluster.sluit();
    rmSync(map, { recursive: true, force: true });
  }
}

const VRAGEN = [
  ["eerste bladzijde", ""],
  ["halverwege", "&vanaf=50000"],
  ["een sector", "&sector=jeugdhulp"],
  ["gezocht", "&zoek=12345"],
] as const;

async function meet(naam: string, plaats: string): Promise<Benchregel[]> {
  const opslag = await Opslag.open(plaats);
  const omgeving = { opslag: opslag.gemeente("GM0599"), nu: () => new Date("2026-04-10T12:00:00Z"), willekeur: randomBytes };
  const server = await maakServer({ ...omgeving, opslag, gemeente: "GM0599" });
  try {
    await vul(opslag);
    const token = await beginSessie(omgeving, { wie: { id: "account:bench", naam: "bench" }, rol: "lezen" });
    const regels: Benchregel[] = [];
    for (const [wat, filter] of VRAGEN) {
      const tijden: number[] = [];
      for (let keer = 0; keer < KEREN; keer++) {
        const begin = performance.now();
        const antwoord = await server.inject({ url: `/v1/servicepunt/responsoverzicht?van=2021-04&tot=2026-03${filter}`, headers: { cookie: `sessie=${token}` } });
        tijden.push(performance.now() - begin);
        if (antwoord.statusCode !== 200) throw new Error(antwoord.body);
      }
      const wij = tijden.sort((a, b) => a - b)[Math.floor(KEREN / 2)] ?? 0;
      regels.push({ naam: `overzicht van ${ORGANISATIES} organisaties × ${MAANDEN} maanden op ${naam}: ${wat}`, wij, vergelijking: DOEL, eenheid: "ms", verhouding: wij / DOEL, doel: "hoogstens 1", gehaald: wij <= DOEL });
    }
    return regels;
  } finally {
    await server.close();
    await opslag.sluit();
  }
}

/** Rows as if all had sent every month for five years; made in the database, for sending them would take hours. */
async function vul({ databank: { db, soort } }: Opslag): Promise<void> {
  const reeks = (naam: string, tot: number) =>
    soort === "sqlite" ? sql`(with recursive r(n) as (select 0 union all select n + 1 from r where n < ${sql.lit(tot - 1)}) select n from r) as ${sql.ref(naam)}` : sql`(select n from generate_series(0, ${sql.lit(tot - 1)}) as r(n)) as ${sql.ref(naam)}`;
  const tekst = (getal: string, breedte: number) => (soort === "sqlite" ? sql.raw(`printf('%0${breedte}d', ${getal})`) : sql.raw(`lpad((${getal})::text, ${breedte}, '0')`));
  const sector = sql`case o.n % 4 when 0 then 'onderwijs' when 1 then 'jeugdhulp' when 2 then 'kinderopvang' else 'gezondheidszorg' end`;
  await sql`insert into organisatie (gemeente, organisatie, naam, sector, ritme, eenpersoons, "toegevoegdOp", zoektekst)
    select 'GM0599', 'ORG-' || ${tekst("o.n", 8)}, 'Organisatie ' || ${tekst("o.n * 7919 % 100000", 6)}, ${sector}, 'maand', 0, '2021-01-01T00:00:00.000Z', 'organisatie ' || ${tekst("o.n * 7919 % 100000", 6)} from ${reeks("o", ORGANISATIES)}`.execute(db);
  // A month at a time: no statement of ours may take longer than the time limit.
  for (let m = 0; m < MAANDEN; m++) {
    const periode = `${2021 + Math.floor((m + 3) / 12)}-${String(((m + 3) % 12) + 1).padStart(2, "0")}`;
    await sql`insert into maand (gemeente, organisatie, periode, lijsten, gestart, afgesloten, eerst, "naAfloop", gecorrigeerd)
    select 'GM0599', 'ORG-' || ${tekst("o.n", 8)}, ${sql.lit(periode)}, 1, (o.n + ${sql.lit(m)}) % 4, 0, '2026-01-05T00:00:00.000Z', '2026-01-05T00:00:00.000Z', 0 from ${reeks("o", ORGANISATIES)}`.execute(db);
    await sql`insert into maandtotaal (gemeente, periode, sector, eenpersoons, gereageerd, gestart, afgesloten)
      select 'GM0599', ${sql.lit(periode)}, ${sector}, 0, count(*), sum((o.n + ${sql.lit(m)}) % 4), 0 from ${reeks("o", ORGANISATIES)} group by ${sector}`.execute(db);
  }
  await sql`analyze`.execute(db);
}
