import { INDICATOREN } from "../meldcode/indicator";
import type { Veld } from "../meldcode/veld";
import { type Keuzeveld, KOPRIJ, kolomletter, lijstbereik, type Lijstontwerp } from "./lijstontwerp";

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
export function markeringen(ontwerp: Lijstontwerp, lijstenblad: string): readonly Markering[] {
  return new Markeerder(ontwerp, lijstenblad).alle();
}

/** For columns that a list gets beside its own: of a choice a word that is not known is marked, of a number nothing. `cellen`: the first cell of each, e.g. $H2. */
export function markeringenErbij(ontwerp: Lijstontwerp, lijstenblad: string, cellen: readonly string[]): readonly Markering[] {
  return new Markeerder(ontwerp, lijstenblad, cellen).vanIndicatoren();
}

class Markeerder {
  constructor(
    readonly ontwerp: Lijstontwerp,
    readonly lijstenblad: string,
    readonly cellen: readonly string[] = ontwerp.kolommen.map((_, k) => `$${kolomletter(k)}${KOPRIJ + 1}`),
  ) {}

  alle(): readonly Markering[] {
    const [start, stap5, eind] = [this.cel("startdatum"), this.cel("stap5"), this.cel("einddatum")];
    const overige = this.cellen.filter((adres) => adres !== start);
    const nodig = `OR(${gevuld(stap5)},${gevuld(eind)})`;
    return [
      fout("startdatum", geenDatum(start, `COUNTA(${overige.join(",")})>0`, "FALSE()")),
      waarschuwing("startdatum", `OR(${tekst(start)},AND(${datum(start)},${start}<DATE(2013,7,1)))`),
      ...(this.heeft("sisa") ? [fout("sisa", this.geenKeuze("sisa", nodig)), waarschuwing("sisa", `${kaal(this.cel("sisa"))}="Nee"`)] : []),
      fout("consultatie", this.geenKeuze("consultatie", nodig)),
      fout("stap5", this.geenKeuze("stap5", gevuld(eind))),
      waarschuwing("stap5", `AND(${kaal(stap5)}="Hulp en melding",${datum(start)},${start}<DATE(2019,1,1))`),
      fout("einddatum", geenDatum(eind, "FALSE()", `AND(${datum(start)},INT(${eind})<INT(${start}))`)),
      waarschuwing("einddatum", `OR(${tekst(eind)},AND(${leeg(eind)},${this.bekend("stap5")}),AND(${datum(start)},${datum(eind)},INT(${eind})-INT(${start})>365))`),
      ...this.vanIndicatoren(),
    ];
  }

  vanIndicatoren(): readonly Markering[] {
    return INDICATOREN.flatMap((veld) => (veld !== "kinderen" && this.heeft(veld) ? [fout(veld, veld === "leeftijdsgroep" ? this.geenLeeftijdsgroep() : this.geenKeuze(veld, "FALSE()"))] : []));
  }

  private heeft(veld: Veld): boolean {
    return this.ontwerp.kolommen.some((kolom) => kolom.veld === veld);
  }

  /** The field's cell in the first data row, column fixed: $C2. */
  private cel(veld: Veld): string {
    return this.cellen[this.ontwerp.kolommen.findIndex((kolom) => kolom.veld === veld)] ?? "";
  }

  private geenKeuze(veld: Keuzeveld, foutAlsLeeg: string): string {
    const adres = this.cel(veld);
    return `IF(ISERROR(${adres}),TRUE(),IF(${leeg(adres)},${foutAlsLeeg},NOT(${this.bekend(veld)})))`;
  }

  /** An age alone is understood too, with or without "jaar". A number above it is what Excel makes of "4-11": a date. */
  private geenLeeftijdsgroep(): string {
    const adres = this.cel("leeftijdsgroep");
    const kaalGetal = ["jaar", "jr.", "jr"].reduce((tekst, eenheid) => `SUBSTITUTE(${tekst},"${eenheid}","")`, `LOWER(${kaal(adres)})`);
    const jaren = `IFERROR(VALUE(TRIM(${kaalGetal})),-1)`;
    return `IF(ISERROR(${adres}),TRUE(),IF(AND(${jaren}>=0,${jaren}<=120,INT(${jaren})=${jaren}),FALSE(),${this.geenKeuze("leeftijdsgroep", "FALSE()")}))`;
  }

  /** MATCH compares without regard to case, but would take what is typed for a pattern: a word with a wildcard is never known. */
  private bekend(veld: Keuzeveld): string {
    const waarde = kaal(this.cel(veld));
    return `AND(ISNUMBER(MATCH(${waarde},${lijstbereik("woorden", veld, this.ontwerp, this.lijstenblad)},0)),ISERROR(FIND("*",${waarde})),ISERROR(FIND("?",${waarde})),ISERROR(FIND("~",${waarde})))`;
  }
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
