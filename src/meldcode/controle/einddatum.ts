import { isOnbegrepen } from "../lezen/gelezen";
import type { Rijregel } from "./regel";

export const einddatumOngeldig: Rijregel = {
  ziet: "cel",
  code: "einddatum-ongeldig",
  veld: "einddatum",
  melding: "Dit is geen bestaande datum van 1-1-1990 tot en met 31-12-2099. Typ dag, maand en een jaar van vier cijfers, bijvoorbeeld 3-4-2026, of maak de cel leeg als de zaak nog loopt.",
  geldt: ({ einddatum }) => isOnbegrepen(einddatum),
};

export const einddatumInToekomst: Rijregel = {
  ziet: "cel",
  code: "einddatum-in-toekomst",
  veld: "einddatum",
  melding: "De einddatum ligt in de toekomst. Controleer dag, maand en jaar, of maak de cel leeg zolang de zaak loopt.",
  geldt: ({ einddatum }, { peildatum }) => einddatum.waarde !== null && einddatum.waarde > peildatum,
};

export const einddatumVoorStartdatum: Rijregel = {
  ziet: "rij",
  code: "einddatum-voor-startdatum",
  veld: "einddatum",
  melding: "De einddatum ligt voor de startdatum. Controleer beide datums.",
  geldt: ({ startdatum, einddatum }) => startdatum.waarde !== null && einddatum.waarde !== null && einddatum.waarde < startdatum.waarde,
};

export const einddatumOntbreekt: Rijregel = {
  ziet: "lege cel",
  code: "einddatum-ontbreekt",
  veld: "einddatum",
  melding: "Stap 5 is ingevuld, maar de einddatum niet: de zaak telt als niet afgesloten. Vul de einddatum in als de meldcode is afgesloten.",
  geldt: ({ stap5 }) => stap5.waarde !== null,
};

export const doorlooptijdLang: Rijregel = {
  ziet: "rij",
  code: "doorlooptijd-lang",
  veld: "einddatum",
  melding: "Tussen start en einde zit meer dan een jaar. Controleer of beide datums kloppen.",
  geldt: ({ startdatum, einddatum }) => startdatum.waarde !== null && einddatum.waarde !== null && einddatum.waarde - startdatum.waarde > 365,
};

export const langOpen: Rijregel = {
  ziet: "lege cel",
  code: "lang-open",
  veld: "einddatum",
  melding: "Deze zaak staat langer dan een kwartaal open. Vul de einddatum in als de meldcode is afgesloten.",
  geldt: ({ startdatum }, { peildatum }) => startdatum.waarde !== null && peildatum - startdatum.waarde > 91,
};
