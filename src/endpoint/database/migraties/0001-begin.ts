import type { Kysely } from "kysely";
import type { Tabellen } from "../tabellen";

export async function begin(db: Kysely<Tabellen>): Promise<void> {
  await db.schema
    .createTable("beleid")
    .addColumn("gemeente", "text", (k) => k.notNull())
    .addColumn("versie", "integer", (k) => k.notNull())
    .addColumn("vanaf", "text", (k) => k.notNull())
    .addColumn("inhoud", "text", (k) => k.notNull())
    .addPrimaryKeyConstraint("beleid_pk", ["gemeente", "versie"])
    .execute();
  await db.schema
    .createTable("organisatie")
    .addColumn("gemeente", "text", (k) => k.notNull())
    .addColumn("organisatie", "text", (k) => k.notNull())
    .addColumn("naam", "text", (k) => k.notNull())
    .addColumn("sector", "text", (k) => k.notNull())
    .addColumn("grootte", "text")
    .addColumn("clienten", "integer")
    .addColumn("wijk", "text")
    .addColumn("bestuur", "text")
    .addColumn("ritme", "text", (k) => k.notNull())
    .addColumn("eenpersoons", "integer", (k) => k.notNull())
    .addColumn("vestigingsnummer", "text")
    .addColumn("kvk", "text")
    .addColumn("brin", "text")
    .addColumn("lrk", "text")
    .addColumn("agb", "text")
    .addColumn("toegevoegdOp", "text", (k) => k.notNull())
    .addPrimaryKeyConstraint("organisatie_pk", ["gemeente", "organisatie"])
    .execute();
  await db.schema
    .createTable("activeringscode")
    .addColumn("gemeente", "text", (k) => k.notNull())
    .addColumn("codehash", "text", (k) => k.notNull())
    .addColumn("organisatie", "text", (k) => k.notNull())
    .addColumn("geldigTot", "text", (k) => k.notNull())
    .addColumn("herbruikbaar", "integer", (k) => k.notNull())
    .addColumn("gebruiktOp", "text")
    .addColumn("herhaalhash", "text")
    .addColumn("ingetrokkenOp", "text")
    .addPrimaryKeyConstraint("activeringscode_pk", ["gemeente", "codehash"])
    .execute();
  await db.schema
    .createTable("toegang")
    .addColumn("gemeente", "text", (k) => k.notNull())
    .addColumn("sleutelhash", "text", (k) => k.notNull())
    .addColumn("organisatie", "text", (k) => k.notNull())
    .addColumn("codehash", "text", (k) => k.notNull())
    .addColumn("uitgegevenOp", "text", (k) => k.notNull())
    .addColumn("geldigTot", "text", (k) => k.notNull())
    .addColumn("ingetrokkenOp", "text")
    .addPrimaryKeyConstraint("toegang_pk", ["gemeente", "sleutelhash"])
    .execute();
  await db.schema
    .createTable("staat")
    .addColumn("gemeente", "text", (k) => k.notNull())
    .addColumn("organisatie", "text", (k) => k.notNull())
    .addColumn("registratie", "text", (k) => k.notNull())
    .addColumn("versie", "integer", (k) => k.notNull())
    .addColumn("inzendingId", "text", (k) => k.notNull())
    .addColumn("kenmerk", "text", (k) => k.notNull())
    .addColumn("ontvangenOp", "text", (k) => k.notNull())
    .addColumn("beleidVersie", "integer", (k) => k.notNull())
    .addColumn("hash", "text", (k) => k.notNull())
    .addColumn("inhoud", "text", (k) => k.notNull())
    .addColumn("verschil", "text", (k) => k.notNull())
    .addPrimaryKeyConstraint("staat_pk", ["gemeente", "organisatie", "registratie", "versie"])
    .addUniqueConstraint("staat_inzending", ["gemeente", "organisatie", "inzendingId"])
    .addUniqueConstraint("staat_kenmerk", ["gemeente", "kenmerk"])
    .execute();
  await db.schema
    .createTable("vervanging")
    .addColumn("gemeente", "text", (k) => k.notNull())
    .addColumn("organisatie", "text", (k) => k.notNull())
    .addColumn("volgnummer", "integer", (k) => k.notNull())
    .addColumn("registratie", "text", (k) => k.notNull())
    .addColumn("door", "text")
    .addColumn("vastgelegdOp", "text", (k) => k.notNull())
    .addPrimaryKeyConstraint("vervanging_pk", ["gemeente", "organisatie", "volgnummer"])
    .execute();
  await db.schema
    .createTable("account")
    .addColumn("gemeente", "text", (k) => k.notNull())
    .addColumn("naam", "text", (k) => k.notNull())
    .addColumn("wachtwoord", "text", (k) => k.notNull())
    .addColumn("gewijzigdOp", "text", (k) => k.notNull())
    .addPrimaryKeyConstraint("account_pk", ["gemeente", "naam"])
    .execute();
  await db.schema
    .createTable("sessie")
    .addColumn("gemeente", "text", (k) => k.notNull())
    .addColumn("sessiehash", "text", (k) => k.notNull())
    .addColumn("naam", "text", (k) => k.notNull())
    .addColumn("begonnenOp", "text", (k) => k.notNull())
    .addColumn("gebruiktOp", "text", (k) => k.notNull())
    .addPrimaryKeyConstraint("sessie_pk", ["gemeente", "sessiehash"])
    .execute();
}
