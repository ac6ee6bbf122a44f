import { type Koppeling, type Koppelingsbegin, type Keuzeveld } from "../koppeling/koppeling";
import { type Vraag, beantwoord } from "../koppeling/voorstel/vragen";

/** A column below this is no guess. */
const KANSLOOS = 0.3;

/**
 * What was answered for files with other headers holds for these too: a word means the same in all of them, so it is asked once.
 * Answers the mapping with those answers in it, and what is still to be asked.
 */
export function neemAntwoordenOver(begin: Koppelingsbegin, vragen: readonly Vraag[], koppelingen: readonly Koppeling[]): { koppeling: Koppelingsbegin; vragen: Vraag[] } {
  const bekend = vragen.map((vraag) => antwoordVanEerder(vraag, koppelingen));
  return { koppeling: beantwoord(begin, bekend), vragen: bekend.flatMap(rest) };
}

function antwoordVanEerder(vraag: Vraag, koppelingen: readonly Koppeling[]): Vraag {
  switch (vraag.soort) {
    case "waarden": {
      const eerder = bekendeWoorden(vraag.veld, koppelingen);
      const antwoord = vraag.woorden.flatMap(({ woord }) => {
        const betekenis = eerder.get(woord);
        return betekenis !== undefined && vraag.mogelijk.includes(betekenis) ? [[woord, betekenis]] : [];
      });
      return antwoord.length === 0 ? vraag : { ...vraag, antwoord: Object.fromEntries(antwoord) };
    }
    case "kolom": {
      const ontbrak = koppelingen.some(({ velden }) => velden[vraag.veld]?.kolommen.length === 0);
      return ontbrak && vraag.keuzes.every(({ zekerheid }) => zekerheid < KANSLOOS) ? { ...vraag, antwoord: null } : vraag;
    }
    case "leeg": {
      const leeg = koppelingen.map(({ velden }) => velden[vraag.veld]?.leeg).find((betekenis) => betekenis !== undefined);
      return leeg === undefined ? vraag : { ...vraag, antwoord: leeg };
    }
    default:
      return vraag;
  }
}

function bekendeWoorden(veld: Keuzeveld, koppelingen: readonly Koppeling[]): Map<string, string> {
  const perKolom = koppelingen.flatMap(({ velden }) => [...(velden[veld]?.kolommen ?? [])].map(({ waarden }): Readonly<Record<string, string>> => waarden ?? {}));
  return new Map(perKolom.flatMap((woorden) => Object.entries(woorden)));
}

/** What of the question is still open. */
function rest(vraag: Vraag): Vraag[] {
  if (vraag.antwoord === undefined) return [vraag];
  if (vraag.soort !== "waarden") return [];
  const { antwoord, ...open } = vraag;
  const woorden = vraag.woorden.filter(({ woord }) => antwoord?.[woord] === undefined);
  return woorden.length === 0 ? [] : [{ ...open, woorden }];
}
