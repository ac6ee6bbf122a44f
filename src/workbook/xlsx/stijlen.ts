import type { Xmlelement } from "./xmlboom";

/** How a cell looks, as far as it is read and written here. Colours are "RRGGBB"; null is none, or one of the theme's. */
export interface Opmaak {
  /** Number format code, e.g. "General", "dd-mm-yyyy". */
  readonly getalnotatie: string;
  /** The format shows a date or a time. */
  readonly isDatum: boolean;
  readonly vet: boolean;
  readonly letterkleur: string | null;
  readonly vulkleur: string | null;
  readonly terugloop: boolean;
}

/** ISO/IEC 29500-1 18.8.30; those that depend on the language are left out, 14 shows as the reader's own short date. */
export const VASTE_NOTATIES: Readonly<Record<number, string>> = {
  0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
  14: "dd-mm-yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd-mm-yyyy h:mm",
  37: "#,##0 ;(#,##0)", 38: "#,##0 ;[Red](#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
};

export const GEWONE_OPMAAK: Opmaak = { getalnotatie: "General", isDatum: false, vet: false, letterkleur: null, vulkleur: null, terugloop: false };

/** Every cell format of a styles part, in order: a cell's style is its place in this list. */
export function leesStijlen(stylesheet: Xmlelement): Opmaak[] {
  const notaties = new Map(
    stylesheet.element("numFmts")?.elementen("numFmt").map((n) => [Number(n.attribuut("numFmtId")), n.attribuut("formatCode") ?? "General"]),
  );
  const letters = stylesheet.element("fonts")?.elementen("font") ?? [];
  const vullingen = stylesheet.element("fills")?.elementen("fill") ?? [];
  return (stylesheet.element("cellXfs")?.elementen("xf") ?? []).map((xf) => {
    const nummer = Number(xf.attribuut("numFmtId") ?? 0);
    const getalnotatie = notaties.get(nummer) ?? VASTE_NOTATIES[nummer] ?? "General";
    const letter = letters[Number(xf.attribuut("fontId") ?? 0)];
    return {
      getalnotatie,
      isDatum: isDatumnotatie(getalnotatie) || isVreemdeDatum(nummer),
      vet: letter?.element("b")?.vlag("val", true) ?? false,
      letterkleur: kleur(letter?.element("color")),
      vulkleur: vulkleur(vullingen[Number(xf.attribuut("fillId") ?? 0)]),
      terugloop: xf.element("alignment")?.vlag("wrapText") ?? false,
    };
  });
}

/** Solid fill of a cell: its foreground. */
function vulkleur(fill: Xmlelement | undefined): string | null {
  const patroon = fill?.element("patternFill");
  return patroon?.attribuut("patternType") === "solid" ? kleur(patroon.element("fgColor")) : null;
}

export function kleur(element: Xmlelement | undefined): string | null {
  return element?.attribuut("rgb")?.slice(-6).toUpperCase() ?? null;
}

/** 27–36 and 50–58 are dates in East Asian languages. */
function isVreemdeDatum(nummer: number): boolean {
  return (nummer >= 27 && nummer <= 36) || (nummer >= 50 && nummer <= 58);
}

/** Does a number format show a date or time? Texts in quotes, escaped characters, and colours, languages and conditions in brackets do not count. */
export function isDatumnotatie(notatie: string): boolean {
  const kaal = notatie.replace(/\[(h+|m+|s+)\]/gi, "$1").replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "");
  return /[dmyhs]/i.test(kaal.replace(/general|standaard/gi, ""));
}
