/** No row: the end of a chain. */
const GEEN = -1;

/** What is kept of each row, four numbers side by side so that a row is found in one place of memory. */
const HASH = 0; // of its reference; 0 when it has none
const VOLGENDE = 1; // the next row down with the same reference
const BUUR = 2; // of the first row of a reference: the first row of another reference in the same bucket
const DUBBEL = 3; // 1 when its reference stands in a row above it too
const BREEDTE = 4;

/**
 * Which rows bear a reference that stands higher up too, kept up to date row by row.
 *
 * An index of its own because a Map of 100,000 texts alone costs more than half the time in which the whole list has to be
 * checked (bench/meldcode.ts). Rows with the same reference form a chain from top to bottom; the first rows of the references
 * that share a bucket form another.
 */
export class Kenmerken {
  readonly #sleutelVan: (rij: number) => string;
  readonly #masker: number;
  /** Per bucket the first row of a reference in it. */
  readonly #emmers: Int32Array;
  readonly #rijen: Int32Array;

  /** `sleutelVan`: the reference that stands in a row now, as it is compared; "" for none. */
  constructor(aantal: number, sleutelVan: (rij: number) => string) {
    this.#sleutelVan = sleutelVan;
    this.#masker = 2 ** Math.ceil(Math.log2(aantal + 1)) - 1;
    this.#emmers = new Int32Array(this.#masker + 1).fill(GEEN);
    this.#rijen = new Int32Array(aantal * BREEDTE);
    // From the bottom up every row comes above those of its reference that are in already: no chain has to be walked.
    for (let rij = aantal - 1; rij >= 0; rij--) this.voegToe(rij);
  }

  /** The reference of this row stands in a row above it too. */
  isDubbel(rij: number): boolean {
    return this.#lees(rij, DUBBEL) === 1;
  }

  /** Takes in the reference that stands in a row now. Answers the row that is no longer the first with it, or null. */
  voegToe(rij: number): number | null {
    const sleutel = this.#sleutelVan(rij);
    if (sleutel === "") return null;
    const hash = hashVan(sleutel);
    const eerste = this.#eersteMet(sleutel, hash);
    this.#zet(rij, HASH, hash);
    if (eerste === GEEN) {
      const emmer = hash & this.#masker;
      this.#zet(rij, VOLGENDE, GEEN);
      this.#zet(rij, BUUR, this.#emmers[emmer] ?? GEEN);
      this.#emmers[emmer] = rij;
      return null;
    }
    if (rij < eerste) {
      this.#vervangEerste(eerste, rij, hash);
      this.#zet(rij, VOLGENDE, eerste);
      this.#zet(eerste, DUBBEL, 1);
      return eerste;
    }
    const boven = this.#vorige(eerste, rij);
    this.#zet(rij, VOLGENDE, this.#lees(boven, VOLGENDE));
    this.#zet(boven, VOLGENDE, rij);
    this.#zet(rij, DUBBEL, 1);
    return null;
  }

  /** Forgets the reference of a row, before it changes. Answers the row that is now the first with it, or null. */
  haalWeg(rij: number): number | null {
    const hash = this.#lees(rij, HASH);
    if (hash === 0) return null;
    const opvolger = this.#lees(rij, VOLGENDE);
    const wasDubbel = this.isDubbel(rij);
    if (wasDubbel) this.#zet(this.#vorige(this.#eersteMet(this.#sleutelVan(rij), hash), rij), VOLGENDE, opvolger);
    else this.#vervangEerste(rij, opvolger, hash);
    this.#zet(rij, HASH, 0);
    this.#zet(rij, DUBBEL, 0);
    if (wasDubbel || opvolger === GEEN) return null;
    this.#zet(opvolger, DUBBEL, 0);
    return opvolger;
  }

  #eersteMet(sleutel: string, hash: number): number {
    let eerste = this.#emmers[hash & this.#masker] ?? GEEN;
    while (eerste !== GEEN && !(this.#lees(eerste, HASH) === hash && this.#sleutelVan(eerste) === sleutel)) eerste = this.#lees(eerste, BUUR);
    return eerste;
  }

  /** The last row above `rij` in the chain that begins with `eerste`. */
  #vorige(eerste: number, rij: number): number {
    let boven = eerste;
    for (let onder = this.#lees(boven, VOLGENDE); onder !== GEEN && onder < rij; onder = this.#lees(boven, VOLGENDE)) boven = onder;
    return boven;
  }

  /** Puts another row (or none) in the place of the first row of a reference. */
  #vervangEerste(oud: number, nieuw: number, hash: number): void {
    const rest = this.#lees(oud, BUUR);
    if (nieuw !== GEEN) this.#zet(nieuw, BUUR, rest);
    const opvolger = nieuw === GEEN ? rest : nieuw;
    let ervoor = this.#emmers[hash & this.#masker] ?? GEEN;
    if (ervoor === oud) {
      this.#emmers[hash & this.#masker] = opvolger;
      return;
    }
    while (this.#lees(ervoor, BUUR) !== oud) ervoor = this.#lees(ervoor, BUUR);
    this.#zet(ervoor, BUUR, opvolger);
  }

  #lees(rij: number, wat: number): number {
    return this.#rijen[rij * BREEDTE + wat] ?? GEEN;
  }

  #zet(rij: number, wat: number, waarde: number): void {
    this.#rijen[rij * BREEDTE + wat] = waarde;
  }
}

/** Never 0. */
function hashVan(sleutel: string): number {
  let som = 0;
  for (let i = 0; i < sleutel.length; i++) som = (Math.imul(som, 31) + sleutel.charCodeAt(i)) | 0;
  return (Math.imul(som, 0x9e3779b1) >>> 5) + 1;
}
