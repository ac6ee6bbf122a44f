/** Two real servers on one PostgreSQL, and everything under them falls in turn while senders are at work. */
import { Client } from "pg";
import { type Cluster, startCluster } from "../database/cluster";
import { bouwServer, maakOrganisatieIn, type Proces, ruimOp, startProces } from "../uitrol/proces";
import { gereedWordt, stopNetjes, Zenders } from "./zenders";

let bundel: string;
let cluster: Cluster;
let zenders: Zenders | undefined;
beforeAll(() => {
  bundel = bouwServer();
});
beforeEach(async () => {
  cluster = await startCluster({ duurzaam: true });
});
afterEach(async () => {
  zenders?.stop();
  ruimOp();
  await cluster.sluit();
});

const start = (): Promise<Proces> => startProces([process.execPath, bundel], { DATABASE_URL: cluster.url });

async function opdracht<R extends object>(tekst: string): Promise<R[]> {
  const client = new Client({ connectionString: cluster.url, options: "-c default_transaction_read_only=off" });
  await client.connect();
  try {
    return (await client.query<R>(tekst)).rows;
  } finally {
    await client.end();
  }
}

test("no state is lost or doubled when servers are killed, the database is killed, goes away and comes back, or may only be read", async () => {
  const organisatie = await maakOrganisatieIn(cluster.url);
  const servers = [await start(), await start()];
  const bezig = (zenders = new Zenders(organisatie, (zender) => servers[zender % servers.length]?.basis ?? ""));
  await bezig.nog(10);

  // A server.
  for (const nummer of [0, 1]) {
    servers[nummer]?.kind.kill("SIGKILL");
    servers[nummer] = await start();
    await bezig.nog(10);
  }
  expect(bezig.afgebroken).toBeGreaterThan(0);
  // From here on only the database falls: everybody is answered.
  const { afgebroken } = bezig;
  const [server] = servers;
  if (!server) throw new Error("two servers were started");

  // A process of the database that serves a connection: PostgreSQL then drops all connections and repairs itself.
  for (const { pid } of (await opdracht<{ pid: number }>("select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()")).slice(0, 1)) process.kill(pid, "SIGKILL");
  await bezig.nog(10);

  // The whole database, for a while: dropped by its administrator, and all its processes killed.
  for (const val of [cluster.dood, cluster.velt]) {
    await val();
    await gereedWordt(server, 503);
    await bezig.nogGeweigerd(10);
    await cluster.herstart();
    await bezig.nog(10);
    await gereedWordt(server, 200);
  }

  // A database that may only be read, as a standby.
  await opdracht("alter system set default_transaction_read_only = on");
  await opdracht("select pg_reload_conf()");
  await gereedWordt(server, 503);
  await bezig.nogGeweigerd(10);
  await opdracht("alter system reset default_transaction_read_only");
  await opdracht("select pg_reload_conf()");
  await gereedWordt(server, 200);
  await bezig.nog(10);

  await bezig.klaar();
  expect(bezig.afgebroken).toBe(afgebroken);
  await bezig.vergelijk(server);
  await stopNetjes(...servers);
}, 120_000);
