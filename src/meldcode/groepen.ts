import { INDICATOREN } from "./indicator";
import { type Periode, periodenVanTot } from "./periode";
import type { Registratie, Uitsplitsing, Verdeling } from "./registratie";
import { isGevraagd, type Vraagstelling } from "./vraagstelling";

export type Groep = keyof Verdeling;
/** The groups that a span may have, in the order in which they are shown. */
export const GROEPEN = ["sisa", "consultatie", "stap5", "doorlooptijd", ...INDICATOREN] as const satisfies readonly Groep[];

/** The groups that a span should have; indicators also where all its cases are older than their `vanaf`. */
export function gevraagdeGroepen(vraagstelling: Vraagstelling): Groep[] {
  return GROEPEN.filter((groep) => groep === "doorlooptijd" || isGevraagd(groep, vraagstelling));
}

/** The groups that a span has. */
export function groepenVan(span: Verdeling): Groep[] {
  return GROEPEN.filter((groep) => span[groep] !== undefined);
}

/** The groups that both have: two spans are compared on these, so that another question is no correction by itself. */
export function gedeeldeGroepen(a: Verdeling, b: Verdeling): Groep[] {
  return groepenVan(a).filter((groep) => b[groep] !== undefined);
}

/**
 * The spans of which the groups are not exactly those that are asked: counted by other policy than this. Those of closed months keep
 * the groups with which they were received, and are not among them.
 */
export function afwijkendeGroepen(registratie: Registratie, vraagstelling: Vraagstelling, gesloten: readonly Periode[]): Uitsplitsing[] {
  const gevraagd = gevraagdeGroepen(vraagstelling).join();
  return registratie.uitsplitsingen.filter((span) => groepenVan(span).join() !== gevraagd && !isDicht(span, new Set(gesloten)));
}

/** Every month of the span is closed. */
export function isDicht({ van, tot }: Pick<Uitsplitsing, "van" | "tot">, gesloten: ReadonlySet<Periode>): boolean {
  return periodenVanTot(van, tot).every((periode) => gesloten.has(periode));
}
