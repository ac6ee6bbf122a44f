import { type Indicator, isIndicator } from "../../indicator";
import { kopsleutel, veldVoorKop } from "../../lezen/koppen";
import { normaliseer } from "../../lezen/tekst";
import { BASISVELDEN, VELDEN, VERPLICHTE_VELDEN, type Veld } from "../../veld";
import { isGevraagd, STANDAARDVRAAGSTELLING, type Vraagstelling } from "../../vraagstelling";
import type { Keuzeveld } from "../koppeling";
import { LEZERS } from "../keuzes";
import { type Kolom, isJa, isJaNee } from "./kolommen";
import { hoortBij } from "./woorden";

/** From here on a guess is made without asking. */
export const ZEKER = 0.8;
/** No choice is written in more ways than this. */
const MEESTE_WOORDEN = 100;
/** More words than this are no own names for a handful of values. */
const MEESTE_EIGEN_WOORDEN = 12;
/** From here on it is worth a question, where a list may well do without the column. */
export const AANNEMELIJK = 0.5;
/** Below this it is no guess. */
const KANSLOOS = 0.3;

/** What headers hint at, beside those that veldVoorKop knows for certain. The first that fits counts. */
const WIJZERS: Readonly<Record<Veld, readonly (readonly [RegExp, number])[]>> = {
  // Not what belongs to a person, a place or the signal.
  kenmerk: [[/postcode|huisnummer|kamer|telefoon|\btel\b|mobiel|bsn|burgerservice|sisa/, 0], [/kenmerk|nummer|nr\b|code|casus|dossier|zaak/, 0.8]],
  team: [[/\bteam\b|afdeling|locatie|vestiging/, 0.8]],
  // Nothing else may begin or end: a "start hulpverlening" is not the start of the meldcode.
  startdatum: [[/^(?=.*(start|begin|begonnen|aanvang|stap 1\b))(start|begin|begonnen|aanvang|gestart|datum|meldcode|casus|zaak|stap 1|op|van|de|d\.?d\.?| )+$/, 0.9], [/start|begin|begonnen|aanvang|datum|\bdag\b|wanneer|gestart|stap 1\b/, 0.5]],
  sisa: [[/\bsisa\b/, 0.95], [/verwijsindex|\bvir\b|signaal/, 0.5]],
  consultatie: [[/consult(?!atiebureau)|\bstap 2\b/, 0.9], [/overleg|geraadpleegd|advies|besproken/, 0.5]],
  stap5: [[/\bstap ?5\b/, 0.95], [/besluit|beslissing|uitkomst|afweging|vervolg|resultaat|actie|afloop|afhandeling/, 0.55]],
  einddatum: [[/^(?=.*(eind|afge|afsl|afro|afha|sluiting|gesloten|dicht|klaar|gereed))(einde?|afgesloten|afgerond|afgehandeld|afsluiting|afsluit|afronding|afhandeling|gesloten|sluiting|dicht|klaar|gereed|datum|meldcode|casus|zaak|dossier|op|van|de|d\.?d\.?| )+$/, 0.9], [/eind|afgesloten|afgerond|afsluit|gesloten|\bdicht\b|klaar|gereed|datum/, 0.5]],
  leeftijdsgroep: [[/^leeftijds?(groep|categorie|klasse)\b/, 0.9], [/leeftijd|^lft$/, 0.6]],
  geweldsvorm: [[/(vorm|soort|type|aard).*(geweld|mishandeling)|(geweld|mishandeling)s?(vorm|soort|type)/, 0.9], [/geweld|mishandeling|\b(vorm|soort|type|aard)\b/, 0.5]],
  bekendheid: [[/nieuw.*bekend|bekend.*nieuw/, 0.9], [/bekend|\bnieuw\b/, 0.6]],
  kinderen: [[/aantal .*kinderen|kinderen.*aantal/, 0.9], [/kinderen/, 0.6]],
};

/** How much a header alone looks like one of a list of cases, 0 to 1. */
export function kopwijzing(kop: string): number {
  return Math.max(...BASISVELDEN.map((veld) => naarKop(veld, kop, STANDAARDVRAAGSTELLING)));
}

