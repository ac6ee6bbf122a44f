import { existsSync } from "node:fs";
import { join } from "node:path";
import { leesConfiguratie } from "./configuratie";
import { aanDeDeur } from "./database/aandedeur";
import { Opslag } from "./database/opslag";
import { codeVan } from "./database/tijdelijk";
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
  if (statisch !== undefined && !staanPaginasIn(statisch)) throw new Error(`In de map van MELDCODE_STATISCH (${statisch}) staan geen gebouwde pagina's.`);
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
  // A name can stand for two addresses, and there is one listener.
  const adres = host === "localhost" ? "127.0.0.1" : host;
  if (metingenPoort !== undefined) {
    metingen.telProces();
    await metingen.luister(metingenPoort, adres).catch(meldLuisteren("MELDCODE_METINGEN_POORT", metingenPoort));
  }
  await server.listen({ port: poort, host: adres }).catch(meldLuisteren("PORT", poort));
  // Another port than asked for only when 0 was asked for: the tests do.
  const [plek] = server.addresses();
  const gekozen = typeof plek === "object" ? plek.port : poort;
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
  return staanPaginasIn(map) ? map : undefined;
}

function staanPaginasIn(map: string): boolean {
  return existsSync(join(map, "taskpane.html"));
}

/** Says which setting it is that cannot be listened on. */
function meldLuisteren(instelling: string, poort: number): (fout: unknown) => never {
  return (fout) => {
    const code = codeVan(fout);
    if (code === "EADDRINUSE") throw new Error(`Poort ${poort} is al in gebruik. Kies een andere met ${instelling}.`);
    if (code === "EACCES") throw new Error(`De gebruiker van de dienst mag poort ${poort} niet openen. Kies met ${instelling} een poort boven 1023.`);
    throw new Error("Op het adres in MELDCODE_HOST kan deze machine niet luisteren. Kies een adres van deze machine, of 0.0.0.0 voor alle.", { cause: fout });
  };
}

function melding(fout: unknown): string {
  if (!(fout instanceof Error)) return "De server kan niet starten.";
  const code = codeVan(fout);
  const deur = process.env.DATABASE_URL ? aanDeDeur(fout) : undefined;
  if (deur !== undefined) return `De server kan niet starten: ${deur}`;
  if (code.startsWith("SQLITE_") || ["EACCES", "EEXIST", "EIO", "ENOENT", "ENOSPC", "ENOTDIR", "EPERM", "EROFS"].includes(code)) return "De server kan niet starten: de gegevensmap is niet te openen of te beschrijven. Controleer MELDCODE_DATA.";
  return `De server kan niet starten. ${fout.message}`;
}
