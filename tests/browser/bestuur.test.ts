/**
 * A board with several schools in one list, through Microsoft's unmodified office.js and the real service: one code, one list as it
 * stands with a column for the school, one press, and a receipt for each school.
 */
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { bewaarWerkmap, type Wijziging } from "../../src/workbook/xlsx/bewaren";
import { nieuweWerkmap } from "../../src/workbook/xlsx/werkmap";
import { beheer, geefUitvoer } from "./beheer";
import { type Omgeving, startOmgeving } from "./omgeving";

jest.setTimeout(180_000);

const BLAD = "Alle scholen";
const BESTUUR = "Stichting Proefscholen";
const SCHOLEN = ["Basisschool De Iep", "OBS Het Kompas", "Basisschool De Zwaluw Noord", "Basisschool De Zwaluw Zuid"];
/** What the list calls the schools, its file and its sheet; it must stay in the workbook. */
const STAYS = /Zwaluwnest|bestuurslijst|Alle scholen/i;

interface Uitvoer {
  readonly organisaties: readonly { readonly naam: string; readonly bestuur: string | null; readonly registraties: readonly { readonly versie: number; readonly kenmerk: string; readonly staat: { readonly maanden: readonly { readonly gestart: number }[] } }[] }[];
}

let omgeving: Omgeving;
let context: BrowserContext;
let page: Page;
let pane: FrameLocator;
const requests: string[] = [];
const problems: string[] = [];

