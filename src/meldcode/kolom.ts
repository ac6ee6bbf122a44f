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

/** A column of the list as it reads. It holds few different contents, so each of those is read and checked once. */
export class Kolom<W> {
  readonly #wijze: Kolomwijze<W>;
  readonly #bekend = new Map<Cel, Celbeeld<W>>();
  readonly #beelden: Celbeeld<W>[];

  /** `cellen` is null when the list has no such column: every cell is empty then. */
  constructor(cellen: readonly Cel[] | null, lengte: number, wijze: Kolomwijze<W>) {
    this.#wijze = wijze;
    const leeg = this.#beeld(null);
    this.#beelden = Array<Celbeeld<W>>(lengte).fill(leeg);
    if (cellen) for (let positie = 0; positie < lengte; positie++) this.zet(positie, cellen[positie] ?? null);
  }

  /** Outside the list every cell is empty. */
  op(positie: number): Celbeeld<W> {
    return this.#beelden[positie] ?? this.#beeld(null);
  }

  zet(positie: number, cel: Cel): void {
    this.#beelden[positie] = this.#bekend.get(cel) ?? this.#beeld(cel);
  }

  #beeld(cel: Cel): Celbeeld<W> {
    const bekend = this.#bekend.get(cel);
    if (bekend) return bekend;
    const gelezen = this.#wijze.lees(cel);
    // Written out, so that all have one shape in memory: with a spread this is ten times slower.
    const beeld = { cel, leeg: gelezen.leeg, waarde: gelezen.waarde, anders: gelezen.anders, treffers: this.#wijze.toets(gelezen), telplaats: this.#wijze.telplaats(gelezen.waarde) };
    this.#bekend.set(cel, beeld);
    return beeld;
  }
}
