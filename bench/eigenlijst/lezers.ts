import { readFileSync } from "node:fs";
import { read } from "@e965/xlsx";
import { pasKoppelingToe } from "../../src/meldcode/koppeling/toepassen";
import { leesBron } from "../../src/workbook/bron";
import { KOPPELING } from "./lijst";

export const LEZERS = {
  /** Reading and mapping: what is left are the columns of a list of ours. */
  wij: async (bytes: Uint8Array): Promise<number> => pasKoppelingToe(KOPPELING, await leesBron("lijst.xlsx", bytes)).inhoud.startdatum?.length ?? 0,
  /**
   * The cells and no more. Of the libraries that read .xlsx on Node 20, SheetJS was the fastest here, with everything off that can be:
   * read-excel-file and the maintained fork of ExcelJS (@protobi/exceljs) took longer, the other fork asks for Node 22.
   */
  bibliotheek: async (bytes: Uint8Array): Promise<number> => (read(bytes, { type: "array", dense: true, cellFormula: false, cellHTML: false, cellText: false }).Sheets.Zaken?.["!data"]?.length ?? 1) - 1,
} as const;

/** As a process of its own: how much memory (bytes) one reading of that file takes at its peak, beside what was in use before. */
async function meet(wie: keyof typeof LEZERS, bestand: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(bestand));
  const ervoor = process.memoryUsage().rss;
  const rijen = await LEZERS[wie](bytes);
  // maxRSS is in kilobytes.
  process.stdout.write(JSON.stringify({ rijen, groei: process.resourceUsage().maxRSS * 1024 - ervoor }));
}

if (require.main === module) {
  const [, , wie = "", bestand = ""] = process.argv;
  void meet(wie === "wij" ? "wij" : "bibliotheek", bestand);
}
