import type { Datum } from "./datum";
import { maandnummerVanDatum } from "./periode";
import type { Verdeling } from "./registratie";
import type { Zaak } from "./zaak";

/** The cases that were started in one month, counted. */
export interface Maandstand extends Verdeling {
  gestart: number;
  afgesloten: number;
}

export function legeStand(): Maandstand {
  return {
    gestart: 0,
    afgesloten: 0,
    sisa: { ja: 0, nee: 0, nvt: 0, open: 0 },
    consultatie: { geen: 0, intern: 0, extern: 0, internEnExtern: 0, open: 0 },
    stap5: { hulp: 0, melding: 0, hulpEnMelding: 0, geenVanBeide: 0, open: 0 },
    doorlooptijd: { d0tot7: 0, d8tot28: 0, d29tot91: 0, d92plus: 0 },
  };
}

/** Keeps the counts per month while cases come and go, so that counting a list costs as much as it has months. */
export class Maandstanden {
  readonly #perMaand = new Map<number, Maandstand>();
  /** The stand of the month in which a day lies: working out the month of each case anew would take longer than counting it. */
  readonly #perDag = new Map<Datum, Maandstand>();

  /** 1 adds a case, -1 takes it away again. */
  tel(zaak: Zaak, stap: 1 | -1): void {
    const stand = this.#perDag.get(zaak.startdatum) ?? this.#standVan(zaak.startdatum);
    stand.gestart += stap;
    stand.sisa[zaak.sisa ?? "open"] += stap;
    stand.consultatie[zaak.consultatie ?? "open"] += stap;
    stand.stap5[zaak.stap5 ?? "open"] += stap;
    if (zaak.einddatum !== null) {
      stand.afgesloten += stap;
      stand.doorlooptijd[doorlooptijdklasse(zaak.einddatum - zaak.startdatum)] += stap;
    }
  }

  /** Month numbers (see maandnummer) in which cases were started, with their counts; in no order. */
  metZaken(): [maandnummer: number, stand: Maandstand][] {
    return [...this.#perMaand].filter(([, stand]) => stand.gestart > 0);
  }

  #standVan(dag: Datum): Maandstand {
    const maand = maandnummerVanDatum(dag);
    const stand = this.#perMaand.get(maand) ?? legeStand();
    this.#perMaand.set(maand, stand);
    this.#perDag.set(dag, stand);
    return stand;
  }
}

function doorlooptijdklasse(dagen: number): keyof Verdeling["doorlooptijd"] {
  if (dagen <= 7) return "d0tot7";
  if (dagen <= 28) return "d8tot28";
  return dagen <= 91 ? "d29tot91" : "d92plus";
}
