import type { Bevinding, Ernst } from "./bevinding";
import { kenmerkDubbel, kenmerksleutel, persoonsgegevenInKenmerk } from "./controle/kenmerk";
import type { Leesveld, Lijstopties } from "./controle/regel";
import { aantal, bevindingen, bit, heeftFout, type Treffers } from "./controle/regels";
import { toetsCel, toetsRij } from "./controle/toets";
import type { Datum } from "./datum";
import { Kenmerken } from "./kenmerken";
import { type Celbeeld, Kolom } from "./kolom";
import { leesDatum } from "./lezen/datums";
import { leesConsultatie, leesSisa, leesStap5 } from "./lezen/keuzes";
import { isBlanco } from "./lezen/tekst";
import { Maandstanden, TELWAARDEN } from "./maandstanden";
import { maandnummerVanDatum } from "./periode";
import { type Cel, type Kolominhoud, type Rij, VELDEN, type Veld, VERPLICHTE_VELDEN } from "./veld";
import type { Consultatie, Sisa, Stap5 } from "./zaak";

export type { Lijstopties } from "./controle/regel";

const DUBBEL = bit(kenmerkDubbel);
const PERSOONSGEGEVEN = bit(persoonsgegevenInKenmerk);

/** A row as it reads. */
interface Rijbeeld {
  startdatum: Celbeeld<Datum>;
  sisa: Celbeeld<Sisa>;
  consultatie: Celbeeld<Consultatie>;
  stap5: Celbeeld<Stap5>;
  einddatum: Celbeeld<Datum>;
}

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
  readonly #kolommen: { readonly [V in Leesveld]: Kolom<NonNullable<Rijbeeld[V]["waarde"]>> };
  readonly #rij: Rijbeeld;
  readonly #kenmerk: Cel[];
  readonly #team: Cel[];
  readonly #kenmerken: Kenmerken;
  readonly #treffers: Int32Array;
  readonly #aantallen: Record<Ernst, number> = { fout: 0, waarschuwing: 0, tip: 0 };
  #rijenMetFout = 0;
  #zaken = 0;

  /** The columns are all of the same length; a field without a column is null. */
  constructor(inhoud: Kolominhoud, opties: Lijstopties) {
    const lengte = Math.max(...VELDEN.map((veld) => inhoud[veld]?.length ?? 0));
    this.lengte = lengte;
    this.#opties = opties;
    this.perErnst = this.#aantallen;
    const datumkolom = (veld: "startdatum" | "einddatum") =>
      new Kolom<Datum>(inhoud[veld], lengte, {
        lees: (cel) => leesDatum(cel, opties.datumstelsel),
        toets: (gelezen) => toetsCel(veld, gelezen, opties),
        telplaats: (datum) => (datum === null ? 0 : maandnummerVanDatum(datum)),
      });
    this.#kolommen = {
      startdatum: datumkolom("startdatum"),
      sisa: new Kolom(inhoud.sisa, lengte, {
        lees: leesSisa,
        toets: (gelezen) => toetsCel("sisa", gelezen, opties),
        telplaats: (waarde) => TELWAARDEN.sisa.indexOf(waarde ?? "open"),
      }),
      consultatie: new Kolom(inhoud.consultatie, lengte, {
        lees: leesConsultatie,
        toets: (gelezen) => toetsCel("consultatie", gelezen, opties),
        telplaats: (waarde) => TELWAARDEN.consultatie.indexOf(waarde ?? "open"),
      }),
      stap5: new Kolom(inhoud.stap5, lengte, {
        lees: leesStap5,
        toets: (gelezen) => toetsCel("stap5", gelezen, opties),
        telplaats: (waarde) => TELWAARDEN.stap5.indexOf(waarde ?? "open"),
      }),
      einddatum: datumkolom("einddatum"),
    };
    const { startdatum, sisa, consultatie, stap5, einddatum } = this.#kolommen;
    this.#rij = { startdatum: startdatum.op(-1), sisa: sisa.op(-1), consultatie: consultatie.op(-1), stap5: stap5.op(-1), einddatum: einddatum.op(-1) };
    this.#kenmerk = inhoud.kenmerk?.slice() ?? Array<Cel>(lengte).fill(null);
    this.#team = inhoud.team?.slice() ?? Array<Cel>(lengte).fill(null);
    this.#kenmerken = new Kenmerken(this.#kenmerk.map(kenmerksleutel));
    this.#treffers = new Int32Array(lengte);
    for (let positie = 0; positie < lengte; positie++) this.#weeg(positie, 1);
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
    if (veld === "kenmerk") return this.#kenmerk[positie] ?? null;
    if (veld === "team") return this.#team[positie] ?? null;
    return this.#kolommen[veld].op(positie).cel;
  }

  /**
   * A row now reads otherwise; only this row is checked again, and the rows whose reference it shared or shares.
   * Throws RangeError outside the list: rows that come or go make another list.
   */
  wijzig(positie: number, rij: Rij): void {
    if (!Number.isInteger(positie) || positie < 0 || positie >= this.lengte) throw new RangeError(`Rij ${positie} staat niet in de lijst.`);
    this.#weeg(positie, -1);
    for (const veld of VERPLICHTE_VELDEN) this.#kolommen[veld].zet(positie, rij[veld]);
    this.#team[positie] = rij.team;
    this.#kenmerk[positie] = rij.kenmerk;
    for (const andere of this.#kenmerken.zet(positie, kenmerksleutel(rij.kenmerk))) this.#draaiDubbel(andere);
    this.#weeg(positie, 1);
  }

  /** In the order of the columns, then of the table. */
  bevindingenVan(positie: number): readonly Bevinding[] {
    const treffers = this.#treffers[positie] ?? 0;
    return treffers === 0 ? [] : bevindingen(treffers, positie, this.#lees(positie), this.#opties);
  }

  /** All findings, by row. */
  bevindingen(): Bevinding[] {
    const alle: Bevinding[] = [];
    for (let positie = 0; positie < this.lengte; positie++) {
      if (this.#treffers[positie] !== 0) alle.push(...this.bevindingenVan(positie));
    }
    return alle;
  }

  /** Only to be looked at until the next row is read: one object serves all rows, for 100,000 short-lived ones are slow. */
  #lees(positie: number): Rijbeeld {
    const { startdatum, sisa, consultatie, stap5, einddatum } = this.#kolommen;
    const rij = this.#rij;
    rij.startdatum = startdatum.op(positie);
    rij.sisa = sisa.op(positie);
    rij.consultatie = consultatie.op(positie);
    rij.stap5 = stap5.op(positie);
    rij.einddatum = einddatum.op(positie);
    return rij;
  }

  /** Adds what a row amounts to (1) or takes it away again (-1), as it reads at this moment. */
  #weeg(positie: number, stap: 1 | -1): void {
    const rij = this.#lees(positie);
    if (this.#isBlanco(positie, rij)) {
      this.#treffers[positie] = 0;
      return;
    }
    const treffers = this.#toets(positie, rij);
    this.#treffers[positie] = treffers;
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

  #toets(positie: number, rij: Rijbeeld): Treffers {
    const vanCellen = rij.startdatum.treffers | rij.sisa.treffers | rij.consultatie.treffers | rij.stap5.treffers | rij.einddatum.treffers;
    let treffers = toetsRij(rij, vanCellen, this.#opties);
    if (this.#kenmerken.isDubbel(positie)) treffers |= DUBBEL;
    if (persoonsgegevenInKenmerk.geldt(this.cel(positie, "kenmerk"))) treffers |= PERSOONSGEGEVEN;
    return treffers;
  }

  #draaiDubbel(positie: number): void {
    const treffers = (this.#treffers[positie] ?? 0) ^ DUBBEL;
    this.#treffers[positie] = treffers;
    this.#aantallen.waarschuwing += treffers & DUBBEL ? 1 : -1;
  }
}
