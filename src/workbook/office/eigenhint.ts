import type { Rijenreeks } from "./bladvraag";
import { sleutel } from "./eigenlijstplan";
import type { Eigenlijst } from "./eigenlijstlezer";
import type { Uitgelezen } from "./lezing";
import type { Hint } from "./luisteraar";

type Gelezen = Uitgelezen & { readonly eigen: Eigenlijst };

/** Up to here a change re-reads the whole list, which also finds what events missed; above it only the rows the event names. */
const HEEL_HERLEZEN_TOT = 5_000;
const MEESTE_RIJEN_PER_HINT = 500;

/** Columns may have moved or been renamed: where they are must be asked before any cell. */
export function raaktKoppen(was: Gelezen, hints: readonly Hint[]): boolean {
  return hints.some((hint) => {
    if (hint.soort !== "rijen") return hint.soort === "alles" && hint.kolommen;
    return (planbladVan(was, hint.bladId)?.koprijen ?? []).some(({ van, tot }) => hint.van <= tot && van <= hint.tot);
  });
}

/** The few rows of a large list that the hints are about, by the sheet's name in small letters; null when all must be read. */
export function bladrijenVan(was: Gelezen, hints: readonly Hint[]): ReadonlyMap<string, Rijenreeks> | null {
  const gelezen = was.eigen.bron.bladen.reduce((som, { rijen }) => som + rijen.size, 0);
  if (gelezen <= HEEL_HERLEZEN_TOT || raaktKoppen(was, hints)) return null;
  const perBlad = new Map<string, Rijenreeks>();
  for (const hint of hints) {
    const blad = hint.soort === "rijen" ? planbladVan(was, hint.bladId) : undefined;
    if (hint.soort !== "rijen" || !blad || hint.van < blad.eersteRij) return null;
    const vorige = perBlad.get(sleutel(blad.blad)) ?? hint;
    perBlad.set(sleutel(blad.blad), { van: Math.min(vorige.van, hint.van), tot: Math.max(vorige.tot, hint.tot) });
  }
  return [...perBlad.values()].every(({ van, tot }) => tot - van < MEESTE_RIJEN_PER_HINT) ? perBlad : null;
}

/** undefined: not a sheet of the list, so the sheet Koppeling. */
function planbladVan({ stand, eigen }: Gelezen, bladId: string) {
  const naam = stand.bladen.find(({ id }) => id === bladId)?.naam;
  return naam === undefined ? undefined : eigen.plan.bladen.find(({ blad }) => sleutel(blad) === sleutel(naam));
}
