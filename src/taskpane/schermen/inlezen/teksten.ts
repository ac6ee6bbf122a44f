import type { Formulier } from "../../../meldcode/formulieren/formulier";
import { type Periode, toonPeriode } from "../../../meldcode/periode";
import type { Bestandsregel } from "../../sessie/inlezen";
import { aantal, getal, opsomming } from "../../teksten";

/** Every Dutch sentence of Oude formulieren inlezen, but for the questions about columns and words: those come with the proposal. */
export const inleesteksten = {
  titel: "Oude formulieren inlezen",
  terug: "Terug",
  nietGeladenTitel: "Dit onderdeel is niet geladen",
  nietGeladen: "Er is niets veranderd in uw werkmap. Controleer de verbinding en probeer het opnieuw.",
  opnieuw: "Opnieuw proberen",
  laden: "Even laden…",

  kiezen: {
    tekst: "Hebt u de maandformulieren van de gemeente nog, of lijsten die daarop lijken? Kies ze allemaal tegelijk. Zaken die in meer maanden voorkomen worden één rij.",
    blijft: "De bestanden worden op deze computer gelezen en nergens heen gestuurd. Macro’s worden niet uitgevoerd.",
    namen: "Namen, telefoonnummers en e-mailadressen van medewerkers worden weggelaten: ze komen niet in uw lijst en worden nergens bewaard.",
    eerst: "Er wordt niets toegevoegd voordat u hebt gezien wat.",
    knop: "Bestanden kiezen",
    soorten: "Excel (.xlsx, .xlsm, .xls) of csv, zo veel als u wilt.",
  },

  lezen: (gedaan: number, van: number) => `${getal(gedaan)} van ${aantal(van, "bestand", "bestanden")} gelezen`,

  koppelen: {
    titel: "Wat staat er in de formulieren?",
    tekst: (bestanden: number) => (bestanden === 1 ? "Dit vragen wij één keer." : `Dit vragen wij één keer, voor alle ${getal(bestanden)} bestanden samen.`),
    verder: "Verder",
    nog: (n: number) => `Nog ${aantal(n, "vraag", "vragen")} te beantwoorden.`,
  },

  overzicht: {
    titel: (zaken: number, bestanden: number) => `${aantal(zaken, "zaak", "zaken")} in ${aantal(bestanden, "bestand", "bestanden")}`,
    vaker: (n: number) => `${aantal(n, "zaak kwam", "zaken kwamen")} in meer dan één formulier voor en ${n === 1 ? "wordt" : "worden elk"} één rij, met de laatste einddatum.`,
    alAanwezig: (n: number) => `${aantal(n, "zaak staat", "zaken staan")} al in uw lijst en ${n === 1 ? "wordt" : "worden"} niet nog eens toegevoegd.`,
    vragen: (n: number) => `${aantal(n, "vraag", "vragen")} voor u, hieronder.`,
    namen: "Namen en bereikbaarheid van medewerkers zijn weggelaten.",
    knop: (n: number) => `${aantal(n, "zaak", "zaken")} toevoegen`,
    knopUitleg: (daarna: string) => `Ze komen onder aan uw lijst, op volgorde van startdatum. ${daarna}`,
    nieuweLijst: "Er komt een blad met een tabel voor. Wat er al in de werkmap staat, blijft zoals het is.",
    bezig: "Bezig met toevoegen…",
    niets: "Er is niets toe te voegen.",
    nog: (n: number) => `Nog ${aantal(n, "vraag", "vragen")} te beantwoorden. Er is nog niets toegevoegd.`,
    beantwoorden: (n: number) => (n === 1 ? "Naar de vraag" : `Naar de ${getal(n)} vragen`),
    veranderd: "De lijst is intussen veranderd. Er is nog niets toegevoegd: kijk of het zo nog klopt.",
    anders: "Andere bestanden kiezen",
  },

  vraag: {
    kop: (nummer: number, van: number) => (van === 1 ? "Eén vraag" : `Vraag ${nummer} van ${van}`),
    beantwoord: "Beantwoord",
    zelfde: "Is dit dezelfde zaak?",
    welke: "Welke zaak is dit?",
    zelfdeUitleg: (startdatum: string) => `Beide zijn gestart op ${startdatum}, en er is geen kenmerk dat het zegt.`,
    welkeUitleg: (startdatum: string) => `Er zijn meer zaken gestart op ${startdatum} die het kunnen zijn.`,
    gelijk: "De antwoorden zijn precies gelijk. Toch kunnen het twee kinderen zijn.",
    een: "Ja, het is één zaak",
    twee: "Nee, het zijn twee zaken",
    dezelfdeAls: (herkomst: string) => `Dezelfde als ${herkomst}`,
    andere: "Een andere zaak",
    verschil: (veld: string) => `Wat is juist bij ${veld}?`,
    verschilUitleg: (kenmerk: string | null, startdatum: string) => (kenmerk === null ? `De zaak die startte op ${startdatum}.` : `De zaak ${kenmerk}, gestart op ${startdatum}.`),
    waarde: (waarde: string, herkomst: string) => `${waarde}, volgens ${herkomst}`,
    alle: (n: number) => `${getal(n)} zaken hebben geen kenmerk en kunnen dezelfde zijn als een andere. Geldt voor allemaal hetzelfde?`,
    alleZelfde: "Steeds dezelfde zaak",
    alleAnders: "Steeds een andere zaak",
    leeg: "leeg",
    geenDatum: "een onbekende dag",
  },

  afwijkingen: {
    titel: (n: number) => `${aantal(n, "verschil", "verschillen")} met uw lijst`,
    tekst: "Deze zaken staan al in uw lijst, met een ander antwoord. Uw lijst blijft zoals zij is; pas haar zelf aan als het formulier gelijk heeft.",
    zin: (rij: number, veld: string, staat: string, formulier: string, herkomst: string) => `Rij ${rij}, ${veld}: in uw lijst ${staat}, in ${herkomst} ${formulier}.`,
  },

  bestanden: {
    titel: (n: number) => `De bestanden (${getal(n)})`,
    nietGelezen: (n: number) => `${aantal(n, "bestand is", "bestanden zijn")} niet gelezen`,
    rest: "De andere bestanden zijn wel gelezen.",
    naam: (nummer: number, naam: string) => (naam === "" || naam === "…" ? `Bestand ${nummer}` : `Bestand ${nummer}: ${naam}`),
  },

  kanNiet: {
    titel: "Er kan nu niets worden toegevoegd",
    "eigen-lijst": "In deze werkmap wordt een eigen lijst gelezen. Oude formulieren kunnen alleen in een lijst van ons worden ingelezen. Open daarvoor een andere werkmap; er is niets veranderd.",
    beveiligd: "Het blad met de lijst is beveiligd. Er is niets veranderd. Hef de beveiliging op (tabblad Controleren) en probeer het opnieuw.",
    "geen-plaats": "De lijst waarin de zaken moeten komen is niet goed te lezen. Er is niets veranderd. Ga terug en los eerst op wat daar staat.",
  },

  /** Where a row stands: "januari 2025 (bestand 3)", or the user's own list. */
  herkomst: ({ sleutel, naam, maand }: Pick<Formulier, "sleutel" | "naam" | "maand">, rij: number): string =>
    sleutel === "registratie" ? `uw lijst, rij ${rij}` : maand === null ? `${naam}, rij ${rij}` : `${toonPeriode(maand)} (${naam}, rij ${rij})`,

  /** What became of a file; null when it just waits. */
  stand({ stand }: Bestandsregel): string | null {
    switch (stand.soort) {
      case "wacht":
        return null;
      case "bezig":
        return "Wordt gelezen…";
      case "geopend":
        return "Gelezen";
      case "onleesbaar":
        return stand.melding ?? "Dit bestand kon niet worden gelezen: kies het opnieuw, of open en bewaar het eerst in Excel.";
      case "dubbel":
        return `Precies hetzelfde als bestand ${stand.van}: telt één keer.`;
      case "geen-lijst":
        return "Hierin zijn geen zaken gevonden: geen rij met koppen boven rijen met datums. Is het formulier leeg, dan klopt dat. Staan er wel zaken in, zet dan boven elke kolom een kop en kies het opnieuw.";
      case "niet-berekend":
        return "Hierin staan formules zonder uitkomst: open het bestand in Excel, bewaar het en kies het opnieuw.";
      case "past-niet":
        return stand.melding;
      case "gelezen":
        return gelezen(stand.maanden, stand.zaken, stand.weggelaten, stand.overgeslagen);
    }
  },
} as const;

function gelezen(maanden: readonly Periode[], zaken: number, weggelaten: number, overgeslagen: number): string {
  const wanneer = maanden.length === 0 ? "" : `${opsomming([...new Set(maanden)].map(toonPeriode))}: `;
  const delen = [
    `${wanneer}${zaken === 0 ? "geen zaken" : aantal(zaken, "zaak", "zaken")}.`,
    ...(weggelaten > 0 ? [`${aantal(weggelaten, "regel is", "regels zijn")} geen zaak (een totaal, bijvoorbeeld).`] : []),
    ...(overgeslagen > 0 ? [`${aantal(overgeslagen, "regel", "regels")} zonder datum en antwoorden overgeslagen.`] : []),
  ];
  return delen.join(" ");
}
