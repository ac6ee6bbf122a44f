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
