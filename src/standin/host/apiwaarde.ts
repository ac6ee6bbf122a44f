import { isFoutwaarde, type Cel } from "../model/cel";
import { KORTE_DATUM } from "../model/invoer";
import { serieVan } from "../model/serie";
import { ongeldig } from "./hostfout";

/**
 * What Excel makes of a value that an add-in writes: text is read as if it were typed in an American Excel,
 * whatever the country of the user, so "3-4-2026" becomes the 4th of March (office-js #1559, #3775).
 */
export function leesApiWaarde(waarde: unknown, notatie: string | undefined, stelsel: 1900 | 1904): Pick<Cel, "waarde" | "formule" | "notatie"> {
  const met = (uitkomst: Cel["waarde"], eigen?: string) => ({ waarde: uitkomst, notatie: notatie ?? eigen });
  if (typeof waarde === "number" || typeof waarde === "boolean") return met(waarde);
  if (typeof waarde !== "string") throw ongeldig("values");
  if (waarde.startsWith("=") && waarde.length > 1) return { waarde: "", formule: waarde, notatie };
  if (waarde.startsWith("'")) return met(waarde.slice(1));
  if (notatie === "@" || waarde.trim() === "" || isFoutwaarde(waarde)) return met(waarde);
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(waarde.trim())) return met(Number(waarde));
  if (/^(true|false)$/i.test(waarde)) return met(waarde.toLowerCase() === "true");
  const datum = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(waarde) ?? isoDelen(waarde);
  const serie = datum && serieVan(Number(datum[3]), Number(datum[1]), Number(datum[2]), stelsel);
  return serie === null || serie === undefined ? met(waarde) : met(serie, KORTE_DATUM);
}

/** Month, day, year of "2026-03-04". */
function isoDelen(tekst: string): readonly [string, string, string, string] | null {
  const m = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(tekst);
  return m ? [tekst, m[2] ?? "", m[3] ?? "", m[1] ?? ""] : null;
}
