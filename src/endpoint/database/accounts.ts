import type { Lezer } from "./opslag";

export function accountMetNaam(db: Lezer, gemeente: string, naam: string) {
  return db.selectFrom("account").selectAll().where("gemeente", "=", gemeente).where("naam", "=", naam).executeTakeFirst();
}

/** Makes the account, or gives it another password. */
export async function zetAccount(db: Lezer, rij: { gemeente: string; naam: string; wachtwoord: string; gewijzigdOp: string }): Promise<void> {
  await db
    .insertInto("account")
    .values(rij)
    .onConflict((c) => c.columns(["gemeente", "naam"]).doUpdateSet({ wachtwoord: rij.wachtwoord, gewijzigdOp: rij.gewijzigdOp }))
    .execute();
}

export async function voegSessieToe(db: Lezer, rij: { gemeente: string; sessiehash: string; naam: string; begonnenOp: string; gebruiktOp: string }): Promise<void> {
  await db.insertInto("sessie").values(rij).execute();
}

export function sessieMetHash(db: Lezer, gemeente: string, sessiehash: string) {
  return db.selectFrom("sessie").selectAll().where("gemeente", "=", gemeente).where("sessiehash", "=", sessiehash).executeTakeFirst();
}

export async function merkSessieGebruikt(db: Lezer, gemeente: string, sessiehash: string, gebruiktOp: string): Promise<void> {
  await db.updateTable("sessie").set({ gebruiktOp }).where("gemeente", "=", gemeente).where("sessiehash", "=", sessiehash).execute();
}

export async function verwijderSessie(db: Lezer, gemeente: string, sessiehash: string): Promise<void> {
  await db.deleteFrom("sessie").where("gemeente", "=", gemeente).where("sessiehash", "=", sessiehash).execute();
}

/** Of everyone with that name: after a new password, nobody stays signed in with the old one. */
export async function verwijderSessiesVan(db: Lezer, gemeente: string, naam: string): Promise<void> {
  await db.deleteFrom("sessie").where("gemeente", "=", gemeente).where("naam", "=", naam).execute();
}

/** Sessions that began or were last used before the limits are gone for good. */
export async function verwijderVerlopenSessies(db: Lezer, gemeente: string, begonnenVoor: string, gebruiktVoor: string): Promise<void> {
  await db
    .deleteFrom("sessie")
    .where("gemeente", "=", gemeente)
    .where(({ or, eb }) => or([eb("begonnenOp", "<", begonnenVoor), eb("gebruiktOp", "<", gebruiktVoor)]))
    .execute();
}
