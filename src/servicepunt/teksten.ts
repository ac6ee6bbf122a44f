import type { Rol } from "../meldcode/uitwisseling/rol";
import type { Scherm } from "./adres";
import type { Responsstatus } from "../meldcode/uitwisseling/servicepunt";

/** Every Dutch sentence of the page as it opens: the overview, signing in, what is shared. What is loaded later brings its own (teksten.ts in its folder). A message says what happened, that nothing is lost, and what to do now. */
const getal = new Intl.NumberFormat("nl-NL");
const moment = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
const dag = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", day: "numeric", month: "long", year: "numeric" });
const tijdstip = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", hour: "2-digit", minute: "2-digit" });

export const toonGetal = (n: number): string => getal.format(n);
/** "3 april 2026 om 14:02", Dutch time whatever the computer's own zone is. */
export const toonMoment = (d: Date): string => moment.format(d);
/** "3 april 2026", Dutch time. */
export const toonDag = (d: Date): string => dag.format(d);
export const toonTijdstip = (d: Date): string => tijdstip.format(d);
export const aantal = (n: number, een: string, meer: string): string => `${toonGetal(n)} ${n === 1 ? een : meer}`;
export const organisaties = (n: number): string => aantal(n, "organisatie", "organisaties");
const deel = (n: number, van: number): string => `${van === 0 ? 0 : Math.round((n / van) * 100)}%`;

export const STATUSTEKSTEN = {
  ontvangen: { naam: "Ontvangen", uitleg: "Op tijd ontvangen, met een of meer zaken. Bij een eenpersoonspraktijk ook zonder." },
  nulopgave: { naam: "Nulopgave", uitleg: "Ontvangen: in deze maand is geen meldcode gestart." },
  gecorrigeerd: { naam: "Gecorrigeerd", uitleg: "Ontvangen en later door de organisatie gewijzigd." },
  "te-laat": { naam: "Te laat", uitleg: "Ontvangen, maar na de uiterste dag." },
  ontbreekt: { naam: "Ontbreekt", uitleg: "De uiterste dag is voorbij en er is niets ontvangen." },
  verwacht: { naam: "Verwacht", uitleg: "Nog niet ontvangen; de uiterste dag is nog niet voorbij." },
} as const satisfies Record<Responsstatus, { naam: string; uitleg: string }>;

export const MAANDEN_KORT = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"] as const;

