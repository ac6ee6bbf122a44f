import * as z from "zod/mini";
import { inHetNederlands } from "../../endpoint/http/validatie";
import { normaliseer } from "../../meldcode/lezen/tekst";
import { type Organisatiegegevens, organisatiegegevensSchema } from "../../meldcode/uitwisseling/register";

/** Names of what can be recorded: options of `organisatie toevoegen`, columns of an import. */
export const GEGEVENS = ["naam", "sector", "grootte", "clienten", "wijk", "bestuur", "ritme", "eenpersoons", "vestigingsnummer", "kvk", "brin", "lrk", "agb"] as const satisfies readonly (keyof Organisatiegegevens)[];
export type Gegeven = (typeof GEGEVENS)[number];

/** Texts as typed or as they stand in a file; empty is not recorded. Answers the checked data, or what is wrong with each. */
export function leesGegevens(teksten: Partial<Record<Gegeven, string | undefined>>): { gegevens: Organisatiegegevens } | { fouten: { veld: string; melding: string }[] } {
  const ruw: Partial<Record<Gegeven, string | number | boolean>> = {};
  for (const naam of GEGEVENS) {
    const tekst = teksten[naam]?.trim() ?? "";
    if (tekst !== "") ruw[naam] = waardeVan(naam, tekst);
  }
  const gelezen = z.safeParse(organisatiegegevensSchema, ruw, { error: inHetNederlands });
  return gelezen.success ? { gegevens: gelezen.data } : { fouten: gelezen.error.issues.map((fout) => ({ veld: fout.path.join("."), melding: fout.message })) };
}

/** A text that is no number or no yes or no stays a text, so that the schema refuses it. */
function waardeVan(naam: Gegeven, tekst: string): string | number | boolean {
  if (naam === "clienten" && /^\d+$/.test(tekst)) return Number(tekst);
  if (naam === "eenpersoons" && JA.has(tekst.toLowerCase())) return true;
  if (naam === "eenpersoons" && NEE.has(tekst.toLowerCase())) return false;
  if (KEUZES.has(naam)) return normaliseer(tekst).replaceAll(" ", "-");
  return tekst;
}

/** One of a list of words, in whatever case. */
const KEUZES: ReadonlySet<Gegeven> = new Set(["sector", "grootte", "ritme"]);

const JA = new Set(["ja", "j", "true", "waar", "1", "x"]);
const NEE = new Set(["nee", "n", "false", "onwaar", "0"]);
