/** Whether everybody can use what a page shows. */
import axe from "axe-core";
import type { Page } from "playwright-core";

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
