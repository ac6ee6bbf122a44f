import type { Plek } from "../plek";
import { zonder } from "./teksten";

/** The list stands in a file on this page: what can be done there in place of in Excel. */
export function opPagina(doe: { readonly kiesOpnieuw: () => void; readonly bewaar: () => void }): Plek {
  const { plek, hulp, bestand } = zonder;
  return {
    ...plek,
    opnieuw: { knop: plek.opnieuw, doe: doe.kiesOpnieuw },
    ontvangst: { nietGenoteerd: "", noteer: bestand.bewaren, doe: doe.bewaar },
    hulp,
  };
}
