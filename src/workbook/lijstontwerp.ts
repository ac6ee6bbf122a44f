import { INDICATORWAARDEN } from "../meldcode/indicator";
import { SYNONIEMEN } from "../meldcode/lezen/keuzes";
import { KOPPEN, type Veld } from "../meldcode/veld";
import { kopVan, type Vraagstelling } from "../meldcode/vraagstelling";
import { CONSULTATIE, SISA, STAP5 } from "../meldcode/zaak";
import { leesvelden } from "./leesvelden";

/**
 * What a list that we make looks like: the one source for the office.js adapter, the ready-made .xlsx and the web page.
 * Which columns it has, the municipality decides. Only definitions; who makes the list decides how.
 */
export const LIJSTNAAM = "Meldcode";
export const LIJSTENBLAD = "Lijsten";

/** Sheet row of the header. */
export const KOPRIJ = 1;
/** How far down drop-downs, input messages and marks reach: years of a busy organisation. One rule each, whatever the length. */
export const LAATSTE_RIJ_MET_REGELS = 20_000;
/** How far down number formats reach: each cell is kept in the file. A table that grows takes them along from the row above. */
export const LAATSTE_RIJ_MET_NOTATIE = 2_000;

/** As Excel's own format code; a Dutch Excel shows dd-mm-jjjj (office-js #2520: never a localised pattern). */
export const DATUMNOTATIE = "dd-mm-yyyy";
const TEKSTNOTATIE = "@";

/** Fields with a drop-down. A number of children is typed. */
export type Keuzeveld = "sisa" | "consultatie" | "stap5" | "leeftijdsgroep" | "geweldsvorm" | "bekendheid";

interface Woordenlijst {
  /** The values themselves, in the order of the drop-down. */
  readonly keuzes: readonly string[];
  /** Every word that is understood: the values and their synonyms, each with and without a dot behind it. */
  readonly woorden: readonly string[];
}

/** What may be chosen for a field, and what is understood. */
export function woordenlijst(veld: Keuzeveld): Woordenlijst {
  const keuzes: readonly string[] = Object.values(WAARDEN[veld]);
  return { keuzes, woorden: [...keuzes, ...Object.values(SYNONIEMEN[veld]).flat()].flatMap((woord) => [woord, woord.endsWith(".") ? woord.slice(0, -1) : `${woord}.`]) };
}

const WAARDEN = { ...INDICATORWAARDEN, sisa: SISA, consultatie: CONSULTATIE, stap5: STAP5 } as const;

/** What may be typed in a column. A drop-down never refuses: synonyms are understood, and our own check decides (office-js #2128, #2594). */
export type Invoer =
  | { readonly soort: "vrij" }
  | { readonly soort: "datum" }
  | { readonly soort: "aantal" }
  | { readonly soort: "keuze"; readonly veld: Keuzeveld };

export interface Lijstkolom {
  readonly veld: Veld;
  readonly kop: string;
  /** Wide enough for the bold header beside the filter button. In characters of the standard font, as .xlsx counts; see breedteInPunten. */
  readonly breedte: number;
  readonly notatie: string;
  readonly invoer: Invoer;
  /** Shown by Excel when the cell is selected: title at most 32 characters, text at most 255. */
  readonly uitleg: { readonly titel: string; readonly tekst: string };
}

const OPMAAK = {
  kenmerk: { breedte: 22, notatie: TEKSTNOTATIE, invoer: { soort: "vrij" } },
  team: { breedte: 18, notatie: TEKSTNOTATIE, invoer: { soort: "vrij" } },
  startdatum: { breedte: 17, notatie: DATUMNOTATIE, invoer: { soort: "datum" } },
  sisa: { breedte: 19, notatie: "General", invoer: { soort: "keuze", veld: "sisa" } },
  consultatie: { breedte: 19, notatie: "General", invoer: { soort: "keuze", veld: "consultatie" } },
  stap5: { breedte: 19, notatie: "General", invoer: { soort: "keuze", veld: "stap5" } },
  einddatum: { breedte: 17, notatie: DATUMNOTATIE, invoer: { soort: "datum" } },
  leeftijdsgroep: { breedte: 21, notatie: "General", invoer: { soort: "keuze", veld: "leeftijdsgroep" } },
  geweldsvorm: { breedte: 23, notatie: "General", invoer: { soort: "keuze", veld: "geweldsvorm" } },
  bekendheid: { breedte: 23, notatie: "General", invoer: { soort: "keuze", veld: "bekendheid" } },
  kinderen: { breedte: 22, notatie: "General", invoer: { soort: "aantal" } },
} as const satisfies Record<Veld, Pick<Lijstkolom, "breedte" | "notatie" | "invoer">>;

