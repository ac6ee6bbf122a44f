import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { validate } from "dockerfile-utils";
import { staat } from "../../src/endpoint/testtaal";
import { maakOrganisatie, type Opdracht, proefmap, ruimOp, startProces } from "./proces";

/**
 * Not every machine the tests run on may run containers, and building one takes minutes. So: the file is linted, and what it would put
 * in the image is laid out in a folder and run as the image would be run: as nobody, with nothing on the file system that can be
 * written but the data. `npm run image` builds and runs the image itself.
 */
const CONTAINERFILE = readFileSync("deploy/Containerfile", "utf8");
const NIEMAND = 65532;

afterEach(ruimOp);

test("the container file has no mistakes, ends as nobody, and says how its health is asked", () => {
  expect(validate(CONTAINERFILE).map(({ message }) => message)).toEqual([]);
  const laatste = CONTAINERFILE.slice(CONTAINERFILE.lastIndexOf("\nFROM "));
  expect(laatste).toMatch(new RegExp(`^USER ${NIEMAND}:${NIEMAND}$`, "m"));
  expect(laatste).toMatch(/^HEALTHCHECK .*\/health\/ready/m);
  expect(laatste).toMatch(/^CMD \["node", "dist\/server\/endpoint\.js"\]$/m);
});

test("the image's content runs as nobody on a read-only file system, takes a state, and stops", async () => {
  if (!existsSync("dist/server/endpoint.js")) throw new Error("Bouw eerst: npm run build");
  const [app, data] = [proefmap("app"), proefmap("data")];
  for (const [van, naar] of kopieen()) cpSync(resolve(van), join(app, naar), { recursive: true, dereference: true });
  const { pad, koppen } = await maakOrganisatie(data);
  const env = { ...omgevingVan(CONTAINERFILE), MELDCODE_HOST: "127.0.0.1", PORT: "0", MELDCODE_DATA: data, TMPDIR: app, HOME: app };
  const { kind, basis, logboek, uitgang } = await startProces(alsNiemand(app, data), env, { cwd: app });

  const antwoord = await fetch(`${basis}${pad}/registraties/r`, { method: "PUT", headers: { ...koppen, "if-none-match": "*" }, body: JSON.stringify(staat([3])) });
  expect(antwoord.status).toBe(201);
  expect((await fetch(`${basis}/health/ready`)).status).toBe(200);
  expect((await fetch(`${basis}/taskpane.html`)).status).toBe(200);
  expect((await fetch(`${basis}/servicepunt`)).status).toBe(200);
  expect(logboek()).not.toMatch(/storing|EROFS|EACCES/);
  kind.kill("SIGTERM");
  expect(await uitgang).toBe(0);
  expect(readdirSync(data).filter((naam) => !naam.startsWith("meldcode.sqlite"))).toEqual([]);
  for (const map of [app, data]) rmSync(map, { recursive: true, force: true });
}, 60_000);

test("without a place to write it says so in Dutch, and does not start", async () => {
  const app = proefmap("app");
  for (const [van, naar] of kopieen()) cpSync(resolve(van), join(app, naar), { recursive: true, dereference: true });
  const data = join(app, "data");
  mkdirSync(data);
  await expect(startProces(alsNiemand(app), { ...omgevingVan(CONTAINERFILE), MELDCODE_HOST: "127.0.0.1", PORT: "0", MELDCODE_DATA: data, TMPDIR: app }, { cwd: app })).rejects.toThrow(/gegevensmap is niet te openen of te beschrijven/);
  rmSync(app, { recursive: true, force: true });
}, 60_000);

/** [from, to] of every COPY into the image; from is a path in this repository. */
function kopieen(): [string, string][] {
  return [...CONTAINERFILE.matchAll(/^COPY --from=bouw \/bouw\/(\S+) (\S+)$/gm)].map(([, van = "", naar = ""]) => [van, naar]);
}

function omgevingVan(bestand: string): Record<string, string> {
  const [, regel = ""] = /^ENV (.*)$/m.exec(bestand) ?? [];
  return Object.fromEntries(regel.split(" ").map((paar): [string, string] => [paar.slice(0, paar.indexOf("=")), paar.slice(paar.indexOf("=") + 1)]));
}

/**
 * The command that runs the server so. As root on Linux: a mount namespace of its own in which everything is read-only but
 * `data`, and another user without any capability. Elsewhere: this user, who is not root, and folders without the right to write.
 */
function alsNiemand(app: string, data?: string): Opdracht {
  const start = join(app, "start.sh");
  if (process.platform === "linux" && process.getuid?.() === 0) {
    if (data !== undefined) for (const naam of ["", ...readdirSync(data)]) chownSync(join(data, naam), NIEMAND, NIEMAND);
    const bindingen = [`mount --bind ${app} ${app}`, `mount -o remount,bind,ro ${app}`, ...(data === undefined ? [] : [`mount --bind ${data} ${data}`]), "mount -o remount,bind,ro /"];
    writeFileSync(start, ["set -e", ...bindingen, `exec setpriv --reuid=${NIEMAND} --regid=${NIEMAND} --clear-groups --no-new-privs --bounding-set=-all ${process.execPath} dist/server/endpoint.js`].join("\n"));
    spawnSync("chmod", ["-R", "a+rX", app]);
    chmodSync(dirname(app), 0o1777);
    return ["unshare", "--mount", "sh", start];
  }
  expect(process.getuid?.()).not.toBe(0);
  spawnSync("chmod", ["-R", "a-w", app]);
  return [process.execPath, join(app, "dist/server/endpoint.js")];
}
