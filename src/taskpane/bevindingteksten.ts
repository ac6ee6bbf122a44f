import type { Bevindingcode } from "../meldcode/bevinding";
import type { Tweezin } from "./teksten";

/** A title for a group of findings, and what the help says about it. */
export const bevindingteksten: Record<Bevindingcode, Tweezin> = {
  "startdatum-ontbreekt": { titel: "Startdatum ontbreekt", tekst: "Er staat iets in de rij, maar geen startdatum. Zonder startdatum is niet te zien in welke maand de zaak telt." },
  "startdatum-ongeldig": { titel: "Startdatum is geen datum", tekst: "Schrijf de dag eerst, met een jaartal van vier cijfers: 3-4-2026." },
  "einddatum-ongeldig": { titel: "Einddatum is geen datum", tekst: "Schrijf de dag eerst, met een jaartal van vier cijfers: 3-4-2026." },
  "startdatum-in-toekomst": { titel: "Startdatum ligt in de toekomst", tekst: "De meldcode kan niet na vandaag gestart zijn." },
  "einddatum-in-toekomst": { titel: "Einddatum ligt in de toekomst", tekst: "Laat de einddatum leeg tot de meldcode is afgesloten." },
  "einddatum-voor-startdatum": { titel: "Einddatum ligt vóór de startdatum", tekst: "Een van beide datums klopt niet." },
  "sisa-ontbreekt": { titel: "SISA-signaal ontbreekt", tekst: "Er is al een uitkomst of einddatum, dus ook het SISA-signaal is bekend. Gaat het niet om iemand van 0 tot en met 22 jaar, kies dan N.v.t." },
  "consultatie-ontbreekt": { titel: "Consultatie ontbreekt", tekst: "Er is al een uitkomst of einddatum, dus stap 2 is gezet. Kies Geen als er niemand is geraadpleegd." },
  "sisa-ongeldig": { titel: "SISA-signaal niet begrepen", tekst: "Kies Ja, Nee of N.v.t." },
  "consultatie-ongeldig": { titel: "Consultatie niet begrepen", tekst: "Kies Geen, Intern, Extern of Intern en extern. Extern is Veilig Thuis of een deskundige van buiten." },
  "stap5-ongeldig": { titel: "Stap 5 niet begrepen", tekst: "Kies Hulp, Melding, Hulp en melding of Geen van beide." },
  "stap5-ontbreekt": { titel: "Stap 5 ontbreekt", tekst: "Er is een einddatum, dus er is ook een besluit genomen." },
  "einddatum-ontbreekt": { titel: "Einddatum ontbreekt", tekst: "Er is een uitkomst, maar geen einddatum: de zaak telt als niet afgesloten." },
  "startdatum-voor-wet": { titel: "Startdatum ligt vóór de wet", tekst: "De Wet verplichte meldcode begon op 1 juli 2013. Klopt het jaartal?" },
  "stap5-beide-voor-2019": { titel: "Hulp en melding vóór 2019", tekst: "Voor 1 januari 2019 was stap 5 het een of het ander." },
  "sisa-niet-afgegeven": { titel: "Geen SISA-signaal afgegeven", tekst: "Wie de meldcode start, geeft altijd een SISA-signaal af." },
  "consultatie-extern-verwacht": { titel: "Niemand van buiten geraadpleegd", tekst: "In de gezondheidszorg vraagt stap 2 om Veilig Thuis te raadplegen." },
  "doorlooptijd-lang": { titel: "Lange doorlooptijd", tekst: "Er zit meer dan een jaar tussen start en einde. Klopt het jaartal?" },
  "kenmerk-dubbel": { titel: "Kenmerk komt vaker voor", tekst: "Hetzelfde kenmerk staat in een andere rij. Is dit dezelfde zaak, haal dan een van beide weg." },
  "persoonsgegeven-in-kenmerk": { titel: "Persoonsgegeven in kenmerk", tekst: "Het kenmerk lijkt een BSN, e-mailadres of telefoonnummer te bevatten. Het wordt nooit verzonden; een eigen nummer is veiliger." },
  "sisa-nog-open": { titel: "SISA-signaal nog open", tekst: "De zaak loopt. Vul dit in zodra het bekend is." },
  "consultatie-nog-open": { titel: "Consultatie nog open", tekst: "De zaak loopt. Vul dit in zodra het bekend is." },
  "lang-open": { titel: "Staat al lang open", tekst: "De start is meer dan 91 dagen geleden. Is de zaak intussen afgesloten?" },
  "datum-als-tekst": { titel: "Datum staat er als tekst", tekst: "De datum is begrepen. Een echte datum sorteert beter." },
  "waarde-anders-geschreven": { titel: "Antwoord anders geschreven", tekst: "Het antwoord is begrepen. De vaste schrijfwijze houdt de lijst gelijk." },
};
