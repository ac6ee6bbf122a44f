import { bevat, leesAdres, splitsAdres, type Gebied } from "./adres";
import type { Blad } from "./blad";
import type { Celwaarde, Validatie } from "./cel";
import { weergave } from "./weergave";
import type { Werkmap } from "./werkmap";

/** The rule that holds for a cell. */
export function validatieVoor(blad: Blad, rij: number, kolom: number): Validatie | null {
  return blad.gegevens.validaties.find((v) => v.gebieden.some((g) => bevat(g, rij, kolom))) ?? null;
}

/** What the drop-down list of the cell offers; null when it has none. */
export function keuzes(werkmap: Werkmap, blad: Blad, rij: number, kolom: number): readonly string[] | null {
  const bron = validatieVoor(blad, rij, kolom)?.regel.list?.source;
  if (bron === undefined) return null;
  // Text takes commas only, whatever the country (office-js #2128).
  if (!bron.startsWith("=")) return bron.split(",").map((keuze) => keuze.trim());
  const genoemd = werkmap.namen.find((n) => `=${n.naam.toLowerCase()}` === bron.toLowerCase())?.formule ?? bron;
  const { blad: bladnaam, adres } = splitsAdres(genoemd.replace(/^=/, ""));
  const bronblad = bladnaam === null ? blad : werkmap.bladMetNaam(bladnaam);
  const g = leesAdres(adres);
  if (!bronblad || !g) return [];
  return [...cellenIn(g, bronblad.hoogte)].map(([r, k]) => weergave(werkmap.waarde(bronblad, r, k), bronblad.cel(r, k)?.notatie, werkmap.datumstelsel)).filter((t) => t !== "");
}

function* cellenIn(g: Gebied, hoogte: number): Generator<readonly [number, number]> {
  for (let r = g.rij; r < Math.min(hoogte, g.rij + g.rijen); r++) for (let k = g.kolom; k < g.kolom + g.kolommen; k++) yield [r, k];
}

/** The rule that a typed value breaks; null when it may stand there. Only typing is checked: pasting goes around it, as in Excel (office-js #2594). */
export function overtreden(werkmap: Werkmap, blad: Blad, rij: number, kolom: number, waarde: Celwaarde): Validatie | null {
  const validatie = validatieVoor(blad, rij, kolom);
  if (!validatie || !validatie.fout.tonen || (waarde === "" && validatie.negeerLeeg)) return null;
  return voldoet(werkmap, blad, rij, kolom, waarde, validatie) ? null : validatie;
}

function voldoet(werkmap: Werkmap, blad: Blad, rij: number, kolom: number, waarde: Celwaarde, { regel, gebieden }: Validatie): boolean {
  const begin = gebieden[0];
  if (!begin) return true;
  if (regel.list) {
    const tekst = weergave(waarde, blad.cel(rij, kolom)?.notatie, werkmap.datumstelsel);
    return (keuzes(werkmap, blad, rij, kolom) ?? []).includes(tekst);
  }
  // A custom rule reads the cell itself, so it is asked after the value stands there.
  if (regel.custom) return werkmap.rekenmachine.regel(blad, regel.custom.formula, begin, rij, kolom) === true;
  const vergelijking = regel.date ?? regel.time ?? regel.wholeNumber ?? regel.decimal ?? regel.textLength;
  if (!vergelijking) return true;
  const getal = regel.textLength ? String(waarde).length : waarde;
  if (typeof getal !== "number" || (regel.wholeNumber && !Number.isInteger(getal))) return false;
  const grens = (formule: string | number | undefined): number => {
    if (typeof formule === "number") return formule;
    const uitkomst = werkmap.rekenmachine.regel(blad, formule ?? "=0", begin, rij, kolom);
    return typeof uitkomst === "number" ? uitkomst : Number.NaN;
  };
  const [a, b] = [grens(vergelijking.formula1), grens(vergelijking.formula2)];
  switch (vergelijking.operator) {
    case "Between":
      return getal >= a && getal <= b;
    case "NotBetween":
      return getal < a || getal > b;
    case "EqualTo":
      return getal === a;
    case "NotEqualTo":
      return getal !== a;
    case "GreaterThan":
      return getal > a;
    case "LessThan":
      return getal < a;
    case "GreaterThanOrEqualTo":
      return getal >= a;
    default:
      return getal <= a;
  }
}
