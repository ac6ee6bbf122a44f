import type { Datumstelsel } from "../../meldcode/datum";
import { LAATSTE_KOLOM, LAATSTE_RIJ } from "./bereik";
import { verschuifFormule } from "./formule";
import { Werkmapfout, beschadigd } from "./werkmapfout";
import { Xmlscanner, leesCeltekst } from "./xmlscanner";

export type Celwaarde = string | number | boolean | null;

export interface Werkmapcel {
  /** What it shows or was last calculated; null is empty. An error value is its text as the file has it, e.g. "#N/A". */
  readonly waarde: Celwaarde;
  readonly isFoutwaarde: boolean;
  /** Without "=". A formula whose `waarde` is null was never calculated by the program that wrote the file. */
  readonly formule: string | null;
  /** Place in the list of cell formats, see Werkmap.opmaak. */
  readonly stijl: number;
}

/** By row number, then column number, both from 1. A cell that holds nothing and looks plain is not in here. */
export type Rijen = ReadonlyMap<number, readonly (Werkmapcel | undefined)[]>;

export interface Celomgeving {
  readonly teksten: readonly string[];
  readonly datumstelsel: Datumstelsel;
}

/** Of a sheet, and of the shared strings: 100,000 rows of 40 columns pass, a bomb of empty cells does not. */
export const MEESTE_CELLEN = 4_000_000;

/** Reads everything between the tags of `sheetData`. @throws Werkmapfout when it is not well-formed. */
export function leesRijen(sheetData: string, omgeving: Celomgeving): { rijen: Rijen; verborgen: ReadonlySet<number> } {
  const rijen = new Map<number, (Werkmapcel | undefined)[]>();
  const verborgen = new Set<number>();
  const lezer = new Cellezer(sheetData, omgeving);
  const { scanner } = lezer;
  let cellen: (Werkmapcel | undefined)[] = [];
  let aantal = 0;
  let rij = 0;
  let kolom = 0;
  while (scanner.volgende()) {
    if (scanner.soort !== "open") continue;
    const naam = scanner.lokaal;
    if (naam === "row") {
      rij = rijnummer(scanner, rij);
      kolom = 0;
      rijen.set(rij, (cellen = rijen.get(rij) ?? []));
      if (isWaar(scanner.attribuut("hidden"))) verborgen.add(rij);
    } else if (naam === "c") {
      const plaats = leesPlaats(scanner.attribuut("r"));
      kolom = plaats?.kolom ?? kolom + 1;
      if (kolom > LAATSTE_KOLOM) throw beschadigd("sheet: more columns than there are");
      if (++aantal > MEESTE_CELLEN) throw new Werkmapfout("te-groot");
      if (plaats && plaats.rij !== rij) {
        rij = plaats.rij;
        rijen.set(rij, (cellen = rijen.get(rij) ?? []));
      }
      const cel = lezer.leesCel(rij, kolom);
      if (cel) cellen[kolom] = cel;
    } else {
      scanner.slaOver();
    }
  }
  return { rijen, verborgen };
}

/** A row without `r` follows the one before it. */
export function rijnummer(scanner: Xmlscanner, vorige: number): number {
  const r = scanner.attribuut("r");
  const rij = r === undefined ? vorige + 1 : Number(r);
  if (!(rij >= 1 && rij <= LAATSTE_RIJ)) throw beschadigd(`sheet: row ${r}`);
  return rij;
}

/** "G7" → column 7, row 7; null when the cell does not say where it stands. */
export function leesPlaats(r: string | undefined): { kolom: number; rij: number } | null {
  if (r === undefined) return null;
  let kolom = 0;
  let i = 0;
  for (; r.charCodeAt(i) >= 65; i++) kolom = kolom * 26 + (r.charCodeAt(i) & 31);
  const rij = Number(r.slice(i));
  if (!(kolom >= 1 && kolom <= LAATSTE_KOLOM && rij >= 1 && rij <= LAATSTE_RIJ)) throw beschadigd(`sheet: cell ${r}`);
  return { kolom, rij };
}

class Cellezer {
  readonly scanner: Xmlscanner;
  private readonly gedeeld = new Map<string, { formule: string; rij: number; kolom: number }>();

  constructor(
    sheetData: string,
    private readonly omgeving: Celomgeving,
  ) {
    this.scanner = new Xmlscanner(sheetData);
  }

