import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import SQLite from "better-sqlite3";
import { type BinaryOperationNode, CompiledQuery, type DatabaseConnection, Kysely, type SqliteDatabase, SqliteDialect, type SqliteDialectConfig, SqliteDriver, SqliteQueryCompiler, type SqliteStatement } from "kysely";
import type { Databank, Volger } from "./databank";
import { lijstIn } from "./lijsten";
import { Schijfproef } from "./schijfproef";
import type { Tabellen } from "./tabellen";

/** Milliseconds to wait while another process writes (beheer); and for SQLite itself, which lets this whole process wait along. */
const GEDULD = { schrijven: 5_000, sqlite: 20 };

/** The one file that knows SQLite. WAL with synchronous=FULL: a commit is on disk before it is answered. */
export function openSqlite(bestand: string, volg?: Volger): Databank {
  if (bestand !== ":memory:") mkdirSync(dirname(bestand), { recursive: true });
  const sqlite = new SQLite(bestand);
  sqlite.pragma(`busy_timeout = ${GEDULD.schrijven}`);
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma(`busy_timeout = ${GEDULD.sqlite}`);
  const proef = bestand === ":memory:" ? undefined : maakProef(bestand);
  const db = new Kysely<Tabellen>({ dialect: new Dialect(sqlite, proef), ...(volg && { log: ({ query }) => volg(query.sql) }) });
  return {
    soort: "sqlite",
    db,
    transactie: (werk) =>
      db.transaction().execute(async (tx) => {
        const { waarde, schrijf } = await werk(tx);
        await schrijf();
        return waarde;
      }),
    // A transaction here holds the only write lock there is.
    vergrendel: () => Promise.resolve(),
    vergrendelGedeeld: () => Promise.resolve(),
    rijvergrendeling: false,
    gelijktijdig: 1,
    // Whatever is written here takes room in the WAL.
    eisRuimte: () => Promise.resolve(),
    zorgVoorJaar: () => Promise.resolve(),
  };
}

class Dialect extends SqliteDialect {
  private readonly config: SqliteDialectConfig;
  constructor(
    private readonly sqlite: SQLite.Database,
    private readonly proef: Schijfproef | undefined,
  ) {
    const config = { database: metVoorbereideOpdrachten(sqlite) };
    super(config);
    this.config = config;
  }
  override createDriver(): SqliteDriver {
    return new Driver(this.config, this.sqlite, this.proef);
  }
  override createQueryCompiler(): SqliteQueryCompiler {
    return new Compiler();
  }
}

class Compiler extends SqliteQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const lijst = lijstIn(node);
    if (!lijst) return super.visitBinaryOperation(node);
    this.visitNode(lijst.links);
    this.append(lijst.paren ? " in (select value ->> 0, value ->> 1 from json_each(" : " in (select value from json_each(");
    this.appendValue(lijst.waarden);
    this.append("))");
  }
}

/** A transaction here is made for writing: it takes the write lock at once, so that nobody writes between its reading and its writing. */
class Driver extends SqliteDriver {
  constructor(
    config: SqliteDialectConfig,
    private readonly sqlite: SQLite.Database,
    private readonly proef: Schijfproef | undefined,
  ) {
    super(config);
  }

  /** What was committed last is visible, but it may be gone once the disk is mended: as long as that is so, nobody reads it either. */
  override async acquireConnection(): Promise<DatabaseConnection> {
    const verbinding = await super.acquireConnection();
    try {
      this.proef?.eisGeenTwijfel();
      return verbinding;
    } catch (fout) {
      await super.releaseConnection();
      throw fout;
    }
  }

  override async beginTransaction(verbinding: DatabaseConnection): Promise<void> {
    for (const tot = performance.now() + GEDULD.schrijven; ; ) {
      try {
        await verbinding.executeQuery(CompiledQuery.raw("begin immediate"));
        return;
      } catch (fout) {
        if (!isBezet(fout) || performance.now() > tot) throw fout;
      }
      await new Promise((verder) => setTimeout(verder, GEDULD.sqlite));
    }
  }

  override async commitTransaction(verbinding: DatabaseConnection): Promise<void> {
    await super.commitTransaction(verbinding);
    this.proef?.eis();
  }

  /** On a full or broken disk SQLite has rolled back by itself; rolling back once more would hide why. */
  override async rollbackTransaction(verbinding: DatabaseConnection): Promise<void> {
    if (this.sqlite.inTransaction) await super.rollbackTransaction(verbinding);
  }

  override async destroy(): Promise<void> {
    this.proef?.sluit();
    await super.destroy();
  }
}

function isBezet(fout: unknown): boolean {
  return fout instanceof SQLite.SqliteError && fout.code.startsWith("SQLITE_BUSY");
}

/** On a disk that may only be read SQLite commits nothing, so there is nothing to prove. */
function maakProef(bestand: string): Schijfproef | undefined {
  try {
    return new Schijfproef(bestand);
  } catch (fout) {
    if (fout instanceof Error && "code" in fout && fout.code === "EROFS") return undefined;
    throw fout;
  }
}

/** Keeps prepared statements: the queries are few, and preparing costs more than running. */
function metVoorbereideOpdrachten(sqlite: SQLite.Database): SqliteDatabase {
  const opdrachten = new Map<string, SqliteStatement>();
  return {
    close: () => sqlite.close(),
    prepare(sql) {
      const bekend = opdrachten.get(sql);
      if (bekend) return bekend;
      const opdracht = sqlite.prepare<unknown[]>(sql);
      const nieuw: SqliteStatement = {
        reader: opdracht.reader,
        all: (waarden) => opdracht.all(...waarden.map(metLijst)),
        run: (waarden) => opdracht.run(...waarden.map(metLijst)),
        iterate: (waarden) => opdracht.iterate(...waarden.map(metLijst)),
      };
      opdrachten.set(sql, nieuw);
      return nieuw;
    },
  };
}

/** A list is one value to SQLite: see the compiler. */
function metLijst(waarde: unknown): unknown {
  return Array.isArray(waarde) ? JSON.stringify(waarde) : waarde;
}
