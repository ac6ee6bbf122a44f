import * as z from "zod/mini";
import { inHetNederlands } from "../../endpoint/http/validatie";
import { normaliseer } from "../../meldcode/lezen/tekst";
import { type Organisatiegegevens, organisatiegegevensSchema, type Organisatiewijziging, organisatiewijzigingSchema } from "../../meldcode/uitwisseling/register";

/** Names of what can be recorded: options of `organisatie toevoegen`, columns of an import. */
export const GEGEVENS = ["naam", "sector", "grootte", "clienten", "wijk", "bestuur", "ritme", "eenpersoons", "vestigingsnummer", "kvk", "brin", "lrk", "agb"] as const satisfies readonly (keyof Organisatiegegevens)[];
export type Gegeven = (typeof GEGEVENS)[number];

type Teksten = Partial<Record<Gegeven, string | undefined>>;
/** What is wrong with each. */
export interface Fouten {
  readonly fouten: readonly { readonly veld: string; readonly melding: string }[];
}

/** Texts as typed or as they stand in a file; empty is not recorded. */
export function leesGegevens(teksten: Teksten): { gegevens: Organisatiegegevens } | Fouten {
  return controleer(organisatiegegevensSchema, Object.fromEntries(GEGEVENS.flatMap((naam) => (teksten[naam]?.trim() ? [[naam, waardeVan(naam, teksten[naam].trim())]] : []))));
}

/** Texts as typed; empty is no longer recorded, and what is absent stays. `vanaf`: the first month of another rhythm. */
export function leesWijziging(teksten: Teksten, vanaf: string | undefined): { gegevens: Organisatiewijziging } | Fouten {
  const genoemd = GEGEVENS.flatMap((naam) => {
    const tekst = teksten[naam]?.trim();
    return tekst === undefined ? [] : [[naam, tekst === "" ? null : waardeVan(naam, tekst)]];
  });
  return controleer(organisatiewijzigingSchema, { ...Object.fromEntries(genoemd), ...(vanaf !== undefined && { ritmeVanaf: vanaf }) });
}

function controleer<T>(schema: z.ZodMiniType<T>, ruw: unknown): { gegevens: T } | Fouten {
  const gelezen = z.safeParse(schema, ruw, { error: inHetNederlands });
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
