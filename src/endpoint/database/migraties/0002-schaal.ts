import { type Kysely, sql, type Transaction } from "kysely";
import { datumVan } from "../../../meldcode/datum";
import { periodeVanDatum } from "../../../meldcode/periode";
import type { Registratie } from "../../../meldcode/registratie";
import { zoektekst } from "../../../meldcode/uitwisseling/zoeken";
import type { Databank } from "../databank";
import { Maandboek } from "../maandboek";
import type { Maandrij, Staatrij, Tabellen } from "../tabellen";

/**
 * For a whole country: states in parts per year of receipt (on PostgreSQL), the current version of each list in a row of its own,
 * and what an organisation's lists add up to per month, so that nobody has to read states for an overview. Organisation-bound keys
 * begin with gemeente and organisatie.
 */
export async function schaal(tx: Transaction<Tabellen>, databank: Databank): Promise<void> {
  const postgres = databank.soort === "postgres";
  await tx.schema
    .createTable("registratie")
    .addColumn("gemeente", "text", (k) => k.notNull())
    .addColumn("organisatie", "text", (k) => k.notNull())
    .addColumn("registratie", "text", (k) => k.notNull())
    .addColumn("versie", "integer", (k) => k.notNull())
    .addColumn("jaar", "integer", (k) => k.notNull())
    .addPrimaryKeyConstraint("registratie_pk", ["gemeente", "organisatie", "registratie"])
    .addForeignKeyConstraint("registratie_organisatie", ["gemeente", "organisatie"], "organisatie", ["gemeente", "organisatie"])
    .execute();
  await tx.schema.alterTable("staat").renameTo("staat_0001").execute();
  await tx.schema
    .createTable("staat")
    .addColumn("gemeente", "text", (k) => k.notNull())
    .addColumn("organisatie", "text", (k) => k.notNull())
    .addColumn("registratie", "text", (k) => k.notNull())
    .addColumn("versie", "integer", (k) => k.notNull())
    .addColumn("jaar", "integer", (k) => k.notNull())
    .addColumn("inzendingId", "text", (k) => k.notNull())
    .addColumn("kenmerk", "text", (k) => k.notNull())
    .addColumn("ontvangenOp", "text", (k) => k.notNull())
    .addColumn("beleidVersie", "integer", (k) => k.notNull())
    .addColumn("hash", "text", (k) => k.notNull())
    .addColumn("inhoud", "text", (k) => k.notNull())
    .addColumn("verschil", "text", (k) => k.notNull())
    // What is unique in a table of parts is unique per part: the lock on the organisation does the rest.
    .addPrimaryKeyConstraint("staat_per_jaar_pk", ["gemeente", "organisatie", "registratie", "versie", "jaar"])
    .addUniqueConstraint("staat_per_jaar_inzending", ["gemeente", "organisatie", "inzendingId", "jaar"])
    .$call((tabel) => (postgres ? tabel.modifyEnd(sql`partition by list (jaar)`) : tabel))
    .execute();
  await tx.schema.createIndex("staat_per_jaar_kenmerk").on("staat").columns(["gemeente", "kenmerk"]).execute();
  await tx.schema
    .createTable("maand")
    .addColumn("gemeente", "text", (k) => k.notNull())
    .addColumn("organisatie", "text", (k) => k.notNull())
    .addColumn("periode", "text", (k) => k.notNull())
    .addColumn("lijsten", "integer", (k) => k.notNull())
    .addColumn("gestart", "integer", (k) => k.notNull())
    .addColumn("afgesloten", "integer", (k) => k.notNull())
    .addColumn("eerst", "text", (k) => k.notNull())
    .addColumn("naAfloop", "text")
    .addColumn("gecorrigeerd", "integer", (k) => k.notNull())
    .addPrimaryKeyConstraint("maand_pk", ["gemeente", "organisatie", "periode"])
    .execute();
  await tx.schema
    .createTable("maandtotaal")
    .addColumn("gemeente", "text", (k) => k.notNull())
    .addColumn("periode", "text", (k) => k.notNull())
    .addColumn("sector", "text", (k) => k.notNull())
    .addColumn("eenpersoons", "integer", (k) => k.notNull())
    .addColumn("gereageerd", "integer", (k) => k.notNull())
    .addColumn("gestart", "integer", (k) => k.notNull())
    .addColumn("afgesloten", "integer", (k) => k.notNull())
    .addPrimaryKeyConstraint("maandtotaal_pk", ["gemeente", "periode", "sector", "eenpersoons"])
    .execute();
  await tx.schema.alterTable("organisatie").addColumn("zoektekst", "text", (k) => k.notNull().defaultTo("")).execute();
  // The register by name, page by page.
  await tx.schema.createIndex("organisatie_naam").on("organisatie").columns(["gemeente", "naam", "organisatie"]).execute();
  await zetOver(tx, databank);
  await tx.schema.dropTable("staat_0001").execute();
}

