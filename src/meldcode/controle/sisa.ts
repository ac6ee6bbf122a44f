import { isOnbegrepen } from "../lezen/gelezen";
import { isLopend } from "./lopend";
import type { Rijregel } from "./regel";

export const sisaOntbreekt: Rijregel = {
  ziet: "lege cel",
  code: "sisa-ontbreekt",
  veld: "sisa",
  melding: "Stap 5 of de einddatum is ingevuld, maar hier staat nog niets. Kies Ja, Nee, of N.v.t. als niemand van 0 tot en met 22 jaar betrokken was.",
  geldt: (rij, { vraagstelling }) => vraagstelling?.sisaLabel !== null && !isLopend(rij),
};

export const sisaOngeldig: Rijregel = {
  ziet: "cel",
  code: "sisa-ongeldig",
  veld: "sisa",
  melding: "Hier kan alleen Ja, Nee of N.v.t. staan. Kies een van de drie.",
  geldt: ({ sisa }) => isOnbegrepen(sisa),
};

/** Municipal policy in Rotterdam: starting the meldcode for someone up to 22 goes with a SISA signal. */
export const sisaNietAfgegeven: Rijregel = {
  ziet: "cel",
  code: "sisa-niet-afgegeven",
  veld: "sisa",
  melding: "Wie de meldcode start, geeft altijd een signaal af. Geef het alsnog af en kies Ja, of kies N.v.t. als niemand van 0 tot en met 22 jaar betrokken was.",
  geldt: ({ sisa }) => sisa.waarde === "nee",
};

export const sisaNogOpen: Rijregel = {
  ziet: "lege cel",
  code: "sisa-nog-open",
  veld: "sisa",
  melding: "Nog niet ingevuld; dat kan, want de zaak loopt. Vul het in zodra het bekend is.",
  geldt: (rij, { vraagstelling }) => vraagstelling?.sisaLabel !== null && isLopend(rij),
};
