/**
 * The page without the add-in as a person uses it: a real file by LibreOffice is dropped, checked, fixed and sent, and the saved file
 * opens again in LibreOffice; a month later it is corrected. Also without a network, and with files that cannot be read.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { bewaarWerkmap, openWerkmap, type Wijziging } from "../../src/workbook/xlsx/werkmap";
import { ALLE_BLADEN, zetOm } from "../libreoffice/libreoffice";
import { geefUitvoer, voegOrganisatieToe } from "./beheer";
import { type Omgeving, startOmgeving } from "./omgeving";

jest.setTimeout(180_000);

const LIST = path.resolve(__dirname, "../werkmappen/libreoffice-eigen-lijst-rij-37.xlsx");
const SHEET = "2026";
/** The file's name and what stands in its cells: none of it may leave the browser. */
const FILE_NAME = "Kanariebestand.xlsx";
const STAYS = /Kanarie/;
const folder = mkdtempSync(path.join(tmpdir(), "meldcode-zonder-"));
let omgeving: Omgeving;
const problems: string[] = [];

beforeAll(async () => {
  omgeving = await startOmgeving();
});
afterAll(async () => {
  await omgeving?.close();
  rmSync(folder, { recursive: true, force: true });
  expect(problems).toEqual([]);
});

/** A day as a file holds it. */
const day = (iso: string): number => Date.parse(iso) / 86_400_000 + 25_569;

const change = (bytes: Uint8Array, ...changes: readonly (readonly [cell: readonly [sheet: string, row: number, column: number], value: string | number])[]): Uint8Array =>
  bewaarWerkmap(openWerkmap(bytes), changes.map(([[blad, rij, kolom], waarde]): Wijziging => ({ soort: "cel", blad, rij, kolom, waarde })));

async function visit(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) problems.push(message.text());
  });
  // Chromium's own picker cannot be driven; without it the page falls back on a file input.
  await page.addInitScript(() => void Reflect.deleteProperty(window, "showOpenFilePicker"));
  await page.goto(`${omgeving.url}/controleren`);
  return page;
}

/** As if it was dragged from a folder onto the page. */
async function drop(page: Page, bytes: Uint8Array, name = FILE_NAME): Promise<void> {
  await page.evaluate(
    ([base64, fileName]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64 ?? ""), (c) => c.charCodeAt(0))], fileName ?? ""));
      document.querySelector("main")?.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
    },
    [Buffer.from(bytes).toString("base64"), name],
  );
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" }).first();

async function save(page: Page): Promise<Uint8Array> {
  const download = page.waitForEvent("download");
  await button(page, "Bestand bewaren").click();
  const file = path.join(folder, `bewaard-${Date.now()}.xlsx`);
  await (await download).saveAs(file);
  return new Uint8Array(readFileSync(file));
}

/** Every sheet as LibreOffice shows it, by the sheet's name. */
function inLibreOffice(bytes: Uint8Array, name: string): Record<string, string> {
  const file = path.join(folder, `${name}.xlsx`);
  writeFileSync(file, bytes);
  zetOm(folder, ALLE_BLADEN, [file], folder);
  return Object.fromEntries(openWerkmap(bytes).bladen.map(({ naam }) => [naam, readFileSync(path.join(folder, `${name}-${naam}.csv`), "utf8")]));
}

async function activate(page: Page, code: string): Promise<void> {
  await page.getByLabel("Activeringscode").fill(code);
  await button(page, "Activeren").click();
}

test("a list is checked, fixed and sent, the saved file is whole, and a later month is a correction", async () => {
  const { activeringscode } = await voegOrganisatieToe(omgeving.dataFolder, "Buurtteam Proef", "maatschappelijke-ondersteuning");
  const context = await omgeving.context({ viewport: { width: 1100, height: 900 }, acceptDownloads: true });
  const page = await visit(context);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ""}`));

  await drop(page, change(new Uint8Array(readFileSync(LIST)), [[SHEET, 38, 5], "Kanarienotitie"], [[SHEET, 38, 10], "Kanarie-1"]));
  await activate(page, activeringscode);
  await page.getByText("3 fouten in 3 rijen").waitFor();
  await page.getByText(FILE_NAME).waitFor();

  // In place of a jump: the row, in a window of its own.
  await page.getByRole("button", { name: "Ga naar cel D40" }).click();
  const window = page.getByRole("dialog");
  await window.getByText("Cel D40").waitFor();
  await window.getByRole("button", { name: "Sluiten" }).click();
  await window.waitFor({ state: "detached" });

  await page.getByText("Tips", { exact: true }).click();
  await page.getByText("Tip: Datum staat er als tekst").click();
  await button(page, /^Herstel alle/).click();
  await page.getByText("Nog niet bewaard").waitFor();
  const fixed = await save(page);
  await page.getByText("Bewaard", { exact: true }).waitFor();

  // What no button can mend is mended in Excel or LibreOffice, and the file is dropped again.
  const mended = change(fixed, [[SHEET, 40, 4], "Intern"], [[SHEET, 41, 6], day("2026-05-20")], [[SHEET, 42, 9], day("2026-06-20")]);
  await drop(page, mended);
  await page.getByText("Klaar om te verzenden").waitFor();
  await button(page, "Verzenden").click();
  await page.getByText("Ontvangen door de gemeente").waitFor();
  await page.getByText("het bestand is nog niet bewaard").waitFor();
  const saved = await save(page);
  await page.getByText("Het ontvangstbewijs staat op het blad Verzonden.").waitFor();

  const before = inLibreOffice(mended, "voor");
  const after = inLibreOffice(saved, "na");
  expect(after[SHEET]).toBe(before[SHEET]);
  expect(after["Verzonden"]).toMatch(/MM-\d{4}-/);

  // A month later a case of an older month is closed.
  const later = change(saved, [[SHEET, 40, 7], "Hulp"], [[SHEET, 40, 9], day("2026-08-01")]);
  await drop(page, later);
  await page.getByText("Klaar om te verzenden").waitFor();
  await button(page, "Verzenden").click();
  await button(page, "Correctie verzenden").click();
  await page.getByText("Ontvangen door de gemeente").waitFor();
  expect(inLibreOffice(await save(page), "later")["Verzonden"]?.match(/MM-\d{4}-/g)).toHaveLength(2);

  expect(requests.some((request) => request.includes('"schema":"registratie/1"'))).toBe(true);
  expect(requests.filter((request) => STAYS.test(request))).toEqual([]);
  expect(`${await geefUitvoer(omgeving.dataFolder)}${omgeving.log()}`).not.toMatch(STAYS);
  await context.close();
});
