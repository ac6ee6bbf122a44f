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
export interface Leeswijze<W> {
  lees(cel: Cel): Gelezen<W>;
  toets(gelezen: Gelezen<W>): Treffers;
  telplaats(waarde: W | null): number;
}

/** The different contents of a column, of which there are few: each is read and checked once, and known by a number. */
export class Inhouden<W> {
  readonly #wijze: Leeswijze<W>;
  readonly #nummers = new Map<Cel, number>();
  readonly #beelden: Celbeeld<W>[] = [];
  readonly #leeg: Celbeeld<W>;

  constructor(wijze: Leeswijze<W>) {
    this.#wijze = wijze;
    this.#leeg = this.#bekijk(null);
    this.#onthoud(this.#leeg);
  }

  /** 0 is the empty cell, null. */
  nummer(cel: Cel): number {
    return this.#nummers.get(cel) ?? this.#onthoud(this.#bekijk(cel));
  }

  /** An unknown number reads as the empty cell. */
  beeld(nummer: number): Celbeeld<W> {
    return this.#beelden[nummer] ?? this.#leeg;
  }

  #onthoud(beeld: Celbeeld<W>): number {
    const nummer = this.#beelden.push(beeld) - 1;
    this.#nummers.set(beeld.cel, nummer);
    return nummer;
  }

  #bekijk(cel: Cel): Celbeeld<W> {
    const { leeg, waarde, anders } = this.#wijze.lees(cel);
    // Written out, so that all have one shape in memory: made with a spread they are ten times slower to check.
    return { cel, leeg, waarde, anders, treffers: this.#wijze.toets({ leeg, waarde, anders }), telplaats: this.#wijze.telplaats(waarde) };
  }
}
