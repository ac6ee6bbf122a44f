/** Signing in with a work account in a real browser, whose provider is another site: cookies come and go as browsers have it. */
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "../../scripts/machine";
import { verwachtGeenZijwaartsScrollen, verwachtToegankelijk } from "../browser/toegankelijk";
import { bouwServer, proefmap, ruimOp, startProces } from "../uitrol/proces";
import { type Proefaanbieder, startAanbieder } from "./proefaanbieder";

jest.setTimeout(60_000);

const PAGINAS = path.resolve(__dirname, "../../dist-demo");
let url: string;
let aanbieder: Proefaanbieder;
let browser: Browser;
let pagina: Page;

beforeAll(async () => {
  if (!existsSync(path.join(PAGINAS, "servicepunt.html"))) throw new Error("The demo is not built: run `npm run build:demo` first (`npm test` does).");
  const poort = await vrijePoort();
  // Another site than the provider's 127.0.0.1.
  url = `http://localhost:${poort}`;
  aanbieder = await startAanbieder(url);
  await startProces([process.execPath, bouwServer()], {
    PORT: String(poort),
    MELDCODE_DATA: proefmap("aanmelden"),
    MELDCODE_STATISCH: PAGINAS,
    OIDC_ISSUER: aanbieder.instelling.issuer.href,
    OIDC_CLIENT_ID: aanbieder.instelling.clientId,
    OIDC_CLIENT_SECRET: aanbieder.instelling.clientSecret,
    OIDC_ROLCLAIM: aanbieder.instelling.rolclaim,
    OIDC_ROLLEN: [...aanbieder.instelling.rollen].map((paar) => paar.join("=")).join(","),
  });
  const executablePath = findChromium();
  if (!executablePath) throw new Error("No Chromium on this machine: `npm test` installs it on Debian and Ubuntu.");
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
});
afterAll(async () => {
  await browser?.close();
  await aanbieder?.stop();
  ruimOp();
});
beforeEach(async () => {
  const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam", reducedMotion: "reduce" });
  await context.route((adres) => adres.hostname !== "localhost" && adres.hostname !== "127.0.0.1" && adres.protocol.startsWith("http"), (route) => route.abort());
  pagina = await context.newPage();
});
afterEach(() => pagina.context().close());

async function vrijePoort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((klaar) => server.listen(0, "127.0.0.1", klaar));
  const { port } = server.address() as AddressInfo; // it listens on a port
  await new Promise((klaar) => server.close(klaar));
  return port;
}

async function meldAan(wie: string, adres = "/servicepunt"): Promise<void> {
  await pagina.goto(url + adres);
  await pagina.getByRole("link", { name: "Aanmelden met uw werkaccount" }).click();
  await pagina.locator('input[name="login"]').fill(wie);
  await pagina.locator('input[name="password"]').fill("x");
  await pagina.locator('button[type="submit"]').click();
  await pagina.locator('input[name="prompt"][value="consent"]').waitFor({ state: "attached" });
  await pagina.locator('button[type="submit"]').click();
  await pagina.waitForURL((daar) => daar.origin === url);
}

test("one comes back at the filters, stays signed in after a reload, and signs out in both places", async () => {
  await meldAan("bea+meldcode-lezers", "/servicepunt?sector=justitie");
  await pagina.getByRole("heading", { name: "Responsoverzicht" }).waitFor();
  await pagina.getByText("Aangemeld als Medewerker bea").waitFor();
  expect(pagina.url()).toBe(`${url}/servicepunt?sector=justitie`);
  expect(await pagina.getByRole("button", { name: "Organisatie toevoegen" }).count()).toBe(0);
  expect(await pagina.evaluate(() => document.cookie)).toBe("");
  await pagina.reload();
  await pagina.getByRole("heading", { name: "Responsoverzicht" }).waitFor();
  await pagina.getByRole("button", { name: "Afmelden" }).click();
  const ookDaar = pagina.getByRole("link", { name: "Ook afmelden bij uw werkaccount" });
  await ookDaar.waitFor();
  await ookDaar.click();
  await pagina.waitForURL((daar) => daar.origin === aanbieder.instelling.issuer.origin);
});

test("who has no role reads so, and can try again", async () => {
  await meldAan("piet");
  await pagina.getByText("heeft hier geen rol").waitFor();
  await pagina.getByRole("link", { name: "Aanmelden met uw werkaccount" }).waitFor();
  expect(pagina.url()).toBe(`${url}/servicepunt`);
});

test.each([
  ["light", { colorScheme: "light" as const }, 1280],
  ["dark", { colorScheme: "dark" as const }, 1280],
  ["320 px", { colorScheme: "light" as const }, 320],
])("in %s the sign-in page is readable and within the screen (WCAG 2.2 AA), also with what went wrong", async (_, media, width) => {
  await pagina.emulateMedia(media);
  await pagina.setViewportSize({ width, height: 700 });
  await pagina.goto(`${url}/servicepunt#aanmelden=onbereikbaar`);
  await pagina.getByRole("link", { name: "Aanmelden met uw werkaccount" }).waitFor();
  await pagina.getByText("geeft nu geen antwoord").waitFor();
  await verwachtGeenZijwaartsScrollen(pagina);
  await verwachtToegankelijk(pagina);
});
