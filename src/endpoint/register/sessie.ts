import { timingSafeEqual } from "node:crypto";
import type { z } from "zod/mini";
import type { sessieSchema } from "../../meldcode/uitwisseling/servicepunt";
import { merkSessieGebruikt, sessieMetHash, verwijderSessie, verwijderVerlopenSessies, voegSessieToe } from "../database/accounts";
import { wachtwoordKlopt } from "./account";
import { type Handelend, noteer, noteerInzage, ONBEKENDE, type Wie } from "./audit";
import { sha256 } from "./hash";
import type { Omgeving } from "./omgeving";
import { Probleemfout } from "./probleemfout";
import { TEKSTEN } from "./teksten";

type Sessie = z.infer<typeof sessieSchema>;

/** A session ends half an hour after it was last used, and a working day after it began. */
const STIL = 30 * 60_000;
const TOTAAL = 10 * 60 * 60_000;
/** Using a session is noted at most once in this time: reading a page should not write. */
const NOTEREN = 60_000;

/** Throws toegang-ongeldig when name and password do not belong together. */
export async function meldAan(omgeving: Omgeving, naam: string, wachtwoord: string): Promise<{ token: string; sessie: Sessie }> {
  if (!(await wachtwoordKlopt(omgeving, naam, wachtwoord))) {
    await noteerInzage({ ...omgeving, wie: ONBEKENDE }, "aanmelden-mislukt", {});
    throw new Probleemfout("toegang-ongeldig", TEKSTEN.servicepunt.verkeerdWachtwoord);
  }
  return beginSessie(omgeving, naam);
}

/** For someone who has proved to be that person. */
export async function beginSessie(omgeving: Omgeving, naam: string): Promise<{ token: string; sessie: Sessie }> {
  const { opslag } = omgeving;
  const token = Buffer.from(omgeving.willekeur(32)).toString("base64url");
  const nu = omgeving.nu();
  await opslag.schrijf(async (tx) => {
    await verwijderVerlopenSessies(tx, geleden(nu, TOTAAL), geleden(nu, STIL));
    await voegSessieToe(tx, { sessiehash: sha256(token), naam, begonnenOp: nu.toISOString(), gebruiktOp: nu.toISOString() });
    await noteer(tx, { ...omgeving, wie: wieIs(naam) }, "aanmelden");
  });
  return { token, sessie: { naam, csrfToken: csrfVan(token) } };
}

/** Who holds this token. Throws toegang-ongeldig when the session is over or never was. */
export async function sessieVan(omgeving: Omgeving, token: string): Promise<Sessie> {
  const { opslag } = omgeving;
  const sessiehash = sha256(token);
  const rij = await sessieMetHash(opslag.lees, sessiehash);
  const nu = omgeving.nu();
  if (!rij || rij.begonnenOp < geleden(nu, TOTAAL) || rij.gebruiktOp < geleden(nu, STIL)) {
    throw new Probleemfout("toegang-ongeldig", TEKSTEN.servicepunt.nietAangemeld);
  }
  if (rij.gebruiktOp < geleden(nu, NOTEREN)) await opslag.schrijf((tx) => merkSessieGebruikt(tx, sessiehash, nu.toISOString()));
  return { naam: rij.naam, csrfToken: csrfVan(token) };
}

export async function meldAf(omgeving: Handelend, token: string): Promise<void> {
  await omgeving.opslag.schrijf(async (tx) => {
    await verwijderSessie(tx, sha256(token));
    await noteer(tx, omgeving, "afmelden");
  });
}

/** The holder of a local account. */
export function wieIs(naam: string): Wie {
  return { id: `account:${naam}`, naam };
}

export function csrfKlopt(token: string, csrf: string): boolean {
  const [a, b] = [Buffer.from(csrfVan(token)), Buffer.from(csrf)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Follows from the session, so it needs no keeping; the session does not follow from it. */
function csrfVan(token: string): string {
  return sha256(`csrf|${token}`);
}

function geleden(nu: Date, milliseconden: number): string {
  return new Date(nu.getTime() - milliseconden).toISOString();
}
