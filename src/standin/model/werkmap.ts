import type { Gebied } from "./adres";
import { Blad, type Bladgegevens } from "./blad";
import { Werkmapfout, type Cel, type Celwaarde, type Naam, type Tabel } from "./cel";
import { omgekeerd, type Gebeurtenis, type Herkomst, type Melding } from "./gebeurtenis";
import { Rekenmachine } from "./rekenen";

export type Celwijziging = readonly [rij: number, kolom: number, cel: Cel | undefined];
export type { Gebeurtenis, Herkomst } from "./gebeurtenis";

/** Puts something back; what it undoes is recorded again, so undoing an undo is redo. */
type Terugweg = () => void;
interface Stap {
  readonly herkomst: Herkomst;
  readonly terugwegen: Terugweg[];
  readonly meldingen: Melding[];
  /** Nothing before or in this step can be undone. */
  vergeten: boolean;
}

export const GEBRUIKER: Herkomst = { bron: "Local", trigger: "Unknown" };
export const INVOEGTOEPASSING: Herkomst = { bron: "Local", trigger: "ThisLocalAddin" };
export const COAUTEUR: Herkomst = { bron: "Remote", trigger: "Unknown" };

/** Above this many cells, calculating everything anew is quicker than following each of them. */
const VEEL = 2000;

export interface Werkmapopties {
  /** File name, with extension. */
  readonly naam?: string;
  readonly datumstelsel?: 1900 | 1904;
}

/**
 * A workbook as Excel holds it: sheets, cells, tables, names, settings. This class keeps the state, the undo stack and the listeners;
 * what a user does stands in gebruiker.ts, what an edit means for tables and references in bewerking.ts and tabelbewerking.ts.
 * Every change happens inside `doe`: one call is one step for undo.
 */
export class Werkmap {
  naam: string;
  readonly datumstelsel: 1900 | 1904;
  actiefBlad = "";
  /** Excel's AutoCorrect option: tables take in what is typed, pasted or written right below or beside them. */
  tabellenGroeien = true;
  #bladen: readonly Blad[] = [];
  #tabellen: readonly Tabel[] = [];
  #namen: readonly Naam[] = [];
  #instellingen: ReadonlyMap<string, string> = new Map();
  #stap: Stap | null = null;
  #ongedaan: Stap[] = [];
  #opnieuw: Stap[] = [];
  readonly #luisteraars = new Set<(gebeurtenis: Gebeurtenis) => void>();
  #rekenmachine: Rekenmachine | null = null;
  #volgnummer = 0;

  constructor(opties: Werkmapopties = {}) {
    this.naam = opties.naam ?? "Map1.xlsx";
    this.datumstelsel = opties.datumstelsel ?? 1900;
  }

  /** As Excel opens a blank one: one sheet, Blad1. */
  static leeg(opties: Werkmapopties = {}): Werkmap {
    const werkmap = new Werkmap(opties);
    const blad = new Blad(werkmap.nieuwId("blad"), "Blad1");
    werkmap.#bladen = [blad];
    werkmap.actiefBlad = blad.id;
    return werkmap;
  }

  /** In the order of the tabs. */
  get bladen(): readonly Blad[] {
    return this.#bladen;
  }
  get tabellen(): readonly Tabel[] {
    return this.#tabellen;
  }
  get namen(): readonly Naam[] {
    return this.#namen;
  }
  /** Office.context.document.settings: name → JSON. */
  get instellingen(): ReadonlyMap<string, string> {
    return this.#instellingen;
  }

  /** By id. Throws ItemNotFound when it is gone. */
  blad(id: string): Blad {
    const blad = this.#bladen.find((b) => b.id === id);
    if (!blad) throw new Werkmapfout("ItemNotFound", `Er is geen blad ${id}.`);
    return blad;
  }

  /** Capitals do not count, as in Excel. */
  bladMetNaam(naam: string): Blad | undefined {
    const klein = naam.toLowerCase();
    return this.#bladen.find((b) => b.naam.toLowerCase() === klein);
  }

