import { isTijdelijk } from "./tijdelijk";

/** At most this many in one transaction: bounds how long the first of a group waits for the last. */
const GROEP = 64;

/** What became of one request in a group: its answer, or its refusal. */
export type Uitkomst<U> = { readonly waarde: U } | { readonly fout: unknown };

/** How the requests of one kind are handled, many in one transaction. */
export interface Groepswerk<V, U> {
  /** At most one request per key is in a group: the next sees what the first left. */
  sleutel(verzoek: V): string;
  /** Durable when the promise resolves. One outcome per request, in their order. Rejects when nothing happened. */
  verwerk(verzoeken: readonly V[]): Promise<readonly Uitkomst<U>[]>;
}

interface Wachtende<V, U> {
  readonly verzoek: V;
  readonly sleutel: string;
  klaar(waarde: U): void;
  mislukt(fout: unknown): void;
}

/** Group commit for requests of one kind: what came in at the same moment shares one reading, one writing and one wait for the disk. */
export class Groepschrijver<V, U> {
  private rij: Wachtende<V, U>[] = [];
  private bezig = 0;
  private gepland = false;

  constructor(
    private readonly werk: Groepswerk<V, U>,
    /** Groups at the same time: more than one where the database can. */
    private readonly gelijktijdig: number,
  ) {}

  voegToe(verzoek: V): Promise<U> {
    return new Promise((klaar, mislukt) => {
      this.rij.push({ verzoek, sleutel: this.werk.sleutel(verzoek), klaar, mislukt });
      this.plan();
    });
  }

  /** Requests that came in together, or while the disk was busy, reach the queue before the group begins. */
  private plan(): void {
    if (this.gepland || this.bezig >= this.gelijktijdig || this.rij.length === 0) return;
    this.gepland = true;
    setImmediate(() => {
      this.gepland = false;
      const groep = this.neemGroep();
      this.bezig++;
      void this.schrijf(groep).finally(() => {
        this.bezig--;
        this.plan();
      });
      this.plan();
    });
  }

  private neemGroep(): Wachtende<V, U>[] {
    const groep = new Map<string, Wachtende<V, U>>();
    const rest: Wachtende<V, U>[] = [];
    for (const wachtende of this.rij) {
      if (groep.size < GROEP && !groep.has(wachtende.sleutel)) groep.set(wachtende.sleutel, wachtende);
      else rest.push(wachtende);
    }
    this.rij = rest;
    return [...groep.values()];
  }

  private async schrijf(groep: readonly Wachtende<V, U>[]): Promise<void> {
    try {
      const uitkomsten = await this.werk.verwerk(groep.map(({ verzoek }) => verzoek));
      for (const [i, wachtende] of groep.entries()) {
        const uitkomst = uitkomsten[i];
        if (uitkomst && "waarde" in uitkomst) wachtende.klaar(uitkomst.waarde);
        else wachtende.mislukt(uitkomst?.fout);
      }
    } catch (fout) {
      // One that the database refuses takes the others with it; each by itself, only that one fails.
      if (groep.length > 1 && !isTijdelijk(fout)) for (const wachtende of groep) await this.schrijf([wachtende]);
      else for (const { mislukt } of groep) mislukt(fout);
    }
  }
}
