import { scrypt, timingSafeEqual } from "node:crypto";
import { type Rol, ROLLEN } from "../../meldcode/uitwisseling/rol";
import { accountMetNaam, verwijderAccount, verwijderSessiesVan, zetAccount } from "../database/accounts";
import type { Lezer } from "../database/opslag";
import type { Gemeentetabellen } from "../database/tabellen";
import { type Handelend, noteer, type Wie } from "./audit";
import { Beurten } from "./beurten";
import type { Omgeving } from "./omgeving";

type Account = Gemeentetabellen["account"];

/** OWASP's advice for scrypt: 2^17 costs 128 MiB; 2^15 with p = 3 is its equal in time at 32 MiB. */
const KOSTEN = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const LENGTE = 32;
/** Of the four threads that Node has for this, the disk and host names use the others; who waits keeps no memory busy. */
const beurten = new Beurten(2, 20);

/** The holder of a local account. */
export function accounthouder(naam: string): Wie {
  return { id: `account:${naam}`, naam };
}

/** Makes the account or gives it another password; whoever was signed in with the old one no longer is. Without a role: the one it had, or behandelen. */
export async function bewaarAccount(omgeving: Handelend, naam: string, wachtwoord: string, rol?: Rol): Promise<Rol> {
  const zout = Buffer.from(omgeving.willekeur(16));
  const opgeslagen = `scrypt$${zout.toString("base64")}$${(await hash(wachtwoord, zout)).toString("base64")}`;
  return omgeving.opslag.schrijf(async (tx) => {
    const nieuw = rol ?? rolVan((await accountMetNaam(tx, naam))?.rol ?? "behandelen");
    await zetAccount(tx, { naam, wachtwoord: opgeslagen, rol: nieuw, gewijzigdOp: omgeving.nu().toISOString() });
    await verwijderSessiesVan(tx, accounthouder(naam).id);
    await noteer(tx, omgeving, "account-gezet", { account: naam, rol: nieuw });
    return nieuw;
  });
}

/** The account is gone, and so is whoever was signed in with it. Answers whether there was one. */
export function trekAccountIn(omgeving: Handelend, naam: string): Promise<boolean> {
  return omgeving.opslag.schrijf(async (tx) => {
    if (!(await verwijderAccount(tx, naam))) return false;
    await verwijderSessiesVan(tx, accounthouder(naam).id);
    await noteer(tx, omgeving, "account-ingetrokken", { account: naam });
    return true;
  });
}

/** The account that name and password open; null when they do not belong together. Takes as long for a name that does not exist. */
export async function accountMetWachtwoord(omgeving: Pick<Omgeving, "opslag">, naam: string, wachtwoord: string): Promise<Account | null> {
  const account = await accountMetNaam(omgeving.opslag.lees, naam);
  const [, zout = "", verwacht = ""] = account?.wachtwoord.split("$") ?? [];
  const gekregen = await hash(wachtwoord, Buffer.from(zout, "base64"));
  const bewaard = Buffer.from(verwacht, "base64");
  return account !== undefined && bewaard.length === LENGTE && timingSafeEqual(gekregen, bewaard) ? account : null;
}

/** Whether nobody took it away, or gave it another password or role, since it was read. */
export async function isOngewijzigd(tx: Lezer, { naam, wachtwoord, rol }: Account): Promise<boolean> {
  const nu = await accountMetNaam(tx, naam);
  return nu?.wachtwoord === wachtwoord && nu.rol === rol;
}

/** As it stands in the database; what is none of ours gives the least. */
export function rolVan(tekst: string): Rol {
  return ROLLEN.find((rol) => rol === tekst) ?? "lezen";
}

function hash(wachtwoord: string, zout: Buffer): Promise<Buffer> {
  return beurten.neem(
    () =>
      new Promise((klaar, mislukt) => {
        scrypt(wachtwoord.normalize("NFKC"), zout, LENGTE, KOSTEN, (fout, sleutel) => (fout ? mislukt(fout) : klaar(sleutel)));
      }),
  );
}
