import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import type { Dienst } from "../dienst/dienst";
import type { Storing } from "../dienst/uitkomst";
import type { Bewaarplaats } from "./bewaarplaats";

/** "3 unless set otherwise" (domain: uitsplitsingen), for a pane that never had a connection. */
const GEBRUIKELIJK_MINIMUM = 3;

/** What the municipality asks, as last heard; the same for every organisation in this pane. */
export class Gemeentebeleid {
  beleid: Beleid | null = null;
  readonly #dienst: Dienst;
  readonly #bewaarplaats: Bewaarplaats;
  #onderweg: Promise<Storing | null> | null = null;

  constructor(dienst: Dienst, bewaarplaats: Bewaarplaats) {
    this.#dienst = dienst;
    this.#bewaarplaats = bewaarplaats;
  }

  get minimum(): number {
    return this.beleid?.minimum ?? GEBRUIKELIJK_MINIMUM;
  }

  /** The last known one, without a connection. */
  async begin(): Promise<void> {
    this.beleid ??= await this.#bewaarplaats.beleid();
  }

  /** Asks for the policy, once for all who ask at the same time; the last known one helps out. */
  haal(): Promise<Storing | null> {
    return (this.#onderweg ??= this.#haal().finally(() => (this.#onderweg = null)));
  }

  async #haal(): Promise<Storing | null> {
    await this.begin();
    const uitkomst = await this.#dienst.beleid();
    if (!uitkomst.gelukt) return uitkomst.storing;
    this.beleid = uitkomst.waarde;
    await this.#bewaarplaats.bewaarBeleid(uitkomst.waarde);
    return null;
  }
}