  /** By id. Throws ItemNotFound when it is gone. */
  tabel(id: string): Tabel {
    const tabel = this.#tabellen.find((t) => t.id === id);
    if (!tabel) throw new Werkmapfout("ItemNotFound", `Er is geen tabel ${id}.`);
    return tabel;
  }

  tabelMetNaam(naam: string): Tabel | undefined {
    const klein = naam.toLowerCase();
    return this.#tabellen.find((t) => t.naam.toLowerCase() === klein);
  }

  /** What the cell shows: for a formula, its result now. */
  waarde(blad: Blad, rij: number, kolom: number): Celwaarde {
    const cel = blad.cel(rij, kolom);
    if (!cel) return "";
    return cel.formule === undefined ? cel.waarde : this.rekenmachine.waarde(blad, rij, kolom, cel);
  }

  get rekenmachine(): Rekenmachine {
    return (this.#rekenmachine ??= new Rekenmachine(this));
  }

  /** Ids as Excel makes them: unique within the workbook, never used again. */
  nieuwId(soort: "blad" | "tabel" | "regel"): string {
    const nummer = ++this.#volgnummer;
    if (soort === "tabel") return String(nummer);
    return `{${nummer.toString(16).toUpperCase().padStart(8, "0")}-0000-4000-8000-00000000000${soort === "blad" ? 1 : 2}}`;
  }

  /** Answers how to stop. Called after a step is complete, in the order in which things happened. */
  luister(opGebeurtenis: (gebeurtenis: Gebeurtenis) => void): () => void {
    this.#luisteraars.add(opGebeurtenis);
    return () => this.#luisteraars.delete(opGebeurtenis);
  }

  // ---- steps ----

  /** Runs changes as one step. What was done before `werk` throws stays done, as in Excel. Calls inside a call join the outer step. */
  doe<T>(herkomst: Herkomst, werk: () => T): T {
    if (this.#stap) return werk();
    const stap: Stap = { herkomst, terugwegen: [], meldingen: [], vergeten: false };
    this.#stap = stap;
    try {
      return werk();
    } finally {
      this.#stap = null;
      this.#bewaar(stap);
      this.#vertel(stap.meldingen, herkomst);
    }
  }

  /** How many steps can be undone. */
  get ongedaanStappen(): number {
    return this.#ongedaan.length;
  }
  get kanOngedaan(): boolean {
    return this.#ongedaan.length > 0;
  }
  get kanOpnieuw(): boolean {
    return this.#opnieuw.length > 0;
  }

  /** Takes the last step back. false when there is none. */
  ongedaan(): boolean {
    return this.#keer(this.#ongedaan, this.#opnieuw);
  }

  opnieuw(): boolean {
    return this.#keer(this.#opnieuw, this.#ongedaan);
  }

  /** After opening a file; and where Excel forgets (protecting a sheet, saving settings: office-js #5206). */
  vergeetGeschiedenis(): void {
    if (this.#stap) this.#stap.vergeten = true;
    this.#ongedaan = [];
    this.#opnieuw = [];
  }

  /** A co-author's step is not ours to undo; when it moved cells, our older steps would put things in the wrong place. */
  #bewaar(stap: Stap): void {
    if (stap.terugwegen.length === 0 || stap.vergeten) return;
    if (stap.herkomst.bron === "Local") {
      this.#ongedaan.push(stap);
      this.#opnieuw = [];
    } else if (stap.meldingen.some((m) => m.soort !== "cellen" || m.wijziging !== "RangeEdited")) {
      this.vergeetGeschiedenis();
    }
  }

  #keer(van: Stap[], naar: Stap[]): boolean {
    const stap = van.pop();
    if (!stap) return false;
    const terug: Stap = { herkomst: GEBRUIKER, terugwegen: [], meldingen: stap.meldingen.map(omgekeerd).reverse(), vergeten: false };
    this.#stap = terug;
    for (const terugweg of stap.terugwegen.toReversed()) terugweg();
    this.#stap = null;
    naar.push(terug);
    this.#vertel(terug.meldingen, GEBRUIKER);
    return true;
  }

  #vertel(meldingen: readonly Melding[], herkomst: Herkomst): void {
    // Spreading a union member with the origin gives back that member of Gebeurtenis; the compiler cannot follow it.
    for (const melding of meldingen) for (const luisteraar of [...this.#luisteraars]) luisteraar({ ...melding, ...herkomst } as Gebeurtenis);
  }

  /** Tells the listeners, when the step is complete. */
  meld(melding: Melding): void {
    this.#open().meldingen.push(melding);
  }

  #open(): Stap {
    if (!this.#stap) throw new Error("A workbook changes inside doe() only.");
    return this.#stap;
  }

  // ---- the changes that everything else is made of; each remembers its way back ----

  zetCellen(blad: Blad, cellen: readonly Celwijziging[]): void {
    if (cellen.length === 0) return;
    if (cellen.length > VEEL) this.#rekenmachine = null;
    const oud = cellen.map(([rij, kolom, cel]): Celwijziging => {
      this.#rekenmachine?.celGewijzigd(blad, rij, kolom, cel);
      return [rij, kolom, blad.zet(rij, kolom, cel)];
    });
    this.#open().terugwegen.push(() => this.zetCellen(blad, oud.toReversed()));
  }

  /** Whole rows only; what points to them is moved by `schuif` in verschuiven.ts. */
  splitsRijen(blad: Blad, bij: number, weg: number, erbij: Parameters<Blad["splitsRijen"]>[2]): void {
    const aantal = erbij.length;
    const uit = blad.splitsRijen(bij, weg, erbij);
    while (uit.length < weg) uit.push(undefined);
    this.#rekenmachine?.rijenVerschoven(blad, bij, weg, erbij);
    this.#open().terugwegen.push(() => {
      // On the way back the formulas stand right before the rows do; moved along once more, they would be wrong.
      this.#rekenmachine = null;
      this.splitsRijen(blad, bij, aantal, uit);
    });
  }

