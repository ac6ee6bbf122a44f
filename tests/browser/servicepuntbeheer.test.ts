/** What employees of the Servicepunt change, in a real browser against the real endpoint: months, exceptions, access, details, policy, and the log of all that. */
import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "playwright-core";
import { datumVan } from "../../src/meldcode/datum";
import { maandnummer, periodeVanDatum, periodenVanTot, periodeVanNummer, toonPeriode } from "../../src/meldcode/periode";
import { voegOrganisatieToe } from "./beheer";
import { type Omgeving, startOmgeving } from "./omgeving";
import { meldAan, vulAanmeldingIn } from "./servicepuntpagina";
import { verwachtGeenZijwaartsScrollen, verwachtToegankelijk } from "./toegankelijk";

jest.setTimeout(90_000);

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
const vorige = periodeVanNummer(maandnummer(deze) - 1);
const dossier = () => pagina.getByRole("dialog");
const vraag = () => pagina.getByRole("alertdialog");
const scherm = (naam: string) => pagina.getByRole("navigation", { name: "Schermen" }).getByRole("link", { name: naam }).click();
const openDossier = (organisatieId: string, deel: string) => meldAan(pagina, omgeving.url, `?organisatie=${organisatieId}&deel=${deel}`);

/** What the add-in of an organisation does: activates once, and sends its whole state of last month and this one. Answers the status. */
async function afzender(activeringscode: string): Promise<(gestart: number) => Promise<number>> {
  const json = { "content-type": "application/json" };
  const geactiveerd = await fetch(`${omgeving.url}/v1/activeringen`, { method: "POST", headers: json, body: JSON.stringify({ activeringscode }) });
  const { organisatie, toegangssleutel } = await geactiveerd.json();
  const registratieId = randomUUID();
  let etag: string | null = null;
  return async (gestart) => {
    const antwoord = await fetch(`${omgeving.url}/v1/organisaties/${organisatie.organisatieId}/registraties/${registratieId}`, {
      method: "PUT",
      headers: { ...json, authorization: `Bearer ${toegangssleutel}`, ...(etag ? { "if-match": etag } : { "if-none-match": "*" }) },
      body: JSON.stringify({
        schema: "registratie/1",
        inzendingId: randomUUID(),
        vanaf: vorige,
        tot: deze,
        minimum: 3,
        maanden: periodenVanTot(vorige, deze).map((periode) => ({ periode, gestart: periode === vorige ? gestart : 0, afgesloten: 0 })),
        uitsplitsingen: [],
        bevestigdeVerlagingen: [],
      }),
    });
    etag = antwoord.headers.get("etag") ?? etag;
    return antwoord.status;
  };
}

test("a month is closed, one organisation gets an exception and loses it again, the month is opened, and the log tells all of it", async () => {
  const { organisatieId, activeringscode } = await voegOrganisatieToe(omgeving.dataFolder, "School Met Herstel", "onderwijs");
  const zend = await afzender(activeringscode);
  expect(await zend(1)).toBe(201);
  await meldAan(pagina, omgeving.url, "?scherm=maanden");
  await pagina.getByRole("checkbox", { name: toonPeriode(vorige), exact: true }).check();
  await pagina.getByRole("button", { name: "Maand sluiten…" }).click();
  await vraag().getByText("niet meer wijzigen").waitFor();
  await vraag().getByRole("button", { name: "Maand sluiten" }).click();
  await pagina.getByText(/1 maand van \d{4} is gesloten/).waitFor();
  expect(await zend(2)).toBe(409);

  await pagina.goto(`${omgeving.url}/servicepunt?scherm=maanden&organisatie=${organisatieId}&deel=toegang`);
  await dossier().getByRole("button", { name: "Uitzondering geven" }).click();
  await vraag().getByRole("button", { name: "Uitzondering geven" }).click();
  await dossier().getByText(`${toonPeriode(vorige)}: mag wijzigen`).waitFor();
  expect(await zend(2)).toBe(200);
  await dossier().getByRole("button", { name: "Sluiten" }).click();
  await pagina.getByRole("button", { name: `Uitzondering van School Met Herstel op ${toonPeriode(vorige)} terugnemen` }).click();
  await vraag().getByRole("button", { name: "Terugnemen" }).click();
  await pagina.getByText("Er zijn geen uitzonderingen.").waitFor();
  expect(await zend(3)).toBe(409);

  await pagina.getByRole("checkbox", { name: toonPeriode(vorige), exact: true }).check();
  await pagina.getByRole("button", { name: "Maand openen…" }).click();
  await vraag().getByRole("button", { name: "Maand openen" }).click();
  await pagina.getByText(/Niets van \d{4} is gesloten/).first().waitFor();

  await scherm("Logboek");
  for (const zin of [
    `servicepunt heeft ${toonPeriode(vorige)} geopend`,
    `servicepunt heeft de uitzondering teruggenomen van School Met Herstel op ${toonPeriode(vorige)}`,
    `servicepunt heeft School Met Herstel een uitzondering gegeven op ${toonPeriode(vorige)}`,
    `servicepunt heeft ${toonPeriode(vorige)} gesloten`,
  ]) {
    await pagina.getByRole("listitem").filter({ hasText: zin }).waitFor();
  }
  await pagina.getByText("sluiten op elkaar aan").waitFor();
});

