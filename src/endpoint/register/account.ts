import { scrypt, timingSafeEqual } from "node:crypto";
import { accountMetNaam, verwijderSessiesVan, zetAccount } from "../database/accounts";
import { type Handelend, noteer } from "./audit";
import type { Omgeving } from "./omgeving";

/** OWASP's advice for scrypt: 2^17 costs 128 MiB; 2^15 with p = 3 is its equal in time at 32 MiB. */
const KOSTEN = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const LENGTE = 32;

/** Makes the account or gives it another password; whoever was signed in with the old one no longer is. */
export async function bewaarAccount(omgeving: Handelend, naam: string, wachtwoord: string): Promise<void> {
  const zout = Buffer.from(omgeving.willekeur(16));
  const opgeslagen = `scrypt$${zout.toString("base64")}$${(await hash(wachtwoord, zout)).toString("base64")}`;
  await omgeving.opslag.schrijf(async (tx) => {
    await zetAccount(tx, { naam, wachtwoord: opgeslagen, gewijzigdOp: omgeving.nu().toISOString() });
    await verwijderSessiesVan(tx, naam);
    await noteer(tx, omgeving, "account-gezet", { account: naam });
  });
}

/** Takes as long for a name that does not exist. */
export async function wachtwoordKlopt(omgeving: Omgeving, naam: string, wachtwoord: string): Promise<boolean> {
  const account = await accountMetNaam(omgeving.opslag.lees, naam);
  const [, zout = "", verwacht = ""] = account?.wachtwoord.split("$") ?? [];
  const gekregen = await hash(wachtwoord, Buffer.from(zout, "base64"));
  const bewaard = Buffer.from(verwacht, "base64");
  return account !== undefined && bewaard.length === LENGTE && timingSafeEqual(gekregen, bewaard);
}

function hash(wachtwoord: string, zout: Buffer): Promise<Buffer> {
  return new Promise((klaar, mislukt) => {
    scrypt(wachtwoord.normalize("NFKC"), zout, LENGTE, KOSTEN, (fout, sleutel) => (fout ? mislukt(fout) : klaar(sleutel)));
  });
}
