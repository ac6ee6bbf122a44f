/**
 * The main job as a person does it, with Microsoft's unmodified office.js in a real browser: from the first row to a
 * receipt, a correction of an older month, and the overview of the Servicepunt.
 */
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { type Omgeving, startOmgeving, wachtOpCel } from "./omgeving";
import { geefUitvoer, type Organisatietoegang, voegOrganisatieToe } from "./beheer";

jest.setTimeout(180_000);

let omgeving: Omgeving;
let context: BrowserContext;
let page: Page;
let pane: FrameLocator;
let organisatie: Organisatietoegang;
const problems: string[] = [];
/** Planted in references, teams, a free column and its header; it must stay in the workbook. */
const CANARY = /kanarie/i;

beforeAll(async () => {
  omgeving = await startOmgeving();
  organisatie = await voegOrganisatieToe(omgeving.dataFolder, "Basisschool De Proef", "onderwijs");
  context = await omgeving.context({ viewport: { width: 1400, height: 900 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = await context.newPage();
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(omgeving.url);
  pane = page.frameLocator("iframe").first();
});

afterAll(() => omgeving?.close());

const knop = (naam: string | RegExp) => pane.getByRole("button", { name: naam, exact: typeof naam === "string" });
const cel = (adres: string) => page.locator(`[data-cel="${adres}"]`);

/** Types as a person does: a value, Tab, the next. */
async function typeRij(adres: string, waarden: readonly string[]): Promise<void> {
  await cel(adres).click();
  for (const waarde of waarden) {
    if (waarde) await page.keyboard.type(waarde);
    await page.keyboard.press("Tab");
  }
}

async function typeIn(adres: string, waarde: string): Promise<void> {
  await cel(adres).click();
  await page.keyboard.type(waarde);
  await page.keyboard.press("Enter");
}

async function plak(adres: string, rijen: readonly (readonly string[])[]): Promise<void> {
  await page.evaluate((tekst) => navigator.clipboard.writeText(tekst), rijen.map((rij) => rij.join("\t")).join("\n"));
  await cel(adres).click();
  await page.keyboard.press("Control+V");
}

/** d-m-jjjj in the month that lies `maanden` before this one, so that the test holds in any month. */
function datum(maanden: number, dag: number): string {
  const nu = new Date();
  const d = new Date(Date.UTC(nu.getFullYear(), nu.getMonth() - maanden, dag));
  return `${d.getUTCDate()}-${d.getUTCMonth() + 1}-${d.getUTCFullYear()}`;
}

test("an organisation activates with the code of the Servicepunt and starts its registratie", async () => {
  await pane.getByLabel("Activeringscode").fill(organisatie.activeringscode.toLowerCase().replaceAll("-", " "));
  await knop("Activeren").click();
  await knop("Registratie starten").click();
  await pane.getByText("Basisschool De Proef").waitFor();
  await page.getByRole("tab", { name: "Meldcode" }).waitFor();
  for (const [adres, kop] of Object.entries({ A1: "Kenmerk", C1: "Startdatum", D1: "SISA-signaal", F1: "Stap 5", G1: "Einddatum" })) {
    expect(await cel(adres).innerText()).toContain(kop);
  }
});

test("it types five rows, and sees at once what is not right", async () => {
  await typeRij("A2", ["Kanariekenmerk-1", "Kanarieteam", datum(2, 3), "Ja", "Intern", "Hulp", datum(2, 12)]);
  await typeRij("A3", ["K-2", "Noord", datum(2, 9), "ja", "extern", "Melding", datum(2, 8)]);
  await typeRij("A4", ["K-3", "Zuid", datum(2, 20), "N.v.t.", "beide", "Hulp", ""]);
  await typeRij("A5", ["K-4", "Zuid", datum(1, 2), "misschien", "Geen", "Geen van beide", datum(1, 4)]);
  await typeRij("A6", ["K-5", "Zuid", datum(1, 5), "Ja", "Intern", "", ""]);
  await pane.getByText("2 fouten in 2 rijen").waitFor();
  await knop(/G3/).waitFor();
  await knop(/D5/).waitFor();
});

test("it pastes fifty rows from elsewhere, free columns and all", async () => {
  const rijen = Array.from({ length: 50 }, (_, i) => [`Kanarieplak-${i}`, "Kanarieteam", datum(1 + (i % 2), 1 + (i % 27)), "Ja", "Intern", "Hulp", ""]);
  await plak("A7", rijen);
  await pane.getByText("2 fouten in 2 rijen").waitFor();
  await typeIn("H1", "Kanariekolom");
  await typeIn("H2", "Kanarienotitie");
});

test("it jumps to what is marked and repairs it", async () => {
  await knop(/D5/).click();
  await wachtOpCel(page, "D5");
  await typeIn("D5", "Nee");
  await typeIn("G3", datum(2, 15));
  await pane.getByText("Klaar om te verzenden").waitFor();
});

test("one click sends the counts, and the receipt stands on the sheet Verzonden", async () => {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PUT") sent.push(request.postData() ?? "");
  });
  await knop("Verzenden").click();
  await pane.getByText("Ontvangen door de gemeente").waitFor();
  await pane.getByText(/MM-\d{4}-/).first().waitFor();
  expect(sent).toHaveLength(1);
  expect(sent[0]).not.toMatch(CANARY);
  await page.getByRole("tab", { name: "Verzonden" }).waitFor();
});

test("an end date of two months ago is shown as a difference, and the second click sends the correction", async () => {
  await page.getByRole("tab", { name: "Meldcode" }).click();
  await typeIn("G4", datum(0, 1));
  await pane.getByText("Klaar om te verzenden").waitFor();
  await knop("Verzenden").click();
  await pane.getByText(/1 zaak afgesloten/).first().waitFor();
  await knop("Correctie verzenden").click();
  await pane.getByText("Ontvangen door de gemeente").waitFor();
  await pane.getByText("Alles is verzonden").waitFor();
});

test("the Servicepunt sees both", async () => {
  const servicepunt = await context.newPage();
  await servicepunt.goto(`${omgeving.url}/servicepunt`);
  await servicepunt.getByLabel(/naam/i).first().fill("servicepunt");
  await servicepunt.getByLabel(/wachtwoord/i).fill("demo-servicepunt");
  await servicepunt.getByRole("button", { name: /aanmelden/i }).click();
  await servicepunt.getByLabel(/zoek/i).first().fill("De Proef");
  await servicepunt.getByRole("button", { name: /De Proef/ }).or(servicepunt.getByRole("link", { name: /De Proef/ })).first().click();
  await servicepunt.getByText(/MM-\d{4}-/).nth(1).waitFor();
  expect(await servicepunt.getByText(/MM-\d{4}-/).count()).toBeGreaterThanOrEqual(2);
  await servicepunt.close();
});

test("nothing of a case is in the database or the log, and no page reported an error", async () => {
  const kept = `${await geefUitvoer(omgeving.dataFolder)}${omgeving.log()}`;
  expect(kept).not.toMatch(CANARY);
  expect(problems).toEqual([]);
});
