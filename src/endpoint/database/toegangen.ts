import type { Lezer } from "./opslag";
import { Opzoeking } from "./opzoeking";
import type { Activeringscoderij, Organisatierij, Toegangrij } from "./tabellen";
import { VasteVraag } from "./vast";

export async function voegCodeToe(db: Lezer, rij: Activeringscoderij): Promise<void> {
  await db.insertInto("activeringscode").values(rij).execute();
}

export function codeMetHash(db: Lezer, codehash: string): Promise<Activeringscoderij | undefined> {
  return db.selectFrom("activeringscode").selectAll().where("codehash", "=", codehash).executeTakeFirst();
}

export async function merkCodeGebruikt(db: Lezer, codehash: string, gebruiktOp: string, herhaalhash: string | null): Promise<void> {
  await db.updateTable("activeringscode").set({ gebruiktOp, herhaalhash }).where("codehash", "=", codehash).execute();
}

/** Codes that were not used yet, those of its board too; answers how many. What a used one gave cannot be asked for again. */
export async function trekCodesIn(db: Lezer, { organisatie, bestuur }: Pick<Organisatierij, "organisatie" | "bestuur">, ingetrokkenOp: string): Promise<number> {
  const codes = db
    .updateTable("activeringscode")
    .where(({ eb, or }) => or([eb("organisatie", "=", organisatie), ...(bestuur === null ? [] : [eb("bestuur", "=", bestuur)])]))
    .where("ingetrokkenOp", "is", null);
  await codes.set({ herhaalhash: null }).where("gebruiktOp", "is not", null).execute();
  const { numUpdatedRows } = await codes.set({ ingetrokkenOp }).where("gebruiktOp", "is", null).executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function voegToegangToe(db: Lezer, rij: Toegangrij): Promise<void> {
  await db.insertInto("toegang").values(rij).execute();
}

const metHash = new VasteVraag<{ hashes: string[] }, Toegangrij>((db, { hashes }) => db.selectFrom("toegang").selectAll().where("sleutelhash", "in", hashes));
const opzoeking = new Opzoeking((db, hashes: string[]) => metHash.voer(db, { hashes }), ({ sleutelhash }: Toegangrij) => sleutelhash);

export async function toegangMetHash(db: Lezer, sleutelhash: string): Promise<Toegangrij | undefined> {
  return (await metHash.voer(db, { hashes: [sleutelhash] }))[0];
}

/** The same outside a transaction: runs with every request of a sender. */
export function toegangOpgezocht(db: Lezer, sleutelhash: string): Promise<Toegangrij | undefined> {
  return opzoeking.vind(db, sleutelhash);
}

/** All keys of an organisation; answers how many. */
export async function trekToegangIn(db: Lezer, organisatie: string, ingetrokkenOp: string): Promise<number> {
  const { numUpdatedRows } = await db.updateTable("toegang").set({ ingetrokkenOp }).where("organisatie", "=", organisatie).where("ingetrokkenOp", "is", null).executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Keys of the organisation that a code of this board gave; answers how many. */
export async function trekToegangVanBestuurIn(db: Lezer, organisatie: string, bestuur: string, ingetrokkenOp: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("toegang")
    .set({ ingetrokkenOp })
    .where("organisatie", "=", organisatie)
    .where("ingetrokkenOp", "is", null)
    .where("codehash", "in", db.selectFrom("activeringscode").select("codehash").where("bestuur", "=", bestuur))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Keys given in the place of this one that nobody used yet, oldest first. */
export function ongebruikteOpvolgers(db: Lezer, { organisatie, sleutelhash }: Pick<Toegangrij, "organisatie" | "sleutelhash">): Promise<Pick<Toegangrij, "sleutelhash" | "herhaalhash">[]> {
  return db.selectFrom("toegang").select(["sleutelhash", "herhaalhash"]).where("organisatie", "=", organisatie).where("vorige", "=", sleutelhash).orderBy("uitgegevenOp").orderBy("sleutelhash").execute();
}

export async function verwijderToegang(db: Lezer, sleutelhashes: readonly string[]): Promise<void> {
  if (sleutelhashes.length > 0) await db.deleteFrom("toegang").where("sleutelhash", "in", sleutelhashes).execute();
}

/** This key is used for the first time; from now on the key before it is on its way out. */
export async function merkInGebruik(db: Lezer, sleutelhash: string): Promise<void> {
  await db.updateTable("toegang").set({ vorige: null }).where("sleutelhash", "=", sleutelhash).execute();
}

/** Ends then at the latest. */
export async function merkOpgevolgd(db: Lezer, sleutelhash: string, opgevolgdOp: string, uiterlijk: string): Promise<void> {
  await db
    .updateTable("toegang")
    .set(({ eb }) => ({ opgevolgdOp, geldigTot: eb.case().when("geldigTot", ">", uiterlijk).then(uiterlijk).else(eb.ref("geldigTot")).end() }))
    .where("sleutelhash", "=", sleutelhash)
    .execute();
}

/** The keys that an activation code gave. */
export async function trekToegangVanCodeIn(db: Lezer, codehash: string, ingetrokkenOp: string): Promise<void> {
  await db.updateTable("toegang").set({ ingetrokkenOp }).where("codehash", "=", codehash).where("ingetrokkenOp", "is", null).execute();
}
