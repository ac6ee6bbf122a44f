import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { type Agent, request } from "node:http";
import { resolve } from "node:path";
import { buildSync } from "esbuild";

/** /proc counts in hundredths of a second. */
const TIK = 10_000;
// In node_modules, so that the bundles find better-sqlite3.
const MAP = "node_modules/.cache/bench";

/** The service as it runs in production, and bare Fastify beside it, each as one file. */
export function bouwServers(): void {
  for (const [naam, bron] of [["endpoint", "src/endpoint/index.ts"], ["kaal", "bench/endpoint/kaal.ts"]] as const) {
    buildSync({ entryPoints: [bron], outfile: `${MAP}/${naam}.js`, bundle: true, platform: "node", external: ["better-sqlite3", "pg-native"], logLevel: "error" });
  }
}

export interface Serverproces {
  readonly proces: ChildProcess;
  readonly poort: number;
}

/** On a free port. BENCH_NODE="--cpu-prof --cpu-prof-dir=/tmp" makes a profile of the service. Rejects when it does not start. */
export function startServer(naam: "endpoint" | "kaal", plaats: Readonly<Record<string, string>>): Promise<Serverproces> {
  const { PATH, BENCH_NODE = "" } = process.env;
  const opties = naam === "endpoint" ? BENCH_NODE.split(" ").filter(Boolean) : [];
  const proces = spawn(process.execPath, [...opties, resolve(MAP, `${naam}.js`)], { env: { PATH, PORT: "0", NODE_ENV: "production", ...plaats }, stdio: ["ignore", "pipe", "ignore"] });
  return new Promise((klaar, mislukt) => {
    proces.once("exit", () => mislukt(new Error(`${naam} start niet`)));
    proces.stdout.on("data", (regel: Buffer) => {
      const poort = Number(/localhost:(\d+)/.exec(regel.toString())?.[1]);
      if (poort) klaar({ proces, poort });
    });
  });
}

/** Processor time of the server until now, in microseconds: says what a state costs, also on a machine that is busy. NaN where there is no /proc. */
export function rekentijd({ proces }: Serverproces): number {
  try {
    const [, velden = ""] = readFileSync(`/proc/${proces.pid}/stat`, "utf8").split(") ");
    const [gebruiker = NaN, systeem = NaN] = velden.split(" ").slice(11, 13).map(Number);
    return (gebruiker + systeem) * TIK;
  } catch {
    return NaN;
  }
}

export function stop({ proces }: Serverproces): Promise<unknown> {
  const voorbij = new Promise((klaar) => proces.once("exit", klaar));
  proces.kill("SIGTERM");
  return voorbij;
}

export interface Vraag {
  readonly methode: "GET" | "PUT";
  /** Path of the registratie. */
  readonly pad: string;
  readonly koppen: Readonly<Record<string, string>>;
  readonly inhoud?: string;
}

export interface Antwoord {
  readonly status: number;
  readonly etag: string;
  readonly tekst: string;
}

/** `verlies`: hangs up as soon as everything was sent; then there is no answer. */
export function stuur(agent: Agent, poort: number, { methode, pad, koppen, inhoud = "" }: Vraag, verlies = false): Promise<Antwoord | null> {
  return new Promise((klaar, mislukt) => {
    const lengte = inhoud === "" ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(inhoud) };
    const vraag = request({ agent, port: poort, host: "127.0.0.1", method: methode, path: pad, headers: { ...koppen, ...lengte } }, (antwoord) => {
      const delen: Buffer[] = [];
      antwoord.on("data", (deel: Buffer) => delen.push(deel));
      antwoord.on("end", () => klaar({ status: antwoord.statusCode ?? 0, etag: String(antwoord.headers.etag ?? ""), tekst: Buffer.concat(delen).toString() }));
      antwoord.on("error", mislukt);
    });
    vraag.on("error", (fout) => (verlies ? klaar(null) : mislukt(fout)));
    vraag.end(inhoud, () => {
      if (verlies) setImmediate(() => vraag.destroy(new Error("weg")));
    });
  });
}

export function mediaan(getallen: readonly number[]): number {
  return percentiel(getallen, 50);
}

/** `procent` from 0 to 100; 0 for nothing. */
export function percentiel(getallen: readonly number[], procent: number): number {
  const volgorde = [...getallen].sort((a, b) => a - b);
  return volgorde[Math.min(volgorde.length - 1, Math.floor((volgorde.length * procent) / 100))] ?? 0;
}
