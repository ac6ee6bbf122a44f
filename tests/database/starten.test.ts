/** What an administrator reads when PostgreSQL does not let the service or `beheer` in. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { Client } from "pg";
import { bouwServer, ruimOp, startProces } from "../uitrol/proces";
import { type Cluster, startCluster } from "./cluster";

let cluster: Cluster;
let bundel: string;
beforeAll(async () => {
  cluster = await startCluster();
  bundel = bouwServer();
  const client = new Client({ connectionString: cluster.url });
  await client.connect();
  await client.query("create role gast login; create role dienst login password 'goed'");
  const { rows } = await client.query<{ hba_file: string }>("show hba_file");
  const bestand = rows[0]?.hba_file ?? "";
  writeFileSync(bestand, `local all dienst scram-sha-256\nhost all dienst all scram-sha-256\n${readFileSync(bestand, "utf8")}`);
  await client.query("select pg_reload_conf()");
  await client.end();
});
afterAll(async () => {
  ruimOp();
  await cluster?.sluit();
});

test.each<[string, (url: URL) => void, string]>([
  ["a database that is not there", (url) => (url.pathname = "/nergens"), "deze database bestaat niet."],
  ["a user that is not there", (url) => Object.assign(url, { username: "vreemde", password: "kanarie" }), "de database laat deze gebruiker niet toe, of niet zonder beveiligde verbinding."],
  ["another password", (url) => Object.assign(url, { username: "dienst", password: "kanarie" }), "de database weigert deze gebruiker of dit wachtwoord."],
  ["a user that may make no tables", (url) => (url.username = "gast"), "de gebruiker uit DATABASE_URL mag in deze database geen tabellen maken."],
  ["a connection that cannot be made safe", (url) => url.searchParams.set("sslmode", "verify-full"), "de beveiligde verbinding met de database lukt niet."],
])("%s: in Dutch, without the password", async (_naam, wijzig, zin) => {
  const url = new URL(cluster.url);
  wijzig(url);
  const env = { DATABASE_URL: url.href };
  const server = await startProces(["node", bundel], env).then(() => "", String);
  const { status, stderr } = spawnSync(process.execPath, [require.resolve("tsx/cli"), "src/cli/beheer.ts", "organisatie", "lijst"], { encoding: "utf8", env: { PATH: process.env.PATH, ...env } });
  expect(server).toContain(`De server kan niet starten: ${zin}`);
  expect(stderr).toContain(`De gegevens zijn niet te openen: ${zin}`);
  expect(status).toBe(2);
  expect(server + stderr).not.toMatch(/kanarie|at .*:\d+/);
});
