import type { Transaction } from "kysely";
import type { Beleid } from "../../../meldcode/uitwisseling/beleid";
import type { Tabellen } from "../tabellen";

/**
 * A month is judged by what held in its own time: the deadline day of every version of the policy at hand, an organisation's rhythm
 * as a history, and until which month it was a one-person practice.
 */
export async function beleidstijd(tx: Transaction<Tabellen>): Promise<void> {
  await tx.schema.alterTable("organisatie").addColumn("ritmewijzigingen", "text", (k) => k.notNull().defaultTo("[]")).execute();
  await tx.schema.alterTable("organisatie").addColumn("eenpersoonsTot", "text").execute();
  await tx.schema.alterTable("beleid").addColumn("deadlineDag", "integer", (k) => k.notNull().defaultTo(15)).execute();
  for (const { gemeente, versie, inhoud } of await tx.selectFrom("beleid").select(["gemeente", "versie", "inhoud"]).execute()) {
    // What is stored passed the schema when it was set.
    const { deadlineDag } = JSON.parse(inhoud) as Beleid;
    await tx.updateTable("beleid").set({ deadlineDag }).where("gemeente", "=", gemeente).where("versie", "=", versie).execute();
  }
}
