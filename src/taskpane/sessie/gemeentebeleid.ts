import { canoniekeJson } from "../../meldcode/canoniek";
import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "../../meldcode/vraagstelling";
import type { Dienst } from "../dienst/dienst";
import type { Storing } from "../dienst/uitkomst";
import type { Bewaarplaats } from "./bewaarplaats";

/** "3 unless set otherwise" (domain: uitsplitsingen), for a pane that never had a connection. */
const GEBRUIKELIJK_MINIMUM = 3;

export interface Beleidopties {
  readonly dienst: Dienst;
  readonly bewaarplaats: Bewaarplaats;
  readonly klok: () => Date;
  /** Other columns are asked than before, or under another name. */
  readonly opVraagstelling: (vraagstelling: Vraagstelling) => void;
}

/** What the municipality asks, as last heard; the same for every organisation in this pane. */
export class Gemeentebeleid {
  /** The same object as long as it says the same. */
  beleid: Beleid | null = null;
  readonly #o: Beleidopties;
  #onderweg: Promise<Storing | null> | null = null;
  #gehoordOp = 0;

  constructor(opties: Beleidopties) {
    this.#o = opties;
  }

  get minimum(): number {
    return this.beleid?.minimum ?? GEBRUIKELIJK_MINIMUM;
  }

  get vraagstelling(): Vraagstelling {
    return this.beleid ?? STANDAARDVRAAGSTELLING;
  }

  /** The last known one, without a connection. */
  async begin(): Promise<void> {
    if (this.beleid) return;
    const bewaard = await this.#o.bewaarplaats.beleid();
    if (bewaard) this.#zet(bewaard);
  }

  /** Asks for the policy, once for all who ask at the same time; the last known one helps out. */
  haal(): Promise<Storing | null> {
    return (this.#onderweg ??= this.#haal().finally(() => (this.#onderweg = null)));
  }

  /** Asks for it when it was heard longer ago than this many milliseconds. */
  async ververs(ouderDan: number): Promise<Storing | null> {
    return this.#o.klok().getTime() - this.#gehoordOp < ouderDan ? null : this.haal();
  }

  async #haal(): Promise<Storing | null> {
    await this.begin();
    const uitkomst = await this.#o.dienst.beleid();
    if (!uitkomst.gelukt) return uitkomst.storing;
    this.#gehoordOp = this.#o.klok().getTime();
    this.#zet(uitkomst.waarde);
    await this.#o.bewaarplaats.bewaarBeleid(uitkomst.waarde);
    return null;
  }

  #zet(beleid: Beleid): void {
    if (this.beleid && canoniekeJson(this.beleid) === canoniekeJson(beleid)) return;
    this.beleid = beleid;
    const { sisaLabel, extraIndicatoren } = beleid;
    this.#o.opVraagstelling({ sisaLabel, extraIndicatoren });
  }
}
