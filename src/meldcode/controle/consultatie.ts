import { isOnbegrepen } from "../lezen/gelezen";
import { isLopend } from "./lopend";
import type { Rijregel } from "./regel";

export const consultatieOntbreekt: Rijregel = {
  ziet: "lege cel",
  code: "consultatie-ontbreekt",
  veld: "consultatie",
  melding: "Stap 5 of de einddatum is ingevuld, maar de consultatie (stap 2) niet. Kies Geen, Intern, Extern of Intern en extern.",
  geldt: (rij) => !isLopend(rij),
};

export const consultatieOngeldig: Rijregel = {
  ziet: "cel",
  code: "consultatie-ongeldig",
  veld: "consultatie",
  melding: "Hier kan alleen Geen, Intern, Extern of Intern en extern staan. Kies een van de vier.",
  geldt: ({ consultatie }) => isOnbegrepen(consultatie),
};

/** In health care step 2 asks for advice of Veilig Thuis (afwegingskader of the KNMG meldcode). */
export const consultatieExternVerwacht: Rijregel = {
  ziet: "cel",
  code: "consultatie-extern-verwacht",
  veld: "consultatie",
  melding: "In de gezondheidszorg vraagt stap 2 om advies van Veilig Thuis. Controleer of er toch iemand van buiten is geraadpleegd.",
  geldt: ({ consultatie }, { sector }) => sector === "gezondheidszorg" && (consultatie.waarde === "geen" || consultatie.waarde === "intern"),
};

export const consultatieNogOpen: Rijregel = {
  ziet: "lege cel",
  code: "consultatie-nog-open",
  veld: "consultatie",
  melding: "Nog niet ingevuld; dat kan, want de zaak loopt. Vul het in na stap 2.",
  geldt: isLopend,
};
