/** Twelve old monthly forms, chosen at once in the pane with Microsoft's own library: asked, agreed to, in the list in one step, sent. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { geefUitvoer, voegOrganisatieToe } from "./beheer";
import { type Omgeving, startOmgeving } from "./omgeving";

jest.setTimeout(180_000);

const FOLDER = path.resolve(__dirname, "../formulieren");
const EXPECTED: { bestanden: string[]; zaken: number; vaker: number } = JSON.parse(readFileSync(path.join(FOLDER, "verwacht.json"), "utf8"));
/** Employees, in headings, columns and names of files. */
const CANARY = /kanarie|vogelzang|petra/i;
let omgeving: Omgeving;
let context: BrowserContext;
let page: Page;
let pane: FrameLocator;
const requests: { method: string; text: string }[] = [];
const problems: string[] = [];

beforeAll(async () => {
  omgeving = await startOmgeving();
  const { activeringscode } = await voegOrganisatieToe(omgeving.dataFolder, "Kinderopvang De Zonnebloem", "kinderopvang");
  context = await omgeving.context({ viewport: { width: 1400, height: 900 } });
  page = await context.newPage();
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => requests.push({ method: request.method(), text: `${request.url()} ${request.postData() ?? ""}` }));
  await page.goto(omgeving.url);
  pane = page.frameLocator("iframe").first();
  await pane.getByLabel("Activeringscode").fill(activeringscode);
  await knop("Activeren").click();
});
afterAll(() => omgeving?.close());

const knop = (naam: string | RegExp) => pane.getByRole("button", { name: naam, exact: typeof naam === "string" });
const cel = (adres: string) => page.locator(`[data-cel="${adres}"]`);
const vraag = (titel: string) => pane.getByRole("group", { name: titel });

test("the twelve are chosen at once, and what their words mean is asked once", async () => {
  await knop("Oude formulieren inlezen").click();
  await pane.getByText("van medewerkers worden weggelaten").waitFor();
  const chooser = page.waitForEvent("filechooser");
  await knop("Bestanden kiezen").click();
  await (await chooser).setFiles(EXPECTED.bestanden.map((name) => path.join(FOLDER, name)));
  await pane.getByText("voor alle 12 bestanden samen").waitFor();
  expect(await knop("Zo klopt het").count()).toBe(2);
  await knop("Zo klopt het").first().click();
  await knop("Zo klopt het").last().click();
  await knop("Verder").click();
});

test("what may be one case, and what differs, is shown side by side with its month", async () => {
  await pane.getByRole("heading", { name: /zaken in 12 bestanden/ }).waitFor();
  await knop("Naar de 5 vragen").waitFor();
  const [een, twee] = [vraag("Is dit dezelfde zaak?").first(), vraag("Is dit dezelfde zaak?").last()];
  expect(await een.getByRole("columnheader").allInnerTexts()).toEqual([expect.stringContaining("februari 2025"), expect.stringContaining("maart 2025")]);
  await een.getByText("Ja, het is één zaak").click();
  expect(await twee.innerText()).toContain("precies gelijk");
  await twee.getByText("Nee, het zijn twee zaken").click();
  await vraag("Wat is juist bij SISA-signaal?").getByRole("radio", { name: /^Ja, volgens maart/ }).click();
  await vraag("Wat is juist bij Einddatum?").getByRole("radio", { name: /^14-4-2025/ }).click();
  await vraag("Wat is juist bij Consultatie?").getByRole("radio", { name: /^Extern/ }).click();
  await pane.getByRole("heading", { name: `${EXPECTED.zaken} zaken in 12 bestanden` }).waitFor();
  await pane.getByText(`${EXPECTED.vaker} zaken kwamen in meer dan één formulier voor`).waitFor();
});

test("nothing was written or sent until then", async () => {
  expect(await page.getByRole("tab", { name: "Meldcode" }).count()).toBe(0);
  expect(requests.filter(({ method }) => method !== "GET").map(({ text }) => text.split(" ")[0])).toEqual([expect.stringContaining("/activeringen")]);
});

test("after agreeing they stand in the list by start date, and one undo takes them all back", async () => {
  await knop(`${EXPECTED.zaken} zaken toevoegen`).click();
  await pane.getByText("Klaar om te verzenden").waitFor();
  await pane.getByText("39 zaken uit oude formulieren staan nu in de lijst").waitFor();
  await page.getByRole("tab", { name: "Meldcode" }).click();
  expect([await cel("A2").innerText(), await cel("C2").innerText(), await cel("G2").innerText()]).toEqual(["ZB-01", "06-01-2025", "20-01-2025"]);
  await page.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(cel("A2").innerText()).resolves.toBe("");
  await page.getByRole("button", { name: "Opnieuw", exact: true }).click();
  await expect(cel("A2").innerText()).resolves.toBe("ZB-01");
});

test("the list is checked and sent, with a receipt", async () => {
  await pane.getByText("Klaar om te verzenden").waitFor();
  await knop("Verzenden").click();
  await pane.getByText("Ontvangen door de gemeente").waitFor();
  await pane.getByText(/MM-\d{4}-/).first().waitFor();
  const sent = requests.filter(({ method }) => method === "PUT");
  expect(sent).toHaveLength(1);
  const { maanden } = JSON.parse(sent[0]?.text.slice(sent[0].text.indexOf("{")) ?? "{}") as { maanden: { gestart: number }[] };
  expect(maanden.reduce((som, { gestart }) => som + gestart, 0)).toBe(EXPECTED.zaken);
});

test("no name of an employee reached a request, the storage, the page or the service", async () => {
  expect(requests.filter(({ text }) => CANARY.test(text))).toEqual([]);
  expect(JSON.stringify(await context.storageState({ indexedDB: true }))).not.toMatch(CANARY);
  expect(await pane.locator("body").innerText()).not.toMatch(CANARY);
  expect(`${await geefUitvoer(omgeving.dataFolder)}${omgeving.log()}`).not.toMatch(CANARY);
  expect(problems).toEqual([]);
});
