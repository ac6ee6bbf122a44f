import { type Groep, groepenVan } from "../../meldcode/groepen";
import { INDICATOREN, INDICATORWAARDEN } from "../../meldcode/indicator";
import { toonPeriode } from "../../meldcode/periode";
import type { Uitsplitsing } from "../../meldcode/registratie";
import { KOPPEN } from "../../meldcode/veld";
import { dossierteksten } from "./teksten";

/** One group of a span in words: each of its values with its number, the ones that nobody has left out. */
export interface Groepregel {
  readonly naam: string;
  readonly waarden: readonly { readonly naam: string; readonly aantal: number }[];
}

/** "januari 2026 tot en met maart 2026" */
export function toonSpanne({ van, tot }: Pick<Uitsplitsing, "van" | "tot">): string {
  return dossierteksten.spanne(toonPeriode(van), toonPeriode(tot));
}

/** Every group that the span has. `sisaLabel`: what the municipality calls it now; null: it does not ask it any longer, so the usual name. */
export function toonGroepen(span: Uitsplitsing, sisaLabel: string | null): readonly Groepregel[] {
  return groepenVan(span).map((groep) => ({ naam: naamVan(groep, sisaLabel), waarden: waardenVan(span, groep) }));
}

function naamVan(groep: Groep, sisaLabel: string | null): string {
  if (groep === "doorlooptijd") return dossierteksten.doorlooptijd;
  return groep === "sisa" ? (sisaLabel ?? KOPPEN.sisa) : KOPPEN[groep];
}

function waardenVan(span: Uitsplitsing, groep: Groep): Groepregel["waarden"] {
  const namen: Readonly<Record<string, string>> = namenVan(groep);
  return Object.entries(span[groep] ?? {}).flatMap(([waarde, aantal]) => (aantal > 0 ? [{ naam: namen[waarde] ?? waarde, aantal }] : []));
}

function namenVan(groep: Groep): Readonly<Record<string, string>> {
  const indicator = INDICATOREN.find((i) => i === groep);
  if (indicator) return { ...INDICATORWAARDEN[indicator], onbekend: dossierteksten.nietIngevuld };
  return dossierteksten.waarden[groep as Exclude<Groep, (typeof INDICATOREN)[number]>];
}
