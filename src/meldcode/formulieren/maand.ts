import type { Datumstelsel } from "../datum";
import { leesDatum } from "../lezen/datums";
import { isBlanco, normaliseer } from "../lezen/tekst";
import { leesPeriode, MAANDNAMEN, type Periode, periodeVanDatum } from "../periode";
import type { Cel } from "../veld";
import { dagVan, type Formulierrij } from "./formulier";
import { cel, type Celblad } from "../koppeling/celblad";

const MAAND = `${MAANDNAMEN.join("|")}|jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec`;
const NAAM_EN_JAAR = new RegExp(`(?<![a-z])(${MAAND})[. _'-]*(20\\d\\d)(?!\\d)`);
const JAAR_EN_NAAM = new RegExp(`(?<!\\d)(20\\d\\d)[ _-]*(${MAAND})(?![a-z])`);
const ALLEEN_NAAM = new RegExp(`(?<![a-z])(${MAANDNAMEN.join("|")})(?![a-z])`);
const JAAR_EN_NUMMER = /(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])(?!\d|[-_.]\d)/;
const NUMMER_EN_JAAR = /(?<!\d|\d[-_./])(0?[1-9]|1[0-2])[-_. /](20\d\d)(?!\d)/;

/** The month a form says it is about: above the list, else by the name of its sheet or file, else the latest month in which a case starts. */
export function maandVan(blad: Celblad, koprij: number, stelsel: Datumstelsel, namen: readonly string[], rijen: readonly Formulierrij[]): Periode | null {
  const kop = [...blad.rijen].filter(([rij]) => rij < koprij);
  return maandUitKop(blad, kop, stelsel) ?? namen.map(maandUitTekst).find((maand) => maand !== null) ?? laatsteStart(rijen);
}

/** "maart 2026", "2026-03", "03-2026", "202603"; null when it says no month with a year. */
export function maandUitTekst(tekst: string): Periode | null {
  const t = normaliseer(tekst);
  const opNaam = NAAM_EN_JAAR.exec(t) ?? omgekeerd(JAAR_EN_NAAM.exec(t));
  if (opNaam) return periode(opNaam[2], maandnummerVan(opNaam[1] ?? ""));
  const opNummer = omgekeerd(JAAR_EN_NUMMER.exec(t)) ?? NUMMER_EN_JAAR.exec(t);
  return opNummer ? periode(opNummer[2], Number(opNummer[1])) : null;
}

function maandUitKop(blad: Celblad, kop: readonly (readonly [number, readonly (Cel | undefined)[]])[], stelsel: Datumstelsel): Periode | null {
  const achter = (label: RegExp): Cel => {
    for (const [rij, cellen] of kop) {
      const kolom = cellen.findIndex((tekst) => typeof tekst === "string" && label.test(normaliseer(tekst)));
      if (kolom === -1) continue;
      const erbij = normaliseer(cel(blad, rij, kolom) ?? "").replace(label, "").replace(/^[ :]+/, "");
      return erbij !== "" ? erbij : (cellen.slice(kolom + 1).find((waarde) => waarde !== undefined && !isBlanco(waarde)) ?? null);
    }
    return null;
  };
  const maand = achter(/^(maand|periode|verslagmaand|rapportagemaand)\b/);
  const jaar = achter(/^(jaar|kalenderjaar)\b/);
  const { waarde: dag } = leesDatum(maand, stelsel);
  if (dag !== null) return periodeVanDatum(dag);
  if (maand !== null) return maandUitTekst(String(maand)) ?? maandUitTekst(`${ALLEEN_NAAM.exec(normaliseer(maand))?.[0] ?? maand} ${jaar ?? ""}`);
  return kop.flatMap(([, cellen]) => cellen).map((tekst) => (typeof tekst === "string" ? metNaam(tekst) : null)).find((gevonden) => gevonden !== null) ?? null;
}

/** A cell anywhere above the list counts with the month's name alone: numbers there may be the day it was filled in. */
function metNaam(tekst: string): Periode | null {
  const t = normaliseer(tekst);
  return /\d{1,2} [a-z]+ 20\d\d/.test(t) || !NAAM_EN_JAAR.test(t) ? null : maandUitTekst(tekst);
}

function laatsteStart(rijen: readonly Formulierrij[]): Periode | null {
  const dagen = rijen.flatMap(({ waarden }) => dagVan(waarden.startdatum) ?? []);
  return dagen.length === 0 ? null : periodeVanDatum(dagen.reduce((a, b) => (a > b ? a : b)));
}

function omgekeerd(m: RegExpExecArray | null): [string, string | undefined, string | undefined] | null {
  return m && [m[0], m[2], m[1]];
}

/** 1…12. */
function maandnummerVan(naam: string): number {
  return MAANDNAMEN.findIndex((maand) => maand.startsWith(naam === "mrt" ? "maart" : naam.slice(0, 3))) + 1;
}

function periode(jaar: string | undefined, maand: number): Periode | null {
  return leesPeriode(`${jaar ?? ""}-${String(maand).padStart(2, "0")}`);
}
