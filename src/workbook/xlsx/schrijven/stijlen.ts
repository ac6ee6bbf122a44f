import type { VoorwaardelijkeOpmaak } from "../blad";
import { type Opmaak, VASTE_NOTATIES } from "../stijlen";
import type { Xmlelement } from "../xmlboom";
import { VOLGORDE } from "./volgorde";

export type Opmaakwijziging = Partial<Omit<Opmaak, "isDatum">>;

/** Adds formats to the styles part; those that are there stay, and one that is there already is used again. */
export class Stijlschrijver {
  /** By format of the cell and change: a column of 10,000 cells asks the same thing as many times. */
  private readonly gemaakt = new Map<string, number>();

  constructor(private readonly stylesheet: Xmlelement) {}

  /** The style of a cell that has style `basis` and is changed so. */
  stijl(basis: number, wijziging: Opmaakwijziging): number {
    const sleutel = JSON.stringify([basis, wijziging]);
    let nummer = this.gemaakt.get(sleutel);
    if (nummer === undefined) this.gemaakt.set(sleutel, (nummer = this.maakStijl(basis, wijziging)));
    return nummer;
  }

  private maakStijl(basis: number, { getalnotatie, vet, letterkleur, vulkleur, terugloop }: Opmaakwijziging): number {
    const lijst = this.lijst("cellXfs");
    const xf = (lijst.elementen("xf")[basis] ?? lijst.maak("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 })).kopie();
    if (getalnotatie !== undefined) xf.zet("numFmtId", String(this.notatie(getalnotatie))).zet("applyNumberFormat", "1");
    if (vet !== undefined || letterkleur !== undefined) {
      xf.zet("fontId", String(this.letter(Number(xf.attribuut("fontId") ?? 0), vet, letterkleur))).zet("applyFont", "1");
    }
    if (vulkleur !== undefined) xf.zet("fillId", String(this.vulling(vulkleur))).zet("applyFill", "1");
    if (terugloop !== undefined) {
      xf.vindOfMaak("alignment", VOLGORDE.xf).zet("wrapText", terugloop ? "1" : null);
      xf.zet("applyAlignment", "1");
    }
    return vindOfVoegToe(lijst, xf);
  }

  /** A differential format for a conditional one. Answers its dxfId. */
  dxf({ vulkleur, letterkleur, vet }: Pick<VoorwaardelijkeOpmaak, "vulkleur" | "letterkleur" | "vet">): number {
    const lijst = this.lijst("dxfs");
    const dxf = lijst.maak("dxf");
    if (vet || letterkleur !== null) {
      const letter = dxf.voegToe(lijst.maak("font"));
      if (vet) letter.voegToe(lijst.maak("b", { val: 1 }));
      if (letterkleur !== null) letter.voegToe(lijst.maak("color", { rgb: `FF${letterkleur}` }));
    }
    if (vulkleur !== null) {
      const patroon = dxf.voegToe(lijst.maak("fill")).voegToe(lijst.maak("patternFill", { patternType: "solid" }));
      patroon.voegToe(lijst.maak("fgColor", { rgb: `FF${vulkleur}` }));
      patroon.voegToe(lijst.maak("bgColor", { rgb: `FF${vulkleur}` }));
    }
    return vindOfVoegToe(lijst, dxf);
  }

  private notatie(code: string): number {
    // Formats 14–22 and 37–40 look different in every language: never stand in for what was asked.
    const vast = Object.entries(VASTE_NOTATIES).find(([nummer, notatie]) => notatie === code && (Number(nummer) < 14 || Number(nummer) > 40));
    if (vast) return Number(vast[0]);
    const lijst = this.lijst("numFmts");
    const eigen = lijst.elementen("numFmt");
    const bestaand = eigen.find((notatie) => notatie.attribuut("formatCode") === code)?.attribuut("numFmtId");
    if (bestaand !== undefined) return Number(bestaand);
    // The first number for formats of one's own is 164.
    const nummer = Math.max(163, ...eigen.map((notatie) => Number(notatie.attribuut("numFmtId")))) + 1;
    vindOfVoegToe(lijst, lijst.maak("numFmt", { numFmtId: nummer, formatCode: code }));
    return nummer;
  }

  private letter(basis: number, vet: boolean | undefined, kleur: string | null | undefined): number {
    const lijst = this.lijst("fonts");
    const letter = (lijst.elementen("font")[basis] ?? lijst.maak("font")).kopie();
    if (vet !== undefined) zetKind(letter, "b", vet ? {} : null);
    if (kleur !== undefined) zetKind(letter, "color", kleur === null ? null : { rgb: `FF${kleur}` });
    return vindOfVoegToe(lijst, letter);
  }

  private vulling(kleur: string | null): number {
    const lijst = this.lijst("fills");
    const vulling = lijst.maak("fill");
    const patroon = vulling.voegToe(lijst.maak("patternFill", { patternType: kleur === null ? "none" : "solid" }));
    if (kleur !== null) patroon.voegToe(lijst.maak("fgColor", { rgb: `FF${kleur}` }));
    return vindOfVoegToe(lijst, vulling);
  }

  private lijst(naam: (typeof VOLGORDE.styleSheet)[number]): Xmlelement {
    return this.stylesheet.vindOfMaak(naam, VOLGORDE.styleSheet);
  }
}

function zetKind(ouder: Xmlelement, naam: string, attributen: Record<string, string> | null): void {
  const oud = ouder.element(naam);
  if (oud) ouder.verwijder(oud);
  if (attributen) ouder.voegToe(ouder.maak(naam, attributen), VOLGORDE.font);
}

/** Place in the list of an element that reads the same, added when there is none. */
function vindOfVoegToe(lijst: Xmlelement, element: Xmlelement): number {
  const tekst = String(element);
  const elementen = lijst.elementen();
  const plek = elementen.findIndex((ander) => String(ander) === tekst);
  if (plek >= 0) return plek;
  lijst.voegToe(element);
  lijst.zet("count", String(elementen.length + 1));
  return elementen.length;
}
