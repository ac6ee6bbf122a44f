import { geslotenVoor } from "../../meldcode/geslotenMaanden";
import type { Periode } from "../../meldcode/periode";
import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import type { Registratieregel } from "../../meldcode/uitwisseling/ontvangst";
import type { Termijnen } from "../../meldcode/uitwisseling/termijn";
import type { Dienst, Staat, Toegang } from "../dienst/dienst";
import { isProbleem, type Storing } from "../dienst/uitkomst";

/** What the municipality holds of one organisation, as last heard. */
export class Gemeente {
  /** Every registratie of the organisation; null while not heard. */
  regels: readonly Registratieregel[] | null = null;
  /** Closed months that it may change all the same. */
  geopendeMaanden: readonly Periode[] = [];
  /** When its months are late; null while not heard. */
  termijnen: Termijnen | null = null;
  /** The state it holds of the organisation's registratie in this workbook. */
  staat: Staat | null = null;
  /** Why the last attempt to hear brought nothing; null when it did. */
  storing: Storing | null = null;
  readonly #dienst: Dienst;

  constructor(dienst: Dienst) {
    this.#dienst = dienst;
  }

  /** Whether it is known what it holds of this registratie (null: a list that was never sent). */
  isBekend(registratieId: string | null): boolean {
    return this.regels !== null || (registratieId !== null && this.staat !== null);
  }

  /** The registratie was taken over by another list: what is sent to it no longer counts. */
  isVervangen(registratieId: string): boolean {
    return this.regels?.some((r) => r.registratieId === registratieId && r.vervangenDoor !== null) ?? false;
  }

  /** The closed months that this organisation may not change. */
  geslotenMaanden(beleid: Beleid | null): Periode[] {
    return geslotenVoor(beleid?.geslotenMaanden ?? [], this.geopendeMaanden);
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
    if (registratieId !== null && regels.waarde.registraties.some((r) => r.registratieId === registratieId)) {
      const uitkomst = await this.#dienst.staat(toegang, registratieId);
      if (!uitkomst.gelukt && !isProbleem(uitkomst.storing, "niet-gevonden")) return uitkomst.storing;
      staat = uitkomst.gelukt ? uitkomst.waarde : null;
    }
    this.regels = regels.waarde.registraties;
    this.geopendeMaanden = regels.waarde.geopendeMaanden ?? [];
    this.termijnen = regels.waarde.termijnen ?? null;
    this.staat = staat;
    return null;
  }

  /** A state was received: that is what it holds now. null: it has to be asked for again before the next one. */
  onthoud(registratieId: string, staat: Staat | null): void {
    this.staat = staat;
    if (!staat) this.regels = null;
    else if (this.regels && !this.regels.some((r) => r.registratieId === registratieId)) this.regels = null;
  }
}
