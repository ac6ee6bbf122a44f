import type { Lezer } from "./opslag";
import type { Maandrij, Maandtotaalrij, Staatrij, Vervangingrij } from "./tabellen";
import { tegelijk } from "./tegelijk";
import { VasteOpdracht, VasteVraag } from "./vast";

/** The newest version of a registratie. */
export function laatsteStaat(db: Lezer, organisatie: string, registratie: string): Promise<Staatrij | undefined> {
  return laatste(db).where("staat.organisatie", "=", organisatie).where("staat.registratie", "=", registratie).executeTakeFirst();
}

/** The newest version of every registratie of the organisation, oldest registratie first. */
export function laatsteStaten(db: Lezer, organisatie: string): Promise<Staatrij[]> {
  return laatste(db).where("staat.organisatie", "=", organisatie).orderBy("staat.ontvangenOp").orderBy("staat.registratie").execute();
}

/** An organisation, and one of its registraties, months or inzendingIds. */
export type Paar = [organisatie: string, van: string];

/** What the next state of a registratie is judged by. */
export type Vorigerij = Pick<Staatrij, "organisatie" | "registratie" | "versie" | "ontvangenOp" | "hash" | "inhoud">;

const laatsteVan = new VasteVraag<{ organisaties: string[]; registraties: Paar[] }, Vorigerij>((db, { organisaties, registraties }) =>
  laatste(db)
    .clearSelect()
    .select(["staat.organisatie", "staat.registratie", "staat.versie", "staat.ontvangenOp", "staat.hash", "staat.inhoud"])
    // Follows from the pairs, but of a list of pairs PostgreSQL does not know that it is short, and would read the whole table.
    .where("registratie.organisatie", "in", organisaties)
    .where(({ eb, refTuple }) => eb(refTuple("registratie.organisatie", "registratie.registratie"), "in", registraties)),
);

/** The newest versions of these registraties. */
export function laatsteStatenVan(db: Lezer, registraties: Paar[]): Promise<Vorigerij[]> {
  return laatsteVan.voer(db, { organisaties: registraties.map(([organisatie]) => organisatie), registraties });
}

function laatste(db: Lezer) {
  return db
    .selectFrom("registratie")
    .innerJoin("staat", (koppel) =>
      koppel
        .onRef("staat.organisatie", "=", "registratie.organisatie")
        .onRef("staat.registratie", "=", "registratie.registratie")
        .onRef("staat.versie", "=", "registratie.versie")
        .onRef("staat.jaar", "=", "registratie.jaar"),
    )
    .selectAll("staat");
}

const metInzending = new VasteVraag<{ inzendingen: Paar[] }, Staatrij>((db, { inzendingen }) =>
  db.selectFrom("staat").selectAll().where(({ eb, refTuple }) => eb(refTuple("organisatie", "inzendingId"), "in", inzendingen)),
);

/** The states that were sent with these inzendingIds. */
export function statenMetInzending(db: Lezer, inzendingen: Paar[]): Promise<Staatrij[]> {
  return metInzending.voer(db, { inzendingen });
}

/** Newest first: `aantal` of them, from the `vanaf`-th (0 is the newest). */
export function statenNieuwsteEerst(db: Lezer, organisatie: string, vanaf: number, aantal: number): Promise<Staatrij[]> {
  return statenVan(db, organisatie).orderBy("ontvangenOp", "desc").orderBy("versie", "desc").orderBy("registratie").limit(aantal).offset(vanaf).execute();
}

export async function aantalStaten(db: Lezer, organisatie: string): Promise<number> {
  const { aantal } = await db.selectFrom("staat").select(({ fn }) => fn.countAll<number>().as("aantal")).where("organisatie", "=", organisatie).executeTakeFirstOrThrow();
  return aantal;
}

export function staatMetKenmerk(db: Lezer, organisatie: string, kenmerk: string): Promise<Staatrij | undefined> {
  return statenVan(db, organisatie).where("kenmerk", "=", kenmerk).executeTakeFirst();
}

const metKenmerk = new VasteVraag<{ kenmerken: string[] }, Pick<Staatrij, "kenmerk">>((db, { kenmerken }) => db.selectFrom("staat").select("kenmerk").where("kenmerk", "in", kenmerken));

/** Which of these were given out before. */
export async function bestaandeKenmerken(db: Lezer, kenmerken: string[]): Promise<Set<string>> {
  return new Set((await metKenmerk.voer(db, { kenmerken })).map((rij) => rij.kenmerk));
}

const staatErbij = new VasteOpdracht<Staatrij>((db, rijen) =>
  db.insertInto("staat").values(
    rijen.map((rij) => ({
      organisatie: rij.organisatie,
      registratie: rij.registratie,
      versie: rij.versie,
      jaar: rij.jaar,
      inzendingId: rij.inzendingId,
      kenmerk: rij.kenmerk,
      ontvangenOp: rij.ontvangenOp,
      beleidVersie: rij.beleidVersie,
      hash: rij.hash,
      inhoud: rij.inhoud,
      verschil: rij.verschil,
    })),
  ),
);
const versieVooruit = new VasteOpdracht<Pick<Staatrij, "organisatie" | "registratie" | "versie" | "jaar">>((db, rijen) =>
  db
    .insertInto("registratie")
    .values(rijen.map(({ organisatie, registratie, versie, jaar }) => ({ organisatie, registratie, versie, jaar })))
    .onConflict((c) => c.columns(["organisatie", "registratie"]).doUpdateSet(({ ref }) => ({ versie: ref("excluded.versie"), jaar: ref("excluded.jaar") }))),
);

