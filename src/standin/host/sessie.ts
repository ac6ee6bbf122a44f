import { gebied, leesAdres, splitsAdres, type Gebied } from "../model/adres";
import type { Blad } from "../model/blad";
import { verschoven } from "../model/verschuiving";
import type { Gebeurtenis, Werkmap } from "../model/werkmap";
import { isHostobject, type Bereik } from "./hostobject";
import { ongeldig } from "./hostfout";
import type { Looptijd } from "./looptijd";
import type { Registraties } from "./registraties";

/** What lives as long as the add-in is open: the workbook, its tracked ranges and its event registrations. */
export class Sessie {
  readonly #referenties = new Map<string, { blad: string; gebied: Gebied | null }>();
  #volgnummer = 0;

  constructor(
    readonly werkmap: Werkmap,
    readonly registraties: Registraties,
    readonly looptijd: Looptijd,
  ) {
    werkmap.luister((gebeurtenis) => this.#schuifMee(gebeurtenis));
  }

  /** context.trackedObjects.add: the range is kept, and moves along with what happens on its sheet. */
  houdVast(bereik: Bereik): string {
    const id = `ref-${++this.#volgnummer}`;
    this.#referenties.set(id, { blad: bereik.blad.id, gebied: bereik.gebied });
    return id;
  }

  laatLos(referentie: string): void {
    this.#referenties.delete(referentie);
  }

  get vastgehouden(): number {
    return this.#referenties.size;
  }

  /** null when the reference is unknown, or its cells were deleted. */
  vastgehoudenBereik(referentie: string): Bereik | null {
    const r = this.#referenties.get(referentie);
    const blad = r && this.werkmap.bladen.find((b) => b.id === r.blad);
    return r?.gebied && blad ? { blad, gebied: r.gebied } : null;
  }

  #schuifMee(g: Gebeurtenis): void {
    if (g.soort !== "cellen" || g.wijziging === "RangeEdited") return;
    const as = g.wijziging.startsWith("Column") ? "kolom" : "rij";
    const lengte = as === "rij" ? g.gebied.rijen : g.gebied.kolommen;
    const aantal = g.wijziging.endsWith("Inserted") ? lengte : -lengte;
    const [bij, van, dwars] = as === "rij" ? [g.gebied.rij, g.gebied.kolom, g.gebied.kolommen] : [g.gebied.kolom, g.gebied.rij, g.gebied.rijen];
    for (const r of this.#referenties.values()) {
      if (r.gebied && r.blad === g.blad) r.gebied = verschoven(r.gebied, { as, bij, aantal, van, tot: van + dwars - 1 });
    }
  }

  /** A Range object, or an address; without a sheet it is on `blad`. Throws InvalidArgument. */
  bereikUit(argument: unknown, blad: Blad, naam: string): Bereik {
    if (isHostobject(argument) && argument.bereik) return argument.bereik;
    if (typeof argument !== "string") throw ongeldig(naam);
    const { blad: bladnaam, adres } = splitsAdres(argument.replace(/^=/, ""));
    const genoemd = bladnaam === null ? blad : this.werkmap.bladMetNaam(bladnaam);
    const naamwaarde = bladnaam === null ? this.werkmap.namen.find((n) => n.naam.toLowerCase() === adres.toLowerCase()) : undefined;
    if (naamwaarde) return this.bereikUit(naamwaarde.formule, blad, naam);
    const g = leesAdres(adres);
    if (!genoemd || !g) throw ongeldig(naam);
    return { blad: genoemd, gebied: g };
  }
}

/** Throws InvalidArgument when it lies outside the sheet. */
export function gebiedOpBlad(rij: number, kolom: number, rijen: number, kolommen: number, naam: string): Gebied {
  const g = gebied(rij, kolom, rijen, kolommen);
  if (rij < 0 || kolom < 0 || rijen < 1 || kolommen < 1 || rij + rijen > 1_048_576 || kolom + kolommen > 16_384) throw ongeldig(naam);
  return g;
}
