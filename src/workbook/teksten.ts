import type { Werkboekfoutcode } from "./werkboek";

/** What a user reads when the workbook does not answer as hoped: what happened, that nothing is lost, what to do now. */
export const FOUTMELDINGEN: Readonly<Record<Werkboekfoutcode, string>> = {
  "antwoordt-niet":
    "Excel geeft geen antwoord. Uw lijst is niet gewijzigd of verloren. Staat er nog een cel open of een venster van Excel voor? Sluit dat en probeer het opnieuw; helpt dat niet, open de werkmap dan opnieuw.",
  "cel-in-bewerking": "Er staat nog een cel open. Er is niets verloren. Druk op Enter om de invoer te bewaren (of op Esc) en probeer het opnieuw.",
  beveiligd:
    "Het blad of de werkmap is beveiligd, dus hier kan niets worden ingevuld. De lijst is niet gewijzigd. Hef in Excel de beveiliging op (Controleren, Beveiliging blad opheffen) of vraag dat aan wie het beveiligde, en probeer het opnieuw.",
  "lijst-verdwenen":
    "De lijst staat niet meer waar zij stond: de tabel of het blad is verwijderd of verplaatst. Wat eerder is verzonden, is niet verloren. Maak de verwijdering ongedaan (Ctrl+Z) of controleer opnieuw.",
  "te-groot": "De lijst is te groot om in één keer te lezen. Er is niets gewijzigd of verloren. Verwijder lege rijen onder aan de tabel, of begin een nieuwe werkmap voor de volgende jaren.",
  "geen-excel": "Dit venster staat niet in Excel, dus er is geen lijst om te lezen. Er is niets verloren. Open de werkmap in Excel en start de invoegtoepassing daar.",
  "niet-bewaard": "Het bestand is nog niet bewaard. Er is niets verloren zolang deze pagina openstaat. Kies Bestand bewaren.",
  onbekend: "Excel kon dit niet uitvoeren. Uw lijst is niet verloren. Probeer het opnieuw; gebeurt het weer, open de werkmap dan opnieuw.",
};

/** With Excel's own code behind it, for whoever is asked for help. Only the code: Excel's message may hold what is in a cell. */
export function onbekendeFout(excelcode: string): string {
  return `${FOUTMELDINGEN.onbekend} (Code van Excel: ${excelcode}.)`;
}

/** Why the sheet Koppeling cannot be read. Each names the row; the list itself was not touched. */
const HERSTEL = "Uw lijst is niet gewijzigd. Verbeter deze rij, of maak de koppeling opnieuw.";
export const KOPPELINGBLADFOUTEN = {
  onderdeel: (rij: number, tekst: string, mogelijk: readonly string[]) => `Op het blad Koppeling staat in rij ${rij} bij Onderdeel "${tekst}"; dat moet een van deze zijn: ${mogelijk.join(", ")}. ${HERSTEL}`,
  veld: (rij: number, tekst: string, mogelijk: readonly string[]) => `Op het blad Koppeling staat in rij ${rij} bij Veld "${tekst}"; dat moet een van deze zijn: ${mogelijk.join(", ")}. ${HERSTEL}`,
  betekenis: (rij: number, tekst: string, mogelijk: readonly string[]) => `Op het blad Koppeling staat in rij ${rij} bij Betekent "${tekst}"; dat moet een van deze zijn: ${mogelijk.join(", ")}. ${HERSTEL}`,
  letter: (rij: number, tekst: string) => `Op het blad Koppeling staat in rij ${rij} bij Letter "${tekst}"; dat is geen kolom, zoals C, of (bij een blad) kolommen, zoals B:H. ${HERSTEL}`,
  koprij: (rij: number, tekst: string) => `Op het blad Koppeling staat in rij ${rij} bij Betekent "${tekst}"; daar hoort te staan in welke rij de koppen staan, zoals "koppen in rij 3". ${HERSTEL}`,
  woord: (rij: number) => `Op het blad Koppeling ontbreekt in rij ${rij} bij "In uw lijst" het woord waar het om gaat. ${HERSTEL}`,
  kolom: (rij: number, veld: string) => `Op het blad Koppeling hoort rij ${rij} bij een kolom van ${veld} die er niet staat: kop en letter moeten dezelfde zijn als in de rij van die kolom. ${HERSTEL}`,
  organisatie: (rij: number, tekst: string) => `Op het blad Koppeling staat in rij ${rij} bij Betekent "${tekst}"; daar hoort het nummer van een organisatie te staan, zoals ORG-7K3M-Q2XA. ${HERSTEL}`,
  pastNiet: (rij: number, onderdeel: string, veld: string) => `Op het blad Koppeling staat in rij ${rij} "${onderdeel}" bij ${veld}, maar dat kan daar niet. ${HERSTEL}`,
  teVeel: (rij: number, veld: string, meeste: number) => `Op het blad Koppeling staat in rij ${rij} een kolom te veel: ${veld} kan uit ${meeste === 1 ? "één kolom" : `${meeste} kolommen`} worden gelezen. ${HERSTEL}`,
  onvolledig: "Op het blad Koppeling ontbreekt een rij: er moet ten minste één blad en een kolom voor de startdatum staan. Uw lijst is niet gewijzigd. Vul de rij aan, of maak de koppeling opnieuw.",
} as const;
