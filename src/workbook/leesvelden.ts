import { type Veld, VELDEN } from "../meldcode/veld";
import { isGevraagd, type Vraagstelling } from "../meldcode/vraagstelling";

/** The columns that this municipality reads, in the order of a list that we make. */
export function leesvelden(vraagstelling: Vraagstelling): readonly Veld[] {
  return VELDEN.filter((veld) => isGevraagd(veld, vraagstelling));
}

/** The fields of which something was read, or (null) of which no column was found. */
export function veldenIn(gelezen: Readonly<Partial<Record<Veld, unknown>>>): readonly Veld[] {
  return VELDEN.filter((veld) => gelezen[veld] !== undefined);
}
