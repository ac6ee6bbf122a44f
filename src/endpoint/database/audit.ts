import type { Lezer } from "./opslag";
import type { Auditrij } from "./tabellen";

export function laatsteAuditregel(db: Lezer): Promise<Auditrij | undefined> {
  return db.selectFrom("auditregel").selectAll().orderBy("volgnummer", "desc").limit(1).executeTakeFirst();
}

/** The only way in; nothing changes a row. */
export async function voegAuditregelToe(db: Lezer, rij: Auditrij): Promise<void> {
  await db.insertInto("auditregel").values(rij).execute();
}

/** Oldest first, after that number. */
export function auditregelsNa(db: Lezer, na: number, aantal: number): Promise<Auditrij[]> {
  return db.selectFrom("auditregel").selectAll().where("volgnummer", ">", na).orderBy("volgnummer").limit(aantal).execute();
}

/** Newest first, before that number; undefined: from the newest. */
export function auditregelsVoor(db: Lezer, voor: number | undefined, aantal: number): Promise<Auditrij[]> {
  return db
    .selectFrom("auditregel")
    .selectAll()
    .$if(voor !== undefined, (vraag) => vraag.where("volgnummer", "<", voor ?? 0))
    .orderBy("volgnummer", "desc")
    .limit(aantal)
    .execute();
}

/** The last line of those at the beginning that are all from before that moment: what comes after a newer one stays, whatever the clock said. */
export async function laatsteAuditregelVoor(db: Lezer, moment: string): Promise<Auditrij | undefined> {
  const blijft = await db.selectFrom("auditregel").select("volgnummer").where("moment", ">=", moment).orderBy("volgnummer").limit(1).executeTakeFirst();
  return (await auditregelsVoor(db, blijft?.volgnummer, 1))[0];
}

/** From the beginning, that one included. Answers how many went. */
export async function verwijderAuditregels(db: Lezer, totEnMet: number): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom("auditregel").where("volgnummer", "<=", totEnMet).executeTakeFirst();
  return Number(numDeletedRows);
}
