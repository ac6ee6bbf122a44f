import type { Bevindingcode, Herstel } from "../bevinding";
import { INDICATORWAARDEN, type Indicator } from "../indicator";
import { ANDERS_GESCHREVEN, maakErVan } from "./schrijfwijze";

/** A rule about the cell of an indicator; whether it holds, its column says (indicatorkolom.ts). */
export interface Indicatorregel {
  readonly code: Bevindingcode;
  readonly melding: string;
  herstel?(waarde: string | null): Herstel | undefined;
}

interface Regels {
  /** Something stands there that is not understood. */
  readonly ongeldig: Indicatorregel;
  /** Nothing stands there, although the case has an outcome or an end date. Only a waarschuwing: who cannot know it can always send. */
  readonly ontbreekt: Indicatorregel;
  readonly andersGeschreven: Indicatorregel;
}

export const INDICATORREGELS: Readonly<Record<Indicator, Regels>> = {
  leeftijdsgroep: regels(
    "leeftijdsgroep",
    "Hier kan alleen een leeftijdsgroep uit de keuzelijst staan, of een leeftijd in hele jaren. Typte u een groep als 4-11, dan maakte Excel er een datum van. Kies de groep van de jongste betrokkene, of maak de cel leeg als u het niet weet.",
    "De zaak heeft een uitkomst, maar hier staat nog niets. Kies de leeftijdsgroep van de jongste betrokkene; leeg telt als onbekend.",
  ),
  geweldsvorm: regels(
    "geweldsvorm",
    "Hier kan alleen een vorm van geweld uit de keuzelijst staan. Kies er een, kies Meer dan één vorm, of maak de cel leeg als u het niet weet.",
    "De zaak heeft een uitkomst, maar hier staat nog niets. Kies de vorm van geweld waar het om ging; leeg telt als onbekend.",
  ),
  bekendheid: regels(
    "bekendheid",
    "Hier kan alleen Nieuw of Al bekend staan; ja of nee zegt niet welke van de twee. Kies er een, of maak de cel leeg als u het niet weet.",
    "De zaak heeft een uitkomst, maar hier staat nog niets. Kies Nieuw of Al bekend; leeg telt als onbekend.",
  ),
  kinderen: regels(
    "kinderen",
    "Hier kan alleen een heel getal van 0 tot en met 30 staan, of 4 of meer. Vul in hoeveel kinderen betrokken zijn, of maak de cel leeg als u het niet weet.",
    "De zaak heeft een uitkomst, maar hier staat nog niets. Vul in hoeveel kinderen betrokken zijn, 0 als er geen zijn; leeg telt als onbekend.",
  ),
};

function regels<I extends Indicator>(indicator: I, ongeldig: string, ontbreekt: string): Regels {
  const waarden: Readonly<Record<string, string>> = INDICATORWAARDEN[indicator];
  return {
    ongeldig: { code: `${indicator}-ongeldig`, melding: ongeldig },
    ontbreekt: { code: `${indicator}-ontbreekt`, melding: ontbreekt },
    andersGeschreven: { code: "waarde-anders-geschreven", melding: ANDERS_GESCHREVEN, herstel: (waarde) => maakErVan(waarden[waarde ?? ""]) },
  };
}
