import { veldVoorKop } from "../meldcode/lezen/koppen";
import { KOPPEN, BASISVELDEN, VERPLICHTE_VELDEN, type Veld } from "../meldcode/veld";
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

/** A list is recognised by this many of the five required columns: enough to say what is missing, too many for chance. */
const HERKENBAAR = 3;

/**
 * Which table is the list: the one named Meldcode, else the one that was the list before it was renamed (`onthoudenId`), else
 * the only one on a visible sheet with all the columns. Of one that misses columns it says which.
 */
export function kiesTabel<T extends Tabel>(tabellen: readonly T[], onthoudenId: string | null): Tabelkeuze<T> {
  const herkend = tabellen
    .map((tabel) => {
      const koppen = veldkoppen(tabel.koppen);
      return { tabel, koppen, ontbreekt: VERPLICHTE_VELDEN.filter((veld) => koppen[veld] === undefined) };
    })
    .filter(({ ontbreekt }) => VERPLICHTE_VELDEN.length - ontbreekt.length >= HERKENBAAR);
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

/** Our own header before another name for the same field. Two other names: no guess is made, the field counts as missing. */
export function veldkoppen(koppen: readonly string[]): Veldkoppen {
  const gevonden: Partial<Record<Veld, string>> = {};
  for (const veld of BASISVELDEN) {
    const voorVeld = koppen.filter((kop) => veldVoorKop(kop) === veld);
    const kop = voorVeld.find((naam) => naam === KOPPEN[veld]) ?? (voorVeld.length === 1 ? voorVeld[0] : undefined);
    if (kop !== undefined) gevonden[veld] = kop;
  }
  return gevonden;
}
