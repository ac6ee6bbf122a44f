import { veldVoorKop } from "../meldcode/lezen/koppen";
import { KOPPEN, VERPLICHTE_VELDEN, type Veld } from "../meldcode/veld";
import { LIJSTNAAM } from "./lijstontwerp";

/** What is known of a table before any of its cells is read. */
export interface Tabel {
  readonly id: string;
  readonly naam: string;
  readonly koppen: readonly string[];
}

/** The header of each field as it is written in that table. */
export type Veldkoppen = Readonly<Partial<Record<Veld, string>>>;

export type Tabelkeuze<T extends Tabel> =
  | { readonly soort: "lijst"; readonly tabel: T; readonly koppen: Veldkoppen }
  | { readonly soort: "kolom-ontbreekt"; readonly tabel: T; readonly ontbreekt: readonly Veld[] }
  | { readonly soort: "meer-lijsten"; readonly tabellen: readonly T[] }
  | { readonly soort: "geen-lijst" };

/** Half a list is recognised by this many of the five required columns: enough to say what is missing, too many for chance. */
const GENOEG_OM_TE_HERKENNEN = 3;

/**
 * Which table is the list: of the complete ones the one named Meldcode, else the one that was the list before it was renamed
 * (`onthoudenId`), else the only one. When none is complete, the nearest tells which columns it misses.
 */
export function kiesTabel<T extends Tabel>(tabellen: readonly T[], onthoudenId: string | null): Tabelkeuze<T> {
  const beoordeeld = tabellen.map((tabel) => {
    const koppen = veldkoppen(tabel.koppen);
    return { tabel, koppen, ontbreekt: VERPLICHTE_VELDEN.filter((veld) => koppen[veld] === undefined) };
  });
  const voorkeur = <K extends { readonly tabel: T }>(keus: readonly K[]) =>
    keus.find(({ tabel }) => tabel.naam.toLowerCase() === LIJSTNAAM.toLowerCase()) ?? keus.find(({ tabel }) => tabel.id === onthoudenId);

  const volledig = beoordeeld.filter(({ ontbreekt }) => ontbreekt.length === 0);
  const gekozen = voorkeur(volledig) ?? (volledig.length === 1 ? volledig[0] : undefined);
  if (gekozen) return { soort: "lijst", tabel: gekozen.tabel, koppen: gekozen.koppen };
  if (volledig.length > 1) return { soort: "meer-lijsten", tabellen: volledig.map(({ tabel }) => tabel) };

  const deels = beoordeeld.filter(({ ontbreekt }) => ontbreekt.length < VERPLICHTE_VELDEN.length);
  const bijna = voorkeur(deels) ?? deels.find(({ ontbreekt }) => VERPLICHTE_VELDEN.length - ontbreekt.length >= GENOEG_OM_TE_HERKENNEN);
  return bijna ? { soort: "kolom-ontbreekt", tabel: bijna.tabel, ontbreekt: bijna.ontbreekt } : { soort: "geen-lijst" };
}

/** Two headers for one field: our own wins, else the first; the other is then a free column. */
export function veldkoppen(koppen: readonly string[]): Veldkoppen {
  const gevonden: Partial<Record<Veld, string>> = {};
  for (const kop of koppen) {
    const veld = veldVoorKop(kop);
    if (veld && (gevonden[veld] === undefined || (kop === KOPPEN[veld] && gevonden[veld] !== kop))) gevonden[veld] = kop;
  }
  return gevonden;
}
