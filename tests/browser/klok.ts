import type { Page } from "playwright-core";

/** Gives a page a day of its own: for BrowserContext.addInitScript. Playwright's own clock takes Microsoft's library the times of what was loaded. */
export function verzetKlok(): void {
  const Echt = Date;
  const nu = (): number => Echt.now() + Number(sessionStorage.getItem("klok") ?? 0);
  globalThis.Date = new Proxy(Echt, {
    construct: (doel, argumenten: unknown[]) => (argumenten.length === 0 ? new Echt(nu()) : Reflect.construct(doel, argumenten)),
    get: (doel, naam, ontvanger) => (naam === "now" ? nu : Reflect.get(doel, naam, ontvanger)),
  });
}

/** From now on it is this moment there. */
export async function zetMoment(page: Page, moment: Date): Promise<void> {
  await page.evaluate((verschil) => sessionStorage.setItem("klok", String(verschil)), moment.getTime() - Date.now());
}

/** So much time goes by there. */
export async function verstrijk(page: Page, milliseconden: number): Promise<void> {
  await page.evaluate((erbij) => sessionStorage.setItem("klok", String(Number(sessionStorage.getItem("klok") ?? 0) + erbij)), milliseconden);
}