test("access is withdrawn with the keyboard alone; the question brings one back to where it was asked, and what was received stays", async () => {
  const { organisatieId, activeringscode } = await voegOrganisatieToe(omgeving.dataFolder, "School Zonder Toegang", "onderwijs");
  const zend = await afzender(activeringscode);
  expect(await zend(1)).toBe(201);
  await openDossier(organisatieId, "toegang");
  const knop = dossier().getByRole("button", { name: "Alle toegang intrekken…" });
  await knop.focus();
  await pagina.keyboard.press("Enter");
  await vraag().waitFor();
  await pagina.keyboard.press("Escape");
  await vraag().waitFor({ state: "detached" });
  // Out of the question, and still in the dossier: not in what lies behind it.
  await knop.and(pagina.locator(":focus")).waitFor();
  await pagina.keyboard.press("Enter");
  await vraag().waitFor();
  await pagina.keyboard.press("Tab");
  await pagina.keyboard.press("Enter");
  await dossier().getByText("1 sleutel en 0 ongebruikte codes werken niet meer").waitFor();
  expect(await zend(2)).toBe(401);
  await dossier().getByRole("tab", { name: "Inzendingen" }).focus();
  await pagina.keyboard.press("Enter");
  await dossier().getByText("1 gestart, 0 afgesloten").waitFor();
});

test("details are changed, the overview follows, and a board's code is there as soon as there is a board", async () => {
  const { organisatieId } = await voegOrganisatieToe(omgeving.dataFolder, "Oude Naam", "onderwijs");
  await openDossier(organisatieId, "gegevens");
  await dossier().getByRole("button", { name: "Gegevens wijzigen" }).click();
  await dossier().getByLabel("Naam").fill("Nieuwe Naam");
  await dossier().getByLabel("Bestuur").fill("Stichting Proefscholen");
  await dossier().getByLabel("Verzendt per").selectOption("kwartaal");
  await dossier().getByLabel("KVK-nummer").fill("123");
  await dossier().getByRole("button", { name: "Opslaan" }).click();
  await dossier().getByText("Een KVK-nummer heeft 8 cijfers.").waitFor();
  await dossier().getByLabel("KVK-nummer").fill("");
  await dossier().getByRole("button", { name: "Opslaan" }).click();
  await dossier().getByText("De gegevens zijn gewijzigd.").waitFor();
  await dossier().getByText(/maand; vanaf .* per kwartaal/).waitFor();
  await dossier().getByRole("tab", { name: "Toegang" }).click();
  await dossier().getByRole("button", { name: "Bestuurscode uitgeven" }).click();
  await dossier().getByText("Voor 1 organisatie van Stichting Proefscholen").waitFor();
  await dossier().getByRole("button", { name: "Sluiten" }).click();
  await pagina.getByRole("button", { name: "Nieuwe Naam", exact: true }).waitFor();
});

test("policy: two colleagues change it at once, nothing of either is lost, and what organisations read follows", async () => {
  await meldAan(pagina, omgeving.url, "?scherm=beleid");
  const collega = await context.newPage();
  await collega.goto(`${omgeving.url}/servicepunt?scherm=beleid`);
  for (const [wie, veld, waarde] of [[pagina, "Uiterste dag van de volgende maand", "20"], [collega, "Contact: naam", "Team Meldcode"]] as const) {
    await wie.getByRole("button", { name: "Beleid wijzigen" }).click();
    await wie.getByLabel(veld).fill(waarde);
    await wie.getByRole("button", { name: "Bekijk wat verandert…" }).click();
  }
  await collega.getByRole("alertdialog").getByRole("button", { name: "Opslaan" }).click();
  await collega.getByText(/Het beleid is gewijzigd: versie \d+ geldt nu/).waitFor();
  await vraag().getByText("Eerdere maanden houden hun eigen uiterste dag").waitFor();
  await vraag().getByRole("button", { name: "Opslaan" }).click();
  await pagina.getByText("Een collega wijzigde het beleid intussen").waitFor();
  await pagina.getByText("Contact: naam: Team Meldcode").waitFor();
  await pagina.getByRole("button", { name: "Bekijk wat verandert…" }).click();
  await vraag().getByRole("button", { name: "Opslaan" }).click();
  await pagina.getByText(/Het beleid is gewijzigd: versie \d+ geldt nu/).waitFor();
  expect(await (await fetch(`${omgeving.url}/v1/beleid`)).json()).toMatchObject({ deadlineDag: 20, contact: { naam: "Team Meldcode" } });
});

