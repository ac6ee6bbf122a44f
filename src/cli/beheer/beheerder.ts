import { BEHEERDERNAAM } from "../../endpoint/configuratie";
import type { Wie } from "../../endpoint/register/audit";
import { BEHEERTEKSTEN } from "./teksten";

/** Accounts of a machine or of a service, which say nothing about who sits at the keyboard. In a container a number has no name at all. */
const GEDEELD = /^(root|node|nobody|nonroot|meldcode|\d*)$/;

/** Takes `--als NAAM` out of a command line, wherever it stands. */
export function leesBeheerder(regel: readonly string[]): { readonly als: string | undefined; readonly regel: readonly string[] } {
  const plaats = regel.indexOf("--als");
  return plaats < 0 ? { als: undefined, regel } : { als: regel[plaats + 1] ?? "", regel: regel.toSpliced(plaats, 2) };
}

/**
 * Who it is, for the audit log: who one says one is, beside the account on this machine (`account`: its name, or its number). Throws an
 * Error in Dutch for what is no name, and when nobody says so in production on an account that several people share.
 */
export function kiesBeheerder({ account, als, productie }: { readonly account: string; readonly als: string | undefined; readonly productie: boolean }): Wie {
  if (als !== undefined && !BEHEERDERNAAM.test(als)) throw new Error(BEHEERTEKSTEN.als.geenNaam);
  if (als !== undefined) return { id: `beheer:${als}`, naam: BEHEERTEKSTEN.als.opgegeven(als, account) };
  if (productie && GEDEELD.test(account)) throw new Error(BEHEERTEKSTEN.als.wie(account));
  return { id: `beheer:${account}`, naam: account };
}
