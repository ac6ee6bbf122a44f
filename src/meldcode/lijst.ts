import type { Bevinding, Ernst } from "./bevinding";
import { kenmerkDubbel, kenmerksleutel, persoonsgegevenInKenmerk } from "./controle/kenmerk";
import type { Lijstopties } from "./controle/regel";
import { aantal, bevindingen, bit, heeftFout, type Treffers } from "./controle/regels";
import { toetsRij } from "./controle/toets";
import { Kenmerken } from "./kenmerken";
import { isBlanco } from "./lezen/tekst";
import { Maandstanden } from "./maandstanden";
import { type Rijbeeld, Rijen } from "./rijen";
import type { Cel, Kolominhoud, Rij, Veld } from "./veld";

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
  /** Findings by severity. */
  readonly perErnst: Readonly<Record<Ernst, number>>;
  /** Counts of the cases without a fout. */
  readonly maandstanden = new Maandstanden();

  readonly #opties: Lijstopties;
  readonly #rijen: Rijen;
  readonly #kenmerken: Kenmerken;
  readonly #treffers: Int32Array;
  readonly #aantallen: Record<Ernst, number> = { fout: 0, waarschuwing: 0, tip: 0 };
  #rijenMetFout = 0;
  #zaken = 0;

  /** The columns are all of the same length; a field without a column is null. */
  constructor(inhoud: Kolominhoud, opties: Lijstopties) {
    this.#opties = opties;
    this.#rijen = new Rijen(inhoud, opties);
    this.lengte = this.#rijen.lengte;
    this.#kenmerken = new Kenmerken(this.lengte, (positie) => kenmerksleutel(this.cel(positie, "kenmerk")));
    this.perErnst = this.#aantallen;
    this.#treffers = new Int32Array(this.lengte);
    for (let positie = 0; positie < this.lengte; positie++) this.#telErbij(positie);
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

  /** What was read in a cell; outside the list every cell is empty. */
  cel(positie: number, veld: Veld): Cel {
    return this.#rijen.cel(positie, veld);
  }

  /**
   * A row now reads otherwise; only this row is checked again, and the rows whose reference it shared or shares.
   * Throws RangeError outside the list: rows that come or go make another list.
   */
  wijzig(positie: number, rij: Rij): void {
    if (!Number.isInteger(positie) || positie < 0 || positie >= this.lengte) throw new RangeError(`Rij ${positie} staat niet in de lijst.`);
    this.#telEraf(positie);
    this.#draaiDubbel(this.#kenmerken.haalWeg(positie));
    this.#rijen.zet(positie, rij);
    this.#draaiDubbel(this.#kenmerken.voegToe(positie));
    this.#telErbij(positie);
  }

  /** In the order of the columns, then of the table. */
  bevindingenVan(positie: number): readonly Bevinding[] {
    const treffers = this.#treffers[positie] ?? 0;
    return treffers === 0 ? [] : bevindingen(treffers, positie, this.#rijen.lees(positie), this.#opties);
  }

  /** All findings, by row. */
  bevindingen(): Bevinding[] {
    const alle: Bevinding[] = [];
    for (let positie = 0; positie < this.lengte; positie++) {
      if (this.#treffers[positie] !== 0) alle.push(...this.bevindingenVan(positie));
    }
    return alle;
  }

  /** Checks a row as it reads at this moment and adds what it amounts to. */
  #telErbij(positie: number): void {
    const rij = this.#rijen.lees(positie);
    const treffers = this.#isBlanco(positie, rij) ? null : toetsRij(rij, this.#opties) | this.#toetsKenmerk(positie);
    this.#treffers[positie] = treffers ?? 0;
    if (treffers !== null) this.#tel(rij, treffers, 1);
  }

  /** Takes away what a row amounts to, before it changes. */
  #telEraf(positie: number): void {
    const rij = this.#rijen.lees(positie);
    if (!this.#isBlanco(positie, rij)) this.#tel(rij, this.#treffers[positie] ?? 0, -1);
  }

  #tel(rij: Rijbeeld, treffers: Treffers, stap: 1 | -1): void {
    this.#zaken += stap;
    if (treffers !== 0) {
      this.#aantallen.fout += stap * aantal(treffers, "fout");
      this.#aantallen.waarschuwing += stap * aantal(treffers, "waarschuwing");
      this.#aantallen.tip += stap * aantal(treffers, "tip");
    }
    if (heeftFout(treffers)) this.#rijenMetFout += stap;
    else this.maandstanden.tel(rij, stap);
  }

  /** A row in which every column is blank is no row, also in the middle. */
  #isBlanco(positie: number, { startdatum, sisa, consultatie, stap5, einddatum }: Rijbeeld): boolean {
    const gelezenIsLeeg = startdatum.leeg && sisa.leeg && consultatie.leeg && stap5.leeg && einddatum.leeg;
    return gelezenIsLeeg && isBlanco(this.cel(positie, "kenmerk")) && isBlanco(this.cel(positie, "team"));
  }

  #toetsKenmerk(positie: number): Treffers {
    return (this.#kenmerken.isDubbel(positie) ? DUBBEL : 0) | (persoonsgegevenInKenmerk.geldt(this.cel(positie, "kenmerk")) ? PERSOONSGEGEVEN : 0);
  }

  /** Another row came or went above this one with its reference. */
  #draaiDubbel(positie: number | null): void {
    if (positie === null) return;
    const treffers = (this.#treffers[positie] ?? 0) ^ DUBBEL;
    this.#treffers[positie] = treffers;
    this.#aantallen.waarschuwing += treffers & DUBBEL ? 1 : -1;
  }
}
