import { doorsnede, gebied, type Gebied } from "./adres";
import { celOfNiets, schrijf, verwijder, voegIn, wis } from "./bewerking";
import type { Blad } from "./blad";
import { beveilig, hernoemBlad, verplaatsBlad, verwijderBlad, voegBladToe, zetZichtbaarheid } from "./bladbewerking";
import { Werkmapfout, type Tabel, type Zichtbaarheid } from "./cel";
import type { Herkomst } from "./gebeurtenis";
import { groei } from "./groei";
import { leesInvoer } from "./invoer";
import { leesBlok } from "./klembord";
import { filter, hernoemTabel, isLeeg, maakTabel, naarBereik, sorteer, vergroot, verplaatsTabelkolom, verwijderTabel, verwijderTabelkolom, verwijderTabelrijen, voegTabelkolomIn, voegTabelrijenIn } from "./tabelbewerking";
import { overtreden } from "./validatie";
import { GEBRUIKER, type Werkmap } from "./werkmap";

export interface Gebruikersopties {
  /** COAUTEUR makes everything this user does a remote change. */
  readonly herkomst?: Herkomst;
  /** For a day typed without a year. */
  readonly nu?: () => Date;
}

/**
 * Someone at the workbook. Every method is one step for undo and tells its listeners when it is done.
 * Rows and columns count from 0. Throws Werkmapfout (AccessDenied on a protected sheet) before anything changed.
 */
export class Gebruiker {
  readonly #herkomst: Herkomst;
  readonly #nu: () => Date;

  constructor(
    readonly werkmap: Werkmap,
    opties: Gebruikersopties = {},
  ) {
    this.#herkomst = opties.herkomst ?? GEBRUIKER;
    this.#nu = opties.nu ?? (() => new Date());
  }

  #doe<T>(werk: (werkmap: Werkmap) => T): T {
    return this.werkmap.doe(this.#herkomst, () => werk(this.werkmap));
  }

  // ---- cells ----

