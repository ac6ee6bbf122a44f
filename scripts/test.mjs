/**
 * `npm test`: everything, in the order in which a mistake is cheapest to find. Ends with "N passed, N failed", where each
 * step that is no test suite (lint, types, the two builds) counts as one.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureMachine } from "./machine.js";

const require = createRequire(import.meta.url);
const totals = { passed: 0, failed: 0 };

function run(title, script, args) {
  console.log(`\n── ${title}`);
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: ["ignore", "inherit", "inherit"] });
  return status === 0;
}

function step(title, script, args) {
  totals[run(title, script, args) ? "passed" : "failed"]++;
}

function finish() {
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  process.exit(totals.failed === 0 ? 0 : 1);
}

try {
  ensureMachine();
} catch (error) {
  console.error(error.message);
  totals.failed++;
  finish();
}

const packageFile = (name, file) => path.join(path.dirname(require.resolve(`${name}/package.json`)), file);
const webpack = packageFile("webpack-cli", "bin/cli.js");
step("Lint", packageFile("eslint", "bin/eslint.js"), ["."]);
step("Types", packageFile("typescript", "bin/tsc"), ["--noEmit"]);
step("Packages", "scripts/audit.mjs", []);
step("Production build", webpack, ["--mode", "production"]);
step("Demo build", webpack, ["--mode", "production", "--env", "demo"]);

const scratch = mkdtempSync(path.join(tmpdir(), "monitor-meldcode-"));
const report = path.join(scratch, "jest.json");
run("Tests", packageFile("jest", "bin/jest.js"), ["--json", `--outputFile=${report}`, ...process.argv.slice(2)]);
try {
  const jest = JSON.parse(readFileSync(report, "utf8"));
  totals.passed += jest.numPassedTests;
  // A suite that could not run at all has no failed tests of its own, and a skipped test proves nothing.
  totals.failed += jest.numFailedTests + jest.numRuntimeErrorTestSuites + jest.numPendingTests;
} catch (error) {
  console.error(`The tests gave no report: ${error.message}`);
  totals.failed++;
}
rmSync(scratch, { recursive: true, force: true });
finish();
