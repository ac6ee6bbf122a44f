import { bewaarWerkmap } from "../../workbook/xlsx/bewaren";
import { nieuweWerkmap, openWerkmap, type Werkmap as Geopend } from "../../workbook/xlsx/werkmap";
import type { Werkmap } from "../model/werkmap";
import { laadWerkmap } from "./laden";
import { verschillen } from "./verschillen";

/** A workbook with the file it came from. */
export interface Bestand {
  readonly werkmap: Werkmap;
  readonly geopend: Geopend;
}

/** @throws Werkmapfout (of workbook/xlsx) with one Dutch sentence when it is no workbook that can be read. */
export function openBestand(bytes: Uint8Array, naam: string): Bestand {
  const geopend = openWerkmap(bytes);
  return { geopend, werkmap: laadWerkmap(geopend, naam) };
}

/** One blank sheet, Blad1. */
export function nieuwBestand(naam: string): Bestand {
  const geopend = nieuweWerkmap();
  return { geopend, werkmap: laadWerkmap(geopend, naam) };
}

/** The bytes of the file with only the differences written into it; what is not understood here stays as it was. */
export function bewaarBestand({ werkmap, geopend }: Bestand): Uint8Array {
  return bewaarWerkmap(geopend, verschillen(laadWerkmap(geopend, werkmap.naam), werkmap));
}
