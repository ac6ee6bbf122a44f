import { INDICATORWAARDEN, type Indicator } from "../indicator";
import type { Cel } from "../veld";
import { CONSULTATIE, SISA, STAP5 } from "../zaak";
import { type Gelezen, LEEG, ONBEGREPEN } from "./gelezen";
import { isBlanco, normaliseer } from "./tekst";

/** How people write "4 t/m 11 jaar"; "4 tot 12" is how CBS writes it, "4 tot 11" says something else. */
function leeftijden(van: number, tot: number): string[] {
  return [`${van}-${tot}`, `${van} - ${tot}`, `${van}–${tot}`, `${van} – ${tot}`, `${van} t/m ${tot}`, `${van} tm ${tot}`, `${van} tot en met ${tot}`, `${van} tot ${tot + 1}`].flatMap((reeks) => [reeks, `${reeks} jaar`, `${reeks} jr`]);
}

/**
 * What is accepted beside the value itself (domain: reading values). Anything else is an error, never a guess:
 * "ja" alone for consultatie does not say which.
 */
export const SYNONIEMEN = {
  sisa: {
    ja: ["j", "yes", "y", "true", "waar", "1", "x", "✓"],
    nee: ["n", "no", "false", "onwaar", "0"],
    nvt: ["nvt", "niet van toepassing"],
  },
  consultatie: {
    geen: ["nee", "n", "niet"],
    intern: ["ja intern", "ja, intern"],
    extern: ["ja extern", "ja, extern", "veilig thuis"],
    internEnExtern: ["beide", "intern/extern", "intern + extern"],
  },
  stap5: {
    hulp: ["zelf hulp", "zelf hulp inzetten", "hulp organiseren", "hulpverlening"],
    melding: ["melden", "melden bij veilig thuis", "melding veilig thuis", "vt", "vtrr", "melden bij veilig thuis rotterdam rijnmond"],
    hulpEnMelding: ["beide", "melding en hulp", "hulp + melding"],
    geenVanBeide: ["geen", "niet nodig"],
  },
  // Those of the indicators are ours. An age alone is read too: see leesLeeftijdsgroep.
  leeftijdsgroep: {
    j0tot3: leeftijden(0, 3),
    j4tot11: leeftijden(4, 11),
    j12tot17: leeftijden(12, 17),
    j18tot22: leeftijden(18, 22),
    j23tot64: leeftijden(23, 64),
    j65plus: ["65+", "65 +", "65 plus", "65plus", "65 en ouder", "65 of ouder", "65 jaar en ouder", "vanaf 65", "vanaf 65 jaar"],
  },
  // "misbruik" and "mishandeling" alone do not say which.
  geweldsvorm: {
    lichamelijk: ["lichamelijk geweld", "fysiek", "fysiek geweld", "lichamelijke mishandeling", "fysieke mishandeling"],
    psychisch: ["psychisch geweld", "psychische mishandeling", "psychologisch", "emotioneel", "emotioneel geweld", "emotionele mishandeling", "geestelijk", "geestelijke mishandeling"],
    seksueel: ["sexueel", "seksueel geweld", "sexueel geweld", "seksueel misbruik", "sexueel misbruik"],
    verwaarlozing: ["lichamelijke verwaarlozing", "fysieke verwaarlozing", "emotionele verwaarlozing", "psychische verwaarlozing", "pedagogische verwaarlozing", "affectieve verwaarlozing"],
    financieel: ["financieel misbruik", "financieel geweld", "financiele uitbuiting"],
    getuige: ["getuige", "getuige van huiselijk geweld", "getuige huiselijk geweld", "kind als getuige", "kind getuige van geweld"],
    meer: ["meer vormen", "meerdere", "meerdere vormen", "meer dan een", "meer dan 1 vorm", "meer dan 1", "combinatie", "combinatie van vormen", "diverse"],
    anders: ["andere vorm", "een andere vorm", "ander geweld", "overig", "overige"],
  },
  // "ja", "nee", "onbekend" and "niet bekend" do not say which.
  bekendheid: {
    nieuw: ["nieuwe zaak", "nieuw gezin", "nieuwe casus", "niet eerder bekend", "nooit eerder bekend"],
    bekend: ["bekend", "reeds bekend", "eerder bekend", "was al bekend", "was bekend", "al eerder bekend"],
  },
  // A number is read too: see leesKinderen.
  kinderen: {
    k0: ["geen kinderen", "nul"],
    k1: ["een kind"],
    k2: ["twee", "twee kinderen"],
    k3: ["drie", "drie kinderen"],
    k4plus: ["4+", "4 +", "4 plus", "4 of meer kinderen", "vier of meer", "vier of meer kinderen", "meer dan 3", "meer dan drie"],
  },
} as const;

