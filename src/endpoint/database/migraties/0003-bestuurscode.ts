import type { Transaction } from "kysely";
import type { Tabellen } from "../tabellen";

/** A code may be for a board: then `bestuur` names it, and `organisatie` is empty. */
export async function bestuurscode(tx: Transaction<Tabellen>): Promise<void> {
  await tx.schema.alterTable("activeringscode").addColumn("bestuur", "text").execute();
}
