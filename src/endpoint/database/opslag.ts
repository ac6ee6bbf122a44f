import type { Kysely, Transaction } from "kysely";
import { begin } from "./migraties/0001-begin";
import { Schrijver } from "./schrijver";
import { openSqlite } from "./sqlite";
import type { Tabellen } from "./tabellen";

/** In order; a name never changes once it has run somewhere. */
const MIGRATIES: readonly (readonly [naam: string, migreer: (db: Kysely<Tabellen>) => Promise<void>])[] = [["0001-begin", begin]];

/** Inside a transaction or outside: the queries do not mind. */
export type Lezer = Kysely<Tabellen>;

/** The database: queries read through `lees`; everything that writes runs in `schrijf`. */
export class Opslag {
  private readonly schrijver: Schrijver;

  private constructor(readonly lees: Lezer) {
    this.schrijver = new Schrijver(lees);
  }

  /** `bestand`: path of the SQLite file (made when it is not there), or ":memory:". Brings the tables up to date. Throws when the file cannot be opened or written. */
  static async open(bestand: string): Promise<Opslag> {
    const opslag = new Opslag(openSqlite(bestand));
    await opslag.migreer();
    return opslag;
  }

  /**
   * Runs `werk` while nobody else writes: what it reads still holds when it writes. Durable when the promise resolves, undone
   * when `werk` throws. `werk` may only wait for the database.
   */
  schrijf<T>(werk: (tx: Transaction<Tabellen>) => Promise<T>): Promise<T> {
    return this.schrijver.voegToe(werk);
  }

  /** Resolves when a state could be accepted now; rejects otherwise. */
  async kanSchrijven(): Promise<void> {
    await this.schrijf((tx) => tx.selectFrom("migratie").select("naam").execute());
  }

  sluit(): Promise<void> {
    return this.lees.destroy();
  }

  private async migreer(): Promise<void> {
    await this.schrijf(async (tx) => {
      await tx.schema
        .createTable("migratie")
        .ifNotExists()
        .addColumn("naam", "text", (k) => k.primaryKey())
        .addColumn("toegepastOp", "text", (k) => k.notNull())
        .execute();
      const toegepast = new Set((await tx.selectFrom("migratie").select("naam").execute()).map((m) => m.naam));
      for (const [naam, migreer] of MIGRATIES) {
        if (toegepast.has(naam)) continue;
        await migreer(tx);
        await tx.insertInto("migratie").values({ naam, toegepastOp: new Date().toISOString() }).execute();
      }
    });
  }
}
