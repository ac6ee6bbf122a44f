import type { Lezer } from "./opslag";
import type { Organisatierij } from "./tabellen";

export async function voegOrganisatieToe(db: Lezer, rij: Organisatierij): Promise<void> {
  await db.insertInto("organisatie").values(rij).execute();
}

export function organisatieMetId(db: Lezer, organisatie: string): Promise<Organisatierij | undefined> {
  return db.selectFrom("organisatie").selectAll().where("organisatie", "=", organisatie).executeTakeFirst();
}

/** By name, then by id. */
export function alleOrganisaties(db: Lezer): Promise<Organisatierij[]> {
  return db.selectFrom("organisatie").selectAll().orderBy("naam").orderBy("organisatie").execute();
}
