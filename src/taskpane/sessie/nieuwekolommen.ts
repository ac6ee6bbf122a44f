import type { Indicator } from "../../meldcode/indicator";
import type { Periode } from "../../meldcode/periode";
import type { Vraagstelling } from "../../meldcode/vraagstelling";
import type { Lijstinhoud } from "../../workbook/werkboek";

/** An indicator that the municipality asks and for which the list has no column: until then it counts as onbekend. */
export interface Nieuwekolom {
  readonly indicator: Indicator;
  /** Of cases that were started in this month or later. */
  readonly vanaf: Periode;
}

/** In the order in which they are asked. Of an own list not those of which was decided that no column says them. */
export function nieuweKolommen({ inhoud, gekoppeld }: Lijstinhoud, { extraIndicatoren }: Vraagstelling): readonly Nieuwekolom[] {
  return extraIndicatoren.filter(({ indicator }) => !inhoud[indicator] && gekoppeld?.koppeling.velden[indicator] === undefined).sort((a, b) => (a.vanaf < b.vanaf ? -1 : a.vanaf > b.vanaf ? 1 : 0));
}
