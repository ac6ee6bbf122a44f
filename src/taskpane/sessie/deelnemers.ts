import { type Activering, type Organisatie, toegangenVan } from "../../meldcode/uitwisseling/activering";
import type { Antwoorden } from "./besluit";
import { Deelnemer, type Deelnemeropties } from "./deelnemer";

/** As many organisations of a board at a time: quick, and no burst for the municipality. */
const TEGELIJK = 4;

export interface Deelnemersopties extends Omit<Deelnemeropties, "leesLijst" | "opToegangVervallen"> {
  /** Looks for another key before one that is no longer accepted is given up. */
  readonly zoekSleutel: (organisatieId: string) => Promise<void>;
  /** A key is no longer accepted. `geen`: there is no other to go on with. */
  readonly opToegangVervallen: (geen: boolean) => Promise<void>;
}

/** Who sends from this pane: one organisation, or those of a board. */
export class Deelnemers {
  readonly #o: Deelnemersopties;
  #bestuur: string | null = null;
  #alle: readonly Deelnemer[] = [];
  #ronde: { readonly klaar: number; readonly totaal: number } | null = null;
  #lezing: Promise<void> | null = null;

  constructor(opties: Deelnemersopties) {
    this.#o = opties;
  }

  /** Of the board, or of the one organisation. */
  get naam(): string {
    return this.#bestuur ?? this.#alle[0]?.organisatie.naam ?? "";
  }

  get organisaties(): readonly Organisatie[] {
    return this.#alle.map(({ organisatie }) => organisatie);
  }

  /** Those that take part in the open list. */
  get meedoende(): readonly Deelnemer[] {
    return this.#alle.filter(({ doetMee }) => doetMee);
  }

  /** null: nobody has activated. */
  get activering(): Activering | null {
    const toegangen = this.#alle.map(({ bewaard }) => bewaard);
    return this.#bestuur === null ? (toegangen[0] ?? null) : { bestuur: { naam: this.#bestuur }, toegangen };
  }

  /** Sending for all is under way; null: it is not. */
  get ronde(): { readonly klaar: number; readonly totaal: number } | null {
    return this.#ronde;
  }

  /** Someone can still send. */
  get heeftToegang(): boolean {
    return this.#alle.some(({ toegang }) => toegang !== null);
  }

  /** New keys beside those there are: a school that joined its board, or one whose key was withdrawn. */
  neem(activering: Activering): void {
    const toegangen = toegangenVan(activering);
    if (!this.heeftToegang) {
      // What waits of those who stay goes with their new key.
      this.#alle = this.#alle.filter(({ organisatie }) => toegangen.some((toegang) => toegang.organisatie.organisatieId === organisatie.organisatieId));
      this.#bestuur = null;
    }
    if ("bestuur" in activering) this.#bestuur = activering.bestuur.naam;
    for (const toegang of toegangen) {
      const bekend = this.van(toegang.organisatie.organisatieId);
      if (bekend) bekend.vernieuw(toegang);
      else this.#alle = [...this.#alle, this.#maak(toegang)];
    }
  }

  /** What waits stays kept. */
  vergeet(): void {
    this.stop();
    this.#alle = [];
    this.#bestuur = null;
  }

  van(organisatieId: string): Deelnemer | undefined {
    return this.#alle.find(({ organisatie }) => organisatie.organisatieId === organisatieId);
  }

  /**
   * Sends for everyone in the open list who has something to send, whatever befalls another. The list was just read. With nothing to send
   * all are asked: a receipt may have come another way.
   */
  async verzend(antwoorden: Antwoorden = {}): Promise<void> {
    const deelnemers = this.meedoende.filter(({ toegang }) => toegang !== null);
    const teVerzenden = deelnemers.filter((deelnemer) => deelnemer.beeld()?.oordeel.soort !== "alles-verzonden");
    await this.#gaRond(teVerzenden.length > 0 ? teVerzenden : deelnemers, (deelnemer) => deelnemer.verzend(antwoorden));
  }

  /** The differences of everyone who asks about a correction were seen together; other questions stay. The list was just read. */
  async bevestigCorrecties(): Promise<void> {
    const gezien = new Map(this.meedoende.flatMap((deelnemer) => (deelnemer.correctie ? [[deelnemer, deelnemer.correctie.inhoud]] : [])));
    await this.#gaRond([...gezien.keys()], (deelnemer) => deelnemer.verzend({ gezien: gezien.get(deelnemer) }));
  }

  async #gaRond(mee: readonly Deelnemer[], doe: (deelnemer: Deelnemer) => Promise<void>): Promise<void> {
    if (this.#ronde) return;
    this.#ronde = { klaar: 0, totaal: mee.length };
    try {
      await omstebeurt(mee, async (deelnemer) => {
        await doe(deelnemer);
        this.#ronde = { klaar: (this.#ronde?.klaar ?? 0) + 1, totaal: mee.length };
        this.#o.opVerandering();
      });
    } finally {
      this.#ronde = null;
      this.#o.opVerandering();
    }
  }

  probeerOpnieuw(): Promise<void> {
    return omstebeurt(this.meedoende, (deelnemer) => deelnemer.probeerOpnieuw());
  }

  hervat(): Promise<void> {
    return omstebeurt(this.meedoende, (deelnemer) => deelnemer.hervat());
  }

  noteerAlsnog(): Promise<void> {
    return omstebeurt(this.meedoende, (deelnemer) => deelnemer.noteerAlsnog());
  }

  /** Asks what the municipality holds of everyone in the open list, or of those of whom it could not be heard before. */
  hoorGemeente(welke: "alle" | "niet-gehoord" = "alle"): Promise<void> {
    return omstebeurt(
      this.meedoende.filter(({ gemeente }) => welke === "alle" || gemeente.storing !== null),
      (deelnemer) => deelnemer.hoorGemeente(),
    );
  }

  opGewijzigdeLijst(): void {
    for (const deelnemer of this.#alle) deelnemer.opGewijzigdeLijst();
  }

  stop(): void {
    for (const deelnemer of this.#alle) deelnemer.stop();
  }

  #maak(toegang: Deelnemer["bewaard"]): Deelnemer {
    return new Deelnemer(toegang, {
      ...this.#o,
      // Before a round the list was just read; what the municipality asks may have changed in it.
      leesLijst: () => (this.#ronde && !this.#o.werkmap.isVerouderd ? Promise.resolve() : this.#lees()),
      herlees: () => this.#lees(),
      opToegangVervallen: async (deelnemer) => {
        await this.#o.zoekSleutel(deelnemer.organisatie.organisatieId);
        if (!deelnemer.toegang) await this.#o.opToegangVervallen(!this.heeftToegang || (this.meedoende.length === 1 && this.meedoende[0] === deelnemer));
      },
    });
  }

  /**
   * Once for all who ask while it is being read, for their alarms go off together; the workbook does one thing at a time, so what was
   * written before is in it. Alone, it is read for every press.
   */
  #lees(): Promise<void> {
    if (this.#alle.length === 1) return this.#o.herlees();
    return (this.#lezing ??= this.#o.herlees().finally(() => (this.#lezing = null)));
  }
}

/** Starts the next as soon as one is done; each in its own time, a few together. */
async function omstebeurt(deelnemers: readonly Deelnemer[], doe: (deelnemer: Deelnemer) => Promise<void>): Promise<void> {
  const wachtrij = deelnemers.values();
  const werker = async (): Promise<void> => {
    for (const deelnemer of wachtrij) await doe(deelnemer);
  };
  await Promise.all(Array.from({ length: TEGELIJK }, werker));
}
