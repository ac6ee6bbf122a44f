/**
 * `npm run excel`: side-loads the add-in in the Excel of this machine (Windows or Mac) against a local endpoint. Excel only
 * takes https, so a certificate for localhost is made and trusted once, with Microsoft's own tool.
 */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { homedir } from "node:os";
import path from "node:path";
import { createServer } from "node:tls";
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
const SERVER_PORT = 3001;
const server = spawn(process.execPath, ["dist/server/endpoint.js"], {
  stdio: ["ignore", "ignore", "inherit"],
  env: { ...process.env, PORT: String(SERVER_PORT), MELDCODE_DEMO: "1", MELDCODE_HTTPS: "1" },
});
const folder = path.join(homedir(), ".office-addin-dev-certs");
const certificate = { cert: readFileSync(path.join(folder, "localhost.crt")), key: readFileSync(path.join(folder, "localhost.key")) };
// The manifest points at https://localhost:3000; the service itself speaks http, as behind a municipality's proxy.
createServer(certificate, (secure) => {
  const plain = connect(SERVER_PORT, "localhost");
  // A browser that hangs up is no reason to stop; the other side is closed with it.
  secure.on("error", () => plain.destroy());
  plain.on("error", () => secure.destroy());
  secure.pipe(plain).pipe(secure);
}).listen(3000, "localhost");

npx(DEBUGGING, "start", "manifest.xml", "--no-debug");
process.on("SIGINT", () => {
  npx(DEBUGGING, "stop", "manifest.xml");
  server.kill();
});
server.on("exit", (code) => process.exit(code ?? 0));