/** The why on the spot: what the column is for, and what becomes of it. */
const UITLEG = {
  kenmerk: "Uw eigen verwijzing, om de zaak terug te vinden. Blijft in deze werkmap en wordt nooit verzonden. Zet hier geen naam, BSN, telefoonnummer of e-mailadres.",
  team: "Mag leeg blijven. Handig voor uw eigen overzicht per team; blijft in deze werkmap en wordt nooit verzonden.",
  startdatum: "De dag waarop de meldcode is gestart (stap 1). Alleen het aantal per maand gaat naar het Servicepunt, nooit de datum zelf.",
  sisa: "Is een SISA-signaal afgegeven? N.v.t. als niemand van 0 tot en met 22 jaar betrokken is op de startdatum. Leeg mag zolang de zaak loopt. Zo ziet het Servicepunt hoe vaak het signaal meeloopt.",
  consultatie: "Met wie is overlegd (stap 2)? Extern is Veilig Thuis of een andere deskundige van buiten uw organisatie. Leeg mag zolang de zaak loopt.",
  stap5: "Hoe eindigde de afweging? Sinds 2019 zijn dit twee beslissingen: is melden bij Veilig Thuis nodig, en is hulp (ook) mogelijk? Leeg is nog niet besloten.",
  einddatum: "De dag waarop de meldcode is afgesloten. Leeg is nog open. Later invullen of wijzigen mag altijd: bij de volgende verzending wordt dat een correctie.",
  leeftijdsgroep: "Hoe oud is de jongste die betrokken is, op de startdatum? Alleen hoe vaak elke groep voorkomt gaat naar het Servicepunt, nooit een leeftijd of geboortedatum. Leeg is onbekend.",
  geweldsvorm: "Om welke vorm van geweld gaat het? Spelen er meer, kies dan Meer dan één vorm. Alleen hoe vaak elke vorm voorkomt gaat naar het Servicepunt. Leeg is onbekend.",
  bekendheid: "Was geweld in dit gezin al bij uw organisatie bekend, voordat u nu de meldcode startte? Alleen hoe vaak elk antwoord voorkomt gaat naar het Servicepunt. Leeg is onbekend.",
  kinderen: "Hoeveel kinderen zijn betrokken? Een getal, 0 als het er geen zijn. Alleen hoe vaak elk aantal voorkomt gaat naar het Servicepunt. Leeg is onbekend.",
} as const satisfies Record<Veld, string>;

/** What Excel takes of an input message. */
const LANGSTE_TITEL = 32;
const LANGSTE_TEKST = 255;
const BREEDSTE_KOLOM = 60;

/** A list as this municipality asks it. */
export interface Lijstontwerp {
  readonly kolommen: readonly Lijstkolom[];
  /** The columns of the sheet Lijsten, from A on: first the choices of each field, then the words that are understood. Written as text. */
  readonly lijsten: readonly Lijstenkolom[];
}

/** `velden`: of a list that exists already, the columns that it gets beside its own. */
export function lijstontwerp(vraagstelling: Vraagstelling, velden: readonly Veld[] = leesvelden(vraagstelling)): Lijstontwerp {
  const kolommen = velden.map((veld): Lijstkolom => {
    const kop = kopVan(veld, vraagstelling);
    const breedte = kop === KOPPEN[veld] ? OPMAAK[veld].breedte : Math.min(BREEDSTE_KOLOM, Math.max(OPMAAK[veld].breedte, Math.ceil(kop.length * 1.2 + 3)));
    const tekst = veld === "sisa" ? UITLEG.sisa.replaceAll(KOPPEN.sisa, kop) : UITLEG[veld];
    return { veld, kop, ...OPMAAK[veld], breedte, uitleg: { titel: ingekort(kop), tekst: inHeleZinnen(tekst) } };
  });
  const keuzevelden = kolommen.flatMap(({ kop, invoer }) => (invoer.soort === "keuze" ? [{ kop, ...woordenlijst(invoer.veld), veld: invoer.veld }] : []));
  const lijsten = [
    ...keuzevelden.map(({ veld, kop, keuzes }) => ({ veld, soort: "keuzes" as const, kop: `${kop}: keuzes`, woorden: keuzes })),
    ...keuzevelden.map(({ veld, kop, woorden }) => ({ veld, soort: "woorden" as const, kop: `${kop}: wordt ook begrepen`, woorden })),
  ];
  return { kolommen, lijsten };
}

