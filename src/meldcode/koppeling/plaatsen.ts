import { kopsleutel } from "../lezen/koppen";
import { isIndicator } from "../indicator";
import { VELDEN, type Veld } from "../veld";
import { type Celblad, type Celplaats, gelijk } from "./celblad";
import { type Hernoemd, Kolomzoeker, sleutels } from "./kolomzoeker";
import { type Bereik, type Kolomwijzer, type Koppeling, Koppelingfout } from "./koppeling";
import { kolomgrenzen, koppen } from "./koprij";
import { TEKSTEN } from "./teksten";

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

/** The field's first column; of a field without one, the start date's cell. */
export function celplaats({ blad, kolommen }: Bereikplaats, rij: number, veld: Veld): Celplaats {
  return { blad, rij, kolom: kolommen[veld][0] ?? kolommen.startdatum[0] ?? 1 };
}

/** Where every area of the mapping stands. @throws Koppelingfout when a sheet or a column is not there. */
export function vindPlaatsen(koppeling: Koppeling, bladen: readonly Celblad[]): Bereikplaats[] {
  const wijzers = alleWijzers(koppeling);
  for (const { blad } of koppeling.bereiken) {
    if (!bladen.some((b) => gelijk(b.blad, blad))) throw new Koppelingfout(TEKSTEN.bladOntbreekt(blad, bladen.map((b) => b.blad), naamgenoot(blad, bladen, koppeling)));
  }
  const zoekers = hervind(koppeling.bereiken, wijzers, bladen).map((bereik) => ({ bereik, zoeker: new Kolomzoeker(koppen(bereik.inhoud, bereik.koprij, bereik), bereik, wijzers) }));
  // A reference, a team or an indicator that has its header on one of the sheets is not there on those without it, whatever stands in its place.
  const kanOntbreken = (veld: Veld) => (veld === "kenmerk" || veld === "team" || isIndicator(veld)) && zoekers.some(({ zoeker }) => koppeling.velden[veld]?.kolommen.some((wijzer) => zoeker.opKop(wijzer).length > 0));
  const ontbreekt = (veld: Veld, zoeker: Kolomzoeker, wijzer: Kolomwijzer) => kanOntbreken(veld) && zoeker.opKop(wijzer).length === 0;
  return zoekers.map(({ bereik, zoeker }) => {
    const perVeld = VELDEN.map((veld) => [veld, (koppeling.velden[veld]?.kolommen ?? []).flatMap((wijzer) => (ontbreekt(veld, zoeker, wijzer) ? [] : zoeker.vind(wijzer)))] as const);
    return {
      blad: bereik.inhoud.blad,
      koprij: bereik.koprij,
      eersteRij: bereik.koprij + 1,
      laatsteRij: bereik.laatsteRij ?? Array.from(bereik.inhoud.rijen.keys()).reduce((hoogste, rij) => Math.max(hoogste, rij), bereik.koprij),
      // fromEntries forgets that every field is there.
      kolommen: Object.fromEntries(perVeld) as Record<Veld, number[]>,
      filters: koppeling.filters.map((filter) => zoeker.vind(filter)),
      leeftijd: koppeling.leeftijd ? zoeker.vind(koppeling.leeftijd) : null,
      organisatie: koppeling.organisatie ? zoeker.vind(koppeling.organisatie) : null,
      hernoemd: zoeker.hernoemd,
    };
  });
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

/** An area as it stands in this file: with the row its headers stand in now, and the last row that goes with them. */
export interface Hervonden extends Bereik {
  readonly inhoud: Celblad;
}

/** `wijzers`: the columns to know the headers by. Areas on a sheet that is not there are left out. */
export function hervind(bereiken: readonly Bereik[], wijzers: readonly Kolomwijzer[], bladen: readonly Celblad[]): Hervonden[] {
  const gevonden: { readonly stond: Bereik; readonly inhoud: Celblad; readonly koprij: number }[] = [];
  for (const stond of bereiken) {
    const inhoud = bladen.find(({ blad }) => gelijk(blad, stond.blad));
    if (!inhoud) continue;
    const bezet = gevonden.flatMap((eerder) => (eerder.inhoud === inhoud && overlappen(eerder.stond, stond) ? [eerder.koprij] : []));
    gevonden.push({ stond, inhoud, koprij: vindKoprij(inhoud, stond, wijzers, bezet) });
  }
  return gevonden.map(({ stond, inhoud, koprij }) => {
    const { laatsteRij } = stond;
    if (laatsteRij === undefined) return { ...stond, inhoud, koprij };
    // A last row moves with its headers, and grows with the rows before the next area.
    const eronder = gevonden.filter((ander) => ander.inhoud === inhoud && ander.stond.koprij > laatsteRij && overlappen(ander.stond, stond));
    const [volgende] = eronder.toSorted((a, b) => a.stond.koprij - b.stond.koprij);
    return { ...stond, inhoud, koprij, laatsteRij: volgende ? volgende.koprij - (volgende.stond.koprij - laatsteRij) : koprij + (laatsteRij - stond.koprij) };
  });
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

/** What of it says where it is. */
export function zuiverBereik({ blad, koprij, koprijen, kolommen, laatsteRij }: Bereik): Bereik {
  return { blad, koprij, ...(koprijen === undefined ? {} : { koprijen }), ...(kolommen === undefined ? {} : { kolommen }), ...(laatsteRij === undefined ? {} : { laatsteRij }) };
}

/** Whether they have columns in common. */
export function overlappen(a: Bereik, b: Bereik): boolean {
  const [[vanA, totA], [vanB, totB]] = [kolomgrenzen(a.kolommen), kolomgrenzen(b.kolommen)];
  return vanA <= totB && vanB <= totA;
}

/** The sheet that is called the same for another year ("jan 2026", "jan 2027"), when there is one, and the mapping does not read it already. */
export function naamgenoot(naam: string, bladen: readonly Celblad[], { bereiken }: Pick<Koppeling, "bereiken">): string | null {
  const zonderJaar = (tekst: string) => tekst.toLowerCase().replace(/(?<!\d)((19|20)\d\d|['’]\d\d)(?!\d)/g, "#");
  if (!zonderJaar(naam).includes("#")) return null;
  const [een, ...meer] = bladen.filter(({ blad, zichtbaar }) => zichtbaar && zonderJaar(blad) === zonderJaar(naam) && !bereiken.some((bereik) => gelijk(bereik.blad, blad)));
  return een && meer.length === 0 ? een.blad : null;
}
