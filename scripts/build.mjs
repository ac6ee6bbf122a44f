/** Runs webpack and keeps quiet unless something is wrong. */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";

/** Builds dist/ or, with `demo`, dist-demo/ with the stand-in for Excel. Ends the process with webpack's own code when it fails. */
export async function build({ demo }) {
  console.log(demo ? "Monitor Meldcode wordt gebouwd (ongeveer een halve minuut) …" : "Building …");
  const cli = createRequire(import.meta.url).resolve("webpack-cli/bin/cli.js");
  const args = [cli, "--mode", "production", ...(demo ? ["--env", "demo"] : [])];
  const code = await new Promise((resolve) => spawn(process.execPath, args, { stdio: "inherit" }).on("exit", resolve));
  if (code !== 0) process.exit(code ?? 1);
}
