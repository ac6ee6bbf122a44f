import type { Bereik } from "./bereik";
import type { Validatie, VoorwaardelijkeOpmaak } from "./blad";
import type { Celwaarde } from "./celinhoud";
import type { Opmaakwijziging } from "./schrijven/stijlen";
import { Werkmapschrijver } from "./schrijven/werkmap";
import type { Blad, Werkmap } from "./werkmap";

export type { Opmaakwijziging } from "./schrijven/stijlen";

/** One change of a workbook. They are carried out in order; sheets and tables are called by the names they have by then. */
export type Wijziging =
  /**
   * Of a cell: what it holds and how it looks. What is left out stays as it was. `formule` without "=", with its result as `waarde`
   * if that is known; a `waarde` alone takes the place of a formula; null empties the cell.
   */
  | {
      readonly soort: "cel";
      readonly blad: string;
      readonly rij: number;
      readonly kolom: number;
      readonly waarde?: Celwaarde;
      readonly formule?: string;
      readonly opmaak?: Opmaakwijziging;
    }
  /** Takes content and looks away. */
  | { readonly soort: "cel-wissen"; readonly blad: string; readonly rij: number; readonly kolom: number }
  /** The formula in the cell stays as it stands; its result goes, so that every program works it out anew on opening. */
  | { readonly soort: "uitkomst-wissen"; readonly blad: string; readonly rij: number; readonly kolom: number }
  /** At the end, empty. */
  | { readonly soort: "blad-toevoegen"; readonly naam: string; readonly zichtbaarheid?: Blad["zichtbaarheid"] }
  /** `bereik` with the header row, which is filled with `kolommen`, and at least one row below it. */
  | { readonly soort: "tabel-toevoegen"; readonly blad: string; readonly naam: string; readonly bereik: Bereik; readonly kolommen: readonly string[]; readonly stijl?: string }
  /** `kolommen`: all names, when one is changed, or columns come or go; the header cells are changed along. Formulas that name the table are not. */
  | { readonly soort: "tabel-wijzigen"; readonly naam: string; readonly nieuweNaam?: string; readonly bereik?: Bereik; readonly kolommen?: readonly string[] }
  /** The cells stay. */
  | { readonly soort: "tabel-verwijderen"; readonly naam: string }
  /** Takes the place of what held for these cells. */
  | { readonly soort: "validatie"; readonly blad: string; readonly validatie: Validatie }
  | { readonly soort: "validatie-wissen"; readonly blad: string; readonly bereik: Bereik }
  /** Goes before the ones that are there. */
  | { readonly soort: "voorwaardelijk-toevoegen"; readonly blad: string; readonly regel: VoorwaardelijkeOpmaak }
  /** The rules with this formula on exactly these blocks. */
  | { readonly soort: "voorwaardelijk-verwijderen"; readonly blad: string; readonly bereiken: readonly Bereik[]; readonly formule: string }
  /** 0 and 0 frees all. */
  | { readonly soort: "bevriezen"; readonly blad: string; readonly rijen: number; readonly kolommen: number }
  /** In characters of the standard font. */
  | { readonly soort: "kolombreedte"; readonly blad: string; readonly van: number; readonly tot: number; readonly breedte: number }
  /** For the whole workbook; in place of one of that name. */
  | { readonly soort: "naam"; readonly naam: string; readonly verwijzing: string }
  | { readonly soort: "activeren"; readonly blad: string }
  /**
   * A part of which nothing is read here: `tekst` is XML. `bron` is the part that refers to it, `""` the package itself;
   * `relatietype` is the whole type of that reference. The first reference of a new part has the id "rId1", the next "rId2"…
   */
  | { readonly soort: "deel-toevoegen"; readonly deel: string; readonly tekst: string; readonly inhoudstype: string; readonly bron: string; readonly relatietype: string };

/**
 * The bytes of the workbook with these changes. Parts that none of them concerns stay byte for byte; in the others only what is
 * concerned changes. Excel calculates all formulas again when it opens a workbook in which a cell's content changed; LibreOffice
 * believes the results that are there, so give new ones along (`formule` with `waarde`) where they are known, and take old ones away
 * (`uitkomst-wissen`) where they are not.
 * @throws RangeError for a sheet or table that is not there, or a name (of a sheet, table or part) that is taken.
 */
export function bewaarWerkmap(werkmap: Werkmap, wijzigingen: readonly Wijziging[]): Uint8Array {
  const schrijver = new Werkmapschrijver(werkmap);
  for (const wijziging of wijzigingen) voerUit(schrijver, wijziging);
  return schrijver.klaar().schrijf();
}

function voerUit(schrijver: Werkmapschrijver, w: Wijziging): void {
  switch (w.soort) {
    case "cel":
      return schrijver.zetCel(w.blad, w.rij, w.kolom, {
        ...(w.waarde === undefined && w.formule === undefined ? {} : { inhoud: { waarde: w.waarde ?? null, formule: w.formule ?? null } }),
        ...(w.opmaak === undefined ? {} : { opmaak: w.opmaak }),
      });
    case "cel-wissen":
      return schrijver.zetCel(w.blad, w.rij, w.kolom, { inhoud: { waarde: null, formule: null }, opmaak: null });
    case "uitkomst-wissen":
      return schrijver.zetCel(w.blad, w.rij, w.kolom, { zonderUitkomst: true });
    case "blad-toevoegen":
      return schrijver.voegBladToe(w.naam, w.zichtbaarheid ?? "zichtbaar");
    case "tabel-toevoegen":
      return schrijver.voegTabelToe(w.blad, w, w.stijl ?? "TableStyleMedium2");
    case "tabel-wijzigen":
      return schrijver.wijzigTabel(w.naam, w);
    case "tabel-verwijderen":
      return schrijver.verwijderTabel(w.naam);
    case "validatie":
      return schrijver.zetValidatie(w.blad, w.validatie);
    case "validatie-wissen":
      return schrijver.wisValidatie(w.blad, w.bereik);
    case "voorwaardelijk-toevoegen":
      return schrijver.voegVoorwaardelijkToe(w.blad, w.regel);
    case "voorwaardelijk-verwijderen":
      return schrijver.verwijderVoorwaardelijk(w.blad, w.bereiken, w.formule);
    case "bevriezen":
      return schrijver.bevries(w.blad, w.rijen, w.kolommen);
    case "kolombreedte":
      return schrijver.zetKolombreedte(w.blad, w.van, w.tot, w.breedte);
    case "naam":
      return schrijver.zetNaam(w.naam, w.verwijzing);
    case "activeren":
      return schrijver.activeer(w.blad);
    case "deel-toevoegen":
      return schrijver.voegDeelToe(w.deel, w.tekst, w.inhoudstype, w.bron, w.relatietype);
  }
}
