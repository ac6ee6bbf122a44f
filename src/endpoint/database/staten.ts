import type { Lezer } from "./opslag";
import type { Staatrij, Vervangingrij } from "./tabellen";

export function staatMetInzending(db: Lezer, organisatie: string, inzendingId: string): Promise<Staatrij | undefined> {
  return statenVan(db, organisatie).where("inzendingId", "=", inzendingId).executeTakeFirst();
}

/** The newest version of a registratie. */
export function laatsteStaat(db: Lezer, organisatie: string, registratie: string): Promise<Staatrij | undefined> {
  return statenVan(db, organisatie).where("registratie", "=", registratie).orderBy("versie", "desc").limit(1).executeTakeFirst();
}

/** The newest version of every registratie of the organisation, oldest registratie first. */
export async function laatsteStaten(db: Lezer, organisatie: string): Promise<Staatrij[]> {
  return db
    .selectFrom("staat")
    .selectAll("staat")
    .where("organisatie", "=", organisatie)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("staat as nieuwer")
            .select("nieuwer.versie")
            .whereRef("nieuwer.organisatie", "=", "staat.organisatie")
            .whereRef("nieuwer.registratie", "=", "staat.registratie")
            .whereRef("nieuwer.versie", ">", "staat.versie"),
        ),
      ),
    )
    .orderBy("ontvangenOp")
    .orderBy("registratie")
    .execute();
}

/** Newest first. */
export function statenNieuwsteEerst(db: Lezer, organisatie: string): Promise<Staatrij[]> {
  return statenVan(db, organisatie).orderBy("ontvangenOp", "desc").orderBy("versie", "desc").orderBy("registratie").execute();
}

export function staatMetKenmerk(db: Lezer, organisatie: string, kenmerk: string): Promise<Staatrij | undefined> {
  return statenVan(db, organisatie).where("kenmerk", "=", kenmerk).executeTakeFirst();
}

export async function kenmerkBestaat(db: Lezer, kenmerk: string): Promise<boolean> {
  return (await db.selectFrom("staat").select("versie").where("kenmerk", "=", kenmerk).executeTakeFirst()) !== undefined;
}

export async function voegStaatToe(db: Lezer, rij: Staatrij): Promise<void> {
  await db.insertInto("staat").values(rij).execute();
}

/** In the order in which they were laid down. */
export function vervangingen(db: Lezer, organisatie: string): Promise<Vervangingrij[]> {
  return db
    .selectFrom("vervanging")
    .selectAll()
    .where("organisatie", "=", organisatie)
    .orderBy("volgnummer")
    .execute();
}

export async function voegVervangingToe(db: Lezer, rij: Vervangingrij): Promise<void> {
  await db.insertInto("vervanging").values(rij).execute();
}

/** Every state of every organisation, oldest first: what the response overview and the export are made from. */
export function alleStaten(db: Lezer): Promise<Staatrij[]> {
  return db.selectFrom("staat").selectAll().orderBy("organisatie").orderBy("registratie").orderBy("versie").execute();
}

export function alleVervangingen(db: Lezer): Promise<Vervangingrij[]> {
  return db.selectFrom("vervanging").selectAll().orderBy("organisatie").orderBy("volgnummer").execute();
}

function statenVan(db: Lezer, organisatie: string) {
  return db.selectFrom("staat").selectAll().where("organisatie", "=", organisatie);
}
