import {
  INVOERMELDING,
  keuzebereik,
  KOPRIJ,
  LAATSTE_RIJ_MET_NOTATIE,
  LAATSTE_RIJ_MET_REGELS,
  LIJSTENBLAD,
  LIJSTENKOLOMMEN,
  type Lijstkolom,
  LIJSTKOLOMMEN,
  LIJSTNAAM,
} from "../lijstontwerp";
import { MARKEERKLEUR, markeringen } from "../markering";
import { type Bereik, bewaarWerkmap, nieuweWerkmap, type Validatie, type Wijziging } from "../xlsx/werkmap";
import { bestandsbreedte, hexkleur } from "./bestandsmaten";
import { type Invoegtoepassing, taakvensterdelen } from "./taakvensterdelen";
import { toelichting } from "./toelichting";

/**
 * How many blank rows the table begins with. In Excel a table grows while one types below it, in LibreOffice it does not;
 * blank rows are no rows to us. A year of a large organisation fits.
 */
const LEGE_RIJEN = 500;

/** The ready-made workbook: what *Registratie starten* makes, as a file. The same bytes each time. */
export function kantEnKlareRegistratie(invoegtoepassing: Invoegtoepassing): Uint8Array {
  return bewaarWerkmap(nieuweWerkmap(LIJSTNAAM), [
    ...toelichting(),
    ...lijsten(),
    {
      soort: "tabel-toevoegen",
      blad: LIJSTNAAM,
      naam: LIJSTNAAM,
      bereik: { vanRij: KOPRIJ, vanKolom: 1, totRij: KOPRIJ + LEGE_RIJEN, totKolom: LIJSTKOLOMMEN.length },
      kolommen: LIJSTKOLOMMEN.map((kolom) => kolom.kop),
    },
    ...LIJSTKOLOMMEN.flatMap((kolom, k) => lijstkolom(kolom, k + 1)),
    ...marken(),
    { soort: "bevriezen", blad: LIJSTNAAM, rijen: KOPRIJ, kolommen: 0 },
    { soort: "activeren", blad: LIJSTNAAM },
    ...taakvensterdelen(invoegtoepassing),
  ]);
}

function lijstkolom(kolom: Lijstkolom, nummer: number): Wijziging[] {
  const metNotatie = kolom.notatie === "General" ? 0 : LAATSTE_RIJ_MET_NOTATIE - KOPRIJ;
  return [
    { soort: "kolombreedte", blad: LIJSTNAAM, van: nummer, tot: nummer, breedte: bestandsbreedte(kolom.breedte) },
    ...Array.from({ length: metNotatie }, (_, i): Wijziging => ({ soort: "cel", blad: LIJSTNAAM, rij: KOPRIJ + 1 + i, kolom: nummer, opmaak: { getalnotatie: kolom.notatie } })),
    { soort: "validatie", blad: LIJSTNAAM, validatie: { bereiken: [rijenVan(nummer)], ...invoerregel(kolom), invoer: kolom.uitleg } },
  ];
}

function invoerregel({ invoer }: Lijstkolom): Omit<Validatie, "bereiken" | "invoer"> {
  const basis = { vergelijking: "between", formule2: null, leegMag: true, lijstknop: true } as const;
  switch (invoer.soort) {
    case "vrij":
      return { ...basis, soort: "none", formule1: null, fout: null };
    case "datum":
      return { ...basis, soort: "date", formule1: "DATE(1990,1,1)", formule2: "TODAY()", fout: { stijl: "warning", ...INVOERMELDING.datum } };
    case "keuze":
      return { ...basis, soort: "list", formule1: keuzebereik(invoer.veld, LIJSTENBLAD), fout: { stijl: "information", ...INVOERMELDING.keuze } };
  }
}

/** Each new mark goes before the others, so the most important comes last. */
function marken(): Wijziging[] {
  return markeringen(LIJSTENBLAD)
    .toReversed()
    .map(({ veld, ernst, formule }) => ({
      soort: "voorwaardelijk-toevoegen",
      blad: LIJSTNAAM,
      regel: {
        bereiken: [rijenVan(LIJSTKOLOMMEN.findIndex((kolom) => kolom.veld === veld) + 1)],
        formule: formule.slice(1),
        vulkleur: hexkleur(MARKEERKLEUR[ernst]),
        letterkleur: null,
        vet: false,
      },
    }));
}

function lijsten(): Wijziging[] {
  return [
    { soort: "blad-toevoegen", naam: LIJSTENBLAD, zichtbaarheid: "verborgen" },
    ...LIJSTENKOLOMMEN.flatMap(({ kop, woorden }, k): Wijziging[] => {
      const teksten = [kop, ...woorden];
      return [
        { soort: "kolombreedte", blad: LIJSTENBLAD, van: k + 1, tot: k + 1, breedte: bestandsbreedte(Math.max(...teksten.map((tekst) => tekst.length))) },
        // As text, so that "1" and "true" stay what they are when someone edits them.
        ...teksten.map((waarde, i): Wijziging => ({ soort: "cel", blad: LIJSTENBLAD, rij: i + 1, kolom: k + 1, waarde, opmaak: { getalnotatie: "@" } })),
      ];
    }),
  ];
}

/** The cells of one column (1 is A) below the header, as far down as the rules reach. */
function rijenVan(kolom: number): Bereik {
  return { vanRij: KOPRIJ + 1, vanKolom: kolom, totRij: LAATSTE_RIJ_MET_REGELS, totKolom: kolom };
}
