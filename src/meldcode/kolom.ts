import type { Treffers } from "./controle/regels";
import type { Gelezen } from "./lezen/gelezen";
import type { Cel } from "./veld";

/** A cell as it reads, with all that follows from its content alone. */
export interface Celbeeld<W> extends Gelezen<W> {
  readonly cel: Cel;
  /** The rules that hold for it whatever else stands in its row. */
  readonly treffers: Treffers;
  /** Where its value is counted; see Telling. */
  readonly telplaats: number;
}

/** What a column makes of a content. */
export interface Kolomwijze<W> {
  lees(cel: Cel): Gelezen<W>;
  toets(gelezen: Gelezen<W>): Treffers;
  telplaats(waarde: W | null): number;
}

/** A column of the list as it reads. It holds few different contents: each of those is read and checked once, and has a number. */
export class Kolom<W> {
  readonly #wijze: Kolomwijze<W>;
  readonly #nummers = new Map<Cel, number>();
  /** By number; the empty cell is 0. */
  readonly #beelden: Celbeeld<W>[] = [];
  /** The number of what stands in each row. */
  readonly #rijen: Uint32Array;

  /** `cellen` is null when the list has no such column: every cell is empty then. */
  constructor(cellen: readonly Cel[] | null, lengte: number, wijze: Kolomwijze<W>) {
    this.#wijze = wijze;
    this.#nummer(null);
    this.#rijen = new Uint32Array(lengte);
    if (cellen) for (let positie = 0; positie < lengte; positie++) this.zet(positie, cellen[positie] ?? null);
  }

  op(positie: number): Celbeeld<W> {
    const beeld = this.#beelden[this.#rijen[positie] ?? 0];
    if (!beeld) throw new RangeError(`Rij ${positie} staat niet in de kolom.`);
    return beeld;
  }

  zet(positie: number, cel: Cel): void {
    this.#rijen[positie] = this.#nummers.get(cel) ?? this.#nummer(cel);
  }

  /** Gives a content that was not seen before the next number. */
  #nummer(cel: Cel): number {
    const gelezen = this.#wijze.lees(cel);
    // Written out, so that all have one shape in memory: made with a spread they are ten times slower to check.
    const beeld = { cel, leeg: gelezen.leeg, waarde: gelezen.waarde, anders: gelezen.anders, treffers: this.#wijze.toets(gelezen), telplaats: this.#wijze.telplaats(gelezen.waarde) };
    const nummer = this.#beelden.push(beeld) - 1;
    this.#nummers.set(cel, nummer);
    return nummer;
  }
}
