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

/**
 * What the SISA column is called here, when an own list was mapped without one: SISA was not asked then, or nobody found the column.
 * Unlike an indicator it holds up sending, for every closed case misses it. null: nothing to tell.
 */
export function ontbrekendeSisa({ gekoppeld }: Lijstinhoud, { sisaLabel }: Vraagstelling): string | null {
  return gekoppeld && gekoppeld.koppeling.velden.sisa === undefined ? sisaLabel : null;
}
