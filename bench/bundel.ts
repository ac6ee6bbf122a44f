/**
 * The JavaScript that must arrive before the pane's first screen stands, gzipped, beside the least that a page with React
 * and Fluent UI and one text box needs (what Microsoft's React template shows, without its polyfills).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import webpack from "webpack";
import { startOmgeving } from "../tests/browser/omgeving";
import type { Benchregel } from "./benchregel";

const root = path.resolve(__dirname, "..");
const DOEL_KB = 130;

const ONE_TEXT_BOX = `
import { createRoot } from "react-dom/client";
import { Button, Field, FluentProvider, Textarea, webLightTheme } from "@fluentui/react-components";
createRoot(document.body).render(
  <FluentProvider theme={webLightTheme}><Field label="Text"><Textarea /></Field><Button>Insert</Button></FluentProvider>,
);`;

export async function benchBundel(): Promise<Benchregel[]> {
  const wij = await firstScreen();
  const vergelijking = await oneTextBox();
  return [
    {
      naam: "JavaScript van het eerste scherm van het taakvenster (gzip), naast React + Fluent met één tekstvak",
      wij,
      vergelijking,
      eenheid: "kB",
      verhouding: wij / vergelijking,
      doel: `hoogstens ${DOEL_KB} kB`,
      gehaald: wij <= DOEL_KB,
    },
  ];
}

/** What the browser really fetched when the activation screen stood; Microsoft's own library is not ours to count. */
async function firstScreen(): Promise<number> {
  const omgeving = await startOmgeving();
  try {
    const page = await (await omgeving.context()).newPage();
    const scripts: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      const ofPane = response.frame().url().includes("/taskpane.html");
      if (ofPane && pathname.endsWith(".js") && !pathname.startsWith("/office-js/")) scripts.push(response.body());
    });
    await page.goto(omgeving.url);
    await page.frameLocator("iframe").getByLabel(/activeringscode/i).waitFor();
    const arrived = await Promise.all(scripts);
    return arrived.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0) / 1000;
  } finally {
    await omgeving.close();
  }
}

async function oneTextBox(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), "meldcode-bundel-"));
  const entry = path.join(folder, "page.tsx");
  writeFileSync(entry, ONE_TEXT_BOX);
  await new Promise<void>((resolve, reject) => {
    webpack(
      {
        mode: "production",
        context: root,
        entry,
        output: { path: folder, filename: "page.js" },
        resolve: { extensions: [".tsx", ".ts", ".js"], modules: [path.join(root, "node_modules")] },
        resolveLoader: { modules: [path.join(root, "node_modules")] },
        module: { rules: [{ test: /\.tsx$/, use: { loader: "swc-loader", options: { configFile: path.join(root, ".swcrc") } } }] },
      },
      (error, stats) => {
        if (error) reject(error);
        else if (stats?.hasErrors()) reject(new Error(stats.toString("errors-only")));
        else resolve();
      },
    );
  });
  const size = gzipSync(readFileSync(path.join(folder, "page.js")), { level: 9 }).length / 1000;
  rmSync(folder, { recursive: true, force: true });
  return size;
}
