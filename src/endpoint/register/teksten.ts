import { type Periode, toonPeriode } from "../../meldcode/periode";

/** Everything the register says to a sender. What happened, that nothing is lost, what to do now. */
const NIETS_VERLOREN = "Er is niets verloren: wat eerder is ontvangen staat er nog, en uw eigen lijst is niet gewijzigd.";

export const TEKSTEN = {
  code: {
    verschreven: "Deze activeringscode klopt niet: waarschijnlijk is een teken verkeerd overgenomen. Er is niets verbruikt. Kijk de code na en probeer het opnieuw.",
    onbekend: "Deze activeringscode is niet bekend bij de gemeente. Er is niets verloren. Kijk of u de laatste code gebruikt, of vraag het Servicepunt om een nieuwe.",
    gebruikt: "Deze activeringscode is al gebruikt. Een eerdere activering blijft gewoon werken. Vraag het Servicepunt om een nieuwe code als u die hier nodig hebt.",
    verlopen: "Deze activeringscode is verlopen. Er is niets verloren. Vraag het Servicepunt om een nieuwe code.",
    leegBestuur: "Het bestuur van deze activeringscode heeft geen organisaties in het register. Er is niets verloren. Vraag het Servicepunt om een nieuwe code.",
    ingetrokken: "Deze activeringscode is ingetrokken door het Servicepunt. Er is niets verloren. Vraag het Servicepunt om een nieuwe code.",
  },
  toegang: {
    ontbreekt: "Dit verzoek heeft geen toegangssleutel. Er is niets ontvangen en niets verloren. Activeer eerst met een activeringscode van het Servicepunt.",
    onbekend: "Deze toegangssleutel is niet bekend. Er is niets ontvangen en niets verloren. Activeer opnieuw met een nieuwe code van het Servicepunt.",
    ingetrokken: "Deze toegang is ingetrokken door het Servicepunt. Wat eerder is ontvangen, blijft bewaard. Vraag het Servicepunt om een nieuwe activeringscode.",
    verlopen: "Deze toegang is verlopen. Wat eerder is ontvangen, blijft bewaard. Activeer opnieuw met een nieuwe code van het Servicepunt.",
    opgevolgd: "Deze toegangssleutel is al vernieuwd en werkt nog hoogstens een week. Er is niets verloren. Gebruik de nieuwe sleutel; is die er niet, vraag het Servicepunt dan om een nieuwe activeringscode.",
    andereOrganisatie: "Deze toegangssleutel hoort bij een andere organisatie. Er is niets ontvangen en niets verloren. Gebruik de sleutel van de organisatie zelf.",
  },
  ontvangst: {
    onbekendeRegistratie: "Deze registratie is hier nog niet ontvangen. Er is niets verloren. Verzend haar eerst, of kijk of het de goede is.",
    onbekendKenmerk: "Er is geen ontvangstbewijs met dit kenmerk. Er is niets verloren. Kijk het kenmerk na; alle ontvangstbewijzen staan in de lijst.",
    hergebruikt: `Dit inzendingId is eerder gebruikt voor een andere inhoud. Deze inzending is niet verwerkt. ${NIETS_VERLOREN} Verzend opnieuw met een nieuw inzendingId.`,
    voorwaarde: `De kopregel If-None-Match: * (eerste keer) of If-Match met de ETag (daarna) ontbreekt, en zonder die zou nieuwer werk overschreven kunnen worden. ${NIETS_VERLOREN} Haal de huidige stand op en verzend opnieuw.`,
    bestaatAl: `Deze registratie is hier al eerder ontvangen. Deze inzending is niet verwerkt. ${NIETS_VERLOREN} Haal de huidige stand op, vergelijk, en verzend opnieuw.`,
    verouderd: `Er is intussen een nieuwere stand van deze registratie ontvangen. Deze inzending is niet verwerkt. ${NIETS_VERLOREN} Haal de huidige stand op, vergelijk, en verzend opnieuw.`,
    toekomst: `De inzending loopt door na de huidige maand en is niet verwerkt. ${NIETS_VERLOREN} Zet \`tot\` op de huidige maand of eerder en verzend opnieuw.`,
    minimum: (minimum: number) =>
      `De gemeente vraagt uitsplitsingen vanaf ${minimum} ${minimum === 1 ? "zaak" : "zaken"}, en hier is met een ander minimum geteld. De inzending is niet verwerkt. ${NIETS_VERLOREN} Haal het beleid op, tel opnieuw en verzend opnieuw.`,
    groepen: (gevraagd: readonly string[]) =>
      `De gemeente vraagt van elke uitsplitsing precies deze onderdelen: ${opsomming(gevraagd)}. Hier is met andere vragen geteld. De inzending is niet verwerkt. ${NIETS_VERLOREN} Haal het beleid op, tel opnieuw en verzend opnieuw.`,
    gesloten: (perioden: readonly Periode[]) =>
      `${maanden(perioden)} ${perioden.length === 1 ? "is" : "zijn"} gesloten door het Servicepunt en ${perioden.length === 1 ? "kan" : "kunnen"} niet meer wijzigen. De inzending is niet verwerkt. ${NIETS_VERLOREN} Laat ${perioden.length === 1 ? "die maand" : "die maanden"} zoals ontvangen en verzend de rest, of overleg met het Servicepunt.`,
    verlaging: (perioden: readonly Periode[]) =>
      `In ${maanden(perioden)} zijn er minder zaken dan eerder ontvangen. De inzending is niet verwerkt. ${NIETS_VERLOREN} Kijk of er rijen zijn verdwenen; klopt het, bevestig de verlaging en verzend opnieuw.`,
    vervangtZichzelf: "Een registratie kan niet in de plaats van zichzelf komen.",
    vervangtOnbekend: "Deze registratie is niet bekend, dus er valt niets te vervangen.",
    vervangtAlVervangen: "Deze registratie is al door een andere vervangen.",
    vervangtKlopt: `De inzending wil een lijst vervangen waarbij dat niet kan en is niet verwerkt. ${NIETS_VERLOREN} Haal de lijst van registraties op en kies opnieuw.`,
    vervangen: `Deze lijst is vervangen door een andere lijst van uw organisatie en telt niet meer mee. De inzending is niet verwerkt. ${NIETS_VERLOREN} Verzend vanuit die andere lijst, of kies dat deze lijst weer in haar plaats komt.`,
  },
  servicepunt: {
    verkeerdWachtwoord: "Deze naam en dit wachtwoord horen niet bij elkaar. Er is niets gewijzigd. Probeer het opnieuw, of vraag de beheerder om een nieuw wachtwoord.",
    teDruk: (seconden: number) => `Er melden zich te veel mensen tegelijk aan. Er is niets gewijzigd. Wacht ${seconden} seconden en probeer het opnieuw.`,
    werkaccount: "Bij deze gemeente meldt het Servicepunt zich aan met het werkaccount. Er is niets gewijzigd. Laad de pagina opnieuw en kies Aanmelden.",
    rol: (rol: string) => `Met de rol ${rol} kan dit niet. Er is niets gewijzigd. Vraag een collega met een andere rol, of vraag uw beheerder om die rol.`,
    nietAangemeld: "U bent niet (meer) aangemeld. Er is niets gewijzigd. Meld u opnieuw aan.",
    csrf: "Dit verzoek kwam niet herkenbaar van de pagina van het Servicepunt. Er is niets gewijzigd. Laad de pagina opnieuw en probeer het nog eens.",
    onbekendBestuur: "Geen organisatie in het register heeft dit bestuur. Er is niets gewijzigd. Kijk na of de naam precies zo in het register staat.",
    onbekendeOrganisatie: "Deze organisatie staat niet in het register. Er is niets gewijzigd. Kijk het nummer na of zoek op naam.",
    beleidVoorwaarde: "De kopregel If-Match met de ETag van het beleid ontbreekt, en zonder die zou werk van een collega overschreven kunnen worden. Er is niets gewijzigd. Haal het beleid op en probeer het opnieuw.",
    beleidVerouderd: "Het beleid is intussen gewijzigd, bijvoorbeeld door een collega of doordat een maand werd gesloten. Er is niets gewijzigd. Haal het beleid opnieuw op, vergelijk en probeer het nog eens.",
    maandLoopt: "Deze maand is nog niet voorbij en kan dus nog niet worden gesloten. Er is niets gewijzigd.",
    maandOpen: "Deze maand is niet gesloten, dus een uitzondering is niet nodig. Er is niets gewijzigd.",
    bereik: "De laatste maand ligt vóór de eerste, of er zijn meer dan 120 maanden gevraagd. Er is niets gewijzigd. Kies een ander bereik.",
  },
} as const;

function maanden(perioden: readonly Periode[]): string {
  const namen = perioden.map(toonPeriode);
  if (namen.length > 6) return `${namen.slice(0, 5).join(", ")} en ${namen.length - 5} andere maanden`;
  return opsomming(namen);
}

function opsomming(namen: readonly string[]): string {
  return namen.length > 1 ? `${namen.slice(0, -1).join(", ")} en ${namen.at(-1)}` : (namen[0] ?? "");
}