  /** Stands on `<c>`; afterwards on where it closes. null when the cell holds nothing and looks plain. */
  leesCel(rij: number, kolom: number): Werkmapcel | null {
    const { scanner } = this;
    const soort = scanner.attribuut("t");
    const stijl = Number(scanner.attribuut("s") ?? 0);
    let inhoud: string | null = null;
    let formule: string | null = null;
    if (!scanner.leeg) {
      while (scanner.volgende() && scanner.soort !== "sluit") {
        if (scanner.soort !== "open") continue;
        const naam = scanner.lokaal;
        if (naam === "v") inhoud = scanner.leesTekst();
        else if (naam === "f") formule = this.leesFormule(rij, kolom);
        else if (naam === "is") inhoud = leesCeltekst(leesTekstelement(scanner));
        else scanner.slaOver();
      }
    }
    const waarde = this.waarde(soort, inhoud);
    return waarde === null && formule === null && stijl === 0 ? null : { waarde, isFoutwaarde: soort === "e", formule, stijl };
  }

  private waarde(soort: string | undefined, inhoud: string | null): Celwaarde {
    // A formula that gives an empty text has a type and no content; without a type nothing was calculated.
    if (inhoud === null || inhoud === "") return soort === "str" || (soort === "inlineStr" && inhoud === "") ? "" : null;
    switch (soort) {
      case "s": {
        const tekst = this.omgeving.teksten[Number(inhoud)];
        if (tekst === undefined) throw beschadigd(`sheet: shared string ${inhoud}`);
        return tekst;
      }
      case "str":
        return leesCeltekst(inhoud);
      case "inlineStr":
      case "e":
        return inhoud;
      case "b":
        return isWaar(inhoud.trim());
      case "d":
        return serieUitIso(inhoud.trim(), this.omgeving.datumstelsel) ?? inhoud;
      default: {
        const getal = Number(inhoud);
        return Number.isNaN(getal) ? inhoud : getal;
      }
    }
  }

  /** A shared formula stands in full in its first cell; the others say which and take it along to their own place. */
  private leesFormule(rij: number, kolom: number): string | null {
    const { scanner } = this;
    const nummer = scanner.attribuut("t") === "shared" ? scanner.attribuut("si") : undefined;
    const tekst = scanner.leesTekst();
    if (nummer === undefined) return tekst === "" ? null : tekst;
    if (tekst !== "") {
      this.gedeeld.set(nummer, { formule: tekst, rij, kolom });
      return tekst;
    }
    const eerste = this.gedeeld.get(nummer);
    return eerste ? verschuifFormule(eerste.formule, rij - eerste.rij, kolom - eerste.kolom) : null;
  }
}

/** Stands on `si` or `is`: plain or rich text; phonetic runs (how it sounds, in Japanese) are no part of it. */
export function leesTekstelement(scanner: Xmlscanner): string {
  if (scanner.leeg) return "";
  let tekst = "";
  for (let diepte = 1; diepte > 0 && scanner.volgende(); ) {
    if (scanner.soort === "sluit") diepte--;
    else if (scanner.soort === "open") {
      const naam = scanner.lokaal;
      if (naam === "t") tekst += scanner.leesTekst();
      else if (naam === "rPh") scanner.slaOver();
      else if (!scanner.leeg) diepte++;
    }
  }
  return tekst;
}

/** The shared strings part, in order. */
export function leesGedeeldeTeksten(xml: string): string[] {
  const teksten: string[] = [];
  const scanner = new Xmlscanner(xml);
  while (scanner.volgende()) {
    if (scanner.soort === "open" && scanner.lokaal === "si") teksten.push(leesCeltekst(leesTekstelement(scanner)));
    if (teksten.length > MEESTE_CELLEN) throw new Werkmapfout("te-groot");
  }
  return teksten;
}

/** An ISO date, time or both, as cells of type "d" hold it, to a serial; null when it is none. */
function serieUitIso(tekst: string, stelsel: Datumstelsel): number | null {
  const m = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(tekst);
  if (!m || tekst === "") return null;
  const dagdeel = (Number(m[4] ?? 0) * 3600 + Number(m[5] ?? 0) * 60 + Number(m[6] ?? 0)) / 86_400;
  if (m[1] === undefined) return dagdeel;
  return Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])) / 86_400_000 + (stelsel === 1900 ? 25_569 : 24_107) + dagdeel;
}

function isWaar(tekst: string | undefined): boolean {
  return tekst === "1" || tekst === "true";
}
