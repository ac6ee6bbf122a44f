/**
 * A list with a sheet per month, in Excel (Microsoft's unmodified office.js) and on the page without the add-in: the month that comes
 * on a sheet of its own is taken along and sent in two actions.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { stelKoppelingVoor } from "../../src/meldcode/koppeling/voorstel/voorstel";
import { rondAf, type Vraag } from "../../src/meldcode/koppeling/voorstel/vragen";
import { maakBestandWerkboek } from "../../src/workbook/bestand/bestandWerkboek";
import { leesBron } from "../../src/workbook/bron";
import { voegOrganisatieToe } from "./beheer";
import { verzetKlok, zetMoment } from "./klok";
import { type Omgeving, startOmgeving } from "./omgeving";

jest.setTimeout(180_000);

/** Januari, Februari and Maart; cases that go on stand on the next sheet too. */
const LIJST = path.resolve(__dirname, "../eigenlijsten/kinderopvang.xlsx");
const APRIL = [
  ["Casusnummer", "Locatie", "Datum gestart", "SISA signaal afgegeven", "Consultatie", "Uitkomst stap 5", "Datum afgesloten"],
  ["KDV-05", "De Hoek", "19-2-2026", "Ja", "Intern", "", ""],
  ["KDV-08", "Pluk", "7-4-2026", "Ja", "Intern", "Hulp", "20-4-2026"],
];

let omgeving: Omgeving;
const problems: string[] = [];
beforeAll(async () => {
  omgeving = await startOmgeving();
});
afterAll(async () => {
  await omgeving?.close();
  expect(problems).toEqual([]);
});

async function opDag(dag: string, adres: string): Promise<{ page: Page; zetDag: (dag: string) => Promise<void> }> {
  const context = await omgeving.context({ viewport: { width: 1400, height: 900 } });
  await context.addInitScript(verzetKlok);
  const page = await context.newPage();
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(adres);
  const zetDag = (nieuw: string) => zetMoment(page, new Date(nieuw));
  await zetDag(dag);
  return { page, zetDag };
}

const knop = (waar: Page | FrameLocator, naam: string) => waar.getByRole("button", { name: naam, exact: true });

test("in Excel a month on a new sheet is Meenemen and Verzenden, and nothing goes without it in silence", async () => {
  const { activeringscode } = await voegOrganisatieToe(omgeving.dataFolder, "De Hoek en Pluk", "kinderopvang");
  const { page, zetDag } = await opDag("2026-03-31T10:00:00+02:00", omgeving.url);
  const pane = page.frameLocator("iframe").first();
  await pane.getByLabel("Activeringscode").waitFor();
  const choose = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Openen" }).click();
  await (await choose).setFiles(LIJST);
  await page.getByRole("tab", { name: "Maart" }).waitFor();
  await pane.getByLabel("Activeringscode").fill(activeringscode);
  await knop(pane, "Activeren").click();
  await knop(pane, "Eigen lijst gebruiken").click();
  await pane.getByRole("radio", { name: "Ja", exact: true }).click();
  await knop(pane, "Deze lijst gebruiken").click();
  await knop(pane, "Verzenden").click();
  await pane.getByText("Ontvangen door de gemeente").waitFor();

  await zetDag("2026-04-30T10:00:00+02:00");
  await knop(page, "Blad toevoegen").click();
  const naam = await page.locator('[role="tab"][aria-selected="true"]').first().innerText();
  await page.evaluate((tekst) => window.standin?.plak("A3", tekst), APRIL.map((cellen) => cellen.join("\t")).join("\n"));
  await pane.getByRole("region", { name: `Nieuw blad: ${naam}` }).waitFor();

  // Who does not answer it is asked.
  await knop(pane, "Verzenden").click();
  await pane.getByText(`Blad ‘${naam}’ hoort nog niet bij de lijst`).waitFor();
  await knop(pane, "Zonder dit blad verzenden").waitFor();
  await knop(pane, "Nu niet").click();

  await knop(pane, "Meenemen").click();
  await pane.getByRole("region", { name: `Nieuw blad: ${naam}` }).waitFor({ state: "detached" });
  await knop(pane, "Verzenden").click();
  await pane.getByText("Ontvangen door de gemeente").waitFor();
  await pane.getByText("Alles is verzonden").waitFor();
});

test("on the page without the add-in too", async () => {
  const { activeringscode } = await voegOrganisatieToe(omgeving.dataFolder, "Peuterhoek", "kinderopvang");
  const { page } = await opDag("2026-04-30T10:00:00+02:00", `${omgeving.url}/controleren`);
  await page.evaluate(
    (base64) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], "lijst.xlsx"));
      document.querySelector("main")?.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
    },
    Buffer.from(await zonderMaart()).toString("base64"),
  );
  await page.getByLabel("Activeringscode").fill(activeringscode);
  await knop(page, "Activeren").click();
  await page.getByRole("region", { name: "Nieuw blad: Maart" }).waitFor();
  await knop(page, "Meenemen").click();
  await page.getByText("de bladen ‘Januari’, ‘Februari’ en ‘Maart’").waitFor();
  await knop(page, "Verzenden").click();
  await page.getByText("Ontvangen door de gemeente").waitFor();
});

/** The list as it was mapped at the end of February. */
async function zonderMaart(): Promise<Uint8Array> {
  const bytes = new Uint8Array(readFileSync(LIJST));
  const { koppeling, vragen } = stelKoppelingVoor(await leesBron("lijst.xlsx", bytes));
  const bestand = await maakBestandWerkboek("lijst.xlsx", bytes);
  const heel = rondAf(koppeling, vragen.map((vraag): Vraag => (vraag.soort === "zelfde-zaak" ? { ...vraag, antwoord: true } : vraag)));
  await bestand.bewaarKoppeling({ ...heel, bereiken: heel.bereiken.slice(0, 2) });
  return bestand.bytes;
}
