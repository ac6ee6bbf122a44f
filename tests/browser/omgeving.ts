/** The whole product as `npm start` runs it, on a free port with an empty data folder, and a real browser to use it with. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "../../scripts/machine";

const root = path.resolve(__dirname, "../..");
const SERVER = path.join(root, "dist-demo/server/endpoint.js");
const CHROMIUM = findChromium();
/** Chromium must not look for anything outside this machine. */
const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Omgeving {
  /** Address of the running product, without a slash at the end. */
  readonly url: string;
  readonly dataFolder: string;
  readonly browser: Browser;
  /** Everything that the server wrote to its log so far. */
  log(): string;
  /** A context in which a request to another machine fails the test that makes it. */
  context(options?: Parameters<Browser["newContext"]>[0]): Promise<BrowserContext>;
  /** Stops the server as if the power went (SIGKILL) or, with `start`, brings it back on the same port and data. */
  stopServer(): Promise<void>;
  startServer(): Promise<void>;
  close(): Promise<void>;
}

export async function startOmgeving(): Promise<Omgeving> {
  if (!existsSync(SERVER)) throw new Error("The demo is not built: run `npm run build:demo` first (`npm test` does).");
  if (!CHROMIUM) throw new Error("No Chromium on this machine: `npm test` installs it on Debian and Ubuntu.");
  const dataFolder = mkdtempSync(path.join(tmpdir(), "meldcode-browser-"));
  let output = "";
  let server: ChildProcess | undefined;
  let port = "0";

  async function startServer(): Promise<void> {
    const started = spawn(process.execPath, [SERVER], { env: { ...process.env, PORT: port, MELDCODE_DATA: dataFolder, MELDCODE_DEMO: "1", NODE_ENV: "" } });
    server = started;
    await new Promise<void>((resolve, reject) => {
      const listen = (chunk: Buffer): void => {
        output += chunk.toString();
        const found = /http:\/\/localhost:(\d+)/.exec(output);
        if (found?.[1]) {
          port = found[1];
          resolve();
        }
      };
      started.stdout.on("data", listen);
      started.stderr.on("data", listen);
      started.on("exit", (code) => reject(new Error(`The server ended with code ${code}:\n${output}`)));
    });
  }

  async function stopServer(): Promise<void> {
    const running = server;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.on("exit", resolve));
    running.kill("SIGKILL");
    await ended;
  }

  await startServer();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
  const url = `http://localhost:${port}`;
  return {
    url,
    dataFolder,
    browser,
    log: () => output,
    async context(options) {
      const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam", ...options });
      await context.route((address) => address.hostname !== "localhost" && address.protocol.startsWith("http"), (route) => route.abort());
      return context;
    },
    startServer,
    stopServer,
    async close() {
      await browser.close();
      await stopServer();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Until this cell is the chosen one: the grid follows a jump out of the pane a moment later. */
export async function wachtOpCel(page: Page, adres: string): Promise<void> {
  // Looked up at every turn: each cell has a name box of its own, and the one of the cell before stays as it was.
  await page.waitForFunction((gezocht) => document.querySelector<HTMLInputElement>(".naamvak")?.value === gezocht, adres);
}