/** Appends the states, each the newest version of its registratie from now on. */
export async function voegStatenToe(db: Lezer, rijen: readonly Staatrij[]): Promise<void> {
  await tegelijk(versieVooruit.voer(db, rijen), staatErbij.voer(db, rijen));
}

const vervangingenVan = new VasteVraag<{ organisaties: string[] }, Vervangingrij>((db, { organisaties }) =>
  db.selectFrom("vervanging").selectAll().where("organisatie", "in", organisaties).orderBy("organisatie").orderBy("volgnummer"),
);

/** In the order in which they were laid down. */
export function vervangingen(db: Lezer, organisaties: string[]): Promise<Vervangingrij[]> {
  return vervangingenVan.voer(db, { organisaties });
}

export async function voegVervangingenToe(db: Lezer, rijen: readonly Vervangingrij[]): Promise<void> {
  if (rijen.length > 0) await db.insertInto("vervanging").values(rijen).execute();
}

export function maandenVan(db: Lezer, organisaties: readonly string[], van: string, tot: string): Promise<Maandrij[]> {
  return db.selectFrom("maand").selectAll().where("organisatie", "in", organisaties).where("periode", ">=", van).where("periode", "<=", tot).execute();
}

const maanden = new VasteVraag<{ maanden: Paar[] }, Maandrij>((db, w) =>
  db
    .selectFrom("maand")
    .select(["organisatie", "periode", "lijsten", "gestart", "afgesloten", "eerst", "naAfloop", "gecorrigeerd"])
    .where(({ eb, refTuple }) => eb(refTuple("organisatie", "periode"), "in", w.maanden)),
);

/** These months, as far as they are there. */
export async function maandrijen(db: Lezer, welke: Paar[]): Promise<Maandrij[]> {
  return welke.length === 0 ? [] : maanden.voer(db, { maanden: welke });
}

const maandErbij = new VasteOpdracht<Maandrij>((db, rijen) =>
  db
    .insertInto("maand")
    .values(rijen.map(({ organisatie, periode, lijsten, gestart, afgesloten, eerst, naAfloop, gecorrigeerd }) => ({ organisatie, periode, lijsten, gestart, afgesloten, eerst, naAfloop, gecorrigeerd })))
    .onConflict((c) =>
      c.columns(["organisatie", "periode"]).doUpdateSet(({ ref }) => ({
        lijsten: ref("excluded.lijsten"),
        gestart: ref("excluded.gestart"),
        afgesloten: ref("excluded.afgesloten"),
        naAfloop: ref("excluded.naAfloop"),
        gecorrigeerd: ref("excluded.gecorrigeerd"),
      })),
    ),
);
const totaalErbij = new VasteOpdracht<Maandtotaalrij>((db, rijen) =>
  db
    .insertInto("maandtotaal")
    .values(rijen.map(({ periode, sector, eenpersoons, gereageerd, gestart, afgesloten }) => ({ periode, sector, eenpersoons, gereageerd, gestart, afgesloten })))
    .onConflict((c) =>
      c.columns(["periode", "sector", "eenpersoons"]).doUpdateSet(({ eb, ref }) => ({
        gereageerd: eb("maandtotaal.gereageerd", "+", ref("excluded.gereageerd")),
        gestart: eb("maandtotaal.gestart", "+", ref("excluded.gestart")),
        afgesloten: eb("maandtotaal.afgesloten", "+", ref("excluded.afgesloten")),
      })),
    ),
);

/** Months as they are now. */
export async function bewaarMaanden(db: Lezer, rijen: readonly Maandrij[]): Promise<void> {
  await maandErbij.voer(db, rijen);
}

/** Adds the changes, one per month and sector, always in the same order: two groups never wait for each other. */
export async function telOpBijTotalen(db: Lezer, wijzigingen: readonly Maandtotaalrij[]): Promise<void> {
  const volgorde = [...wijzigingen].sort((a, b) => (`${a.periode} ${a.sector} ${a.eenpersoons}` < `${b.periode} ${b.sector} ${b.eenpersoons}` ? -1 : 1));
  await totaalErbij.voer(db, volgorde);
}

export function maandtotalen(db: Lezer, van: string, tot: string): Promise<Maandtotaalrij[]> {
  return db.selectFrom("maandtotaal").selectAll().where("periode", ">=", van).where("periode", "<=", tot).execute();
}

function statenVan(db: Lezer, organisatie: string) {
  return db.selectFrom("staat").selectAll().where("organisatie", "=", organisatie);
}
