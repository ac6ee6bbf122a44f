import type { Kysely, Transaction } from "kysely";
import type { Tabellen } from "./tabellen";

/** Told of every statement that runs: its text and nothing of what is in it. */
export type Volger = (sql: string) => void;

/** What differs between the two databases. Everything else is the same queries on both. */
export interface Databank {
  readonly soort: "sqlite" | "postgres";
  readonly db: Kysely<Tabellen>;
  /** Until the transaction is over nobody else writes in this municipality, on whichever server. null: what belongs to no municipality. */
  vergrendel(tx: Transaction<Tabellen>, gemeente: string | null): Promise<void>;
}
