import { bestandsbreedte } from "../kantenklaar/bestandsmaten";
import { KOPPELING_BLAD, KOPPELING_BREEDTES, KOPPELING_KOPPEN, KOPPELING_TABEL } from "../koppelingblad";
import { vrijeNaam } from "../lijstontwerp";
import { KOPREGELS, VERZONDEN_BLAD, VERZONDEN_BREEDTES, VERZONDEN_KOPPEN, VERZONDEN_KOPRIJ, VERZONDEN_TABEL } from "../verzonden";
import type { Wijziging } from "../xlsx/bewaren";
import type { Bereik, Celwaarde, Tabel, Werkmap } from "../xlsx/werkmap";

/** A sheet of ours with one table of texts: Verzonden and Koppeling, as the office.js adapter makes them. */
export interface Eigenblad {
  readonly blad: string;
  readonly tabel: string;
  readonly koppen: readonly string[];
  /** What stands above the table, from A1 down. */
  readonly boven: readonly string[];
  /** In characters, as lijstontwerp counts. */
  readonly breedtes: readonly number[];
  /** Sheet row of the header. */
  readonly koprij: number;
}

export const VERZONDEN: Eigenblad = { blad: VERZONDEN_BLAD, tabel: VERZONDEN_TABEL, koppen: VERZONDEN_KOPPEN, boven: KOPREGELS, breedtes: VERZONDEN_BREEDTES, koprij: VERZONDEN_KOPRIJ };
export const KOPPELING: Eigenblad = { blad: KOPPELING_BLAD, tabel: KOPPELING_TABEL, koppen: KOPPELING_KOPPEN, boven: [], breedtes: KOPPELING_BREEDTES, koprij: 1 };

export type Tekstrijen = readonly (readonly string[])[];

export function vindTabel(werkmap: Werkmap, naam: string): Tabel | null {
  return werkmap.tabellen.find((tabel) => tabel.naam.toLowerCase() === naam.toLowerCase()) ?? null;
}

/** The values of a block of cells. */
export function waarden(werkmap: Werkmap, blad: string, { vanRij, vanKolom, totRij, totKolom }: Bereik): Celwaarde[][] {
  const { rijen } = werkmap.leesBlad(blad);
  return Array.from({ length: Math.max(0, totRij - vanRij + 1) }, (_, r) =>
    Array.from({ length: totKolom - vanKolom + 1 }, (_cel, k) => rijen.get(vanRij + r)?.[vanKolom + k]?.waarde ?? null),
  );
}

export function tabelkoppen(werkmap: Werkmap, { blad, bereik }: Tabel): string[] {
  return waarden(werkmap, blad, { ...bereik, totRij: bereik.vanRij }).flat().map((kop) => String(kop ?? ""));
}

/** The rows below the header of a table. */
export function tabelrijen(werkmap: Werkmap, { blad, bereik, koprijen, totaalrijen }: Tabel): Celwaarde[][] {
  return waarden(werkmap, blad, { ...bereik, vanRij: bereik.vanRij + koprijen, totRij: bereik.totRij - totaalrijen });
}

/**
 * Makes the sheet and its table at the end, with what stands above it. A sheet that bears the name already is left as it is: ours
 * gets another.
 */
export function maakEigenblad(werkmap: Werkmap, ontwerp: Eigenblad, rijen: Tekstrijen): { readonly blad: string; readonly wijzigingen: Wijziging[] } {
  const blad = vrijeNaam(ontwerp.blad, werkmap.bladnamen, " ");
  const { koprij, koppen, boven } = ontwerp;
  const bereik = { vanRij: koprij, vanKolom: 1, totRij: koprij + rijen.length, totKolom: koppen.length };
  return {
    blad,
    wijzigingen: [
      { soort: "blad-toevoegen", naam: blad },
      ...ontwerp.breedtes.map((breedte, k): Wijziging => ({ soort: "kolombreedte", blad, van: k + 1, tot: k + 1, breedte: bestandsbreedte(breedte) })),
      ...boven.map((waarde, r): Wijziging => ({ soort: "cel", blad, rij: r + 1, kolom: 1, waarde, ...(r === 0 && { opmaak: { vet: true } }) })),
      { soort: "tabel-toevoegen", blad, naam: ontwerp.tabel, bereik, kolommen: koppen },
      ...tekstcellen(blad, koprij + 1, 1, rijen),
    ],
  };
}

