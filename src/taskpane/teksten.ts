import type { Ernst } from "../meldcode/bevinding";
import type { Probleemcode } from "../meldcode/uitwisseling/probleem";
import type { Storing } from "./dienst/uitkomst";
import type { Activeringsfout } from "./sessie/staat";
import type { Maandstand } from "./sessie/maanden";

/** Every Dutch sentence of the task pane, but for the rules' own. A message says what happened, that nothing is lost, and what to do. */

const getallen = new Intl.NumberFormat("nl-NL");
/** "1.234" */
export function getal(n: number): string {
  return getallen.format(n);
}

/** "1 rij", "2 rijen" */
export function aantal(n: number, een: string, meer: string): string {
  return `${getal(n)} ${n === 1 ? een : meer}`;
}

const lijstvorm = new Intl.ListFormat("nl-NL", { type: "conjunction" });
/** "januari, februari en maart" */
export function opsomming(delen: readonly string[]): string {
  return lijstvorm.format(delen);
}

export interface Tweezin {
  readonly titel: string;
  readonly tekst: string;
}

const PROBLEMEN: Record<Probleemcode, Tweezin> = {
  "toegang-ongeldig": { titel: "Uw toegang is verlopen", tekst: "Er is niets verloren: alles staat nog in uw werkmap. Vraag het Servicepunt om een nieuwe activeringscode en vul die in." },
  "geen-toegang": { titel: "Uw toegang geldt niet meer voor deze organisatie", tekst: "Er is niets verloren: alles staat nog in uw werkmap. Vraag het Servicepunt om een nieuwe activeringscode en vul die in." },
  "niet-gevonden": { titel: "De gemeente kent deze registratie niet", tekst: "Er is niets verloren: alles staat nog in uw werkmap. Probeer het opnieuw. Blijft dit zo, bel dan het Servicepunt." },
  "ongeldige-inzending": { titel: "De gemeente heeft de inzending niet aangenomen", tekst: "Er is niets verloren: alles staat nog in uw werkmap. Dit hoort niet te gebeuren. Geef het door aan het Servicepunt." },
  "verlaging-niet-bevestigd": { titel: "Een maand is lager dan wat eerder is ontvangen", tekst: "Er is niets verloren. Kies nogmaals Verzenden en bevestig de verlaging." },
  "periode-gesloten": { titel: "Een maand is gesloten", tekst: "Het Servicepunt heeft deze maand afgesloten, bijvoorbeeld voor een jaarverslag. Er is niets verloren: alles staat nog in uw werkmap. Overleg met het Servicepunt als de maand toch moet veranderen." },
  "beleid-gewijzigd": { titel: "De gemeente telt sinds kort anders", tekst: "Er is niets verloren. Kies nogmaals Verzenden: er wordt opnieuw geteld." },
  "inzending-hergebruikt": { titel: "Deze inzending was al gebruikt", tekst: "Er is niets verloren. Kies nogmaals Verzenden." },
  "registratie-vervangen": { titel: "Deze lijst is vervangen door een andere", tekst: "Een andere lijst van uw organisatie kwam ervoor in de plaats. Er is niets verloren. Kies nogmaals Verzenden om te kiezen welke lijst telt." },
  "versie-verouderd": { titel: "Elders is een nieuwere stand verzonden", tekst: "Er is niets verloren. Kies nogmaals Verzenden om het verschil te zien." },
  "te-groot": { titel: "De inzending is te groot", tekst: "Er is niets verloren: alles staat nog in uw werkmap. Geef het door aan het Servicepunt." },
  mediatype: { titel: "De gemeente heeft de inzending niet begrepen", tekst: "Er is niets verloren: alles staat nog in uw werkmap. Geef het door aan het Servicepunt." },
  "voorwaarde-ontbreekt": { titel: "De gemeente heeft de inzending niet begrepen", tekst: "Er is niets verloren: alles staat nog in uw werkmap. Geef het door aan het Servicepunt." },
  "te-veel-verzoeken": { titel: "Het is even druk bij de gemeente", tekst: "Er is niets verloren. De gemeente vraagt om even te wachten." },
  storing: { titel: "Er is een storing bij de gemeente", tekst: "Er is niets verloren: alles staat nog in uw werkmap." },
};