function ingekort(titel: string): string {
  return titel.length > LANGSTE_TITEL ? `${titel.slice(0, LANGSTE_TITEL - 1)}…` : titel;
}

/** As many sentences as fit. */
function inHeleZinnen(tekst: string): string {
  return tekst.length > LANGSTE_TEKST ? tekst.slice(0, tekst.lastIndexOf(". ", LANGSTE_TEKST - 1) + 1) : tekst;
}

/** Said when something else is typed than the column expects; the user may go on. Text at most 225 characters. */
export const INVOERMELDING = {
  datum: { titel: "Is dit een datum?", tekst: "Hier hoort een datum tussen 1-1-1990 en vandaag, bijvoorbeeld 3-4-2026. Het taakvenster laat zien of de datum is begrepen." },
  aantal: { titel: "Is dit een aantal?", tekst: "Hier hoort een heel getal, 0 of meer. Het taakvenster laat zien of het is begrepen." },
  keuze: { titel: "Niet uit de keuzelijst", tekst: "Deze waarde staat niet in de keuzelijst. Het taakvenster laat zien of zij toch is begrepen, en zet haar zo nodig om." },
} as const;

/** One column of the sheet Lijsten; its first row is the header. */
export interface Lijstenkolom {
  readonly veld: Keuzeveld;
  readonly soort: "keuzes" | "woorden";
  readonly kop: string;
  readonly woorden: readonly string[];
}

/** What stands in A1 says that it is such a sheet. */
export function isLijstenkop(kop: unknown): boolean {
  return typeof kop === "string" && kop.endsWith(": keuzes");
}

/**
 * Absolute reference to the choices of a field, e.g. 'Lijsten'!$A$2:$A$4, or to the words that are understood for it. A list given as text
 * takes commas only, so it is a range (office-js #2594).
 */
export function lijstbereik(soort: Lijstenkolom["soort"], veld: Keuzeveld, { lijsten }: Lijstontwerp, lijstenblad: string): string {
  const kolom = lijsten.findIndex((lijst) => lijst.soort === soort && lijst.veld === veld);
  return bereik(kolom, lijsten[kolom]?.woorden.length ?? 0, lijstenblad);
}

function bereik(kolom: number, aantal: number, blad: string): string {
  const letter = kolomletter(kolom);
  return `${bladverwijzing(blad)}!$${letter}$2:$${letter}$${aantal + 1}`;
}

/** Column letter in a list as we make it: 0 is A. Only for our own few columns. */
export function kolomletter(kolom: number): string {
  return String.fromCharCode(65 + kolom);
}

/** 'Sheet name' as a formula wants it; an apostrophe is doubled. */
export function bladverwijzing(blad: string): string {
  return `'${blad.replaceAll("'", "''")}'`;
}

/** Excel's API wants points: a character of the standard font is 7 pixels, a cell has 5 pixels padding, a pixel is ¾ point. */
export function breedteInPunten(tekens: number): number {
  return (tekens * 7 + 5) * 0.75;
}

/** "Meldcode", or "Meldcode 2", "Meldcode 3"… when that name is in use (in any case): what is there is never overwritten. */
export function vrijeNaam(gewenst: string, bezet: readonly string[], scheiding: " " | "_"): string {
  const inGebruik = new Set(bezet.map((naam) => naam.toLowerCase()));
  let naam = gewenst;
  for (let n = 2; inGebruik.has(naam.toLowerCase()); n++) naam = `${gewenst}${scheiding}${n}`;
  return naam;
}