export const teksten = {
  product: "Monitor Meldcode",
  servicepunt: (gemeente: string | null) => (gemeente ? `Servicepunt Meldcode ${gemeente}` : "Servicepunt Meldcode"),
  afmelden: "Afmelden",
  aangemeldAls: (naam: string) => `Aangemeld als ${naam}`,
  laden: "Het overzicht wordt opgehaald…",
  schermLaden: "Het scherm wordt opgehaald…",
  opnieuw: "Opnieuw proberen",
  paginaOpnieuw: "Pagina opnieuw laden",
  sluiten: "Sluiten",
  annuleren: "Annuleren",
  nietsGewijzigd: "Er is niets gewijzigd",
  rolNodig: (rol: Rol) => `Hier kunt u lezen. Om te wijzigen is de rol ${rol} nodig; vraag die aan uw beheerder.`,
  bezig: "Bezig…",
  sector: "Sector",
  schermen: "Schermen",
  schermnamen: { respons: "Respons", maanden: "Maanden", beleid: "Beleid", logboek: "Logboek" } satisfies Record<Scherm, string>,
  schermtitels: { respons: "Responsoverzicht", maanden: "Maanden", beleid: "Beleid", logboek: "Logboek" } satisfies Record<Scherm, string>,

  aanmelden: {
    titel: "Aanmelden",
    uitleg: "Voor medewerkers van het Servicepunt. De cijfers van organisaties zijn vertrouwelijk.",
    naam: "Gebruikersnaam",
    wachtwoord: "Wachtwoord",
    knop: "Aanmelden",
    bezig: "Bezig met aanmelden…",
    verplicht: "Vul uw gebruikersnaam en wachtwoord in.",
    onjuist: "Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Controleer ze en probeer het opnieuw.",
    verlopen: "U was te lang weg en bent daarom afgemeld. Uw filters staan er nog, en wat u aan het invullen was ook: meld u aan en u gaat verder waar u was.",
    afmeldenOnzeker: "Op dit scherm bent u afgemeld, maar de server was niet bereikbaar om het ook daar te doen. Sluit de browser, of meld u straks aan en weer af.",
    nieuwVenster: "Wat u aan het invullen was, staat in dit venster. Daarom opent de aanmelding in een nieuw tabblad. Kom daarna hier terug: u gaat dan vanzelf verder.",
    werkaccount: "Aanmelden met uw werkaccount",
    ookDaarAf: "Ook afmelden bij uw werkaccount",
    laden: "De aanmelding wordt voorbereid…",
    redenen: {
      onbereikbaar: "De aanmelddienst van de gemeente geeft nu geen antwoord. Er is niets verloren gegaan. Probeer het over een paar minuten opnieuw; blijft het misgaan, bel dan uw beheerder.",
      geweigerd: "De aanmelding is bij uw werkaccount afgebroken of geweigerd. Er is niets gewijzigd. Probeer het opnieuw als u toch wilt aanmelden.",
      "geen-rol": "Uw werkaccount heeft hier geen rol, en daarom kunt u niet verder. Vraag uw beheerder om toegang tot het Servicepunt Meldcode (lezen, behandelen of beheren).",
      verlopen: "De aanmelding duurde te lang of begon in een ander venster. Er is niets verloren gegaan. Meld u opnieuw aan.",
      mislukt: "De aanmelding is niet goed gegaan. Er is niets verloren gegaan. Probeer het opnieuw; blijft het misgaan, bel dan uw beheerder.",
      "te-druk": "Er waren te veel mislukte aanmeldingen achter elkaar. Wacht een minuut en probeer het opnieuw.",
    },
    afgemeld: "U bent afgemeld. Sluit het venster als u niet alleen aan deze computer werkt.",
  },

  fout: {
    onbereikbaar: "De server van de gemeente is niet bereikbaar. Er is niets verloren gegaan. Controleer uw verbinding en probeer het opnieuw.",
    storing: "Er ging iets mis bij de gemeente. Er is niets verloren gegaan. Probeer het over een paar minuten opnieuw; blijft het misgaan, bel dan uw beheerder.",
    teDruk: (seconden: number | null) => `Er kwamen te veel verzoeken achter elkaar. Er is niets verloren gegaan. Probeer het ${seconden === null ? "over een minuut" : `over ${aantal(seconden, "seconde", "seconden")}`} opnieuw.`,
    aanmelden: "U bent niet meer aangemeld. Er is niets verloren gegaan. Meld u opnieuw aan.",
    verouderdeVersie: "Een collega wijzigde dit intussen. Er is niets opgeslagen en niets verloren. Bekijk wat er nu staat en probeer het opnieuw.",
    onbekend: "Deze organisatie staat niet in het register. Misschien is het adres van de pagina niet compleet; zoek haar op naam.",
    verouderd: (tijd: string) => `U ziet nog de stand van ${tijd}.`,
    titel: "Het overzicht kan nu niet worden opgehaald",
    titelScherm: "Dit deel van de pagina kan nu niet worden opgehaald",
    scherm: "Er is niets gewijzigd. Misschien is er geen verbinding, of is de pagina intussen vernieuwd. Laad de pagina opnieuw.",
    titelAanmelden: "U kunt zich nu niet aanmelden",
  },

  overzicht: {
    titel: "Responsoverzicht",
    samenvatting: (getoond: number, totaal: number) => (getoond === totaal ? organisaties(totaal) : `${toonGetal(getoond)} van ${organisaties(totaal)}`),
    eerste: (getoond: number, totaal: number) => `Hier staan de eerste ${organisaties(getoond)} op naam, van ${toonGetal(totaal)}. Het statusfilter, de aantallen daarin en de volgorde gaan alleen over deze ${toonGetal(getoond)}. Zoek of kies een sector om de andere te zien; de totalen onderaan zonder filter en de export gaan over alle.`,
    bijgewerkt: (tijd: string) => `Stand van ${tijd}`,
    vernieuwen: "Vernieuwen",
    exporteren: "CSV, vertrouwelijk",
    exportUitleg: "Exacte tellingen per organisatie, van de gekozen periode, sector en zoektekst (niet van het statusfilter). Het bestand is vertrouwelijk: deel het niet buiten het Servicepunt.",
    toevoegen: "Organisatie toevoegen",
    zoeken: "Zoeken",
    zoekenVoorbeeld: "Naam of ORG-code",
    wissenZoektekst: "Zoektekst wissen",
    alleSectoren: "Alle sectoren",
    periode: "Periode",
    laatste12: "Laatste 12 maanden",
    jaar: (jaar: number) => `Heel ${jaar}`,
    jaarTotNu: (jaar: number) => `${jaar} tot nu`,
    anderePeriode: "Andere periode…",
    van: "Van",
    totEnMet: "Tot en met",
    volgorde: "Volgorde",
    opNaam: "Op naam",
    ontbrekendEerst: "Meest ontbrekend eerst",
    filterLabel: "Toon alleen organisaties met",
    organisaties: (n: number) => (n === 1 ? "organisatie" : "organisaties"),
    legenda: "Wat betekenen de symbolen?",
    wisFilters: "Filters wissen",
    tabel: "Respons per organisatie en maand",
    organisatie: "Organisatie",
    ontbreektKort: "Mist",
    ontbreektLang: "Aantal maanden dat ontbreekt",
    eenpersoonsKort: "eenpersoons",
    eenpersoonsUitleg: "Eenpersoonspraktijk: eigen cijfers worden niet getoond, ze tellen hoogstens mee in de totalen.",
    cel: (status: string, teLaat: boolean, gestart: number | null, afgesloten: number | null) =>
      [status, teLaat ? "na de uiterste dag ontvangen" : "", gestart === null ? "" : `${toonGetal(gestart)} gestart`, afgesloten === null ? "" : `${toonGetal(afgesloten)} afgesloten`].filter(Boolean).join(", "),
    gereageerd: "Gereageerd",
    gereageerdCel: (n: number, van: number) => `${toonGetal(n)} van ${organisaties(van)}, ${deel(n, van)}`,
    aandeel: deel,
    gestart: "Zaken gestart",
    afgesloten: "Waarvan afgesloten",
    gestartKort: "Gestart",
    afgeslotenKort: "Afgesloten",
    totaalAlles: (n: number) => `van ${organisaties(n)}`,
    totaalSelectie: (n: number) => `van ${n === 1 ? "de getoonde organisatie" : `de ${toonGetal(n)} getoonde`}`,
    totalen: "Totalen per maand",
    maand: "Maand",
    zonderEenpersoons: "In het aantal zaken tellen eenpersoonspraktijken niet mee bij een selectie, en in een maand waarin er minder dan drie reageerden: anders waren hun eigen cijfers eruit af te leiden.",
    maandenOntbreken: (n: number) => (n === 0 ? "Niets ontbreekt" : `${aantal(n, "maand ontbreekt", "maanden ontbreken")}`),
    leeg: {
      titel: "Nog geen organisaties",
      tekst: "Zodra u een organisatie toevoegt, staat zij hier en krijgt u een activeringscode om door te geven. Heeft u al een lijst met organisaties? Uw beheerder kan die in één keer inlezen.",
    },
    nietsGevonden: {
      titel: "Geen organisatie gevonden",
      tekst: "Bij deze zoektekst en filters hoort geen organisatie. Pas ze aan, of wis ze om alles weer te zien.",
    },
    langstePeriode: (maanden: number) => `Een periode is ten hoogste ${maanden} maanden; de andere maand schuift zo nodig mee.`,
    getallen: "Het getal in een vakje is het aantal gestarte zaken.",
    uitersteDag: (dag: number) => `De uiterste dag is de ${dag}e van de volgende maand.`,
  },
} as const;
