/**
 * `npm run excel`: side-loads the add-in in the Excel of this machine (Windows or Mac) against a local endpoint. Excel only
 * takes https, so a certificate for localhost is made and trusted once, with Microsoft's own tool.
 */
import { spawn, spawnSync } from "node:child_process";
import { homedir } from "node:os";
import path from "node:path";
import { build } from "./build.mjs";

const CERTIFICATES = "office-addin-dev-certs@2";
const DEBUGGING = "office-addin-debugging@6";

if (process.platform !== "win32" && process.platform !== "darwin") {
  console.error("Op deze machine draait geen Excel. Gebruik `npm start`: het werkboek in de browser met het taakvenster ernaast.");
  process.exit(1);
}

const npx = (...args) => spawnSync("npx", ["--yes", ...args], { stdio: "inherit", shell: process.platform === "win32" });
if (npx(CERTIFICATES, "install").status !== 0) process.exit(1);

await build({ demo: false });
const folder = path.join(homedir(), ".office-addin-dev-certs");
const server = spawn(process.execPath, ["dist/server/endpoint.js"], {
  stdio: "inherit",
  env: {
    ...process.env,
    MELDCODE_DEMO: "1",
    MELDCODE_TLS_CERT: path.join(folder, "localhost.crt"),
    MELDCODE_TLS_KEY: path.join(folder, "localhost.key"),
  },
});
npx(DEBUGGING, "start", "manifest.xml", "--no-debug");
process.on("SIGINT", () => {
  npx(DEBUGGING, "stop", "manifest.xml");
  server.kill();
});
server.on("exit", (code) => process.exit(code ?? 0));
