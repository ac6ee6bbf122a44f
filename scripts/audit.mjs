/**
 * `npm run audit`: what can be known about the packages that run in production. Asks the registry for known weaknesses, and fails
 * on one that is high or critical. Where the registry has no such service (a mirror often has not) it says so, and does not fail
 * on that: nothing was found, and nothing was looked for either. What the lock file itself tells is always checked.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Licences that may be distributed under the EUPL-1.2; those of packages that only run here as well. */
const LICENCES = /^\(?(MIT|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|0BSD|CC0-1\.0|Unlicense|BlueOak-1\.0\.0|Python-2\.0|EUPL-1\.2)( (OR|AND) [\w.-]+)*\)?$/;
/** Packages that have a script for when they are installed, and why that is no matter. npm runs only what `allowScripts` in package.json allows. */
const SCRIPTS = {
  "better-sqlite3": "builds or fetches the native addon; allowed",
  "core-js": "prints an advertisement; not allowed, so not run",
  esbuild: "looks for a faster start of its binary; not allowed, so not run",
};

function lockFindings(lock) {
  const findings = [];
  for (const [place, { version, integrity, license, deprecated, hasInstallScript, dev, devOptional, optional }] of Object.entries(lock.packages)) {
    if (place === "" || dev) continue;
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    if (!integrity) findings.push(`${name}@${version} has no integrity hash`);
    if (devOptional || optional) continue;
    if (deprecated) findings.push(`${name}@${version} is deprecated: ${deprecated}`);
    if (!LICENCES.test(license ?? "")) findings.push(`${name}@${version} has licence ${license}`);
    if (hasInstallScript && !(name in SCRIPTS)) findings.push(`${name}@${version} runs a script when it is installed`);
  }
  return findings;
}

const findings = lockFindings(JSON.parse(readFileSync(process.argv[2] ?? "package-lock.json", "utf8")));
for (const finding of findings) console.error(finding);
const { stdout } = spawnSync("npm", ["audit", "--json", "--omit", "dev"], { encoding: "utf8", shell: process.platform === "win32" });
const weaknesses = (() => {
  try {
    return JSON.parse(stdout).metadata?.vulnerabilities;
  } catch {
    return undefined;
  }
})();
if (weaknesses === undefined) console.log("Known weaknesses: NOT CHECKED, this registry has no audit service. Licences, hashes and install scripts were checked.");
else console.log(`Known weaknesses: ${JSON.stringify(weaknesses)}`);
const serious = (weaknesses?.high ?? 0) + (weaknesses?.critical ?? 0);
process.exit(findings.length + serious === 0 ? 0 : 1);
