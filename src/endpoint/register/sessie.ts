import { timingSafeEqual } from "node:crypto";
import type { Rol } from "../../meldcode/uitwisseling/rol";
import { merkSessieGebruikt, sessieMetHash, verwijderSessie, verwijderSessiesVan, verwijderVerlopenSessies, voegSessieToe } from "../database/accounts";
import type { Lezer } from "../database/opslag";
import { accounthouder, accountMetWachtwoord, isOngewijzigd, rolVan } from "./account";
import { bewaarbaar, type Handelend, noteer, ONBEKENDE, type Wie } from "./audit";
import { sha256 } from "./hash";
import type { Omgeving } from "./omgeving";
import { Probleemfout } from "./probleemfout";
import { TEKSTEN } from "./teksten";

/** Somebody who proved who that is, and what that person may do. */
export interface Medewerker {
  readonly wie: Wie;
  readonly rol: Rol;
}

/** A session ends half an hour after it was last used, and a working day after it began. */
const STIL = 30 * 60_000;
const TOTAAL = 10 * 60 * 60_000;
/** Using a session is noted at most once in this time: reading a page should not write. */
const NOTEREN = 60_000;

/** With a local account. Throws toegang-ongeldig when name and password do not belong together. `eerder`: as for beginSessie. */
export async function meldAan(omgeving: Omgeving, naam: string, wachtwoord: string, eerder: string): Promise<{ token: string; medewerker: Medewerker }> {
  const account = await accountMetWachtwoord(omgeving, naam, wachtwoord);
  const medewerker = { wie: accounthouder(naam), rol: rolVan(account?.rol ?? "") };
  // Looking at a password takes long enough to take the account away meanwhile.
  const token = account && (await omgeving.opslag.schrijf(async (tx) => ((await isOngewijzigd(tx, account)) ? openSessie(tx, omgeving, medewerker, eerder) : null)));
  if (token !== null) return { token, medewerker };
  await noteerMislukt(omgeving);
  throw new Probleemfout("toegang-ongeldig", TEKSTEN.servicepunt.verkeerdWachtwoord);
}

/** Who it was is not known, and what was typed is not kept. */
export async function noteerMislukt(omgeving: Omgeving): Promise<void> {
  await omgeving.opslag.schrijf((tx) => noteer(tx, { ...omgeving, wie: ONBEKENDE }, "aanmelden-mislukt"));
}

/** Answers a fresh token, which is kept nowhere. `eerder`: the token that the browser still had; it stops working. */
export function beginSessie(omgeving: Omgeving, medewerker: Medewerker, eerder = ""): Promise<string> {
  return omgeving.opslag.schrijf((tx) => openSessie(tx, omgeving, medewerker, eerder));
}

async function openSessie(tx: Lezer, omgeving: Omgeving, { wie, rol }: Medewerker, eerder: string): Promise<string> {
  const token = Buffer.from(omgeving.willekeur(32)).toString("base64url");
  const nu = omgeving.nu();
  const { id, naam } = bewaarbaar(wie);
  await verwijderVerlopenSessies(tx, geleden(nu, TOTAAL), geleden(nu, STIL));
  await verwijderSessie(tx, sha256(eerder));
  await voegSessieToe(tx, { sessiehash: sha256(token), wie: id, naam, rol, begonnenOp: nu.toISOString(), gebruiktOp: nu.toISOString() });
  await noteer(tx, { ...omgeving, wie }, "aanmelden", { rol });
  return token;
}

/** Who holds this token. Throws toegang-ongeldig when the session is over or never was. */
export async function sessieVan(omgeving: Omgeving, token: string): Promise<Medewerker> {
  const { opslag } = omgeving;
  const sessiehash = sha256(token);
  const rij = await sessieMetHash(opslag.lees, sessiehash);
  const nu = omgeving.nu();
  // One that began by a clock far ahead would not end for as long.
  if (!rij || rij.begonnenOp < geleden(nu, TOTAAL) || rij.begonnenOp > geleden(nu, -TOTAAL) || rij.gebruiktOp < geleden(nu, STIL)) {
    throw new Probleemfout("toegang-ongeldig", TEKSTEN.servicepunt.nietAangemeld);
  }
  if (rij.gebruiktOp < geleden(nu, NOTEREN)) await opslag.schrijf((tx) => merkSessieGebruikt(tx, sessiehash, nu.toISOString()));
  return { wie: { id: rij.wie, naam: rij.naam }, rol: rolVan(rij.rol) };
}

export async function meldAf(omgeving: Handelend, token: string): Promise<void> {
  await omgeving.opslag.schrijf(async (tx) => {
    await verwijderSessie(tx, sha256(token));
    await noteer(tx, omgeving, "afmelden");
  });
}

/** Everybody has to sign in again, for instance because roles changed at the identity provider. Answers how many sessions ended. */
export function beeindigSessies(omgeving: Handelend): Promise<number> {
  return omgeving.opslag.schrijf(async (tx) => {
    const aantal = await verwijderSessiesVan(tx, undefined);
    await noteer(tx, omgeving, "sessies-beeindigd", { aantal });
    return aantal;
  });
}

export function csrfKlopt(token: string, csrf: string): boolean {
  const [a, b] = [Buffer.from(csrfVan(token)), Buffer.from(csrf)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Follows from the session, so it needs no keeping; the session does not follow from it. */
export function csrfVan(token: string): string {
  return sha256(`csrf|${token}`);
}

function geleden(nu: Date, milliseconden: number): string {
  return new Date(nu.getTime() - milliseconden).toISOString();
}
