import { isIndicator } from "../indicator";
import { INDICATORLEZERS, leesConsultatie, leesSisa, leesStap5 } from "../lezen/keuzes";
import { isBlanco, normaliseer } from "../lezen/tekst";
import type { Cel } from "../veld";
import { type Betekenis, type Keuzeveld, type Velden, WAARDEN } from "./koppeling";

/** What a cell reads as in a list of ours. */
export const LEZERS = { sisa: leesSisa, consultatie: leesConsultatie, stap5: leesStap5, ...INDICATORLEZERS } as const;
/** consultatie and stap 5 are each two decisions: what the value says of the first and of the second. */
const DELEN: Readonly<Partial<Record<Betekenis, readonly [boolean, boolean]>>> = {
  intern: [true, false],
  extern: [false, true],
  internEnExtern: [true, true],
  hulp: [true, false],
  melding: [false, true],
  hulpEnMelding: [true, true],
};
/** By which of the two hold: neither, the first, the second, both. */
const SAMEN = { consultatie: ["geen", "intern", "extern", "internEnExtern"], stap5: ["geenVanBeide", "hulp", "melding", "hulpEnMelding"] } as const;

interface Woordenlijst {
  readonly woorden: ReadonlyMap<string, Betekenis>;
  readonly leeg: Betekenis | null;
  /** What was looked up before: a list has few words and many cells. */
  readonly eerder: Map<Cel, Betekenis | undefined>;
}

/** Reads the cells of a field of choices, one or two, into the cell that a list of ours would have there. */
export class Keuzelezing {
  readonly #veld: Keuzeveld;
  readonly #kolommen: readonly Woordenlijst[];
  readonly #leeg: Betekenis | null;

  constructor(veld: Keuzeveld, deel: Velden[Keuzeveld]) {
    this.#veld = veld;
    this.#kolommen = (deel?.kolommen ?? []).map(({ waarden = {}, leeg = null }) => ({ woorden: new Map(Object.entries(waarden).map(([woord, wat]) => [normaliseer(woord), wat])), leeg, eerder: new Map() }));
    this.#leeg = deel?.leeg ?? null;
  }

  /** The value itself for what the mapping knows; what it does not know stays as it is written. null: nothing yet. */
  lees(cellen: readonly Cel[]): Cel {
    if (cellen.every(isBlanco)) return this.#leeg === null || this.#leeg === "open" ? null : this.#toon(this.#leeg);
    const [eerste, tweede] = this.#kolommen.map((kolom, i) => this.#betekenis(kolom, cellen[i] ?? null));
    if (tweede === undefined) {
      const [alleen = null] = cellen;
      if (eerste === "open") return null;
      // "ja" and "niet" say something only beside another column.
      return eerste === undefined || eerste === null || eerste === "niet" || (eerste === "ja" && this.#veld !== "sisa") ? alleen : this.#toon(eerste);
    }
    const samen = eerste === undefined ? null : this.#samen(eerste, tweede);
    return samen === "open" ? null : samen === null ? cellen.filter((cel) => !isBlanco(cel)).join(" | ") : this.#toon(samen);
  }

  /** Whether the mapping knows the cell's word in that column. */
  kent(kolom: number, cel: Cel): boolean {
    const lijst = this.#kolommen[kolom];
    if (cel === null || isBlanco(cel) || (lijst !== undefined && zoekOp(lijst, cel) !== undefined)) return true;
    // Of an indicator what our list reads needs no word of its own: an age, a number of children.
    return isIndicator(this.#veld) && LEZERS[this.#veld](cel).waarde !== null;
  }

  /**
   * null: not understood. Without a word of its own a cell reads as it does in our list; such a value keeps its tip only when it stands
   * alone, and of an indicator never: where an own list says how old a child is, nothing is gained by a group in its place.
   */
  #betekenis(lijst: Woordenlijst, cel: Cel): Betekenis | null {
    if (cel === null || isBlanco(cel)) return lijst.leeg ?? "open";
    return zoekOp(lijst, cel) ?? (this.#kolommen.length === 2 || isIndicator(this.#veld) ? LEZERS[this.#veld](cel).waarde : null);
  }

  /** null: the two contradict, or together do not say which. */
  #samen(a: Betekenis | null, b: Betekenis | null): Betekenis | null {
    if (a === null || b === null || (this.#veld !== "consultatie" && this.#veld !== "stap5")) return null;
    const [geen] = SAMEN[this.#veld];
    const paren = [a, b].flatMap((betekenis) => (DELEN[betekenis] ? [DELEN[betekenis]] : []));
    if (paren.length > 0) {
      if (a === geen || b === geen) return null;
      const plek = (paren.some(([eerste]) => eerste) ? 1 : 0) + (paren.some(([, tweede]) => tweede) ? 2 : 0);
      return SAMEN[this.#veld][plek] ?? null;
    }
    if (a === "ja" || b === "ja") return null;
    if (a === geen || b === geen) return geen;
    return a === "niet" && b === "niet" ? geen : "open";
  }

  #toon(betekenis: Betekenis): string {
    const waarden: Readonly<Partial<Record<Betekenis, string>>> = WAARDEN[this.#veld];
    return waarden[betekenis] ?? betekenis;
  }
}

function zoekOp({ woorden, eerder }: Woordenlijst, cel: string | number | boolean): Betekenis | undefined {
  if (eerder.has(cel)) return eerder.get(cel);
  const wat = woorden.get(normaliseer(cel));
  eerder.set(cel, wat);
  return wat;
}
