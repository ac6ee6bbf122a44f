/**
 * The JavaScript of the pane's first screen, gzipped, beside the least that a page with React and Fluent UI and one text
 * box needs (what Microsoft's React template shows, without its polyfills). Counted twice: what taskpane.html itself asks
 * for, with which the first picture stands, and all that had arrived when a first-time user could type the activation code.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Response } from "playwright-core";
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
  const { eersteBeeld, bruikbaar } = await firstScreen();
  const vergelijking = await oneTextBox();
  const regel = (naam: string, wij: number): Benchregel => ({
    naam: `JavaScript van het taakvenster (gzip), ${naam}, naast React + Fluent met één tekstvak`,
    wij,
    vergelijking,
    eenheid: "kB",
    verhouding: wij / vergelijking,
    doel: `hoogstens ${DOEL_KB} kB`,
    gehaald: wij <= DOEL_KB,
  });
  return [regel("eerste beeld", eersteBeeld), regel("tot de activeringscode getypt kan worden", bruikbaar)];
}

/** In kB, as the browser really fetched it; Microsoft's own library is not ours to count. */
async function firstScreen(): Promise<{ eersteBeeld: number; bruikbaar: number }> {
  const omgeving = await startOmgeving();
  try {
    const page = await (await omgeving.context()).newPage();
    const scripts: { readonly path: string; readonly size: Promise<number> }[] = [];
    const onResponse = (response: Response): void => {
      const { pathname } = new URL(response.url());
      const ofPane = response.frame().url().includes("/taskpane.html");
      if (!ofPane || !pathname.endsWith(".js") || pathname.startsWith("/office-js/")) return;
      scripts.push({ path: pathname, size: response.body().then((script) => gzipSync(script, { level: 9 }).length / 1000) });
    };
    page.on("response", onResponse);
    await page.goto(omgeving.url);
    await page.frameLocator("iframe").getByLabel("Activeringscode").waitFor();
    // What is fetched from now on, while nothing else happens, is for later screens.
    page.off("response", onResponse);
    const arrived = await Promise.all(scripts.map(async ({ path, size }) => ({ path, size: await size })));
    const html = await (await fetch(`${omgeving.url}/taskpane.html`)).text();
    const sum = (wanted: typeof arrived): number => wanted.reduce((total, { size }) => total + size, 0);
    return { eersteBeeld: sum(arrived.filter((script) => html.includes(script.path))), bruikbaar: sum(arrived) };
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
