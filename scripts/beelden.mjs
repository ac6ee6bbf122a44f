/**
 * Makes the pictures of the README and the handbook (docs/beeld) by doing the main job in the stand-in, so that they
 * show the screens as they are: `npm run build:demo && node scripts/beelden.mjs`. Needs Chromium; the pictures are committed.
 */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { findChromium } from "./machine.js";

const FOLDER = "docs/beeld";
const SERVER = "dist-demo/server/endpoint.js";

const data = await mkdtemp(path.join(tmpdir(), "meldcode-beelden-"));
const server = spawn(process.execPath, [SERVER], { env: { ...process.env, PORT: "0", MELDCODE_DATA: data, MELDCODE_DEMO: "1", NODE_ENV: "" } });
const url = await new Promise((resolve, reject) => {
  server.stdout.on("data", (chunk) => resolve(/http:\/\/localhost:\d+/.exec(chunk.toString())?.[0]));
  server.on("exit", () => reject(new Error(`${SERVER} did not start; run npm run build:demo first.`)));
});
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
try {
  await mkdir(FOLDER, { recursive: true });
  await picture();
} finally {
  await browser.close();
  server.kill();
  await rm(data, { recursive: true, force: true });
}

async function picture() {
  const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam", viewport: { width: 1400, height: 760 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  const frame = page.locator("iframe").first();
  const pane = page.frameLocator("iframe").first();
  const button = (name) => pane.getByRole("button", { name, exact: true });
  /** The pane alone. The pointer and the cursor stay out of it. */
  const save = async (name) => {
    await page.mouse.move(600, 700);
    await page.waitForTimeout(500);
    await frame.screenshot({ path: path.join(FOLDER, `${name}.png`) });
  };
  const choose = async (address) => {
    await page.getByLabel("Adres van de gekozen cel").fill(address);
    await page.keyboard.press("Enter");
  };
  const paste = async (address, rows) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), rows.map((row) => row.join("\t")).join("\n"));
    await choose(address);
    await page.keyboard.press("Control+V");
  };

  await page.goto(url);
  const code = await page.locator("code").first().innerText();
  await page.getByRole("button", { name: "Verberg deze uitleg" }).click();
  await pane.getByLabel("Activeringscode").fill(code);
  await save("activeren");

  await button("Activeren").click();
  await button("Registratie starten").click();
  await button("Verzenden").waitFor();
  await paste("A2", list());
  await pane.getByText("2 fouten in 2 rijen").waitFor();
  await choose("A1");
  await save("bevindingen");
  await page.screenshot({ path: path.join(FOLDER, "taakvenster.png") });

  await paste("D6", [["Ja"]]);
  await paste("G9", [[day(1, 25)]]);
  await pane.getByText("Klaar om te verzenden").waitFor();
  await button("Bekijk wat verzonden wordt").click();
  await pane.getByRole("heading", { name: "Wat verzonden wordt" }).evaluate((heading) => heading.parentElement?.scrollIntoView());
  await save("voorbeeld");

  await button("Verzenden").click();
  await pane.getByText("Het ontvangstbewijs staat op het blad Verzonden.").waitFor();
  await pane.locator("html").evaluate((html) => html.scrollTo(0, 0));
  await save("ontvangst");
}

/** A made-up list with two errors, a warning and a tip in it. */
function list() {
  return [
    ["2026-014", "Noord", day(3, 3), "Ja", "Intern", "Hulp", day(3, 19)],
    ["2026-015", "Noord", day(3, 12), "Ja", "Intern en extern", "Melding", day(2, 8)],
    ["2026-016", "Zuid", day(3, 24), "N.v.t.", "Extern", "Hulp en melding", day(2, 20)],
    ["2026-017", "Zuid", day(2, 2), "Ja", "Intern", "Hulp", day(2, 11)],
    ["2026-018", "Noord", day(2, 9), "onbekend", "Geen", "Geen van beide", day(2, 23)],
    ["2026-019", "Oost", day(2, 17), "ja", "Veilig Thuis", "Melding", day(1, 4)],
    ["2026-020", "Oost", day(2, 28), "Ja", "Intern", "Hulp", ""],
    ["2026-021", "Zuid", day(1, 16), "Ja", "Extern", "Hulp", day(1, 6)],
    ["2026-022", "Noord", day(1, 20), "Ja", "Intern", "", ""],
    ["2026-023", "Oost", day(1, 27), "", "", "", ""],
  ];
}

/** d-m-jjjj in the month that lies `months` before this one. */
function day(months, d) {
  const now = new Date();
  const date = new Date(Date.UTC(now.getFullYear(), now.getMonth() - months, d));
  return `${date.getUTCDate()}-${date.getUTCMonth() + 1}-${date.getUTCFullYear()}`;
}
