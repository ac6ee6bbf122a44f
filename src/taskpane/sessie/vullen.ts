import type { Bevindingcode } from "../../meldcode/bevinding";
import { type Keuzeveld, WAARDEN } from "../../meldcode/koppeling/koppeling";
import { normaliseer } from "../../meldcode/lezen/tekst";
import type { Lijstinhoud } from "../../workbook/werkboek";

/** Findings on empty cells that can all be filled with one answer, which the user gives. A date is never the same everywhere. */
const VULBAAR: Readonly<Partial<Record<Bevindingcode, Keuzeveld>>> = {
  "sisa-ontbreekt": "sisa",
  "consultatie-ontbreekt": "consultatie",
  "stap5-ontbreekt": "stap5",
  "leeftijdsgroep-ontbreekt": "leeftijdsgroep",
  "geweldsvorm-ontbreekt": "geweldsvorm",
  "bekendheid-ontbreekt": "bekendheid",
  "kinderen-ontbreekt": "kinderen",
};

/** What the cells of such a finding can be filled with, as it is written in that list; nothing when that cannot be said of all at once. */
export function vulkeuzes(code: Bevindingcode, { gekoppeld }: Lijstinhoud): readonly string[] {
  const veld = VULBAAR[code];
  if (!veld) return [];
  const waarden: readonly string[] = Object.values(WAARDEN[veld]);
  if (!gekoppeld) return waarden;
  // Of two columns, or none, it cannot be said in which cell which part of the answer belongs.
  const [kolom, tweede] = gekoppeld.koppeling.velden[veld]?.kolommen ?? [];
  if (!kolom || tweede) return [];
  return Object.entries<string>(WAARDEN[veld]).flatMap(([betekenis, waarde]) => eigenWoord(betekenis, waarde, kolom.waarden) ?? []);
}

/** In an own list: the value itself when its words are not mapped or it is one of them, else the first own word for it. */
function eigenWoord(betekenis: string, waarde: string, woorden: Readonly<Record<string, string>> | undefined): string | null {
  if (!woorden) return waarde;
  const eigen = Object.keys(woorden).filter((woord) => woorden[woord] === betekenis);
  return eigen.includes(normaliseer(waarde)) ? waarde : (eigen[0] ?? null);
}
