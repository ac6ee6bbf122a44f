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
  vrijeNaam,
} from "../lijstontwerp";
import { MARKEERKLEUR, markeringen } from "../markering";
import { bewaarWerkmap, type Wijziging } from "../xlsx/bewaren";
import { type Bereik, nieuweWerkmap, type Validatie, type Werkmap } from "../xlsx/werkmap";
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
    ...lijsten(LIJSTENBLAD),
    ...lijst({ blad: LIJSTNAAM, tabel: LIJSTNAAM, lijstenblad: LIJSTENBLAD }),
    ...taakvensterdelen(invoegtoepassing),
  ]);
}

/** *Registratie starten* in a file: beside what is there, under names that are free. */
export function registratieBegin(werkmap: Werkmap): Wijziging[] {
  const lijstenblad = vrijeNaam(LIJSTENBLAD, werkmap.bladnamen, " ");
  const blad = vrijeNaam(LIJSTNAAM, werkmap.bladnamen, " ");
  // A name of a cell range cannot be a table's name too.
  const tabel = vrijeNaam(LIJSTNAAM, [...werkmap.tabellen, ...werkmap.namen].map(({ naam }) => naam), "_");
  return [...lijsten(lijstenblad), { soort: "blad-toevoegen", naam: blad }, ...lijst({ blad, tabel, lijstenblad })];
}

interface Lijstplek {
  readonly blad: string;
  readonly tabel: string;
  readonly lijstenblad: string;
}

/** The list on an empty sheet. */
function lijst(plek: Lijstplek): Wijziging[] {
  const { blad } = plek;
  return [
    {
      soort: "tabel-toevoegen",
      blad,
      naam: plek.tabel,
      bereik: { vanRij: KOPRIJ, vanKolom: 1, totRij: KOPRIJ + LEGE_RIJEN, totKolom: LIJSTKOLOMMEN.length },
      kolommen: LIJSTKOLOMMEN.map((kolom) => kolom.kop),
    },
    ...LIJSTKOLOMMEN.flatMap((kolom, k) => lijstkolom(kolom, k + 1, plek)),
    ...marken(plek),
    { soort: "bevriezen", blad, rijen: KOPRIJ, kolommen: 0 },
    { soort: "activeren", blad },
  ];
}

function lijstkolom(kolom: Lijstkolom, nummer: number, { blad, lijstenblad }: Lijstplek): Wijziging[] {
  const metNotatie = kolom.notatie === "General" ? 0 : LAATSTE_RIJ_MET_NOTATIE - KOPRIJ;
  return [
    { soort: "kolombreedte", blad, van: nummer, tot: nummer, breedte: bestandsbreedte(kolom.breedte) },
    ...Array.from({ length: metNotatie }, (_, i): Wijziging => ({ soort: "cel", blad, rij: KOPRIJ + 1 + i, kolom: nummer, opmaak: { getalnotatie: kolom.notatie } })),
    { soort: "validatie", blad, validatie: { bereiken: [rijenVan(nummer)], ...invoerregel(kolom, lijstenblad), invoer: kolom.uitleg } },
  ];
}

function invoerregel({ invoer }: Lijstkolom, lijstenblad: string): Omit<Validatie, "bereiken" | "invoer"> {
  const basis = { vergelijking: "between", formule2: null, leegMag: true, lijstknop: true } as const;
  switch (invoer.soort) {
    case "vrij":
      return { ...basis, soort: "none", formule1: null, fout: null };
    case "datum":
      return { ...basis, soort: "date", formule1: "DATE(1990,1,1)", formule2: "TODAY()", fout: { stijl: "warning", ...INVOERMELDING.datum } };
    case "keuze":
      return { ...basis, soort: "list", formule1: keuzebereik(invoer.veld, lijstenblad), fout: { stijl: "information", ...INVOERMELDING.keuze } };
  }
}

/** Each new mark goes before the others, so the most important comes last. */
function marken({ blad, lijstenblad }: Lijstplek): Wijziging[] {
  return markeringen(lijstenblad)
    .toReversed()
    .map(({ veld, ernst, formule }) => ({
      soort: "voorwaardelijk-toevoegen",
      blad,
      regel: {
        bereiken: [rijenVan(LIJSTKOLOMMEN.findIndex((kolom) => kolom.veld === veld) + 1)],
        formule: formule.slice(1),
        vulkleur: hexkleur(MARKEERKLEUR[ernst]),
        letterkleur: null,
        vet: false,
      },
    }));
}

function lijsten(blad: string): Wijziging[] {
  return [
    { soort: "blad-toevoegen", naam: blad, zichtbaarheid: "verborgen" },
    ...LIJSTENKOLOMMEN.flatMap(({ kop, woorden }, k): Wijziging[] => {
      const teksten = [kop, ...woorden];
      return [
        { soort: "kolombreedte", blad, van: k + 1, tot: k + 1, breedte: bestandsbreedte(Math.max(...teksten.map((tekst) => tekst.length))) },
        // As text, so that "1" and "true" stay what they are when someone edits them.
        ...teksten.map((waarde, i): Wijziging => ({ soort: "cel", blad, rij: i + 1, kolom: k + 1, waarde, opmaak: { getalnotatie: "@" } })),
      ];
    }),
  ];
}

/** The cells of one column (1 is A) below the header, as far down as the rules reach. */
function rijenVan(kolom: number): Bereik {
  return { vanRij: KOPRIJ + 1, vanKolom: kolom, totRij: LAATSTE_RIJ_MET_REGELS, totKolom: kolom };
}
