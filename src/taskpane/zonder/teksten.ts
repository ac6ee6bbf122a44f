import { aantal } from "../teksten";

/** Every sentence of the page without the add-in that the task pane does not say too. */
export const zonder = {
  titel: "Controleren en verzenden zonder invoegtoepassing",
  inleiding: "Kies uw Excel-bestand met de meldcodelijst. U ziet wat nog niet klopt, herstelt het met een klik en verzendt de tellingen naar de gemeente.",
  kiesvak: {
    knop: "Bestand kiezen",
    sleep: "of sleep het hierheen (.xlsx, .xlsm, .xls of .csv)",
    loslaten: "Laat het bestand los om het te openen",
  },
  beloften: [
    "Uw bestand blijft op deze computer. Alleen tellingen gaan naar de gemeente, en u ziet vooraf welke.",
    "Macro’s worden nooit uitgevoerd. Wat u niet verandert, blijft in het bestand zoals het was.",
    "Na het eerste bezoek werkt deze pagina ook zonder internet; alleen verzenden wacht tot er verbinding is.",
  ],
  nogGeenLijst: {
    voor: "Nog geen lijst? Begin met de ",
    link: "kant-en-klare werkmap",
    na: ".",
    bezig: "De werkmap wordt klaargezet…",
    mislukt: { titel: "De werkmap kan nu niet worden opgehaald", tekst: "Er is niets veranderd. Controleer de verbinding en probeer het opnieuw." },
  },
  openen: (naam: string) => `${naam} wordt geopend…`,
  bestand: {
    gebied: "Uw bestand",
    ongewijzigd: "Niets gewijzigd",
    nietBewaard: "Nog niet bewaard",
    bewaard: "Bewaard",
    bewaren: "Bestand bewaren",
    bewarenBezig: "Bezig met bewaren…",
    ander: "Ander bestand",
    overgezet: (naam: string) =>
      `Een .csv of .xls kan geen ontvangstbewijs bevatten. Daarom wordt het bewaard als nieuw bestand ${naam}, met dezelfde cellen. Uw eigen bestand blijft zoals het is; ga de volgende keer verder met het nieuwe.`,
    inBestand: "Bewaard in uw eigen bestand.",
    gedownload: (naam: string) => `Bewaard als download met de naam ${naam}. Ga daarmee verder: het oude bestand heeft het blad Verzonden en uw wijzigingen niet.`,
    elders: "Dit bestand is intussen op een andere plek gewijzigd, bijvoorbeeld in Excel. Het is niet overschreven. Kies het bestand opnieuw om met die wijzigingen verder te gaan, of bewaar wat hier staat als kopie.",
    nietInBestand: "In uw eigen bestand kon niet worden geschreven: misschien staat het nog open in Excel. Het is als kopie bewaard bij uw downloads; ga daarmee verder.",
    kopie: "Als kopie bewaren",
  },
  verwerpen: {
    titel: (naam: string) => `${naam} is nog niet bewaard`,
    tekst: "Opent u een ander bestand, dan gaan de wijzigingen van hier verloren. Wat verzonden is, blijft verzonden.",
    eerstBewaren: "Eerst bewaren",
    toch: "Toch het andere openen",
    terug: "Hier blijven",
  },
  fout: {
    titel: (naam: string) => `${naam} kan niet worden gelezen`,
    teVeel: "U liet meer dan één bestand los. Er is niets geopend of gewijzigd. Kies er één.",
    map: "Dit is een map, geen bestand. Er is niets geopend of gewijzigd. Kies het Excel-bestand zelf.",
    onleesbaar: "De browser mag of kan dit bestand niet lezen: misschien is het verplaatst, of net gewijzigd. Er is niets veranderd. Kies het opnieuw.",
    onverwacht: "Er ging iets mis bij het openen. Uw bestand is niet veranderd. Kies het opnieuw; blijft dit zo, open en bewaar het dan eerst in Excel of LibreOffice.",
    geenCode: "Een deel van deze pagina kon niet worden geladen. Uw bestand is niet veranderd. Controleer de verbinding en laad de pagina opnieuw.",
  },
  rij: {
    titel: (adres: string) => `Cel ${adres}`,
    op: (blad: string, rij: number) => `Blad ${blad}, rij ${rij}. Zo zijn de cellen van deze rij gelezen; ze blijven op uw computer.`,
    leeg: "leeg",
    hier: "deze cel",
    verder: "Verbeter de cel in Excel of LibreOffice, bewaar het bestand en kies het hier opnieuw.",
    sluit: "Sluiten",
  },
  plek: {
    kolomErbij: (n: number) => `${aantal(n, "kolom", "kolommen")} toegevoegd, rechts van de lijst. Bewaar het bestand om ${n === 1 ? "haar" : "ze"} te houden.`,
    lijstWeg: "In dit bestand is de lijst niet meer te vinden. Wat u eerder verzond, is niet verloren. Kies het bestand waarin de lijst staat.",
    meerLijsten: (bladen: string) =>
      `Op de bladen ${bladen} staat iets wat op een registratie lijkt. Open het bestand in Excel, noem de tabel die u wilt gebruiken ‘Meldcode’ (klik in de tabel, tabblad Tabelontwerp, Tabelnaam), bewaar het en kies het hier opnieuw.`,
    kolom: (blad: string, koppen: string) =>
      `Op het blad ${blad} is niet te vinden: ${koppen}. Open het bestand in Excel of LibreOffice, voeg de kolom toe of geef haar deze naam terug, bewaar het en kies het hier opnieuw. Uw gegevens zijn niet veranderd.`,
    koppeling: "Er is niets verloren. Herstel dat in Excel of LibreOffice en kies het bestand opnieuw, of koppel de lijst opnieuw: wat u eerder koos, blijft.",
    opnieuw: "Bestand opnieuw kiezen",
    beveiligd: "Het blad is beveiligd: herstellen met een knop kan nu niet. Hef de beveiliging op in Excel of LibreOffice, bewaar het bestand en kies het opnieuw.",
    wacht: {
      nietKlaargezet: (om: string) => `Er is nog niets verzonden. Wij proberen het vanzelf opnieuw: ${om}. Sluit u deze pagina, kies dan later het bestand opnieuw en kies Verzenden.`,
      duurzaam: "U kunt deze pagina gerust sluiten; kies later hetzelfde bestand, dan gaat het verder.",
      nietDuurzaam: "Laat deze pagina open: uw browser bewaart niets voor ons. Sluit u haar, dan staat alles nog in uw bestand en kiest u later opnieuw Verzenden.",
    },
    springNietGelukt: (adres: string) => `Het gaat om cel ${adres}.`,
    hersteld: (n: number) => `${aantal(n, "cel", "cellen")} hersteld. Vergeet niet het bestand te bewaren.`,
    toevoegen: "Bewaar daarna het bestand; kiest u het daarvoor opnieuw, dan is het alsof er niets is toegevoegd.",
  },
  hulp: [
    {
      titel: "Werken zonder invoegtoepassing",
      tekst: "U kiest uw bestand, herstelt wat met een knop kan en verzendt. Voor andere verbeteringen opent u het bestand in Excel of LibreOffice, bewaart het daar en kiest het hier opnieuw. Het bestand zelf gaat nergens heen.",
    },
    {
      titel: "Het bestand bewaren",
      tekst: "Na een herstelling en na elke ontvangst kiest u Bestand bewaren. Het komt terug in uw eigen bestand als de browser dat kan, en anders bij uw downloads; ga dan met het gedownloade bestand verder. Op het blad Verzonden staat welke registratie het is, zodat niets dubbel wordt geteld. Vergat u te bewaren, kies dan hetzelfde bestand op deze computer opnieuw: het ontvangstbewijs komt er dan alsnog in.",
    },
  ],
} as const;
