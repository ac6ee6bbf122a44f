/** The workbook page as a person uses it: keyboard, clipboard, files, a co-author, and the task pane beside it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { openWerkmap } from "../../src/workbook/xlsx/werkmap";
import { type Omgeving, startOmgeving } from "./omgeving";

const SCHOOL = path.join(__dirname, "../werkmappen/libreoffice-tabel-meldcode.xlsx");

let omgeving: Omgeving;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  omgeving = await startOmgeving();
});
afterAll(() => omgeving.close());
beforeEach(async () => {
  context = await omgeving.context({ permissions: ["clipboard-read", "clipboard-write"] });
  page = await context.newPage();
  await page.goto(omgeving.url);
  await page.waitForSelector('[data-cel="A1"]');
});
afterEach(() => context.close());

const cel = (adres: string) => page.locator(`[data-cel="${adres}"] .inhoud`);
const typ = async (...toetsen: string[]) => {
  for (const toets of toetsen) await (/^[A-Z][a-z]+|\+/.test(toets) ? page.keyboard.press(toets) : page.keyboard.type(toets));
};

it("loses no key, however fast rows are typed", async () => {
  await page.click('[data-cel="B2"]');
  for (let rij = 0; rij < 4; rij++) await typ(`v${rij}0`, "Tab", `v${rij}1`, "Tab", `v${rij}2`, "Enter");
  expect(await page.evaluate(() => window.standin?.teksten("B2:D5"))).toEqual([0, 1, 2, 3].map((r) => [`v${r}0`, `v${r}1`, `v${r}2`]));
});

it("gives the sheet the room of the explanation that is put away", async () => {
  const hoogte = async () => (await page.locator("main").boundingBox())?.height ?? 0;
  const eerst = await hoogte();
  await page.getByRole("button", { name: "Verberg deze uitleg" }).click();
  expect(await hoogte()).toBeGreaterThan(eerst);
});

it("reads dates, decimals and formulas as Excel in Dutch does, and takes steps back", async () => {
  await page.click('[data-cel="A1"]');
  await typ("3-4-2026", "Tab", "3,5", "Tab", "=B1*2", "Enter");
  expect(await page.evaluate(() => window.standin?.teksten("A1:C1"))).toEqual([["3-4-2026", "3,5", "7"]]);
  await typ("Control+z");
  expect(await cel("C1").innerText()).toBe("");
  await typ("Control+y");
  expect(await cel("C1").innerText()).toBe("7");
});

it("deletes the row where the selection is now, not where it was when the menu was drawn", async () => {
  await page.click('[data-cel="A1"]');
  await typ("een", "Enter", "twee", "Enter", "drie", "Enter");
  // Long enough for the toolbar to be drawn; a walk over the cells does not draw it again.
  await page.waitForTimeout(400);
  await page.click('[data-cel="A2"]');
  await page.getByRole("button", { name: /^Bewerken/ }).click();
  await page.getByRole("menuitem", { name: "Rij verwijderen" }).click();
  expect(await page.evaluate(() => window.standin?.teksten("A1:A3"))).toEqual([["een"], ["drie"], [""]]);
});

it.each([
  ["the mouse", async () => page.getByRole("menuitem", { name: "Kolom verwijderen" }).click()],
  ["the keyboard", async () => page.getByRole("menuitem", { name: "Kolom verwijderen" }).press("Enter")],
])("takes back with Ctrl+Z what was chosen from the menu with %s", async (_, kies) => {
  await page.click('[data-cel="A1"]');
  await typ("blijft", "Enter");
  await page.click('[data-cel="A1"]');
  await page.getByRole("button", { name: /^Bewerken/ }).click();
  await kies();
  await cel("A1").filter({ hasText: /^$/ }).waitFor();
  await typ("Control+z");
  await cel("A1").filter({ hasText: "blijft" }).waitFor();
});

it("goes with F6 from the grid into the task pane, and round by the tabs and toolbars back to the grid", async () => {
  const code = page.frameLocator("iframe").getByLabel("Activeringscode");
  await code.waitFor();
  await page.click('[data-cel="B2"]');
  await page.keyboard.press("F6");
  await page.keyboard.press("Tab");
  await page.keyboard.type("7K3M");
  expect(await code.inputValue()).toBe("7K3M");
  await page.getByRole("tab", { name: "Blad1" }).focus();
  for (let deel = 0; deel < 3; deel++) await page.keyboard.press("F6");
  await typ("terug", "Enter");
  await cel("B2").filter({ hasText: "terug" }).waitFor();
});

it("shows marks to who chose own colours, where fills fall away", async () => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.evaluate(() => {
    const { standin } = window;
    const blad = standin?.werkmap.bladen[0];
    if (!standin || !blad) throw new Error("The page has no workbook.");
    const gebied = { rij: 0, kolom: 0, rijen: 2, kolommen: 1 };
    standin.werkmap.doe({ bron: "Local", trigger: "Unknown" }, () => standin.werkmap.zetBlad(blad, { opmaakregels: [{ id: "1", gebieden: [gebied], formule: '=$A1="fout"', vulling: "#FDE7E9", stopAlsWaar: false }] }));
    standin.typ("A1", "fout");
    standin.typ("A2", "goed");
  });
  await page.locator('[data-cel="A1"] .gemarkeerd').waitFor();
  const rand = (adres: string) => cel(adres).evaluate((el) => getComputedStyle(el).outlineStyle);
  expect([await rand("A1"), await rand("A2")]).toEqual(["dashed", "none"]);
});

it("copies a block and pastes it elsewhere, formulas reading from their new place", async () => {
  await page.click('[data-cel="A1"]');
  await typ("2", "Tab", "=A1*10", "Enter", "5", "Enter");
  await page.click('[data-cel="B1"]');
  await typ("Control+c");
  await page.click('[data-cel="B2"]');
  await typ("Control+v");
  await expect(cel("B2").innerText()).resolves.toBe("50");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("20");
});

it("pastes rows that were copied in another program", async () => {
  await page.evaluate(() => navigator.clipboard.writeText(Array.from({ length: 50 }, (_, i) => `Z-${i}\t${1 + (i % 28)}-2-2026`).join("\r\n")));
  await page.click('[data-cel="A3"]');
  await typ("Control+v");
  expect(await page.evaluate(() => window.standin?.teksten("A52:B52"))).toEqual([["Z-49", "22-2-2026"]]);
});

it("opens a real workbook, sorts its table, and saves it with everything in it", async () => {
  await page.setInputFiles('input[type="file"]', SCHOOL);
  await page.click("role=tab[name='Zaken']");
  await page.click('[data-cel="F5"] button');
  await page.click("text=Sorteren van Z");
  await expect(cel("F6").innerText()).resolves.toBe("K-5");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("role=button[name='Opslaan']")]);
  expect(download.suggestedFilename()).toBe(path.basename(SCHOOL));
  const rijen = openWerkmap(new Uint8Array(readFileSync(await download.path()))).leesBlad("Zaken").rijen;
  expect(rijen.get(6)?.[6]?.waarde).toBe("K-5");
  expect(rijen.get(10)?.[4]?.waarde).toBe("gebeld & <gemaild>");
  expect(rijen.get(10)?.[7]?.formule).toBe('IF(C10="","",C10-E10)');
});

it("says so when a file is no workbook, and keeps what was open", async () => {
  await page.click('[data-cel="A1"]');
  await typ("blijft", "Enter");
  await page.evaluate(() => {
    try {
      window.standin?.open(btoa("geen werkmap"), "brief.xlsx");
    } catch (fout) {
      if (fout instanceof Error) document.title = fout.message;
    }
  });
  expect(await page.title()).toMatch(/werkmap/i);
  expect(await cel("A1").innerText()).toBe("blijft");
});

it("plays a co-author whose edit is not ours to undo", async () => {
  await page.click('[data-cel="C3"]');
  await page.click("role=button[name=/Medewerker/]");
  await page.click("text=Wijzigt de gekozen cel");
  await expect(cel("C3").innerText()).resolves.toBe("gewijzigd door een medewerker");
  expect(await page.isDisabled("role=button[name='Ongedaan maken']")).toBe(true);
});

it("shows the task pane beside the sheet, with Microsoft's own library in it", async () => {
  const paneel = page.frameLocator("iframe");
  await paneel.getByLabel("Activeringscode").waitFor();
  await page.click("role=button[name='Taakvenster']");
  expect(await page.isVisible("iframe")).toBe(false);
});
