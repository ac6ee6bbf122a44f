import { isTijdelijk } from "./tijdelijk";
import { Wachtrij } from "./wachtrij";

/** At most this many in one transaction: bounds how long the first of a group waits for the last. */
const GROEP = 64;
/** While a group is at work, the next begins when this many wait: a larger group costs less for each. */
const DRUK = GROEP / 2;

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
  private readonly rij = new Wachtrij<Wachtende<V, U>>();
  private bezig = 0;
  private gepland = false;

  constructor(
    private readonly werk: Groepswerk<V, U>,
    /** Groups at the same time: more than one where the database can. */
    private readonly gelijktijdig: number,
  ) {}

  voegToe(verzoek: V): Promise<U> {
    return new Promise((klaar, mislukt) => {
      this.rij.voegToe({ verzoek, sleutel: this.werk.sleutel(verzoek), klaar, mislukt });
      this.plan();
    });
  }

  /** Requests that came in together, or while the disk was busy, reach the queue before the group begins. */
  private plan(): void {
    if (this.gepland || this.bezig >= this.gelijktijdig || this.rij.lengte < (this.bezig === 0 ? 1 : DRUK)) return;
    this.gepland = true;
    setImmediate(() => {
      this.gepland = false;
      const groep = this.neemGroep();
      // Sent away meanwhile.
      if (groep.length === 0) return;
      this.bezig++;
      void this.schrijf(groep).finally(() => {
        this.bezig--;
        this.plan();
      });
      this.plan();
    });
  }

  private neemGroep(): Wachtende<V, U>[] {
    const sleutels = new Set<string>();
    return this.rij.neem(({ sleutel }) => {
      if (sleutels.size >= GROEP || sleutels.has(sleutel)) return false;
      sleutels.add(sleutel);
      return true;
    });
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
