import type { Lezer } from "./opslag";
import type { Gemeentetabellen } from "./tabellen";

export function accountMetNaam(db: Lezer, naam: string) {
  return db.selectFrom("account").selectAll().where("naam", "=", naam).executeTakeFirst();
}

/** Names and roles, by name. */
export function alleAccounts(db: Lezer) {
  return db.selectFrom("account").select(["naam", "rol", "gewijzigdOp"]).orderBy("naam").execute();
}

/** Makes the account, or gives it another password and role. */
export async function zetAccount(db: Lezer, rij: Gemeentetabellen["account"]): Promise<void> {
  await db
    .insertInto("account")
    .values(rij)
    .onConflict((c) => c.column("naam").doUpdateSet({ wachtwoord: rij.wachtwoord, rol: rij.rol, gewijzigdOp: rij.gewijzigdOp }))
    .execute();
}

/** Whether there was one. */
export async function verwijderAccount(db: Lezer, naam: string): Promise<boolean> {
  return (await db.deleteFrom("account").where("naam", "=", naam).executeTakeFirst()).numDeletedRows > 0n;
}

export async function voegSessieToe(db: Lezer, rij: Gemeentetabellen["sessie"]): Promise<void> {
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

/** Of this person (undefined: of everyone); answers how many. */
export async function verwijderSessiesVan(db: Lezer, wie: string | undefined): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom("sessie").$if(wie !== undefined, (vraag) => vraag.where("wie", "=", wie ?? "")).executeTakeFirst();
  return Number(numDeletedRows);
}

/** Sessions that began or were last used before the limits are gone for good. */
export async function verwijderVerlopenSessies(db: Lezer, begonnenVoor: string, gebruiktVoor: string): Promise<void> {
  await db
    .deleteFrom("sessie")
    .where(({ or, eb }) => or([eb("begonnenOp", "<", begonnenVoor), eb("gebruiktOp", "<", gebruiktVoor)]))
    .execute();
}
