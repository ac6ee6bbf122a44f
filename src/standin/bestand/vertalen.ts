import type * as xlsx from "../../workbook/xlsx/werkmap";
import { gebied, MAX_KOLOMMEN, MAX_RIJEN, type Gebied } from "../model/adres";
import type { Cel, Opmaakregel, Stijl, Validatie, Validatieregel } from "../model/cel";
import { KORTE_DATUM } from "../model/invoer";

/**
 * The file counts from 1, writes formulas without "=" and widths in characters; the sheet model counts from 0, with "=", in points.
 * Everything here goes both ways, so that what was only read is never seen as changed.
 */

export function naarGebied(b: xlsx.Bereik): Gebied {
  const rijen = Math.min(b.totRij, MAX_RIJEN) - b.vanRij + 1;
  const kolommen = Math.min(b.totKolom, MAX_KOLOMMEN) - b.vanKolom + 1;
  return gebied(b.vanRij - 1, b.vanKolom - 1, rijen, kolommen);
}

export function naarBereik(g: Gebied): xlsx.Bereik {
  return { vanRij: g.rij + 1, vanKolom: g.kolom + 1, totRij: g.rij + g.rijen, totKolom: g.kolom + g.kolommen };
}

/** Pixels of one digit in the standard font, Calibri 11; the width in a file holds its margins (ISO/IEC 29500-1 18.3.1.13). */
const CIJFERBREEDTE = 7;
const PUNT_PER_PIXEL = 0.75;

export function naarPunten(tekens: number): number {
  return Math.trunc(((256 * tekens + Math.trunc(128 / CIJFERBREEDTE)) / 256) * CIJFERBREEDTE) * PUNT_PER_PIXEL;
}

export function naarTekens(punten: number): number {
  return Math.round((punten / PUNT_PER_PIXEL / CIJFERBREEDTE) * 256) / 256;
}

const STANDAARDNOTATIE = "General";

export function naarCel(cel: xlsx.Werkmapcel, opmaak: { readonly notatie: string | undefined; readonly stijl: Stijl | undefined }): Cel {
  return {
    waarde: cel.waarde ?? "",
    ...(cel.formule !== null && { formule: `=${cel.formule}` }),
    ...(opmaak.notatie !== undefined && { notatie: opmaak.notatie }),
    ...(opmaak.stijl && { stijl: opmaak.stijl }),
  };
}

export function naarNotatieEnStijl(opmaak: xlsx.Opmaak, bestandsstijl: number): { readonly notatie: string | undefined; readonly stijl: Stijl | undefined } {
  const { getalnotatie, vet, letterkleur, vulkleur, terugloop } = opmaak;
  const stijl: Stijl = {
    bestandsstijl,
    ...(vulkleur !== null && { vulling: `#${vulkleur}` }),
    ...(letterkleur !== null && { letterkleur: `#${letterkleur}` }),
    ...(vet && { vet }),
    ...(terugloop && { terugloop }),
  };
  return { notatie: getalnotatie === STANDAARDNOTATIE ? undefined : getalnotatie, stijl: bestandsstijl === 0 ? undefined : stijl };
}

/** How the cell looks, in the words of the file. */
export function naarOpmaak(cel: Cel | undefined): Omit<xlsx.Opmaak, "isDatum"> {
  const notatie = cel?.notatie ?? STANDAARDNOTATIE;
  return {
    // "The reader's own short date" has no code of its own in a file; here the reader is Dutch.
    getalnotatie: notatie === KORTE_DATUM ? "dd-mm-yyyy" : notatie,
    vet: cel?.stijl?.vet ?? false,
    letterkleur: zonderHekje(cel?.stijl?.letterkleur),
    vulkleur: zonderHekje(cel?.stijl?.vulling),
    terugloop: cel?.stijl?.terugloop ?? false,
  };
}

function zonderHekje(kleur: string | undefined): string | null {
  return kleur ? kleur.replace("#", "").toUpperCase() : null;
}

/** The API's word for each operator of the file. */
const OPERATOREN = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  lessThan: "LessThan",
  lessThanOrEqual: "LessThanOrEqualTo",
  greaterThan: "GreaterThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
} as const satisfies Record<xlsx.Validatie["vergelijking"], string>;

const SOORTEN = { date: "date", time: "time", whole: "wholeNumber", decimal: "decimal", textLength: "textLength" } as const;

