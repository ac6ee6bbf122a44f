import type { Lezer } from "./opslag";
import type { Beleidrij } from "./tabellen";

/** The newest version, or undefined when there is none yet. */
export function laatsteBeleid(db: Lezer) {
  return db.selectFrom("beleid").selectAll().orderBy("versie", "desc").limit(1).executeTakeFirst();
}

/** Newest first: `aantal` of them, from the `vanaf`-th (0 is the newest). */
export function beleidsversies(db: Lezer, vanaf: number, aantal: number): Promise<Beleidrij[]> {
  return db.selectFrom("beleid").selectAll().orderBy("versie", "desc").limit(aantal).offset(vanaf).execute();
}

/** Of every version, oldest first. */
export function deadlinedagenVan(db: Lezer): Promise<Pick<Beleidrij, "vanaf" | "deadlineDag">[]> {
  return db.selectFrom("beleid").select(["vanaf", "deadlineDag"]).orderBy("versie").execute();
}

export async function voegBeleidToe(db: Lezer, rij: Beleidrij): Promise<void> {
  await db.insertInto("beleid").values(rij).execute();
}
