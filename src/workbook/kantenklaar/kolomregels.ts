import type { Veld } from "../../meldcode/veld";
import { INVOERMELDING, lijstbereik, type Lijstkolom, type Lijstontwerp } from "../lijstontwerp";
import { MARKEERKLEUR, type Markering } from "../markering";
import type { Wijziging } from "../xlsx/bewaren";
import type { Bereik, Validatie } from "../xlsx/werkmap";
import { bestandsbreedte, hexkleur } from "./bestandsmaten";

/** What may be typed in a column, as a file says it. */
export function invoerregel({ invoer }: Lijstkolom, ontwerp: Lijstontwerp, lijstenblad: string): Omit<Validatie, "bereiken" | "invoer"> {
  const basis = { vergelijking: "between", formule2: null, leegMag: true, lijstknop: true } as const;
  switch (invoer.soort) {
    case "vrij":
      return { ...basis, soort: "none", formule1: null, fout: null };
    case "datum":
      return { ...basis, soort: "date", formule1: "DATE(1990,1,1)", formule2: "TODAY()", fout: { stijl: "warning", ...INVOERMELDING.datum } };
    case "aantal":
      return { ...basis, soort: "whole", vergelijking: "greaterThanOrEqual", formule1: "0", fout: { stijl: "information", ...INVOERMELDING.aantal } };
    case "keuze":
      return { ...basis, soort: "list", formule1: lijstbereik("keuzes", invoer.veld, ontwerp, lijstenblad), fout: { stijl: "information", ...INVOERMELDING.keuze } };
  }
}

/** Each new mark goes before the others, so the most important comes last. */
export function marken(blad: string, markeringen: readonly Markering[], bereikVan: (veld: Veld) => Bereik): Wijziging[] {
  return markeringen.toReversed().map(({ veld, ernst, formule }) => ({
    soort: "voorwaardelijk-toevoegen",
    blad,
    regel: { bereiken: [bereikVan(veld)], formule: formule.slice(1), vulkleur: hexkleur(MARKEERKLEUR[ernst]), letterkleur: null, vet: false },
  }));
}

/** The hidden sheet with the choices and the words that are understood. */
export function lijsten(ontwerp: Lijstontwerp, blad: string): Wijziging[] {
  return [
    { soort: "blad-toevoegen", naam: blad, zichtbaarheid: "verborgen" },
    ...ontwerp.lijsten.flatMap(({ kop, woorden }, k): Wijziging[] => {
      const teksten = [kop, ...woorden];
      return [
        { soort: "kolombreedte", blad, van: k + 1, tot: k + 1, breedte: bestandsbreedte(Math.max(...teksten.map((tekst) => tekst.length))) },
        // As text, so that "1" and "true" stay what they are when someone edits them.
        ...teksten.map((waarde, i): Wijziging => ({ soort: "cel", blad, rij: i + 1, kolom: k + 1, waarde, opmaak: { getalnotatie: "@" } })),
      ];
    }),
  ];
}
