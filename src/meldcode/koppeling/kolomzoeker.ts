import { kopsleutel } from "../lezen/koppen";
import { kolomnummer } from "./celblad";
import { type Bereik, type Kolomwijzer, Koppelingfout } from "./koppeling";
import { TEKSTEN } from "./teksten";

/** A column that was found by its letters, because its header now reads otherwise. */
export interface Hernoemd {
  readonly kop: string;
  readonly kolom: number;
  readonly wordt: string;
}

/** Finds the columns of a mapping among the headers of an area: by header, and where that does not decide, by where they stood. */
export class Kolomzoeker {
  readonly hernoemd: Hernoemd[] = [];
  readonly #genoemd: ReadonlySet<string>;
  /** Of columns found by header alone: where they stood, and how far they moved. */
  readonly #verschoven: readonly { readonly stond: number; readonly over: number }[];

  /** `wijzers`: every column of the mapping. */
  constructor(
    readonly koppen: ReadonlyMap<number, string>,
    readonly bereik: Bereik,
    wijzers: readonly Kolomwijzer[],
  ) {
    this.#genoemd = new Set(wijzers.flatMap(sleutels));
    this.#verschoven = wijzers.flatMap((wijzer) => {
      const [nummer, ...andere] = this.opKop(wijzer);
      return nummer === undefined || andere.length > 0 || wijzer.kolom === undefined ? [] : [{ stond: kolomnummer(wijzer.kolom), over: nummer - kolomnummer(wijzer.kolom) }];
    });
  }

  /** @throws Koppelingfout when it is not there, or it cannot be said which it is. */
  vind(wijzer: Kolomwijzer): number {
    const nummer = this.zoek(wijzer);
    if (nummer === null) throw new Koppelingfout(TEKSTEN.kolomOntbreekt(wijzer.kop, this.bereik));
    return nummer;
  }

  /** null: it is not there. @throws Koppelingfout when its header stands there twice and its letters do not say which. */
  zoek(wijzer: Kolomwijzer): number | null {
    const [eerste, ...andere] = this.opKop(wijzer);
    if (eerste !== undefined && andere.length === 0) return eerste;
    const hier = this.#opPlaats(wijzer);
    if (hier !== null && (eerste === hier || andere.includes(hier))) return hier;
    if (eerste !== undefined) throw new Koppelingfout(TEKSTEN.kopDubbel(wijzer.kop, this.bereik));
    if (hier === null) return null;
    const nu = this.koppen.get(hier) ?? "";
    if (nu === "") return kopsleutel(wijzer.kop) === "" ? hier : null;
    // A header that the mapping knows elsewhere says that columns moved: this is not the column.
    if (this.#genoemd.has(kopsleutel(nu))) return null;
    this.hernoemd.push({ kop: wijzer.kop, kolom: hier, wordt: nu });
    return hier;
  }

  /** Every column with that header. */
  opKop(wijzer: Kolomwijzer): number[] {
    const gezocht = sleutels(wijzer).filter((sleutel) => sleutel !== "");
    return Array.from(this.koppen).flatMap(([nummer, tekst]) => (gezocht.includes(kopsleutel(tekst)) ? [nummer] : []));
  }

  /** Where its letters say that it stood, and from there as far as the column nearest to it moved. */
  #opPlaats({ kolom }: Kolomwijzer): number | null {
    if (kolom === undefined) return null;
    const stond = kolomnummer(kolom);
    const [buur] = this.#verschoven.toSorted((a, b) => Math.abs(a.stond - stond) - Math.abs(b.stond - stond));
    return stond + (buur?.over ?? 0);
  }
}

export function sleutels({ kop, andereKoppen = [] }: Kolomwijzer): string[] {
  return [kop, ...andereKoppen].map(kopsleutel);
}
