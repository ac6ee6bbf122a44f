import { sql } from "kysely";
import type { Boekhouder } from "./maandboek";
import type { Lezer } from "./opslag";
import type { Maandtotaalrij, Organisatierij } from "./tabellen";
import { VasteVraag } from "./vast";

export async function voegOrganisatieToe(db: Lezer, rij: Organisatierij): Promise<void> {
  await db.insertInto("organisatie").values(rij).execute();
}

export function organisatieMetId(db: Lezer, organisatie: string): Promise<Organisatierij | undefined> {
  return db.selectFrom("organisatie").selectAll().where("organisatie", "=", organisatie).executeTakeFirst();
}

export async function bewaarOrganisatie(db: Lezer, { organisatie, ...rij }: Organisatierij): Promise<void> {
  await db.updateTable("organisatie").set(rij).where("organisatie", "=", organisatie).execute();
}

/** By name, then by id. */
export function organisatiesVanBestuur(db: Lezer, bestuur: string): Promise<Organisatierij[]> {
  return db.selectFrom("organisatie").selectAll().where("bestuur", "=", bestuur).orderBy("naam").orderBy("organisatie").execute();
}

const opVolgorde = (db: Lezer, organisaties: string[]) =>
  db.selectFrom("organisatie").select(["organisatie", "sector", "eenpersoons", "eenpersoonsTot"]).where("organisatie", "in", organisaties).orderBy("organisatie");
const gelezen = new VasteVraag<{ organisaties: string[] }, Boekhouder>((db, { organisaties }) => opVolgorde(db, organisaties));
const vergrendeld = new VasteVraag<{ organisaties: string[] }, Boekhouder>((db, { organisaties }) => opVolgorde(db, organisaties).forNoKeyUpdate());

/** Those of these ids, in one order: who locks them all the same way never waits in a circle. */
export function vergrendelOrganisaties(db: Lezer, organisaties: string[], vergrendel: boolean): Promise<Boekhouder[]> {
  return (vergrendel ? vergrendeld : gelezen).voer(db, { organisaties });
}

/** By name, then by id. */
export function alleOrganisaties(db: Lezer): Promise<Organisatierij[]> {
  return db.selectFrom("organisatie").selectAll().orderBy("naam").orderBy("organisatie").execute();
}

/** Which organisations: of a sector, and with each of these words in their zoektekst. */
export interface Selectie {
  readonly sector: string | undefined;
  readonly woorden: readonly string[];
}

export async function aantalOrganisaties(db: Lezer, selectie: Selectie): Promise<number> {
  const { aantal } = await geselecteerd(db, selectie).select(({ fn }) => fn.countAll<number>().as("aantal")).executeTakeFirstOrThrow();
  return aantal;
}

/** By name, then by id: `aantal` of them, from the `vanaf`-th (0 is the first). */
export function organisatiesOpNaam(db: Lezer, selectie: Selectie, vanaf: number, aantal: number): Promise<Organisatierij[]> {
  return geselecteerd(db, selectie).selectAll("organisatie").orderBy("naam").orderBy("organisatie.organisatie").limit(aantal).offset(vanaf).execute();
}

/** As maandboek.ts: whether the figures of a month are those of a one-person practice. */
const eenpersoonsInMaand = sql<number>`case when "eenpersoons" = 1 or "periode" <= "eenpersoonsTot" then 1 else 0 end`;

/** What the selected add up to, counted now. As maandboek.ts: whether an organisation responded for a month. */
export function totalenVan(db: Lezer, selectie: Selectie, van: string, tot: string): Promise<Omit<Maandtotaalrij, "sector">[]> {
  return geselecteerd(db, selectie)
    .innerJoin("maand", "maand.organisatie", "organisatie.organisatie")
    .where("periode", ">=", van)
    .where("periode", "<=", tot)
    .where("lijsten", ">", 0)
    .where(({ or, eb }) => or([eb("gestart", ">", 0), eb("naAfloop", "is not", null), eb(eenpersoonsInMaand, "=", 1)]))
    .groupBy(["periode", eenpersoonsInMaand])
    .select(({ fn }) => ["periode", eenpersoonsInMaand.as("eenpersoons"), fn.countAll<number>().as("gereageerd"), fn.sum<number>("gestart").as("gestart"), fn.sum<number>("afgesloten").as("afgesloten")])
    .execute();
}

function geselecteerd(db: Lezer, { sector, woorden }: Selectie) {
  let vraag = db.selectFrom("organisatie");
  if (sector !== undefined) vraag = vraag.where("sector", "=", sector);
  for (const woord of woorden) vraag = vraag.where(sql<boolean>`"zoektekst" like ${`%${woord.replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`);
  return vraag;
}
