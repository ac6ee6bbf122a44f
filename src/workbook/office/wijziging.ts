import { type Cel, type Kolominhoud, type Rij, BASISVELDEN } from "../../meldcode/veld";
import type { Lezing, Lijstinhoud, Lijstwijziging } from "../werkboek";

/** Above this many changed rows it is no typing any more (a sort, a fill): told as one. */
const MEESTE_RIJEN_APART = 1_000;

/** What is to be told after reading the whole list again; null when nothing changed (a free column, our own echo). */
export function verschilMet(was: Lezing | null, nu: Lezing): Lijstwijziging | null {
  if (was?.soort !== "lijst" || nu.soort !== "lijst" || !zelfdeLijst(was.lijst, nu.lijst)) {
    const onveranderd = nu.soort !== "lijst" && was !== null && JSON.stringify(was) === JSON.stringify(nu);
    return onveranderd ? null : { soort: "alles", lezing: nu };
  }
  const rijen = gewijzigdeRijen(was.lijst.inhoud, nu.lijst.inhoud, 0);
  if (rijen.size > MEESTE_RIJEN_APART) return { soort: "alles", lezing: nu };
  return rijen.size > 0 ? { soort: "rijen", rijen } : null;
}

/** `deel`: the rows from `vanaf` on as they read now. */
export function gewijzigdeRijen(was: Kolominhoud, deel: Kolominhoud, vanaf: number): Map<number, Rij> {
  const rijen = new Map<number, Rij>();
  const aantal = Math.max(0, ...BASISVELDEN.map((veld) => deel[veld]?.length ?? 0));
  for (let i = 0; i < aantal; i++) {
    const anders = BASISVELDEN.some((veld) => (was[veld]?.[vanaf + i] ?? null) !== (deel[veld]?.[i] ?? null));
    if (anders) rijen.set(vanaf + i, rijVan(deel, i));
  }
  return rijen;
}

/** The list with those rows replaced; the original stays as it is, for whoever holds it. */
export function metRijen(lijst: Lijstinhoud, rijen: ReadonlyMap<number, Rij>): Lijstinhoud {
  const inhoud = Object.fromEntries(BASISVELDEN.map((veld) => [veld, lijst.inhoud[veld] && [...lijst.inhoud[veld]]])) as Record<keyof Rij, Cel[] | null>;
  for (const [rij, waarden] of rijen) {
    for (const veld of BASISVELDEN) {
      const kolom = inhoud[veld];
      if (kolom) kolom[rij] = waarden[veld];
    }
  }
  return { ...lijst, inhoud };
}

function rijVan(inhoud: Kolominhoud, i: number): Rij {
  return {
    kenmerk: inhoud.kenmerk?.[i] ?? null,
    team: inhoud.team?.[i] ?? null,
    startdatum: inhoud.startdatum?.[i] ?? null,
    sisa: inhoud.sisa?.[i] ?? null,
    consultatie: inhoud.consultatie?.[i] ?? null,
    stap5: inhoud.stap5?.[i] ?? null,
    einddatum: inhoud.einddatum?.[i] ?? null,
  };
}

/** Same place, same columns, same length: then only cells changed. */
function zelfdeLijst(a: Lijstinhoud, b: Lijstinhoud): boolean {
  const zonderCellen = ({ inhoud, ...rest }: Lijstinhoud) => JSON.stringify({ ...rest, velden: BASISVELDEN.map((veld) => inhoud[veld] !== null), lengte: inhoud.startdatum?.length });
  return zonderCellen(a) === zonderCellen(b) && zelfdePlaatsen(a, b);
}

/** The rows of a list of ours stand together, so its first says where all are. */
function zelfdePlaatsen(a: Lijstinhoud, b: Lijstinhoud): boolean {
  const rijen = a.gekoppeld ? (a.inhoud.startdatum?.length ?? 0) : 1;
  for (let rij = 0; rij < rijen; rij++) {
    for (const veld of BASISVELDEN) {
      const [nu, straks] = [a.plaats(rij, veld), b.plaats(rij, veld)];
      if (nu.rij !== straks.rij || nu.kolom !== straks.kolom || nu.blad !== straks.blad) return false;
    }
  }
  return true;
}
