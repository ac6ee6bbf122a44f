import type { Betekenis, Keuzeveld } from "../koppeling";

/** Own words that hint at a value. Always asked: only the list's owner knows what was meant. */
const WENKEN: Readonly<Record<Keuzeveld, readonly (readonly [RegExp, Betekenis])[]>> = {
  sisa: [[/^(afgegeven|gedaan|gegeven|ok|akkoord)/, "ja"], [/^(niet|geen|vergeten)/, "nee"], [/18\+|23\+|volwassen|n.?v.?t/, "nvt"]],
  consultatie: [
    [/(intern|collega|team|aandacht).*(extern|veilig thuis|\bvt\b)|(extern|veilig thuis|\bvt\b).*(intern|collega|team)/, "internEnExtern"],
    [/extern|veilig thuis|\bvt\b|advies/, "extern"],
    [/intern|collega|team|aandacht|\bib\b|directie|coach|gedragsdeskundige/, "intern"],
    [/^(niet|geen|zonder|niemand)/, "geen"],
  ],
  stap5: [
    [/^(geen|niets|niet nodig|n.?v.?t)|ongegrond|geen zorg/, "geenVanBeide"],
    [/(hulp|wijkteam|verwezen|begeleiding).*(\bmelding|gemeld)|(\bmelding|gemeld).*(hulp|wijkteam|verwezen|begeleiding)/, "hulpEnMelding"],
    // Not a zorgmelding, which need not be a melding (domain: an own list).
    [/veilig thuis|\bvt\b|gemeld|\bmelding/, "melding"],
    [/hulp|wijkteam|ingeschakeld|verwezen|verwijzing|begeleiding|jeugdzorg|cjg|maatschappelijk werk/, "hulp"],
  ],
  leeftijdsgroep: [],
  geweldsvorm: [
    [/ en |[+&/,]/, "meer"],
    [/verwaarlo/, "verwaarlozing"],
    [/getuige/, "getuige"],
    [/seks|sex/, "seksueel"],
    [/financ/, "financieel"],
    [/lichamelijk|fysiek|geslagen|slaan/, "lichamelijk"],
    [/psychisch|emotion|geestelijk|bedreig|stalk/, "psychisch"],
  ],
  bekendheid: [[/^nieuw/, "nieuw"], [/^(al|eerder|reeds|was) .*bekend/, "bekend"]],
  kinderen: [],
};

const SAMEN = / ?[+&] ?| en /;

/** Nothing yet, in whatever column. */
const OPEN = /^(-+|\?+|onbekend|nog (niet|open|onbekend).*|loopt( nog)?|lopend|in behandeling|open|volgt|nnb|ntb)$/;

/** What a word may mean; null when nothing is known of it, or of one of several together ("intervisie + VT"). */
export function raadWoord(veld: Keuzeveld, woord: string): Betekenis | null {
  if (OPEN.test(woord)) return "open";
  const raad = (deel: string): Betekenis | null => WENKEN[veld].find(([patroon]) => patroon.test(deel))?.[1] ?? null;
  return woord.split(SAMEN).every((deel) => raad(deel) !== null) ? raad(woord) : null;
}

/** It is a word of that field, whatever it means. */
export function hoortBij(veld: Keuzeveld, woord: string): boolean {
  return OPEN.test(woord) || WENKEN[veld].some(([patroon]) => patroon.test(woord));
}

/** In a column of end dates: the case runs. */
export function zegtLopend(woord: string): boolean {
  return /^(loopt( nog)?|lopend|open|nog open|in behandeling|nog niet( afgesloten)?|-+)$/.test(woord);
}
