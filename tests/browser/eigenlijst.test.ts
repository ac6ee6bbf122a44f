/**
 * A list of someone's own, through Microsoft's unmodified office.js: from the first time it is opened to the receipt, and the month
 * after. What a person does is counted: each click, each choice, each thing typed.
 */
import path from "node:path";
import type { BrowserContext, FrameLocator, Locator, Page } from "playwright-core";
import { geefUitvoer, voegOrganisatieToe } from "./beheer";
import { verzetKlok, zetMoment } from "./klok";
import { type Omgeving, startOmgeving, wachtOpCel } from "./omgeving";

jest.setTimeout(180_000);

const LIJST = path.resolve(__dirname, "../eigenlijsten/basisschool.xlsx");
/** Names of the file and the sheet, headers, and words of the list: none of it may leave the browser. */
const STAYS = /basisschool\.xlsx|Schooljaar 25|Leerlingnummer|Wijkteam ingeschakeld|Zorgmelding|Jeugdteam/i;
/** The dates in the list lie before this. */
const JUNI = new Date("2026-06-15T10:00:00+02:00");
const JULI = new Date("2026-07-10T10:00:00+02:00");

let omgeving: Omgeving;
let context: BrowserContext;
let page: Page;
let pane: FrameLocator;
let activeringscode: string;
let handelingen = 0;
const requests: string[] = [];
const problems: string[] = [];

beforeAll(async () => {
  omgeving = await startOmgeving();
  ({ activeringscode } = await voegOrganisatieToe(omgeving.dataFolder, "De Vuurtoren", "onderwijs"));
  context = await omgeving.context({ viewport: { width: 1400, height: 900 } });
  await context.addInitScript(verzetKlok);
  page = await context.newPage();
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => requests.push(`${request.url()} ${request.postData() ?? ""}`));
  await page.goto(omgeving.url);
  await zetMoment(page, JUNI);
  pane = page.frameLocator("iframe").first();
  await pane.getByLabel("Activeringscode").waitFor();
  const choose = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Openen" }).click();
  await (await choose).setFiles(LIJST);
  await page.getByRole("tab", { name: "Schooljaar 25-26" }).waitFor();
});

afterAll(() => omgeving?.close());

const knop = (naam: string) => pane.getByRole("button", { name: naam, exact: true });
const cel = (adres: string) => page.locator(`[data-cel="${adres}"]`);

async function doe(handeling: () => Promise<unknown>): Promise<void> {
  handelingen += 1;
  await handeling();
}

const klik = (wat: Locator): Promise<void> => doe(() => wat.click());

async function lijstInhoud(): Promise<string[]> {
  return page.locator("[data-cel]").evaluateAll((cellen) => cellen.map((c) => `${c.getAttribute("data-cel") ?? ""} ${c.textContent ?? ""}`).filter((tekst) => /^[A-I](\d|1[0-3]) ./.test(tekst)));
}

test("from opening it for the first time to the receipt takes at most ten actions, the activation code included", async () => {
  const vooraf = await lijstInhoud();
  await doe(() => pane.getByLabel("Activeringscode").fill(activeringscode));
  await klik(knop("Activeren"));
  await klik(knop("Eigen lijst gebruiken"));
  await pane.getByText("Nog 2 vragen te beantwoorden.").waitFor();
  await klik(pane.getByRole("radio", { name: /^Datum/ }));
  await doe(() => pane.getByLabel(/^Zorgmelding/).selectOption("Melding"));
  await klik(knop("Zo klopt het"));
  await pane.getByText("Zo gelezen: 9 zaken.").waitFor();
  await klik(knop("Deze lijst gebruiken"));
  await pane.getByText("Klaar om te verzenden").waitFor();
  await klik(knop("Verzenden"));
  await pane.getByText("Ontvangen door de gemeente").waitFor();
  expect(handelingen).toBeLessThanOrEqual(10);

  await page.getByRole("tab", { name: "Koppeling" }).waitFor();
  await page.getByRole("tab", { name: "Schooljaar 25-26" }).click();
  expect(vooraf.length).toBeGreaterThan(50);
  expect(await lijstInhoud()).toEqual(vooraf);
});

test("the month after, a row is typed and sent: two", async () => {
  handelingen = 0;
  await zetMoment(page, JULI);
  await doe(async () => {
    await cel("A14").click();
    for (const waarde of ["4163", "2b", "2-7-2026", "j", "ja", "intern", "Zorgmelding", "8-7-2026"]) {
      await page.keyboard.type(waarde);
      await page.keyboard.press("Tab");
    }
  });
  await klik(knop("Verzenden"));
  await pane.getByText("Ontvangen door de gemeente").waitFor();
  await pane.getByText("Alles is verzonden").waitFor();
  expect(handelingen).toBe(2);
  const verzonden = requests.filter((request) => request.includes('"schema":"registratie/1"')).map((request) => JSON.parse(request.slice(request.indexOf("{"))));
  expect(verzonden.at(-1).maanden.at(-1)).toEqual({ periode: "2026-07", gestart: 1, afgesloten: 1 });
});

test("a finding points into the own list, and a new word is asked once", async () => {
  await cel("G14").click();
  await page.keyboard.type("Jeugdteam");
  await page.keyboard.press("Enter");
  await pane.getByText("Nieuw in uw lijst").waitFor();
  await pane.getByRole("button", { name: "Ga naar cel G14", exact: true }).click();
  await wachtOpCel(page, "G14");
  await knop("Bekijken en beantwoorden").click();
  await pane.getByLabel(/^Jeugdteam/).selectOption("Hulp");
  await knop("Deze lijst gebruiken").click();
  await pane.getByText("Klaar om te verzenden").waitFor();
  expect(await pane.getByText("Nieuw in uw lijst").count()).toBe(0);
});

test("headers, words and names stay in the workbook", async () => {
  expect(requests.filter((request) => STAYS.test(request))).toEqual([]);
  expect(`${await geefUitvoer(omgeving.dataFolder)}${omgeving.log()}`).not.toMatch(STAYS);
  expect(problems).toEqual([]);
});
