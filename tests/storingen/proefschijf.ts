/** Real disks under a server, in a mount namespace of its own: nobody else sees them, and they go when it goes. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { accessSync, constants, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Gegevensschijf } from "../database/cluster";
import { bouwServer, type Opdracht, type Proces } from "../uitrol/proces";
import { wacht } from "./zenders";

const MKFS = "/sbin/mkfs.ext4";
const FSCK = "/sbin/e2fsck";
/** Who is not root is so in a namespace of its own, for a disk in memory. */
const ALS_ROOT: readonly string[] = process.getuid?.() === 0 ? [] : ["--map-root-user"];

/** Shell commands that put a disk at `map`: in memory, of this size. */
export function inGeheugen(map: string, grootte: string): string {
  return `mount -t tmpfs -o size=${grootte} tmpfs ${map}`;
}

/** An ext4 that mounts itself read-only when it finds a fault. It lies on another one, which can stand still. */
export interface Ext4 {
  /** Where that other one is. */
  readonly onder: string;
  /** Shell commands that put it at the folder, for the first time and after that. */
  readonly nieuw: string;
  readonly weer: string;
  /** The same for what an administrator does to it where it is mounted, when nobody uses it any more. */
  readonly herstel: string;
}

export function maakExt4(map: string, megabytes = 16): Ext4 {
  const onder = `${map}.onder`;
  const beeld = join(onder, "beeld");
  mkdirSync(onder);
  writeFileSync(`${onder}.ext4`, "");
  truncateSync(`${onder}.ext4`, 3 * megabytes * 2 ** 20);
  execFileSync(MKFS, ["-q", "-F", `${onder}.ext4`]);
  const eerst = `mount -o loop ${onder}.ext4 ${onder}`;
  const daarna = `mount -o loop,errors=remount-ro ${beeld} ${map}`;
  return {
    onder,
    nieuw: `${eerst}; truncate -s ${megabytes}M ${beeld}; ${MKFS} -q -F ${beeld}; ${daarna}`,
    weer: `${eerst}; ${daarna}`,
    // 1: it mended what it found.
    herstel: `umount ${map}; ${FSCK} -fp ${beeld} || test $? = 1; ${daarna}`,
  };
}

/** Also when it was not made. */
export function ruimExt4Op(map: string): void {
  for (const rest of [`${map}.onder`, `${map}.onder.ext4`]) rmSync(rest, { recursive: true, force: true });
}

const LINUX = ["Linux", () => process.platform === "linux"] as const;
const ROOT = ["root", () => process.getuid?.() === 0] as const;

/** What each kind of disk needs: one in memory under the service, one in memory under PostgreSQL (which runs as another user), an ext4 in a file. */
const NODIG = {
  geheugen: [LINUX, ["the right to a mount namespace (unshare of util-linux)", () => lukt("unshare", "--mount", ...ALS_ROOT, "true")]],
  postgres: [LINUX, ROOT, ["unshare, nsenter and setpriv (util-linux)", () => ["unshare", "nsenter", "setpriv"].every((naam) => lukt(naam, "-V"))]],
  ext4: [
    LINUX,
    ROOT,
    ["loop devices (/dev/loop-control)", () => isTeSchrijven("/dev/loop-control")],
    ["mkfs.ext4 and e2fsck (e2fsprogs)", () => [MKFS, FSCK].every((naam) => lukt(naam, "-V"))],
    ["unshare, findmnt and fsfreeze (util-linux)", () => ["unshare", "findmnt", "fsfreeze"].every((naam) => lukt(naam, "-V"))],
  ],
} as const;

/** Throws one line that says what is missing on this machine. */
export function eisSchijven(soort: keyof typeof NODIG): void {
  const ontbreekt = NODIG[soort].flatMap(([naam, isEr]) => (isEr() ? [] : [naam]));
  if (ontbreekt.length > 0) throw new Error(`This test needs disks of its own. Missing on this machine: ${ontbreekt.join("; ")}.`);
}

