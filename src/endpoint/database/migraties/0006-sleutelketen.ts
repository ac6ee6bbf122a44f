import type { Transaction } from "kysely";
import type { Tabellen } from "../tabellen";

/** A key can be renewed: then it is known which key it takes the place of. And the keys of one organisation are found without looking at those of all. */
export async function sleutelketen(tx: Transaction<Tabellen>): Promise<void> {
  await tx.schema.alterTable("toegang").addColumn("vorige", "text").execute();
  await tx.schema.alterTable("toegang").addColumn("herhaalhash", "text").execute();
  await tx.schema.alterTable("toegang").addColumn("opgevolgdOp", "text").execute();
  await tx.schema.createIndex("toegang_organisatie").on("toegang").columns(["gemeente", "organisatie"]).execute();
}
