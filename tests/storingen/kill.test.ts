import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { Opslag } from "../../src/endpoint/database/opslag";
import type { Handelend } from "../../src/endpoint/register/audit";
import { voegOrganisatieMetCodeToe } from "../../src/endpoint/register/organisatie";
import { toegangenVan } from "../../src/meldcode/uitwisseling/activering";
import { activeer } from "../../src/endpoint/register/toegang";
import { PROEF, staat } from "../../src/endpoint/testtaal";
import type { Periode } from "../../src/meldcode/periode";
import type { Ontvangstbewijs } from "../../src/meldcode/uitwisseling/ontvangst";

/**
 * A real server is killed 200 times (SIGKILL) while senders are at work. A sender that gets no answer sends the same
 * inzendingId again to the next server. Afterwards: no state lost that was answered, none doubled, no version skipped.
 */
const BANEN = 4;
const MOORDEN_PER_BAAN = 50;
const ZENDERS_PER_BAAN = 3;
/** Milliseconds that a sender waits for an answer; much longer than a server needs, also on a busy machine. */
const TIJDSLIMIET = 5_000;
// In node_modules, so that the bundle finds better-sqlite3.
const BUNDEL = resolve("node_modules/.cache/storingen/endpoint.js");

beforeAll(() => {
  buildSync({ entryPoints: ["src/endpoint/index.ts"], outfile: BUNDEL, bundle: true, platform: "node", external: ["better-sqlite3"], logLevel: "error" });
});

test("no state is lost or doubled over 200 kills in the middle of sending", async () => {
  const banen = await Promise.allSettled(Array.from({ length: BANEN }, (_, baan) => draaiBaan(baan)));
  const uitkomsten = banen.map((baan) => {
    if (baan.status === "rejected") throw baan.reason;
    return baan.value;
  });
  expect(uitkomsten.reduce((som, u) => som + u.moorden, 0)).toBe(BANEN * MOORDEN_PER_BAAN);
  for (const { bewijzen, opgehaald, afgebroken, verzonden } of uitkomsten) {
    expect(afgebroken).toBeGreaterThan(MOORDEN_PER_BAAN / 4); // the kills did hit sends
    expect(bewijzen.size).toBe(verzonden.size);
    expect(opgehaald.map((bewijs) => bewijs.inzendingId).sort()).toEqual([...verzonden].sort());
    for (const bewijs of opgehaald) expect(bewijs).toEqual(bewijzen.get(bewijs.inzendingId));
    for (const registratie of new Set(opgehaald.map((bewijs) => bewijs.registratieId))) {
      const versies = opgehaald.filter((bewijs) => bewijs.registratieId === registratie).map((bewijs) => bewijs.versie);
      expect(versies.sort((a, b) => a - b)).toEqual(versies.map((_, i) => i + 1));
    }
  }
}, 600_000); // half a minute when the machine has nothing else to do

interface Uitkomst {
  moorden: number;
  /** Sends that were cut off without an answer. */
  afgebroken: number;
  readonly verzonden: Set<string>;
  /** What the senders got, by inzendingId. */
  readonly bewijzen: Map<string, Ontvangstbewijs>;
  opgehaald: Ontvangstbewijs[];
}

