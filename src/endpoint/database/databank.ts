import type { Kysely, Transaction } from "kysely";
import type { Tabellen } from "./tabellen";

/** Told of every statement that runs: its text and nothing of what is in it. */
export type Volger = (sql: string) => void;

/** What a transaction comes to, and what it writes. */
export interface Besluit<T> {
  readonly waarde: T;
  /** Gives all to the database at once: nothing in it waits for an answer. */
  schrijf(): Promise<unknown>;
}

/** What differs between the two databases. Everything else is the same queries on both. */
export interface Databank {
  readonly soort: "sqlite" | "postgres";
  readonly db: Kysely<Tabellen>;
  /** Until the transaction is over nobody else writes in this municipality, on whichever server. null: what belongs to no municipality. */
  vergrendel(tx: Transaction<Tabellen>, gemeente: string | null): Promise<void>;
  /** The same for who locks each organisation that it writes of: such groups work side by side. */
  vergrendelGedeeld(tx: Kysely<Tabellen>, gemeente: string): Promise<void>;
  /**
   * A transaction in which questions that are asked at once also go to the database at once, where it takes them so (see tegelijk.ts).
   * The commit goes right behind what `werk` answers to write: others do not wait for our reading of the answers.
   */
  transactie<T>(werk: (tx: Kysely<Tabellen>) => Promise<Besluit<T>>): Promise<T>;
  /** Locks what a query reads until the transaction is over, where several write at the same time. */
  readonly rijvergrendeling: boolean;
  /** Groups of states at the same time. */
  readonly gelijktijdig: number;
  /** Throws when the disk of the database has no room for a state. */
  eisRuimte(tx: Transaction<Tabellen>): Promise<void>;
  /** Makes sure that a table in parts per year has a part for this year. */
  zorgVoorJaar(tx: Kysely<Tabellen>, tabel: "staat", jaar: number): Promise<void>;
}
