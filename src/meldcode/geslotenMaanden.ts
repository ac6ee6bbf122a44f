import { isDicht } from "./groepen";
import { type Periode, periodenVanTot } from "./periode";
import type { Maand, Registratie, Uitsplitsing } from "./registratie";
import { vergelijkMaanden, vergelijkUitsplitsingen } from "./verschil";

/**
 * The closed months that would become other than they were received: their counts, or a span wholly within closed months.
 * A month not received before counts as 0. A received span that the present minimum no longer allows may go.
 */
export function gewijzigdeGeslotenMaanden(was: Registratie | null, wordt: Registratie, gesloten: readonly Periode[]): Periode[] {
  if (gesloten.length === 0) return [];
  const dicht = new Set(gesloten);
  const gewijzigd = new Set<Periode>();
  for (const { periode, was: oud, wordt: nieuw } of vergelijkMaanden(was, wordt)) {
    const gelijk = (oud?.gestart ?? 0) === (nieuw?.gestart ?? 0) && (oud?.afgesloten ?? 0) === (nieuw?.afgesloten ?? 0);
    if (dicht.has(periode) && !gelijk) gewijzigd.add(periode);
  }
  for (const span of vergelijkUitsplitsingen(was, wordt)) {
    if (!isDicht(span, dicht) || (span.was && span.was.aantal < wordt.minimum)) continue;
    for (const periode of periodenVanTot(span.van, span.tot)) gewijzigd.add(periode);
  }
  return [...gewijzigd].sort();
}

/**
 * The state to send when closed months stay as they were received and the rest is as counted. A closed month that was never
 * received is 0, or falls off at the front. A received span keeps the groups with which it was received, whatever is asked now. A span that no longer adds up is left out: those months have no breakdown until they are open again.
 */
export function behoudGeslotenMaanden(wordt: Registratie, was: Registratie, gesloten: readonly Periode[]): Registratie {
  const dicht = new Set(gesloten);
  const standen = new Map(
    vergelijkMaanden(was, wordt).flatMap((maand) => {
      const stand = dicht.has(maand.periode) ? maand.was : maand.wordt;
      return stand ? [[maand.periode, stand] as const] : [];
    }),
  );
  const ontvangenOfGeteld = [...standen.keys()].sort();
  const vanaf = ontvangenOfGeteld[0] ?? wordt.vanaf;
  const tot = ontvangenOfGeteld.at(-1) ?? wordt.tot;
  const maanden = periodenVanTot(vanaf, tot).map((periode) => ({ periode, ...(standen.get(periode) ?? { gestart: 0, afgesloten: 0 }) }));
  const ontvangen = was.uitsplitsingen.filter((span) => isDicht(span, dicht) && span.aantal >= wordt.minimum);
  const geteld = wordt.uitsplitsingen.filter(
    (span) => !isDicht(span, dicht) && span.van >= vanaf && teltOp(span, maanden) && !ontvangen.some((ander) => ander.van <= span.tot && span.van <= ander.tot),
  );
  return { ...wordt, vanaf, tot, maanden, uitsplitsingen: [...ontvangen, ...geteld].sort((a, b) => (a.van < b.van ? -1 : 1)) };
}

/** The closed months but for those that are open for this one organisation. */
export function geslotenVoor(gesloten: readonly Periode[], geopend: readonly Periode[]): Periode[] {
  return gesloten.filter((periode) => !geopend.includes(periode));
}

function teltOp({ van, tot, aantal, afgesloten }: Uitsplitsing, maanden: readonly Maand[]): boolean {
  const erin = maanden.filter(({ periode }) => van <= periode && periode <= tot);
  return erin.reduce((som, maand) => som + maand.gestart, 0) === aantal && erin.reduce((som, maand) => som + maand.afgesloten, 0) === afgesloten;
}
