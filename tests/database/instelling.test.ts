/** What a database, or a role in it, has as its own settings does not change what the service promises. */
import { Client } from "pg";
import { sql } from "kysely";
import { Opslag } from "../../src/endpoint/database/opslag";
import { momentopname } from "../../src/endpoint/database/overzetten";
import { openPostgres } from "../../src/endpoint/database/postgres";
import { afzender, dienst, medewerker, staat } from "../../src/endpoint/testtaal";
import type { Periode } from "../../src/meldcode/periode";
import { type Cluster, startCluster } from "./cluster";

const VERLAAGD = ["2026-01", "2026-02"] as Periode[]; // literal months

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster.sluit());

async function opdracht(tekst: string): Promise<void> {
  const client = new Client({ connectionString: cluster.url });
  await client.connect();
  await client.query(tekst);
  await client.end();
}

/** The address of another database of the cluster, or as another role. */
const naar = (database: string, rol = "meldcode") => cluster.url.replace("//meldcode@", `//${rol}@`).replace("/postgres?", `/${database}?`);

test("a role that is nobody special, in a database of its own with the strangest settings: everything works, and one wins while the others hear 412", async () => {
  await opdracht("create role gemeente login");
  await opdracht("create database vreemd owner gemeente template template0 locale_provider icu icu_locale 'nl-NL' locale 'C'");
  for (const instelling of ["default_transaction_isolation = 'serializable'", "synchronous_commit = off", "timezone = 'Pacific/Kiritimati'", "datestyle = 'German'", "lock_timeout = '1ms'", "bytea_output = 'escape'"]) {
    await opdracht(`alter role gemeente in database vreemd set ${instelling}`);
  }
  const plaats = naar("vreemd", "gemeente");
  const d = await dienst({ plaats });
  const ander = await dienst({ plaats });
  const a = await afzender(d, { naam: "Ĳsselschool 學校" });
  let etag = String((await a.put("lijst", staat([1]))).headers.etag);
  for (let ronde = 1; ronde <= 5; ronde++) {
    const headers = { ...a.koppen, "content-type": "application/json", "if-match": etag };
    const antwoorden = await Promise.all(Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? d : ander).vraag({ method: "PUT", url: `${a.pad}/registraties/lijst`, headers, payload: staat([1 + ronde, i], { bevestigdeVerlagingen: VERLAAGD }) })));
    expect(antwoorden.map((antwoord) => antwoord.statusCode).sort()).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
    etag = String(antwoorden.find((antwoord) => antwoord.statusCode === 200)?.headers.etag);
  }
  expect((await d.vraag({ url: "/v1/servicepunt/organisaties?zoek=ijssel", headers: await medewerker(d) })).statusCode).toBe(200);
  // An answered state is on disk.
  const { rows } = await sql`select current_setting('synchronous_commit') as bewaard`.execute(d.opslag.databank.db);
  expect(rows).toEqual([{ bewaard: "on" }]);
  await ander.sluit();
  await d.sluit();
});

test("a database that cannot hold every name is refused in one sentence", async () => {
  await opdracht("create database latijn template template0 encoding 'LATIN1' locale 'C'");
  await expect(Opslag.open(naar("latijn"))).rejects.toThrow(/andere tekenset dan UTF8/);
});

test("a backup may take as long as it takes", async () => {
  const databank = openPostgres(cluster.url);
  const geduld = (db: typeof databank.db) => sql<{ geduld: string }>`select current_setting('idle_in_transaction_session_timeout') as geduld`.execute(db).then(({ rows }) => rows[0]?.geduld);
  // While what was read from here is written to the copy, nothing is asked here.
  expect([await momentopname(databank, geduld), await geduld(databank.db)]).toEqual(["0", "15s"]);
  await databank.db.destroy();
});