function lukt(programma: string, ...argumenten: string[]): boolean {
  try {
    execFileSync(programma, argumenten, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function isTeSchrijven(pad: string): boolean {
  try {
    accessSync(pad, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

let bundel: string | undefined;

/** Starts the server with a disk at `map`. `gevuld`: what was in `map` is put on it first. */
export function opSchijf(map: string, aanleg: string, gevuld: boolean): Opdracht {
  const voorraad = `${map}.voorraad`;
  const start = gevuld ? `cp -a ${map} ${voorraad}; ${aanleg}; cp -a ${voorraad}/. ${map}; sync -f ${map}; rm -r ${voorraad}` : aanleg;
  return ["unshare", "--mount", ...ALS_ROOT, "sh", "-ec", `${start}; exec ${process.execPath} ${(bundel ??= bouwServer())}`];
}

/** Whose mount namespace a disk is in. */
type Houder = Pick<Proces, "kind">;

export interface Vulbaar extends Gegevensschijf {
  /** Fills it to the last byte; and makes room again. */
  vul(): void;
  leeg(): void;
}

/** For `startCluster`: a disk in memory. */
export async function legGegevensschijf(map: string, grootte: string): Promise<Vulbaar> {
  const { uid, gid } = statSync(map);
  const schijf = await legSchijf(inGeheugen(map, `${grootte},uid=${uid},gid=${gid}`));
  const vulling = binnen(schijf, map, "vulling");
  return {
    ...schijf,
    vul: () => expect(() => writeFileSync(vulling, Buffer.alloc(256 * 2 ** 20))).toThrow("ENOSPC"),
    leeg: () => rmSync(vulling),
  };
}

export interface Breekbaar extends Gegevensschijf, Houder {
  readonly map: string;
  readonly onder: string;
  /** Takes it off, mends it and puts it back. Throws when someone still uses it. */
  herstel(): void;
}

/** For `startCluster`: an ext4. */
export async function legBreekbareSchijf(map: string): Promise<Breekbaar> {
  const { uid, gid } = statSync(map);
  const { onder, nieuw, herstel } = maakExt4(map, 160);
  // PostgreSQL starts with an empty folder.
  const schijf = await legSchijf(`${nieuw}; rmdir ${map}/lost+found; chown ${uid}:${gid} ${map}`);
  return {
    ...schijf,
    map,
    onder,
    herstel: () => execFileSync("nsenter", [inNaamruimteVan(schijf), "sh", "-ec", herstel], { stdio: "ignore" }),
    async sluit() {
      await schijf.sluit();
      ruimExt4Op(map);
    },
  };
}

/** A disk under PostgreSQL, kept by a process that does nothing else. */
async function legSchijf(aanleg: string): Promise<Gegevensschijf & Houder> {
  const kind = spawn("unshare", ["--mount", "sh", "-ec", `${aanleg}; echo klaar; exec sleep infinity`], { stdio: ["ignore", "pipe", "inherit"] });
  const uitgang = new Promise((klaar) => kind.once("exit", klaar));
  await Promise.race([new Promise((klaar) => kind.stdout.once("data", klaar)), uitgang.then(() => Promise.reject(new Error("The disk was not made.")))]);
  return {
    kind,
    opdracht: (wie, programma, argumenten) => ["nsenter", inNaamruimteVan({ kind }), "setpriv", `--reuid=${wie.uid}`, `--regid=${wie.gid}`, "--clear-groups", programma, ...argumenten],
    async sluit() {
      kind.kill("SIGKILL");
      await uitgang;
    },
  };
}

function inNaamruimteVan({ kind }: Houder): string {
  return `--mount=/proc/${kind.pid}/ns/mnt`;
}

/** A path as the server sees it. */
export function binnen({ kind }: Houder, ...deel: string[]): string {
  return join(`/proc/${kind.pid}/root`, ...deel);
}

/** What the kernel does to an ext4 on which it finds a fault: its journal stops, and from then on it may only be read. */
export async function breek(server: Houder, map: string): Promise<void> {
  const kern = meldFout(server, map);
  while (kern.exitCode === null) await wacht(5);
}

/** The same while the disk under it is frozen: resolves when the journal has stopped, and the kernel waits to write that down. */
export async function breekBevroren(server: Houder, map: string): Promise<void> {
  const kern = meldFout(server, map);
  for (let keer = 0; keer < 20; keer = wachtOpSchijf(kern.pid) ? keer + 1 : 0) await wacht(10);
}

function meldFout({ kind }: Houder, map: string): ChildProcess {
  const schijf = execFileSync("findmnt", ["-N", String(kind.pid), "-no", "SOURCE", map], { encoding: "utf8" }).trim().replace("/dev/", "");
  return spawn("sh", ["-c", `echo 1 > /sys/fs/ext4/${schijf}/trigger_fs_error`], { stdio: "ignore" });
}

/** Uninterruptible sleep: state D. */
function wachtOpSchijf(pid: number | undefined): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, "latin1").includes(") D ");
  } catch {
    return false;
  }
}

/** Nothing written reaches the disk at `map` until it is thawed; who waits for it, waits. */
export function bevries(server: Houder, map: string): void {
  execFileSync("fsfreeze", ["--freeze", binnen(server, map)]);
}

export function ontdooi(server: Houder, map: string): void {
  execFileSync("fsfreeze", ["--unfreeze", binnen(server, map)]);
}
