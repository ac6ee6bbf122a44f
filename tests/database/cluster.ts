/** A PostgreSQL of its own, made for the tests that run now and thrown away after them. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { findPostgres } from "../../scripts/machine";

export interface Cluster {
  /** postgres://… of an empty database. */
  readonly url: string;
  /** Ends it as if the power went. */
  dood(): Promise<void>;
  /** The same without any say of its own: SIGKILL for all its processes. */
  velt(): Promise<void>;
  /** Brings it back with what was on disk, at the same address. */
  herstart(): Promise<void>;
  sluit(): Promise<void>;
}

/** A disk of its own for the data, which only what is started through it can see. */
export interface Gegevensschijf {
  /** How to run a command there as this user. */
  opdracht(wie: Gebruiker, programma: string, argumenten: readonly string[]): readonly [string, ...string[]];
  sluit(): Promise<void>;
}

interface Gebruiker {
  readonly uid?: number;
  readonly gid?: number;
}

interface Clusteropties {
  /** Waits for the disk as in production; without it nothing survives a crash, and everything is quicker. */
  readonly duurzaam?: boolean;
  /** Puts a disk at this folder. */
  readonly schijf?: (map: string) => Promise<Gegevensschijf>;
}

export async function startCluster({ duurzaam = false, schijf: legSchijf }: Clusteropties = {}): Promise<Cluster> {
  const programmas = findPostgres();
  if (programmas === undefined) throw new Error("No PostgreSQL on this machine: `npm test` installs it on Debian and Ubuntu.");
  const map = mkdtempSync(path.join(tmpdir(), "meldcode-pg-"));
  const gegevens = path.join(map, "gegevens");
  const wie = gewoneGebruiker();
  mkdirSync(gegevens);
  if (wie.uid !== undefined && wie.gid !== undefined) for (const eigen of [map, gegevens]) chownSync(eigen, wie.uid, wie.gid);
  const schijf = await legSchijf?.(gegevens);
  const opties = { ...(schijf ? {} : wie), cwd: map, stdio: "ignore", env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } } as const;
  const opdracht = (naam: string, ...argumenten: string[]): readonly [string, string[]] => {
    const programma = path.join(programmas, naam);
    const [eerste, ...rest] = schijf?.opdracht(wie, programma, argumenten) ?? [programma, ...argumenten];
    return [eerste, rest];
  };
  execFileSync(...opdracht("initdb", "-D", gegevens, "-U", "meldcode", "-A", "trust", "-E", "UTF8", "--no-locale", ...(duurzaam ? [] : ["--no-sync"])), opties);

  // A socket in a folder of its own needs no free port; Windows has none.
  const socket = process.platform !== "win32";
  const poort = socket ? 5432 : await vrijePoort();
  const url = `postgres://meldcode@localhost:${poort}/postgres${socket ? `?host=${encodeURIComponent(map)}` : ""}`;
  const instellingen = [
    ...(socket ? ["listen_addresses=", `unix_socket_directories=${map}`] : ["listen_addresses=localhost"]),
    "max_connections=200",
    ...(duurzaam ? [] : ["fsync=off", "full_page_writes=off"]),
  ];
  let proces: ChildProcess | undefined;

  async function herstart(): Promise<void> {
    const begonnen = spawn(...opdracht("postgres", "-D", gegevens, "-p", String(poort), ...instellingen.flatMap((instelling) => ["-c", instelling])), opties);
    proces = begonnen;
    for (let poging = 0; ; poging++) {
      const client = new Client({ connectionString: url });
      try {
        await client.connect();
        await client.end();
        return;
      } catch (fout) {
        if (begonnen.exitCode !== null || poging > 600) throw new Error(`PostgreSQL does not start: ${String(fout)}`);
        await new Promise((klaar) => setTimeout(klaar, 50));
      }
    }
  }

  async function stop(signaal: NodeJS.Signals): Promise<void> {
    const lopend = proces;
    if (!lopend || lopend.exitCode !== null || lopend.signalCode !== null) return;
    const voorbij = new Promise((klaar) => lopend.once("exit", klaar));
    lopend.kill(signaal);
    await voorbij;
  }

  await herstart();
  return {
    url,
    herstart,
    // SIGQUIT is PostgreSQL's own way to drop everything at once: SIGKILL would leave its other processes behind.
    dood: () => stop("SIGQUIT"),
    async velt() {
      const client = new Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query<{ pid: number }>("select pid from pg_stat_activity");
      client.on("error", () => undefined);
      const voorbij = stop("SIGKILL");
      for (const { pid } of rows) doodt(pid);
      await voorbij;
      // It does not start again while one of them still holds its memory.
      for (const { pid } of rows) while (leeft(pid)) await new Promise((klaar) => setTimeout(klaar, 10));
    },
    async sluit() {
      await stop("SIGQUIT");
      await schijf?.sluit();
      rmSync(map, { recursive: true, force: true });
    },
  };
}

function doodt(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It went by itself when the first was gone.
  }
}

/** What was killed and not yet noted by its parent is dead too. */
function leeft(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, "latin1").includes(") Z ");
  } catch {
    return false;
  }
}

/** PostgreSQL refuses to run as root; then it runs as its own user, or as nobody. */
function gewoneGebruiker(): Gebruiker {
  if (process.getuid?.() !== 0) return {};
  const nummer = (soort: "-u" | "-g"): number => {
    for (const naam of ["postgres", "nobody"]) {
      try {
        return Number(execFileSync("id", [soort, naam], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
      } catch {
        // The next one, then.
      }
    }
    throw new Error("PostgreSQL does not run as root, and there is no other user to run it as.");
  };
  return { uid: nummer("-u"), gid: nummer("-g") };
}

function vrijePoort(): Promise<number> {
  return new Promise((klaar, mislukt) => {
    const server = createServer();
    server.once("error", mislukt).listen(0, "localhost", () => {
      // Listening on a port: the address is no pipe.
      const { port } = server.address() as AddressInfo;
      server.close(() => klaar(port));
    });
  });
}
