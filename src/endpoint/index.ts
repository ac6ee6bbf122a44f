import { existsSync } from "node:fs";
import { join } from "node:path";
import { leesConfiguratie } from "./configuratie";
import { Opslag } from "./database/opslag";
import { isTijdelijk } from "./database/tijdelijk";
import { ruimDagelijksOp } from "./dagelijks";
import { weigerDemo, zaaiDemo } from "./demo/zaaien";
import type { Logregel } from "./http/logboek";
import { Metingen } from "./metingen";
import { maakServer } from "./server";
import { maakStopbaar } from "./stoppen";

/** Milliseconds that the database gets to close its connections. */
const AFSCHEID = 2_000;

/** The production main: configuration from the environment, logs as one JSON object a line on stderr, one line with the address on stdout. */
async function start(): Promise<void> {
  const { poort, host, database, gemeente, statisch, herkomsten, https, proxies, demo, oidc, metingenPoort, beveiliging } = leesConfiguratie(process.env);
  const opslag = await Opslag.open(database);
  // On a disk that may only be read SQLite can show an old picture of what it holds.
  await opslag.kanSchrijven();
  const gemeenten = typeof gemeente === "string" ? [gemeente] : [...gemeente.values()];
  if (demo) for (const eigen of gemeenten) await zaaiDemo({ opslag: opslag.gemeente(eigen) });
  else for (const eigen of gemeenten) await weigerDemo(opslag.gemeente(eigen));
  const metingen = new Metingen();
  const logboek = (regel: Logregel): void => {
    metingen.tel(regel);
    process.stderr.write(`${JSON.stringify({ op: new Date().toISOString(), ...regel })}\n`);
  };
  const server = await maakServer({
    opslag,
    gemeente,
    statisch: statisch ?? gebouwdePaginas(),
    herkomsten,
    https,
    proxies,
    beveiliging,
    oidc,
    logboek,
  });
  const stopOpruimen = ruimDagelijksOp(gemeenten.map((eigen) => ({ opslag: opslag.gemeente(eigen), nu: () => new Date() })), logboek);
  const stopNetjes = maakStopbaar(server);
  if (metingenPoort !== undefined) {
    metingen.telProces();
    await metingen.luister(metingenPoort, host);
  }
  // A name can stand for two addresses, and there is one listener.
  await server.listen({ port: poort, host: host === "localhost" ? "127.0.0.1" : host });
  // Another port than asked for only when 0 was asked for: the tests do.
  const [adres] = server.addresses();
  const gekozen = typeof adres === "object" ? adres.port : poort;
  process.stdout.write(`Monitor Meldcode draait op http://localhost:${gekozen}\n`);

  const stop = (): void => {
    stopOpruimen();
    void stopNetjes()
      // Every answer is out. A database that says nothing does not say goodbye either.
      .then(() => Promise.race([opslag.sluit(), new Promise((klaar) => setTimeout(klaar, AFSCHEID))]))
      .then(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

start().catch((fout: unknown) => {
  process.stderr.write(`${melding(fout)}\n`);
  process.exit(1);
});

/** The built server stands in a folder of its own beside the pages it was built with. */
function gebouwdePaginas(): string | undefined {
  const map = join(__dirname, "..");
  return existsSync(join(map, "taskpane.html")) ? map : undefined;
}

function melding(fout: unknown): string {
  if (!(fout instanceof Error)) return "De server kan niet starten.";
  const code = "code" in fout ? String(fout.code) : "";
  if (code === "EADDRINUSE") return "De server kan niet starten: deze poort is al in gebruik. Kies een andere met PORT.";
  if (process.env.DATABASE_URL !== undefined && isTijdelijk(fout)) return "De server kan niet starten: de database is niet te bereiken. Controleer DATABASE_URL, en of PostgreSQL draait.";
  if (code.startsWith("SQLITE_") || ["EACCES", "ENOENT", "EPERM", "ENOSPC", "EIO"].includes(code)) return "De server kan niet starten: de gegevensmap is niet te openen of te beschrijven. Controleer MELDCODE_DATA.";
  return `De server kan niet starten. ${fout.message}`;
}
