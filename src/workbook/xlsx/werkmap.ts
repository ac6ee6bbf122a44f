import type { Datumstelsel } from "../../meldcode/datum";
import { type Bereik, leesBereik } from "./bereik";
import { type Bladinhoud, leesBladinhoud } from "./blad";
import { type Celomgeving, leesGedeeldeTeksten } from "./celinhoud";
import { nieuweDelen } from "./leeg";
import { Pakket, openPakket } from "./pakket";
import { GEWONE_OPMAAK, type Opmaak, leesStijlen } from "./stijlen";
import { Werkmapfout, beschadigd } from "./werkmapfout";
import { Xmlelement } from "./xmlboom";
import { leesCeltekst } from "./xmlscanner";

export type { Bereik } from "./bereik";
export type { Bladinhoud, Kolominstelling, Validatie, VoorwaardelijkeOpmaak } from "./blad";
export type { Celwaarde, Rijen, Werkmapcel } from "./celinhoud";
export type { Opmaak } from "./stijlen";
export { WERKMAPFOUTEN, Werkmapfout, type Werkmapfoutcode } from "./werkmapfout";

export interface Blad {
  readonly naam: string;
  readonly zichtbaarheid: "zichtbaar" | "verborgen" | "zeer-verborgen";
}

export interface Tabel {
  readonly naam: string;
  readonly blad: string;
  /** With header and totals rows. */
  readonly bereik: Bereik;
  readonly koprijen: number;
  readonly totaalrijen: number;
  readonly kolommen: readonly string[];
}

/** A defined name. `blad` is the sheet it holds for; null is the whole workbook. */
export interface Naam {
  readonly naam: string;
  readonly verwijzing: string;
  readonly blad: string | null;
}

/** Where a sheet or table lives in the file; for bewaarWerkmap. */
export interface Bladdeel extends Blad {
  readonly deel: string;
}
export interface Tabeldeel extends Tabel {
  readonly deel: string;
}

/**
 * A workbook file (.xlsx, .xlsm), opened for reading. Sheets are read when asked for. It does not change: bewaarWerkmap gives the
 * bytes of a changed one, openWerkmap opens those.
 */
export class Werkmap {
  readonly bladen: readonly Bladdeel[];
  /** Of all sheets, also those that hold only a chart: a new sheet may have none of these names. */
  readonly bladnamen: readonly string[];
  readonly tabellen: readonly Tabeldeel[];
  readonly namen: readonly Naam[];
  readonly datumstelsel: Datumstelsel;
  /** Name of the sheet that is shown first. */
  readonly actiefBlad: string;
  /** The formats that Bladinhoud's `stijl` points at. */
  private readonly opmaken: readonly Opmaak[];
  private readonly dxfs: readonly Xmlelement[];
  private readonly gelezen = new Map<string, Bladinhoud>();
  private omgeving: Celomgeving | null = null;

  /** For openWerkmap and bewaarWerkmap. */
  constructor(
    readonly pakket: Pakket,
    readonly werkmapdeel: string,
  ) {
    const werkmap = pakket.xml(werkmapdeel).wortel;
    const relaties = new Map(pakket.relaties(werkmapdeel).map((relatie) => [relatie.id, relatie]));
    const alle = (werkmap.element("sheets")?.elementen("sheet") ?? []).map((sheet) => ({
      naam: sheet.attribuut("name") ?? "",
      zichtbaarheid: ZICHTBAARHEID[sheet.attribuut("state") ?? ""] ?? ("zichtbaar" as const),
      relatie: relaties.get(sheet.attribuutMetPrefix("id") ?? ""),
    }));
    this.bladnamen = alle.map(({ naam }) => naam);
    // Sheets that hold only a chart, and macro sheets, have no cells to read.
    this.bladen = alle.flatMap(({ naam, zichtbaarheid, relatie }) => (relatie?.soort === "worksheet" ? { naam, zichtbaarheid, deel: relatie.doel } : []));
    this.namen = (werkmap.element("definedNames")?.elementen("definedName") ?? []).map((naam) => ({
      naam: naam.attribuut("name") ?? "",
      verwijzing: naam.tekst,
      blad: alle[Number(naam.attribuut("localSheetId") ?? -1)]?.naam ?? null,
    }));
    this.datumstelsel = werkmap.element("workbookPr")?.vlag("date1904") ? 1904 : 1900;
    const actief = alle[Number(werkmap.element("bookViews")?.element("workbookView")?.attribuut("activeTab") ?? 0)]?.naam;
    this.actiefBlad = (this.bladen.find((blad) => blad.naam === actief) ?? this.bladen[0])?.naam ?? "";
    this.tabellen = this.bladen.flatMap((blad) => leesTabellen(pakket, blad));
    const stijldeel = this.deel("styles");
    const stijlen = stijldeel === null ? null : pakket.xml(stijldeel).wortel;
    this.opmaken = stijlen ? leesStijlen(stijlen) : [];
    this.dxfs = stijlen?.element("dxfs")?.elementen("dxf") ?? [];
  }