/** How many of the fields that a list cannot do without its headers name together, each as surely as the best of them. */
export function kopdekking(koppen: readonly string[]): number {
  return VERPLICHTE_VELDEN.reduce((som, veld) => som + Math.max(0, ...koppen.map((kop) => naarKop(veld, kop, STANDAARDVRAAGSTELLING))), 0);
}

function naarKop(veld: Veld, kop: string, vraagstelling: Vraagstelling): number {
  const genoemd = veldVoorKop(kop, vraagstelling);
  if (genoemd !== null) return genoemd === veld ? 0.98 : 0;
  // With what stands in brackets: there it often says which.
  const tekst = normaliseer(kop).replace(/[-_:]/g, " ");
  return WIJZERS[veld].find(([patroon]) => patroon.test(tekst))?.[1] ?? 0;
}

/** How sure it is that a column holds a field: by its header, and by what stands in it. */
export function kans(veld: Veld, kolom: Kolom, vraagstelling: Vraagstelling): number {
  const kop = naarKop(veld, kolom.kop, vraagstelling);
  const { datums, woorden, cellen } = kolom;
  switch (veld) {
    case "startdatum":
    case "einddatum":
      // An empty column of end dates is possible, one of start dates is not.
      return datums >= 0.6 || (veld === "einddatum" && kop >= ZEKER && (cellen.length === 0 || datums > 0.2)) ? kop : 0;
    case "kenmerk":
      return datums < 0.2 && woorden.size >= 0.6 * cellen.length ? kop : 0;
    case "team":
      return datums < 0.2 ? kop : 0;
    default:
      return datums > 0.4 ? 0 : isIndicator(veld) ? naarIndicator(veld, kop, kolom) : naarInhoud(veld, kop, kolom);
  }
}

/** Ages and numbers of children stand in many columns, so content alone says nothing: it may only bear out what the header says. */
function naarIndicator(veld: Indicator, kop: number, { cellen, woorden }: Kolom): number {
  if (cellen.length === 0 || kop === 0) return kop;
  const gelezen = aandeelVan(cellen.length, woorden, (woord) => LEZERS[veld](woord).waarde !== null || hoortBij(veld, woord));
  if (gelezen >= 0.7) return kop;
  // Own words of a column that bears the name of the field can be asked; free text cannot.
  return kop >= ZEKER && woorden.size <= MEESTE_EIGEN_WOORDEN ? kop : 0;
}

function aandeelVan(aantal: number, woorden: Kolom["woorden"], herkend: (woord: string) => boolean): number {
  return [...woorden].reduce((som, [woord, in_]) => som + (herkend(woord) ? in_.length : 0), 0) / aantal;
}

function naarInhoud(veld: Exclude<Keuzeveld, Indicator>, kop: number, kolom: Kolom): number {
  const { cellen, woorden } = kolom;
  if (cellen.length === 0) return kop;
  // Of a few words over and over, not of another text in every cell.
  if (woorden.size > MEESTE_WOORDEN && woorden.size > cellen.length / 2) return Math.min(kop, 0.4);
  const gelezen = aandeelVan(cellen.length, woorden, (woord) => LEZERS[veld](woord).waarde !== null);
  const geraden = aandeelVan(cellen.length, woorden, (woord) => LEZERS[veld](woord).waarde !== null || hoortBij(veld, woord));
  // Yes and no stand in many columns: they say nothing about which.
  if (isJaNee(kolom)) return kop;
  // Only the signal may be not applicable.
  if (veld === "sisa" && kop >= 0.5 && gelezen >= 0.7) return Math.max(kop, 0.85);
  // A number or a remark about the signal is not the signal.
  if (veld === "sisa" && geraden < 0.5) return Math.min(kop, 0.6);
  if (gelezen >= 0.7 && veld !== "sisa") return Math.min(0.98, Math.max(kop + 0.35, 0.75));
  if (geraden >= 0.5 && kop > 0) return Math.min(0.95, kop + (geraden >= 0.7 ? 0.3 : 0.25));
  // Free text is no choice.
  return woorden.size > 12 && woorden.size > cellen.length / 2 ? Math.min(kop, 0.4) : kop;
}

export interface Kandidaat {
  readonly kolom: Kolom;
  readonly zekerheid: number;
}

