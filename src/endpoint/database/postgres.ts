import { createHash } from "node:crypto";
import { type BinaryOperationNode, CompiledQuery, type DatabaseConnection, type DataTypeNode, Kysely, PostgresDialect, type PostgresPoolClient, PostgresQueryCompiler, sql } from "kysely";
import { DatabaseError, Pool, type PoolClient, types } from "pg";
import type { Besluit, Databank, Volger } from "./databank";
import { lijstIn } from "./lijsten";
import type { Tabellen } from "./tabellen";
import { tegelijk } from "./tegelijk";

/** Connections of one server. */
const VERBINDINGEN = 10;
/** Milliseconds to wait for a connection, for a lock and for an answer; a sender who hears 503 sends again. */
const GEDULD = { verbinding: 5_000, slot: 10_000, antwoord: 15_000 };
/**
 * First thing on every connection, whatever its database or role has as its own: who waited for a lock must see what the one before
 * wrote, and what is answered is on disk. As a statement, because PgBouncer refuses most settings that come with the connection.
 */
const BEGINSTAND = `select current_setting('server_encoding') as tekenset,
  set_config('default_transaction_isolation', 'read committed', false),
  set_config('synchronous_commit', case current_setting('synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end, false),
  set_config('lock_timeout', '${GEDULD.slot}', false),
  set_config('idle_in_transaction_session_timeout', '${GEDULD.antwoord}', false)`; // a server that was cut off in the middle keeps nobody waiting for its locks
const GEEN_UTF8 = "De database heeft een andere tekenset dan UTF8, en kan dus niet elke naam bewaren. Maak er een met: create database meldcode encoding 'UTF8' template template0";
/** First half of our advisory locks; the second half is the municipality. */
const SLOT = 0x4d4d;
/** int8, numeric: counts and sums, which stay far below 2^53. */
const GETALLEN: readonly number[] = [20, 1700];

/** The one file that knows PostgreSQL. `url`: postgres://…; a commit is on disk before it is answered as long as the server has fsync on. */
export function openPostgres(url: string, volg?: Volger): Databank {
  const pool = new Pool({
    connectionString: url,
    max: VERBINDINGEN,
    connectionTimeoutMillis: GEDULD.verbinding,
    query_timeout: GEDULD.antwoord,
    keepAlive: true,
    pipeline: true,
    types: { getTypeParser: (oid: number, vorm?: "text" | "binary") => (GETALLEN.includes(oid) ? Number : types.getTypeParser(oid, vorm as "text")) },
  });
  // An idle connection that breaks (the database restarts) is simply replaced by the next.
  pool.on("error", () => undefined);
  const opdrachten = new Opdrachtnamen();
  const dialect = new Dialect({ pool: { connect: async () => metVoorbereideOpdrachten(await pool.connect().catch(meldVerbinding), opdrachten), end: () => pool.end() } });
  const db = new Kysely<Tabellen>({ dialect, ...(volg && { log: ({ query }) => volg(query.sql) }) });
  const jaren = new Set<string>();
  return {
    soort: "postgres",
    rijvergrendeling: true,
    gelijktijdig: 2,
    db,
    async transactie(werk) {
      try {
        return await transactie(db, dialect, werk);
      } catch (fout) {
        if (!(fout instanceof Verouderd)) throw fout;
        return transactie(db, dialect, werk);
      }
    },
    async vergrendel(tx, gemeente) {
      await sql`select pg_advisory_xact_lock(${SLOT}, hashtext(${gemeente ?? ""}))`.execute(tx);
    },
    async vergrendelGedeeld(tx, gemeente) {
      await sql`select pg_advisory_xact_lock_shared(${SLOT}, hashtext(${gemeente}))`.execute(tx);
    },
    async eisRuimte(tx) {
      // A row that comes and goes finds room in what is there, also on a full disk. Sorting more than fits in memory takes new room, and leaves nothing.
      await sql`set local work_mem = '64kB'`.execute(tx);
      await sql`select max(plek) from (select row_number() over (order by md5(n::text)) as plek from generate_series(1, 4000) as n) as gesorteerd`.execute(tx);
    },
    async zorgVoorJaar(tx, tabel, jaar) {
      const deel = `${tabel}_${jaar}`;
      if (jaren.has(deel)) return;
      await sql`select pg_advisory_xact_lock(${SLOT}, 0)`.execute(tx);
      const { rows } = await sql<{ er: string | null }>`select to_regclass(${deel})::text as er`.execute(tx);
      if (rows[0]?.er == null) {
        // Attaching a finished table keeps nobody waiting who reads or writes the others.
        await sql`create table ${sql.table(deel)} (like ${sql.table(tabel)} including all)`.execute(tx);
        await sql`alter table ${sql.table(tabel)} attach partition ${sql.table(deel)} for values in (${sql.lit(jaar)})`.execute(tx);
      } else jaren.add(deel);
    },
  };
}

/**
 * On one connection, which keeps what it is asked in order: Kysely would wait for each answer before it sends the next question. The
 * locks of what is written last are those that other servers wait for, so the commit waits for no answer either; when something of
 * it was refused, PostgreSQL takes that commit as a rollback.
 */
