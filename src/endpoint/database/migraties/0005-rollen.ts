import type { Transaction } from "kysely";
import type { Tabellen } from "../tabellen";

/**
 * Whoever had an account can do what the page could do before there were roles, and no more. A session now says who that is to the
 * audit log, and with which role; those of before are over: one signs in again.
 */
export async function rollen(tx: Transaction<Tabellen>): Promise<void> {
  await tx.schema.alterTable("account").addColumn("rol", "text", (k) => k.notNull().defaultTo("behandelen")).execute();
  await tx.schema.dropTable("sessie").execute();
  await tx.schema
    .createTable("sessie")
    .addColumn("gemeente", "text", (k) => k.notNull())
    .addColumn("sessiehash", "text", (k) => k.notNull())
    .addColumn("wie", "text", (k) => k.notNull())
    .addColumn("naam", "text", (k) => k.notNull())
    .addColumn("rol", "text", (k) => k.notNull())
    .addColumn("begonnenOp", "text", (k) => k.notNull())
    .addColumn("gebruiktOp", "text", (k) => k.notNull())
    .addPrimaryKeyConstraint("sessie_met_rol_pk", ["gemeente", "sessiehash"])
    .execute();
}
