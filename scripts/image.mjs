/**
 * `npm run image`: builds the container image and looks whether it does what it should when it runs as it would in production. Needs Docker or
 * Podman. `-- --built` looks at the image that is there; `-- --own-base` makes the two base images here, from Debian's packages and
 * this machine's Node, where no registry can be reached (root on Debian or Ubuntu, with debootstrap). Ends with "N passed, N failed";
 * what it made is taken away, but for the images. No part of `npm test`: it takes minutes, and not every machine may run containers.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const FILE = "deploy/Containerfile";
const NAME = "monitor-meldcode-trial";
const PORT = 3999;
const ADDRESS = "https://meldcode.example.nl";
const IMAGE = `monitor-meldcode:${JSON.parse(readFileSync("package.json", "utf8")).version}`;
const containerfile = readFileSync(FILE, "utf8");

const run = (program, args, options = {}) => spawnSync(program, args, { encoding: "utf8", ...options });
const mustRun = (program, args) => {
  if (run(program, args, { stdio: "inherit" }).status !== 0) stop(`Failed: ${program} ${args.slice(0, 3).join(" ")} …`);
};

function stop(why) {
  console.error(why);
  process.exit(1);
}

// The docker command alone is not enough: it needs its daemon.
const engine = ["docker", "podman"].find((program) => run(program, ["info"]).status === 0);
if (!engine) stop("Missing: a container engine. Install Docker, or on Debian or Ubuntu: sudo apt-get install podman");
const ownBase = process.argv.includes("--own-base");
if (!process.argv.includes("--built")) {
  if (ownBase) makeBases();
  // Podman's own format has no health check. Without a layer for each step it needs no copy of all files for each, where it cannot stack them.
  const podman = engine === "podman" ? ["--format=docker", "--layers=false", ...(ownBase ? ["--pull=never"] : [])] : [];
  mustRun(engine, ["build", ...podman, "-f", FILE, "--build-arg", `MELDCODE_URL=${ADDRESS}`, "-t", IMAGE, "."]);
}

let failed = 0;
let passed = 0;
function check(what, good, seen = "") {
  if (good) passed++;
  else failed++;
  console.log(`${good ? "ok    " : "FAILED"} ${what}${good || seen === "" ? "" : `: ${String(seen).slice(0, 500)}`}`);
}

const inside = (...command) => run(engine, ["exec", "--env", "MELDCODE_BEHEERDER=trial", NAME, ...command]);
const ask = (where) => fetch(`http://127.0.0.1:${PORT}${where}`);
const clean = () => run(engine, ["rm", "--force", "--volumes", NAME]);

clean();
const strict = ["--read-only", "--cap-drop=all", "--security-opt=no-new-privileges", ...(engine === "podman" ? ["--read-only-tmpfs=false"] : [])];
// Elsewhere than on Linux the engine has a machine of its own.
const reachable = process.platform === "linux" ? ["--network=host", "--env", "MELDCODE_HOST=127.0.0.1"] : ["--publish", `127.0.0.1:${PORT}:${PORT}`];
const started = run(engine, ["run", "--detach", "--name", NAME, ...strict, ...reachable, "--env", `PORT=${PORT}`, "--env", "MELDCODE_HTTPS=1", IMAGE]);
check("it starts on a read-only file system without any capability", started.status === 0, started.stderr);
try {
  for (let tries = 0; tries < 60 && !(await ask("/health/ready").catch(() => null))?.ok; tries++) await new Promise((ready) => setTimeout(ready, 500));
  for (const where of ["/health/live", "/health/ready", "/taskpane.html", "/servicepunt", "/controleren", "/v1/beleid", "/assets/registratie.xlsx", "/.well-known/security.txt"]) {
    const { status } = await ask(where).catch(() => ({ status: 0 }));
    check(`${where} answers 200`, status === 200, status);
  }
  const manifest = await ask("/manifest.xml").then((answer) => answer.text(), () => "");
  check("the manifest names the address that was given when building", manifest.includes(ADDRESS) && !manifest.includes("localhost"));

  const [, health = "[]"] = /^HEALTHCHECK .*? CMD (\[.*\])$/m.exec(containerfile) ?? [];
  check("its health check says it is well", inside(...JSON.parse(health)).status === 0);
  check("it runs as nobody", inside("id", "-u").stdout.trim() === "65532", inside("id", "-u").stdout);
  for (const place of ["/", "/app", "/tmp", "/etc"]) check(`nothing can be written in ${place}`, inside("touch", `${place}/proof`).status !== 0);
  check("its data can be written", inside("touch", "/data/proof").status === 0);
  check("the bill of materials is in it", inside("test", "-s", "/app/dist/server/sbom.cdx.json").status === 0);
  check("the sources are not", inside("test", "-e", "/app/src").status !== 0);

  const added = inside("node", "dist/server/beheer.js", "organisatie", "toevoegen", "--naam", "De Proef", "--sector", "onderwijs");
  check("beheer works in it", /Activeringscode: \S+/.test(added.stdout), added.stderr);

  const before = Date.now();
  run(engine, ["stop", "-t", "45", NAME]);
  const { stdout: ended } = run(engine, ["inspect", "--format", "{{.State.ExitCode}}", NAME]);
  check("it stops by itself when asked to", ended.trim() === "0" && Date.now() - before < 40_000, ended);
} finally {
  clean();
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Images with the names that the Containerfile asks for: Debian as debootstrap makes it, and this machine's Node. */
function makeBases() {
  if (process.getuid?.() !== 0 || run("debootstrap", ["--version"]).status !== 0) stop("Missing for --own-base: root, and debootstrap (apt-get install debootstrap)");
  const scratch = mkdtempSync(path.join(tmpdir(), "image-"));
  try {
    for (const [, base, version] of containerfile.matchAll(/^FROM ((?:\S+\/)?node:\d+-(\w+)\S*)/gm)) {
      const root = path.join(scratch, base.replaceAll(/\W/g, "-"));
      const builds = !base.endsWith("-slim");
      const mirror = /^(?:URIs: *|deb +(?:\[.*\] +)?)(https?:\S+\/debian)\/?(?:\s|$)/m.exec([
        "/etc/apt/sources.list.d/debian.sources", "/etc/apt/sources.list"].map((list) => (existsSync(list) ? readFileSync(list, "utf8") : "")).join("\n"))?.[1];
      mustRun("debootstrap", ["--variant=minbase", `--include=ca-certificates,libstdc++6${builds ? ",python3,make,g++" : ""}`, version, root, ...(mirror ? [mirror] : [])]);
      copyFileSync(process.execPath, path.join(root, "usr/local/bin/node"));
      if (builds) giveNpm(root);
      const archive = path.join(scratch, "root.tar");
      mustRun("tar", ["-C", root, "-cf", archive, "."]);
      mustRun(engine, ["import", archive, base]);
      rmSync(root, { recursive: true });
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** npm as it is here, with the certificates this machine trusts and Node's headers for better-sqlite3. */
function giveNpm(root) {
  const npm = run("npm", ["root", "--global"]).stdout.trim();
  mkdirSync(path.join(root, "usr/local/lib/node_modules"), { recursive: true });
  cpSync(path.join(npm, "npm"), path.join(root, "usr/local/lib/node_modules/npm"), { recursive: true });
  for (const program of ["npm", "npx"]) symlinkSync(`../lib/node_modules/npm/bin/${program}-cli.js`, path.join(root, "usr/local/bin", program));
  const headers = path.resolve(process.execPath, "../../include/node");
  if (existsSync(headers)) cpSync(headers, path.join(root, "usr/local/include/node"), { recursive: true });
  const certificates = "/etc/ssl/certs/ca-certificates.crt";
  if (existsSync(certificates)) copyFileSync(certificates, path.join(root, certificates));
  mkdirSync(path.join(root, "usr/local/etc"), { recursive: true });
  writeFileSync(path.join(root, "usr/local/etc/npmrc"), `cafile=${certificates}\nnodedir=/usr/local\n`);
}
