import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "../../meldcode/vraagstelling";
import { KOPRIJ, LAATSTE_RIJ_MET_NOTATIE, LAATSTE_RIJ_MET_REGELS, LIJSTENBLAD, type Lijstkolom, LIJSTNAAM, type Lijstontwerp, lijstontwerp, vrijeNaam } from "../lijstontwerp";
import { markeringen } from "../markering";
import { bewaarWerkmap, type Wijziging } from "../xlsx/bewaren";
import { type Bereik, nieuweWerkmap, type Werkmap } from "../xlsx/werkmap";
import { bestandsbreedte } from "./bestandsmaten";
import { invoerregel, lijsten, marken } from "./kolomregels";
import { type Invoegtoepassing, taakvensterdelen } from "./taakvensterdelen";
import { toelichting } from "./toelichting";

/**
 * How many blank rows the table begins with. In Excel a table grows while one types below it, in LibreOffice it does not;
 * blank rows are no rows to us. A year of a large organisation fits.
 */
const LEGE_RIJEN = 500;

/** The ready-made workbook: what *Registratie starten* makes, as a file, with the columns that are asked. The same bytes each time. */
export function kantEnKlareRegistratie(invoegtoepassing: Invoegtoepassing, vraagstelling: Vraagstelling = STANDAARDVRAAGSTELLING): Uint8Array {
  const ontwerp = lijstontwerp(vraagstelling);
  return bewaarWerkmap(nieuweWerkmap(LIJSTNAAM), [
    ...toelichting(ontwerp),
    ...lijsten(ontwerp, LIJSTENBLAD),
    ...lijst({ ontwerp, blad: LIJSTNAAM, tabel: LIJSTNAAM, lijstenblad: LIJSTENBLAD }),
    ...taakvensterdelen(invoegtoepassing),
  ]);
}

/** *Registratie starten* in a file: beside what is there, under names that are free. */
export function registratieBegin(werkmap: Werkmap, vraagstelling: Vraagstelling): Wijziging[] {
  const ontwerp = lijstontwerp(vraagstelling);
  const lijstenblad = vrijeNaam(LIJSTENBLAD, werkmap.bladnamen, " ");
  const blad = vrijeNaam(LIJSTNAAM, werkmap.bladnamen, " ");
  // A name of a cell range cannot be a table's name too.
  const tabel = vrijeNaam(LIJSTNAAM, [...werkmap.tabellen, ...werkmap.namen].map(({ naam }) => naam), "_");
  return [...lijsten(ontwerp, lijstenblad), { soort: "blad-toevoegen", naam: blad }, ...lijst({ ontwerp, blad, tabel, lijstenblad })];
}

interface Lijstplek {
  readonly ontwerp: Lijstontwerp;
  readonly blad: string;
  readonly tabel: string;
  readonly lijstenblad: string;
}

/** The list on an empty sheet. */
function lijst({ ontwerp, blad, tabel, lijstenblad }: Lijstplek): Wijziging[] {
  const { kolommen } = ontwerp;
  return [
    { soort: "tabel-toevoegen", blad, naam: tabel, bereik: { vanRij: KOPRIJ, vanKolom: 1, totRij: KOPRIJ + LEGE_RIJEN, totKolom: kolommen.length }, kolommen: kolommen.map(({ kop }) => kop) },
    ...kolommen.flatMap((kolom, k): Wijziging[] => [
      { soort: "kolombreedte", blad, van: k + 1, tot: k + 1, breedte: bestandsbreedte(kolom.breedte) },
      ...metNotatie(kolom, k + 1, blad),
      { soort: "validatie", blad, validatie: { bereiken: [rijenVan(k + 1)], ...invoerregel(kolom, ontwerp, lijstenblad), invoer: kolom.uitleg } },
    ]),
    ...marken(blad, markeringen(ontwerp, lijstenblad), (veld) => rijenVan(kolommen.findIndex((kolom) => kolom.veld === veld) + 1)),
    { soort: "bevriezen", blad, rijen: KOPRIJ, kolommen: 0 },
    { soort: "activeren", blad },
  ];
}

function metNotatie({ notatie }: Lijstkolom, kolom: number, blad: string): Wijziging[] {
  if (notatie === "General") return [];
  return Array.from({ length: LAATSTE_RIJ_MET_NOTATIE - KOPRIJ }, (_, i): Wijziging => ({ soort: "cel", blad, rij: KOPRIJ + 1 + i, kolom, opmaak: { getalnotatie: notatie } }));
}

/** The cells of one column (1 is A) below the header, as far down as the rules reach. */
function rijenVan(kolom: number): Bereik {
  return { vanRij: KOPRIJ + 1, vanKolom: kolom, totRij: LAATSTE_RIJ_MET_REGELS, totKolom: kolom };
}
