import type { Bereikgok } from "../../meldcode/koppeling/voorstel/bereiken";
import type { Veld } from "../../meldcode/veld";
import { kopVan, verplichteVelden, type Vraagstelling } from "../../meldcode/vraagstelling";
import type { Lijstplaats } from "../../workbook/lijstvinden";
import { celadres } from "../../workbook/werkboek";

/** Every Dutch sentence of controleer that is not a finding's own or the reader's (werkmapfout.ts). */
export const GEBRUIK = `Controleert de registratie meldcode in een werkmap, zonder Excel. Er wordt niets gewijzigd en niets verzonden.

  npm run --silent controleer -- BESTAND.xlsx … [opties]

  --blad NAAM             zoek de lijst alleen op dit blad
  --kolommen BESTAND.json welke kop bij welk veld hoort: {"startdatum": "Datum gestart", …}
                          velden: kenmerk, team, startdatum, sisa, consultatie, stap5, einddatum,
                          en wat de gemeente extra vraagt: leeftijdsgroep, geweldsvorm, bekendheid, kinderen
  --koppeling BESTAND.json
                          lees een eigen lijst (.xlsx, .xlsm of .csv) zoals deze koppeling zegt
  --stel-koppeling-voor   stel voor hoe een eigen lijst gelezen kan worden, met wat gevraagd moet worden;
                          met --koppeling erbij wordt gebruikt wat eerder is afgesproken.
                          Bewaar het met --json, vul bij elke vraag "antwoord" in, en geef het bij --koppeling
  --beleid BESTAND.json   beleid van de gemeente, of een deel ervan: {"minimum": 3, "sisaLabel": "…",
                          "extraIndicatoren": [{"indicator": "leeftijdsgroep", "vanaf": "2026-01"}]};
                          "sisaLabel": null als de gemeente het signaal niet vraagt
  --sector SECTOR         sector van de organisatie
  --vanaf JJJJ-MM         eerste maand van de telling (anders de maand van de eerste zaak)
  --tot JJJJ-MM           laatste maand van de telling (anders deze maand)
  --peildatum JJJJ-MM-DD  doe alsof het deze dag is (anders vandaag)
  --minimum K             geen uitsplitsing voor minder dan K zaken (anders volgens het beleid, of 3)
  --json                  JSON: bij één bestand één object, bij meer bestanden een array
  --help                  deze uitleg

Uitkomst (exit code): 0 geen fouten; 1 minstens één fout; 2 geen lijst gevonden, een bestand is niet te lezen of een optie klopt niet.`;

/** Behind each sentence about options stands how to see them all. */
export const OPTIES = {
  geenBestand: "Geef het bestand dat gecontroleerd moet worden.",
  onbekend: (optie: string) => `De optie ${optie} bestaat niet.`,
  zonderWaarde: (optie: string) => `Bij de optie ${optie} hoort een waarde.`,
  metWaarde: (optie: string) => `Bij de optie ${optie} hoort geen waarde.`,
  geenMaand: (optie: string, waarde: string) => `--${optie} ${waarde}: dit is geen maand in de vorm jjjj-mm, van 1990-01 tot en met 2099-12.`,
  volgorde: (vanaf: string, tot: string) => `--vanaf ${vanaf} ligt na --tot ${tot}.`,
  geenDatum: (waarde: string) => `--peildatum ${waarde}: dit is geen bestaande datum in de vorm jjjj-mm-dd.`,
  geenMinimum: (waarde: string) => `--minimum ${waarde}: dit is geen heel getal van 1 tot en met 1000.`,
  geenSector: (waarde: string, sectoren: readonly string[]) => `--sector ${waarde}: deze sector bestaat niet. Kies uit ${sectoren.join(", ")}.`,
  bestandOnleesbaar: (optie: string, naam: string) => `--${optie} ${naam}: dit bestand is er niet of kan niet worden gelezen.`,
  geenJson: (optie: string, naam: string) => `--${optie} ${naam}: dit bestand bevat geen geldige JSON.`,
  verkeerdeInhoud: (optie: string, naam: string, wat: string) => `--${optie} ${naam}: de inhoud klopt niet (${wat}).`,
  koppelingOfKolommen: "De opties --blad en --kolommen gaan niet samen met een koppeling: daarin staat al welk blad en welke kolommen.",
  koppeling: (naam: string, zin: string) => `--koppeling ${naam}: ${zin}`,
  zelfdeKop: (kop: string, naam: string) => `--kolommen ${naam}: de kop ‘${kop}’ is aan twee velden gegeven.`,
} as const;

/** How the columns are called: as the caller says, else as the municipality does. */
interface Koppenkennis {
  readonly koppen: Readonly<Partial<Record<Veld, string>>>;
  readonly vraagstelling: Vraagstelling;
}