  zetBlad(blad: Blad, deel: Partial<Bladgegevens>): void {
    const oud = blad.gegevens;
    blad.gegevens = { ...oud, ...deel };
    if (deel.naam !== undefined) this.#rekenmachine = null;
    this.#open().terugwegen.push(() => this.zetBlad(blad, oud));
  }

  zetBladen(bladen: readonly Blad[]): void {
    const oud = this.#bladen;
    this.#bladen = bladen;
    this.#rekenmachine = null;
    if (!bladen.some((b) => b.id === this.actiefBlad)) this.actiefBlad = (bladen.find((b) => b.gegevens.zichtbaarheid === "Visible") ?? bladen[0])?.id ?? "";
    this.#open().terugwegen.push(() => this.zetBladen(oud));
  }

  zetTabellen(tabellen: readonly Tabel[]): void {
    const oud = this.#tabellen;
    this.#tabellen = tabellen;
    this.#rekenmachine?.tabellenGewijzigd();
    this.#open().terugwegen.push(() => this.zetTabellen(oud));
  }

  zetTabel(tabel: Tabel): void {
    this.zetTabellen(this.#tabellen.map((t) => (t.id === tabel.id ? tabel : t)));
  }

  zetNamen(namen: readonly Naam[]): void {
    const oud = this.#namen;
    this.#namen = namen;
    this.#rekenmachine = null;
    this.#open().terugwegen.push(() => this.zetNamen(oud));
  }

  zetInstellingen(instellingen: ReadonlyMap<string, string>): void {
    const oud = this.#instellingen;
    this.#instellingen = instellingen;
    this.#open().terugwegen.push(() => this.zetInstellingen(oud));
  }

  /** Not a step: Excel does not undo a selection. */
  selecteer(herkomst: Herkomst, blad: Blad, selectie: Gebied): void {
    if (blad.gegevens.zichtbaarheid !== "Visible") throw new Werkmapfout("InvalidOperation", "Een verborgen blad kan niet gekozen worden.");
    const wisselt = this.actiefBlad !== blad.id;
    this.actiefBlad = blad.id;
    blad.selectie = selectie;
    this.doe(herkomst, () => {
      if (wisselt) this.meld({ soort: "blad-geactiveerd", blad: blad.id, naam: blad.naam });
      this.meld({ soort: "selectie", blad: blad.id, gebied: selectie });
    });
  }
}