export const leesSisa = keuzelezer(SISA, SYNONIEMEN.sisa);
export const leesConsultatie = keuzelezer(CONSULTATIE, SYNONIEMEN.consultatie);
export const leesStap5 = keuzelezer(STAP5, SYNONIEMEN.stap5);

type Indicatorwaarde<I extends Indicator> = keyof (typeof INDICATORWAARDEN)[I] & string;
export const INDICATORLEZERS = {
  leeftijdsgroep: leesLeeftijdsgroep(keuzelezer(INDICATORWAARDEN.leeftijdsgroep, SYNONIEMEN.leeftijdsgroep)),
  geweldsvorm: keuzelezer(INDICATORWAARDEN.geweldsvorm, SYNONIEMEN.geweldsvorm),
  bekendheid: keuzelezer(INDICATORWAARDEN.bekendheid, SYNONIEMEN.bekendheid),
  kinderen: leesKinderen(keuzelezer(INDICATORWAARDEN.kinderen, SYNONIEMEN.kinderen)),
} as const satisfies { [I in Indicator]: Lezer<Indicatorwaarde<I>> };

type Lezer<K extends string> = (cel: Cel) => Gelezen<K>;

/** A whole number of years, 0 to 120, is its group; a date, which Excel makes of "4-11", is a far greater number and is not understood. */
function leesLeeftijdsgroep(woord: Lezer<Indicatorwaarde<"leeftijdsgroep">>): Lezer<Indicatorwaarde<"leeftijdsgroep">> {
  return (cel) => {
    const jaren = cel === null ? null : heelGetal(cel, LEEFTIJD, 120);
    if (jaren === null) return woord(cel);
    const waarde = jaren <= 3 ? "j0tot3" : jaren <= 11 ? "j4tot11" : jaren <= 17 ? "j12tot17" : jaren <= 22 ? "j18tot22" : jaren <= 64 ? "j23tot64" : "j65plus";
    return { leeg: false, waarde, anders: true };
  };
}

/** A number, 0 to 30, is how it is meant to be written. */
function leesKinderen(woord: Lezer<Indicatorwaarde<"kinderen">>): Lezer<Indicatorwaarde<"kinderen">> {
  return (cel) => {
    const aantal = cel === null ? null : heelGetal(cel, KINDEREN, 30);
    return aantal === null ? woord(cel) : { leeg: false, waarde: (["k0", "k1", "k2", "k3"] as const)[aantal] ?? "k4plus", anders: false };
  };
}

const LEEFTIJD = /^(0|[1-9]\d{0,2})( ?jaar| ?jr\.?)?$/;
const KINDEREN = /^(0|[1-9]\d?)( ?kind| ?kinderen)?$/;

function heelGetal(cel: string | number | boolean, vorm: RegExp, hoogste: number): number | null {
  const gevonden = vorm.exec(normaliseer(cel));
  return gevonden && Number(gevonden[1]) <= hoogste ? Number(gevonden[1]) : null;
}

function keuzelezer<K extends string>(waarden: Readonly<Record<K, string>>, synoniemen: Readonly<Record<K, readonly string[]>>): Lezer<K> {
  const bekend = new Map<string, Gelezen<K>>();
  // Object.keys forgets that these are exactly the keys of the record.
  for (const waarde of Object.keys(waarden) as K[]) {
    for (const synoniem of synoniemen[waarde]) bekend.set(synoniem, { leeg: false, waarde, anders: true });
    bekend.set(normaliseer(waarden[waarde]), { leeg: false, waarde, anders: false });
  }
  return (cel) => (cel === null || isBlanco(cel) ? LEEG : (bekend.get(normaliseer(cel)) ?? ONBEGREPEN));
}