export function naarValidatie(v: xlsx.Validatie): Validatie {
  return {
    gebieden: v.bereiken.map(naarGebied),
    regel: naarRegel(v),
    negeerLeeg: v.leegMag,
    invoer: { tonen: v.invoer !== null, titel: v.invoer?.titel ?? "", tekst: v.invoer?.tekst ?? "" },
    fout: { tonen: v.fout !== null, titel: v.fout?.titel ?? "", tekst: v.fout?.tekst ?? "", stijl: metHoofdletter(v.fout?.stijl ?? "stop") },
  };
}

function naarRegel(v: xlsx.Validatie): Validatieregel {
  const formule1 = v.formule1 ?? "";
  if (v.soort === "none") return {};
  if (v.soort === "custom") return { custom: { formula: `=${formule1}` } };
  if (v.soort === "list") {
    const opgesomd = /^"(.*)"$/s.exec(formule1)?.[1]?.replaceAll('""', '"');
    return { list: { inCellDropDown: v.lijstknop, source: opgesomd ?? `=${formule1}` } };
  }
  return { [SOORTEN[v.soort]]: { formula1: `=${formule1}`, ...(v.formule2 !== null && { formula2: `=${v.formule2}` }), operator: OPERATOREN[v.vergelijking] } };
}

export function uitValidatie(v: Validatie): xlsx.Validatie {
  return {
    bereiken: v.gebieden.map(naarBereik),
    ...uitRegel(v.regel),
    leegMag: v.negeerLeeg,
    invoer: v.invoer.tonen && v.invoer.tekst !== "" ? { titel: v.invoer.titel, tekst: v.invoer.tekst } : null,
    // The model has Excel's own words for the three kinds of alert.
    fout: v.fout.tonen ? { stijl: v.fout.stijl.toLowerCase() as "stop" | "warning" | "information", titel: v.fout.titel, tekst: v.fout.tekst } : null,
  };
}

function uitRegel(regel: Validatieregel): Pick<xlsx.Validatie, "soort" | "vergelijking" | "formule1" | "formule2" | "lijstknop"> {
  const gewoon = { vergelijking: "between", formule2: null, lijstknop: true } as const;
  if (regel.list) {
    const { source, inCellDropDown } = regel.list;
    return { ...gewoon, soort: "list", lijstknop: inCellDropDown, formule1: source.startsWith("=") ? source.slice(1) : `"${source.replaceAll('"', '""')}"` };
  }
  if (regel.custom) return { ...gewoon, soort: "custom", formule1: zonderIs(regel.custom.formula) };
  for (const [soort, naam] of Object.entries(SOORTEN)) {
    const eis = regel[naam];
    if (!eis) continue;
    return {
      lijstknop: true,
      // Object.entries forgets that the keys are those of the object itself.
      soort: soort as keyof typeof SOORTEN,
      vergelijking: (Object.entries(OPERATOREN).find(([, woord]) => woord === eis.operator)?.[0] ?? "between") as xlsx.Validatie["vergelijking"],
      formule1: zonderIs(eis.formula1),
      formule2: eis.formula2 === undefined ? null : zonderIs(eis.formula2),
    };
  }
  return { ...gewoon, soort: "none", formule1: null };
}

export function naarOpmaakregel(regel: xlsx.VoorwaardelijkeOpmaak, id: string): Opmaakregel {
  return {
    id,
    gebieden: regel.bereiken.map(naarGebied),
    formule: `=${regel.formule}`,
    ...(regel.vulkleur !== null && { vulling: `#${regel.vulkleur}` }),
    ...(regel.letterkleur !== null && { letterkleur: `#${regel.letterkleur}` }),
    ...(regel.vet && { vet: true }),
    stopAlsWaar: false,
  };
}

export function uitOpmaakregel(regel: Opmaakregel): xlsx.VoorwaardelijkeOpmaak {
  return {
    bereiken: regel.gebieden.map(naarBereik),
    formule: zonderIs(regel.formule),
    vulkleur: zonderHekje(regel.vulling),
    letterkleur: zonderHekje(regel.letterkleur),
    vet: regel.vet ?? false,
  };
}

export function zonderIs(formule: string | number): string {
  return String(formule).replace(/^=/, "");
}

function metHoofdletter(woord: string): string {
  return woord.charAt(0).toUpperCase() + woord.slice(1);
}
