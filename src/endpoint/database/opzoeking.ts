import type { Lezer } from "./opslag";

interface Ronde<R> {
  readonly sleutels: string[];
  readonly gevonden: Promise<ReadonlyMap<string, R>>;
}

/** Looks something up by its key together with all that is looked up at this moment: one question for what came in at once. Not for inside a transaction. */
export class Opzoeking<R> {
  private readonly rondes = new WeakMap<Lezer, Ronde<R>>();

  constructor(
    private readonly zoek: (db: Lezer, sleutels: string[]) => Promise<readonly R[]>,
    private readonly sleutelVan: (rij: R) => string,
  ) {}

  async vind(db: Lezer, sleutel: string): Promise<R | undefined> {
    let ronde = this.rondes.get(db);
    if (!ronde) this.rondes.set(db, (ronde = this.begin(db)));
    ronde.sleutels.push(sleutel);
    return (await ronde.gevonden).get(sleutel);
  }

  private begin(db: Lezer): Ronde<R> {
    const sleutels: string[] = [];
    const vraag = async (): Promise<ReadonlyMap<string, R>> => {
      await new Promise((verder) => setImmediate(verder));
      this.rondes.delete(db);
      return new Map((await this.zoek(db, sleutels)).map((rij) => [this.sleutelVan(rij), rij]));
    };
    return { sleutels, gevonden: vraag() };
  }
}
