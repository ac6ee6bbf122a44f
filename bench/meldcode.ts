/**
 * Measures the domain as it ships in the pane: bundled and minified by the same rules. The loader that runs TypeScript directly
 * puts a getter between every two files, which by itself makes such tight loops nearly twice as slow.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import webpack from "webpack";
import buildConfig from "../webpack.config.js";
import type { Benchregel } from "./benchregel";

const root = path.resolve(__dirname, "..");

export async function benchMeldcode(): Promise<Benchregel[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "meldcode-bench-"));
  try {
    await bundle(folder);
    // What was just bundled from bench/meldcode/metingen.ts, so it has its type.
    const { metingen } = createRequire(__filename)(path.join(folder, "metingen.js")) as typeof import("./meldcode/metingen");
    return metingen();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bundle(folder: string): Promise<void> {
  const [pane] = buildConfig({}, { mode: "production" });
  if (!pane) throw new Error("webpack.config.js knows no pane");
  return new Promise((resolve, reject) => {
    webpack(
      {
        mode: "production",
        context: root,
        target: "node20",
        entry: path.join(root, "bench/meldcode/metingen.ts"),
        output: { path: folder, filename: "metingen.js", library: { type: "commonjs2" } },
        resolve: pane.resolve,
        module: pane.module,
        optimization: pane.optimization,
      },
      (error, stats) => {
        if (error) reject(error);
        else if (stats?.hasErrors()) reject(new Error(stats.toString("errors-only")));
        else resolve();
      },
    );
  });
}
