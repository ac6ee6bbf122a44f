import { kopsleutel } from "../lezen/koppen";
import { type Cel, VELDEN, type Veld } from "../veld";
import { type Hernoemd, Kolomzoeker, sleutels } from "./kolomzoeker";
import { type Bereik, type Kolomwijzer, type Koppeling, Koppelingfout } from "./koppeling";
import { kolomgrenzen, koppen } from "./koprij";
import { TEKSTEN } from "./teksten";

export { koppen } from "./koprij";

/** A sheet's cells, or those of a csv. Rows and columns count from 1. */
export interface Celblad {
  readonly blad: string;
  readonly zichtbaar: boolean;
  /** Rows that hold anything, from top to bottom; a cell stands at its column number. */
  readonly rijen: ReadonlyMap<number, readonly (Cel | undefined)[]>;
  /** Merged cells, where it is known which are. */
  readonly samengevoegd?: readonly Celblok[];
}

/** Both ends included. */
export interface Celblok {
  readonly vanRij: number;
  readonly vanKolom: number;
  readonly totRij: number;
  readonly totKolom: number;
}

/** Where an area of the mapping stands in this file. */
export interface Bereikplaats {
  readonly blad: string;
  readonly koprij: number;
  readonly eersteRij: number;
  readonly laatsteRij: number;
  /** Column numbers per field, in the order of the mapping; none for a field without a column. */
  readonly kolommen: Readonly<Record<Veld, readonly number[]>>;
  readonly filters: readonly number[];
  readonly leeftijd: number | null;
  readonly organisatie: number | null;
  readonly hernoemd: readonly Hernoemd[];
}

export interface Celplaats {
  readonly blad: string;
  readonly rij: number;
  readonly kolom: number;
}

/** The field's first column; of a field without one, the start date's cell. */
export function celplaats({ blad, kolommen }: Bereikplaats, rij: number, veld: Veld): Celplaats {
  return { blad, rij, kolom: kolommen[veld][0] ?? kolommen.startdatum[0] ?? 1 };
}

/** The cell, or null. */
export function cel({ rijen }: Celblad, rij: number, kolom: number): Cel {
  return rijen.get(rij)?.[kolom] ?? null;
}

/** Where every area of the mapping stands. @throws Koppelingfout when a sheet or a column is not there. */
export function vindPlaatsen(koppeling: Koppeling, bladen: readonly Celblad[]): Bereikplaats[] {
  const wijzers = alleWijzers(koppeling);
  const gevonden: Gevonden[] = [];
  for (const bereik of koppeling.bereiken) {
    const blad = bladen.find((b) => gelijk(b.blad, bereik.blad));
    if (!blad) throw new Koppelingfout(TEKSTEN.bladOntbreekt(bereik.blad, bladen.map((b) => b.blad), naamgenoot(bereik.blad, bladen, koppeling)));
    const bezet = gevonden.flatMap((eerder) => (eerder.blad === blad && overlappen(eerder.bereik, bereik) ? [eerder.koprij] : []));
    gevonden.push({ bereik, blad, koprij: vindKoprij(blad, bereik, wijzers, bezet) });
  }
  const plaatsen = gevonden.map((dit) => plaatsVan(dit, laatsteRij(dit, gevonden), koppeling, wijzers));
  // On one of several sheets they may be left out; when they are on none, they are gone.
  for (const veld of ["kenmerk", "team"] as const) {
    const [wijzer] = koppeling.velden[veld]?.kolommen ?? [];
    const [bereik] = koppeling.bereiken;
    if (wijzer && bereik && plaatsen.every(({ kolommen }) => kolommen[veld].length === 0)) throw new Koppelingfout(TEKSTEN.kolomOntbreekt(wijzer.kop, bereik));
  }
  return plaatsen;
}

/** The same of one of its areas. */
export function vindPlaats(bereik: Bereik, koppeling: Koppeling, bladen: readonly Celblad[]): Bereikplaats {
  const plaats = vindPlaatsen(koppeling, bladen)[koppeling.bereiken.indexOf(bereik)];
  if (!plaats) throw new RangeError("This area is not one of the mapping's.");
  return plaats;
}

/** The columns that the mapping knows. */
export function alleWijzers({ velden, filters, leeftijd, organisatie }: Koppeling): Kolomwijzer[] {
  return [...VELDEN.flatMap((veld) => velden[veld]?.kolommen ?? []), ...filters, ...[leeftijd, organisatie].flatMap((kolom) => kolom ?? [])];
}

interface Gevonden {
  readonly bereik: Bereik;
  readonly blad: Celblad;
  readonly koprij: number;
}

