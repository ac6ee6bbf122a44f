import { type Bereik, leesBereik, leesBereiken } from "./bereik";
import { type Celomgeving, type Rijen, leesRijen } from "./celinhoud";
import { kleur } from "./stijlen";
import type { Xmlelement } from "./xmlboom";

/** What a sheet holds. What is not here (drawings, comments, extensions) is kept when the workbook is saved. */
export interface Bladinhoud {
  readonly rijen: Rijen;
  /** Hidden by hand or by a filter. */
  readonly verborgenRijen: ReadonlySet<number>;
  readonly beveiligd: boolean;
  readonly samengevoegd: readonly Bereik[];
  readonly kolommen: readonly Kolominstelling[];
  /** Number of rows and columns that stay in view; null when nothing is frozen. */
  readonly bevroren: { readonly rijen: number; readonly kolommen: number } | null;
  readonly validaties: readonly Validatie[];
  /** The one that goes first stands first. */
  readonly voorwaardelijk: readonly VoorwaardelijkeOpmaak[];
}

export interface Kolominstelling {
  readonly van: number;
  readonly tot: number;
  /** In characters of the standard font; null is the sheet's standard. */
  readonly breedte: number | null;
  readonly verborgen: boolean;
  readonly stijl: number;
}

/** A rule on what may be typed. Formulas without "=". */
export interface Validatie {
  readonly bereiken: readonly Bereik[];
  readonly soort: "none" | "whole" | "decimal" | "list" | "date" | "time" | "textLength" | "custom";
  readonly vergelijking: "between" | "notBetween" | "equal" | "notEqual" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual";
  readonly formule1: string | null;
  readonly formule2: string | null;
  readonly leegMag: boolean;
  /** A list shows its button in the cell. */
  readonly lijstknop: boolean;
  /** Shown while the cell is selected; null is none. */
  readonly invoer: { readonly titel: string; readonly tekst: string } | null;
  /** Shown when something else is typed; null lets it pass. */
  readonly fout: { readonly stijl: "stop" | "warning" | "information"; readonly titel: string; readonly tekst: string } | null;
}

/** A conditional format that goes by a formula; other kinds are kept but not read. */
export interface VoorwaardelijkeOpmaak {
  readonly bereiken: readonly Bereik[];
  /** Without "=", as seen from the first cell of the first block. */
  readonly formule: string;
  /** Colours "RRGGBB". */
  readonly vulkleur: string | null;
  readonly letterkleur: string | null;
  readonly vet: boolean;
}

/** `worksheet`: with `sheetData` kept as text. `dxfs`: the differential formats of the styles part. @throws Werkmapfout */
export function leesBladinhoud(worksheet: Xmlelement, dxfs: readonly Xmlelement[], omgeving: Celomgeving): Bladinhoud {
  const { rijen, verborgen } = leesRijen(worksheet.element("sheetData")?.dicht ?? "", omgeving);
  return {
    rijen,
    verborgenRijen: verborgen,
    beveiligd: worksheet.element("sheetProtection")?.vlag("sheet") ?? false,
    samengevoegd: (worksheet.element("mergeCells")?.elementen("mergeCell") ?? []).flatMap((m) => leesBereik(m.attribuut("ref") ?? "") ?? []),
    kolommen: worksheet.elementen("cols").flatMap((cols) => cols.elementen("col").map(leesKolom)),
    bevroren: leesBevroren(worksheet),
    validaties: worksheet.element("dataValidations")?.elementen("dataValidation").map(leesValidatie) ?? [],
    voorwaardelijk: worksheet
      .elementen("conditionalFormatting")
      .flatMap((blok) => leesVoorwaardelijk(blok, dxfs))
      .sort((a, b) => a.prioriteit - b.prioriteit)
      .map(({ regel }) => regel),
  };
}

export function leesKolom(col: Xmlelement): Kolominstelling {
  const breedte = col.attribuut("width");
  return {
    van: Number(col.attribuut("min")),
    tot: Number(col.attribuut("max")),
    breedte: breedte === undefined ? null : Number(breedte),
    verborgen: col.vlag("hidden"),
    stijl: Number(col.attribuut("style") ?? 0),
  };
}

function leesBevroren(worksheet: Xmlelement): Bladinhoud["bevroren"] {
  const pane = worksheet.element("sheetViews")?.element("sheetView")?.element("pane");
  if (!pane?.attribuut("state")?.startsWith("frozen")) return null;
  return { rijen: Number(pane.attribuut("ySplit") ?? 0), kolommen: Number(pane.attribuut("xSplit") ?? 0) };
}

/** The casts: the schema knows no other words for these attributes (ISO/IEC 29500-1 18.18). */
function leesValidatie(v: Xmlelement): Validatie {
  const titelEnTekst = (titel: string, tekst: string) => ({ titel: v.attribuut(titel) ?? "", tekst: v.attribuut(tekst) ?? "" });
  return {
    bereiken: leesBereiken(v.attribuut("sqref") ?? ""),
    soort: (v.attribuut("type") ?? "none") as Validatie["soort"],
    vergelijking: (v.attribuut("operator") ?? "between") as Validatie["vergelijking"],
    formule1: v.element("formula1")?.tekst ?? null,
    formule2: v.element("formula2")?.tekst ?? null,
    leegMag: v.vlag("allowBlank"),
    lijstknop: !v.vlag("showDropDown"),
    invoer: v.vlag("showInputMessage") && v.attribuut("prompt") ? titelEnTekst("promptTitle", "prompt") : null,
    fout: v.vlag("showErrorMessage")
      ? { stijl: (v.attribuut("errorStyle") ?? "stop") as NonNullable<Validatie["fout"]>["stijl"], ...titelEnTekst("errorTitle", "error") }
      : null,
  };
}

function leesVoorwaardelijk(blok: Xmlelement, dxfs: readonly Xmlelement[]): { prioriteit: number; regel: VoorwaardelijkeOpmaak }[] {
  const bereiken = leesBereiken(blok.attribuut("sqref") ?? "");
  return blok
    .elementen("cfRule")
    .filter((cfRule) => cfRule.attribuut("type") === "expression")
    .map((cfRule) => {
      const dxf = dxfs[Number(cfRule.attribuut("dxfId") ?? -1)];
      const patroon = dxf?.element("fill")?.element("patternFill");
      const regel = {
        bereiken,
        formule: cfRule.element("formula")?.tekst ?? "",
        // Unlike a cell's, the solid fill of a differential format is its background.
        vulkleur: kleur(patroon?.element("bgColor")) ?? kleur(patroon?.element("fgColor")),
        letterkleur: kleur(dxf?.element("font")?.element("color")),
        vet: dxf?.element("font")?.element("b")?.vlag("val", true) ?? false,
      };
      return { prioriteit: Number(cfRule.attribuut("priority") ?? 0), regel };
    });
}