/** One sentence each, behind the name of the file. */
export const BESTAND = {
  nietGevonden: "Dit bestand is er niet; controleer de naam en de map.",
  isMap: "Dit is een map, geen werkmap.",
  geenToegang: "Dit bestand mag niet worden gelezen; controleer de rechten, of sluit het programma dat het open heeft.",
  onleesbaar: "Dit bestand kan niet worden gelezen; probeer het opnieuw of kies een kopie.",
  bladOntbreekt: (blad: string, bladen: readonly string[]) => `Er is geen blad ‘${blad}’; de werkmap heeft ${opsomming(bladen.map(citaat))}.`,
  geenLijst: (vraagstelling: Vraagstelling) =>
    `Er is geen lijst gevonden: geen tabel Meldcode en geen rij met de koppen ${opsomming(verplichteVelden(vraagstelling).map((veld) => kopVan(veld, vraagstelling)))}. Heten de kolommen anders? Geef ze op met --kolommen.`,
  meerLijsten: (plaatsen: readonly Lijstplaats[]) => `Er zijn ${plaatsen.length} lijsten gevonden (${opsomming(plaatsen.map(waar))}). Kies een blad met --blad, of noem de tabel die telt Meldcode.`,
  kolomOntbreekt: (plaats: Lijstplaats, velden: readonly Veld[], { koppen, vraagstelling }: Koppenkennis) =>
    `In de lijst (${waar(plaats)}) ${velden.length === 1 ? "ontbreekt de kolom" : "ontbreken de kolommen"} ${opsomming(velden.map((veld) => citaat(koppen[veld] ?? kopVan(veld, vraagstelling))))}. Voeg ${velden.length === 1 ? "die" : "ze"} toe, of geef met --kolommen op hoe ${velden.length === 1 ? "de kolom heet" : "ze heten"}.`,
  kolomDubbel: (plaats: Lijstplaats, veld: Veld, kolommen: readonly number[], { vraagstelling }: Koppenkennis) =>
    `In de lijst (${waar(plaats)}) staat de kolom ${citaat(kopVan(veld, vraagstelling))} ${kolommen.length === 2 ? "twee keer" : `${kolommen.length} keer`}: in ${opsomming(kolommen.map((kolom) => celadres(kolom, plaats.koprij)))}. Hernoem of verwijder wat niet telt, of geef met --kolommen op welke kop telt.`,
  nietBerekend: (cel: string) => `Cel ${cel} bevat een formule zonder uitkomst. Open het bestand in Excel of LibreOffice, bewaar het en controleer opnieuw.`,
  rijenEronder: (plaats: Lijstplaats, eerste: number, aantal: number) =>
    `Onder de tabel ${plaats.tabel} staan ${aantal === 1 ? `in rij ${eerste}` : `in rij ${eerste} tot en met ${eerste + aantal - 1}`} gegevens die niet bij de tabel horen: ze zijn niet gecontroleerd en niet geteld. Maak de tabel langer als ze mee moeten tellen.`,
} as const;

/** The proposal of a mapping, for people. */
export const VOORSTEL = {
  oordeel: (vragen: number) => (vragen === 0 ? "De lijst kan zo worden gelezen; er zijn geen vragen." : `Zo kan de lijst worden gelezen, na ${vragen === 1 ? "één vraag" : `${vragen} vragen`}.`),
  bereik: ({ blad, koprij, koprijen = 1, kolommen, laatsteRij, rijen, zekerheid }: Bereikgok) =>
    [
      `blad ${citaat(blad)}`,
      koprijen === 1 ? `koppen in rij ${koprij}` : `koppen in rij ${koprij - koprijen + 1} tot en met ${koprij}`,
      ...(kolommen === undefined ? [] : [`kolom ${kolommen.replace(":", " tot en met ")}`]),
      ...(laatsteRij === undefined ? [] : [`tot en met rij ${laatsteRij}`]),
      `${rijen} ${rijen === 1 ? "rij" : "rijen"}`,
      procent(zekerheid),
    ].join(", "),
  nietGelezen: (blad: string) => `blad ${citaat(blad)} wordt niet gelezen: daar staat een lijst met andere koppen`,
  kolom: (veld: string, kop: string, kolom: string, zekerheid: number) => `${veld}: kolom ${kolom}, ${citaat(kop)}, ${procent(zekerheid)}`,
  waarde: (veld: string, woord: string, betekenis: string, zekerheid: number) => `${veld}: ${citaat(woord)} is ${betekenis}, ${procent(zekerheid)}`,
  filter: (kop: string, woorden: readonly string[]) => `weggelaten: rijen met ${opsomming(woorden.map(citaat))} in de kolom ${citaat(kop)}`,
} as const;

function procent(zekerheid: number): string {
  return `${Math.round(zekerheid * 100)}% zeker`;
}

export const ONVERWACHT = "Er ging iets mis dat niet had mogen gebeuren. Er is niets gewijzigd of verzonden.";

export function waar({ blad, tabel, koprij }: Lijstplaats): string {
  return tabel === null ? `blad ‘${blad}’, koppen in rij ${koprij}` : `blad ‘${blad}’, tabel ${tabel}`;
}

export function opsomming(delen: readonly string[]): string {
  return delen.length < 2 ? delen.join("") : `${delen.slice(0, -1).join(", ")} en ${delen.at(-1)}`;
}

function citaat(tekst: string): string {
  return `‘${tekst}’`;
}
