/** Real disks under a server, in a mount namespace of its own: nobody else sees them, and they go when it goes. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { accessSync, constants, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bouwServer, type Opdracht, type Proces } from "../uitrol/proces";
import { wacht } from "./zenders";

const MKFS = "/sbin/mkfs.ext4";

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
  gooiWeg(): void;
}

export function maakExt4(map: string): Ext4 {
  const onder = `${map}.onder`;
  const beeld = join(onder, "beeld");
  mkdirSync(onder);
  writeFileSync(`${onder}.ext4`, "");
  truncateSync(`${onder}.ext4`, 48 * 2 ** 20);
  execFileSync(MKFS, ["-q", "-F", `${onder}.ext4`]);
  const eerst = `mount -o loop ${onder}.ext4 ${onder}`;
  const daarna = `mount -o loop,errors=remount-ro ${beeld} ${map}`;
  return {
    onder,
    nieuw: `${eerst}; truncate -s 16M ${beeld}; ${MKFS} -q -F ${beeld}; ${daarna}`,
    weer: `${eerst}; ${daarna}`,
    gooiWeg() {
      rmSync(onder, { recursive: true });
      rmSync(`${onder}.ext4`);
    },
  };
}

/** Throws one line that says what is missing on this machine. `soort`: a disk in memory, or an ext4 in a file, for which only root can make the device. */
export function eisSchijven(soort: "geheugen" | "ext4"): void {
  const gewoon = process.getuid?.() !== 0;
  const nodig: readonly (readonly [string, boolean])[] = [
    ["Linux", process.platform === "linux"],
    ["a mount namespace (unshare of util-linux, and the right to use it)", lukt("unshare", ["--mount", ...(gewoon ? ["--map-root-user"] : []), "true"])],
    ...(soort === "geheugen"
      ? []
      : ([
          ["root", !gewoon],
          ["loop devices (/dev/loop-control)", isTeSchrijven("/dev/loop-control")],
          ["mkfs.ext4 (e2fsprogs)", lukt(MKFS, ["-V"])],
          ["fsfreeze and findmnt (util-linux)", lukt("fsfreeze", ["-V"]) && lukt("findmnt", ["-V"])],
        ] as const)),
  ];
  const ontbreekt = nodig.flatMap(([naam, isEr]) => (isEr ? [] : [naam]));
  if (ontbreekt.length > 0) throw new Error(`This test needs real disks. Missing on this machine: ${ontbreekt.join(", ")}.`);
}

function lukt(programma: string, argumenten: readonly string[]): boolean {
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
  return ["unshare", "--mount", ...(process.getuid?.() === 0 ? [] : ["--map-root-user"]), "sh", "-ec", `${start}; exec ${process.execPath} ${(bundel ??= bouwServer())}`];
}

/** A path as the server sees it. */
export function binnen({ kind }: Proces, ...deel: string[]): string {
  return join(`/proc/${kind.pid}/root`, ...deel);
}

/** What the kernel does to an ext4 on which it finds a fault: its journal stops, and from then on it may only be read. */
export async function breek(server: Proces, map: string): Promise<void> {
  const kern = meldFout(server, map);
  while (kern.exitCode === null) await wacht(5);
}

/** The same while the disk under it is frozen: resolves when the journal has stopped, and the kernel waits to write that down. */
export async function breekBevroren(server: Proces, map: string): Promise<void> {
  const kern = meldFout(server, map);
  for (let keer = 0; keer < 20; keer = wachtOpSchijf(kern.pid) ? keer + 1 : 0) await wacht(10);
}

function meldFout({ kind }: Proces, map: string): ChildProcess {
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
export function bevries(server: Proces, map: string): void {
  execFileSync("fsfreeze", ["--freeze", binnen(server, map)]);
}

export function ontdooi(server: Proces, map: string): void {
  execFileSync("fsfreeze", ["--unfreeze", binnen(server, map)]);
}
