import { type Periode, periodenVanTot } from "../../meldcode/periode";
import type { Registratie } from "../../meldcode/registratie";
import type { Vervangingrij } from "../database/tabellen";
import { Probleemfout } from "./probleemfout";
import { TEKSTEN } from "./teksten";

/** Which registratie stands in the place of which; one that counts itself is not in it. `feiten`: of one organisation, oldest first. */
export function vervangers(feiten: readonly Vervangingrij[]): Map<string, string> {
  const door = new Map<string, string>();
  for (const feit of feiten) {
    if (feit.door === null) door.delete(feit.registratie);
    else door.set(feit.registratie, feit.door);
  }
  return door;
}

export interface Plaats {
  /** What this organisation held for these cases before: the two below, as one. */
  readonly was: Registratie | null;
  /** The registratie's own state before, as far as it counted; and that of the one whose place it takes now. */
  readonly eigen: Registratie | null;
  readonly andere: Registratie | null;
  /** To lay down: empty when it takes nobody's place, or did so before. */
  readonly feiten: readonly { readonly registratie: string; readonly door: string | null }[];
}

/**
 * Works out whose place a state takes. A list that was replaced is refused, unless it takes its replacer's place back. `andere`: the
 * newest state of `vervangt`, when there is one. Throws registratie-vervangen, or ongeldige-inzending when there is nothing to replace.
 */
export function bepaalPlaats(feiten: readonly Vervangingrij[], registratie: string, eigen: Registratie | null, vervangt: string | undefined, andere: Registratie | null): Plaats {
  const door = vervangers(feiten);
  const vervanger = door.get(registratie);
  if (vervanger !== undefined && vervanger !== vervangt) throw new Probleemfout("registratie-vervangen", TEKSTEN.ontvangst.vervangen);
  if (vervangt === undefined || door.get(vervangt) === registratie) return { was: eigen, eigen, andere: null, feiten: [] };

  if (vervangt === registratie) throw nietTeVervangen(TEKSTEN.ontvangst.vervangtZichzelf);
  if (door.has(vervangt)) throw nietTeVervangen(TEKSTEN.ontvangst.vervangtAlVervangen);
  if (!andere) throw nietTeVervangen(TEKSTEN.ontvangst.vervangtOnbekend);
  const telde = vervanger === undefined ? eigen : null;
  return {
    was: samen(telde, andere),
    eigen: telde,
    andere,
    feiten: [{ registratie: vervangt, door: registratie }, ...(vervanger === undefined ? [] : [{ registratie, door: null }])],
  };
}

function nietTeVervangen(melding: string): Probleemfout {
  return new Probleemfout("ongeldige-inzending", TEKSTEN.ontvangst.vervangtKlopt, { fouten: [{ pad: "vervangt", melding }] });
}

/** Two lists that counted beside each other, as one: months added up. Breakdowns only of the first. */
function samen(eigen: Registratie | null, andere: Registratie): Registratie {
  if (eigen === null) return andere;
  const per = new Map<Periode, { gestart: number; afgesloten: number }>();
  for (const { periode, gestart, afgesloten } of [...eigen.maanden, ...andere.maanden]) {
    const tot = per.get(periode);
    per.set(periode, { gestart: gestart + (tot?.gestart ?? 0), afgesloten: afgesloten + (tot?.afgesloten ?? 0) });
  }
  const vanaf = eigen.vanaf < andere.vanaf ? eigen.vanaf : andere.vanaf;
  const tot = eigen.tot > andere.tot ? eigen.tot : andere.tot;
  return { ...eigen, vanaf, tot, maanden: periodenVanTot(vanaf, tot).map((periode) => ({ periode, ...(per.get(periode) ?? { gestart: 0, afgesloten: 0 }) })) };
}
