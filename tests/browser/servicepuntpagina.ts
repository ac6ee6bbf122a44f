/** What every browser test of the Servicepunt's page does: sign in, and look whether everybody can use what is shown. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { DEMO_ACCOUNT } from "../../src/endpoint/demo/organisaties";

/** Opens the page and signs in; `query` as in the address bar. */
export async function meldAan(pagina: Page, url: string, query = ""): Promise<void> {
  await pagina.goto(`${url}/servicepunt${query}`);
  await vulAanmeldingIn(pagina);
}

/** Until a screen of the page is there. */
export async function vulAanmeldingIn(pagina: Page): Promise<void> {
  await pagina.getByLabel("Gebruikersnaam").fill(DEMO_ACCOUNT.naam);
  await pagina.getByLabel("Wachtwoord").fill(DEMO_ACCOUNT.wachtwoord);
  await pagina.getByRole("button", { name: "Aanmelden" }).click();
  await pagina.getByRole("navigation", { name: "Schermen" }).or(pagina.getByRole("dialog")).first().waitFor();
}

/** WCAG 2.2 AA, as far as a machine can tell. Fluent's focus guards are hidden and take the focus on purpose. */
export async function verwachtToegankelijk(pagina: Page): Promise<void> {
  await pagina.evaluate(axe.source);
  const gevonden = await pagina.evaluate(async () => {
    // axe was loaded into the page on the line above; here it is only known as a module.
    const uitslag = await (window as unknown as { axe: typeof axe }).axe.run(
      { include: [["body"]], exclude: [["[data-tabster-dummy]"]] },
      { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    );
    return uitslag.violations.map((v) => `${v.id}: ${v.nodes[0]?.html} ${v.nodes[0]?.failureSummary}`);
  });
  expect(gevonden).toEqual([]);
}

/** Nothing scrolls sideways but what is made for it. */
export async function verwachtGeenZijwaartsScrollen(pagina: Page): Promise<void> {
  expect(await pagina.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}
