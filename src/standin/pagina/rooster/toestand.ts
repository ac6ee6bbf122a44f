import { doorsnede, gebied, omhullende, type Gebied } from "../../model/adres";

export interface Cel {
  readonly rij: number;
  readonly kolom: number;
}

/** What a person is typing. In "invoer" arrow keys leave the cell, in "bewerken" (F2) they move inside the text, as in Excel. */
export interface Bewerking extends Cel {
  readonly tekst: string;
  readonly modus: "invoer" | "bewerken";
}

export interface Keuzelijst extends Cel {
  readonly opties: readonly string[];
  readonly gekozen: number;
}

export interface Stand {
  readonly actief: Cel;
  /** The selected block; holds the active cell. */
  readonly gebied: Gebied;
  /** The corner of the block opposite to `actief` when it is extended with Shift or the mouse. */
  readonly hoek: Cel;
  /** Column in which a run of Tab keys began; Enter returns there. */
  readonly tabkolom: number | null;
  readonly bewerking: Bewerking | null;
  readonly keuzelijst: Keuzelijst | null;
}

const BEGIN: Stand = {
  actief: { rij: 0, kolom: 0 },
  gebied: gebied(0, 0),
  hoek: { rij: 0, kolom: 0 },
  tabkolom: null,
  bewerking: null,
  keuzelijst: null,
};

/**
 * Where the person is in the grid. Kept outside React and changed at once, so that keys that follow each other
 * faster than the screen is drawn all land in the right cell.
 */
export class Roostertoestand {
  #stand: Stand = BEGIN;
  readonly #luisteraars = new Set<() => void>();

  get stand(): Stand {
    return this.#stand;
  }

  readonly luister = (luisteraar: () => void): (() => void) => {
    this.#luisteraars.add(luisteraar);
    return () => this.#luisteraars.delete(luisteraar);
  };

  readonly lees = (): Stand => this.#stand;

  /** Makes this the only selected cell. */
  ga(naar: Cel, tabkolom: number | null = null): void {
    this.#zet({ actief: naar, hoek: naar, gebied: gebied(naar.rij, naar.kolom), tabkolom, keuzelijst: null });
  }

  /** Extends the block from the active cell to here. */
  strek(naar: Cel): void {
    const { actief } = this.#stand;
    this.#zet({ hoek: naar, gebied: omhullende(gebied(actief.rij, actief.kolom), gebied(naar.rij, naar.kolom)), keuzelijst: null });
  }

  /** Selects a block; the active cell is its first one, or stays when it lies inside. */
  kies(g: Gebied, behoudActief = false): void {
    const { actief } = this.#stand;
    const blijft = behoudActief && doorsnede(g, gebied(actief.rij, actief.kolom)) !== null;
    this.#zet({
      actief: blijft ? actief : { rij: g.rij, kolom: g.kolom },
      hoek: { rij: g.rij + g.rijen - 1, kolom: g.kolom + g.kolommen - 1 },
      gebied: g,
      tabkolom: null,
      keuzelijst: null,
    });
  }

  typ(tekst: string, modus: Bewerking["modus"] = this.#stand.bewerking?.modus ?? "invoer"): void {
    const cel = this.#stand.bewerking ?? this.#stand.actief;
    this.#zet({ bewerking: { rij: cel.rij, kolom: cel.kolom, tekst, modus }, keuzelijst: null });
  }

  stopBewerking(): void {
    if (this.#stand.bewerking) this.#zet({ bewerking: null });
  }

  toonKeuzes(opties: readonly string[], gekozen: number): void {
    this.#zet({ keuzelijst: { ...this.#stand.actief, opties, gekozen: Math.max(0, gekozen) } });
  }

  wijsAan(gekozen: number): void {
    const { keuzelijst } = this.#stand;
    if (keuzelijst) this.#zet({ keuzelijst: { ...keuzelijst, gekozen: Math.max(0, Math.min(keuzelijst.opties.length - 1, gekozen)) } });
  }

  sluitKeuzes(): void {
    if (this.#stand.keuzelijst) this.#zet({ keuzelijst: null });
  }

  #zet(deel: Partial<Stand>): void {
    this.#stand = { ...this.#stand, ...deel };
    for (const luisteraar of this.#luisteraars) luisteraar();
  }
}
