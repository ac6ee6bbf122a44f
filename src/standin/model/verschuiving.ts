import { gebied, MAX_KOLOMMEN, MAX_RIJEN, type Gebied } from "./adres";

/**
 * Cells that make room or close up: `aantal` rows (or columns) come before `bij`, or disappear from `bij` on when it is negative.
 * `van` and `tot` (inclusive) say which columns (or rows) shift when it is only a part of the sheet, as inside a table.
 */
export interface Verschuiving {
  readonly as: "rij" | "kolom";
  readonly bij: number;
  readonly aantal: number;
  readonly van?: number;
  readonly tot?: number;
}

/** Where the block stands afterwards; it grows and shrinks with what happens inside it. null when nothing of it is left. */
export function verschoven(g: Gebied, v: Verschuiving): Gebied | null {
  const opRij = v.as === "rij";
  const [begin, lengte, grens] = opRij ? [g.rij, g.rijen, MAX_RIJEN] : [g.kolom, g.kolommen, MAX_KOLOMMEN];
  const [dwarsBegin, dwarsLengte] = opRij ? [g.kolom, g.kolommen] : [g.rij, g.rijen];
  if (lengte === grens) return g;
  if ((v.van !== undefined && dwarsBegin < v.van) || (v.tot !== undefined && dwarsBegin + dwarsLengte - 1 > v.tot)) return g;
  const nieuw = v.aantal > 0 ? ingevoegd(begin, lengte, v.bij, v.aantal) : verwijderd(begin, lengte, v.bij, -v.aantal);
  if (nieuw === null) return null;
  return opRij ? gebied(nieuw[0], g.kolom, nieuw[1], g.kolommen) : gebied(g.rij, nieuw[0], g.rijen, nieuw[1]);
}

function ingevoegd(begin: number, lengte: number, bij: number, aantal: number): [number, number] {
  if (bij <= begin) return [begin + aantal, lengte];
  return bij < begin + lengte ? [begin, lengte + aantal] : [begin, lengte];
}

function verwijderd(begin: number, lengte: number, bij: number, aantal: number): [number, number] | null {
  const weg = (positie: number) => Math.max(0, Math.min(positie, bij + aantal) - bij);
  const nieuwBegin = begin - weg(begin);
  const nieuwEinde = begin + lengte - weg(begin + lengte);
  return nieuwEinde > nieuwBegin ? [nieuwBegin, nieuwEinde - nieuwBegin] : null;
}
