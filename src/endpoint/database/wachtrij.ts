/** Milliseconds that one may wait for a turn. With what the database itself may take (postgres.ts) it stays below what a sender waits. */
const GEDULD = 5_000;

interface Plaats<T> {
  readonly wie: T;
  /** On the clock of performance.now(). */
  readonly tot: number;
}

/**
 * Who waits for a turn to write, first come first served. Who waits too long is told so, and may come again: before a database that
 * hangs nobody would be answered in time.
 */
export class Wachtrij<T extends { mislukt(fout: unknown): void }> {
  private rij: Plaats<T>[] = [];
  private wekker: NodeJS.Timeout | undefined;

  get lengte(): number {
    return this.rij.length;
  }

  get isLeeg(): boolean {
    return this.rij.length === 0;
  }

  voegToe(wie: T): void {
    this.rij.push({ wie, tot: performance.now() + GEDULD });
    this.wekker ??= setTimeout(() => this.stuurWeg(), GEDULD).unref();
  }

  /** Takes out those that `kies` wants, asked in the order of the queue. */
  neem(kies: (wie: T) => boolean): T[] {
    const gekozen: T[] = [];
    const rest: Plaats<T>[] = [];
    for (const plaats of this.rij) {
      if (kies(plaats.wie)) gekozen.push(plaats.wie);
      else rest.push(plaats);
    }
    this.rij = rest;
    return gekozen;
  }

  private stuurWeg(): void {
    const nu = performance.now();
    while (this.rij[0] && this.rij[0].tot <= nu) {
      // As when a connection takes too long: see isTijdelijk.
      this.rij.shift()?.wie.mislukt(Object.assign(new Error("De database had geen beurt vrij."), { code: "ETIMEDOUT" }));
    }
    const [eerste] = this.rij;
    this.wekker = eerste && setTimeout(() => this.stuurWeg(), Math.ceil(eerste.tot - nu)).unref();
  }
}