export const teksten = {
  product: "Monitor Meldcode",

  storing(storing: Storing): Tweezin {
    switch (storing.soort) {
      case "geen-verbinding":
        return { titel: "Geen verbinding met de gemeente", tekst: "Er is niets verloren: alles staat nog in uw werkmap." };
      case "te-traag":
        return { titel: "De gemeente antwoordt niet op tijd", tekst: "Er is niets verloren: alles staat nog in uw werkmap." };
      case "onleesbaar":
        return { titel: "Het antwoord was niet van de gemeente", tekst: "Misschien vraagt uw netwerk eerst om aan te melden. Er is niets verloren: alles staat nog in uw werkmap." };
      case "probleem":
        return PROBLEMEN[storing.code];
    }
  },

  activeren: {
    titel: "Welkom bij de Monitor Meldcode",
    inleiding: "U houdt bij wanneer u de meldcode gebruikt, in uw eigen werkmap. Naar de gemeente gaan alleen tellingen.",
    vervallenTitel: "Activeer opnieuw",
    vervallen: "De toegang van deze computer is verlopen of ingetrokken. Er is niets verloren: uw werkmap is gelijk gebleven en wat wachtte op verzending, wacht nog. Vul een nieuwe activeringscode in.",
    label: "Activeringscode",
    hint: "16 tekens, uit de brief of mail van het Servicepunt. Streepjes en kleine letters maken niet uit.",
    voorbeeld: "7K3M-Q2XA-9D4F-T6WB",
    knop: "Activeren",
    bezig: "Bezig met activeren…",
    terug: "Terug naar de lijst",
    geenCode: "Nog geen code?",
    vraagAan: (naam: string) => `Vraag een code aan bij ${naam}`,
    fout(fout: Activeringsfout): string {
      if (fout.soort === "leeg") return "Vul de activeringscode in die u van het Servicepunt kreeg.";
      if (fout.soort === "verkeerd-getypt") return "Deze code klopt niet: er is een teken te veel, te weinig of verwisseld. Vergelijk hem met uw brief. De code is nog niet gebruikt.";
      const { storing } = fout;
      if (storing.soort !== "probleem") {
        const { titel } = teksten.storing(storing);
        return `${titel}. Uw code is nog niet gebruikt, voor zover wij weten. Probeer het zo opnieuw.`;
      }
      if (storing.code === "te-veel-verzoeken") return `Er is te vaak een code geprobeerd. Wacht ${wachttijd(storing.wachtSeconden)} en probeer het dan opnieuw.`;
      if (storing.code === "storing") return "Er is een storing bij de gemeente. Uw code blijft geldig. Probeer het straks opnieuw.";
      // Unknown, used or expired: the municipality says which.
      return storing.detail || "Deze code is niet bekend, al gebruikt of verlopen. Vraag het Servicepunt om een nieuwe.";
    },
  },

  werkmap: {
    geenLijstTitel: "Klaar om te beginnen",
    geenLijst: "In deze werkmap staat nog geen registratie. Wij maken een blad met een tabel voor u klaar. Wat er al staat, blijft zoals het is.",
    starten: "Registratie starten",
    startenBezig: "Bezig met klaarzetten…",
    wegTitel: "De lijst is niet meer te vinden",
    weg: "De tabel met uw registratie is uit deze werkmap verdwenen. Wat u eerder verzond, is niet verloren. Is zij verwijderd, laat dat dan ongedaan maken (Ctrl+Z); daarna gaat alles gewoon verder.",
    nieuweLijst: "Een nieuwe, lege lijst beginnen",
    opnieuw: "Opnieuw lezen",
    opnieuwBezig: "Bezig met lezen…",
    kolomTitel: (n: number) => (n === 1 ? "Er ontbreekt een kolom" : "Er ontbreken kolommen"),
    kolom: (blad: string, koppen: string) => `Op het blad ${blad} is niet te vinden: ${koppen}. Voeg de kolom toe of geef haar deze naam terug. Uw gegevens zijn niet veranderd.`,
    kolomToevoegen: "Kolom toevoegen",
    meerTitel: "Er zijn meer lijsten gevonden",
    meer: (bladen: string) => `Op de bladen ${bladen} staat iets wat op een registratie lijkt. Noem de tabel die u wilt gebruiken ‘Meldcode’ (klik in de tabel, tabblad Tabelontwerp, Tabelnaam) en kies dan Opnieuw lezen.`,
    koppelingTitel: "Uw lijst past niet meer bij de koppeling",
    koppeling: "Er is niets verloren. Maak dat ongedaan en kies Opnieuw lezen, of koppel de lijst opnieuw: wat u eerder koos, blijft.",
    opnieuwKoppelen: "Opnieuw koppelen",
    oudeFormulieren: "Oude formulieren inlezen",
    eigenUitleg: "Houdt u in deze werkmap zelf al een lijst bij? Die kan gelezen worden zoals zij is: u typt niets over.",
    eigenLijst: "Eigen lijst gebruiken",
    andereTitel: "Deze werkmap is van een andere organisatie",
    andere: (opBlad: string, naam: string) => `Op het blad Verzonden staat dat deze werkmap hoort bij ${opBlad}. U bent geactiveerd voor ${naam}. Er wordt niets verzonden voordat u kiest.`,
    andereCode: "Activeren voor die organisatie",
    voorDeze: (naam: string) => `Toch gebruiken voor ${naam}`,
    foutTitel: "De werkmap kon niet worden gelezen",
  },

  oordeel: {
    fouten: (fouten: number, rijen: number) => `${aantal(fouten, "fout", "fouten")} in ${aantal(rijen, "rij", "rijen")}`,
    foutenUitleg: "Herstel de fouten hieronder. Daarna kunt u verzenden.",
    klaar: "Klaar om te verzenden",
    klaarUitleg: (wat: string) => `Te verzenden: ${wat}.`,
    allesVerzonden: "Alles is verzonden",
    allesVerzondenUitleg: "De gemeente heeft precies wat in deze werkmap is geteld.",
    /** Only the breakdown changed. */
    uitsplitsing: "een andere uitsplitsing",
    nietVergeleken: "Geen fouten gevonden",
    nietVergelekenUitleg: "Of er iets te verzenden is, is zonder verbinding nog niet te zien.",
  },

  ernst: { fout: "Fout", waarschuwing: "Let op", tip: "Tip" } satisfies Record<Ernst, string>,

  bevindingen: {
    titel: "Wat aandacht vraagt",
    tips: "Tips",
    spring: (adres: string) => `Ga naar cel ${adres}`,
    volgende: "Volgende (F8)",
    volgendeUitleg: "Ga naar de volgende bevinding. Sneltoets: F8.",
    vulMet: (n: number) => (n === 1 ? "Vul de lege cel in met" : `Vul alle ${getal(n)} lege cellen in met`),
    kies: "Kies…",
    vul: "Vul in",
    herstelAlle: (n: number) => `Herstel alle ${getal(n)}`,
    toonAlle: (n: number) => `Toon alle ${getal(n)}`,
    toonMeer: (n: number, totaal: number) => `Toon er nog ${getal(n)} (van ${getal(totaal)})`,
    toonMinder: "Toon minder",
    beveiligd: "Het blad is beveiligd: herstellen met een knop kan nu niet. Hef de beveiliging op via het tabblad Controleren.",
  },

  maanden: {
    titel: "Maanden",
    stand: {
      verzonden: "Verzonden",
      "te-verzenden": "Te verzenden",
      "niets-te-melden": "Niets te melden",
      gewijzigd: "Gewijzigd sinds verzonden",
      vervallen: "Niet meer in deze lijst",
    } satisfies Record<Maandstand, string>,
    gaatMee: "gaat mee als nulopgave",
    aantallen: (gestart: number, afgesloten: number) => `${getal(gestart)} gestart, ${getal(afgesloten)} afgesloten`,
    nul: "niets gestart",
    gesloten: "Gesloten door het Servicepunt",
    teLaat: "Te laat",
    loopt: "Loopt nog",
    verzonden: (n: number) => `${aantal(n, "verzonden maand", "verzonden maanden")}`,
    naHerstel: "Wat er te verzenden is, ziet u hier zodra de fouten zijn hersteld.",
    geenStand: "Wat de gemeente nu heeft, kon niet worden opgehaald. Dat wordt vanzelf opnieuw geprobeerd; u kunt gewoon doorwerken.",
    ervoor: (n: number, vanaf: string) =>
      `${aantal(n, "rij ligt", "rijen liggen")} vóór ${vanaf}, de eerste maand van deze registratie, en ${n === 1 ? "telt" : "tellen"} niet mee. De ${n === 1 ? "rij blijft" : "rijen blijven"} in uw werkmap staan.`,
    ervoorKnop: "Toch meetellen",
  },

  voorbeeld: {
    knop: "Bekijk wat verzonden wordt",
    titel: "Wat verzonden wordt",
    soort: "Dit zijn geaggregeerde tellingen zonder persoonsgegevens van de melder. Bij kleine aantallen kunnen ze naar één geval wijzen; het Servicepunt behandelt ze daarom vertrouwelijk.",
    sluit: "Verberg wat verzonden wordt",
    blijft: "In uw werkmap blijven: elke rij, elke datum, kenmerken, teams en alle vrije kolommen. Ook namen, de bestandsnaam en de bladnamen gaan niet mee.",
    aantal: "Aantal",
    maanden: "Per maand",
    maand: "Maand",
    gestart: "Gestart",
    afgesloten: "Afgesloten",
    uitsplitsing: (bereik: string, n: number) => `${bereik}: ${aantal(n, "keer", "keer")} uitgesplitst`,
    minimum: (k: number) => `Een uitsplitsing wordt pas gemaakt vanaf ${aantal(k, "keer", "keer")}; kleinere aantallen wachten op een volgende maand.`,
    geenUitsplitsing: "Er zijn nog te weinig zaken voor een uitsplitsing.",
    precies: "De tekst die verstuurd wordt, letter voor letter",
    doorlooptijd: "Doorlooptijd",
    onbekend: "Onbekend",
    waarden: {
      ja: "Ja", nee: "Nee", nvt: "N.v.t.", open: "Nog open",
      geen: "Geen", intern: "Intern", extern: "Extern", internEnExtern: "Intern en extern",
      hulp: "Hulp", melding: "Melding", hulpEnMelding: "Hulp en melding", geenVanBeide: "Geen van beide",
      d0tot7: "0 t/m 7 dagen", d8tot28: "8 t/m 28 dagen", d29tot91: "29 t/m 91 dagen", d92plus: "92 dagen of meer",
    },
  },

  verzenden: {
    knop: "Verzenden",
    bezig: { controleren: "De lijst wordt gecontroleerd…", ophalen: "Vergelijken met wat de gemeente heeft…", versturen: "Bezig met verzenden…" },
    eerstHerstellen: "Er is nog niets verzonden: herstel eerst de fouten.",
    nietsTitel: "Er is niets nieuws te verzenden",
    niets: "De gemeente heeft precies wat in deze werkmap is geteld.",
    nietGelezen: "Er is niets verzonden",
    annuleren: "Nu niet",
    wacht: {
      klaargezet: (om: string) => `Uw inzending is klaargezet en gaat vanzelf, zodra het kan. Volgende poging: ${om}.`,
      nietKlaargezet: (om: string) => `Er is nog niets verzonden. Wij proberen het vanzelf opnieuw: ${om}. Sluit u het taakvenster, kies dan later opnieuw Verzenden.`,
      duurzaam: "U kunt het taakvenster gerust sluiten.",
      nietDuurzaam: "Laat het taakvenster open: deze computer bewaart niets voor ons. Sluit u het, dan staat alles nog in de werkmap en kiest u later opnieuw Verzenden.",
      knop: "Nu opnieuw proberen",
    },
    vanHier: {
      titel: "Er wacht nog een inzending op deze computer",
      tekst: (bereik: string, n: number) => `Het is een eerste inzending over ${bereik}, met ${aantal(n, "zaak", "zaken")}. Hoort die bij deze werkmap?`,
      ja: "Ja, bij deze werkmap",
      nee: "Nee, bij een andere",
    },
  },

  vragen: {
    correctie: { titel: "Controleer wat er verandert", tekst: "Dit is anders dan wat de gemeente eerder van u ontving:", knop: "Correctie verzenden" },
    verlaging: {
      titel: "Er zijn minder zaken dan eerder is ontvangen",
      tekst: (maanden: string) => `In ${maanden} staan nu minder zaken dan u eerder verzond. Zijn er rijen verwijderd, of is dit een nieuw bestand?`,
      knop: "Ja, verlagen en verzenden",
      nieuw: "Dit is een nieuw bestand, voor een nieuw jaar",
      nieuwUitleg: "Dan blijft wat eerder is ontvangen staan, en telt deze lijst erbij op.",
    },
    nieuwereStand: {
      titel: "Elders is een nieuwere stand verzonden",
      tekst: "Een collega of een andere computer verzond deze lijst na u. Uw werkmap verschilt daarvan:",
      knop: "Mijn stand verzenden",
      lager: (maanden: string) => `Let op: ${maanden} wordt lager dan wat nu is ontvangen.`,
    },
    andere: {
      titel: "Uw organisatie heeft al een lijst voor deze maanden",
      tekst: "Telt deze lijst mee naast de andere, bijvoorbeeld van een ander team? Of komt zij ervoor in de plaats?",
      regel: (bereik: string, om: string) => `${bereik}, laatst ontvangen op ${om}`,
      ernaast: "Ernaast: tel ze bij elkaar op",
      vervangt: "In de plaats hiervan",
    },
    gesloten: {
      titel: "Er is een maand gesloten",
      tekst: (maanden: string) => `Het Servicepunt heeft ${maanden} afgesloten. Wat daarin veranderd is, wordt niet aangenomen. De wijziging blijft in uw werkmap staan; overleg met het Servicepunt als zij toch mee moet.`,
      knop: "Laat die zo en verzend de rest",
      begin: (maand: string) => `Begin met ${maand}`,
    },
    nieuwBlad: {
      titel: "Er is een nieuw blad",
      tekst: (bladen: string, n: number) => (n === 1 ? `Blad ${bladen} hoort nog niet bij de lijst, maar heeft wel dezelfde koppen.` : `De bladen ${bladen} horen nog niet bij de lijst, maar hebben wel dezelfde koppen.`),
      knop: "Meenemen en verzenden",
      zonder: (n: number) => (n === 1 ? "Zonder dit blad verzenden" : "Zonder deze bladen verzenden"),
      anders: "De lijst staat daar net anders op dan elders. Kies Nu niet, en neem het blad daarna mee in uw lijst.",
    },
  },

  ontvangst: {
    titel: "Ontvangen door de gemeente",
    tekst: (om: string) => `Op ${om}.`,
    kenmerk: "Kenmerk",
    genoteerd: (blad: string) => `Het ontvangstbewijs staat op het blad ${blad}.`,
    nietGenoteerd: "Het ontvangstbewijs kon nog niet op het blad Verzonden worden gezet. Het blijft hier staan en wij proberen het zo opnieuw.",
    noteer: "Nu op het blad zetten",
  },

  meldingen: {
    gecontroleerd: "De hele lijst is opnieuw gecontroleerd.",
    bevinding: (adres: string, nummer: number, van: number, zin: string) => `${adres} (${getal(nummer)} van ${getal(van)}): ${zin}`,
    geenBevinding: "Er is niets meer wat aandacht vraagt.",
    springNietGelukt: (adres: string) => `Excel kan nu niet naar de cel gaan. Het gaat om cel ${adres}.`,
    ingelezen: (n: number) => `${aantal(n, "zaak", "zaken")} uit oude formulieren ${n === 1 ? "staat" : "staan"} nu in de lijst.`,
    hersteld: (n: number) => `${aantal(n, "cel", "cellen")} hersteld. Met Ctrl+Z maakt u het ongedaan.`,
    kolomErbij: (n: number) => `${aantal(n, "kolom", "kolommen")} toegevoegd, rechts in de tabel. Met Ctrl+Z maakt u het ongedaan.`,
    toevoegen: "U kunt het in één keer ongedaan maken.",
    nietAllesHersteld: (n: number, van: number) => `${getal(n)} van ${aantal(van, "cel", "cellen")} hersteld. De rest was intussen veranderd en is met rust gelaten.`,
    losseRij: (rij: number) => `Onder de tabel staan vanaf rij ${getal(rij)} nog gegevens. Ze blijven staan, maar tellen niet mee. Horen ze bij uw lijst, verwijder dan de lege rijen erboven.`,
    lijstNietGelezen: "De lijst kon niet opnieuw worden gelezen. U ziet de laatst bekende stand.",
  },

  hulp: {
    knop: "Hulp",
    terug: "Terug",
    titel: "Hulp",
    laden: "Even laden…",
    nietGeladen: "Dit onderdeel kon niet worden geladen. Controleer de verbinding en probeer het opnieuw.",
  },

  nietGeladen: {
    titel: "Het taakvenster kon niet worden geladen",
    tekst: "Uw werkmap is niet veranderd, en wat klaarstond om te verzenden blijft bewaard. Controleer de verbinding en probeer het opnieuw.",
    knop: "Opnieuw proberen",
  },

  buitenExcel: {
    titel: "Open dit in Excel",
    tekst: "De Monitor Meldcode werkt als taakvenster in Excel. Open uw werkmap in Excel en kies op het tabblad Start de knop Taakvenster.",
    zonder: "Of controleer en verzend zonder invoegtoepassing",
    geenScript: "De onderdelen van Microsoft Office konden niet worden geladen. Controleer de verbinding en open het taakvenster opnieuw. Uw werkmap is niet veranderd.",
  },

  /** "over 15 seconden", "over 2 minuten" */
  over(seconden: number): string {
    return seconden <= 0 ? "nu" : `over ${wachttijd(seconden)}`;
  },
} as const;

function wachttijd(seconden: number | null): string {
  if (seconden === null) return "een minuut";
  return seconden < 90 ? aantal(seconden, "seconde", "seconden") : aantal(Math.round(seconden / 60), "minuut", "minuten");
}
