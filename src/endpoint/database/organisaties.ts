import type { Lezer } from "./opslag";
import type { Organisatierij } from "./tabellen";

export async function voegOrganisatieToe(db: Lezer, rij: Organisatierij): Promise<void> {
  await db.insertInto("organisatie").values(rij).execute();
}

export function organisatieMetId(db: Lezer, gemeente: string, organisatie: string): Promise<Organisatierij | undefined> {
  return db.selectFrom("organisatie").selectAll().where("gemeente", "=", gemeente).where("organisatie", "=", organisatie).executeTakeFirst();
}

/** By name, then by id. */
export function alleOrganisaties(db: Lezer, gemeente: string): Promise<Organisatierij[]> {
  return db.selectFrom("organisatie").selectAll().where("gemeente", "=", gemeente).orderBy("naam").orderBy("organisatie").execute();
}
