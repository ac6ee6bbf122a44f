import { SYNONIEMEN } from "../meldcode/lezen/keuzes";
import { KOPPEN, BASISVELDEN, type Veld } from "../meldcode/veld";
import { CONSULTATIE, SISA, STAP5 } from "../meldcode/zaak";

/**
 * What a list that we make looks like: the one source for the office.js adapter, the ready-made .xlsx and the web page.
 * Only definitions; who makes the list decides how.
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

export const KEUZEVELDEN = ["sisa", "consultatie", "stap5"] as const satisfies readonly Veld[];
export type Keuzeveld = (typeof KEUZEVELDEN)[number];

/** The values themselves, in the order of the drop-down. */
export const KEUZES: Readonly<Record<Keuzeveld, readonly string[]>> = {
  sisa: Object.values(SISA),
  consultatie: Object.values(CONSULTATIE),
  stap5: Object.values(STAP5),
};

/** Every word that is understood: the values and their synonyms, each with and without a dot behind it. */
export const WOORDEN: Readonly<Record<Keuzeveld, readonly string[]>> = {
  sisa: metEnZonderPunt([...KEUZES.sisa, ...Object.values(SYNONIEMEN.sisa).flat()]),
  consultatie: metEnZonderPunt([...KEUZES.consultatie, ...Object.values(SYNONIEMEN.consultatie).flat()]),
  stap5: metEnZonderPunt([...KEUZES.stap5, ...Object.values(SYNONIEMEN.stap5).flat()]),
};

function metEnZonderPunt(woorden: readonly string[]): readonly string[] {
  return woorden.flatMap((woord) => [woord, woord.endsWith(".") ? woord.slice(0, -1) : `${woord}.`]);
}

/** What may be typed in a column. A drop-down never refuses: synonyms are understood, and our own check decides (office-js #2128, #2594). */
export type Invoer =
  | { readonly soort: "vrij" }
  | { readonly soort: "datum" }
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
} as const satisfies Record<Veld, string>;

export const LIJSTKOLOMMEN: readonly Lijstkolom[] = BASISVELDEN.map((veld) => ({
  veld,
  kop: KOPPEN[veld],
  ...OPMAAK[veld],
  uitleg: { titel: KOPPEN[veld], tekst: UITLEG[veld] },
}));

/** Said when something else is typed than the column expects; the user may go on. Text at most 225 characters. */
export const INVOERMELDING = {
  datum: { titel: "Is dit een datum?", tekst: "Hier hoort een datum tussen 1-1-1990 en vandaag, bijvoorbeeld 3-4-2026. Het taakvenster laat zien of de datum is begrepen." },
  keuze: { titel: "Niet uit de keuzelijst", tekst: "Deze waarde staat niet in de keuzelijst. Het taakvenster laat zien of zij toch is begrepen, en zet haar zo nodig om." },
} as const;

/** One column of the sheet Lijsten; its first row is the header. */
export interface Lijstenkolom {
  readonly kop: string;
  readonly woorden: readonly string[];
}

/** The columns of the sheet Lijsten, from A on: first the choices of each field, then the words that are understood. Written as text. */
export const LIJSTENKOLOMMEN: readonly Lijstenkolom[] = [
  ...KEUZEVELDEN.map((veld) => ({ kop: `${KOPPEN[veld]}: keuzes`, woorden: KEUZES[veld] })),
  ...KEUZEVELDEN.map((veld) => ({ kop: `${KOPPEN[veld]}: wordt ook begrepen`, woorden: WOORDEN[veld] })),
];

/** Absolute reference to the choices of a field, e.g. 'Lijsten'!$A$2:$A$4. A list given as text takes commas only, so it is a range (office-js #2594). */
export function keuzebereik(veld: Keuzeveld, lijstenblad: string): string {
  return bereik(KEUZEVELDEN.indexOf(veld), KEUZES[veld].length, lijstenblad);
}

/** Absolute reference to the words that are understood for a field. */
export function woordenbereik(veld: Keuzeveld, lijstenblad: string): string {
  return bereik(KEUZEVELDEN.length + KEUZEVELDEN.indexOf(veld), WOORDEN[veld].length, lijstenblad);
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
