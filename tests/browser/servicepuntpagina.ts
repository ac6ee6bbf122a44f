/** What every browser test of the Servicepunt's page does first: sign in. */
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
