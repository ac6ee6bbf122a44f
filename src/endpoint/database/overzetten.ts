import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Databank } from "./databank";
import { TABELLEN, type Tabellen } from "./tabellen";

/** What identifies a row, in the order of the key. */
const SLEUTELS = {
  migratie: ["naam"],
  beleid: ["gemeente", "versie"],
  organisatie: ["gemeente", "organisatie"],
  activeringscode: ["gemeente", "codehash"],
  toegang: ["gemeente", "sleutelhash"],
  registratie: ["gemeente", "organisatie", "registratie"],
  staat: ["gemeente", "organisatie", "registratie", "versie", "jaar"],
  vervanging: ["gemeente", "organisatie", "volgnummer"],
  maand: ["gemeente", "organisatie", "periode"],
  maandtotaal: ["gemeente", "periode", "sector", "eenpersoons"],
  account: ["gemeente", "naam"],
  auditregel: ["gemeente", "volgnummer"],
  sessie: ["gemeente", "sessiehash"],
} as const satisfies Record<(typeof TABELLEN)[number], readonly string[]>;

/** Rows that are read and written at a time. */
const PAGINA = 500;
/** Values in one statement; SQLite takes 32,766. */
const HOOGSTE_WAARDEN = 30_000;

type Tabel = (typeof TABELLEN)[number];
type Rij = Readonly<Record<string, string | number | null>>;

/** What a table holds, to compare two databases by. */
export interface Tabelafdruk {
  readonly tabel: string;
  readonly rijen: number;
  /** SHA-256 over all rows in order of their key, each as JSON with its columns by name. */
  readonly hash: string;
}

/** The databases do not hold the same after all, so nothing was kept. */
export class Overzetfout extends Error {
  override readonly name = "Overzetfout";
}

/** Where the register is still empty: nothing is ever put over what is there. */
export async function isLeeg({ db }: Databank): Promise<boolean> {
  for (const tabel of TABELLEN) {
    if (tabel !== "migratie" && (await db.selectFrom(tabel).select(sql`1`.as("er")).limit(1).execute()).length > 0) return false;
  }
  return true;
}

/** The municipalities that have anything in the register. */
export async function gemeentenIn({ db }: Databank): Promise<string[]> {
  const rijen = await Promise.all((["beleid", "organisatie", "account", "auditregel"] as const).map((tabel) => db.selectFrom(tabel).select("gemeente").distinct().execute()));
  return [...new Set(rijen.flat().map(({ gemeente }) => gemeente))].sort();
}

/**
 * Copies everything of all municipalities into an empty database of the same schema, in one transaction, and reads it back: what
 * it answers holds for both. `bron`: inside a transaction, so that it stands still. Throws Overzetfout when the two differ.
 */
export function zetOver(bron: Kysely<Tabellen>, doel: Databank): Promise<Tabelafdruk[]> {
  return doel.db.transaction().execute(async (tx) => {
    const afdrukken: Tabelafdruk[] = [];
    for (const tabel of TABELLEN) {
      const gelezen = new Afdruk(tabel);
      for await (const rijen of pagina(bron, tabel)) {
        gelezen.voegToe(rijen);
        // Its own migrations stand there already; only when those are the same do the tables have the same shape.
        if (tabel === "migratie") continue;
        if (tabel === "staat") for (const jaar of new Set(rijen.map((rij) => Number(rij.jaar)))) await doel.zorgVoorJaar(tx, "staat", jaar);
        const perKeer = Math.floor(HOOGSTE_WAARDEN / Object.keys(rijen[0] ?? {}).length);
        for (let i = 0; i < rijen.length; i += perKeer) await tx.insertInto(tabel as "account").values(rijen.slice(i, i + perKeer) as never).execute(); // rows of this very table
      }
      const geschreven = await maakAfdruk(tx, tabel);
      if (geschreven.hash !== gelezen.som().hash) throw new Overzetfout(tabel);
      afdrukken.push(geschreven);
    }
    return afdrukken;
  });
}

/** While `werk` reads, everything stays as it was at the first look, and others may write. */
export function momentopname<T>({ db, soort }: Databank, werk: (stil: Kysely<Tabellen>) => Promise<T>): Promise<T> {
  return db.connection().execute(async (verbinding) => {
    await (soort === "postgres" ? sql`begin isolation level repeatable read read only` : sql`begin`).execute(verbinding);
    try {
      // Writing elsewhere what was read here, and reading that back, can take long.
      if (soort === "postgres") await sql`set local idle_in_transaction_session_timeout = 0`.execute(verbinding);
      return await werk(verbinding);
    } finally {
      await sql`rollback`.execute(verbinding);
    }
  });
}

/** Of all tables. */
export async function maakAfdrukken(db: Kysely<Tabellen>): Promise<Tabelafdruk[]> {
  const afdrukken: Tabelafdruk[] = [];
  for (const tabel of TABELLEN) afdrukken.push(await maakAfdruk(db, tabel));
  return afdrukken;
}

async function maakAfdruk(db: Kysely<Tabellen>, tabel: Tabel): Promise<Tabelafdruk> {
  const afdruk = new Afdruk(tabel);
  for await (const rijen of pagina(db, tabel)) afdruk.voegToe(rijen);
  return afdruk.som();
}

class Afdruk {
  private readonly hash = createHash("sha256");
  private rijen = 0;

  constructor(private readonly tabel: Tabel) {}

  voegToe(rijen: readonly Rij[]): void {
    for (const rij of rijen) this.hash.update(`${JSON.stringify(Object.entries(zonderTijdstip(this.tabel, rij)).sort(([a], [b]) => (a < b ? -1 : 1)))}\n`);
    this.rijen += rijen.length;
  }

  som(): Tabelafdruk {
    return { tabel: this.tabel, rijen: this.rijen, hash: this.hash.digest("hex") };
  }
}

/** When a migration ran differs per database; which ones ran does not. */
function zonderTijdstip(tabel: Tabel, rij: Rij): Rij {
  return tabel === "migratie" ? { naam: rij.naam ?? null } : rij;
}

/** All rows in order of their key, part by part. */
async function* pagina(db: Kysely<Tabellen>, tabel: Tabel): AsyncGenerator<readonly Rij[]> {
  const sleutel = SLEUTELS[tabel];
  const kolommen = sql.join(sleutel.map((kolom) => sql.ref(kolom)));
  let na: Rij | undefined;
  for (;;) {
    const laatste = na;
    const verder = laatste ? sql`where (${kolommen}) > (${sql.join(sleutel.map((kolom) => laatste[kolom]))})` : sql``;
    const { rows } = await sql<Rij>`select * from ${sql.table(tabel)} ${verder} order by ${kolommen} limit ${sql.lit(PAGINA)}`.execute(db);
    if (rows.length === 0) return;
    yield rows;
    na = rows.at(-1);
  }
}
