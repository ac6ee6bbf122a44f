import { celadres } from "../../werkboek";
import { type Celwaarde, type Rijen, leesPlaats, rijnummer } from "../celinhoud";
import { Xmlelement } from "../xmlboom";
import { Xmlscanner, codeer, schrijfCeltekst } from "../xmlscanner";
import type { Opmaakwijziging } from "./stijlen";

/** What is to become of a cell; what is undefined stays. */
export interface Celwijziging {
  /** `waarde` is the result of a formula that goes with it. */
  inhoud?: { readonly waarde: Celwaarde; readonly formule: string | null };
  /** null: the plain look. */
  opmaak?: Opmaakwijziging | null;
  /** The formula stays as it is, but its result is known no longer. */
  zonderUitkomst?: true;
}

/** By row and column, both from 1. */
export type Celwijzigingen = ReadonlyMap<number, ReadonlyMap<number, Celwijziging>>;

export interface Celstijlen {
  /** The style that a cell of that style gets. */
  stijl(basis: number, opmaak: Opmaakwijziging): number;
  /** The style of cells in that column that are not in the file. */
  vanKolom(kolom: number): number;
}

/**
 * The text of `sheetData` with other content in some cells; all other text is copied as it stands.
 * Rows and cells must be in order, as the schema asks. Answers also whether a formula went away.
 */
export class Cellenschrijver {
  formuleVerdwenen = false;
  private uit = "";
  private gekopieerd = 0;
  private readonly scanner: Xmlscanner;

  constructor(
    private readonly tekst: string,
    /** "x:" when the sheet's elements bear a prefix. */
    private readonly prefix: string,
    private readonly stijlen: Celstijlen,
  ) {
    this.scanner = new Xmlscanner(tekst);
  }

  schrijf(wijzigingen: Celwijzigingen): string {
    const { scanner } = this;
    const wachtend = opVolgorde(wijzigingen);
    let rij = 0;
    while (scanner.volgende()) {
      if (scanner.soort !== "open") continue;
      rij = rijnummer(scanner, rij);
      for (const [nummer, cellen] of wachtend.tot(rij - 1)) this.vervang(scanner.begin, scanner.begin, this.nieuweRij(nummer, cellen));
      const cellen = wachtend.neem(rij);
      if (cellen) this.schrijfRij(rij, cellen);
      else scanner.slaOver();
    }
    for (const [nummer, cellen] of wachtend.tot(Infinity)) this.vervang(this.tekst.length, this.tekst.length, this.nieuweRij(nummer, cellen));
    return this.uit + this.tekst.slice(this.gekopieerd);
  }

  /** Stands on `<row>`. */
  private schrijfRij(rij: number, cellen: ReadonlyMap<number, Celwijziging>): void {
    const { scanner } = this;
    // `spans` is a hint that need not hold any more.
    const open = new Xmlelement(scanner.rauw).zet("spans", null);
    const eigenStijl = open.vlag("customFormat") ? Number(open.attribuut("s") ?? 0) : null;
    const wachtend = opVolgorde(cellen);
    const nieuw = (tot: number) => wachtend.tot(tot).map(([kolom, cel]) => this.nieuweCel(rij, kolom, cel, eigenStijl)).join("");
    if (scanner.leeg) {
      open.kinderen.push(nieuw(Infinity));
      this.vervang(scanner.begin, scanner.eind, String(open));
      return;
    }
    this.vervang(scanner.begin, scanner.eind, String(open));
    let kolom = 0;
    while (scanner.volgende() && scanner.soort !== "sluit") {
      if (scanner.soort !== "open") continue;
      if (scanner.lokaal !== "c") {
        scanner.slaOver();
        continue;
      }
      kolom = leesPlaats(scanner.attribuut("r"))?.kolom ?? kolom + 1;
      this.vervang(scanner.begin, scanner.begin, nieuw(kolom - 1));
      const cel = wachtend.neem(kolom);
      if (cel) this.schrijfCel(cel);
      else scanner.slaOver();
    }
    this.vervang(scanner.begin, scanner.begin, nieuw(Infinity));
  }

  /** Stands on `<c>`. */
  private schrijfCel({ inhoud, opmaak, zonderUitkomst }: Celwijziging): void {
    const { scanner } = this;
    const { begin, eind, leeg } = scanner;
    const cel = new Xmlelement(scanner.rauw);
    scanner.slaOver();
    const binnen = leeg ? "" : this.tekst.slice(eind, scanner.begin);
    cel.sluit = leeg ? "" : scanner.rauw;
    if (opmaak !== undefined) cel.zet("s", this.stijlAttribuut(Number(cel.attribuut("s") ?? 0), opmaak));
    if (inhoud) {
      if (inhoud.formule === null && heeftFormule(binnen)) this.formuleVerdwenen = true;
      // cm and vm point at what the old content was (a spilling formula, a linked data type).
      for (const naam of ["cm", "vm"]) cel.zet(naam, null);
      this.vul(cel, inhoud);
    } else if (binnen !== "") {
      const wis = zonderUitkomst && heeftFormule(binnen);
      if (wis) cel.zet("t", null);
      cel.kinderen.push(wis ? binnen.replace(UITKOMST, "") : binnen);
    }
    this.vervang(begin, scanner.eind, String(cel));
  }

  private nieuweRij(rij: number, cellen: ReadonlyMap<number, Celwijziging>): string {
    const binnen = Array.from(cellen).sort(([a], [b]) => a - b).map(([kolom, cel]) => this.nieuweCel(rij, kolom, cel, null)).join("");
    return binnen === "" ? "" : `<${this.prefix}row r="${rij}">${binnen}</${this.prefix}row>`;
  }

