/** What the tests need of this machine beside Node: where it stands, and how to get it on Debian and Ubuntu. The scripts and the tests both ask here. */
const { execFileSync, spawnSync } = require("node:child_process");
const { existsSync, readdirSync } = require("node:fs");
const path = require("node:path");

const CHROMIUM = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const LIBREOFFICE = [
  process.env.SOFFICE_PATH,
  "/usr/bin/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

const first = (paths) => paths.find((p) => p && existsSync(p));

/** Path of a Chromium-like browser; undefined when there is none. */
const findChromium = () => first(CHROMIUM);
/** Path of LibreOffice; undefined when it is not there. */
const findLibreOffice = () => first(LIBREOFFICE);

/** Debian keeps a folder per version; so does the installer for Windows. */
const versions = (folder) => (existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(b) - Number(a)).map((version) => path.join(folder, version, "bin")) : []);

/** Folder with PostgreSQL's own programs (initdb, postgres, pg_dump), the newest there is; undefined when there is none. */
const findPostgres = () =>
  [process.env.POSTGRES_PATH, ...versions("/usr/lib/postgresql"), ...versions("C:\\Program Files\\PostgreSQL"), ...(process.env.PATH ?? "").split(path.delimiter)].find(
    (folder) => folder && ["initdb", "initdb.exe"].some((program) => existsSync(path.join(folder, program))),
  );

const NEEDS = [
  { name: "Chromium", find: findChromium, debian: ["chromium", "fonts-liberation"] },
  { name: "LibreOffice Calc", find: findLibreOffice, debian: ["libreoffice-calc-nogui"] },
  { name: "PostgreSQL", find: findPostgres, debian: ["postgresql"] },
];

/** Installs what is missing where it can (root on Debian or Ubuntu); throws one line that names what is missing otherwise. */
function ensureMachine() {
  const missing = NEEDS.filter((need) => !need.find());
  if (missing.length === 0) return;
  const packages = missing.flatMap((need) => need.debian);
  const canInstall = process.platform === "linux" && process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (canInstall) {
    console.log(`Installing ${packages.join(", ")} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["update", "-qq"], { env, stdio: ["ignore", "ignore", "inherit"] });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { env, stdio: ["ignore", "ignore", "inherit"] });
  }
  const still = NEEDS.filter((need) => !need.find()).map((need) => need.name);
  if (still.length > 0) {
    throw new Error(`Missing for the tests: ${still.join(" and ")}. On Debian or Ubuntu: sudo apt-get install ${packages.join(" ")}`);
  }
}

module.exports = { ensureMachine, findChromium, findLibreOffice, findPostgres };
