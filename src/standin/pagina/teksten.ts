/** Every Dutch sentence of the stand-in page. */
export const teksten = {
  titel: "Monitor Meldcode",
  rooster: (blad: string) => `Blad ${blad}. F6 gaat naar de rest van het venster.`,
  leeg: "leeg",
  allesSelecteren: "Alles selecteren",
  invoerVoor: (adres: string) => `Cel ${adres}`,
  keuzes: (adres: string) => `Keuzes voor cel ${adres}`,
  keuzesTonen: "Keuzelijst tonen",
  kolommenu: (kop: string) => `Sorteren en filteren: ${kop}`,
  gemarkeerd: "Gemarkeerd door een regel op dit blad",
  formulebalk: "Formulebalk",
  naamvak: "Adres van de gekozen cel",
  formuleveld: "Inhoud van de gekozen cel",

  start: {
    strook: "Over deze proefomgeving",
    uitleg: "Proefomgeving: een werkmap in de browser in plaats van Excel, met verzonnen organisaties.",
    code: "Activeringscode:",
    kopieer: "Kopieer",
    gekopieerd: "Gekopieerd",
    servicepunt: "Servicepunt",
    account: (naam: string, wachtwoord: string) => `(${naam} / ${wachtwoord})`,
    api: "API",
    sluit: "Verberg deze uitleg",
  },

  balk: {
    naam: "Werkbalk",
    openen: "Openen",
    opslaan: "Opslaan",
    nieuw: "Nieuw",
    ongedaan: "Ongedaan maken",
    opnieuw: "Opnieuw",
    bewerken: "Bewerken",
    medewerker: "Medewerker",
    storingen: "Storingen",
    storingenAan: (aantal: number) => `Storingen (${aantal} aan)`,
  },

  bewerken: {
    rijErboven: "Rij invoegen",
    rijWeg: "Rij verwijderen",
    kolomErbij: "Kolom invoegen",
    kolomWeg: "Kolom verwijderen",
    omlaag: "Omlaag doorvoeren",
    wis: "Inhoud wissen",
    tabel: "Opmaken als tabel",
    bereik: "Tabel omzetten in bereik",
  },

  kop: {
    oplopend: "Sorteren van A naar Z, oud naar nieuw",
    aflopend: "Sorteren van Z naar A, nieuw naar oud",
    allesTonen: "Alles tonen",
    lege: "(Lege cellen)",
  },

  medewerker: {
    wijzigt: "Wijzigt de gekozen cel",
    rij: "Voegt een rij in boven de gekozen rij",
    sorteert: "Sorteert de lijst op de eerste kolom",
    hernoemt: "Hernoemt de tabel",
    verwijdert: "Verwijdert de tabel",
    tekst: "gewijzigd door een medewerker",
    geenTabel: "Er staat geen tabel in deze werkmap. Begin een registratie in het taakvenster, of open een werkmap met een lijst.",
  },

  storing: {
    hangt: "De volgende aanvraag blijft zonder antwoord",
    laatLos: "Laat hangende aanvragen doorgaan",
    geweigerd: "De volgende aanvraag: toegang geweigerd",
    verdwenen: "De volgende aanvraag: het gevraagde bestaat niet meer",
    inBewerking: "Er staat een cel open in bewerking",
    traag: "Elk antwoord duurt twee seconden",
    kwijt: "Meldingen van wijzigingen raken kwijt",
    dubbel: "Meldingen komen dubbel",
    zonderDetails: "Meldingen komen zonder bijzonderheden",
    geenVerbinding: "De gemeente is onbereikbaar",
    herstel: "Alles weer gewoon",
  },

  lint: {
    naam: "Lint",
    taakvenster: "Taakvenster",
    controleren: "Controleren",
    volgende: "Volgende bevinding",
    verzenden: "Verzenden",
  },

  taakvenster: {
    sluit: "Taakvenster sluiten",
    splitter: "Breedte van het taakvenster",
  },

  bladen: {
    naam: "Bladen",
    erbij: "Blad toevoegen",
  },

  status: {
    gereed: "Gereed",
    invoeren: "Invoeren",
    bewerken: "Bewerken",
    aantal: (aantal: number) => `Aantal: ${aantal}`,
    som: (som: string) => `Som: ${som}`,
    syncs: (aantal: number) => `${aantal} ${aantal === 1 ? "aanvraag" : "aanvragen"} van de invoegtoepassing`,
  },

  bericht: {
    begrepen: "Begrepen",
    annuleren: "Annuleren",
    nietGelezen: "Deze werkmap kan niet geopend worden",
    nietBewaard: "De werkmap is niet opgeslagen",
    geweigerd: "Deze waarde kan hier niet",
    nietGelukt: "Dat kan hier niet",
    geenAntwoord: "Het taakvenster antwoordt niet. Wat in de werkmap staat blijft staan. Sluit het taakvenster, open het opnieuw en probeer het nog eens.",
    vervang: "Huidige werkmap vervangen?",
    vervangUitleg: "Wat u sinds het laatste opslaan deed, is dan weg. Sla eerst op als u het wilt houden.",
    vervangJa: "Vervangen",
  },
} as const;
