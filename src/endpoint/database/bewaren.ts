import type { Lezer } from "./opslag";

/**
 * Codes that stopped working before this moment: used, withdrawn or expired. A board's code stays as long as a key that it gave: when
 * an organisation leaves that board, it tells which keys are the board's. Answers how many went.
 */
export async function verwijderOudeCodes(db: Lezer, voor: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("activeringscode")
    .where(({ eb, or, and }) => or([eb("geldigTot", "<", voor), eb("ingetrokkenOp", "<", voor), and([eb("gebruiktOp", "<", voor), eb("herbruikbaar", "=", 0)])]))
    .where(({ eb, or }) => or([eb("bestuur", "is", null), eb("codehash", "not in", db.selectFrom("toegang").select("codehash"))]))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Hashes of keys that stopped working before this moment. Answers how many went. */
export async function verwijderOudeToegang(db: Lezer, voor: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("toegang")
    .where(({ eb, or }) => or([eb("geldigTot", "<", voor), eb("ingetrokkenOp", "<", voor)]))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** States received before this moment that a newer one took the place of, with their receipts. Answers how many went. */
export async function verwijderOudeStaten(db: Lezer, voor: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("staat")
    .where("ontvangenOp", "<", voor)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("registratie")
            .select("registratie.versie")
            .whereRef("registratie.organisatie", "=", "staat.organisatie")
            .whereRef("registratie.registratie", "=", "staat.registratie")
            .whereRef("registratie.versie", "=", "staat.versie"),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Whether anything was noted or received between these moments. */
export async function gebeurdeIets(db: Lezer, van: string, tot: string): Promise<boolean> {
  // Nearly always there is a sign-in; looking through the states takes longer.
  if (await db.selectFrom("auditregel").select("volgnummer").where("moment", ">=", van).where("moment", "<=", tot).limit(1).executeTakeFirst()) return true;
  return (await db.selectFrom("staat").select("kenmerk").where("ontvangenOp", ">=", van).where("ontvangenOp", "<=", tot).limit(1).executeTakeFirst()) !== undefined;
}

/** Sessions that began before this moment. Answers how many went. */
export async function verwijderOudeSessies(db: Lezer, voor: string): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom("sessie").where("begonnenOp", "<", voor).executeTakeFirst();
  return Number(numDeletedRows);
}
