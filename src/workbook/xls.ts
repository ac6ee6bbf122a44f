import type { Range } from "@e965/xlsx";
import type { Cel } from "../meldcode/veld";
import { Werkmapfout } from "./xlsx/werkmapfout";
import type { Bron, Celblad, Celblok } from "../meldcode/koppeling/celblad";

/** BIFF error codes ([MS-XLS] 2.5.10), as the file formats since write them. */
const FOUTWAARDEN: Readonly<Record<number, string>> = { 0x00: "#NULL!", 0x07: "#DIV/0!", 0x0f: "#VALUE!", 0x17: "#REF!", 0x1d: "#NAME?", 0x24: "#NUM!", 0x2a: "#N/A" };

/**
 * A workbook of Excel 5 up to and including 2003 (.xls), read by SheetJS, which is loaded only now (docs/besluiten/0009). Macros are not
 * even unpacked. @throws Werkmapfout when it is damaged or behind a password.
 */
export async function leesXls(bytes: Uint8Array): Promise<Bron> {
  const { read } = await import("@e965/xlsx");
  const werkmap = lees(() => read(bytes, { type: "array", dense: true, cellHTML: false, cellText: false, cellFormula: false }));
  const { Sheets: eigenschappen = [], WBProps } = werkmap.Workbook ?? {};
  const bladen = werkmap.SheetNames.flatMap((blad, i): Celblad[] => {
    const inhoud = werkmap.Sheets[blad];
    // Sheets that hold only a chart, a dialog or macros have no cells to read.
    return inhoud === undefined || (inhoud["!type"] ?? "sheet") !== "sheet" ? [] : [{ blad, zichtbaar: !eigenschappen[i]?.Hidden, rijen: rijen(inhoud["!data"] ?? []), samengevoegd: (inhoud["!merges"] ?? []).map(celblok) }];
  });
  if (bladen.length === 0) throw new Werkmapfout("geen-werkmap");
  return { bladen, datumstelsel: WBProps?.date1904 ? 1904 : 1900, datumsZijnTekst: false };
}

/** SheetJS says what is wrong in words only. What it finds odd it writes to the console, where nothing of a list may stand. */
function lees<T>(doe: () => T): T {
  const { error } = console;
  console.error = () => undefined;
  try {
    return doe();
  } catch (oorzaak) {
    const wachtwoord = oorzaak instanceof Error && /password|encrypt/i.test(oorzaak.message);
    throw new Werkmapfout(wachtwoord ? "wachtwoord" : "beschadigd", { cause: oorzaak });
  } finally {
    console.error = error;
  }
}

interface Xlscel {
  readonly t: string;
  readonly v?: unknown;
}

function rijen(gegevens: readonly (readonly (Xlscel | undefined)[] | undefined)[]): Celblad["rijen"] {
  const gelezen = new Map<number, (Cel | undefined)[]>();
  gegevens.forEach((cellen, r) => {
    // Rows and columns count from 1 here.
    const rij: (Cel | undefined)[] = [undefined];
    cellen?.forEach((cel, k) => (rij[k + 1] = waarde(cel)));
    if (rij.some((cel) => cel !== undefined)) gelezen.set(r + 1, rij);
  });
  return gelezen;
}

/** Rows and columns count from 0 there. */
function celblok({ s: van, e: tot }: Range): Celblok {
  return { vanRij: van.r + 1, vanKolom: van.c + 1, totRij: tot.r + 1, totKolom: tot.c + 1 };
}

function waarde(cel: Xlscel | undefined): Cel | undefined {
  if (cel?.t === "e") return FOUTWAARDEN[Number(cel.v)] ?? "#N/A";
  const v = cel?.v;
  return typeof v === "string" || typeof v === "number" || typeof v === "boolean" ? v : undefined;
}
