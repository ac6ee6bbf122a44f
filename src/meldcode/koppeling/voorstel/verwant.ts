import { kopsleutel } from "../../lezen/koppen";
import { VERPLICHTE_VELDEN, type Veld } from "../../veld";
import { kopVan, type Vraagstelling } from "../../vraagstelling";
import type { Bron } from "../celblad";
import { VRAGEN } from "../teksten";
import type { Bereikgok } from "./bereiken";
import { vindTotalen } from "./filters";
import { type AndereKoppen, type Kolom, leesKolommen, voorbeelden } from "./kolommen";
import { isZeker, kandidaten } from "./velden";
import type { Vraag } from "./vragen";

/** The columns of the most likely list, by what they are for. */
export interface Bekendekolom {
  readonly kolom: Kolom;
  /** null: something else than a field; on another sheet only the same header will do. */
  readonly veld: Veld | null;
}

/** Lists with other headers that are read as part of the same list. */
export interface Aansluiting {
  readonly bereiken: readonly Bereikgok[];
  readonly andereKoppen: AndereKoppen;
  readonly vragen: readonly Vraag[];
  /** Sheets whose columns cannot be told. */
  readonly nietGelezen: readonly string[];
}

/** Per list one column may be asked for; when more is uncertain it is another list. */
export function sluitAan(verwant: readonly Bereikgok[], bekend: readonly Bekendekolom[], bron: Bron, vraagstelling: Vraagstelling): Aansluiting {
  const andereKoppen = new Map<string, string[]>();
  const uitkomsten = verwant.map((gok) => ({ gok, paring: paar(gok, bekend, bron, vraagstelling) }));
  for (const { paring } of uitkomsten) for (const [kolom, kop] of paring?.namen ?? []) andereKoppen.set(kolom, [...(andereKoppen.get(kolom) ?? []), kop]);
  return {
    bereiken: uitkomsten.flatMap(({ gok, paring }) => (paring ? [gok] : [])),
    andereKoppen,
    vragen: uitkomsten.flatMap(({ paring }) => paring?.vraag ?? []),
    nietGelezen: uitkomsten.flatMap(({ gok, paring }) => (paring ? [] : [gok.blad])),
  };
}

interface Paring {
  /** By the letters of the known column: what it is called here. */
  readonly namen: ReadonlyMap<string, string>;
  readonly vraag: Vraag | null;
}

function paar(gok: Bereikgok, bekend: readonly Bekendekolom[], bron: Bron, vraagstelling: Vraagstelling): Paring | null {
  const { isTotaal } = vindTotalen(leesKolommen([gok], bron), bron);
  const hier = leesKolommen([gok], bron, (cel) => !isTotaal(cel)).filter(({ kop }) => kop !== "");
  const zelfde = (een: Kolom) => hier.find((kolom) => kopsleutel(kolom.kop) === kopsleutel(een.kop));
  const gebruikt = new Set(bekend.map(({ kolom }) => zelfde(kolom)));
  const namen = new Map<string, string>();
  let vraag: Vraag | null = null;
  for (const { kolom, veld } of bekend) {
    if (zelfde(kolom)) continue;
    // Of a field that is read from two columns it cannot be said which of them this is.
    if (veld === null || bekend.filter((ander) => ander.veld === veld).length > 1) return null;
    const mogelijk = kandidaten(veld, hier.filter((vrij) => !gebruikt.has(vrij)), vraagstelling);
    const [beste] = mogelijk;
    const verplicht = VERPLICHTE_VELDEN.find((naam) => naam === veld);
    if (beste && isZeker(mogelijk)) {
      namen.set(kolom.kolom, beste.kolom.kop);
      gebruikt.add(beste.kolom);
    } else if (verplicht && vraag === null) {
      const keuzes = hier.filter((vrij) => !gebruikt.has(vrij)).map((vrij) => ({ kop: vrij.kop, kolom: vrij.kolom, zekerheid: mogelijk.find((kandidaat) => kandidaat.kolom === vrij)?.zekerheid ?? 0, voorbeelden: voorbeelden(vrij.cellen, bron) }));
      vraag = { soort: "kolom", veld: verplicht, blad: gok.blad, zin: VRAGEN.kolomOpBlad(kopVan(veld, vraagstelling), gok.blad), keuzes: keuzes.toSorted((a, b) => b.zekerheid - a.zekerheid) };
    } else if (verplicht) {
      return null;
    }
  }
  return { namen, vraag };
}
