import { alleAccounts } from "../../endpoint/database/accounts";
import { bewaarAccount, trekAccountIn } from "../../endpoint/register/account";
import { beeindigSessies } from "../../endpoint/register/sessie";
import { ROLLEN } from "../../meldcode/uitwisseling/rol";
import { leesArgumenten, type Opdracht, Weigering } from "./opdracht";
import { BEHEERTEKSTEN } from "./teksten";

/** The password never stands on the command line, where other users and the shell's history can see it. */
export const account: Opdracht = async (args, omgeving, invoer) => {
  const { positionals, values } = leesArgumenten(args, { rol: { type: "string" } }, 1);
  const naam = positionals[0]?.trim() ?? "";
  if (naam.length < 1 || naam.length > 100) throw new Weigering(BEHEERTEKSTEN.naamLeeg);
  const gevraagd = ROLLEN.find((een) => een === values.rol);
  if (values.rol !== undefined && gevraagd === undefined) throw new Weigering(BEHEERTEKSTEN.rol);
  const gegeven = await leesWachtwoord(invoer);
  if (gegeven !== "" && [...gegeven].length < 12) throw new Weigering(BEHEERTEKSTEN.wachtwoordKort);
  const wachtwoord = gegeven === "" ? Buffer.from(omgeving.willekeur(15)).toString("base64url") : gegeven;
  const rol = await bewaarAccount(omgeving, naam, wachtwoord, gevraagd);
  const gemaakt = gegeven === "" ? BEHEERTEKSTEN.gemaakt(wachtwoord) : "";
  return { json: gegeven === "" ? { naam, rol, wachtwoord } : { naam, rol }, tekst: BEHEERTEKSTEN.account(naam, rol) + gemaakt };
};

export const accounts: Opdracht = async (args, { opslag }) => {
  leesArgumenten(args, {}, 0);
  const alle = await alleAccounts(opslag.lees);
  return { json: { accounts: alle }, tekst: alle.map(({ naam, rol }) => `${naam}  ${rol}\n`).join("") };
};

export const accountIntrekken: Opdracht = async (args, omgeving) => {
  const naam = leesArgumenten(args, {}, 1).positionals[0]?.trim() ?? "";
  if (!(await trekAccountIn(omgeving, naam))) throw new Weigering(BEHEERTEKSTEN.geenAccount(naam));
  return { json: { naam }, tekst: BEHEERTEKSTEN.accountIngetrokken(naam) };
};

export const allenAfmelden: Opdracht = async (args, omgeving) => {
  leesArgumenten(args, {}, 0);
  const sessies = await beeindigSessies(omgeving);
  return { json: { sessies }, tekst: BEHEERTEKSTEN.afgemeld(sessies) };
};

/** The first line that is piped in; "" at a keyboard, or when nothing comes. */
async function leesWachtwoord(invoer: Parameters<Opdracht>[2]): Promise<string> {
  if (invoer.isTTY) return "";
  let tekst = "";
  for await (const deel of invoer) tekst += String(deel);
  return tekst.split(/\r?\n/, 1)[0] ?? "";
}
