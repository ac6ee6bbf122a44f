import type { Bevinding, Ernst } from "./bevinding";
import { kenmerkDubbel, kenmerksleutel, persoonsgegevenInKenmerk } from "./controle/kenmerk";
import type { Gelezenrij, Lijstopties } from "./controle/regel";
import { aantal, bevindingen, bit, heeftFout, type Treffers } from "./controle/regels";
import { type Getoetsterij, Toetser } from "./controle/toetser";
import { Kenmerken } from "./kenmerken";
import { isBlanco } from "./lezen/tekst";
import { Maandstanden } from "./maandstanden";
import { type Cel, type Kolominhoud, type Rij, VELDEN, type Veld } from "./veld";
import type { Zaak } from "./zaak";

export type { Lijstopties } from "./controle/regel";

const DUBBEL = bit(kenmerkDubbel);
const PERSOONSGEGEVEN = bit(persoonsgegevenInKenmerk);

/**
 * A list under check: what was read, what is wrong with it and what it counts, kept up to date row by row.
 * Positions are 0-based from the first row below the header, blank rows included.
 */
export class Lijst {
  /** Rows, blank ones included. */
  readonly lengte: number;
  readonly perErnst: Readonly<Record<Ernst, number>>;
  /** Counts of the cases without a fout, by the month of their start date. */
  readonly maandstanden = new Maandstanden();

  readonly #opties: Lijstopties;
  readonly #kolommen: Record<Veld, Cel[] | null>;
  readonly #toetser: Toetser;
  readonly #kenmerken: Kenmerken;
  readonly #treffers: Int32Array;
  readonly #aantallen: Record<Ernst, number> = { fout: 0, waarschuwing: 0, tip: 0 };
  #rijenMetFout = 0;
  #zaken = 0;

  /** The columns are all of the same length; a field without a column is null. */
  constructor(inhoud: Kolominhoud, opties: Lijstopties) {
    this.#opties = opties;
    const kopie = (veld: Veld) => inhoud[veld]?.slice() ?? null;
    this.#kolommen = {
      kenmerk: kopie("kenmerk"),
      team: kopie("team"),
      startdatum: kopie("startdatum"),
      sisa: kopie("sisa"),
      consultatie: kopie("consultatie"),
      stap5: kopie("stap5"),
      einddatum: kopie("einddatum"),
    };
    this.lengte = Math.max(...VELDEN.map((veld) => inhoud[veld]?.length ?? 0));
    this.perErnst = this.#aantallen;
    this.#toetser = new Toetser(opties);
    this.#kenmerken = new Kenmerken((this.#kolommen.kenmerk ?? []).map(kenmerksleutel));
    this.#treffers = new Int32Array(this.lengte);
    for (let positie = 0; positie < this.lengte; positie++) this.#weeg(positie, 1);
  }

  get aantalFouten(): number {
    return this.#aantallen.fout;
  }

  get rijenMetFout(): number {
    return this.#rijenMetFout;
  }

  /** Rows that are not blank. */
  get zaken(): number {
    return this.#zaken;
  }

  /** What was read in a cell. */
  cel(positie: number, veld: Veld): Cel {
    return this.#kolommen[veld]?.[positie] ?? null;
  }

  /**
   * A row now reads otherwise; only this row is checked again, and the references it shared or shares.
   * Throws RangeError outside the list: rows that come or go make another list.
   */
  wijzig(positie: number, rij: Rij): void {
    if (!Number.isInteger(positie) || positie < 0 || positie >= this.lengte) throw new RangeError(`Rij ${positie} staat niet in de lijst.`);
    this.#weeg(positie, -1);
    for (const veld of VELDEN) {
      const kolom = this.#kolommen[veld];
      if (kolom) kolom[positie] = rij[veld];
    }
    if (this.#kolommen.kenmerk) {
      for (const andere of this.#kenmerken.zet(positie, kenmerksleutel(rij.kenmerk))) this.#draaiDubbel(andere);
    }
    this.#weeg(positie, 1);
  }

  bevindingenVan(positie: number): readonly Bevinding[] {
    const treffers = this.#treffers[positie] ?? 0;
    return treffers === 0 ? [] : bevindingen(treffers, positie, this.#lees(positie), this.#opties);
  }

  /** All findings, by row, then by column, then in the order of the table. */
  bevindingen(): Bevinding[] {
    const alle: Bevinding[] = [];
    for (let positie = 0; positie < this.lengte; positie++) {
      if (this.#treffers[positie] !== 0) alle.push(...this.bevindingenVan(positie));
    }
    return alle;
  }

  #lees(positie: number): Getoetsterij {
    const { startdatum, sisa, consultatie, stap5, einddatum } = this.#kolommen;
    return this.#toetser.lees({
      startdatum: startdatum?.[positie] ?? null,
      sisa: sisa?.[positie] ?? null,
      consultatie: consultatie?.[positie] ?? null,
      stap5: stap5?.[positie] ?? null,
      einddatum: einddatum?.[positie] ?? null,
    });
  }

  /** Adds what a row amounts to (1) or takes it away again (-1), as it reads at this moment. */
  #weeg(positie: number, stap: 1 | -1): void {
    const rij = this.#lees(positie);
    const treffers = this.#isBlanco(positie, rij) ? null : this.#toets(positie, rij);
    this.#treffers[positie] = treffers ?? 0;
    if (treffers === null) return;
    this.#zaken += stap;
    if (treffers !== 0) {
      this.#aantallen.fout += stap * aantal(treffers, "fout");
      this.#aantallen.waarschuwing += stap * aantal(treffers, "waarschuwing");
      this.#aantallen.tip += stap * aantal(treffers, "tip");
    }
    if (heeftFout(treffers)) this.#rijenMetFout += stap;
    else {
      const zaak = alsZaak(rij);
      if (zaak) this.maandstanden.tel(zaak, stap);
    }
  }

  /** A row in which every column is blank is no row, also in the middle. */
  #isBlanco(positie: number, rij: Gelezenrij): boolean {
    return (
      rij.startdatum.leeg && rij.sisa.leeg && rij.consultatie.leeg && rij.stap5.leeg && rij.einddatum.leeg &&
      isBlanco(this.cel(positie, "kenmerk")) && isBlanco(this.cel(positie, "team"))
    );
  }

  #toets(positie: number, rij: Getoetsterij): Treffers {
    return (
      this.#toetser.toets(rij) |
      (this.#kenmerken.isDubbel(positie) ? DUBBEL : 0) |
      (persoonsgegevenInKenmerk.geldt(this.cel(positie, "kenmerk")) ? PERSOONSGEGEVEN : 0)
    );
  }

  #draaiDubbel(positie: number): void {
    const treffers = (this.#treffers[positie] ?? 0) ^ DUBBEL;
    this.#treffers[positie] = treffers;
    this.#aantallen.waarschuwing += treffers & DUBBEL ? 1 : -1;
  }
}

/** null without a start date, which is a fout. */
function alsZaak({ startdatum, sisa, consultatie, stap5, einddatum }: Gelezenrij): Zaak | null {
  if (startdatum.waarde === null) return null;
  return { startdatum: startdatum.waarde, sisa: sisa.waarde, consultatie: consultatie.waarde, stap5: stap5.waarde, einddatum: einddatum.waarde };
}
