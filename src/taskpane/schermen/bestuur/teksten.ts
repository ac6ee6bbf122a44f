import type { Organisatie } from "../../../meldcode/uitwisseling/activering";
import type { Bestuursoordeel } from "../../sessie/staat";
import { aantal, getal, opsomming, type Tweezin } from "../../teksten";

/** What a board calls them: schools, or organisations where not all are. */
export interface Noem {
  readonly een: string;
  readonly meer: string;
}

export function noem(organisaties: readonly Organisatie[]): Noem {
  return organisaties.every(({ sector }) => sector === "onderwijs") ? { een: "school", meer: "scholen" } : { een: "organisatie", meer: "organisaties" };
}

/** Every sentence of a list of several organisations. */
export const t = {
  oordeel: {
    fouten: (fouten: number, rijen: number) => `${aantal(fouten, "fout", "fouten")} in ${aantal(rijen, "rij", "rijen")}`,
    foutenUitleg: (n: number, { een, meer }: Noem) => `Bij ${aantal(n, een, meer)} is eerst iets te herstellen. De andere ${meer} kunt u nu al verzenden.`,
    niemand: ({ meer }: Noem) => `Geen van uw ${meer} staat in deze lijst`,
    niemandUitleg: "Er wordt niets verzonden. Is dit de goede werkmap, bekijk dan de koppeling of vul de code van uw bestuur in.",
    onbekend: ({ een }: Noem) => `Zolang niet van elke rij duidelijk is van welke ${een} zij is, wordt er niets verzonden.`,
    klaar: "Klaar om te verzenden",
    klaarUitleg: (n: number, totaal: number, { een, meer }: Noem) => `Te verzenden: ${n === totaal ? `alle ${aantal(n, een, meer)}` : `${getal(n)} van de ${aantal(totaal, een, meer)}`}. Elke ${een} krijgt een eigen ontvangstbewijs.`,
    allesVerzonden: "Alles is verzonden",
    allesVerzondenUitleg: ({ een }: Noem) => `De gemeente heeft van elke ${een} precies wat in deze werkmap is geteld.`,
    nietVergeleken: "Geen fouten gevonden",
    nietVergelekenUitleg: "Of er iets te verzenden is, is zonder verbinding nog niet te zien.",
  },
  verzenden: {
    knop: "Alles verzenden",
    bezig: (klaar: number, totaal: number) => `Bezig met verzenden: ${getal(klaar)} van ${getal(totaal)}…`,
    correcties: {
      titel: (n: number, { een, meer }: Noem) => `Controleer wat er bij ${aantal(n, een, meer)} verandert`,
      tekst: "Dit is anders dan wat de gemeente eerder van u ontving:",
      knop: "Alle correcties verzenden",
    },
    nuNiet: "Nu niet",
    alleen: ({ een }: Noem) => `Alleen deze ${een} verzenden`,
    vraag: (naam: string, n: number) => (n === 1 ? naam : `${naam} (nog ${getal(n)} vragen)`),
  },
  onbekend: {
    titel: (n: number, { een }: Noem) => `Bij ${aantal(n, "rij", "rijen")} is niet duidelijk van welke ${een} zij ${n === 1 ? "is" : "zijn"}`,
    uitleg: ({ een }: Noem) => `Er wordt niets verzonden voordat elke rij bij een ${een} hoort. Uw lijst is niet gewijzigd.`,
    woord: (woord: string, n: number) => `‘${woord}’ (${aantal(n, "rij", "rijen")})`,
    leeg: (n: number, { een }: Noem) => `Geen ${een} ingevuld (${aantal(n, "rij", "rijen")}). Vul de ${een} in de lijst in.`,
    kies: ({ een }: Noem) => `Kies een ${een}`,
    van: (woord: string) => `Wat betekent ${woord}?`,
  },
  scholen: {
    titel: ({ meer }: Noem) => `${meer.charAt(0).toUpperCase()}${meer.slice(1)}`,
    zaken: (n: number) => aantal(n, "zaak", "zaken"),
    stand: {
      vervallen: "Toegang vervallen",
      vraag: "Vraag",
      wacht: "Wacht",
      geweigerd: "Niet aangenomen",
      "niet-gelezen": "Niet verzonden",
      bezig: "Bezig…",
      ontvangen: "Ontvangen",
      "te-verzenden": "Te verzenden",
      verzonden: "Verzonden",
      "niet-vergeleken": "Geen fouten",
    },
    fouten: (n: number) => aantal(n, "fout", "fouten"),
    maanden: (nieuw: number, anders: number, laat: number) =>
      opsomming([...(nieuw > 0 ? [aantal(nieuw, "nieuwe maand", "nieuwe maanden")] : []), ...(anders > 0 ? [aantal(anders, "gewijzigde maand", "gewijzigde maanden")] : []), ...(laat > 0 ? [`${getal(laat)} te laat`] : [])]),
    vervallen: ({ een }: Noem) => `De gemeente neemt de sleutel van deze ${een} niet meer aan. Er is niets verloren; wat wachtte, wacht nog. Vraag het Servicepunt om een nieuwe code en vul die in.`,
    probeer: "Nu opnieuw proberen",
    wachten: (n: number, { een, meer }: Noem) => `Van ${aantal(n, een, meer)} wacht de inzending. Dat gaat vanzelf, zodra het kan.`,
  },
  buiten: {
    titel: "Niet in deze lijst",
    tekst: (namen: string, { een }: Noem) => `Voor ${namen} bent u wel geactiveerd, maar de koppeling van deze lijst noemt deze ${een} niet. Daarvoor wordt hier niets verzonden.`,
    neem: (naam: string) => `${naam} ook meenemen`,
    zonder: (woorden: string, { een }: Noem) => `De lijst noemt ook ${woorden}. Daarvoor is op deze computer geen toegang, dus daarvan wordt niets verzonden. Vul de code van die ${een} in, of een nieuwe code van uw bestuur.`,
    code: "Code van het Servicepunt invullen",
  },
  welke: {
    titel: ({ een }: Noem) => `Van welke ${een} is deze lijst?`,
    uitleg: ({ meer }: Noem) => `U bent geactiveerd voor meer ${meer}, en in deze werkmap staat niet van wie de lijst is.`,
    kolom: ({ meer }: Noem) => `Staan er meer ${meer} in, met een kolom die zegt welke? Wijs dan die kolom aan; de lijst zelf blijft zoals zij is.`,
    wijsAan: "De kolom aanwijzen",
    een: ({ een }: Noem) => `Is de hele lijst van één ${een}? Kies die:`,
    knop: "Deze lijst gebruiken",
    bezig: "Bezig met lezen…",
  },
} as const;

export function oordeelzinnen(oordeel: Bestuursoordeel, totaal: number, naam: Noem): Tweezin {
  switch (oordeel.soort) {
    case "niemand":
      return { titel: t.oordeel.niemand(naam), tekst: t.oordeel.niemandUitleg };
    case "fouten":
      return { titel: t.oordeel.fouten(oordeel.fouten, oordeel.rijen), tekst: oordeel.onbekend ? t.oordeel.onbekend(naam) : t.oordeel.foutenUitleg(oordeel.scholen, naam) };
    case "klaar":
      return { titel: t.oordeel.klaar, tekst: t.oordeel.klaarUitleg(oordeel.scholen, totaal, naam) };
    case "alles-verzonden":
      return { titel: t.oordeel.allesVerzonden, tekst: t.oordeel.allesVerzondenUitleg(naam) };
    case "niet-vergeleken":
      return { titel: t.oordeel.nietVergeleken, tekst: t.oordeel.nietVergelekenUitleg };
  }
}
