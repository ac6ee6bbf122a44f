import type { Bevinding } from "../../meldcode/bevinding";
import { VELDEN } from "../../meldcode/veld";
import type { Bevindinggroep } from "./oordeel";

/** A finding on the way through the list. */
export interface Stop {
  readonly bevinding: Bevinding;
  /** From 1. */
  readonly nummer: number;
  readonly van: number;
}

/**
 * The finding after this one, from row to row as they stand in the list; after the last the first again. Errors first: as long as there
 * are any, only those. Tips are not walked through. null when there is nothing.
 */
export function volgendeStop(groepen: readonly Bevindinggroep[], vorige: Bevinding | null): Stop | null {
  const ernst = groepen.some((groep) => groep.ernst === "fout") ? "fout" : "waarschuwing";
  const stops = groepen.flatMap((groep) => (groep.ernst === ernst ? groep.bevindingen : [])).toSorted(volgorde);
  // The last one may have been mended since: then it goes on from where that was.
  const nummer = Math.max(0, vorige ? stops.findIndex((stop) => volgorde(stop, vorige) > 0) : 0);
  const bevinding = stops[nummer];
  return bevinding ? { bevinding, nummer: nummer + 1, van: stops.length } : null;
}

function volgorde(a: Bevinding, b: Bevinding): number {
  return a.rij - b.rij || VELDEN.indexOf(a.veld) - VELDEN.indexOf(b.veld);
}
