import type { Lezer } from "./opslag";
import type { Staatrij, Vervangingrij } from "./tabellen";

/** Whose rows a query is about. */
export interface Van {
  readonly gemeente: string;
  readonly organisatie: string;
}

export function staatMetInzending(db: Lezer, van: Van, inzendingId: string): Promise<Staatrij | undefined> {
  return statenVan(db, van).where("inzendingId", "=", inzendingId).executeTakeFirst();
}

/** The newest version of a registratie. */
export function laatsteStaat(db: Lezer, van: Van, registratie: string): Promise<Staatrij | undefined> {
  return statenVan(db, van).where("registratie", "=", registratie).orderBy("versie", "desc").limit(1).executeTakeFirst();
}

/** The newest version of every registratie of the organisation, oldest registratie first. */
export async function laatsteStaten(db: Lezer, van: Van): Promise<Staatrij[]> {
  return db
    .selectFrom("staat")
    .selectAll("staat")
    .where("gemeente", "=", van.gemeente)
    .where("organisatie", "=", van.organisatie)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("staat as nieuwer")
            .select("nieuwer.versie")
            .whereRef("nieuwer.gemeente", "=", "staat.gemeente")
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
export function statenNieuwsteEerst(db: Lezer, van: Van): Promise<Staatrij[]> {
  return statenVan(db, van).orderBy("ontvangenOp", "desc").orderBy("versie", "desc").orderBy("registratie").execute();
}

export function staatMetKenmerk(db: Lezer, van: Van, kenmerk: string): Promise<Staatrij | undefined> {
  return statenVan(db, van).where("kenmerk", "=", kenmerk).executeTakeFirst();
}

export async function kenmerkBestaat(db: Lezer, gemeente: string, kenmerk: string): Promise<boolean> {
  return (await db.selectFrom("staat").select("versie").where("gemeente", "=", gemeente).where("kenmerk", "=", kenmerk).executeTakeFirst()) !== undefined;
}

export async function voegStaatToe(db: Lezer, rij: Staatrij): Promise<void> {
  await db.insertInto("staat").values(rij).execute();
}

/** In the order in which they were laid down. */
export function vervangingen(db: Lezer, van: Van): Promise<Vervangingrij[]> {
  return db
    .selectFrom("vervanging")
    .selectAll()
    .where("gemeente", "=", van.gemeente)
    .where("organisatie", "=", van.organisatie)
    .orderBy("volgnummer")
    .execute();
}

export async function voegVervangingToe(db: Lezer, rij: Vervangingrij): Promise<void> {
  await db.insertInto("vervanging").values(rij).execute();
}

/** Every state of every organisation, oldest first: what the response overview and the export are made from. */
export function alleStaten(db: Lezer, gemeente: string): Promise<Staatrij[]> {
  return db.selectFrom("staat").selectAll().where("gemeente", "=", gemeente).orderBy("organisatie").orderBy("registratie").orderBy("versie").execute();
}

export function alleVervangingen(db: Lezer, gemeente: string): Promise<Vervangingrij[]> {
  return db.selectFrom("vervanging").selectAll().where("gemeente", "=", gemeente).orderBy("organisatie").orderBy("volgnummer").execute();
}

function statenVan(db: Lezer, van: Van) {
  return db.selectFrom("staat").selectAll().where("gemeente", "=", van.gemeente).where("organisatie", "=", van.organisatie);
}