function transactie<T>(db: Kysely<Tabellen>, dialect: Dialect, werk: (tx: Kysely<Tabellen>) => Promise<Besluit<T>>): Promise<T> {
  return db.connection().execute(async (eigen) => {
    const verbinding = await eigen.getExecutor().provideConnection((v) => Promise.resolve(v));
    const vraag = (opdracht: string) => verbinding.executeQuery(CompiledQuery.raw(opdracht));
    let open = true;
    const provideConnection = async <R>(doe: (v: DatabaseConnection) => Promise<R>): Promise<R> => {
      if (!open) throw new Error("De transactie is al voorbij.");
      return doe(verbinding);
    };
    const executor = eigen.getExecutor().withConnectionProvider({ provideConnection });
    const tx = new Kysely<Tabellen>({ config: { dialect }, dialect, driver: dialect.createDriver(), executor });
    await vraag("begin");
    try {
      const { waarde, schrijf } = await werk(tx);
      const geschreven = schrijf();
      // Behind every promise that stands ready: then all of it is on its way.
      await new Promise((verder) => process.nextTick(verder));
      open = false;
      await tegelijk(geschreven, vraag("commit"));
      return waarde;
    } catch (fout) {
      open = false;
      // A connection that is gone has nothing left to undo.
      await vraag("rollback").catch(() => undefined);
      throw fout;
    }
  });
}

class Dialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new Compiler();
  }
}

class Compiler extends PostgresQueryCompiler {
  /** Pairs come as JSON: an array of PostgreSQL's own would have to be searched through for each. */
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const lijst = lijstIn(node);
    if (!lijst) return super.visitBinaryOperation(node);
    this.visitNode(lijst.links);
    this.append(lijst.paren ? " in (select paar ->> 0, paar ->> 1 from json_array_elements(" : " = any(");
    this.appendValue(lijst.waarden);
    this.append(lijst.paren ? "::json) as paar)" : ")");
  }

  /** Compared byte by byte, as SQLite does, wherever the server stands. */
  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node);
    if (node.dataType === "text") this.append(' collate "C"');
  }
}

/** What pg itself says of a broken line has many words; SQLSTATE has one code for it. */
function meldVerbinding(fout: unknown): never {
  throw fout instanceof DatabaseError ? fout : Object.assign(new Error("De verbinding met de database viel weg.", { cause: fout }), { code: "08006" });
}

function metParen(waarde: unknown): unknown {
  return Array.isArray(waarde) && Array.isArray(waarde[0]) ? JSON.stringify(waarde) : waarde;
}

/** The same text has the same name on every connection, and on every server: who shares a connection with another after all can never run something else. */
class Opdrachtnamen {
  private readonly namen = new Map<string, string>();
  private ronde = 0;

  van(tekst: string): string {
    const bekend = this.namen.get(tekst);
    if (bekend !== undefined) return bekend;
    const naam = `m${this.ronde}_${createHash("sha256").update(tekst).digest("hex").slice(0, 32)}`;
    this.namen.set(tekst, naam);
    return naam;
  }

  /** Whatever was prepared is prepared again, under another name. */
  vernieuw(): void {
    this.namen.clear();
    this.ronde++;
  }
}

/** A newer server has added a column since a statement was prepared. The same transaction, once more, will do. */
class Verouderd extends Error {
  override readonly name = "Verouderd";
  /** SQLSTATE: to be tried again. */
  readonly code = "40001";
}

/** "cached plan must not change result type", in whichever language. */
function isVerouderdPlan(fout: unknown): boolean {
  return fout instanceof DatabaseError && fout.routine === "RevalidateCachedQuery";
}

/** Those that had BEGINSTAND. */
const bekendeVerbindingen = new WeakMap<PoolClient, PostgresPoolClient>();

/** What has parameters is prepared once per connection; planning costs more than running. */
async function metVoorbereideOpdrachten(verbinding: PoolClient, namen: Opdrachtnamen): Promise<PostgresPoolClient> {
  const bekend = bekendeVerbindingen.get(verbinding);
  if (bekend) return bekend;
  let stuk = false;
  // It can also break between two statements; then the next one fails.
  verbinding.on("error", () => {
    stuk = true;
  });
  const voorbereid = {
    async query(tekst: string, waarden: readonly unknown[]) {
      // Rolling back would wait once more for an answer that does not come. Nothing is committed on it, and its server hears that it is gone.
      if (stuk) return meldVerbinding(undefined);
      const vraag = () => verbinding.query(waarden.length === 0 ? { text: tekst } : { name: namen.van(tekst), text: tekst, values: waarden.map(metParen) });
      try {
        return await vraag().catch((fout: unknown) => {
          if (!isVerouderdPlan(fout)) throw fout;
          namen.vernieuw();
          // In a transaction there is no going on: what came before is undone.
          if (verbinding.getTransactionStatus() !== "I") throw new Verouderd("De tabellen zijn intussen vernieuwd.", { cause: fout });
          return vraag();
        });
      } catch (fout) {
        if (fout instanceof Verouderd) throw fout;
        // Anything but a refusal of the database itself: nobody knows what this connection still waits for.
        stuk ||= !(fout instanceof DatabaseError);
        return meldVerbinding(fout);
      }
    },
    release: () => verbinding.release(stuk),
  };
  // Kysely's type also knows the query of a cursor, which nobody here asks for.
  const alsVerbinding = voorbereid as unknown as PostgresPoolClient;
  try {
    const { rows } = await voorbereid.query(BEGINSTAND, []);
    if (rows[0]?.tekenset !== "UTF8") throw new Error(GEEN_UTF8);
  } catch (fout) {
    voorbereid.release();
    throw fout;
  }
  bekendeVerbindingen.set(verbinding, alsVerbinding);
  return alsVerbinding;
}