beforeAll(async () => {
  omgeving = await startOmgeving();
  for (const naam of SCHOLEN) await beheer(omgeving.dataFolder, "organisatie", "toevoegen", "--naam", naam, "--sector", "onderwijs", "--bestuur", BESTUUR);
  context = await omgeving.context({ viewport: { width: 1400, height: 900 } });
  page = await context.newPage();
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
  await page.goto(omgeving.url);
  pane = page.frameLocator("iframe").first();
  await pane.getByLabel("Activeringscode").waitFor();
  const choose = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Openen" }).click();
  await (await choose).setFiles({ name: "bestuurslijst.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: Buffer.from(bestuurslijst()) });
  await page.getByRole("tab", { name: BLAD }).waitFor();
});

afterAll(() => omgeving?.close());

const knop = (naam: string) => pane.getByRole("button", { name: naam, exact: true });
const cel = (adres: string) => page.locator(`[data-cel="${adres}"]`);

/** A day in the month that lies `maanden` before this one, so that the test holds in any month. */
function dagIn(maanden: number, dag: number): Date {
  const nu = new Date();
  return new Date(Date.UTC(nu.getFullYear(), nu.getMonth() - maanden, dag));
}

const serie = (maanden: number, dag: number): number => dagIn(maanden, dag).getTime() / 86_400_000 + 25_569;

/** As a person types it. */
function datum(maanden: number, dag: number): string {
  const d = dagIn(maanden, dag);
  return `${d.getUTCDate()}-${d.getUTCMonth() + 1}-${d.getUTCFullYear()}`;
}

/** Two cases of each of three schools; the fourth has none. One school is called otherwise than in the register. */
function bestuurslijst(): Uint8Array {
  const rijen: (string | number)[][] = [["School", "Nr", "Startdatum", "SISA-signaal", "Consultatie", "Stap 5", "Einddatum"]];
  for (const [i, school] of ["De Iep", "Kompas", "Zwaluwnest", "De Iep", "Kompas", "Zwaluwnest"].entries()) {
    rijen.push([school, `Z-${i % 3}`, serie(i < 3 ? 3 : 2, 4 + i), "Ja", "Intern", "Hulp", serie(i < 3 ? 3 : 2, 20 + i)]);
  }
  const cellen = rijen.flatMap((rij, r) => rij.map((waarde, k): Wijziging => ({ soort: "cel", blad: BLAD, rij: r + 1, kolom: k + 1, waarde, ...(r > 0 && typeof waarde === "number" && { opmaak: { getalnotatie: "dd-mm-yyyy" } }) })));
  return bewaarWerkmap(nieuweWerkmap(BLAD), cellen);
}

async function staten(): Promise<Record<string, { versies: number[]; gestart: number }>> {
  const { organisaties } = (await beheer(omgeving.dataFolder, "export")) as Uitvoer;
  return Object.fromEntries(
    organisaties.filter(({ bestuur }) => bestuur === BESTUUR).map(({ naam, registraties }) => [naam, { versies: registraties.map(({ versie }) => versie), gestart: registraties.flatMap(({ staat }) => staat.maanden).reduce((som, { gestart }) => som + gestart, 0) }]),
  );
}

test("the board's code activates all its schools, and its list is read as it stands; only the name that is not in the register is asked", async () => {
  const { activeringscode } = (await beheer(omgeving.dataFolder, "activeringscode", "--bestuur", BESTUUR)) as { activeringscode: string };
  await pane.getByLabel("Activeringscode").fill(activeringscode);
  await knop("Activeren").click();
  await pane.getByText(BESTUUR).waitFor();
  // The headers are ours, so it is found at once; whose rows they are, nothing says yet.
  const eigen = knop("Eigen lijst gebruiken").or(knop("De kolom aanwijzen"));
  await eigen.click();
  await pane.getByLabel(/^Zwaluwnest/).selectOption({ label: "Basisschool De Zwaluw Noord" });
  await knop("Deze lijst gebruiken").click();
  await pane.getByText("Klaar om te verzenden").waitFor();
  await pane.getByText("Te verzenden: alle 4 scholen.").waitFor();
  expect(await pane.locator("summary").filter({ hasText: "Te verzenden" }).count()).toBe(4);
});

test("one press sends for each school with its own key: one receipt each, on the sheet Verzonden and at the Servicepunt", async () => {
  await knop("Alles verzenden").click();
  await pane.getByText("Alles is verzonden").waitFor();
  expect(await staten()).toEqual({
    "Basisschool De Iep": { versies: [1], gestart: 2 },
    "OBS Het Kompas": { versies: [1], gestart: 2 },
    "Basisschool De Zwaluw Noord": { versies: [1], gestart: 2 },
    "Basisschool De Zwaluw Zuid": { versies: [1], gestart: 0 },
  });
  await page.getByRole("tab", { name: "Verzonden" }).click();
  const namen = await Promise.all([5, 6, 7, 8, 9].map(async (rij) => (await cel(`C${rij}`).innerText()).trim()));
  expect(namen.sort()).toEqual(["", ...SCHOLEN].sort());
  const puts = requests.filter((request) => request.startsWith("PUT"));
  expect(new Set(puts.map((request) => /organisaties\/([^/]+)/.exec(request)?.[1])).size).toBe(4);
});

test("a correction of one school sends only that school, after it was shown by name", async () => {
  await page.getByRole("tab", { name: BLAD }).click();
  const eerder = requests.length;
  await cel("F3").click();
  await page.keyboard.type("Melding");
  await page.keyboard.press("Enter");
  await cel("G3").click();
  await page.keyboard.press("Delete");
  await pane.getByText("Te verzenden: 1 van de 4 scholen.").waitFor();
  await knop("Alles verzenden").click();
  await pane.getByText("Controleer wat er verandert").waitFor();
  await pane.getByRole("main").getByText("OBS Het Kompas").waitFor();
  await knop("Correctie verzenden").click();
  await pane.getByText("Alles is verzonden").waitFor();
  expect(Object.values(await staten()).map(({ versies }) => versies[0])).toEqual(expect.arrayContaining([1, 2]));
  expect((await staten())["OBS Het Kompas"]?.versies).toEqual([2]);
  expect(requests.slice(eerder).filter((request) => request.startsWith("PUT"))).toHaveLength(1);
});

test("a row without a school stops everything, until the list says whose it is", async () => {
  await cel("A8").click();
  for (const waarde of ["", "Z-9", datum(1, 2), "Ja", "Intern", "Hulp", datum(1, 9)]) {
    if (waarde) await page.keyboard.type(waarde);
    await page.keyboard.press("Tab");
  }
  await pane.getByText("Bij 1 rij is niet duidelijk van welke school zij is").waitFor();
  await cel("A8").click();
  await page.keyboard.type("De Iep");
  await page.keyboard.press("Enter");
  await pane.getByText("Te verzenden: 1 van de 4 scholen.").waitFor();
});

test("what the schools are called, and names of the file and the sheet, stay in the workbook", async () => {
  expect(requests.filter((request) => STAYS.test(request))).toEqual([]);
  expect(`${await geefUitvoer(omgeving.dataFolder)}${omgeving.log()}`).not.toMatch(STAYS);
  expect(problems).toEqual([]);
});
