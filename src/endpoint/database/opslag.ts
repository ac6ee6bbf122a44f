import type { Kysely, Transaction } from "kysely";
import type { Besluit, Databank, Volger } from "./databank";
import { Groepschrijver, type Uitkomst } from "./groepschrijver";
import { Gemeentescheiding } from "./gemeentescheiding";
import { migreer } from "./migraties/migreer";
import { openPostgres } from "./postgres";
import { Schrijver } from "./schrijver";
import { openSqlite } from "./sqlite";
import type { Gemeentetabellen, Tabellen } from "./tabellen";

/** The tables of one municipality, inside a transaction or outside: the queries do not mind. Nothing of Kysely that goes around the separation. */
export type Lezer = Pick<Kysely<Gemeentetabellen>, "selectFrom" | "insertInto" | "updateTable" | "deleteFrom" | "executeQuery" | "getExecutor">;

/** The database of an installation, with the registers of one municipality or of many. */
export class Opslag {
  private readonly gemeenten = new Map<string, Gemeenteopslag>();
  /** SQLite has one writer, so all municipalities share its groups. */
  private readonly schrijver: Schrijver;

  private constructor(readonly databank: Databank) {
    this.schrijver = new Schrijver(databank.db, (tx) => databank.vergrendel(tx, null));
  }

  /**
   * `plaats`: postgres://…, or else the path of a SQLite file (made when it is not there), or ":memory:". Brings the tables up to
   * date. Throws when the database cannot be opened, or when tables must be brought up to date and it cannot be written.
   */
  static async open(plaats: string, volg?: Volger): Promise<Opslag> {
    const opslag = new Opslag(/^postgres(ql)?:\/\//.test(plaats) ? openPostgres(plaats, volg) : openSqlite(plaats, volg));
    try {
      await opslag.schrijver.voegToe((tx) => migreer(tx, opslag.databank));
      return opslag;
    } catch (fout) {
      await opslag.sluit();
      throw fout;
    }
  }

  /** The register of one municipality: the only way to its rows. */
  gemeente(gemeente: string): Gemeenteopslag {
    const bekend = this.gemeenten.get(gemeente);
    if (bekend) return bekend;
    const { databank } = this;
    const schrijver = databank.soort === "sqlite" ? this.schrijver : new Schrijver(databank.db, (tx) => databank.vergrendel(tx, gemeente));
    const nieuw = new Gemeenteopslag(databank, gemeente, schrijver);
    this.gemeenten.set(gemeente, nieuw);
    return nieuw;
  }

  /** Resolves when a state could be accepted now; rejects otherwise. */
  async kanSchrijven(): Promise<void> {
    // A transaction that changes nothing also succeeds on a full disk, or one that may only be read. So this row comes and goes.
    const naam = "gereed?";
    await this.schrijver.voegToe(async (tx) => {
      await tx.insertInto("migratie").values({ naam, toegepastOp: "" }).execute();
      await tx.deleteFrom("migratie").where("naam", "=", naam).execute();
      await this.databank.eisRuimte(tx);
    });
  }

  sluit(): Promise<void> {
    return this.databank.db.destroy();
  }
}

/** With what a group of requests is handled. */
export interface Beurt {
  readonly tx: Lezer;
  /** Whether what a query reads must be locked, because other groups write at the same time. */
  readonly rijvergrendeling: boolean;
  /** Before a state of this year is added. */
  zorgVoorJaar(jaar: number): Promise<void>;
}

/** Requests of one kind that are handled many at once. */
export interface Samenwerk<V, U> {
  /** At most one request per key is in a group. */
  sleutel(verzoek: V): string;
  /** One outcome per request, in their order. What it throws undoes the whole group. */
  verwerk(beurt: Beurt, verzoeken: readonly V[]): Promise<Besluit<readonly Uitkomst<U>[]>>;
}

/** Queries read through `lees`; everything that writes runs in `schrijf`. Neither can reach another municipality. */
export class Gemeenteopslag {
  readonly lees: Lezer;
  private readonly scheiding: Gemeentescheiding;
  private readonly samen = new Map<object, unknown>();

  constructor(
    private readonly databank: Databank,
    readonly gemeente: string,
    private readonly schrijver: Schrijver,
  ) {
    this.scheiding = new Gemeentescheiding(gemeente);
    this.lees = this.binnen(databank.db);
  }

  /**
   * Runs `werk` while nobody else writes in this municipality: what it reads still holds when it writes. Durable when the promise
   * resolves, undone when `werk` throws. `werk` may only wait for the database.
   */
  schrijf<T>(werk: (tx: Lezer) => Promise<T>): Promise<T> {
    return this.schrijver.voegToe((tx) => werk(this.binnen(tx)));
  }

  /**
   * Handles the request together with others of its kind that wait at this moment. Other groups may write meanwhile, so `soort`
   * locks what it must rely on. Durable when the promise resolves.
   */
  schrijfSamen<V, U>(soort: Samenwerk<V, U>, verzoek: V): Promise<U> {
    // What is kept under a kind was made for it, below.
    const bekend = this.samen.get(soort) as Groepschrijver<V, U> | undefined;
    if (bekend) return bekend.voegToe(verzoek);
    const { databank, gemeente } = this;
    const nieuw = new Groepschrijver<V, U>(
      {
        sleutel: (v) => soort.sleutel(v),
        verwerk: (verzoeken) =>
          databank.transactie(async (tx) => {
            await databank.vergrendelGedeeld(tx, gemeente);
            return soort.verwerk({ tx: this.binnen(tx), rijvergrendeling: databank.rijvergrendeling, zorgVoorJaar: (jaar) => databank.zorgVoorJaar(tx, "staat", jaar) }, verzoeken);
          }),
      },
      databank.gelijktijdig,
    );
    this.samen.set(soort, nieuw);
    return nieuw.voegToe(verzoek);
  }

  /** The same tables without the column that the plugin takes care of: Kysely cannot know that. */
  private binnen(db: Kysely<Tabellen> | Transaction<Tabellen>): Lezer {
    return db.withPlugin(this.scheiding) as unknown as Lezer;
  }
}
