import type { Cel } from "../veld";
import { CONSULTATIE, SISA, STAP5 } from "../zaak";
import { type Gelezen, LEEG, ONBEGREPEN } from "./gelezen";
import { isBlanco, normaliseer } from "./tekst";

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
} as const;

export const leesSisa = keuzelezer(SISA, SYNONIEMEN.sisa);
export const leesConsultatie = keuzelezer(CONSULTATIE, SYNONIEMEN.consultatie);
export const leesStap5 = keuzelezer(STAP5, SYNONIEMEN.stap5);

function keuzelezer<K extends string>(waarden: Readonly<Record<K, string>>, synoniemen: Readonly<Record<K, readonly string[]>>) {
  const bekend = new Map<string, Gelezen<K>>();
  // Object.keys forgets that these are exactly the keys of the record.
  for (const waarde of Object.keys(waarden) as K[]) {
    for (const synoniem of synoniemen[waarde]) bekend.set(synoniem, { leeg: false, waarde, anders: true });
    bekend.set(normaliseer(waarden[waarde]), { leeg: false, waarde, anders: false });
  }
  return (cel: Cel): Gelezen<K> => (cel === null || isBlanco(cel) ? LEEG : (bekend.get(normaliseer(cel)) ?? ONBEGREPEN));
}
