import { datumUitIso } from "../datum";
import { isOnbegrepen } from "../lezen/gelezen";
import type { Rijregel } from "./regel";

/** Since this day reporting and help are two separate decisions (Besluit verplichte meldcode); before, it was one or the other. */
const TWEE_AFWEGINGEN = datumUitIso("2019-01-01") ?? 0;

export const stap5Ongeldig: Rijregel = {
  ziet: "cel",
  code: "stap5-ongeldig",
  veld: "stap5",
  melding: "Hier kan alleen Hulp, Melding, Hulp en melding of Geen van beide staan. Kies een van de vier.",
  geldt: ({ stap5 }) => isOnbegrepen(stap5),
};

export const stap5Ontbreekt: Rijregel = {
  ziet: "lege cel",
  code: "stap5-ontbreekt",
  veld: "stap5",
  melding: "De einddatum is ingevuld, maar stap 5 niet. Kies Hulp, Melding, Hulp en melding of Geen van beide, of haal de einddatum weg als de zaak nog loopt.",
  geldt: ({ einddatum }) => !einddatum.leeg,
};

export const stap5BeideVoor2019: Rijregel = {
  ziet: "rij",
  code: "stap5-beide-voor-2019",
  veld: "stap5",
  melding: "Voor 1-1-2019 was stap 5 hulp of melding, niet allebei. Controleer de keuze en de startdatum.",
  geldt: ({ startdatum, stap5 }) => stap5.waarde === "hulpEnMelding" && startdatum.waarde !== null && startdatum.waarde < TWEE_AFWEGINGEN,
};