/** The columns a field may stand in, most likely first; one that is surer of another field is left to that. */
export function kandidaten(veld: Veld, kolommen: readonly Kolom[], vraagstelling: Vraagstelling): Kandidaat[] {
  const andere = VELDEN.filter((ander) => ander !== veld && isGevraagd(ander, vraagstelling));
  return kolommen
    .map((kolom) => ({ kolom, zekerheid: kans(veld, kolom, vraagstelling) }))
    .filter(({ kolom, zekerheid }) => zekerheid >= KANSLOOS && andere.every((ander) => kans(ander, kolom, vraagstelling) < Math.max(ZEKER, zekerheid + 0.1)))
    .toSorted((a, b) => b.zekerheid - a.zekerheid);
}

/** Sure enough to take without asking: and not nearly as sure of another column. */
export function isZeker([eerste, tweede]: readonly Kandidaat[]): boolean {
  return eerste !== undefined && eerste.zekerheid >= ZEKER && (eerste.zekerheid >= 0.95 && (tweede?.zekerheid ?? 0) < 0.95 ? true : (tweede?.zekerheid ?? 0) <= eerste.zekerheid - 0.15);
}

/** Two columns that together hold a field, in the order of the mapping. */
export interface Kolompaar {
  readonly soort: "of-en-welke" | "twee-vragen";
  readonly kolommen: readonly [Kolom, Kolom];
}

/** Whether and which (consultatie: yes or no beside intern or extern), or a yes/no column for each of the two decisions. */
export function vindPaar(veld: "consultatie" | "stap5", kolommen: readonly Kolom[]): Kolompaar | null {
  const jaNee = kolommen.filter(isJaNee);
  const een = jaNee.find(({ kop }) => EEN_VAN_TWEE[veld][0].test(kopsleutel(kop)));
  const twee = jaNee.find((kolom) => kolom !== een && EEN_VAN_TWEE[veld][1].test(kopsleutel(kolom.kop)));
  if (een && twee) return { soort: "twee-vragen", kolommen: [een, twee] };
  if (veld === "stap5") return null;
  for (const of of jaNee.filter(({ kop }) => naarKop(veld, kop, STANDAARDVRAAGSTELLING) >= 0.5)) {
    const welke = kolommen.find((kolom) => zegtWelke(kolom, of));
    if (welke) return { soort: "of-en-welke", kolommen: [of, welke] };
  }
  return null;
}

/** It says intern or extern, and nothing else than that, in rows where the other column says yes. */
function zegtWelke({ cellen, woorden, datums }: Kolom, of: Kolom): boolean {
  const ja = new Set([...of.woorden].flatMap(([woord, in_]) => (isJa(woord) ? in_.map(({ bereik, rij }) => `${bereik} ${rij}`) : [])));
  const waarden = [...woorden.keys()].map((woord) => LEZERS.consultatie(woord).waarde);
  return cellen.length > 0 && datums === 0 && waarden.every((waarde) => waarde !== null && waarde !== "geen") && cellen.every(({ bereik, rij }) => ja.has(`${bereik} ${rij}`));
}

/** Only what says both the decision and which of the two: a "hulpverlener", a "melding leerplicht" or a zorgmelding is something else. */
const EEN_VAN_TWEE = {
  consultatie: [
    /^(interne?|collega)$|\b(intern|collega).*(consult|overleg|advies|geraadpleegd)|(consult|overleg|advies|geraadpleegd|stap 2).*\b(intern|collega)/,
    /^externe?$|\b(extern|veilig thuis|vt\b).*(consult|overleg|advies|geraadpleegd)|(consult|overleg|advies|geraadpleegd|stap 2).*\b(extern|veilig thuis|vt\b)/,
  ],
  stap5: [
    /^(zelf |eigen )?hulp$|\bhulp\b.*(ingezet|geboden|georganiseerd|stap 5)|stap 5.*\bhulp\b/,
    /^(melding|gemeld|melden)( gedaan)?$|\b(melding|gemeld|melden)\b.*(veilig thuis|\bvt\b|stap 5)|(veilig thuis|\bvt\b|stap 5).*\b(melding|gemeld|melden)\b/,
  ],
} as const;
