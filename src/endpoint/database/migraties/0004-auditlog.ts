import type { Transaction } from "kysely";
import type { Tabellen } from "../tabellen";

/** Who did what on the Servicepunt's side, per municipality in one chain. */
export async function auditlog(tx: Transaction<Tabellen>): Promise<void> {
  await tx.schema
    .createTable("auditregel")
    .addColumn("gemeente", "text", (k) => k.notNull())
    .addColumn("volgnummer", "integer", (k) => k.notNull())
    .addColumn("moment", "text", (k) => k.notNull())
    .addColumn("wie", "text", (k) => k.notNull())
    .addColumn("naam", "text", (k) => k.notNull())
    .addColumn("wat", "text", (k) => k.notNull())
    .addColumn("waarover", "text", (k) => k.notNull())
    .addColumn("vorige", "text", (k) => k.notNull())
    .addColumn("hash", "text", (k) => k.notNull())
    .addPrimaryKeyConstraint("auditregel_pk", ["gemeente", "volgnummer"])
    .execute();
}