  /** Types text and presses Enter. Throws InvalidArgument when a validation rule with style Stop refuses it (nothing is written). */
  typ(blad: Blad, rij: number, kolom: number, tekst: string): void {
    const g = gebied(rij, kolom);
    const invoer = this.#lees(blad, rij, kolom, tekst);
    const regel = invoer.formule === undefined ? overtreden(this.werkmap, blad, rij, kolom, invoer.waarde) : null;
    if (regel?.fout.stijl === "Stop" && !regel.regel.custom) throw new Werkmapfout("InvalidArgument", regel.fout.tekst);
    this.#doe((werkmap) => {
      const neemOp = tekst === "" ? null : groei(werkmap, blad, g);
      schrijf(werkmap, blad, g, (_r, _k, oud) => celOfNiets({ stijl: oud?.stijl, ...invoer }));
      neemOp?.();
    });
  }

  /** Pastes text from another program: tabs between cells, lines between rows, quotes around cells with line breaks. Rules do not stop it. */
  plak(blad: Blad, rij: number, kolom: number, tekst: string): Gebied {
    const rijen = leesBlok(tekst);
    const g = gebied(rij, kolom, Math.max(1, rijen.length), Math.max(1, ...rijen.map((r) => r.length)));
    this.#doe((werkmap) => {
      const neemOp = groei(werkmap, blad, g);
      schrijf(werkmap, blad, g, (r, k, oud) => celOfNiets({ stijl: oud?.stijl, ...this.#lees(blad, r, k, rijen[r - rij]?.[k - kolom] ?? "") }));
      neemOp?.();
    });
    return g;
  }

  /** The Delete key: values and formulas go, formats stay. */
  wis(blad: Blad, g: Gebied): void {
    this.#doe((werkmap) => wis(werkmap, blad, g));
  }

  #lees(blad: Blad, rij: number, kolom: number, tekst: string) {
    const notatie = blad.cel(rij, kolom)?.notatie ?? this.#notatieErboven(blad, rij, kolom);
    return leesInvoer(tekst, { datumstelsel: this.werkmap.datumstelsel, jaar: this.#nu().getFullYear(), notatie });
  }

  /** The first row below a table is going to belong to it, and looks so already. */
  #notatieErboven(blad: Blad, rij: number, kolom: number): string | undefined {
    const tabel = this.werkmap.tabellen.find((t) => t.blad === blad.id && t.gebied.rij + t.gebied.rijen <= rij && doorsnede(t.gebied, { ...t.gebied, kolom, kolommen: 1 }));
    const onder = tabel && tabel.gebied.rij + tabel.gebied.rijen;
    return this.werkmap.tabellenGroeien && onder !== undefined && isLeeg(blad, gebied(onder, kolom, Math.max(1, rij - onder))) ? blad.cel(onder - 1, kolom)?.notatie : undefined;
  }

  // ---- rows and columns of the sheet ----

  voegRijenIn(blad: Blad, bij: number, aantal = 1): void {
    this.#doe((werkmap) => voegIn(werkmap, blad, "rij", bij, aantal));
  }
  verwijderRijen(blad: Blad, bij: number, aantal = 1): void {
    this.#doe((werkmap) => verwijder(werkmap, blad, "rij", bij, aantal));
  }
  voegKolommenIn(blad: Blad, bij: number, aantal = 1): void {
    this.#doe((werkmap) => voegIn(werkmap, blad, "kolom", bij, aantal));
  }
  verwijderKolommen(blad: Blad, bij: number, aantal = 1): void {
    this.#doe((werkmap) => verwijder(werkmap, blad, "kolom", bij, aantal));
  }
  verbergRijen(blad: Blad, bij: number, aantal = 1, verbergen = true): void {
    const rijen = new Set(blad.gegevens.verborgenRijen);
    for (let r = bij; r < bij + aantal; r++) {
      if (verbergen) rijen.add(r);
      else rijen.delete(r);
    }
    this.#zetBlad(blad, { verborgenRijen: rijen });
  }
  /** In points. */
  kolombreedte(blad: Blad, kolom: number, breedte: number): void {
    this.#zetBlad(blad, { kolombreedtes: new Map(blad.gegevens.kolombreedtes).set(kolom, breedte) });
  }
  /** Merges the block; only the first cell keeps its value. */
  voegSamen(blad: Blad, g: Gebied): void {
    this.#doe((werkmap) => {
      schrijf(werkmap, blad, g, (r, k, oud) => (r === g.rij && k === g.kolom ? oud : oud && celOfNiets({ ...oud, waarde: "", formule: undefined })));
      werkmap.zetBlad(blad, { samengevoegd: [...blad.gegevens.samengevoegd.filter((s) => !doorsnede(s, g)), g] });
    });
  }
  #zetBlad(blad: Blad, deel: Parameters<Werkmap["zetBlad"]>[1]): void {
    this.#doe((werkmap) => {
      werkmap.zetBlad(blad, deel);
      werkmap.meld({ soort: "opmaak", blad: blad.id });
    });
  }

  // ---- tables; `plek` is the position of a column or data row within the table ----

  maakTabel(blad: Blad, g: Gebied, kop = true, naam?: string): Tabel {
    return this.#doe((werkmap) => maakTabel(werkmap, blad, g, kop, naam));
  }
  sorteer(tabel: Tabel, plek: number, oplopend = true): void {
    this.#doe((werkmap) => sorteer(werkmap, werkmap.tabel(tabel.id), plek, oplopend));
  }
  /** null takes the filter off. */
  filter(tabel: Tabel, plek: number, teksten: ReadonlySet<string> | null): void {
    this.#doe((werkmap) => filter(werkmap, werkmap.tabel(tabel.id), plek, teksten));
  }
  voegTabelrijenIn(tabel: Tabel, plek: number | null, aantal = 1): void {
    this.#doe((werkmap) => voegTabelrijenIn(werkmap, werkmap.tabel(tabel.id), plek, aantal));
  }
  verwijderTabelrijen(tabel: Tabel, plek: number, aantal = 1): void {
    this.#doe((werkmap) => verwijderTabelrijen(werkmap, werkmap.tabel(tabel.id), plek, aantal));
  }
  voegTabelkolomIn(tabel: Tabel, plek: number, naam?: string): void {
    this.#doe((werkmap) => voegTabelkolomIn(werkmap, werkmap.tabel(tabel.id), plek, naam));
  }
  verwijderTabelkolom(tabel: Tabel, plek: number): void {
    this.#doe((werkmap) => verwijderTabelkolom(werkmap, werkmap.tabel(tabel.id), plek));
  }
  verplaatsTabelkolom(tabel: Tabel, van: number, naar: number): void {
    this.#doe((werkmap) => verplaatsTabelkolom(werkmap, werkmap.tabel(tabel.id), van, naar));
  }
  /** By typing over the header cell. */
  hernoemTabelkolom(tabel: Tabel, plek: number, naam: string): void {
    const { blad, gebied: g } = this.werkmap.tabel(tabel.id);
    this.typ(this.werkmap.blad(blad), g.rij, g.kolom + plek, naam);
  }
  hernoemTabel(tabel: Tabel, naam: string): void {
    this.#doe((werkmap) => hernoemTabel(werkmap, werkmap.tabel(tabel.id), naam));
  }
  vergroot(tabel: Tabel, g: Gebied): void {
    this.#doe((werkmap) => vergroot(werkmap, werkmap.tabel(tabel.id), g));
  }
  verwijderTabel(tabel: Tabel): void {
    this.#doe((werkmap) => verwijderTabel(werkmap, werkmap.tabel(tabel.id)));
  }
  /** The cells stay, the table goes. */
  naarBereik(tabel: Tabel): void {
    this.#doe((werkmap) => naarBereik(werkmap, werkmap.tabel(tabel.id)));
  }

  // ---- sheets ----

  voegBladToe(naam?: string): Blad {
    return this.#doe((werkmap) => voegBladToe(werkmap, naam));
  }
  hernoemBlad(blad: Blad, naam: string): void {
    this.#doe((werkmap) => hernoemBlad(werkmap, blad, naam));
  }
  /** Excel cannot undo this. */
  verwijderBlad(blad: Blad): void {
    this.#doe((werkmap) => verwijderBlad(werkmap, blad));
  }
  verplaatsBlad(blad: Blad, plek: number): void {
    this.#doe((werkmap) => verplaatsBlad(werkmap, blad, plek));
  }
  zetZichtbaarheid(blad: Blad, zichtbaarheid: Zichtbaarheid): void {
    this.#doe((werkmap) => zetZichtbaarheid(werkmap, blad, zichtbaarheid));
  }
  /** Clears undo, as in Excel. */
  beveilig(blad: Blad, beveiligd = true): void {
    this.#doe((werkmap) => beveilig(werkmap, blad, beveiligd));
  }
  /** Goes to a sheet and selects there. */
  kies(blad: Blad, g: Gebied = blad.selectie): void {
    this.werkmap.selecteer(this.#herkomst, blad, g);
  }
}
