import { leesCsv } from "./csv";
import { leesXls } from "./xls";
import { isOudExcel } from "./xlsx/pakket";
import { roosters } from "./xlsx/rooster";
import { Werkmapfout, openWerkmap } from "./xlsx/werkmap";
import { MAXIMUM_BESTAND } from "./xlsx/zip";
import type { Bron, Celplaats } from "../meldcode/koppeling/celblad";

/** A file with a list of someone's own, ready to be mapped. */
export interface Bestandsbron extends Bron {
  /** A formula whose outcome the file does not hold: read as empty it would count as open. */
  isNietBerekend(plaats: Celplaats): boolean;
}

/** The one sheet of a csv, whatever the file is called: a mapping fits next year's file too. */
export const CSV_BLAD = "csv";

/**
 * A workbook (.xlsx, .xlsm or an old .xls; macros are never run) or, by its name, a csv. Sheets of a new one are read when asked for.
 * @throws Werkmapfout
 */
export async function leesBron(naam: string, bytes: Uint8Array): Promise<Bestandsbron> {
  if (bytes.length > MAXIMUM_BESTAND) throw new Werkmapfout("te-groot");
  if (isOudExcel(bytes)) return { ...(await leesXls(bytes)), isNietBerekend: () => false };
  return /\.(csv|tsv|txt)$/i.test(naam) && !isZip(bytes) ? csvbron(bytes) : werkmapbron(bytes);
}

/** Also when it is called .csv. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function csvbron(bytes: Uint8Array): Bestandsbron {
  // Column 0 does not exist.
  const rijen = new Map(leesCsv(bytes).map(({ nummer, cellen }) => [nummer, [undefined, ...cellen]] as const));
  return { bladen: [{ blad: CSV_BLAD, zichtbaar: true, rijen }], datumstelsel: 1900, datumsZijnTekst: true, isNietBerekend: () => false };
}

function werkmapbron(bytes: Uint8Array): Bestandsbron {
  const werkmap = openWerkmap(bytes);
  return {
    bladen: roosters(werkmap),
    datumstelsel: werkmap.datumstelsel,
    datumsZijnTekst: false,
    isNietBerekend({ blad, rij, kolom }) {
      const cel = werkmap.leesBlad(blad).rijen.get(rij)?.[kolom];
      return cel !== undefined && cel.formule !== null && cel.waarde === null;
    },
  };
}
