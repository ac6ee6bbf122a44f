import type { Betekenis } from "../../../meldcode/koppeling/koppeling";
import { INDICATORWAARDEN, isIndicator } from "../../../meldcode/indicator";
import { CONSULTATIE, SISA, STAP5 } from "../../../meldcode/zaak";
import type { Veld } from "../../../meldcode/veld";
import { aantal, getal } from "../../teksten";

/** What a word can mean, as people read it. */
const BETEKENISSEN: Readonly<Record<Betekenis, string>> = {
  ...SISA,
  ...CONSULTATIE,
  ...STAP5,
  ...INDICATORWAARDEN.leeftijdsgroep,
  ...INDICATORWAARDEN.geweldsvorm,
  ...INDICATORWAARDEN.bekendheid,
  ...INDICATORWAARDEN.kinderen,
  open: "Nog niets (loopt nog)",
  niet: "Dit niet",
};

const ONTBREEKT_STRAKS = "Afgesloten zaken waarvan dit niet anders bekend is, krijgen straks een fout. Voeg daarvoor een kolom toe aan uw lijst.";

/** Every Dutch sentence of the screens of Eigen lijst gebruiken, but for the questions: those come with the proposal. */
export const koppelteksten = {
  terug: "Terug",
  nietGeladenTitel: "Dit onderdeel is niet geladen",
  nietGeladen: "Er is niets veranderd in uw werkmap. Controleer de verbinding en probeer het opnieuw.",
  opnieuw: "Opnieuw proberen",
  lezen: "Uw werkmap wordt gelezen. Er verandert niets in.",

  fout: {
    geenTitel: "Wij herkennen nog geen lijst",
    leegTitel: "Deze werkmap is nog leeg",
    leesTitel: "De werkmap kon niet worden gelezen",
    aanwijzen: "Zelf aanwijzen",
  },

  andereWerkmap: "Koppeling uit een andere werkmap",
  andereWerkmapUitleg: "Koppelde u deze lijst vorig jaar al? Kies die werkmap en er wordt niet opnieuw gevraagd. Het bestand blijft op deze computer.",

  aanwijzen: {
    titel: "Waar staat de lijst?",
    tekst: "Vink elk blad aan waarop de lijst staat. Kies daarna de rij met de koppen.",
    verborgen: "verborgen",
    koprij: (blad: string) => `Welke rij op blad ‘${blad}’ bevat de koppen?`,
    rij: (nummer: number) => `Rij ${getal(nummer)}`,
    meer: "Toon alle rijen",
    leeg: "Op dit blad staat niets.",
    geenBladen: "In deze werkmap staat nog niets. Open de werkmap met uw lijst.",
    verder: "Verder",
    nogNiets: "Kies eerst een blad.",
  },

  titel: "Zo lezen wij uw lijst",
  inleiding: "Kijk of het klopt. In uw lijst zelf verandert niets.",
  gebruik: "Deze lijst gebruiken",
  bezig: "Bezig met bewaren…",
  nogVragen: (n: number) => `Nog ${aantal(n, "vraag", "vragen")} te beantwoorden.`,
  uitslag: (zaken: number, weggelaten: number, samengevoegd: number) =>
    [
      `Zo gelezen: ${aantal(zaken, "zaak", "zaken")}.`,
      ...(weggelaten > 0 ? [`${aantal(weggelaten, "rij telt", "rijen tellen")} niet mee.`] : []),
      ...(samengevoegd > 0 ? [`${aantal(samengevoegd, "rij hoort", "rijen horen")} bij een zaak die er al stond.`] : []),
    ].join(" "),
  bewaardUitleg: "Dit komt te staan op een nieuw blad ‘Koppeling’ in uw werkmap: de koppen en woorden van uw lijst, geen zaken.",

  vragen: {
    kop: (nummer: number, van: number) => (van === 1 ? "Eén vraag" : `Vraag ${nummer} van ${van}`),
    klopt: "Zo klopt het",
    beantwoord: "Beantwoord",
    voorstel: "Voorstel: kijk of het klopt",
    kies: "Kies…",
    keer: (n: number) => `${getal(n)} keer`,
    kolom: (letter: string) => `kolom ${letter}`,
    bijvoorbeeld: (teksten: readonly string[]) => teksten.join(" · "),
    leegVoorbeeld: (cellen: readonly string[]) => `Bijvoorbeeld in ${cellen.join(", ")}`,
    alleKolommen: (n: number) => `Toon alle ${getal(n)} kolommen`,
    heeftNiet: "Mijn lijst heeft dit niet",
    bladNiet: (blad: string) => `Blad ‘${blad}’ hoort niet bij deze lijst`,
    heeftNietGevolg: {
      startdatum: "",
      sisa: ONTBREEKT_STRAKS,
      consultatie: ONTBREEKT_STRAKS,
      stap5: ONTBREEKT_STRAKS,
      einddatum: "Dan telt elke zaak als nog niet afgesloten.",
    },
    indicatorGevolg: "Dan telt het bij elke zaak als onbekend.",
    startdatumNodig: "Zonder startdatum is niet te zien in welke maand een zaak telt. Voeg zo nodig een kolom toe aan uw lijst.",
    ja: "Ja",
    nee: "Nee",
    weglaten: "Vink aan wat géén zaak van de meldcode is.",
    leegCel: "(leeg)",
    bladen: "Vink aan wat bij de lijst hoort.",
  },

  bladen: {
    titel: "Waar de lijst staat",
    blad: (blad: string, rijen: number, verborgen: boolean) => `${blad}${verborgen ? " (verborgen)" : ""}, ${aantal(rijen, "rij", "rijen")}`,
    koppen: (rij: number) => `koppen in rij ${getal(rij)}`,
    nietGelezen: (bladen: string, n: number) => `Niet gelezen: ${bladen}. ${n === 1 ? "Dat blad heeft" : "Die bladen hebben"} andere koppen.`,
    elders: "De lijst staat ergens anders",
  },

  kolommen: {
    titel: "Kolommen",
    zekerheid: { zeker: "zeker", waarschijnlijk: "waarschijnlijk", gevraagd: "gevraagd", gekozen: "door u gekozen", geen: "niet in deze lijst" },
    wijzig: (veld: string) => `Wijzig de kolom van ${veld}`,
    wijzigKort: "Wijzig",
    welke: (veld: string) => `Kolom van ${veld}`,
    geen: "Staat niet in deze lijst",
    leeg: "nog leeg",
  },

  woorden: {
    titel: (n: number) => `Wat uw woorden betekenen (${getal(n)})`,
    groep: (veld: string, kop: string) => `${veld}, kolom ‘${kop}’`,
    betekent: (woord: string) => `‘${woord}’ betekent`,
  },

  afspraken: {
    titel: "Verder afgesproken",
    leeg: (veld: string, betekenis: string) => `Is ${veld} niet ingevuld, dan betekent dat: ${betekenis}.`,
    leegNaast: (veld: string, betekenis: string) => `Is bij ${veld} één van de twee kolommen leeg, dan betekent dat daar: ${betekenis}.`,
    filter: (kop: string, woorden: string) => `Rijen met ${woorden} in de kolom ‘${kop}’ zijn geen zaken.`,
    leeftijd: (kop: string) => `De kolom ‘${kop}’ beslist of een leeg SISA-signaal N.v.t. is.`,
    zelfdeZaak: (ja: boolean) => (ja ? "Hetzelfde kenmerk met dezelfde startdatum op een volgend blad is dezelfde zaak." : "Hetzelfde kenmerk met dezelfde startdatum op een volgend blad is een andere zaak."),
    organisatie: (kop: string | null, n: number) => (kop === null ? "De hele lijst is van één organisatie." : `De kolom ‘${kop}’ zegt van welke van de ${aantal(n, "organisatie", "organisaties")} elke rij is. Wie geen rij heeft, doet mee: dan wordt opgegeven dat er niets is gestart.`),
    eenOrganisatie: "De lijst is van één organisatie",
    meerOrganisaties: "De lijst is van meer organisaties",
    opnieuw: "Vraag opnieuw",
  },

  /** `ja` says something else in a column of two than as the value of the SISA signal. */
  betekenis: (betekenis: string, tweeKolommen: boolean, veld?: Veld): string => (betekenis === "open" && veld !== undefined && isIndicator(veld) ? "Onbekend" : betekenis === "ja" && tweeKolommen ? "Ja (andere kolom zegt wat)" : isBetekenis(betekenis) ? BETEKENISSEN[betekenis] : betekenis),
} as const;

function isBetekenis(tekst: string): tekst is Betekenis {
  return tekst in BETEKENISSEN;
}
