import { bewaarAccount } from "../../endpoint/register/account";
import { leesArgumenten, type Opdracht, Weigering } from "./opdracht";
import { BEHEERTEKSTEN } from "./teksten";

/** The password never stands on the command line, where other users and the shell's history can see it. */
export const account: Opdracht = async (args, omgeving, invoer) => {
  const naam = leesArgumenten(args, {}, 1).positionals[0]?.trim() ?? "";
  if (naam.length < 1 || naam.length > 100) throw new Weigering(BEHEERTEKSTEN.naamLeeg);
  const gegeven = await leesWachtwoord(invoer);
  if (gegeven !== "" && [...gegeven].length < 12) throw new Weigering(BEHEERTEKSTEN.wachtwoordKort);
  const wachtwoord = gegeven === "" ? Buffer.from(omgeving.willekeur(15)).toString("base64url") : gegeven;
  await bewaarAccount(omgeving, naam, wachtwoord);
  const gemaakt = gegeven === "" ? BEHEERTEKSTEN.gemaakt(wachtwoord) : "";
  return { json: gegeven === "" ? { naam, wachtwoord } : { naam }, tekst: BEHEERTEKSTEN.account(naam) + gemaakt };
};

/** The first line that is piped in; "" at a keyboard, or when nothing comes. */
async function leesWachtwoord(invoer: Parameters<Opdracht>[2]): Promise<string> {
  if (invoer.isTTY) return "";
  let tekst = "";
  for await (const deel of invoer) tekst += String(deel);
  return tekst.split(/\r?\n/, 1)[0] ?? "";
}
