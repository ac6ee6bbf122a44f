/** Everything `beheer` says. */
export const GEBRUIK = `Gebruik: beheer OPDRACHT [--als NAAM] [--gemeente GM…] [--json]

  organisatie toevoegen --naam NAAM --sector SECTOR [--grootte klein|middel|groot] [--clienten N]
        [--wijk WIJK] [--bestuur BESTUUR] [--ritme maand|kwartaal] [--eenpersoons]
        [--vestigingsnummer N] [--kvk N] [--brin B] [--lrk N] [--agb N]
  organisatie wijzigen ORG-… [--naam NAAM] [--sector SECTOR] … [--eenpersoons ja|nee] [--ritme maand|kwartaal [--vanaf JJJJ-MM]]
                                             alleen wat u noemt; met "" wordt het leeg. Een ander ritme geldt vanaf
                                             het volgende kwartaal, of vanaf de maand die u noemt
  organisatie importeren BESTAND.csv|.xlsx   de eerste rij noemt de kolommen: naam, sector, …; een - in plaats van
                                             een bestand leest de invoer
  organisatie lijst
  activeringscode ORG-…                      een nieuwe code; eerdere blijven werken
  activeringscode --bestuur BESTUUR          een code die elke organisatie van het bestuur toegang geeft
  toegang intrekken ORG-…                    alle sleutels en ongebruikte codes
  periode sluiten|openen JJJJ-MM
  periode uitzondering ORG-… JJJJ-MM [--intrekken]
                                             deze organisatie mag een gesloten maand nog wijzigen
  periode uitzonderingen
  beleid tonen
  beleid zetten NAAM=WAARDE …                gemeente, contactNaam, contactUrl, contactEmail, helpUrl,
                                             minimum, deadlineDag, sisaLabel (leeg: niet gevraagd),
                                             leeftijdsgroep, geweldsvorm, bekendheid, kinderen (de maand vanaf wanneer
                                             het gevraagd wordt; leeg: niet), helpteksten (een bestand met JSON; - leest
                                             de invoer)
  beleid versies [--aantal N]                wat wanneer wijzigde, de nieuwste eerst
  servicepunt account NAAM [--rol ROL]       maakt het account of vervangt het wachtwoord; het wachtwoord komt van
                                             de invoer, of wordt gemaakt en één keer getoond. ROL: lezen,
                                             behandelen of beheren; noemt u niets, dan blijft zij wat zij was, en
                                             krijgt een nieuw account behandelen
  servicepunt accounts
  servicepunt intrekken NAAM
  servicepunt afmelden                       iedereen moet zich opnieuw aanmelden
  audit controleer [--verwacht N:HASH]       loopt het auditlog na; met de regel van een vorige keer is ook te zien
                                             of er sindsdien regels van het eind zijn gehaald (uitgang 1: niet heel)
  audit tonen [--aantal N]                   de nieuwste regels
  export [--formaat json|csv [--uitsplitsing]]
                                             alle huidige standen; vertrouwelijk. Csv: een regel per maand, of per
                                             uitsplitsing met een kolom voor elk antwoord
  reservekopie maken BESTAND.sqlite          alles van alle gemeenten in één bestand, ook terwijl de server draait
  reservekopie terugzetten BESTAND.sqlite    in een lege database
  database overzetten BESTAND.sqlite         van de ingebouwde database naar die van DATABASE_URL
  bewaartermijnen toepassen                  verwijdert wat lang genoeg bewaard is; de server doet dat ook elke dag

De gegevens staan in MELDCODE_DATA (standaard ./data), of in PostgreSQL als DATABASE_URL is gezet. De server mag intussen draaien.
Wie u bent komt in het auditlog: het account op deze computer, of de naam na --als (of in MELDCODE_BEHEERDER). In productie is die
naam nodig op een account dat niet van één mens is, zoals root of dat van een container.
Wat u voor "beheer" typt, hangt af van de manier van installeren: docs/beheer/README.md. In de bron: npm run --silent beheer --
`;