/** One database with its own servers, one after another, and its own senders. */
async function draaiBaan(baan: number): Promise<Uitkomst> {
  const map = mkdtempSync(join(tmpdir(), `storingen-${baan}-`));
  const { organisatieId, sleutel } = await maakOrganisatie(map);
  const uitkomst: Uitkomst = { moorden: 0, afgebroken: 0, verzonden: new Set(), bewijzen: new Map(), opgehaald: [] };
  const lijn: { basis: string; klaar: boolean; proces?: ChildProcess } = { basis: "", klaar: false };
  const headers = { authorization: `Bearer ${sleutel}`, "content-type": "application/json" };
  const pad = `/v1/organisaties/${organisatieId}`;

  /** Sends until there is an answer, to whichever server is up. Like every sender it has a time limit: a cut line can also be silent. */
  const totAntwoord = async (vraag: (basis: string, signal: AbortSignal) => Promise<Response>): Promise<{ etag: string; bewijs: Ontvangstbewijs }> => {
    for (;;) {
      const { basis } = lijn;
      try {
        if (basis === "") throw new Error("er draait niets");
        const antwoord = await vraag(basis, AbortSignal.timeout(TIJDSLIMIET));
        const bewijs = (await antwoord.json()) as Ontvangstbewijs;
        if (!antwoord.ok) throw new Weigering(JSON.stringify(bewijs));
        return { etag: antwoord.headers.get("etag") ?? "", bewijs };
      } catch (fout) {
        if (fout instanceof Weigering) throw fout;
        if (basis !== "") uitkomst.afgebroken++;
        await wacht(3);
      }
    }
  };

  const zender = async (registratie: string): Promise<void> => {
    let voorwaarde: Record<string, string> = { "if-none-match": "*" };
    for (let aantal = 1; !lijn.klaar; aantal++) {
      const inzending = { ...staat([aantal], { vanaf: "2026-01" as Periode }), inzendingId: randomUUID() };
      uitkomst.verzonden.add(inzending.inzendingId);
      const verzend = () => totAntwoord((basis, signal) => fetch(`${basis}${pad}/registraties/${registratie}`, { method: "PUT", signal, headers: { ...headers, ...voorwaarde }, body: JSON.stringify(inzending) }));
      const { etag, bewijs } = await verzend();
      if (aantal % 5 === 0) expect((await verzend()).bewijs).toEqual(bewijs);
      uitkomst.bewijzen.set(inzending.inzendingId, bewijs);
      voorwaarde = { "if-match": etag };
    }
  };

  const zenders = Promise.all(Array.from({ length: ZENDERS_PER_BAAN }, (_, i) => zender(`lijst-${i}`)));
  try {
    while (uitkomst.moorden < MOORDEN_PER_BAAN) {
      const { proces, basis } = await startServer(map);
      Object.assign(lijn, { proces, basis });
      await Promise.race([wacht(5 + Math.random() * 60), zenders]);
      proces.kill("SIGKILL");
      // Nobody may knock at this port again: the next server to get it can be another lane's.
      lijn.basis = "";
      await voorbij(proces);
      uitkomst.moorden++;
    }
    const { proces, basis } = await startServer(map);
    Object.assign(lijn, { proces, basis, klaar: true });
    await zenders;
    const lijst = (await (await fetch(`${basis}${pad}/ontvangstbewijzen`, { headers })).json()) as { ontvangstbewijzen: Ontvangstbewijs[] };
    uitkomst.opgehaald = lijst.ontvangstbewijzen;
    proces.kill("SIGTERM");
    await voorbij(proces);
    expect(proces.exitCode).toBe(0);
    return uitkomst;
  } finally {
    lijn.klaar = true;
    lijn.proces?.kill("SIGKILL");
    rmSync(map, { recursive: true, force: true });
  }
}

class Weigering extends Error {}

async function maakOrganisatie(map: string): Promise<{ organisatieId: string; sleutel: string }> {
  const opslag = await Opslag.open(join(map, "meldcode.sqlite"));
  const omgeving: Handelend = { opslag: opslag.gemeente("GM0599"), nu: () => new Date(), willekeur: randomBytes, wie: PROEF };
  const { organisatieId, activeringscode } = await voegOrganisatieMetCodeToe(omgeving, { naam: "De Proef", sector: "overig" });
  const [toegang] = toegangenVan(await activeer(omgeving, activeringscode, undefined));
  await opslag.sluit();
  return { organisatieId, sleutel: toegang?.toegangssleutel ?? "" };
}

function startServer(map: string): Promise<{ proces: ChildProcess; basis: string }> {
  const proces = spawn(process.execPath, [BUNDEL], { env: { PATH: process.env.PATH, PORT: "0", MELDCODE_DATA: map, MELDCODE_HOST: "127.0.0.1" }, stdio: ["ignore", "pipe", "ignore"] });
  return new Promise((klaar, mislukt) => {
    proces.once("error", mislukt);
    proces.once("exit", () => mislukt(new Error("de server stopte voor hij draaide")));
    proces.stdout.on("data", (regel: Buffer) => {
      const poort = /localhost:(\d+)/.exec(regel.toString())?.[1];
      if (poort) klaar({ proces, basis: `http://127.0.0.1:${poort}` });
    });
  });
}

function voorbij(proces: ChildProcess): Promise<unknown> {
  return proces.exitCode === null && proces.signalCode === null ? new Promise((klaar) => proces.once("exit", klaar)) : Promise.resolve();
}

function wacht(milliseconden: number): Promise<void> {
  return new Promise((klaar) => setTimeout(klaar, milliseconden));
}
