import { gebied, MAX_KOLOMMEN, MAX_RIJEN, type Gebied } from "./adres";
import type { Cel, Opmaakregel, Validatie, Zichtbaarheid } from "./cel";

/** All of a sheet but its cells; never changed in place, always replaced (Werkmap.zetBlad), so undo is putting the old one back. */
export interface Bladgegevens {
  readonly naam: string;
  readonly zichtbaarheid: Zichtbaarheid;
  readonly beveiligd: boolean;
  /** In points, as Excel's columnWidth: a pixel on screen is 0.75 point. A column that is not named has STANDAARD_BREEDTE. */
  readonly kolombreedtes: ReadonlyMap<number, number>;
  /** In points. */
  readonly rijhoogtes: ReadonlyMap<number, number>;
  readonly verborgenRijen: ReadonlySet<number>;
  readonly verborgenKolommen: ReadonlySet<number>;
  /** How many rows and columns stay in view. */
  readonly bevroren: { readonly rijen: number; readonly kolommen: number };
  readonly validaties: readonly Validatie[];
  /** First one first applied. */
  readonly opmaakregels: readonly Opmaakregel[];
  readonly samengevoegd: readonly Gebied[];
  /** "#RRGGBB", or "" without colour. */
  readonly tabkleur: string;
  readonly rasterlijnen: boolean;
}

export const STANDAARD_BREEDTE = 48;
export const STANDAARD_HOOGTE = 15;

const LEEG: Bladgegevens = {
  naam: "",
  zichtbaarheid: "Visible",
  beveiligd: false,
  kolombreedtes: new Map(),
  rijhoogtes: new Map(),
  verborgenRijen: new Set(),
  verborgenKolommen: new Set(),
  bevroren: { rijen: 0, kolommen: 0 },
  validaties: [],
  opmaakregels: [],
  samengevoegd: [],
  tabkleur: "",
  rasterlijnen: true,
};

type Celrij = (Cel | undefined)[];

/** One sheet. Reading is free; writing goes through the Werkmap, which remembers how to undo it. */
export class Blad {
  gegevens: Bladgegevens;
  selectie: Gebied = gebied(0, 0);
  /** How many cells hold a formula. */
  formules = 0;
  /** Sparse: a row without cells is not there. */
  readonly #rijen: (Celrij | undefined)[] = [];
  /** What `gebruikt` answers, by alleenWaarden, until a cell changes: an add-in asks it for every column it reads. */
  readonly #gebruikt = new Map<boolean, Gebied | null>();

  constructor(
    readonly id: string,
    naam: string,
    gegevens: Partial<Bladgegevens> = {},
  ) {
    this.gegevens = { ...LEEG, ...gegevens, naam };
  }

  get naam(): string {
    return this.gegevens.naam;
  }

  cel(rij: number, kolom: number): Cel | undefined {
    return this.#rijen[rij]?.[kolom];
  }

  /** The rows that hold cells run to here (exclusive); cells with only a format count. */
  get hoogte(): number {
    return this.#rijen.length;
  }

  /** Every cell that is there, row by row. */
  *cellen(): Generator<readonly [rij: number, kolom: number, cel: Cel]> {
    for (let r = 0; r < this.#rijen.length; r++) {
      const rij = this.#rijen[r];
      for (let k = 0; rij && k < rij.length; k++) {
        const cel = rij[k];
        if (cel) yield [r, k, cel];
      }
    }
  }

  /** The block that holds everything; null on a blank sheet. With alleenWaarden, cells that only have a format do not count. */
  gebruikt(alleenWaarden = false): Gebied | null {
    const bekend = this.#gebruikt.get(alleenWaarden);
    if (bekend !== undefined) return bekend;
    const gevonden = this.#zoekGebruikt(alleenWaarden);
    this.#gebruikt.set(alleenWaarden, gevonden);
    return gevonden;
  }

  #zoekGebruikt(alleenWaarden: boolean): Gebied | null {
    let [boven, links, onder, rechts] = [MAX_RIJEN, MAX_KOLOMMEN, -1, -1];
    for (const [rij, kolom, cel] of this.cellen()) {
      if (alleenWaarden && cel.waarde === "" && cel.formule === undefined) continue;
      boven = Math.min(boven, rij);
      onder = rij;
      links = Math.min(links, kolom);
      rechts = Math.max(rechts, kolom);
    }
    return onder < 0 ? null : gebied(boven, links, onder - boven + 1, rechts - links + 1);
  }

  /** For the Werkmap only: without undo. Answers what stood there. */
  zet(rij: number, kolom: number, cel: Cel | undefined): Cel | undefined {
    this.#gebruikt.clear();
    const cellen = (this.#rijen[rij] ??= []);
    const oud = cellen[kolom];
    if (oud?.formule !== undefined) this.formules--;
    if (cel?.formule !== undefined) this.formules++;
    if (cel) cellen[kolom] = cel;
    else if (kolom === cellen.length - 1) cellen.length = kolom;
    else if (kolom < cellen.length) cellen[kolom] = undefined;
    if (cellen.length === 0) {
      if (rij === this.#rijen.length - 1) this.#rijen.length = rij;
      else this.#rijen[rij] = undefined;
    }
    return oud;
  }

  /** For the Werkmap only: takes whole rows out, or puts them in. */
  splitsRijen(bij: number, weg: number, erbij: readonly (Celrij | undefined)[]): (Celrij | undefined)[] {
    this.#gebruikt.clear();
    if (this.#rijen.length < bij) {
      if (erbij.every((rij) => !rij)) return [];
      this.#rijen.length = bij;
    }
    const uit: (Celrij | undefined)[] = [];
    const staart = this.#rijen.splice(bij);
    uit.push(...staart.splice(0, weg));
    for (const rij of erbij) this.#rijen.push(rij);
    for (const rij of staart) this.#rijen.push(rij);
    const tel = (rijen: readonly (Celrij | undefined)[]) =>
      rijen.reduce((som, rij) => som + (rij?.filter((cel) => cel?.formule !== undefined).length ?? 0), 0);
    this.formules += tel(erbij) - tel(uit);
    return uit;
  }
}
