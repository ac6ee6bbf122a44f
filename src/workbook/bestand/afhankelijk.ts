import { type Bereik, leesBereik } from "../xlsx/bereik";
import type { Wijziging } from "../xlsx/bewaren";
import type { Werkmap } from "../xlsx/werkmap";
import type { Celplaats } from "../../meldcode/koppeling/celblad";

/**
 * The formulas whose result leans on cells that change, directly or through others: their old results are taken away, because
 * LibreOffice believes what is in the file. One too many does no harm: it is calculated again.
 */
export function wisUitkomsten(werkmap: Werkmap, gewijzigd: readonly Celplaats[]): Wijziging[] {
  const vuil = new Vuil();
  for (const plaats of gewijzigd) vuil.voegToe(plaats);
  let rest = formules(werkmap);
  const geraakt: Celplaats[] = [];
  for (let vorige = -1; geraakt.length > vorige; ) {
    vorige = geraakt.length;
    rest = rest.filter(({ plaats, leunt }) => {
      if (!leunt(vuil)) return true;
      vuil.voegToe(plaats);
      geraakt.push(plaats);
      return false;
    });
  }
  const zelf = new Set(gewijzigd.map(sleutel));
  return geraakt.filter((plaats) => !zelf.has(sleutel(plaats))).map((plaats) => ({ soort: "uitkomst-wissen", ...plaats }));
}

/** Per sheet and column the stretch of rows that changed: a running total down a list is then one pass. */
class Vuil {
  readonly #bladen = new Map<string, Map<number, { van: number; tot: number }>>();

  voegToe({ blad, rij, kolom }: Celplaats): void {
    const kolommen = this.#bladen.get(blad.toLowerCase()) ?? new Map<number, { van: number; tot: number }>();
    const strook = kolommen.get(kolom) ?? { van: rij, tot: rij };
    kolommen.set(kolom, { van: Math.min(strook.van, rij), tot: Math.max(strook.tot, rij) });
    this.#bladen.set(blad.toLowerCase(), kolommen);
  }

  raakt(blad: string, { vanRij, vanKolom, totRij, totKolom }: Bereik): boolean {
    const kolommen = this.#bladen.get(blad.toLowerCase());
    if (!kolommen) return false;
    for (const [kolom, { van, tot }] of kolommen) if (kolom >= vanKolom && kolom <= totKolom && van <= totRij && tot >= vanRij) return true;
    return false;
  }
}

interface Formule {
  readonly plaats: Celplaats;
  leunt(vuil: Vuil): boolean;
}

function formules(werkmap: Werkmap): Formule[] {
  const namen = [...werkmap.namen, ...werkmap.tabellen].map(({ naam }) => naam.toLowerCase());
  const gevonden: Formule[] = [];
  for (const { naam: blad } of werkmap.bladen) {
    for (const [rij, cellen] of werkmap.leesBlad(blad).rijen) {
      cellen.forEach((cel, kolom) => {
        if (cel?.formule) gevonden.push({ plaats: { blad, rij, kolom }, leunt: leest(cel.formule, blad, namen) });
      });
    }
  }
  return gevonden;
}

/** A sheet's name or not, and then a cell, a block, whole columns or whole rows. */
const VERWIJZING = /(?:'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_(.])/giu;
/** What they read is only known by calculating; a block over several sheets ('Jan:Mrt'!A1) too. */
const ONBEKEND = /\b(?:INDIRECT|OFFSET)\s*\(|(?:'[^']*:[^']*'|[\p{L}_][\p{L}\p{N}_.]*:[\p{L}_][\p{L}\p{N}_.]*)!/iu;

/** Names and tables may stand for any block: a formula that names one is taken to lean on what changed. */
function leest(formule: string, eigenBlad: string, namen: readonly string[]): Formule["leunt"] {
  const kaal = formule.replace(/"(?:[^"]|"")*"/g, '""');
  const woorden = new Set(kaal.toLowerCase().match(/[\p{L}_\\][\p{L}\p{N}_.\\]*/gu) ?? []);
  // [#This Row] and [@Column] without a table's name: the table the formula stands in.
  if (ONBEKEND.test(kaal) || /\[[@#]/.test(kaal) || namen.some((naam) => woorden.has(naam))) return () => true;
  const bereiken = Array.from(kaal.matchAll(VERWIJZING)).flatMap(([, citaat, blad, adres = ""]) => {
    const bereik = leesBereik(adres);
    return bereik ? [{ blad: citaat?.replaceAll("''", "'") ?? blad ?? eigenBlad, bereik }] : [];
  });
  return (vuil) => bereiken.some(({ blad, bereik }) => vuil.raakt(blad, bereik));
}

function sleutel({ blad, rij, kolom }: Celplaats): string {
  return `${rij} ${kolom} ${blad}`;
}
