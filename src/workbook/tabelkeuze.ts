import { kopsleutel, veldVoorKop } from "../meldcode/lezen/koppen";
import type { Veld } from "../meldcode/veld";
import { kopVan, verplichteVelden, type Vraagstelling } from "../meldcode/vraagstelling";
import { leesvelden } from "./leesvelden";
import { LIJSTNAAM } from "./lijstontwerp";

/** What is known of a table before any of its cells is read. */
export interface Tabel {
  readonly id: string;
  readonly naam: string;
  readonly koppen: readonly string[];
  /** Stands on a sheet that is not hidden. */
  readonly zichtbaar: boolean;
}

/** The header of each field as it is written in that table. */
export type Veldkoppen = Readonly<Partial<Record<Veld, string>>>;

export type Tabelkeuze<T extends Tabel> =
  | { readonly soort: "lijst"; readonly tabel: T; readonly koppen: Veldkoppen }
  | { readonly soort: "kolom-ontbreekt"; readonly tabel: T; readonly ontbreekt: readonly Veld[] }
  | { readonly soort: "meer-lijsten"; readonly tabellen: readonly T[] }
  | { readonly soort: "geen-lijst" };

/** A list is recognised by this many of the required columns: enough to say what is missing, too many for chance. */
const HERKENBAAR = 3;

/**
 * Which table is the list: the one named Meldcode, else the one that was the list before it was renamed (`onthoudenId`), else
 * the only one on a visible sheet with all the columns. Of one that misses columns it says which.
 */
export function kiesTabel<T extends Tabel>(tabellen: readonly T[], onthoudenId: string | null, vraagstelling: Vraagstelling): Tabelkeuze<T> {
  const verplicht = verplichteVelden(vraagstelling);
  const herkend = tabellen
    .map((tabel) => {
      const koppen = veldkoppen(tabel.koppen, vraagstelling);
      return { tabel, koppen, ontbreekt: verplicht.filter((veld) => koppen[veld] === undefined) };
    })
    .filter(({ ontbreekt }) => verplicht.length - ontbreekt.length >= HERKENBAAR);
  const zichtbaar = herkend.filter(({ tabel }) => tabel.zichtbaar);
  const volledig = zichtbaar.filter(({ ontbreekt }) => ontbreekt.length === 0);

  const aangewezen = herkend.find(({ tabel }) => heetMeldcode(tabel)) ?? herkend.find(({ tabel }) => tabel.id === onthoudenId);
  if (!aangewezen && volledig.length > 1) return { soort: "meer-lijsten", tabellen: volledig.map(({ tabel }) => tabel) };
  const gekozen = aangewezen ?? volledig[0] ?? zichtbaar[0];
  if (!gekozen) return { soort: "geen-lijst" };
  const { tabel, koppen, ontbreekt } = gekozen;
  return ontbreekt.length === 0 ? { soort: "lijst", tabel, koppen } : { soort: "kolom-ontbreekt", tabel, ontbreekt };
}

export function heetMeldcode({ naam }: Tabel): boolean {
  return naam.toLowerCase() === LIJSTNAAM.toLowerCase();
}

/** The header of our own lists before another name for the same field. Two other names: no guess is made, the field counts as missing. */
export function veldkoppen(koppen: readonly string[], vraagstelling: Vraagstelling): Veldkoppen {
  const gevonden: Partial<Record<Veld, string>> = {};
  for (const veld of leesvelden(vraagstelling)) {
    const eigen = kopVan(veld, vraagstelling);
    const voorVeld = koppen.filter((kop) => veldVoorKop(kop, vraagstelling) === veld);
    const kop = voorVeld.find((naam) => naam === eigen) ?? enige(voorVeld.filter((naam) => kopsleutel(naam) === kopsleutel(eigen))) ?? enige(voorVeld);
    if (kop !== undefined) gevonden[veld] = kop;
  }
  return gevonden;
}

function enige<T>(alle: readonly T[]): T | undefined {
  return alle.length === 1 ? alle[0] : undefined;
}
