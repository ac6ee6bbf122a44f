/** The Servicepunt's page in a real browser, against the real endpoint with states that were really sent. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import { DEMO_ACCOUNT } from "../../src/endpoint/demo/organisaties";
import { datumVan } from "../../src/meldcode/datum";
import { maandnummer, type Periode, periodeVanDatum, periodenVanTot, periodeVanNummer, toonPeriode } from "../../src/meldcode/periode";
import { type Omgeving, startOmgeving } from "./omgeving";
import { meldAan as meldAanBij, vulAanmeldingIn } from "./servicepuntpagina";
import { verwachtGeenZijwaartsScrollen, verwachtToegankelijk } from "./toegankelijk";

jest.setTimeout(60_000);

let omgeving: Omgeving;
let context: BrowserContext;
let pagina: Page;
/** What the browser complained about: errors in a script, and what the content security policy stopped. */
let klachten: string[];

beforeAll(async () => {
  omgeving = await startOmgeving();
});
afterAll(async () => omgeving?.close());
beforeEach(async () => {
  context = await omgeving.context({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  klachten = [];
  pagina = await context.newPage();
  pagina.on("pageerror", (fout) => klachten.push(fout.message));
  pagina.on("console", (bericht) => {
    if (bericht.type() === "error" && !bericht.text().startsWith("Failed to load resource")) klachten.push(bericht.text());
  });
});
afterEach(async () => {
  await context.close();
  expect(klachten).toEqual([]);
});

const deze = periodeVanDatum(datumVan(new Date()));
/** Two months ago: its deadline has passed, whatever the policy. */
const oud = periodeVanNummer(maandnummer(deze) - 2);

const meldAan = (query = "") => meldAanBij(pagina, omgeving.url, query);

/** Adds an organisation on the page and answers its activation code. */
async function voegToe(naam: string, eenpersoons = false): Promise<string> {
  await pagina.getByRole("button", { name: "Organisatie toevoegen" }).click();
  const dialoog = pagina.getByRole("dialog");
  await dialoog.getByLabel("Naam").fill(naam);
  await dialoog.getByLabel("Sector").selectOption("jeugdhulp");
  if (eenpersoons) await dialoog.getByLabel("Eenpersoonspraktijk").check();
  await dialoog.getByRole("button", { name: "Toevoegen", exact: true }).click();
  const code = await dialoog.getByText(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/).innerText();
  await dialoog.getByRole("button", { name: "Sluiten" }).click();
  return code;
}

/** What the add-in of an organisation does: activates, and sends its whole state again and again. */
async function organisatieMetCode(activeringscode: string) {
  const json = { "content-type": "application/json" };
  const geactiveerd = await fetch(`${omgeving.url}/v1/activeringen`, { method: "POST", headers: json, body: JSON.stringify({ activeringscode }) });
  expect(geactiveerd.status).toBe(201);
  const { organisatie, toegangssleutel } = await geactiveerd.json();
  const registratieId = randomUUID();
  let etag: string | null = null;

  return async function zend(...maanden: readonly { gestart: number; afgesloten: number }[]): Promise<string> {
    const perioden: Periode[] = periodenVanTot(oud, deze);
    const antwoord = await fetch(`${omgeving.url}/v1/organisaties/${organisatie.organisatieId}/registraties/${registratieId}`, {
      method: "PUT",
      headers: { ...json, authorization: `Bearer ${toegangssleutel}`, ...(etag ? { "if-match": etag } : { "if-none-match": "*" }) },
      body: JSON.stringify({
        schema: "registratie/1",
        inzendingId: randomUUID(),
        vanaf: oud,
        tot: deze,
        minimum: 3,
        maanden: perioden.map((periode, i) => ({ periode, ...maanden[i] })),
        uitsplitsingen: [],
        bevestigdeVerlagingen: [],
      }),
    });
    expect([200, 201]).toContain(antwoord.status);
    etag = antwoord.headers.get("etag");
    return (await antwoord.json()).kenmerk;
  };
}

const vernieuw = () => pagina.getByRole("button", { name: "Vernieuwen" }).click();
const rij = (naam: string) => pagina.getByRole("row").filter({ has: pagina.getByRole("button", { name: naam, exact: true }) });

test("an organisation is added, sends, corrects, and the overview and its dossier show each", async () => {
  await meldAan("?van=" + oud + "&tot=" + deze);
  const zend = await organisatieMetCode(await voegToe("Jeugdzorg Het Proefstation"));
  const eerste = await zend({ gestart: 1, afgesloten: 0 }, { gestart: 0, afgesloten: 0 }, { gestart: 1, afgesloten: 0 });
  await vernieuw();
  const cellen = rij("Jeugdzorg Het Proefstation").getByRole("img");
  await cellen.first().and(pagina.getByLabel("Te laat, 1 gestart, 0 afgesloten")).waitFor();
  expect(await cellen.nth(2).getAttribute("aria-label")).toBe("Ontvangen, 1 gestart, 0 afgesloten");

  const tweede = await zend({ gestart: 1, afgesloten: 1 }, { gestart: 0, afgesloten: 0 }, { gestart: 1, afgesloten: 0 });
  await vernieuw();
  await cellen.first().and(pagina.getByLabel("Gecorrigeerd, na de uiterste dag ontvangen, 1 gestart, 1 afgesloten")).waitFor();

  await pagina.getByRole("button", { name: "Jeugdzorg Het Proefstation" }).click();
  const dossier = pagina.getByRole("dialog");
  await dossier.getByRole("heading", { name: tweede }).waitFor();
  expect(await dossier.getByRole("heading", { level: 3 }).allInnerTexts()).toEqual([tweede, eerste]);
  const wijzigingen = dossier.getByRole("list", { name: "Wat er veranderde" });
  expect((await wijzigingen.first().innerText()).replace(/\s+/g, " ")).toBe(`${toonPeriode(oud)} was 1 gestart, 0 afgesloten → wordt 1 gestart, 1 afgesloten`);
  expect(await wijzigingen.nth(1).innerText()).toContain("nulopgave");
});

test("a one-person practice shows that it responded and never how much: not in the overview, a search, its dossier or the page's data", async () => {
  await meldAan("?van=" + oud + "&tot=" + deze);
  const zend = await organisatieMetCode(await voegToe("Praktijk Alleen", true));
  await zend({ gestart: 4711, afgesloten: 4711 }, { gestart: 0, afgesloten: 0 }, { gestart: 0, afgesloten: 0 });
  await vernieuw();
  await rij("Praktijk Alleen").getByLabel("Te laat", { exact: true }).first().waitFor();
  await pagina.getByLabel("Zoeken").fill("alleen");
  await pagina.getByText("1 van", { exact: false }).first().waitFor();
  expect(await pagina.getByRole("main").innerText()).not.toMatch(/4\.?711/);
  const antwoord = pagina.waitForResponse(/\/organisaties\/ORG-/);
  await pagina.getByRole("button", { name: "Praktijk Alleen" }).click();
  expect(await (await antwoord).text()).not.toContain("4711");
  await pagina.getByRole("dialog").getByText("Dit is een eenpersoonspraktijk").waitFor();
  await pagina.getByRole("dialog").getByRole("heading", { level: 3 }).waitFor();
  expect(await pagina.getByRole("dialog").innerText()).not.toMatch(/4\.?711/);
});

test("filters stand in the address: a reload, a shared link and a session that ended bring them back", async () => {
  await meldAan();
  await pagina.getByLabel("Sector").selectOption("gezondheidszorg");
  await pagina.getByRole("button", { name: /^Ontbreekt / }).click();
  await pagina.getByLabel("Zoeken").fill("thuiszorg");
  await rij("Thuiszorg Rijnstroom (demo)").waitFor();
  const namen = () => pagina.getByRole("rowheader").getByRole("button").allInnerTexts();
  await pagina.reload();
  await rij("Thuiszorg Rijnstroom (demo)").waitFor();
  expect(await namen()).toEqual(["Thuiszorg Rijnstroom (demo)"]);

  await context.clearCookies();
  await vernieuw();
  await pagina.getByText("Uw filters staan er nog").waitFor();
  expect(await pagina.locator("body").innerText()).not.toContain("Thuiszorg");
  await vulAanmeldingIn(pagina);
  await rij("Thuiszorg Rijnstroom (demo)").waitFor();
  expect(await namen()).toEqual(["Thuiszorg Rijnstroom (demo)"]);
});

test("the page works with the keyboard alone: to the table, down, into an organisation, and back to where one was", async () => {
  await meldAan();
  const namen = pagina.getByRole("rowheader").getByRole("button");
  await namen.first().waitFor();
  await pagina.getByRole("region", { name: "Respons per organisatie en maand" }).focus();
  await pagina.keyboard.press("Tab");
  await pagina.keyboard.press("ArrowDown");
  await pagina.keyboard.press("ArrowDown");
  const derde = await namen.nth(2).innerText();
  expect(await pagina.evaluate(() => document.activeElement?.textContent)).toBe(derde);
  await pagina.keyboard.press("Enter");
  await pagina.getByRole("dialog").getByRole("heading", { name: derde }).waitFor();
  await pagina.keyboard.press("Escape");
  await pagina.getByRole("dialog").waitFor({ state: "detached" });
  expect(await pagina.evaluate(() => document.activeElement?.textContent)).toBe(derde);
});

test("the export is a file that says it is confidential, with the organisations that were asked for", async () => {
  await meldAan("?sector=justitie");
  const wachten = pagina.waitForEvent("download");
  await pagina.getByRole("link", { name: /CSV, vertrouwelijk/ }).click();
  const bestand = await wachten;
  expect(bestand.suggestedFilename()).toMatch(/vertrouwelijk.*\.csv$/);
  const inhoud = readFileSync(await bestand.path(), "utf8");
  expect(inhoud).toContain("Reclassering Zuiderpoort (demo)");
  expect(inhoud).not.toContain("Basisschool");
});

test.each([
  ["light", { colorScheme: "light" as const, width: 1280 }],
  ["dark", { colorScheme: "dark" as const, width: 1280 }],
  ["high contrast", { colorScheme: "dark" as const, forcedColors: "active" as const, width: 1280 }],
  ["200% zoom", { colorScheme: "light" as const, width: 640 }],
  ["320 px", { colorScheme: "light" as const, width: 320 }],
])("in %s nothing is out of reach or unreadable (WCAG 2.2 AA), and nothing scrolls sideways but the table", async (_, { width, ...media }) => {
  await pagina.emulateMedia(media);
  await pagina.setViewportSize({ width, height: 700 });
  await meldAan();
  await pagina.getByText("Basisschool De Vuurtoren (demo)").waitFor();
  await verwachtToegankelijk(pagina);
  await verwachtGeenZijwaartsScrollen(pagina);
  await pagina.getByRole("button", { name: "Basisschool De Vuurtoren (demo)" }).click();
  await pagina.getByRole("dialog").getByRole("heading", { level: 3 }).first().waitFor();
  await verwachtToegankelijk(pagina);
});

test("700 organisations scroll in a page that stays small, from the first to the last", async () => {
  await context.route("**/v1/servicepunt/responsoverzicht?*", async (route) => {
    const antwoord = await (await route.fetch()).json();
    const rijen = Array.from({ length: 700 }, (_, i) => {
      const voorbeeld = antwoord.rijen[i % antwoord.rijen.length];
      return { ...voorbeeld, organisatie: { ...voorbeeld.organisatie, organisatieId: `ORG-${i}`, naam: `Organisatie ${i}` } };
    });
    await route.fulfill({ json: { ...antwoord, rijen } });
  });
  await meldAan();
  await pagina.getByRole("button", { name: "Organisatie 0", exact: true }).focus();
  await pagina.keyboard.press("End");
  await pagina.getByRole("button", { name: "Organisatie 699", exact: true }).waitFor();
  expect(await pagina.evaluate(() => document.activeElement?.textContent)).toBe("Organisatie 699");
  expect(await pagina.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(4_000);
  // The focused row is not hidden behind the totals or the heading.
  const vrij = await pagina.evaluate(() => {
    const vak = document.activeElement?.getBoundingClientRect();
    return vak && document.elementFromPoint(vak.x + 5, vak.y + vak.height / 2) === document.activeElement;
  });
  expect(vrij).toBe(true);
});

test("a server that is gone and comes back: what was on the screen stays, and one click goes on", async () => {
  await meldAan("?sector=justitie");
  await rij("Reclassering Zuiderpoort (demo)").waitFor();
  await omgeving.stopServer();
  await vernieuw();
  await pagina.getByText("De server van de gemeente is niet bereikbaar.").waitFor();
  expect(await rij("Reclassering Zuiderpoort (demo)").isVisible()).toBe(true);
  await omgeving.startServer();
  await pagina.getByRole("button", { name: "Opnieuw proberen" }).click();
  await pagina.getByText("De server van de gemeente is niet bereikbaar.").waitFor({ state: "detached" });
  expect(await rij("Reclassering Zuiderpoort (demo)").isVisible()).toBe(true);
});

test("a wrong password is told in plain words, and the page gives no account away", async () => {
  await pagina.goto(`${omgeving.url}/servicepunt`);
  await pagina.getByLabel("Gebruikersnaam").fill(DEMO_ACCOUNT.naam);
  await pagina.getByLabel("Wachtwoord").fill("geraden");
  await pagina.getByRole("button", { name: "Aanmelden" }).click();
  await pagina.getByText("horen niet bij elkaar").waitFor();
  expect(await pagina.content()).not.toContain(DEMO_ACCOUNT.wachtwoord);
});
