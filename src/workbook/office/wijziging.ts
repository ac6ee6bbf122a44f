import type { Cel, Kolominhoud, Rij, Veld } from "../../meldcode/veld";
import { veldenIn } from "../leesvelden";
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
  const velden = veldenIn(deel);
  const aantal = Math.max(0, ...velden.map((veld) => deel[veld]?.length ?? 0));
  for (let i = 0; i < aantal; i++) {
    const anders = velden.some((veld) => (was[veld]?.[vanaf + i] ?? null) !== (deel[veld]?.[i] ?? null));
    if (anders) rijen.set(vanaf + i, rijVan(deel, i, velden));
  }
  return rijen;
}

/** The list with those rows replaced; the original stays as it is, for whoever holds it. */
export function metRijen(lijst: Lijstinhoud, rijen: ReadonlyMap<number, Rij>): Lijstinhoud {
  const kolommen = new Map(veldenIn(lijst.inhoud).map((veld) => [veld, lijst.inhoud[veld]?.slice() ?? null]));
  for (const [rij, waarden] of rijen) for (const [veld, kolom] of kolommen) if (kolom) kolom[rij] = waarden[veld] ?? null;
  // fromEntries forgets that these are the fields that were there.
  const inhoud = Object.fromEntries(kolommen) as Kolominhoud;
  return { ...lijst, inhoud };
}

function rijVan(inhoud: Kolominhoud, i: number, velden: readonly Veld[]): Rij {
  // fromEntries forgets that these are the fields that are read.
  return Object.fromEntries(velden.map((veld): [Veld, Cel] => [veld, inhoud[veld]?.[i] ?? null])) as Rij;
}

/** Same place, same columns, same length: then only cells changed. */
function zelfdeLijst(a: Lijstinhoud, b: Lijstinhoud): boolean {
  const zonderCellen = ({ inhoud, ...rest }: Lijstinhoud) => JSON.stringify({ ...rest, velden: veldenIn(inhoud).map((veld) => [veld, inhoud[veld] !== null]), lengte: inhoud.startdatum?.length });
  return zonderCellen(a) === zonderCellen(b) && zelfdePlaatsen(a, b);
}

/** The rows of a list of ours stand together, so its first says where all are. */
function zelfdePlaatsen(a: Lijstinhoud, b: Lijstinhoud): boolean {
  const rijen = a.gekoppeld ? (a.inhoud.startdatum?.length ?? 0) : 1;
  for (let rij = 0; rij < rijen; rij++) {
    for (const veld of veldenIn(a.inhoud)) {
      const [nu, straks] = [a.plaats(rij, veld), b.plaats(rij, veld)];
      if (nu.rij !== straks.rij || nu.kolom !== straks.kolom || nu.blad !== straks.blad) return false;
    }
  }
  return true;
}
