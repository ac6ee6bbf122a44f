/** No row: the end of a chain. */
const GEEN = -1;

/**
 * Which rows bear a reference that stands higher up too, kept up to date row by row.
 *
 * An index of its own because a Map of 100,000 texts alone costs more than half the time in which the whole list has to be
 * checked (bench/meldcode.ts). Rows with the same reference form a chain, from top to bottom; the first rows of the
 * references that share a bucket form another.
 */
export class Kenmerken {
  readonly #sleutels: string[];
  readonly #masker: number;
  /** Per bucket: the first row of a reference in it. */
  readonly #emmers: Int32Array;
  /** Per first row: the first row of another reference in the same bucket. */
  readonly #buur: Int32Array;
  /** Per row: the next row down with the same reference. */
  readonly #volgende: Int32Array;
  readonly #dubbel: Uint8Array;

  /** Per row the reference as it is compared, "" for none; the array is this object's own from now on. */
  constructor(sleutels: string[]) {
    const aantal = sleutels.length;
    this.#masker = 2 ** Math.ceil(Math.log2(2 * aantal + 1)) - 1;
    this.#sleutels = sleutels;
    this.#emmers = new Int32Array(this.#masker + 1).fill(GEEN);
    this.#buur = new Int32Array(aantal).fill(GEEN);
    this.#volgende = new Int32Array(aantal).fill(GEEN);
    this.#dubbel = new Uint8Array(aantal);
    // From the bottom up every row comes before those of its reference that are in already: no chain has to be walked.
    for (let rij = aantal - 1; rij >= 0; rij--) this.#voegToe(rij, sleutels[rij] ?? "");
  }

  /** The reference of this row stands in a row above it too. */
  isDubbel(rij: number): boolean {
    return this.#dubbel[rij] === 1;
  }

  /** Gives a row another reference. Answers the other rows of which isDubbel changed: two at most. */
  zet(rij: number, sleutel: string): number[] {
    if (sleutel === this.#sleutels[rij]) return [];
    return [this.#haalWeg(rij), this.#voegToe(rij, sleutel)].filter((andere) => andere !== GEEN);
  }

  /** Answers the row that is no longer the first of its reference, if any. */
  #voegToe(rij: number, sleutel: string): number {
    this.#sleutels[rij] = sleutel;
    if (sleutel === "") return GEEN;
    const emmer = this.#emmer(sleutel);
    const eerste = this.#eersteMet(sleutel, emmer);
    if (eerste === GEEN) {
      this.#buur[rij] = this.#emmers[emmer] ?? GEEN;
      this.#emmers[emmer] = rij;
      return GEEN;
    }
    if (rij < eerste) {
      this.#vervangEerste(eerste, rij, emmer);
      this.#volgende[rij] = eerste;
      this.#dubbel[eerste] = 1;
      return eerste;
    }
    const boven = this.#vorige(eerste, rij);
    this.#volgende[rij] = this.#volgende[boven] ?? GEEN;
    this.#volgende[boven] = rij;
    this.#dubbel[rij] = 1;
    return GEEN;
  }

  /** Answers the row that became the first of its reference, if any. */
  #haalWeg(rij: number): number {
    const sleutel = this.#sleutels[rij] ?? "";
    if (sleutel === "") return GEEN;
    const emmer = this.#emmer(sleutel);
    const opvolger = this.#volgende[rij] ?? GEEN;
    this.#sleutels[rij] = "";
    this.#volgende[rij] = GEEN;
    if (this.#dubbel[rij] === 1) {
      this.#volgende[this.#vorige(this.#eersteMet(sleutel, emmer), rij)] = opvolger;
      this.#dubbel[rij] = 0;
      return GEEN;
    }
    this.#vervangEerste(rij, opvolger, emmer);
    if (opvolger !== GEEN) this.#dubbel[opvolger] = 0;
    return opvolger;
  }

  #eersteMet(sleutel: string, emmer: number): number {
    let eerste = this.#emmers[emmer] ?? GEEN;
    while (eerste !== GEEN && this.#sleutels[eerste] !== sleutel) eerste = this.#buur[eerste] ?? GEEN;
    return eerste;
  }

  /** The last row above `rij` in the chain that begins with `eerste`. */
  #vorige(eerste: number, rij: number): number {
    let boven = eerste;
    for (let onder = this.#volgende[boven] ?? GEEN; onder !== GEEN && onder < rij; onder = this.#volgende[boven] ?? GEEN) boven = onder;
    return boven;
  }

  /** Puts another row (or none) in the place of the first row of a reference. */
  #vervangEerste(oud: number, nieuw: number, emmer: number): void {
    const rest = this.#buur[oud] ?? GEEN;
    this.#buur[oud] = GEEN;
    if (nieuw !== GEEN) this.#buur[nieuw] = rest;
    const opvolger = nieuw === GEEN ? rest : nieuw;
    if (this.#emmers[emmer] === oud) this.#emmers[emmer] = opvolger;
    else {
      let ervoor = this.#emmers[emmer] ?? GEEN;
      while (this.#buur[ervoor] !== oud) ervoor = this.#buur[ervoor] ?? GEEN;
      this.#buur[ervoor] = opvolger;
    }
  }

  #emmer(sleutel: string): number {
    let som = 0;
    for (let i = 0; i < sleutel.length; i++) som = (Math.imul(som, 31) + sleutel.charCodeAt(i)) | 0;
    return (Math.imul(som, 0x9e3779b1) >>> 7) & this.#masker;
  }
}
