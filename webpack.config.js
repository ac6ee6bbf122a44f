/**
 * Three bundles: the pages (task pane, Servicepunt, the page without the add-in), the server with its commands, and, only with `--env demo`, the
 * stand-in for Excel. Production loads office.js from Microsoft's CDN; the demo serves the same unmodified library itself.
 */
const { createHash } = require("node:crypto");
const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");

const OFFICE_CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const OFFICE_PACKAGE = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
/** The parts of the library that Excel on the web loads; the other hosts and languages stay behind. */
const OFFICE_PARTS = ["office.js", "excel-web-16.00.js", "nl-nl", "en-us", "telemetry", "ariatelemetry"];

const common = {
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [
      { test: /\.tsx?$/, exclude: /node_modules/, use: "swc-loader" },
      { test: /\.css$/, type: "asset/resource", generator: { filename: "[name].[contenthash:8][ext]" } },
      { test: /\.(png|svg)$/, type: "asset/resource", generator: { filename: "assets/[name].[contenthash:8][ext]" } },
    ],
  },
  performance: { hints: false },
  stats: "errors-warnings",
};

module.exports = (env, argv) => {
  const demo = Boolean(env.demo);
  const output = path.resolve(__dirname, demo ? "dist-demo" : "dist");
  const mode = argv.mode ?? "production";

  const page = (name, options = {}) =>
    new HtmlWebpackPlugin({ template: `src/${name}/${name}.html`, filename: `${name}.html`, chunks: [name], scriptLoading: "defer", ...options });

  const web = {
    ...common,
    name: "web",
    mode,
    target: "web",
    devtool: "source-map",
    // By default the minifier writes a function that is used once where it is used, also in a loop: a new closure each time
    // around. It saves 0.2 kB and makes checking a long list half as slow again (bench/meldcode.ts).
    optimization: { minimize: { javascript: { compress: { passes: 2, reduce_funcs: false } } } },
    entry: {
      // The ribbon's buttons run on the same page (shared runtime).
      taskpane: ["./src/taskpane/index.tsx", "./src/commands/index.ts"],
      servicepunt: "./src/servicepunt/index.tsx",
      controleren: "./src/taskpane/zonder/index.tsx",
      // A service worker keeps its address: the browser looks there for a newer one.
      "controleren-werker": { import: "./src/taskpane/zonder/werker.ts", filename: "[name].js" },
      ...(demo ? { standin: "./src/standin/pagina/index.ts" } : {}),
    },
    output: { path: output, filename: "[name].[contenthash:8].js", publicPath: "/", clean: { keep: /^server\// } },
    plugins: [
      page("taskpane", { officeJs: demo ? "/office-js/office.js" : OFFICE_CDN }),
      page("servicepunt"),
      page("controleren", { template: "src/taskpane/zonder/controleren.html" }),
      new OfflineParts(),
      ...(demo ? [page("standin", { template: "src/standin/pagina/standin.html", filename: "index.html" })] : []),
      new CopyWebpackPlugin({
        patterns: [
          { from: "assets", to: "assets" },
          { from: "manifest.xml", to: "manifest.xml", transform: (xml) => withAddress(xml.toString()) },
          ...(demo ? OFFICE_PARTS.map((part) => ({ from: path.join(OFFICE_PACKAGE, part), to: `office-js/${part}`, info: { minimized: true } })) : []),
          ...(demo ? [{ from: "src/standin/AgaveErrorUX", to: "office-js/AgaveErrorUX" }] : []),
        ],
      }),
    ],
  };

  const server = {
    ...common,
    name: "server",
    mode,
    target: "node20",
    node: { __dirname: false },
    devtool: "source-map",
    entry: { endpoint: "./src/endpoint/index.ts", controleer: "./src/cli/controleer.ts", beheer: "./src/cli/beheer.ts" },
    output: { path: path.join(output, "server"), filename: "[name].js", library: { type: "commonjs2" } },
    // A native addon cannot be bundled; everything else is, so that the server runs from dist/ alone. pg does without its native half.
    externals: { "better-sqlite3": "commonjs better-sqlite3", "pg-native": "commonjs pg-native" },
    optimization: { minimize: false },
  };

  return [web, server];
};

/** Fills in the service worker which parts the page without the add-in consists of, also those that are loaded later. */
class OfflineParts {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("OfflineParts", (compilation) => {
      // After everything else: by then the names bear their final hashes.
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "OfflineParts", stage }, (assets) => {
        const html = assets["controleren.html"]?.source().toString();
        if (html === undefined) return;
        const chunks = [...compilation.entrypoints.get("controleren").getEntrypointChunk().getAllReferencedChunks()];
        const scripts = chunks.flatMap((chunk) => [...chunk.files]).map((file) => `/${file}`);
        const linked = [...html.matchAll(/(?:href|src)="?(\/[^"\s>]+)/g)].map(([, address]) => address);
        const parts = [...new Set([...scripts, ...linked, "/assets/registratie.xlsx"])].sort();
        const version = createHash("sha256").update(html).update(parts.join()).digest("hex").slice(0, 16);
        compilation.updateAsset("controleren-werker.js", (worker) => {
          const filledIn = worker.source().toString().replace(/(["'`])__DELEN__\1/, () => JSON.stringify(parts)).replace("__VERSIE__", version);
          return new compiler.webpack.sources.RawSource(filledIn);
        });
      });
    });
  }
}

/** The manifest in the repository points at this machine; MELDCODE_URL (https, no trailing slash) is where the municipality serves it. */
function withAddress(xml) {
  const url = process.env.MELDCODE_URL;
  if (!url) return xml;
  if (!/^https:\/\/[^/]+$/.test(url)) throw new Error(`MELDCODE_URL must be https without a path: ${url}`);
  return xml.replaceAll("https://localhost:3000", url);
}
