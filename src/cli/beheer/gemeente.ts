import type { Gemeentekeuze } from "../../endpoint/http/gemeente";
import { BEHEERTEKSTEN } from "./teksten";

/** Takes `--gemeente GM0599` out of a command line, wherever it stands. */
export function leesGemeente(regel: readonly string[]): { readonly gemeente: string | undefined; readonly regel: readonly string[] } {
  const plaats = regel.indexOf("--gemeente");
  return plaats < 0 ? { gemeente: undefined, regel } : { gemeente: regel[plaats + 1] ?? "", regel: regel.toSpliced(plaats, 2) };
}

/** What is about the whole installation. */
const VOOR_ALLE = ["reservekopie", "database"];

/** The municipality to work on: the one that is named, or the only one. Throws an Error in Dutch when that is not one of this installation. */
export function kiesGemeente(keuze: Gemeentekeuze, genoemd: string | undefined, regel: readonly string[]): string {
  const alle = typeof keuze === "string" ? [keuze] : [...new Set(keuze.values())];
  const gemeente = genoemd ?? (alle.length === 1 || VOOR_ALLE.includes(regel[0] ?? "") ? alle[0] : undefined);
  if (gemeente === undefined) throw new Error(BEHEERTEKSTEN.welkeGemeente(alle));
  if (!alle.includes(gemeente)) throw new Error(BEHEERTEKSTEN.onbekendeGemeente(gemeente, alle));
  return gemeente;
}