test("a session that ends while somebody types: nothing confidential stays in sight, and after signing in what was typed is there", async () => {
  await meldAan(pagina, omgeving.url, "?scherm=beleid");
  await pagina.getByRole("button", { name: "Beleid wijzigen" }).click();
  await pagina.getByRole("button", { name: "Uitleg toevoegen" }).click();
  await pagina.getByLabel("Kop 1").fill("Bel ons");
  await pagina.getByLabel("Tekst 1").fill("Een heel verhaal dat niemand twee keer wil typen.");
  await context.clearCookies();
  await pagina.getByRole("button", { name: "Bekijk wat verandert…" }).click();
  await vraag().getByRole("button", { name: "Opslaan" }).click();
  await pagina.getByText("wat u aan het invullen was ook").waitFor();
  expect(await pagina.locator("body").innerText()).not.toContain("Een heel verhaal");
  await vulAanmeldingIn(pagina);
  expect(await pagina.getByLabel("Tekst 1").inputValue()).toBe("Een heel verhaal dat niemand twee keer wil typen.");
});

test("a part of the page that does not arrive says so, and the rest goes on", async () => {
  await meldAan(pagina, omgeving.url);
  await context.route("**/*.js", (route) => route.abort());
  await scherm("Beleid");
  await pagina.getByText("Dit deel van de pagina kan nu niet worden opgehaald").waitFor();
  await scherm("Respons");
  await pagina.getByText("Basisschool De Vuurtoren (demo)").waitFor();
  await context.unroute("**/*.js");
  await scherm("Beleid");
  await pagina.getByRole("button", { name: "Pagina opnieuw laden" }).click();
  await pagina.getByRole("button", { name: "Beleid wijzigen" }).waitFor();
  // The browser's own word on what was stopped.
  klachten = klachten.filter((klacht) => !klacht.includes("ChunkLoadError"));
});

test.each([
  ["light", { colorScheme: "light" as const, width: 1280 }],
  ["dark", { colorScheme: "dark" as const, width: 1280 }],
  ["high contrast", { colorScheme: "dark" as const, forcedColors: "active" as const, width: 1280 }],
  ["200% zoom", { colorScheme: "light" as const, width: 640 }],
  ["320 px", { colorScheme: "light" as const, width: 320 }],
])("in %s every screen and part of a dossier can be read and used, and nothing scrolls sideways", async (_, { width, ...media }) => {
  const lang = "Vrijwilligersverzekeringsmaatschappijoverlegorgaan";
  const { organisatieId } = await voegOrganisatieToe(omgeving.dataFolder, lang, "maatschappelijke-ondersteuning");
  await pagina.emulateMedia(media);
  await pagina.setViewportSize({ width, height: 700 });
  await meldAan(pagina, omgeving.url, "?scherm=maanden");
  await pagina.getByRole("checkbox", { name: toonPeriode(vorige), exact: true }).check();
  await verwachtToegankelijk(pagina);
  await verwachtGeenZijwaartsScrollen(pagina);
  await pagina.getByRole("button", { name: "Maand sluiten…" }).click();
  await vraag().waitFor();
  await verwachtToegankelijk(pagina);
  await pagina.keyboard.press("Escape");
  await scherm("Beleid");
  await pagina.getByRole("button", { name: "Beleid wijzigen" }).click();
  await pagina.getByRole("checkbox", { name: "Leeftijdsgroep" }).check();
  await verwachtToegankelijk(pagina);
  await verwachtGeenZijwaartsScrollen(pagina);
  await pagina.getByRole("button", { name: "Bekijk wat verandert…" }).click();
  await vraag().waitFor();
  await verwachtToegankelijk(pagina);
  await pagina.keyboard.press("Escape");
  await scherm("Logboek");
  await pagina.getByRole("listitem").filter({ hasText: "heeft zich aangemeld" }).first().waitFor();
  await verwachtToegankelijk(pagina);
  await verwachtGeenZijwaartsScrollen(pagina);
  for (const deel of ["uitsplitsing", "toegang", "gegevens"]) {
    await pagina.goto(`${omgeving.url}/servicepunt?organisatie=${organisatieId}&deel=${deel}`);
    await dossier().getByRole("heading", { name: lang }).waitFor();
    await dossier().getByRole("tabpanel").getByText(/./).first().waitFor();
    await verwachtToegankelijk(pagina);
    expect(await dossier().evaluate((paneel) => paneel.scrollWidth - paneel.clientWidth)).toBeLessThanOrEqual(0);
  }
});
