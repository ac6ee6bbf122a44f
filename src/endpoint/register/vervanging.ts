import { type Periode, periodenVanTot } from "../../meldcode/periode";
import type { Registratie } from "../../meldcode/registratie";
import type { Lezer } from "../database/opslag";
import { laatsteStaat, vervangingen, voegVervangingToe } from "../database/staten";
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
  /** What this organisation held for these cases before: the registratie itself, and the one whose place it takes now. */
  readonly was: Registratie | null;
  /** Lays down that it takes the other's place; does nothing when that was laid down before. */
  legVast(op: string): Promise<void>;
}

/**
 * Works out whose place a state takes. A list that was replaced is refused, unless it takes its replacer's place back.
 * Throws registratie-vervangen, or ongeldige-inzending when there is nothing to replace.
 */
export async function bepaalPlaats(tx: Lezer, organisatie: string, registratie: string, eigen: Registratie | null, vervangt: string | undefined): Promise<Plaats> {
  const feiten = await vervangingen(tx, organisatie);
  const door = vervangers(feiten);
  const vervanger = door.get(registratie);
  if (vervanger !== undefined && vervanger !== vervangt) throw new Probleemfout("registratie-vervangen", TEKSTEN.ontvangst.vervangen);
  if (vervangt === undefined || door.get(vervangt) === registratie) return { was: eigen, legVast: () => Promise.resolve() };

  if (vervangt === registratie) throw nietTeVervangen(TEKSTEN.ontvangst.vervangtZichzelf);
  if (door.has(vervangt)) throw nietTeVervangen(TEKSTEN.ontvangst.vervangtAlVervangen);
  const andere = await laatsteStaat(tx, organisatie, vervangt);
  if (!andere) throw nietTeVervangen(TEKSTEN.ontvangst.vervangtOnbekend);
  return {
    // What is stored passed the schema when it came in.
    was: samen(vervanger === undefined ? eigen : null, JSON.parse(andere.inhoud) as Registratie),
    async legVast(op) {
      const nieuw = [{ registratie: vervangt, door: registratie }, ...(vervanger === undefined ? [] : [{ registratie, door: null }])];
      for (const [i, feit] of nieuw.entries()) {
        await voegVervangingToe(tx, { organisatie, ...feit, volgnummer: feiten.length + 1 + i, vastgelegdOp: op });
      }
    },
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