/**
 * What the table is to hold, in the place where it stands. null when it does not fit there: something stands below it, or it has a totals
 * row. Nothing of the user is ever written over.
 */
export function vulTabel(werkmap: Werkmap, tabel: Tabel, rijen: Tekstrijen): Wijziging[] | null {
  const { blad, bereik, koprijen, totaalrijen } = tabel;
  const eerste = bereik.vanRij + koprijen;
  const nieuw = { ...bereik, totRij: eerste + rijen.length - 1 };
  const breedte = rijen[0]?.length ?? 0;
  const past = totaalrijen === 0 && bereik.totKolom - bereik.vanKolom + 1 >= breedte && (nieuw.totRij <= bereik.totRij || isVrij(werkmap, blad, { ...nieuw, vanRij: bereik.totRij + 1 }));
  if (!past) return null;
  const oud = tabelrijen(werkmap, tabel);
  return [
    ...tekstcellen(blad, eerste, bereik.vanKolom, rijen, oud),
    ...oud.slice(rijen.length).flatMap((cellen, r) => cellen.map((_, k): Wijziging => ({ soort: "cel-wissen", blad, rij: eerste + rijen.length + r, kolom: bereik.vanKolom + k }))),
    ...(nieuw.totRij === bereik.totRij ? [] : [{ soort: "tabel-wijzigen", naam: tabel.naam, bereik: nieuw } as const]),
  ];
}

/** No cell in it holds anything, and no table or merged cell reaches into it. */
export function isVrij(werkmap: Werkmap, blad: string, bereik: Bereik): boolean {
  const raakt = (ander: Bereik) => bereik.vanRij <= ander.totRij && ander.vanRij <= bereik.totRij && bereik.vanKolom <= ander.totKolom && ander.vanKolom <= bereik.totKolom;
  if (werkmap.tabellen.some((tabel) => tabel.blad === blad && raakt(tabel.bereik)) || werkmap.leesBlad(blad).samengevoegd.some(raakt)) return false;
  return eersteGevulde(werkmap, blad, bereik) === null;
}

export function eersteGevulde(werkmap: Werkmap, blad: string, { vanRij, vanKolom, totRij, totKolom }: Bereik): { readonly rij: number; readonly kolom: number } | null {
  for (const [rij, cellen] of werkmap.leesBlad(blad).rijen) {
    if (rij < vanRij || rij > totRij) continue;
    for (let kolom = vanKolom; kolom <= totKolom; kolom++) {
      const cel = cellen[kolom];
      if (cel && (cel.formule !== null || (cel.waarde !== null && cel.waarde !== ""))) return { rij, kolom };
    }
  }
  return null;
}

/** As text, or Excel would make a number or a date of some when someone edits them. Cells that hold it already stay as they are. */
function tekstcellen(blad: string, eersteRij: number, eersteKolom: number, rijen: Tekstrijen, oud: readonly (readonly Celwaarde[])[] = []): Wijziging[] {
  return rijen.flatMap((cellen, r) =>
    cellen.flatMap((waarde, k): Wijziging[] =>
      (oud[r]?.[k] ?? "") === waarde && oud[r] !== undefined ? [] : [{ soort: "cel", blad, rij: eersteRij + r, kolom: eersteKolom + k, waarde: waarde === "" ? null : waarde, opmaak: { getalnotatie: "@" } }],
    ),
  );
}
