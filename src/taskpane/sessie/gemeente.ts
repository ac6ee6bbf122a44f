import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import type { Registratieregel } from "../../meldcode/uitwisseling/ontvangst";
import type { Dienst, Staat, Toegang } from "../dienst/dienst";
import { isProbleem, type Storing } from "../dienst/uitkomst";
import type { Bewaarplaats } from "./bewaarplaats";

/** "3 unless set otherwise" (domain: uitsplitsingen), for a pane that never had a connection. */
const GEBRUIKELIJK_MINIMUM = 3;

/** What the municipality asks and holds, as last heard. */
export class Gemeente {
  beleid: Beleid | null = null;
  /** Every registratie of the organisation; null while not heard. */
  regels: readonly Registratieregel[] | null = null;
  /** The state it holds of the registratie of this workbook. */
  staat: Staat | null = null;
  /** Why the last attempt to hear brought nothing; null when it did. */
  storing: Storing | null = null;
  readonly #dienst: Dienst;
  readonly #bewaarplaats: Bewaarplaats;

  constructor(dienst: Dienst, bewaarplaats: Bewaarplaats) {
    this.#dienst = dienst;
    this.#bewaarplaats = bewaarplaats;
  }

  get minimum(): number {
    return this.beleid?.minimum ?? GEBRUIKELIJK_MINIMUM;
  }

  /** Whether it is known what it holds of this registratie (null: a list that was never sent). */
  isBekend(registratieId: string | null): boolean {
    return this.regels !== null || (registratieId !== null && this.staat !== null);
  }

  /** The registratie was taken over by another list: what is sent to it no longer counts. */
  isVervangen(registratieId: string): boolean {
    return this.regels?.some((r) => r.registratieId === registratieId && r.vervangenDoor !== null) ?? false;
  }

  /** Asks for the policy; the last known one helps out. */
  async haalBeleid(): Promise<Storing | null> {
    this.beleid ??= await this.#bewaarplaats.beleid();
    const uitkomst = await this.#dienst.beleid();
    if (!uitkomst.gelukt) return uitkomst.storing;
    this.beleid = uitkomst.waarde;
    await this.#bewaarplaats.bewaarBeleid(uitkomst.waarde);
    return null;
  }

  /** Asks what is held. Answers what came between, or null. */
  async haalStand(toegang: Toegang, registratieId: string | null): Promise<Storing | null> {
    this.storing = await this.#haalStand(toegang, registratieId);
    return this.storing;
  }

  async #haalStand(toegang: Toegang, registratieId: string | null): Promise<Storing | null> {
    const regels = await this.#dienst.registraties(toegang);
    if (!regels.gelukt) return regels.storing;
    let staat: Staat | null = null;
    if (registratieId !== null && regels.waarde.some((r) => r.registratieId === registratieId)) {
      const uitkomst = await this.#dienst.staat(toegang, registratieId);
      if (!uitkomst.gelukt && !isProbleem(uitkomst.storing, "niet-gevonden")) return uitkomst.storing;
      staat = uitkomst.gelukt ? uitkomst.waarde : null;
    }
    this.regels = regels.waarde;
    this.staat = staat;
    return null;
  }

  /** A state was received: that is what it holds now. null: it has to be asked for again before the next one. */
  onthoud(registratieId: string, staat: Staat | null): void {
    this.staat = staat;
    if (!staat) this.regels = null;
    else if (this.regels && !this.regels.some((r) => r.registratieId === registratieId)) this.regels = null;
  }

  /** After a change of organisation nothing that was heard holds. */
  vergeet(): void {
    this.regels = null;
    this.staat = null;
    this.storing = null;
  }
}
