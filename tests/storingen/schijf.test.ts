/** The disk under the built-in database fills up, or may only be read any more, while senders are at work. Real disks, in a mount namespace of their own. */
import { execFileSync } from "node:child_process";
import { rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bouwServer, maakOrganisatie, type Opdracht, type Proces, proefmap, ruimOp, startProces } from "../uitrol/proces";
import { gezondheid, vraag, Zenders } from "./zenders";

/** An address where nothing listens. */
const NIEMAND = "http://127.0.0.1:1";

let bundel: string;
let map: string;
let zenders: Zenders | undefined;
beforeAll(() => {
  bundel = bouwServer();
});
beforeEach(() => {
  map = proefmap("schijf");
});
afterEach(() => {
  zenders?.stop();
  ruimOp();
  rmSync(map, { recursive: true, force: true });
});

/** Runs the server after `mount`, which puts a disk at `map`; what was in `map` is on it when `gevuld`. Only this process sees the disk. */
function opSchijf(mount: string, gevuld: boolean): Opdracht {
  if (process.platform !== "linux") throw new Error("Deze proef heeft een Linux nodig: alleen daar kan een proces een eigen schijf krijgen.");
  const voorraad = `${map}.voorraad`;
  const start = gevuld ? `cp -a ${map} ${voorraad}; ${mount}; cp -a ${voorraad}/. ${map}; sync -f ${map}; rm -r ${voorraad}` : mount;
  return ["unshare", "--mount", ...(process.getuid?.() === 0 ? [] : ["--map-root-user"]), "sh", "-ec", `${start}; exec ${process.execPath} ${bundel}`];
}

/** The disk as the server sees it. */
const binnen = ({ kind }: Proces, ...deel: string[]): string => join(`/proc/${kind.pid}/root`, map, ...deel);

test("a full disk: nothing more is taken, all that was taken stays, and it goes on by itself when there is room again", async () => {
  const organisatie = await maakOrganisatie(map);
  const server = await startProces(opSchijf(`mount -t tmpfs -o size=8m tmpfs ${map}`, true), { MELDCODE_DATA: map });
  zenders = new Zenders(organisatie, () => server.basis);
  await zenders.nog(20);
  expect(await gezondheid(server)).toEqual([200, 200]);

  expect(() => writeFileSync(binnen(server, "vulling"), Buffer.alloc(16 * 2 ** 20))).toThrow("ENOSPC");
  await zenders.nogGeweigerd(20);
  // What is written to see whether it can be is smaller than a state: it fills the last corner first.
  for (let keer = 0; keer < 100 && (await gezondheid(server))[1] !== 503; keer++);
  expect(await gezondheid(server)).toEqual([200, 503]);
  // Reading needs no room.
  expect((await vraag(`${server.basis}${organisatie.pad}/ontvangstbewijzen`, { koppen: organisatie.koppen }))?.status).toBe(200);

  rmSync(binnen(server, "vulling"));
  await zenders.nog(20);
  expect(await gezondheid(server)).toEqual([200, 200]);
  await zenders.klaar();
  expect(zenders.afgebroken).toBe(0);
  await zenders.vergelijk(server);
  server.kind.kill("SIGTERM");
  expect(await server.uitgang).toBe(0);
}, 60_000);

test("a disk that may only be read any more: nothing more is taken, what was taken can still be read, and no server starts on it", async () => {
  const beeld = `${map}.ext4`;
  writeFileSync(beeld, "");
  truncateSync(beeld, 16 * 2 ** 20);
  execFileSync("/sbin/mkfs.ext4", ["-q", "-F", beeld]);
  try {
    const organisatie = await maakOrganisatie(map);
    const mount = `mount -o loop,errors=remount-ro ${beeld} ${map}`;
    const eerste = await startProces(opSchijf(mount, true), { MELDCODE_DATA: map });
    let basis = eerste.basis;
    zenders = new Zenders(organisatie, () => basis);
    await zenders.nog(20);

    // What the kernel does to a disk on which it finds a fault.
    const schijf = execFileSync("findmnt", ["-N", String(eerste.kind.pid), "-no", "SOURCE", map], { encoding: "utf8" }).trim().replace("/dev/", "");
    writeFileSync(`/sys/fs/ext4/${schijf}/trigger_fs_error`, "1");
    expect(() => writeFileSync(binnen(eerste, "iets"), "")).toThrow("EROFS");
    await zenders.nogGeweigerd(20);
    expect(await gezondheid(eerste)).toEqual([200, 503]);
    expect((await vraag(`${basis}${organisatie.pad}/ontvangstbewijzen`, { koppen: organisatie.koppen }))?.status).toBe(200);
    basis = NIEMAND;
    eerste.kind.kill("SIGTERM");
    expect(await eerste.uitgang).toBe(0);

    // It would show an old picture: what keeps readers and writers apart cannot be written either.
    await expect(startProces(opSchijf(`${mount}; mount -o remount,ro ${map}`, false), { MELDCODE_DATA: map })).rejects.toThrow(/gegevensmap is niet te openen of te beschrijven/);
  } finally {
    rmSync(beeld);
  }
}, 60_000);
