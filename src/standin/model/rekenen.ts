import { HyperFormula, type CellValue, type RawCellContent } from "hyperformula";
import { bevat } from "./adres";
import type { Blad } from "./blad";
import type { Cel, Celwaarde } from "./cel";
import { verplaatst, zonderTabelverwijzingen } from "./formule";
import type { Werkmap } from "./werkmap";

/**
 * Calculates formulas with HyperFormula. It is built when the first formula is asked for, follows single cells,
 * and is thrown away (by the Werkmap) when cells move.
 */
export class Rekenmachine {
  #hf: HyperFormula | null = null;

  constructor(private readonly werkmap: Werkmap) {}

  /** The result of the formula in this cell; what the file gave when it uses something HyperFormula does not know. */
  waarde(blad: Blad, rij: number, kolom: number, cel: Cel): Celwaarde {
    const hf = this.#gereed();
    const uitkomst = uitkomstVan(hf.getCellValue({ sheet: this.#bladnummer(hf, blad), row: rij, col: kolom }));
    return uitkomst === "#NAME?" && cel.waarde !== "" ? cel.waarde : uitkomst;
  }

  /**
   * Evaluates a formula of a rule (validation, conditional formatting) for one cell; relative references count from `begin`.
   * An error value when it cannot be calculated.
   */
  regel(blad: Blad, formule: string, begin: { readonly rij: number; readonly kolom: number }, rij: number, kolom: number): Celwaarde {
    const hf = this.#gereed();
    const opDezePlek = verplaatst(formule.startsWith("=") ? formule : `=${formule}`, rij - begin.rij, kolom - begin.kolom);
    const uitkomst = hf.calculateFormula(this.#gewoon(blad, opDezePlek, rij, kolom), this.#bladnummer(hf, blad));
    return uitkomstVan(Array.isArray(uitkomst) ? (uitkomst[0]?.[0] ?? null) : uitkomst);
  }

  celGewijzigd(blad: Blad, rij: number, kolom: number, cel: Cel | undefined): void {
    if (!this.#hf) return;
    this.#hf.setCellContents({ sheet: this.#bladnummer(this.#hf, blad), row: rij, col: kolom }, this.#inhoud(blad, rij, kolom, cel));
  }

  /** Whole rows went (from `bij` on) and others came; formulas move along, as they do in the sheet. */
  rijenVerschoven(blad: Blad, bij: number, weg: number, erbij: readonly (readonly (Cel | undefined)[] | undefined)[]): void {
    if (!this.#hf) return;
    const sheet = this.#bladnummer(this.#hf, blad);
    if (weg > 0) this.#hf.removeRows(sheet, [bij, weg]);
    if (erbij.length > 0) this.#hf.addRows(sheet, [bij, erbij.length]);
    erbij.forEach((rij, r) => rij?.forEach((cel, k) => this.celGewijzigd(blad, bij + r, k, cel)));
  }

  /** Formulas that name a table point elsewhere now. */
  tabellenGewijzigd(): void {
    const noemtTabel = this.werkmap.bladen.some((blad) => blad.formules > 0 && [...blad.cellen()].some(([, , cel]) => cel.formule?.includes("[")));
    if (noemtTabel) this.#hf = null;
  }

  #gereed(): HyperFormula {
    if (this.#hf) return this.#hf;
    const bladen = Object.fromEntries(this.werkmap.bladen.map((blad) => [blad.naam, this.#rijen(blad)]));
    const namen = this.werkmap.namen.flatMap(({ naam, formule, blad }) => {
      const bereik = blad === null ? undefined : this.werkmap.bladen.findIndex((b) => b.id === blad);
      return bereik === -1 || !HYPERFORMULA_NAAM.test(naam) ? [] : [{ name: naam, expression: absoluut(formule), scope: bereik }];
    });
    const hf = HyperFormula.buildFromSheets(bladen, {
      licenseKey: "gpl-v3",
      maxRows: 1_048_576,
      maxColumns: 16_384,
      nullDate: this.werkmap.datumstelsel === 1900 ? { year: 1899, month: 12, day: 30 } : { year: 1904, month: 1, day: 1 },
    });
    // HyperFormula only knows them as functions.
    for (const naam of ["TRUE", "FALSE"]) hf.addNamedExpression(naam, `=${naam}()`);
    for (const { name, expression, scope } of namen) if (hf.isItPossibleToAddNamedExpression(name, expression, scope)) hf.addNamedExpression(name, expression, scope);
    return (this.#hf = hf);
  }

  #rijen(blad: Blad): RawCellContent[][] {
    const rijen: RawCellContent[][] = [];
    for (const [r, k, cel] of blad.cellen()) {
      while (rijen.length <= r) rijen.push([]);
      const rij = rijen[r];
      if (rij) rij[k] = this.#inhoud(blad, r, k, cel);
    }
    return rijen.map((rij) => Array.from(rij, (inhoud) => inhoud ?? null));
  }

  #inhoud(blad: Blad, rij: number, kolom: number, cel: Cel | undefined): RawCellContent {
    if (cel?.formule !== undefined) return this.#gewoon(blad, cel.formule, rij, kolom);
    if (!cel || cel.waarde === "") return null;
    // An apostrophe keeps HyperFormula from reading a number, a date or a formula in text.
    return typeof cel.waarde === "string" ? `'${cel.waarde}` : cel.waarde;
  }

  #gewoon(blad: Blad, formule: string, rij: number, kolom: number): string {
    const bladnaam = (id: string) => this.werkmap.blad(id).naam;
    return zonderTabelverwijzingen(formule.replaceAll("_xlfn.", ""), this.werkmap.tabellen, bladnaam, { blad: blad.id, rij, kolom });
  }

  #bladnummer(hf: HyperFormula, blad: Blad): number {
    const nummer = hf.getSheetId(blad.naam);
    if (nummer === undefined) throw new Error(`The calculation does not know sheet ${blad.naam}.`);
    return nummer;
  }
}

const HYPERFORMULA_NAAM = /^[A-Za-z_][\p{L}\p{N}_.]*$/u;

/** HyperFormula only takes names with absolute addresses. */
function absoluut(formule: string): string {
  return formule.startsWith("=") ? formule : `=${formule}`;
}

function uitkomstVan(waarde: CellValue): Celwaarde {
  if (waarde === null) return 0;
  if (typeof waarde === "object") return waarde.value.startsWith("#") ? waarde.value : "#VALUE!";
  return waarde;
}

/** What conditional formatting makes of a cell: the rules that apply, first one first. */
export interface Markering {
  readonly vulling?: string;
  readonly letterkleur?: string;
  readonly vet?: boolean;
  readonly cursief?: boolean;
  readonly onderstreept?: boolean;
}

/** The colours a cell gets from the sheet's formula rules; null when none applies. */
export function markering(werkmap: Werkmap, blad: Blad, rij: number, kolom: number): Markering | null {
  const geldend: Markering[] = [];
  for (const regel of blad.gegevens.opmaakregels) {
    const begin = regel.gebieden[0];
    if (!begin || !regel.gebieden.some((g) => bevat(g, rij, kolom))) continue;
    const uitkomst = werkmap.rekenmachine.regel(blad, regel.formule, begin, rij, kolom);
    if (uitkomst !== true && !(typeof uitkomst === "number" && uitkomst !== 0)) continue;
    geldend.push(regel);
    if (regel.stopAlsWaar) break;
  }
  if (geldend.length === 0) return null;
  const eerste = <K extends keyof Markering>(deel: K): Markering[K] => geldend.find((m) => m[deel] !== undefined)?.[deel];
  return { vulling: eerste("vulling"), letterkleur: eerste("letterkleur"), vet: eerste("vet"), cursief: eerste("cursief"), onderstreept: eerste("onderstreept") };
}
