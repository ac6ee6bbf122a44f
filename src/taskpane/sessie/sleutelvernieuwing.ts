import { type Organisatietoegang, toegangenVan } from "../../meldcode/uitwisseling/activering";
import type { Dienst } from "../dienst/dienst";
import { isTijdelijk, isToegang } from "../dienst/uitkomst";
import type { Bewaarplaats } from "./bewaarplaats";
import type { Deelnemer } from "./deelnemer";
import type { Deelnemers } from "./deelnemers";

export interface Sleutelvernieuwingopties {
  readonly dienst: Dienst;
  readonly bewaarplaats: Bewaarplaats;
  readonly deelnemers: Deelnemers;
  readonly klok: () => Date;
  readonly uuid: () => string;
}

/** A key is renewed from so many days before it expires: a summer holiday long, and then some. */
const OP_TIJD_DAGEN = 60;
const UUR = 3_600_000;
const DAG = 24 * UUR;
/** Between two looks of a pane that stays open. */
const TUSSENPOOS = 6 * UUR;

/** Keeps the keys in this pane from expiring. Nobody sees it: when it does not work, it tries again later, until the key has expired after all. */
export class Sleutelvernieuwing {
  readonly #o: Sleutelvernieuwingopties;
  /** By the key that is renewed, so that a lost answer can be asked for again. */
  readonly #herhaalsleutels = new Map<string, string>();
  #laatst = -Infinity;

  constructor(opties: Sleutelvernieuwingopties) {
    this.#o = opties;
  }

  /** Renews what comes near its end; asked too soon after the last time, it does nothing. */
  async kijk(): Promise<void> {
    const nu = this.#o.klok().getTime();
    if (Math.abs(nu - this.#laatst) < TUSSENPOOS) return;
    this.#laatst = nu;
    await this.neemOver();
    for (const { organisatieId } of this.#o.deelnemers.organisaties) {
      const deelnemer = this.#o.deelnemers.van(organisatieId);
      // Without a connection the others need not be tried either.
      if (deelnemer && Date.parse(deelnemer.bewaard.geldigTot) - nu < OP_TIJD_DAGEN * DAG && !(await this.#vernieuw(deelnemer))) return;
    }
  }

  /** Another pane on this computer may have renewed a key, or activated again: a later key takes the place of ours. */
  neemOver(): Promise<void> {
    return this.#neem((bewaard, eigen) => Date.parse(bewaard.geldigTot) > Date.parse(eigen.geldigTot));
  }

  /** This organisation's key is not what is wanted: any other that is kept takes its place. */
  zoek(organisatieId: string): Promise<void> {
    return this.#neem((bewaard, eigen) => bewaard.organisatie.organisatieId === organisatieId && bewaard.toegangssleutel !== eigen.toegangssleutel);
  }

  /** false: the municipality does not answer. */
  async #vernieuw(deelnemer: Deelnemer): Promise<boolean> {
    const { dienst, bewaarplaats, deelnemers } = this.#o;
    const { toegang, bewaard: eerder } = deelnemer;
    if (!toegang) return true;
    const uitkomst = await dienst.vernieuwSleutel(toegang, this.#herhaalsleutel(toegang.toegangssleutel));
    if (!uitkomst.gelukt) return !isTijdelijk(uitkomst.storing);
    // From its first use on it is sure. Of two panes that renew at once only one gets this far; the other takes that key over later.
    const gebruikt = await dienst.registraties({ ...toegang, toegangssleutel: uitkomst.waarde.toegangssleutel });
    if (!gebruikt.gelukt && isToegang(gebruikt.storing)) return true;
    // Without an answer it may be in use all the same; but what another pane kept meanwhile goes first.
    if (!gebruikt.gelukt) await this.zoek(toegang.organisatieId);
    if (deelnemer.bewaard === eerder) deelnemer.vernieuw(uitkomst.waarde);
    await this.#neem((bewaard, eigen) => eigen !== uitkomst.waarde && Date.parse(bewaard.geldigTot) > Date.parse(eigen.geldigTot));
    if (deelnemers.activering) await bewaarplaats.bewaarToegang(deelnemers.activering);
    return true;
  }

  async #neem(welke: (bewaard: Organisatietoegang, eigen: Organisatietoegang) => boolean): Promise<void> {
    const bewaard = await this.#o.bewaarplaats.toegang();
    for (const toegang of bewaard ? toegangenVan(bewaard) : []) {
      const deelnemer = this.#o.deelnemers.van(toegang.organisatie.organisatieId);
      if (deelnemer && welke(toegang, deelnemer.bewaard)) deelnemer.vernieuw(toegang);
    }
  }

  #herhaalsleutel(toegangssleutel: string): string {
    const sleutel = this.#herhaalsleutels.get(toegangssleutel) ?? this.#o.uuid();
    this.#herhaalsleutels.set(toegangssleutel, sleutel);
    return sleutel;
  }
}
