import type { Datum } from "./datum";
import type { Indicator } from "./indicator";
import type { Uitsplitsing, Verdeling } from "./registratie";

/** The values of each group in the order in which they are counted; "open" (not yet) is the last. */
export const TELWAARDEN = {
  sisa: ["ja", "nee", "nvt", "open"],
  consultatie: ["geen", "intern", "extern", "internEnExtern", "open"],
  stap5: ["hulp", "melding", "hulpEnMelding", "geenVanBeide", "open"],
  doorlooptijd: ["d0tot7", "d8tot28", "d29tot91", "d92plus"],
} as const satisfies { [G in Exclude<keyof Verdeling, Indicator>]: readonly (keyof NonNullable<Verdeling[G]>)[] };

/** A case as it is counted. */
export interface Telling {
  /** The month: see maandnummer. */
  readonly startdatum: { readonly waarde: Datum | null; readonly telplaats: number };
  /** The place of the answer in TELWAARDEN. */
  readonly sisa: { readonly telplaats: number };
  readonly consultatie: { readonly telplaats: number };
  readonly stap5: { readonly telplaats: number };
  readonly einddatum: { readonly waarde: Datum | null };
}

/** Where each count stands among those of its month. */
const SISA = 0;
const CONSULTATIE = SISA + TELWAARDEN.sisa.length;
const STAP5 = CONSULTATIE + TELWAARDEN.consultatie.length;
const DOORLOOPTIJD = STAP5 + TELWAARDEN.stap5.length;
const BREEDTE = DOORLOOPTIJD + TELWAARDEN.doorlooptijd.length;

/** Counts are kept of the months that a date can lie in: see maandnummer. */
export const EERSTE = 1990 * 12;
export const MAANDEN = (2100 - 1990) * 12;

/**
 * Counts per month, kept up to date while cases come and go, so that counting a list costs as much as it has months. Plain
 * numbers side by side: as objects with names they take longer to count than the whole list may take (bench/meldcode.ts).
 */
export class Maandstanden {
  readonly #tellers = new Int32Array(MAANDEN * BREEDTE);

  /** `metSisa`: the municipality asks it. */
  constructor(readonly metSisa: boolean) {}

  /** 1 adds a case, -1 takes it away again. */
  tel({ startdatum, sisa, consultatie, stap5, einddatum }: Telling, stap: 1 | -1): void {
    const begin = (startdatum.telplaats - EERSTE) * BREEDTE;
    this.#verhoog(begin + SISA + sisa.telplaats, stap);
    this.#verhoog(begin + CONSULTATIE + consultatie.telplaats, stap);
    this.#verhoog(begin + STAP5 + stap5.telplaats, stap);
    if (startdatum.waarde === null || einddatum.waarde === null) return;
    this.#verhoog(begin + DOORLOOPTIJD + klasse(einddatum.waarde - startdatum.waarde), stap);
  }

  gestart(maand: number): number {
    return this.#groepsom(maand, SISA, TELWAARDEN.sisa.length);
  }

  /** The months in which cases were started, in order. */
  maandenMetZaken(): number[] {
    return Array.from({ length: MAANDEN }, (_, i) => EERSTE + i).filter((maand) => this.gestart(maand) > 0);
  }

  /** The counts of the months from `van` up to and including `tot` together. */
  som(van: number, tot: number): Omit<Uitsplitsing, "van" | "tot"> {
    const maanden = Array.from({ length: tot - van + 1 }, (_, i) => van + i);
    const som = (begin: number, lengte: number) => maanden.reduce((totaal, maand) => totaal + this.#groepsom(maand, begin, lengte), 0);
    const groep = <K extends string>(begin: number, waarden: readonly K[]) =>
      // Object.fromEntries forgets that these are exactly the values of the group.
      Object.fromEntries(waarden.map((waarde, i) => [waarde, som(begin + i, 1)])) as Record<K, number>;
    return {
      // Every case has one place in each group, every closed case one in doorlooptijd.
      aantal: som(SISA, TELWAARDEN.sisa.length),
      afgesloten: som(DOORLOOPTIJD, TELWAARDEN.doorlooptijd.length),
      ...(this.metSisa ? { sisa: groep(SISA, TELWAARDEN.sisa) } : {}),
      consultatie: groep(CONSULTATIE, TELWAARDEN.consultatie),
      stap5: groep(STAP5, TELWAARDEN.stap5),
      doorlooptijd: groep(DOORLOOPTIJD, TELWAARDEN.doorlooptijd),
    };
  }

  #groepsom(maand: number, begin: number, lengte: number): number {
    let totaal = 0;
    for (let i = 0; i < lengte; i++) totaal += this.#tellers[(maand - EERSTE) * BREEDTE + begin + i] ?? 0;
    return totaal;
  }

  #verhoog(plaats: number, stap: number): void {
    this.#tellers[plaats] = (this.#tellers[plaats] ?? 0) + stap;
  }
}

/** Place in TELWAARDEN.doorlooptijd. */
function klasse(dagen: number): number {
  if (dagen <= 7) return 0;
  if (dagen <= 28) return 1;
  return dagen <= 91 ? 2 : 3;
}
