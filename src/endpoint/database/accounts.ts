import type { Lezer } from "./opslag";

export function accountMetNaam(db: Lezer, naam: string) {
  return db.selectFrom("account").selectAll().where("naam", "=", naam).executeTakeFirst();
}

/** Makes the account, or gives it another password. */
export async function zetAccount(db: Lezer, rij: { naam: string; wachtwoord: string; gewijzigdOp: string }): Promise<void> {
  await db
    .insertInto("account")
    .values(rij)
    .onConflict((c) => c.column("naam").doUpdateSet({ wachtwoord: rij.wachtwoord, gewijzigdOp: rij.gewijzigdOp }))
    .execute();
}

export async function voegSessieToe(db: Lezer, rij: { sessiehash: string; naam: string; begonnenOp: string; gebruiktOp: string }): Promise<void> {
  await db.insertInto("sessie").values(rij).execute();
}

export function sessieMetHash(db: Lezer, sessiehash: string) {
  return db.selectFrom("sessie").selectAll().where("sessiehash", "=", sessiehash).executeTakeFirst();
}

export async function merkSessieGebruikt(db: Lezer, sessiehash: string, gebruiktOp: string): Promise<void> {
  await db.updateTable("sessie").set({ gebruiktOp }).where("sessiehash", "=", sessiehash).execute();
}

export async function verwijderSessie(db: Lezer, sessiehash: string): Promise<void> {
  await db.deleteFrom("sessie").where("sessiehash", "=", sessiehash).execute();
}

/** Of everyone with that name: after a new password, nobody stays signed in with the old one. */
export async function verwijderSessiesVan(db: Lezer, naam: string): Promise<void> {
  await db.deleteFrom("sessie").where("naam", "=", naam).execute();
}

/** Sessions that began or were last used before the limits are gone for good. */
export async function verwijderVerlopenSessies(db: Lezer, begonnenVoor: string, gebruiktVoor: string): Promise<void> {
  await db
    .deleteFrom("sessie")
    .where(({ or, eb }) => or([eb("begonnenOp", "<", begonnenVoor), eb("gebruiktOp", "<", gebruiktVoor)]))
    .execute();
}