/** Organisation after organisation, in the order in which its states came in: as if they came in now. */
async function zetOver(tx: Transaction<Tabellen>, databank: Databank): Promise<void> {
  // The old shape of the table is known here only.
  const oud = tx as unknown as Kysely<{ staat_0001: Omit<Staatrij, "jaar"> & { gemeente: string } }>;
  for (const { gemeente, organisatie, naam, sector, eenpersoons } of await tx.selectFrom("organisatie").select(["gemeente", "organisatie", "naam", "sector", "eenpersoons"]).execute()) {
    await tx.updateTable("organisatie").set({ zoektekst: zoektekst(naam, organisatie) }).where("gemeente", "=", gemeente).where("organisatie", "=", organisatie).execute();
    const staten = await oud.selectFrom("staat_0001").selectAll().where("gemeente", "=", gemeente).where("organisatie", "=", organisatie).orderBy("ontvangenOp").orderBy("versie").execute();
    const boek = new Maandboek();
    const maanden = new Map<string, Maandrij>();
    const laatste = new Map<string, Registratie>();
    const door = new Map<string, string>();
    for (const rij of staten) {
      const jaar = Number(periodeVanDatum(datumVan(new Date(rij.ontvangenOp))).slice(0, 4));
      await databank.zorgVoorJaar(tx, "staat", jaar);
      await tx
        .insertInto("registratie")
        .values({ gemeente, organisatie, registratie: rij.registratie, versie: rij.versie, jaar })
        .onConflict((c) => c.columns(["gemeente", "organisatie", "registratie"]).doUpdateSet({ versie: rij.versie, jaar }))
        .execute();
      await tx.insertInto("staat").values({ ...rij, jaar }).execute();
      // What is stored passed the schema when it came in.
      const staat = JSON.parse(rij.inhoud) as Registratie;
      const { vervangt } = staat;
      const neemtOver = vervangt !== undefined && door.get(vervangt) !== rij.registratie;
      const eigen = laatste.get(rij.registratie) ?? null;
      const telt = { eigen: door.has(rij.registratie) ? null : eigen, andere: (neemtOver && laatste.get(vervangt)) || null };
      for (const maand of boek.boek({ organisatie, sector, eenpersoons, eenpersoonsTot: null }, telt, { staat, ontvangenOp: rij.ontvangenOp }, maanden)) maanden.set(maand.periode, maand);
      if (neemtOver) {
        door.set(vervangt, rij.registratie);
        door.delete(rij.registratie);
      }
      laatste.set(rij.registratie, staat);
    }
    for (const maand of maanden.values()) await tx.insertInto("maand").values({ gemeente, ...maand }).execute();
    for (const totaal of boek.totalen()) {
      await tx
        .insertInto("maandtotaal")
        .values({ gemeente, ...totaal })
        .onConflict((c) =>
          c.columns(["gemeente", "periode", "sector", "eenpersoons"]).doUpdateSet(({ eb, ref }) => ({
            gereageerd: eb("maandtotaal.gereageerd", "+", ref("excluded.gereageerd")),
            gestart: eb("maandtotaal.gestart", "+", ref("excluded.gestart")),
            afgesloten: eb("maandtotaal.afgesloten", "+", ref("excluded.afgesloten")),
          })),
        )
        .execute();
    }
  }
}
