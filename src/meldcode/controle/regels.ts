import { BEVINDINGEN, type Bevinding, type Ernst } from "../bevinding";
import { BASISVELDEN } from "../veld";
import { consultatieExternVerwacht, consultatieNogOpen, consultatieOngeldig, consultatieOntbreekt } from "./consultatie";
import { doorlooptijdLang, einddatumInToekomst, einddatumOngeldig, einddatumOntbreekt, einddatumVoorStartdatum, langOpen } from "./einddatum";
import { kenmerkDubbel, persoonsgegevenInKenmerk } from "./kenmerk";
import type { Gelezenrij, Lijstopties, Regel } from "./regel";
import { consultatieAndersGeschreven, einddatumAlsTekst, sisaAndersGeschreven, stap5AndersGeschreven, startdatumAlsTekst } from "./schrijfwijze";
import { sisaNietAfgegeven, sisaNogOpen, sisaOngeldig, sisaOntbreekt } from "./sisa";
import { stap5BeideVoor2019, stap5Ongeldig, stap5Ontbreekt } from "./stap5";
import { startdatumInToekomst, startdatumOngeldig, startdatumOntbreekt, startdatumVoorWet } from "./startdatum";

/** All rules, in the order of the contract's table (domain: findings). */
export const TABEL: readonly Regel[] = [
  startdatumOntbreekt,
  startdatumOngeldig,
  einddatumOngeldig,
  startdatumInToekomst,
  einddatumInToekomst,
  einddatumVoorStartdatum,
  sisaOntbreekt,
  consultatieOntbreekt,
  sisaOngeldig,
  consultatieOngeldig,
  stap5Ongeldig,
  stap5Ontbreekt,
  einddatumOntbreekt,
  startdatumVoorWet,
  stap5BeideVoor2019,
  sisaNietAfgegeven,
  consultatieExternVerwacht,
  doorlooptijdLang,
  kenmerkDubbel,
  persoonsgegevenInKenmerk,
  sisaNogOpen,
  consultatieNogOpen,
  langOpen,
  startdatumAlsTekst,
  einddatumAlsTekst,
  sisaAndersGeschreven,
  consultatieAndersGeschreven,
  stap5AndersGeschreven,
];

/** The same rules in the order in which a row's findings are shown: by column, then by the table. A rule's place is its bit in Treffers. */
export const REGELS: readonly Regel[] = BASISVELDEN.flatMap((veld) => TABEL.filter((regel) => regel.veld === veld));

/** Which rules hold for a row: a bit per rule of REGELS, so that a row without findings costs nothing. */
export type Treffers = number;

export function bit(regel: Regel): Treffers {
  return 1 << REGELS.indexOf(regel);
}

function bits(gezocht: (regel: Regel) => boolean): Treffers {
  return REGELS.filter(gezocht).reduce((samen, regel) => samen | bit(regel), 0);
}

const PER_ERNST: Readonly<Record<Ernst, Treffers>> = {
  fout: bits((regel) => BEVINDINGEN[regel.code] === "fout"),
  waarschuwing: bits((regel) => BEVINDINGEN[regel.code] === "waarschuwing"),
  tip: bits((regel) => BEVINDINGEN[regel.code] === "tip"),
};
const FOUTEN_PER_VELD = BASISVELDEN.map((veld) => bits((regel) => regel.veld === veld) & PER_ERNST.fout);

export function aantal(treffers: Treffers, ernst: Ernst): number {
  let over = treffers & PER_ERNST[ernst];
  let geteld = 0;
  for (; over !== 0; over &= over - 1) geteld++;
  return geteld;
}

export function heeftFout(treffers: Treffers): boolean {
  return (treffers & PER_ERNST.fout) !== 0;
}

/** A cell gets one fout at most: the first of the table, which is the lowest bit. */
export function eersteFoutPerCel(treffers: Treffers): Treffers {
  let over = treffers;
  for (const masker of FOUTEN_PER_VELD) {
    const fouten = over & masker;
    over &= ~(fouten & (fouten - 1));
  }
  return over;
}

/** The findings behind the bits. `rij`: position in the list. */
export function bevindingen(treffers: Treffers, rij: number, gelezen: Gelezenrij, opties: Lijstopties): Bevinding[] {
  const gevonden: Bevinding[] = [];
  for (let over = treffers; over !== 0; over &= over - 1) {
    const regel = REGELS[31 - Math.clz32(over & -over)];
    if (!regel) continue;
    const herstel = "herstel" in regel ? regel.herstel?.(gelezen, opties) : undefined;
    const { code, veld, melding } = regel;
    const ernst = BEVINDINGEN[code];
    gevonden.push(herstel ? { code, ernst, rij, veld, melding, herstel } : { code, ernst, rij, veld, melding });
  }
  return gevonden;
}
