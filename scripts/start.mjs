/** `npm start`: builds everything and runs it with made-up organisations. PORT moves it, MELDCODE_DATA is where it keeps its data. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { build } from "./build.mjs";

await build({ demo: true });
const server = spawn(process.execPath, ["dist-demo/server/endpoint.js"], {
  stdio: ["ignore", "inherit", "pipe"],
  env: { ...process.env, MELDCODE_DEMO: "1" },
});
// The log has a line for every request; here only what is not a log line matters, so that the address stays in sight.
createInterface({ input: server.stderr }).on("line", (line) => {
  if (!line.startsWith("{")) console.error(line);
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));
