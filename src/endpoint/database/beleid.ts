import type { Lezer } from "./opslag";

/** The newest version, or undefined when there is none yet. */
export function laatsteBeleid(db: Lezer) {
  return db.selectFrom("beleid").selectAll().orderBy("versie", "desc").limit(1).executeTakeFirst();
}

export async function voegBeleidToe(db: Lezer, rij: { versie: number; vanaf: string; inhoud: string }): Promise<void> {
  await db.insertInto("beleid").values(rij).execute();
}
