import type { Veld } from "../meldcode/veld";
import { type Keuzeveld, KOPRIJ, kolomletter, LIJSTKOLOMMEN, woordenbereik } from "./lijstontwerp";

/**
 * Marks in the list as conditional formats, laid once when the list is made: Excel itself marks while the user types, so
 * nothing is written after an edit and undo and the user's own formatting stay as they are. An aid: the pane is the verdict
 * (docs/besluiten/0004). Formulas are English and work in 1900 and 1904 workbooks; TRUE() and FALSE() because HyperFormula, which
 * calculates them in the stand-in, knows no bare TRUE; no array arithmetic either.
 */
export interface Markering {
  readonly veld: Veld;
  readonly ernst: "fout" | "waarschuwing";
  /** With the leading "=", relative to the first data row. */
  readonly formule: string;
}

/** Soft fills on which black text stays readable (contrast above 12:1). */
export const MARKEERKLEUR = { fout: "#FFC7CE", waarschuwing: "#FFEB9C" } as const satisfies Record<Markering["ernst"], string>;

/** In order of importance per column: the first that holds decides. `lijstenblad`: name of the sheet with the accepted words. */
export function markeringen(lijstenblad: string): readonly Markering[] {
  const start = cel("startdatum");
  const sisa = cel("sisa");
  const stap5 = cel("stap5");
  const eind = cel("einddatum");
  const overige = LIJSTKOLOMMEN.filter((kolom) => kolom.veld !== "startdatum").map((kolom) => cel(kolom.veld));
  return [
    fout("startdatum", geenDatum(start, `COUNTA(${overige.join(",")})>0`, "FALSE()")),
    waarschuwing("startdatum", `OR(${tekst(start)},AND(${datum(start)},${start}<DATE(2013,7,1)))`),
    fout("sisa", geenKeuze("sisa", lijstenblad, `OR(${gevuld(stap5)},${gevuld(eind)})`)),
    waarschuwing("sisa", `${kaal(sisa)}="Nee"`),
    fout("consultatie", geenKeuze("consultatie", lijstenblad, `OR(${gevuld(stap5)},${gevuld(eind)})`)),
    fout("stap5", geenKeuze("stap5", lijstenblad, gevuld(eind))),
    waarschuwing("stap5", `AND(${kaal(stap5)}="Hulp en melding",${datum(start)},${start}<DATE(2019,1,1))`),
    fout("einddatum", geenDatum(eind, "FALSE()", `AND(${datum(start)},INT(${eind})<INT(${start}))`)),
    waarschuwing("einddatum", `OR(${tekst(eind)},AND(${leeg(eind)},${bekend("stap5", lijstenblad)}),AND(${datum(start)},${datum(eind)},INT(${eind})-INT(${start})>365))`),
  ];
}

function fout(veld: Veld, voorwaarde: string): Markering {
  return { veld, ernst: "fout", formule: `=${voorwaarde}` };
}

function waarschuwing(veld: Veld, voorwaarde: string): Markering {
  return { veld, ernst: "waarschuwing", formule: `=${voorwaarde}` };
}

/** Not a date from 1990 to today; what is text gets a softer mark, because a date written as text may be understood. */
function geenDatum(adres: string, foutAlsLeeg: string, ookFout: string): string {
  return `IF(ISERROR(${adres}),TRUE(),IF(${leeg(adres)},${foutAlsLeeg},IF(ISNUMBER(${adres}),OR(${adres}<DATE(1990,1,1),INT(${adres})>TODAY(),${ookFout}),ISLOGICAL(${adres}))))`;
}

function geenKeuze(veld: Keuzeveld, lijstenblad: string, foutAlsLeeg: string): string {
  const adres = cel(veld);
  return `IF(ISERROR(${adres}),TRUE(),IF(${leeg(adres)},${foutAlsLeeg},NOT(${bekend(veld, lijstenblad)})))`;
}

/** MATCH compares without regard to case, but would take what is typed for a pattern: a word with a wildcard is never known. */
function bekend(veld: Keuzeveld, lijstenblad: string): string {
  const waarde = kaal(cel(veld));
  return `AND(ISNUMBER(MATCH(${waarde},${woordenbereik(veld, lijstenblad)},0)),ISERROR(FIND("*",${waarde})),ISERROR(FIND("?",${waarde})),ISERROR(FIND("~",${waarde})))`;
}

function kaal(adres: string): string {
  return `TRIM(SUBSTITUTE(${adres},CHAR(160)," "))`;
}

function leeg(adres: string): string {
  return `LEN(${kaal(adres)})=0`;
}

function gevuld(adres: string): string {
  return `LEN(${kaal(adres)})>0`;
}

/** A number that is a date from 1990 to 2099. */
function datum(adres: string): string {
  return `IF(ISNUMBER(${adres}),AND(${adres}>=DATE(1990,1,1),${adres}<DATE(2100,1,1)),FALSE())`;
}

function tekst(adres: string): string {
  return `AND(ISTEXT(${adres}),${gevuld(adres)})`;
}

/** The field's cell in the first data row, column fixed: $C2. */
function cel(veld: Veld): string {
  return `$${kolomletter(LIJSTKOLOMMEN.findIndex((kolom) => kolom.veld === veld))}${KOPRIJ + 1}`;
}
