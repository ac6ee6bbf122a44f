import type { Registratie } from "../../meldcode/registratie";
import { isEenpersoons } from "../database/maandboek";
import type { Organisatierij } from "../database/tabellen";

/** A state without the months, and the spans that touch them, in which the organisation is or was a one-person practice: the reporter itself. */
export function zonderEenpersoons(organisatie: Organisatierij, staat: Registratie): Registratie {
  return {
    ...staat,
    maanden: staat.maanden.filter(({ periode }) => !isEenpersoons(organisatie, periode)),
    // What lies out of sight lies before it.
    uitsplitsingen: staat.uitsplitsingen.filter(({ van }) => !isEenpersoons(organisatie, van)),
  };
}
