import { kopsleutel } from "../lezen/koppen";
import { isBlanco } from "../lezen/tekst";
import { type Cel, VELDEN, type Veld } from "../veld";
import { type Bereik, type Kolomwijzer, type Koppeling, Koppelingfout } from "./koppeling";
import { TEKSTEN } from "./teksten";

/** A sheet's cells, or those of a csv. Rows and columns count from 1. */
export interface Celblad {
  readonly blad: string;
  readonly zichtbaar: boolean;
  /** Rows that hold anything, from top to bottom; a cell stands at its column number. */
  readonly rijen: ReadonlyMap<number, readonly (Cel | undefined)[]>;
}

/** Where an area of the mapping stands in this file. */
export interface Bereikplaats {
  readonly blad: string;
  readonly koprij: number;
  readonly eersteRij: number;
  readonly laatsteRij: number;
  /** Column numbers per field, in the order of the mapping; none for a field without a column. */
  readonly kolommen: Readonly<Record<Veld, readonly number[]>>;
  readonly filters: readonly number[];
  readonly leeftijd: number | null;
  readonly organisatie: number | null;
  /** Columns that were found by their letters, because their header now reads otherwise. */
  readonly hernoemd: readonly { readonly kop: string; readonly kolom: number; readonly wordt: string }[];
}

export interface Celplaats {
  readonly blad: string;
  readonly rij: number;
  readonly kolom: number;
}

/** The field's first column; of a field without one, the start date's cell. */
export function celplaats({ blad, kolommen }: Bereikplaats, rij: number, veld: Veld): Celplaats {
  return { blad, rij, kolom: kolommen[veld][0] ?? kolommen.startdatum[0] ?? 1 };
}

/** The cell, or null. */
export function cel({ rijen }: Celblad, rij: number, kolom: number): Cel {
  return rijen.get(rij)?.[kolom] ?? null;
}

/** The header cells of an area by column number; blank ones are left out. */
export function koppen(blad: Celblad, koprij: number): Map<number, string> {
  const gevonden = new Map<number, string>();
  (blad.rijen.get(koprij) ?? []).forEach((waarde, kolom) => {
    if (waarde !== undefined && waarde !== null && !isBlanco(waarde)) gevonden.set(kolom, String(waarde));
  });
  return gevonden;
}

/** @throws Koppelingfout when a sheet or a column is not there. */
export function vindPlaats(bereik: Bereik, koppeling: Koppeling, bladen: readonly Celblad[]): Bereikplaats {
  const blad = bladen.find((b) => b.blad.toLowerCase() === bereik.blad.toLowerCase());
  if (!blad) throw new Koppelingfout(TEKSTEN.bladOntbreekt(bereik.blad, bladen.map((b) => b.blad)));
  const zoeker = new Kolomzoeker(blad, bereik, koppeling);
  const perVeld = VELDEN.map((veld) => [veld, (koppeling.velden[veld]?.kolommen ?? []).map((wijzer) => zoeker.vind(wijzer))] as const);
  return {
    blad: blad.blad,
    koprij: bereik.koprij,
    eersteRij: bereik.koprij + 1,
    laatsteRij: bereik.laatsteRij ?? laatsteRij(blad, bereik.koprij),
    // fromEntries forgets that every field is there.
    kolommen: Object.fromEntries(perVeld) as Record<Veld, number[]>,
    filters: koppeling.filters.map((filter) => zoeker.vind(filter)),
    leeftijd: koppeling.leeftijd ? zoeker.vind(koppeling.leeftijd) : null,
    organisatie: koppeling.organisatie ? zoeker.vind(koppeling.organisatie) : null,
    hernoemd: zoeker.hernoemd,
  };
}

function laatsteRij({ rijen }: Celblad, vanaf: number): number {
  let laatste = vanaf;
  for (const rij of rijen.keys()) if (rij > laatste) laatste = rij;
  return laatste;
}

class Kolomzoeker {
  readonly hernoemd: Bereikplaats["hernoemd"][number][] = [];
  readonly #koppen: ReadonlyMap<number, string>;
  readonly #genoemd: ReadonlySet<string>;

  constructor(
    readonly blad: Celblad,
    readonly bereik: Bereik,
    koppeling: Koppeling,
  ) {
    this.#koppen = koppen(blad, bereik.koprij);
    const wijzers: Kolomwijzer[] = [...VELDEN.flatMap((veld) => koppeling.velden[veld]?.kolommen ?? []), ...koppeling.filters, ...(koppeling.leeftijd ? [koppeling.leeftijd] : []), ...(koppeling.organisatie ? [koppeling.organisatie] : [])];
    this.#genoemd = new Set(wijzers.map(({ kop }) => kopsleutel(kop)));
  }

  /** By its header; by its letters where the header does not decide. */
  vind({ kop, kolom }: Kolomwijzer): number {
    const opPlaats = kolom === undefined ? 0 : kolomnummer(kolom);
    const sleutel = kopsleutel(kop);
    const [eerste, ...andere] = sleutel === "" ? [] : Array.from(this.#koppen).flatMap(([nummer, tekst]) => (kopsleutel(tekst) === sleutel ? [nummer] : []));
    if (eerste !== undefined && andere.length === 0) return eerste;
    if (eerste === opPlaats || andere.includes(opPlaats)) return opPlaats;
    if (eerste !== undefined) throw new Koppelingfout(TEKSTEN.kopDubbel(kop, this.bereik));
    const nu = this.#koppen.get(opPlaats) ?? "";
    // A header that the mapping knows elsewhere says that columns moved: this is not the column.
    if (opPlaats === 0 || this.#genoemd.has(kopsleutel(nu)) !== (sleutel === "" && nu === "")) throw new Koppelingfout(TEKSTEN.kolomOntbreekt(kop, this.bereik));
    if (nu !== "") this.hernoemd.push({ kop, kolom: opPlaats, wordt: nu });
    return opPlaats;
  }
}

/** "AB" → 28. */
export function kolomnummer(letters: string): number {
  return Array.from(letters).reduce((som, letter) => som * 26 + letter.charCodeAt(0) - 64, 0);
}

/** 28 → "AB". */
export function kolomletters(nummer: number): string {
  return nummer > 26 ? kolomletters(Math.floor((nummer - 1) / 26)) + kolomletters(((nummer - 1) % 26) + 1) : String.fromCharCode(64 + nummer);
}
