/** `npm start`: builds everything and runs it with made-up organisations. PORT moves it, MELDCODE_DATA is where it keeps its data. */
import { spawn } from "node:child_process";
import { build } from "./build.mjs";

await build({ demo: true });
const server = spawn(process.execPath, ["dist-demo/server/endpoint.js"], {
  stdio: "inherit",
  env: { ...process.env, MELDCODE_DEMO: "1" },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));
