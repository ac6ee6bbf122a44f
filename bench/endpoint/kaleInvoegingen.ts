import { randomUUID } from "node:crypto";
import SQLite from "better-sqlite3";
import { Client } from "pg";

export interface KaleInvoegingen {
  /** Inserts for so many milliseconds; answers how many rows per second. */
  meet(duur: number): Promise<number>;
  sluit(): Promise<void>;
}

/** Rows of the size of a state, each durable by itself, and nothing else: SQLite has one writer, PostgreSQL as many as there are senders. */
export async function kaleInvoegingen(plaats: string, inhoud: string, zenders: number): Promise<KaleInvoegingen> {
  return plaats.startsWith("postgres://") ? inPostgres(plaats, inhoud, zenders) : inSqlite(plaats, inhoud);
}

function inSqlite(bestand: string, inhoud: string): KaleInvoegingen {
  const db = new SQLite(bestand);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec("create table kaal (id text primary key, inhoud text)");
  const invoegen = db.prepare("insert into kaal values (?, ?)");
  return {
    async meet(duur) {
      const begin = performance.now();
      let aantal = 0;
      for (; performance.now() - begin < duur; aantal++) invoegen.run(randomUUID(), inhoud);
      return (aantal / (performance.now() - begin)) * 1000;
    },
    async sluit() {
      db.close();
    },
  };
}

async function inPostgres(url: string, inhoud: string, zenders: number): Promise<KaleInvoegingen> {
  const clienten = await Promise.all(
    Array.from({ length: zenders }, async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  await clienten[0]?.query("create table if not exists kaal (id text primary key, inhoud text)");
  return {
    async meet(duur) {
      const begin = performance.now();
      let aantal = 0;
      await Promise.all(
        clienten.map(async (client) => {
          for (; performance.now() - begin < duur; aantal++) await client.query({ name: "kaal", text: "insert into kaal values ($1, $2)", values: [randomUUID(), inhoud] });
        }),
      );
      return (aantal / (performance.now() - begin)) * 1000;
    },
    async sluit() {
      await Promise.all(clienten.map((client) => client.end()));
    },
  };
}
