/** What Citus demands of tables that are spread over machines (docs/beheer/schaal.md): every key and every reference holds the column by which they are spread. */
import { sql } from "kysely";
import { proefdatabase } from "../../src/endpoint/database/proefdatabase.testtaal";
import { afzender, dienst, staat } from "../../src/endpoint/testtaal";

/** Of which the rows can also be spread by organisation. */
const VAN_EEN_ORGANISATIE = ["registratie", "staat", "staat_2026", "vervanging", "maand"];

test("every unique key and every reference begins with the municipality, and what can be spread by organisation has that next", async () => {
  const d = await dienst({ plaats: await proefdatabase() });
  await (await afzender(d)).put("lijst", staat([1])); // makes the part of a year
  const { rows } = await sql<{ tabel: string; naam: string; kolommen: string[] }>`
    with sleutel as (
      select indrelid as van, indexrelid::regclass::text as naam, indkey::int[] as nummers from pg_index where indisunique
      union all select conrelid, conname, conkey::int[] from pg_constraint where contype = 'f'
      union all select confrelid, conname || ', waarnaar', confkey::int[] from pg_constraint where contype = 'f'
    )
    select relname as tabel, naam, (select json_agg(attname order by plek) from unnest(nummers) with ordinality as n(nummer, plek) join pg_attribute on attrelid = van and attnum = nummer) as kolommen
    from sleutel join pg_class on pg_class.oid = van where relnamespace = current_schema()::regnamespace and relname <> 'migratie'`.execute(d.opslag.databank.db);
  await d.sluit();
  expect(new Set(rows.map(({ tabel }) => tabel))).toEqual(new Set([...VAN_EEN_ORGANISATIE, "beleid", "organisatie", "activeringscode", "toegang", "maandtotaal", "account", "auditregel", "sessie"]));
  const begin = (tabel: string) => (VAN_EEN_ORGANISATIE.includes(tabel) ? ["gemeente", "organisatie"] : ["gemeente"]);
  expect(rows.filter(({ tabel, kolommen }) => begin(tabel).some((kolom, i) => kolommen[i] !== kolom))).toEqual([]);
});
