import type { Veld } from "../veld";
import { isGevraagd, type Vraagstelling } from "../vraagstelling";
import type { Koppelingsbegin } from "./koppeling";

/** The mapping without the fields that the municipality does not ask: their columns are free ones, and need not be there. */
export function zonderOngevraagd<K extends Koppelingsbegin>(koppeling: K, vraagstelling: Vraagstelling): K {
  // The keys of a mapping's fields are fields: its schema says so.
  const velden = Object.fromEntries(Object.entries(koppeling.velden).filter(([veld]) => isGevraagd(veld as Veld, vraagstelling)));
  return { ...koppeling, velden, ...(koppeling.leeftijd && !isGevraagd("sisa", vraagstelling) ? { leeftijd: null } : {}) };
}
