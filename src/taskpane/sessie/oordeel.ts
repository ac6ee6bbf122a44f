import { BEVINDINGEN, type Bevinding, type Bevindingcode, type Ernst } from "../../meldcode/bevinding";

/** The one verdict on top of the pane. */
export type Oordeel =
  | { readonly soort: "fouten"; readonly fouten: number; readonly rijen: number }
  | { readonly soort: "klaar" }
  | { readonly soort: "alles-verzonden" }
  /** No errors, but what the municipality holds could not be fetched. */
  | { readonly soort: "niet-vergeleken" };

/** What is wrong in the same way, together. */
export interface Bevindinggroep {
  readonly code: Bevindingcode;
  readonly ernst: Ernst;
  /** In the order of the list. */
  readonly bevindingen: readonly Bevinding[];
}

const ERNST_VOLGORDE: readonly Ernst[] = ["fout", "waarschuwing", "tip"];
const CODE_VOLGORDE = Object.keys(BEVINDINGEN);

/** Errors first, then in the order of the table of findings. */
export function groepeer(alle: readonly Bevinding[]): Bevindinggroep[] {
  const groepen = new Map<Bevindingcode, Bevinding[]>();
  for (const bevinding of alle) {
    const groep = groepen.get(bevinding.code);
    if (groep) groep.push(bevinding);
    else groepen.set(bevinding.code, [bevinding]);
  }
  return [...groepen]
    .map(([code, bevindingen]) => ({ code, ernst: BEVINDINGEN[code], bevindingen }))
    .sort((a, b) => ERNST_VOLGORDE.indexOf(a.ernst) - ERNST_VOLGORDE.indexOf(b.ernst) || CODE_VOLGORDE.indexOf(a.code) - CODE_VOLGORDE.indexOf(b.code));
}
