import { toonPeriode } from "../../meldcode/periode";
import type { Ontvangstbewijs, Wijziging } from "../../meldcode/uitwisseling/ontvangst";
import { dossierteksten } from "./teksten";

/** One change of a receipt in words: the month, what it was (null: nothing was held) and what it became. */
export interface Wijzigingsregel {
  readonly maand: string;
  readonly was: string | null;
  readonly wordt: string;
}

export function toonWijziging({ periode, was, wordt }: Wijziging): Wijzigingsregel {
  return { maand: toonPeriode(periode), was: was && toonStand(was), wordt: toonStand(wordt) };
}

/** "Uitsplitsing januari 2026 tot en met maart 2026: gewijzigd" */
export function toonUitsplitsing({ van, tot, soort }: Ontvangstbewijs["uitsplitsingWijzigingen"][number]): string {
  return dossierteksten.uitsplitsing(toonPeriode(van), toonPeriode(tot), soort);
}

function toonStand(stand: Wijziging["wordt"]): string {
  return dossierteksten.nieuw(stand.gestart, stand.afgesloten);
}
