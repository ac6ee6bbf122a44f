import type { Lezer } from "./opslag";

/** The newest version, or undefined when there is none yet. */
export function laatsteBeleid(db: Lezer, gemeente: string) {
  return db.selectFrom("beleid").selectAll().where("gemeente", "=", gemeente).orderBy("versie", "desc").limit(1).executeTakeFirst();
}

export async function voegBeleidToe(db: Lezer, rij: { gemeente: string; versie: number; vanaf: string; inhoud: string }): Promise<void> {
  await db.insertInto("beleid").values(rij).execute();
}
