import type { Bereik } from "./koppeling";

/** Every Dutch sentence about mapping an own list. */
export const TEKSTEN = {
  bladOntbreekt: (blad: string, bladen: readonly string[], nu: string | null) =>
    `De koppeling leest blad ‘${blad}’, maar dat is er niet; ${nu === null ? `de werkmap heeft ${opsomming(bladen.map(citaat))}` : `wel is er ${citaat(nu)}`}. Pas in de koppeling de naam van het blad aan.`,
  nieuwBlad: (blad: string) =>
    `Blad ‘${blad}’ heeft dezelfde koppen als de lijst, maar staat niet in de koppeling en is dus niet meegeteld. Stel de koppeling opnieuw voor, of voeg het blad eraan toe.`,
  bladOnleesbaar: (blad: string) =>
    `Blad ‘${blad}’ is beschadigd en kan niet worden gelezen. Het staat niet in de koppeling; de lijst zelf is wel gelezen.`,
  rijenEronder: (blad: string, rij: number, laatste: number) =>
    `Op blad ‘${blad}’ staan onder rij ${laatste}, de laatste die de koppeling leest, nog datums in de kolom van de startdatum (vanaf rij ${rij}). Die rijen zijn niet meegeteld. Pas in de koppeling de laatste rij aan.`,
  kolomOntbreekt: (kop: string, { blad, koprij }: Bereik) =>
    `De koppeling leest de kolom ‘${kop}’, maar die staat niet in rij ${koprij} van blad ‘${blad}’. Heet de kolom nu anders, of staan de koppen in een andere rij? Pas dat in de koppeling aan.`,
  kopDubbel: (kop: string, { blad, koprij }: Bereik) =>
    `De kop ‘${kop}’ staat meer dan eens in rij ${koprij} van blad ‘${blad}’. Zet in de koppeling bij "kolom" de letter van de kolom die telt.`,
  hernoemd: (kop: string, wordt: string, kolom: string, bladen: readonly string[]) =>
    `Op ${bladen.length === 1 ? "blad" : "de bladen"} ${opsomming(bladen.map(citaat))} heet kolom ${kolom} nu ‘${wordt}’ in plaats van ‘${kop}’; zij is gelezen zoals voorheen. Controleer of dat klopt en pas de koppeling aan.`,
  nieuweWaarde: (woord: string, kop: string, cel: string) =>
    `In de kolom ‘${kop}’ staat een nieuwe waarde: ‘${woord}’ (${cel}). Geef in de koppeling aan wat zij betekent; tot dan wordt zij gelezen zoals zij er staat.`,
  nieuweFilterwaarde: (woord: string, kop: string, cel: string) =>
    `In de kolom ‘${kop}’, waarop rijen worden weggelaten, staat een nieuwe waarde: ‘${woord}’ (${cel}). Deze rijen tellen nu mee. Geef in de koppeling aan of dat klopt.`,
  geenLijst: "Er is geen lijst herkend: geen rij met koppen boven rijen met datums op een zichtbaar blad. Zet boven elke kolom een kop en probeer het opnieuw; er is niets gewijzigd.",
  vragenOpen: (aantal: number, eerste: string) => `Het voorstel heeft nog ${aantal === 1 ? "een vraag" : `${aantal} vragen`} zonder antwoord. Vul bij elke vraag "antwoord" in. De eerste: ${eerste}`,
  geenStartdatum: "Zonder kolom met de startdatum kan de lijst niet worden geteld. Kies die kolom, of voeg haar toe aan de lijst.",
  antwoordPastNiet: (zin: string) => `Dit antwoord past niet bij de vraag ‘${zin}’`,
} as const;

/** What is asked, beside the choices and the examples. */
export const VRAGEN = {
  kolomOntbreekt: (veld: string) => `Deze lijst heeft geen kolom die ${citaat(veld)} lijkt te zijn. Staat het toch ergens? Kies die kolom, of geef aan dat de lijst dit niet heeft.`,
  kolomOnzeker: (veld: string, kop: string, kolom: string) => `Welke kolom is ${citaat(veld)}? Misschien ${kop === "" ? `kolom ${kolom}, die geen kop heeft` : citaat(kop)}, maar dat is niet zeker.`,
  kolomOpBlad: (veld: string, blad: string) => `Op blad ${citaat(blad)} staan andere koppen. Welke kolom is daar ${citaat(veld)}? Staat het er niet, dan wordt dat blad niet gelezen.`,
  waarden: (veld: string, kop: string, woorden: readonly string[]) => `Wat betekenen deze woorden in de kolom ${citaat(kop)} bij ${citaat(veld)}: ${opsomming(woorden.map(citaat))}?`,
  leeg: (veld: string, aantal: number) => `Bij ${aantal} afgesloten zaken is ${citaat(veld)} leeg. Wat betekent een lege cel?`,
  leegNaast: (een: string, twee: string) => `Wat betekent een lege cel in de kolommen ${citaat(een)} en ${citaat(twee)} als de andere is ingevuld?`,
  filter: (kop: string) => `Zijn alle rijen zaken van de meldcode? In de kolom ${citaat(kop)} staan verschillende soorten. Welke laten we weg?`,
  leeftijd: (kop: string, aantal: number, sisaNaam: string) => `Bij ${aantal === 1 ? "1 zaak" : `${aantal} zaken`} zonder ${sisaNaam} is volgens de kolom ${citaat(kop)} niemand van 0 tot en met 22 jaar. Is het daar N.v.t.?`,
  zelfdeZaak: (aantal: number) => `${aantal === 1 ? "Eén zaak staat" : `${aantal} zaken staan`} met hetzelfde kenmerk en dezelfde startdatum ook op een volgend blad. Is dat telkens dezelfde zaak?`,
  organisatie: (kop: string, woorden: readonly string[]) => `Welke organisatie is bedoeld met ${opsomming(woorden.map(citaat))} in de kolom ${citaat(kop)}?`,
  blad: (bladen: readonly string[]) => `Hoort ${opsomming(bladen.map((blad) => `blad ${citaat(blad)}`))} bij de lijst?`,
} as const;

export function opsomming(delen: readonly string[]): string {
  return delen.length < 2 ? delen.join("") : `${delen.slice(0, -1).join(", ")} en ${delen.at(-1)}`;
}

export function citaat(tekst: string): string {
  return `‘${tekst}’`;
}
