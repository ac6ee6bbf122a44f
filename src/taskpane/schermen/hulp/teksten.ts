import { kopVan, type Vraagstelling } from "../../../meldcode/vraagstelling";
import { leesvelden } from "../../../workbook/leesvelden";
import { opsomming, type Tweezin } from "../../teksten";

/** The help, read with the help and not before: of what this municipality asks. */
export const hulponderdelen = (vraagstelling: Vraagstelling): readonly Tweezin[] => [
  {
    titel: "Hoe het werkt",
    tekst: "U vult één rij in voor elke keer dat u de meldcode start. De lijst wordt meteen gecontroleerd, en u ziet wat nog niet klopt. Is alles in orde, dan kiest u Verzenden. Later iets verbeteren mag altijd: pas de oude rij aan en verzend opnieuw.",
  },
  {
    titel: "Wat wordt gelezen",
    tekst: `Alleen de kolommen ${opsomming(leesvelden(vraagstelling).map((veld) => kopVan(veld, vraagstelling)))}. Alle andere kolommen zijn van u: ze worden niet gelezen. Verborgen en gefilterde rijen tellen wel mee.`,
  },
  ...(vraagstelling.extraIndicatoren.length === 0
    ? []
    : [
        {
          titel: "Wat uw gemeente ook vraagt",
          tekst: `Uw gemeente vraagt ook: ${opsomming(vraagstelling.extraIndicatoren.map(({ indicator }) => kopVan(indicator, vraagstelling)))}. Heeft uw lijst daar geen kolom voor, dan telt het als onbekend en houdt het niets tegen. Weet u het van een zaak niet, laat de cel dan leeg.`,
        },
      ]),
  {
    titel: "Uw eigen lijst",
    tekst: "Houdt u zelf al een lijst bij, dan kan die gelezen worden zoals zij is: kies Eigen lijst gebruiken. Op het blad Koppeling staat welke kolommen gelezen worden en wat uw woorden betekenen. Laat dat blad staan. In uw lijst verandert alleen iets als u daar met een knop om vraagt.",
  },
  {
    titel: "Wat er naar de gemeente gaat",
    tekst: "Per maand hoeveel keer de meldcode is gestart en hoeveel daarvan is afgesloten. Bij genoeg zaken ook hoe vaak elk antwoord voorkomt. Dit zijn geaggregeerde tellingen zonder persoonsgegevens van de melder. Met Bekijk wat verzonden wordt ziet u precies wat er gaat, nog voordat u verzendt.",
  },
  {
    titel: "Wat in uw werkmap blijft",
    tekst: "Elke rij, elke datum, kenmerken, teams en vrije kolommen. Er wordt niet gevraagd of bewaard wie u bent.",
  },
  {
    titel: "Waarom de gemeente dit vraagt",
    tekst: `Het Servicepunt Meldcode wil zien hoe vaak de meldcode wordt gebruikt, ${vraagstelling.sisaLabel === null ? "" : `of een ${vraagstelling.sisaLabel} is afgegeven, `}wie is geraadpleegd en hoe stap 5 afloopt. Daarmee kan het organisaties helpen. Kleine aantallen kunnen naar één geval wijzen; ze worden daarom vertrouwelijk behandeld en niet zo gepubliceerd.`,
  },
  {
    titel: "Niets te melden",
    tekst: "Een maand zonder meldcode is ook nieuws. Zulke maanden gaan vanzelf mee als nulopgave; u hoeft er niets voor te doen.",
  },
  {
    titel: "Oude formulieren",
    tekst: "Hebt u de maandformulieren van de gemeente nog, kies dan Oude formulieren inlezen en wijs ze allemaal tegelijk aan. Zaken die in meer maanden voorkomen worden één rij; wat verschilt, kiest u zelf. Namen van medewerkers worden weggelaten. De bestanden blijven op deze computer.",
  },
  {
    titel: "Een correctie",
    tekst: "Na een verandering in een maand die al verzonden is, laat Verzenden eerst zien wat er anders wordt. Met een tweede klik gaat de correctie. Sluit het Servicepunt een maand, bijvoorbeeld voor een jaarverslag, dan blijft die zoals ontvangen en gaat de rest wel.",
  },
  {
    titel: "Geen verbinding",
    tekst: "Wat u wilde verzenden blijft klaarstaan op deze computer en gaat vanzelf zodra het kan. Het kan niet dubbel aankomen. U kunt gewoon doorwerken.",
  },
  {
    titel: "Het ontvangstbewijs",
    tekst: "Na elke verzending komt er een regel bij op het blad Verzonden, met een kenmerk. Met dat kenmerk vindt het Servicepunt uw inzending terug. Verwijder dit blad niet: het zegt ook welke registratie deze werkmap is.",
  },
];

export const HULPKOPPEN = {
  gemeente: (gemeente: string) => `Van gemeente ${gemeente}`,
  betekenis: "Wat elke bevinding betekent",
  ernst: "Een fout houdt verzenden tegen. Bij ‘let op’ kijkt u of het klopt. Een tip is vrijblijvend.",
  meer: "Meer hulp",
  meerTekst: "Kijk op de site van het Servicepunt (opent in de browser).",
} as const;
