/**
 * What a municipality asks changes while the pane is open: through Microsoft's unmodified office.js and the whole product. The pane says
 * so, adds the columns at a press, one undo takes them back, and what is filled in arrives as counts.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { openWerkmap } from "../../src/workbook/xlsx/werkmap";
import { beheer, voegOrganisatieToe } from "./beheer";
import { verstrijk, verzetKlok } from "./klok";
import { type Omgeving, startOmgeving } from "./omgeving";

jest.setTimeout(180_000);

const map = mkdtempSync(path.join(tmpdir(), "meldcode-vraagstelling-"));
let omgeving: Omgeving;
let page: Page;
let pane: FrameLocator;
const requests: string[] = [];
const problems: string[] = [];

beforeAll(async () => {
  omgeving = await startOmgeving();
  const { activeringscode } = await voegOrganisatieToe(omgeving.dataFolder, "De Vuurtoren", "onderwijs");
  const context = await omgeving.context({ viewport: { width: 1500, height: 900 } });
  await context.addInitScript(verzetKlok);
  page = await context.newPage();
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => requests.push(`${request.url()} ${request.postData() ?? ""}`));
  await page.goto(omgeving.url);
  pane = page.frameLocator("iframe").first();
  await pane.getByLabel("Activeringscode").fill(activeringscode);
  await knop("Activeren").click();
  await knop("Registratie starten").click();
  await page.getByRole("tab", { name: "Meldcode" }).waitFor();
  for (const rij of [2, 3, 4]) await typRij(`A${rij}`, ["", "", "5-1-2026", "Ja", "Intern", "Hulp", "20-1-2026"]);
  await pane.getByText("Klaar om te verzenden").waitFor();
});

afterAll(async () => {
  await omgeving?.close();
  rmSync(map, { recursive: true, force: true });
});

const knop = (naam: string) => pane.getByRole("button", { name: naam, exact: true });
const cel = (adres: string) => page.locator(`[data-cel="${adres}"]`);

async function typRij(vanaf: string, waarden: readonly string[]): Promise<void> {
  await cel(vanaf).click();
  for (const waarde of waarden) {
    if (waarde !== "") await page.keyboard.type(waarde);
    await page.keyboard.press("Tab");
  }
}

/** The user was away for more than an hour, and looks at the workbook again. */
async function komTerug(): Promise<void> {
  await verstrijk(page, 2 * 3_600_000);
  for (const frame of page.frames()) await frame.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}

test("the pane says what the municipality asks besides, and adds the columns at one press", async () => {
  await beheer(omgeving.dataFolder, "beleid", "zetten", "leeftijdsgroep=2026-01", "kinderen=2026-01");
  expect(await pane.getByText("Uw gemeente vraagt meer").count()).toBe(0);
  await komTerug();
  await pane.getByText("Uw gemeente vraagt vanaf januari 2026 ook: Leeftijdsgroep en Aantal kinderen.").waitFor();
  expect(await pane.getByText("Klaar om te verzenden").count()).toBe(1);

  await knop("Kolommen toevoegen").click();
  await pane.getByText("2 kolommen toegevoegd, rechts in de tabel. Met Ctrl+Z maakt u het ongedaan.").waitFor();
  await pane.getByText("Uw gemeente vraagt meer").waitFor({ state: "detached" });
  expect([await cel("H1").textContent(), await cel("I1").textContent()]).toEqual([expect.stringContaining("Leeftijdsgroep"), expect.stringContaining("Aantal kinderen")]);
});

test("one undo takes them back, and the pane says again what is asked", async () => {
  await cel("A1").click();
  await page.keyboard.press("Control+z");
  await pane.getByText("Uw gemeente vraagt meer").waitFor();
  expect(await cel("H1").textContent()).toBe("");
  await knop("Kolommen toevoegen").click();
  await pane.getByText("Uw gemeente vraagt meer").waitFor({ state: "detached" });
});

test("what is filled in there arrives as counts, and what is left empty as onbekend", async () => {
  await typRij("H2", ["4 t/m 11 jaar", "2"]);
  await pane.getByText("Leeftijdsgroep ontbreekt").waitFor();
  await typRij("H3", ["15", ""]);
  await knop("Verzenden").click();
  await pane.getByText("Ontvangen door de gemeente").waitFor();
  const verzonden = requests.filter((request) => request.includes('"schema":"registratie/1"')).map((request) => JSON.parse(request.slice(request.indexOf("{"))));
  expect(verzonden.at(-1).uitsplitsingen).toMatchObject([{ aantal: 3, leeftijdsgroep: { j4tot11: 1, j12tot17: 1, onbekend: 1 }, kinderen: { k2: 1, onbekend: 2 } }]);
});

test("SISA gets another name, and goes, without the pane being opened again", async () => {
  await beheer(omgeving.dataFolder, "beleid", "zetten", "sisaLabel=VIR-melding");
  await komTerug();
  await cel("D2").click();
  await page.keyboard.type("misschien");
  await page.keyboard.press("Enter");
  await pane.getByText("VIR-melding niet begrepen").waitFor();
  await beheer(omgeving.dataFolder, "beleid", "zetten", "sisaLabel=");
  await komTerug();
  await pane.getByText("Klaar om te verzenden").waitFor();
  await knop("Hulp").click();
  await pane.getByText("Wat wordt gelezen").click();
  await pane.getByText("Startdatum, Consultatie, Stap 5, Einddatum, Leeftijdsgroep en Aantal kinderen").waitFor();
  expect(await pane.getByText(/SISA|VIR/).count()).toBe(0);
  expect(problems).toEqual([]);
});

test("on the page without the add-in the column comes in the file that is saved", async () => {
  const bestand = path.resolve(__dirname, "../werkmappen/libreoffice-tabel-meldcode.xlsx");
  const { activeringscode } = await voegOrganisatieToe(omgeving.dataFolder, "De Boei", "onderwijs");
  await beheer(omgeving.dataFolder, "beleid", "zetten", "sisaLabel=SISA-signaal", "leeftijdsgroep=", "kinderen=", "bekendheid=2026-01");
  const zonder = await (await omgeving.context({ viewport: { width: 320, height: 900 } })).newPage();
  zonder.on("pageerror", (error) => problems.push(error.message));
  await zonder.addInitScript(() => void Reflect.deleteProperty(window, "showOpenFilePicker"));
  await zonder.goto(`${omgeving.url}/controleren`);
  const kies = zonder.waitForEvent("filechooser");
  await zonder.getByRole("button", { name: "Bestand kiezen" }).first().click();
  await (await kies).setFiles(bestand);
  await zonder.getByLabel("Activeringscode").fill(activeringscode);
  await zonder.getByRole("button", { name: "Activeren", exact: true }).click();
  await zonder.getByText("Uw gemeente vraagt vanaf januari 2026 ook: Nieuw of bekend.").waitFor();
  await zonder.getByRole("button", { name: "Kolom toevoegen" }).click();
  await zonder.getByText("1 kolom toegevoegd, rechts van de lijst. Bewaar het bestand om haar te houden.").waitFor();
  const download = zonder.waitForEvent("download");
  await zonder.getByRole("button", { name: "Bestand bewaren" }).first().click();
  const bewaard = path.join(map, "bewaard.xlsx");
  await (await download).saveAs(bewaard);
  const { tabellen } = openWerkmap(new Uint8Array(readFileSync(bewaard)));
  expect(tabellen.find(({ naam }) => naam === "Meldcode")?.kolommen.at(-1)).toBe("Nieuw of bekend");
  expect(await zonder.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(problems).toEqual([]);
});