export const BEHEERTEKSTEN = {
  nietAangenomen: "De database nam dit niet aan: de schijf is vol of alleen te lezen, of PostgreSQL is niet te bereiken. Herstel dat, kijk of de opdracht toch al is uitgevoerd (audit tonen), en geef haar anders opnieuw.",
  onbekend: "Deze opdracht is niet begrepen. Er is niets gewijzigd.",
  optie: (uitleg: string) => `Deze opdracht is niet begrepen: ${uitleg} Er is niets gewijzigd.`,
  welkeGemeente: (alle: readonly string[]) => `Deze installatie heeft meer gemeenten: ${alle.join(", ")}. Noem er een met --gemeente. Er is niets gewijzigd.`,
  onbekendeGemeente: (genoemd: string, alle: readonly string[]) => `De gemeente "${genoemd}" hoort niet bij deze installatie (wel: ${alle.join(", ")}). Er is niets gewijzigd. Controleer --gemeente, MELDCODE_GEMEENTE en MELDCODE_GEMEENTEN.`,
  als: {
    geenNaam: "Na --als hoort een naam van 1 tot en met 100 tekens, zonder apenstaartje: hij komt in het auditlog, en daar staan geen e-mailadressen in. Er is niets gewijzigd.",
    opgegeven: (naam: string, account: string) => `${naam} (opgegeven; account ${account})`,
    wie: (account: string) => `Zeg wie u bent, met --als NAAM of in MELDCODE_BEHEERDER: het account ${account} op deze server is niet van één mens, en het auditlog moet kunnen vertellen wie iets deed. Er is niets gewijzigd.`,
  },
  bestaatAl: (bestand: string) => `${bestand} bestaat al en wordt niet overschreven. Er is geen reservekopie gemaakt. Kies een andere naam.`,
  nietTeSchrijven: (bestand: string) => `Naast ${bestand} is niet te schrijven. Er is niets gewijzigd. Kijk of de map bestaat en of u daar mag schrijven.`,
  geenKopie: (bestand: string) => `${bestand} is er niet, of is geen database van deze dienst. Er is niets gewijzigd. Kijk de naam na.`,
  nietLeeg: "De database waar de gegevens in zouden komen, is niet leeg. Er is niets gewijzigd. Geef met MELDCODE_DATA een lege map of met DATABASE_URL een lege database.",
  nietGelijk: (tabel: string) => `Na het overzetten was de tabel ${tabel} niet gelijk aan het origineel. Alles is teruggedraaid; het origineel is niet gewijzigd. Controleer de schijf en probeer het opnieuw.`,
  kopieGemaakt: (bestand: string) => `De reservekopie ${bestand} is gemaakt en nagelezen: per tabel het aantal rijen en de SHA-256 daarvan.`,
  nietGenoteerd: "LET OP: de kopie is heel, maar in het auditlog kon niet worden geschreven dat zij is gemaakt. Kijk of de schijf vol is of alleen te lezen, en noteer zelf wie deze kopie maakte.\n",
  kopieTeruggezet: (bestand: string) => `De reservekopie ${bestand} is teruggezet en nagelezen: per tabel het aantal rijen en de SHA-256 daarvan. Daarna is in het auditlog gezet dat dit is gedaan.`,
  overgezet: (bestand: string) => `Alles uit ${bestand} is overgezet en nagelezen: per tabel het aantal rijen en de SHA-256, aan beide kanten gelijk. Daarna is in het auditlog van de nieuwe database gezet dat dit is gedaan. Start de servers nu met DATABASE_URL; bewaar het bestand als reservekopie.`,
  bewaartermijnen: (verwijderd: readonly (readonly [soort: string, aantal: number])[]) => `Verwijderd omdat de bewaartermijn voorbij was:\n${verwijderd.map(([soort, aantal]) => `  ${soort}: ${aantal}`).join("\n")}\n`,
  nietsGewijzigd: "Er is niets gewijzigd.",
  nietsGenoemd: "Noem wat er moet veranderen, bijvoorbeeld --naam of --sector. Er is niets gewijzigd.",
  bestand: (naam: string) => `${naam === "-" ? "De invoer" : `Het bestand ${naam}`} is niet te lezen. Er is niets gewijzigd. Kijk of de naam klopt en of het een .csv of .xlsx is.`,
  alBekend: ({ regel, organisatieId, naam }: { regel: number; organisatieId: string; naam: string }) => `regel ${regel}: ${naam} staat al in het register als ${organisatieId} en is niet opnieuw toegevoegd.\n`,
  geenRijen: "Het bestand heeft geen rijen onder de koppen. Er is niets gewijzigd.",
  kolom: (naam: string) => `De kolom "${naam}" is niet bekend.`,
  regel: (regel: number, veld: string, melding: string) => `regel ${regel}${veld ? `, ${veld}` : ""}: ${melding}`,
  veld: (veld: string, melding: string) => `${veld}: ${melding}`,
  periode: "Geen maand in de vorm jjjj-mm. Er is niets gewijzigd.",
  helpteksten: (bestand: string) => `${bestand === "-" ? "De invoer" : bestand} is niet te lezen als JSON: [{"kop": "…", "tekst": "…"}]. Er is niets gewijzigd.`,
  versies: (versies: readonly { readonly versie: number; readonly vanaf: string; readonly gewijzigd: readonly string[] }[]) =>
    versies.length === 0 ? "Er is nog geen beleid gezet: het standaardbeleid geldt.\n" : versies.map(({ versie, vanaf, gewijzigd }) => `${versie}  ${vanaf}  ${gewijzigd.join(", ")}\n`).join(""),
  aantalVersies: "Na --aantal hoort een getal van 1 tot en met 1000. Er is niets gewijzigd.",
  gewijzigd: (id: string, naam: string, ritmes: readonly { readonly vanaf: string; readonly ritme: string }[], sleutels: number) =>
    [
      `${naam} (${id}) is bijgewerkt.`,
      ...ritmes.slice(-1).map(({ vanaf, ritme }) => `Ritme: ${ritme}, vanaf ${vanaf}.`),
      ...(sleutels > 0 ? [`${sleutels} ${sleutels === 1 ? "sleutel" : "sleutels"} van het vorige bestuur ${sleutels === 1 ? "werkt" : "werken"} niet meer. Wat is ontvangen, blijft bewaard.`] : []),
    ].join("\n") + "\n",
  beleidsnaam: (naam: string) => `"${naam}" is geen onderdeel van het beleid dat zo te zetten is. Er is niets gewijzigd.`,
  wachtwoordKort: "Een wachtwoord heeft minstens 12 tekens. Er is niets gewijzigd.",
  naamLeeg: "Een naam heeft 1 tot en met 100 tekens. Er is niets gewijzigd.",
  toegevoegd: (id: string, naam: string, code: string, tot: string) => `${naam} staat in het register als ${id}.\nActiveringscode: ${code} (één keer te gebruiken, tot en met ${tot})\n`,
  code: (id: string, code: string, tot: string) => `Activeringscode voor ${id}: ${code} (één keer te gebruiken, tot en met ${tot})\n`,
  bestuurscode: (bestuur: string, n: number, code: string, tot: string) => `Activeringscode voor ${bestuur} (${n} ${n === 1 ? "organisatie" : "organisaties"}): ${code} (één keer te gebruiken, tot en met ${tot})\n`,
  ingetrokken: (id: string, sleutels: number, codes: number) => `De toegang van ${id} is ingetrokken: ${sleutels} sleutel(s) en ${codes} ongebruikte code(s). Wat is ontvangen, blijft bewaard.\n`,
  gesloten: (maand: string) => `${maand} is gesloten: een wijziging in die maand wordt niet meer aangenomen.\n`,
  uitzondering: (id: string, maand: string, geldt: boolean) => (geldt ? `${id} mag ${maand} nog wijzigen; voor de andere organisaties blijft die maand gesloten.\n` : `Ook voor ${id} is ${maand} weer gesloten.\n`),
  geopend: (maand: string) => `${maand} is open: wijzigingen worden weer aangenomen.\n`,
  rol: "Kies als rol: lezen, behandelen of beheren. Er is niets gewijzigd.",
  geenAccount: (naam: string) => `Er is geen account ${naam}. Er is niets gewijzigd.`,
  accountIngetrokken: (naam: string) => `Het account ${naam} is ingetrokken. Wie ermee was aangemeld, is afgemeld.\n`,
  afgemeld: (n: number) => `Iedereen is afgemeld (${n} ${n === 1 ? "sessie" : "sessies"}).\n`,
  account: (naam: string, rol: string) => `Het account ${naam} kan zich aanmelden met de rol ${rol}. Wie nog was aangemeld, is afgemeld.\n`,
  gemaakt: (wachtwoord: string) => `Wachtwoord (wordt niet meer getoond): ${wachtwoord}\n`,
  audit: {
    gelezen: (n: number, vanaf: string) => `Het auditlog heeft ${n} ${n === 1 ? "regel" : "regels"}${vanaf}.`,
    vanaf: (dag: string) => `, vanaf ${dag}`,
    ingekort: (n: number, dag: string) => `, vanaf regel ${n} van ${dag}; wat ervoor stond, is na de bewaartermijn verwijderd`,
    heel: "De keten is heel: geen regel is gewijzigd, verplaatst of ertussenuit gehaald.",
    gebroken: "De keten is NIET heel. Er is niets hersteld en niets gewijzigd. Bewaar de database zoals zij nu is, vergelijk met een reservekopie en meld het bij wie over de beveiliging gaat.",
    ontbreekt: (n: number) => `- regel ${n} ontbreekt.`,
    "volgt-niet": (n: number) => `- regel ${n} volgt niet op de regel ervoor.`,
    inhoud: (n: number) => `- regel ${n} is gewijzigd nadat zij werd geschreven.`,
    afgekapt: (n: number) => `- regel ${n}, die eerder is genoteerd, is er niet meer: het log is afgekapt.`,
    herschreven: (n: number) => `- regel ${n} is een andere dan eerder is genoteerd: het log is herschreven.`,
    "voor-het-begin": (n: number) => `- regel ${n}, die eerder is genoteerd, is er niet meer: het log begint nu later. Is zij nog geen vijf jaar oud, dan is er te veel weggehaald.`,
    meer: (n: number) => `- en nog ${n}.`,
    bewaar: (anker: string) => `Bewaar deze laatste regel buiten de database; een volgende keer toont --verwacht of het log daarna is afgekapt of herschreven:\n${anker}`,
    anker: "Na --verwacht hoort wat een vorige controle als laatste regel gaf: een nummer, een dubbele punt en 64 tekens. Er is niets gecontroleerd.",
    aantal: "Na --aantal hoort een getal van 1 tot en met 999999. Er is niets gewijzigd.",
  },
  vertrouwelijk: "VERTROUWELIJK: exacte tellingen, alleen voor het Servicepunt; kleine aantallen kunnen naar een zaak wijzen. Niet doorsturen of publiceren.",
} as const;
