import { BEVINDINGEN, type Bevinding, type Ernst } from "./bevinding";
import { INDICATORREGELS, type Indicatorregel } from "./controle/indicator";
import { isLopend } from "./controle/lopend";
import { INDICATORWAARDEN, type Indicator } from "./indicator";
import { Inhouden } from "./inhouden";
import { INDICATORLEZERS } from "./lezen/keuzes";
import { EERSTE, MAANDEN } from "./maandstanden";
import { maandnummer, type Periode } from "./periode";
import type { Rijbeeld } from "./rijen";
import type { Cel } from "./veld";

/**
 * An indicator that is asked: what its column holds, what is wrong there, and what it counts per month. Apart from the columns that
 * all municipalities ask, so that a list without indicators pays nothing for them.
 */
export class Indicatorkolom {
  readonly #waarden: readonly string[];
  readonly #inhouden: Inhouden<string>;
  /** Per row the number of its content. */
  readonly #nummers: Uint32Array;
  /** The list has the column: only then is an empty cell told. */
  readonly #aanwezig: boolean;
  readonly #eersteMaand: number;
  readonly #tellers: Int32Array;

  /** `vanaf`: from this month on it is asked. `kolom`: null when the list does not have it. */
  constructor(
    readonly indicator: Indicator,
    vanaf: Periode,
    kolom: readonly Cel[] | null,
    lengte: number,
  ) {
    this.#waarden = [...Object.keys(INDICATORWAARDEN[indicator]), "onbekend"];
    this.#inhouden = new Inhouden<string>({ lees: INDICATORLEZERS[indicator], toets: () => 0, telplaats: (waarde) => this.#waarden.indexOf(waarde ?? "onbekend") });
    this.#nummers = new Uint32Array(lengte);
    this.#aanwezig = kolom !== null;
    this.#eersteMaand = maandnummer(vanaf);
    this.#tellers = new Int32Array(MAANDEN * this.#waarden.length);
    kolom?.forEach((cel, positie) => this.zet(positie, cel));
  }

  cel(positie: number): Cel {
    return this.#beeld(positie).cel;
  }

  isLeeg(positie: number): boolean {
    return this.#beeld(positie).leeg;
  }

  zet(positie: number, cel: Cel): void {
    this.#nummers[positie] = this.#inhouden.nummer(cel);
  }

  /** Of what is to be told of the cell, the severity. `rij`: what else stands in its row. */
  ernst(positie: number, rij: Rijbeeld): Ernst | null {
    const regel = this.#regel(positie, rij);
    return regel && BEVINDINGEN[regel.code];
  }

  bevinding(positie: number, rij: Rijbeeld): Bevinding | null {
    const regel = this.#regel(positie, rij);
    if (!regel) return null;
    const { code, melding } = regel;
    const herstel = regel.herstel?.(this.#beeld(positie).waarde);
    return { code, ernst: BEVINDINGEN[code], rij: positie, veld: this.indicator, melding, ...(herstel ? { herstel } : {}) };
  }

  /** 1 adds a case without a fout, -1 takes it away again. `maand`: see maandnummer. */
  tel(positie: number, maand: number, stap: 1 | -1): void {
    const plaats = (maand - EERSTE) * this.#waarden.length + this.#beeld(positie).telplaats;
    this.#tellers[plaats] = (this.#tellers[plaats] ?? 0) + stap;
  }

  /** The counts of the months from `van` up to and including `tot` together. */
  som(van: number, tot: number): Record<string, number> {
    const som = (plaats: number) => {
      let totaal = 0;
      for (let maand = van; maand <= tot; maand++) totaal += this.#tellers[(maand - EERSTE) * this.#waarden.length + plaats] ?? 0;
      return totaal;
    };
    return Object.fromEntries(this.#waarden.map((waarde, plaats) => [waarde, som(plaats)]));
  }

  /** At most one holds: a cell is empty, or not understood, or understood. */
  #regel(positie: number, rij: Rijbeeld): Indicatorregel | null {
    const { leeg, waarde, anders } = this.#beeld(positie);
    const { ongeldig, ontbreekt, andersGeschreven } = INDICATORREGELS[this.indicator];
    if (leeg) return this.#aanwezig && !isLopend(rij) && rij.startdatum.telplaats >= this.#eersteMaand ? ontbreekt : null;
    if (waarde === null) return ongeldig;
    return anders ? andersGeschreven : null;
  }

  #beeld(positie: number) {
    return this.#inhouden.beeld(this.#nummers[positie] ?? 0);
  }
}
