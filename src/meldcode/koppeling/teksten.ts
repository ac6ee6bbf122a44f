import type { Bereik } from "./koppeling";

/** Every Dutch sentence about mapping an own list. */
export const TEKSTEN = {
  bladOntbreekt: (blad: string, bladen: readonly string[]) =>
    `De koppeling leest blad "${blad}", maar dat is er niet; de werkmap heeft ${opsomming(bladen.map(citaat))}. Pas in de koppeling de naam van het blad aan.`,
  kolomOntbreekt: (kop: string, { blad, koprij }: Bereik) =>
    `De koppeling leest de kolom "${kop}", maar die staat niet in rij ${koprij} van blad "${blad}". Heet de kolom nu anders, of staan de koppen in een andere rij? Pas dat in de koppeling aan.`,
  kopDubbel: (kop: string, { blad, koprij }: Bereik) =>
    `De kop "${kop}" staat meer dan eens in rij ${koprij} van blad "${blad}". Zet in de koppeling bij "kolom" de letter van de kolom die telt.`,
  hernoemd: (kop: string, wordt: string, kolom: string, blad: string) =>
    `Op blad "${blad}" heet kolom ${kolom} nu "${wordt}" in plaats van "${kop}"; zij is gelezen zoals voorheen. Controleer of dat klopt en pas de koppeling aan.`,
  nieuweWaarde: (woord: string, kop: string, cel: string) =>
    `In de kolom "${kop}" staat een nieuwe waarde: "${woord}" (${cel}). Geef in de koppeling aan wat zij betekent; tot dan wordt zij gelezen zoals zij er staat.`,
  nieuweFilterwaarde: (woord: string, kop: string, cel: string) =>
    `In de kolom "${kop}", waarop rijen worden weggelaten, staat een nieuwe waarde: "${woord}" (${cel}). Deze rijen tellen nu mee. Geef in de koppeling aan of dat klopt.`,
} as const;

export function opsomming(delen: readonly string[]): string {
  return delen.length < 2 ? delen.join("") : `${delen.slice(0, -1).join(", ")} en ${delen.at(-1)}`;
}

export function citaat(tekst: string): string {
  return `"${tekst}"`;
}