  private nieuweCel(rij: number, kolom: number, { inhoud, opmaak }: Celwijziging, rijstijl: number | null): string {
    const basis = rijstijl ?? this.stijlen.vanKolom(kolom);
    const stijl = opmaak === undefined ? (basis === 0 ? null : String(basis)) : this.stijlAttribuut(basis, opmaak);
    const isLeeg = !inhoud || (inhoud.waarde === null && inhoud.formule === null);
    if (isLeeg && opmaak === undefined) return "";
    const cel = new Xmlelement(`<${this.prefix}c r="${celadres(kolom, rij)}"/>`).zet("s", stijl);
    if (inhoud) this.vul(cel, inhoud);
    return String(cel);
  }

  private stijlAttribuut(basis: number, opmaak: Opmaakwijziging | null): string | null {
    const stijl = opmaak === null ? 0 : this.stijlen.stijl(basis, opmaak);
    return stijl === 0 ? null : String(stijl);
  }

  private vul(cel: Xmlelement, { waarde, formule }: NonNullable<Celwijziging["inhoud"]>): void {
    const p = this.prefix;
    const v = (tekst: string) => `<${p}v>${tekst}</${p}v>`;
    if (typeof waarde === "number" && !Number.isFinite(waarde)) throw new RangeError("Een cel kan geen oneindig getal bevatten");
    if (formule !== null) cel.kinderen.push(`<${p}f>${codeer(formule)}</${p}f>`);
    const soort = celsoort(waarde, formule !== null);
    cel.zet("t", soort);
    if (typeof waarde === "number") cel.kinderen.push(v(String(waarde)));
    else if (typeof waarde === "boolean") cel.kinderen.push(v(waarde ? "1" : "0"));
    else if (typeof waarde === "string" && soort !== "inlineStr") cel.kinderen.push(v(schrijfCeltekst(waarde)));
    // In the cell itself: the shared strings part is left alone.
    else if (typeof waarde === "string") cel.kinderen.push(`<${p}is><${p}t xml:space="preserve">${schrijfCeltekst(waarde)}</${p}t></${p}is>`);
  }

  private vervang(begin: number, eind: number, tekst: string): void {
    this.uit += this.tekst.slice(this.gekopieerd, begin) + tekst;
    this.gekopieerd = eind;
  }
}

/** What Excel makes an error value when it is typed. */
const FOUTWAARDE = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)$/;

function celsoort(waarde: Celwaarde, isFormule: boolean): string | null {
  if (typeof waarde === "string") return FOUTWAARDE.test(waarde) ? "e" : isFormule ? "str" : "inlineStr";
  return typeof waarde === "boolean" ? "b" : null;
}

const UITKOMST = /<(?:[^\s<>/:]+:)?v(?:\s[^>]*)?(?:\/>|>[^<]*<\/(?:[^\s<>/:]+:)?v\s*>)/;

function heeftFormule(binnen: string): boolean {
  return /<(?:[^\s<>/:]+:)?f[\s>/]/.test(binnen);
}

/** Gives out entries in the order of their number. */
function opVolgorde<T>(ingangen: ReadonlyMap<number, T>) {
  const rest = Array.from(ingangen).sort(([a], [b]) => a - b);
  let plek = 0;
  return {
    /** Those up to and including that number. */
    tot(nummer: number): [number, T][] {
      const begin = plek;
      while ((rest[plek]?.[0] ?? Infinity) <= nummer && plek < rest.length) plek++;
      return rest.slice(begin, plek);
    },
    neem(nummer: number): T | undefined {
      const volgende = rest[plek];
      if (volgende?.[0] !== nummer) return undefined;
      plek++;
      return volgende[1];
    },
  };
}

/**
 * A shared formula stands in full in one cell only. When that cell changes, the others that lean on it get a formula of their own,
 * with the result they had. Answers the changes with those added.
 */
export function metLosseFormules(sheetData: string, wijzigingen: Celwijzigingen, rijen: Rijen): Celwijzigingen {
  if (!sheetData.includes("shared")) return wijzigingen;
  const leunend = new Map<string, { rij: number; kolom: number }[]>();
  const verdwenen = new Set<string>();
  const scanner = new Xmlscanner(sheetData);
  let rij = 0;
  let kolom = 0;
  while (scanner.volgende()) {
    if (scanner.soort !== "open") continue;
    const naam = scanner.lokaal;
    if (naam === "row") {
      rij = rijnummer(scanner, rij);
      kolom = 0;
    } else if (naam === "c") {
      kolom = leesPlaats(scanner.attribuut("r"))?.kolom ?? kolom + 1;
    } else if (naam === "f" && scanner.attribuut("t") === "shared") {
      const nummer = scanner.attribuut("si") ?? "";
      const verandert = wijzigingen.get(rij)?.get(kolom)?.inhoud !== undefined;
      if (scanner.attribuut("ref") !== undefined && verandert) verdwenen.add(nummer);
      else if (!verandert) {
        const plaatsen = leunend.get(nummer);
        if (plaatsen) plaatsen.push({ rij, kolom });
        else leunend.set(nummer, [{ rij, kolom }]);
      }
    }
  }
  const alle = new Map(wijzigingen);
  for (const plaats of Array.from(verdwenen).flatMap((nummer) => leunend.get(nummer) ?? [])) {
    const cel = rijen.get(plaats.rij)?.[plaats.kolom];
    if (cel) alle.set(plaats.rij, new Map(alle.get(plaats.rij)).set(plaats.kolom, { ...alle.get(plaats.rij)?.get(plaats.kolom), inhoud: cel }));
  }
  return alle;
}
