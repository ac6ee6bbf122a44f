import type { Kysely, Transaction } from "kysely";
import type { Tabellen } from "./tabellen";
import { Wachtrij } from "./wachtrij";

/** Bounds how long the first of a group waits for the last. */
const GROEP = 64;

interface Opdracht {
  voerUit(tx: Transaction<Tabellen>): Promise<void>;
  /** After the commit: tells the outcome to whoever asked. */
  meld(): void;
  /** The group was not committed, so nothing in it happened. */
  mislukt(fout: unknown): void;
}

/**
 * Group commit: what wants to write at the same moment shares one transaction, and so one wait for the disk. Each has its own
 * savepoint: one that throws undoes only itself. Nobody hears anything, not even a refusal, before the group is on disk.
 */
export class Schrijver {
  private readonly rij = new Wachtrij<Opdracht>();
  private bezig = false;

  constructor(
    private readonly db: Kysely<Tabellen>,
    /** First thing in every group: makes that nobody else writes meanwhile. */
    private readonly vergrendel: (tx: Transaction<Tabellen>) => Promise<void>,
  ) {}

  voegToe<T>(werk: (tx: Transaction<Tabellen>) => Promise<T>): Promise<T> {
    return new Promise((klaar, mislukt) => {
      let meld: () => void;
      this.rij.voegToe({
        async voerUit(tx) {
          const waarde = await werk(tx);
          meld = () => klaar(waarde);
        },
        meld: () => meld(),
        mislukt,
      });
      if (this.bezig) return;
      this.bezig = true;
      void this.leegRij();
    });
  }

  private async leegRij(): Promise<void> {
    while (!this.rij.isLeeg) {
      // Requests that came in together, or while the disk was busy, reach the queue before the group begins.
      await new Promise((verder) => setImmediate(verder));
      let aantal = 0;
      const groep = this.rij.neem(() => aantal++ < GROEP);
      // Sent away meanwhile.
      if (groep.length === 0) break;
      try {
        const meldingen = await this.schrijfGroep(groep);
        for (const meld of meldingen) meld();
      } catch (fout) {
        for (const opdracht of groep) opdracht.mislukt(fout);
      }
    }
    this.bezig = false;
  }

  /** Answers what to tell each, now that it is on disk. Throws when nothing of it is. */
  private async schrijfGroep(groep: readonly Opdracht[]): Promise<(() => void)[]> {
    const tx = await this.db.startTransaction().execute();
    try {
      await this.vergrendel(tx);
      const meldingen: (() => void)[] = [];
      for (const opdracht of groep) {
        const punt = await tx.savepoint("opdracht").execute();
        try {
          await opdracht.voerUit(punt);
          await punt.releaseSavepoint("opdracht").execute();
          meldingen.push(() => opdracht.meld());
        } catch (fout) {
          await punt.rollbackToSavepoint("opdracht").execute();
          meldingen.push(() => opdracht.mislukt(fout));
        }
      }
      await tx.commit().execute();
      return meldingen;
    } catch (fout) {
      // SQLite may have rolled back already (a full disk), and a connection may be gone; then there is nothing left to undo.
      await tx.rollback().execute().catch(() => undefined);
      throw fout;
    }
  }
}