  /** @throws Werkmapfout when the sheet's part is damaged, RangeError when there is no sheet of that name. */
  leesBlad(naam: string): Bladinhoud {
    const blad = this.bladen.find((b) => b.naam === naam);
    if (!blad) throw new RangeError(`Geen blad "${naam}"`);
    let inhoud = this.gelezen.get(naam);
    if (!inhoud) {
      inhoud = leesBladinhoud(this.pakket.xml(blad.deel, "sheetData").wortel, this.dxfs, this.leesOmgeving());
      this.gelezen.set(naam, inhoud);
    }
    return inhoud;
  }

  /** How cells of that style look. */
  opmaak(stijl: number): Opmaak {
    return this.opmaken[stijl] ?? GEWONE_OPMAAK;
  }

  /** Path of the workbook's part of that kind ("styles", "sharedStrings", "calcChain"…); null when there is none. */
  deel(soort: string): string | null {
    return this.pakket.relaties(this.werkmapdeel).find((relatie) => relatie.soort === soort && this.pakket.heeft(relatie.doel))?.doel ?? null;
  }

  private leesOmgeving(): Celomgeving {
    const deel = this.deel("sharedStrings");
    return (this.omgeving ??= { teksten: deel === null ? [] : leesGedeeldeTeksten(this.pakket.tekst(deel)), datumstelsel: this.datumstelsel });
  }
}

const ZICHTBAARHEID: Readonly<Record<string, Blad["zichtbaarheid"]>> = { hidden: "verborgen", veryHidden: "zeer-verborgen" };

/** @throws Werkmapfout, with one clear Dutch sentence, for anything that is no readable .xlsx. */
export function openWerkmap(bytes: Uint8Array): Werkmap {
  const pakket = openPakket(bytes);
  const werkmapdeel = pakket.relaties("").find((relatie) => relatie.soort === "officeDocument")?.doel;
  if (werkmapdeel?.endsWith(".bin")) throw new Werkmapfout("binair");
  if (werkmapdeel === undefined) throw new Werkmapfout("geen-werkmap");
  if (!pakket.heeft(werkmapdeel)) throw beschadigd(`package: ${werkmapdeel} is missing`);
  const werkmap = new Werkmap(pakket, werkmapdeel);
  // A Word document is a package with a main part too, but has no sheets.
  if (werkmap.bladen.length === 0) throw new Werkmapfout("geen-werkmap");
  return werkmap;
}

/** An empty workbook with one sheet, in the 1900 date system. */
export function nieuweWerkmap(blad = "Blad1"): Werkmap {
  return new Werkmap(new Pakket([]).met(nieuweDelen(blad)), "xl/workbook.xml");
}

function leesTabellen(pakket: Pakket, blad: Bladdeel): Tabeldeel[] {
  return pakket
    .relaties(blad.deel)
    .filter((relatie) => relatie.soort === "table")
    .flatMap(({ doel }) => {
      const tabel = pakket.xml(doel).wortel;
      const bereik = leesBereik(tabel.attribuut("ref") ?? "");
      if (!bereik) return [];
      return {
        deel: doel,
        blad: blad.naam,
        naam: tabel.attribuut("displayName") ?? tabel.attribuut("name") ?? "",
        bereik,
        koprijen: Number(tabel.attribuut("headerRowCount") ?? 1),
        totaalrijen: Number(tabel.attribuut("totalsRowCount") ?? 0),
        kolommen: (tabel.element("tableColumns")?.elementen("tableColumn") ?? []).map((kolom) => leesCeltekst(kolom.attribuut("name") ?? "")),
      };
    });
}
