import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { Opslag } from "../../src/endpoint/database/opslag";
import type { Handelend } from "../../src/endpoint/register/audit";
import { PROEF } from "../../src/endpoint/testtaal";
import { voegOrganisatieMetCodeToe } from "../../src/endpoint/register/organisatie";
import { toegangenVan } from "../../src/meldcode/uitwisseling/activering";
import { activeer } from "../../src/endpoint/register/toegang";

// In node_modules, so that the bundle finds better-sqlite3; one for each test file, because they run side by side.
const BUNDEL = resolve(`node_modules/.cache/uitrol/endpoint-${process.pid}.js`);

/** The server as it runs in production, as one file. */
export function bouwServer(): string {
  buildSync({ entryPoints: ["src/endpoint/index.ts"], outfile: BUNDEL, bundle: true, platform: "node", external: ["better-sqlite3", "pg-native"], logLevel: "error" });
  return BUNDEL;
}

export interface Proces {
  readonly kind: ChildProcess;
  /** "http://127.0.0.1:12345" */
  readonly basis: string;
  /** All that was logged. */
  readonly logboek: () => string;
  readonly uitgang: Promise<number | null>;
}

const lopend = new Set<ChildProcess>();

/** For afterEach: what a failed test left running. */
export function ruimOp(): void {
  for (const kind of lopend) kind.kill("SIGKILL");
  lopend.clear();
}

export type Opdracht = readonly [programma: string, ...argumenten: string[]];

/** Starts it on a free port; resolves when it says where it is. Rejects with what it said when it does not start. */
export function startProces(opdracht: Opdracht, env: Readonly<Record<string, string>>, opties: SpawnOptions = {}): Promise<Proces> {
  const [programma, ...argumenten] = opdracht;
  const kind = spawn(programma, argumenten, { ...opties, env: { PATH: process.env.PATH ?? "", PORT: "0", MELDCODE_HOST: "127.0.0.1", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  lopend.add(kind);
  let uit = "";
  let fout = "";
  const uitgang = new Promise<number | null>((klaar) => kind.on("exit", (code) => klaar(code)));
  return new Promise((klaar, mislukt) => {
    kind.on("error", mislukt);
    kind.stderr?.on("data", (stuk: Buffer) => (fout += stuk.toString()));
    kind.stdout?.on("data", (stuk: Buffer) => {
      uit += stuk.toString();
      const poort = /draait op http:\/\/localhost:(\d+)/.exec(uit)?.[1];
      if (poort !== undefined) klaar({ kind, basis: `http://127.0.0.1:${poort}`, logboek: () => fout, uitgang });
    });
    void uitgang.then((code) => mislukt(new Error(`De server stopte met ${code}: ${fout}`)));
  });
}

export function proefmap(naam: string): string {
  return mkdtempSync(join(tmpdir(), `uitrol-${naam}-`));
}

export interface Proeforganisatie {
  /** "/v1/organisaties/ORG-…" */
  readonly pad: string;
  readonly koppen: Record<string, string>;
}

/** An organisation with a key in the database in `map`, before the server runs. */
export function maakOrganisatie(map: string): Promise<Proeforganisatie> {
  return maakOrganisatieIn(join(map, "meldcode.sqlite"));
}

/** `plaats`: as for Opslag. */
export async function maakOrganisatieIn(plaats: string): Promise<Proeforganisatie> {
  const opslag = await Opslag.open(plaats);
  const omgeving: Handelend = { opslag: opslag.gemeente("GM0599"), nu: () => new Date(), willekeur: randomBytes, wie: PROEF };
  const { organisatieId, activeringscode } = await voegOrganisatieMetCodeToe(omgeving, { naam: "De Proef", sector: "onderwijs" });
  const [toegang] = toegangenVan(await activeer(omgeving, activeringscode, undefined));
  await opslag.sluit();
  return { pad: `/v1/organisaties/${organisatieId}`, koppen: { authorization: `Bearer ${toegang?.toegangssleutel}`, "content-type": "application/json" } };
}

/** A port that nobody listened on just now. */
export function vrijePoort(): Promise<number> {
  return new Promise((klaar) => {
    const proef = createServer().listen(0, "127.0.0.1", () => {
      const adres = proef.address();
      proef.close(() => klaar(typeof adres === "object" && adres ? adres.port : 0));
    });
  });
}
