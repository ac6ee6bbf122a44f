import type { Bevinding, Ernst } from "./bevinding";
import { kenmerkDubbel, kenmerksleutel, persoonsgegevenInKenmerk } from "./controle/kenmerk";
import type { Lijstopties } from "./controle/regel";
import { aantal, bevindingen, bit, heeftFout, type Treffers } from "./controle/regels";
import { toetsRij } from "./controle/toets";
import { Kenmerken } from "./kenmerken";
import { isBlanco } from "./lezen/tekst";
import { Maandstanden } from "./maandstanden";
import type { Uitsplitsing } from "./registratie";
import { INDICATOREN, isIndicator } from "./indicator";
import { Indicatorkolom } from "./indicatorkolom";
import { type Rijbeeld, Rijen } from "./rijen";
import type { Cel, Kolominhoud, Rij, Veld } from "./veld";
import { STANDAARDVRAAGSTELLING } from "./vraagstelling";

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
  readonly maandstanden: Maandstanden;

  readonly #opties: Lijstopties;
  readonly #rijen: Rijen;
  /** Those that are asked, in the order of INDICATOREN; mostly none. */
  readonly #indicatoren: readonly Indicatorkolom[];
  readonly #kenmerken: Kenmerken;
  readonly #treffers: Int32Array;
  readonly #aantallen: Record<Ernst, number> = { fout: 0, waarschuwing: 0, tip: 0 };
  #rijenMetFout = 0;
  #zaken = 0;

  /** The columns are all of the same length; a field without a column is null. Of a field that is not asked (`vraagstelling`) nothing is read. */
  constructor(inhoud: Kolominhoud, opties: Lijstopties) {
    const { sisaLabel, extraIndicatoren } = opties.vraagstelling ?? STANDAARDVRAAGSTELLING;
    this.#opties = opties;
    this.maandstanden = new Maandstanden(sisaLabel !== null);
    this.#rijen = new Rijen(inhoud, opties);
    this.lengte = this.#rijen.lengte;
    this.#indicatoren = INDICATOREN.flatMap((naam) => {
      const gevraagd = extraIndicatoren.find(({ indicator }) => indicator === naam);
      return gevraagd ? [new Indicatorkolom(naam, gevraagd.vanaf, inhoud[naam] ?? null, this.lengte)] : [];
    });
    this.#kenmerken = new Kenmerken(this.lengte, (positie) => kenmerksleutel(this.#rijen.cel(positie, "kenmerk")));
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

  /** What was read in a cell; outside the list every cell is empty, and so is that of a field that is not asked. */
  cel(positie: number, veld: Veld): Cel {
    if (isIndicator(veld)) return this.#indicatoren.find(({ indicator }) => indicator === veld)?.cel(positie) ?? null;
    return this.#rijen.cel(positie, veld);
  }

  /** Counts of the cases that were started in the months from `van` up to and including `tot` (see maandnummer), in the groups that are asked. */
  uitsplitsing(van: number, tot: number): Omit<Uitsplitsing, "van" | "tot"> {
    return { ...this.maandstanden.som(van, tot), ...Object.fromEntries(this.#indicatoren.map((kolom) => [kolom.indicator, kolom.som(van, tot)])) };
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
    for (const kolom of this.#indicatoren) kolom.zet(positie, rij[kolom.indicator] ?? null);
    this.#draaiDubbel(this.#kenmerken.voegToe(positie));
    this.#telErbij(positie);
  }

  /** In the order of the columns, then of the table. */
  bevindingenVan(positie: number): readonly Bevinding[] {
    const treffers = this.#treffers[positie] ?? 0;
    const gevonden = treffers === 0 ? [] : bevindingen(treffers, positie, this.#rijen.lees(positie), this.#opties);
    if (this.#indicatoren.length > 0) gevonden.push(...this.#indicatoren.flatMap((kolom) => kolom.bevinding(positie, this.#rijen.lees(positie)) ?? []));
    return gevonden;
  }

  /** All findings, by row. */
  bevindingen(): Bevinding[] {
    const alle: Bevinding[] = [];
    for (let positie = 0; positie < this.lengte; positie++) {
      if (this.#treffers[positie] !== 0 || this.#indicatoren.length > 0) alle.push(...this.bevindingenVan(positie));
    }
    return alle;
  }

  /** Checks a row as it reads at this moment and adds what it amounts to. */
  #telErbij(positie: number): void {
    const rij = this.#rijen.lees(positie);
    const treffers = this.#isBlanco(positie, rij) ? null : toetsRij(rij, this.#opties) | this.#toetsKenmerk(positie);
    this.#treffers[positie] = treffers ?? 0;
    if (treffers !== null) this.#tel(positie, rij, treffers, 1);
  }

  /** Takes away what a row amounts to, before it changes. */
  #telEraf(positie: number): void {
    const rij = this.#rijen.lees(positie);
    if (!this.#isBlanco(positie, rij)) this.#tel(positie, rij, this.#treffers[positie] ?? 0, -1);
  }

  #tel(positie: number, rij: Rijbeeld, treffers: Treffers, stap: 1 | -1): void {
    this.#zaken += stap;
    if (treffers !== 0) {
      this.#aantallen.fout += stap * aantal(treffers, "fout");
      this.#aantallen.waarschuwing += stap * aantal(treffers, "waarschuwing");
      this.#aantallen.tip += stap * aantal(treffers, "tip");
    }
    if (this.#indicatoren.length > 0) this.#telMetIndicatoren(positie, rij, treffers, stap);
    else if (heeftFout(treffers)) this.#rijenMetFout += stap;
    else this.maandstanden.tel(rij, stap);
  }

  #telMetIndicatoren(positie: number, rij: Rijbeeld, treffers: Treffers, stap: 1 | -1): void {
    const ernsten = this.#indicatoren.flatMap((kolom) => kolom.ernst(positie, rij) ?? []);
    for (const ernst of ernsten) this.#aantallen[ernst] += stap;
    if (heeftFout(treffers) || ernsten.includes("fout")) {
      this.#rijenMetFout += stap;
      return;
    }
    this.maandstanden.tel(rij, stap);
    for (const kolom of this.#indicatoren) kolom.tel(positie, rij.startdatum.telplaats, stap);
  }

  /** A row in which every column is blank is no row, also in the middle. */
  #isBlanco(positie: number, { startdatum, sisa, consultatie, stap5, einddatum }: Rijbeeld): boolean {
    const gelezenIsLeeg = startdatum.leeg && sisa.leeg && consultatie.leeg && stap5.leeg && einddatum.leeg;
    return gelezenIsLeeg && isBlanco(this.#rijen.cel(positie, "kenmerk")) && isBlanco(this.#rijen.cel(positie, "team")) && this.#indicatoren.every((kolom) => kolom.isLeeg(positie));
  }

  #toetsKenmerk(positie: number): Treffers {
    return (this.#kenmerken.isDubbel(positie) ? DUBBEL : 0) | (persoonsgegevenInKenmerk.geldt(this.#rijen.cel(positie, "kenmerk")) ? PERSOONSGEGEVEN : 0);
  }

  /** Another row came or went above this one with its reference. */
  #draaiDubbel(positie: number | null): void {
    if (positie === null) return;
    const treffers = (this.#treffers[positie] ?? 0) ^ DUBBEL;
    this.#treffers[positie] = treffers;
    this.#aantallen.waarschuwing += treffers & DUBBEL ? 1 : -1;
  }
}