/** Headers move up and down with what stands above them: they are looked for when fewer than half of them stand in their row. */
function vindKoprij(blad: Celblad, bereik: Bereik, wijzers: readonly Kolomwijzer[], bezet: readonly number[]): number {
  const gezocht = new Set(wijzers.flatMap(sleutels).filter((sleutel) => sleutel !== ""));
  const aantal = (rij: number) => new Set([...koppen(blad, rij, bereik).values()].map(kopsleutel).filter((sleutel) => gezocht.has(sleutel))).size;
  const genoeg = wijzers.filter(({ kop }) => kopsleutel(kop) !== "").length / 2;
  if (!bezet.includes(bereik.koprij) && aantal(bereik.koprij) >= genoeg) return bereik.koprij;
  let beste = { rij: bereik.koprij, aantal: 0 };
  for (const rij of blad.rijen.keys()) {
    if (bezet.includes(rij)) continue;
    const hier = aantal(rij);
    if (hier > beste.aantal || (hier === beste.aantal && hier > 0 && Math.abs(rij - bereik.koprij) < Math.abs(beste.rij - bereik.koprij))) beste = { rij, aantal: hier };
  }
  return beste.aantal >= genoeg && beste.aantal > 0 ? beste.rij : bereik.koprij;
}

function plaatsVan({ bereik, blad, koprij }: Gevonden, laatste: number, koppeling: Koppeling, wijzers: readonly Kolomwijzer[]): Bereikplaats {
  const zoeker = new Kolomzoeker(koppen(blad, koprij, bereik), { ...bereik, koprij }, wijzers);
  const meer = koppeling.bereiken.length > 1;
  const perVeld = VELDEN.map((veld) => [veld, (koppeling.velden[veld]?.kolommen ?? []).flatMap((wijzer) => (meer && (veld === "kenmerk" || veld === "team") ? (zoeker.zoek(wijzer) ?? []) : zoeker.vind(wijzer)))] as const);
  return {
    blad: blad.blad,
    koprij,
    eersteRij: koprij + 1,
    laatsteRij: laatste,
    // fromEntries forgets that every field is there.
    kolommen: Object.fromEntries(perVeld) as Record<Veld, number[]>,
    filters: koppeling.filters.map((filter) => zoeker.vind(filter)),
    leeftijd: koppeling.leeftijd ? zoeker.vind(koppeling.leeftijd) : null,
    organisatie: koppeling.organisatie ? zoeker.vind(koppeling.organisatie) : null,
    hernoemd: zoeker.hernoemd,
  };
}

/** A last row moves with the headers of the area, and grows with the rows before the next area. */
function laatsteRij({ bereik, blad, koprij }: Gevonden, alle: readonly Gevonden[]): number {
  if (bereik.laatsteRij === undefined) return Array.from(blad.rijen.keys()).reduce((hoogste, rij) => Math.max(hoogste, rij), koprij);
  const stond = bereik.laatsteRij;
  const eronder = alle.filter((ander) => ander.blad === blad && ander.bereik.koprij > stond && overlappen(ander.bereik, bereik));
  const [volgende] = eronder.toSorted((a, b) => a.bereik.koprij - b.bereik.koprij);
  return volgende ? volgende.koprij - (volgende.bereik.koprij - stond) : koprij + (stond - bereik.koprij);
}

function overlappen(a: Bereik, b: Bereik): boolean {
  const [[vanA, totA], [vanB, totB]] = [kolomgrenzen(a.kolommen), kolomgrenzen(b.kolommen)];
  return vanA <= totB && vanB <= totA;
}

/** Names of sheets are the same whatever their case, as in Excel. */
export function gelijk(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The sheet that is called the same for another year ("jan 2026", "jan 2027"), when there is one, and the mapping does not read it already. */
export function naamgenoot(naam: string, bladen: readonly Celblad[], { bereiken }: Pick<Koppeling, "bereiken">): string | null {
  const zonderJaar = (tekst: string) => tekst.toLowerCase().replace(/(?<!\d)((19|20)\d\d|['’]\d\d)(?!\d)/g, "#");
  if (!zonderJaar(naam).includes("#")) return null;
  const [een, ...meer] = bladen.filter(({ blad, zichtbaar }) => zichtbaar && zonderJaar(blad) === zonderJaar(naam) && !bereiken.some((bereik) => gelijk(bereik.blad, blad)));
  return een && meer.length === 0 ? een.blad : null;
}

/** "AB" → 28. */
export function kolomnummer(letters: string): number {
  return Array.from(letters).reduce((som, letter) => som * 26 + letter.charCodeAt(0) - 64, 0);
}

/** 28 → "AB". */
export function kolomletters(nummer: number): string {
  return nummer > 26 ? kolomletters(Math.floor((nummer - 1) / 26)) + kolomletters(((nummer - 1) % 26) + 1) : String.fromCharCode(64 + nummer);
}
