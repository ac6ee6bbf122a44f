import { datumUitIso } from "../datum";
import { isOnbegrepen } from "../lezen/gelezen";
import type { Rijregel } from "./regel";

/** The Wet verplichte meldcode huiselijk geweld en kindermishandeling took effect on this day. */
const BEGIN_WET = datumUitIso("2013-07-01") ?? 0;

export const startdatumOntbreekt: Rijregel = {
  ziet: "lege cel",
  code: "startdatum-ontbreekt",
  veld: "startdatum",
  melding: "Deze rij heeft geen startdatum. Vul de dag in waarop de meldcode is gestart (stap 1), of maak de hele rij leeg.",
  geldt: () => true,
};

export const startdatumOngeldig: Rijregel = {
  ziet: "cel",
  code: "startdatum-ongeldig",
  veld: "startdatum",
  melding: "Dit is geen bestaande datum van 1-1-1990 tot en met 31-12-2099. Typ dag, maand en een jaar van vier cijfers, bijvoorbeeld 3-4-2026.",
  geldt: ({ startdatum }) => isOnbegrepen(startdatum),
};

export const startdatumInToekomst: Rijregel = {
  ziet: "cel",
  code: "startdatum-in-toekomst",
  veld: "startdatum",
  melding: "De startdatum ligt in de toekomst. Controleer dag, maand en jaar.",
  geldt: ({ startdatum }, { peildatum }) => startdatum.waarde !== null && startdatum.waarde > peildatum,
};

export const startdatumVoorWet: Rijregel = {
  ziet: "cel",
  code: "startdatum-voor-wet",
  veld: "startdatum",
  melding: "De startdatum ligt voor 1-7-2013, toen de Wet verplichte meldcode inging. Controleer het jaar.",
  geldt: ({ startdatum }) => startdatum.waarde !== null && startdatum.waarde < BEGIN_WET,
};
