import type { Datum } from "../datum";
import { leesDatum } from "../lezen/datums";
import { type Gelezen, LEEG } from "../lezen/gelezen";
import { leesConsultatie, leesSisa, leesStap5 } from "../lezen/keuzes";
import type { Cel, Rij } from "../veld";
import type { Consultatie, Sisa, Stap5 } from "../zaak";
import type { Gelezenrij, Leesveld, Lijstopties, Rijregel } from "./regel";
import { bit, eersteFoutPerCel, heeftFout, TABEL, type Treffers } from "./regels";

/** A cell as it reads, with the rules that hold for it whatever else stands in its row. */
interface Getoetst<W> extends Gelezen<W> {
  readonly treffers: Treffers;
}

/** A row as it reads; it is a Gelezenrij too. */
export interface Getoetsterij extends Gelezenrij {
  readonly startdatum: Getoetst<Datum>;
  readonly sisa: Getoetst<Sisa>;
  readonly consultatie: Getoetst<Consultatie>;
  readonly stap5: Getoetst<Stap5>;
  readonly einddatum: Getoetst<Datum>;
}

const OVER_CEL = rijregels("cel");
const OVER_LEGE_CEL = rijregels("lege cel");
const OVER_RIJ = rijregels("rij");
const LEGE_RIJ: Gelezenrij = { startdatum: LEEG, sisa: LEEG, consultatie: LEEG, stap5: LEEG, einddatum: LEEG };

function rijregels(ziet: Rijregel["ziet"]): { regel: Rijregel; bit: Treffers }[] {
  return TABEL.flatMap((regel) => (regel.ziet === ziet ? [{ regel, bit: bit(regel) }] : []));
}

/** Reads and checks rows, each on its own. A column holds few different contents, so each of those is read and checked once. */
export class Toetser {
  readonly #opties: Lijstopties;
  readonly #startdatum;
  readonly #sisa;
  readonly #consultatie;
  readonly #stap5;
  readonly #einddatum;

  constructor(opties: Lijstopties) {
    this.#opties = opties;
    const leesDag = (cel: Cel) => leesDatum(cel, opties.datumstelsel);
    this.#startdatum = this.#kolomlezer("startdatum", leesDag);
    this.#sisa = this.#kolomlezer("sisa", leesSisa);
    this.#consultatie = this.#kolomlezer("consultatie", leesConsultatie);
    this.#stap5 = this.#kolomlezer("stap5", leesStap5);
    this.#einddatum = this.#kolomlezer("einddatum", leesDag);
  }

  lees(rij: Pick<Rij, Leesveld>): Getoetsterij {
    return {
      startdatum: this.#startdatum(heleDag(rij.startdatum)),
      sisa: this.#sisa(rij.sisa),
      consultatie: this.#consultatie(rij.consultatie),
      stap5: this.#stap5(rij.stap5),
      einddatum: this.#einddatum(heleDag(rij.einddatum)),
    };
  }

  /** Which of the rules that look at this row alone hold. The row is not blank. */
  toets(rij: Getoetsterij): Treffers {
    const { startdatum, sisa, consultatie, stap5, einddatum } = rij;
    let treffers = startdatum.treffers | sisa.treffers | consultatie.treffers | stap5.treffers | einddatum.treffers;
    if (startdatum.leeg || sisa.leeg || consultatie.leeg || stap5.leeg || einddatum.leeg) {
      for (const { regel, bit } of OVER_LEGE_CEL) if (rij[regel.veld].leeg && regel.geldt(rij, this.#opties)) treffers |= bit;
    }
    for (const { regel, bit } of OVER_RIJ) if (regel.geldt(rij, this.#opties)) treffers |= bit;
    return heeftFout(treffers) ? eersteFoutPerCel(treffers) : treffers;
  }

  #kolomlezer<W>(veld: Leesveld, lees: (cel: Cel) => Gelezen<W>): (cel: Cel) => Getoetst<W> {
    const bekend = new Map<Cel, Getoetst<W>>();
    return (cel) => {
      const eerder = bekend.get(cel);
      if (eerder) return eerder;
      const gelezen = lees(cel);
      const alleenDeze = { ...LEGE_RIJ, [veld]: gelezen };
      const treffers = OVER_CEL.reduce((samen, { regel, bit }) => (regel.veld === veld && regel.geldt(alleenDeze, this.#opties) ? samen | bit : samen), 0);
      const getoetst = { ...gelezen, treffers };
      bekend.set(cel, getoetst);
      return getoetst;
    };
  }
}

/** Moments on one day are one content of a date column: the time part is cut off. */
function heleDag(cel: Cel): Cel {
  return typeof cel === "number" ? Math.floor(cel) : cel;
}
