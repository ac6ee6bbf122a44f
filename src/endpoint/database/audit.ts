import type { Lezer } from "./opslag";
import type { Auditrij } from "./tabellen";

export function laatsteAuditregel(db: Lezer): Promise<Auditrij | undefined> {
  return db.selectFrom("auditregel").selectAll().orderBy("volgnummer", "desc").limit(1).executeTakeFirst();
}

/** The only way in; nothing changes a row or takes one out. */
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
