import { KOPPEN, BASISVELDEN, type Veld } from "../../src/meldcode/veld";
import { startOffice } from "../../src/standin/host/brug";
import type { Host } from "../../src/standin/host/host";
import { gebied } from "../../src/standin/model/adres";
import type { Blad } from "../../src/standin/model/blad";
import type { Celwaarde, Tabel } from "../../src/standin/model/cel";
import { Gebruiker, type Gebruikersopties } from "../../src/standin/model/gebruiker";
import { COAUTEUR, Werkmap } from "../../src/standin/model/werkmap";
import { maakOfficeWerkboek } from "../../src/workbook/office/officeWerkboek";
import type { Lezing, Lijstinhoud, Lijstwijziging, Werkboek } from "../../src/workbook/werkboek";

/** Short waits, so that a test of waiting does not take long. */
const TIJDEN = { tijdslimiet: 20_000, wachttijd: 10, celwachttijd: 20 };

/** A row as a user would type it, by field; "Intern" and so on where nothing is said. */
export type Getypterij = Readonly<Partial<Record<Veld, string>>>;
export const rij = (anders: Getypterij = {}): Getypterij => ({ startdatum: "5-1-2026", sisa: "Ja", consultatie: "Intern", stap5: "Hulp", einddatum: "20-1-2026", ...anders });

/** `op`: row and column of the first header. */
interface Lijstplaatsing {
  readonly koppen?: readonly string[];
  readonly naam?: string;
  readonly op?: readonly [rij: number, kolom: number];
  readonly blad?: Blad;
}

export const KOPRIJ: readonly string[] = BASISVELDEN.map((veld) => KOPPEN[veld]);

/**
 * The adapter on Microsoft's own library, over a workbook that a test changes as a user would. Needs jsdom.
 * Rows and columns of the workbook count from 0, as the model does.
 */
export class Opstelling {
  readonly werkmap: Werkmap;
  readonly gebruiker: Gebruiker;
  readonly host: Host;
  readonly werkboek: Werkboek;
  readonly wijzigingen: Lijstwijziging[] = [];

  constructor(opties: { readonly werkmap?: Werkmap; readonly tijdslimiet?: number; readonly grens?: number } & Gebruikersopties = {}) {
    this.werkmap = opties.werkmap ?? Werkmap.leeg();
    this.gebruiker = new Gebruiker(this.werkmap, opties);
    this.host = startOffice(this.werkmap, { ...(opties.grens !== undefined && { grens: opties.grens }) }).host;
    this.werkboek = maakOfficeWerkboek({ ...TIJDEN, ...(opties.tijdslimiet !== undefined && { tijdslimiet: opties.tijdslimiet }) });
  }

  get eersteBlad(): Blad {
    return er(this.werkmap.bladen[0]);
  }
  get tabel(): Tabel {
    return er(this.werkmap.tabelMetNaam("Meldcode"));
  }
  get blad(): Blad {
    return this.werkmap.blad(this.tabel.blad);
  }

  /** A table on the first sheet with these headers and rows, as an organisation has it. */
  maakLijst(rijen: readonly Getypterij[] = [rij()], { koppen = KOPRIJ, naam = "Meldcode", op = [0, 0], blad = this.eersteBlad }: Lijstplaatsing = {}): Tabel {
    const veld = (kop: string) => BASISVELDEN.find((v) => KOPPEN[v] === kop);
    const tekst = [koppen, ...rijen.map((r) => koppen.map((kop) => r[veld(kop) ?? "kenmerk"] ?? ""))].map((cellen) => cellen.join("\t")).join("\n");
    this.gebruiker.plak(blad, op[0], op[1], tekst);
    return this.gebruiker.maakTabel(blad, gebied(op[0], op[1], rijen.length + 1, koppen.length), true, naam);
  }

  /** Types in the cell of a row (0 is the first below the header) and a field of the table Meldcode. */
  typ(r: number, veld: Veld, tekst: string, gebruiker = this.gebruiker): void {
    const { gebied: g, kolommen } = this.tabel;
    const k = kolommen.findIndex((kolom) => kolom.naam === KOPPEN[veld]);
    gebruiker.typ(this.blad, g.rij + 1 + r, g.kolom + k, tekst);
  }

  waarde(r: number, veld: Veld): Celwaarde {
    const { gebied: g, kolommen } = this.tabel;
    return this.werkmap.waarde(this.blad, g.rij + 1 + r, g.kolom + kolommen.findIndex((kolom) => kolom.naam === KOPPEN[veld]));
  }

  get coauteur(): Gebruiker {
    return new Gebruiker(this.werkmap, { herkomst: COAUTEUR });
  }

  /** Reads and listens, as the pane does when it opens; from then on `wijzigingen` fills. */
  async open(): Promise<Lijstinhoud> {
    const lijst = alsLijst(await this.werkboek.lees());
    await this.werkboek.luister((wijziging) => this.wijzigingen.push(wijziging));
    this.host.wisVerzoeken();
    return lijst;
  }

  /** The requests that reached Excel while `doe` ran. */
  async syncs(doe: () => Promise<unknown>): Promise<number> {
    this.host.wisVerzoeken();
    await doe();
    return this.host.verzoeken.length;
  }

  /** What the pane hears next. */
  async volgende(): Promise<Lijstwijziging> {
    const al = this.wijzigingen.length;
    for (let i = 0; i < 200 && this.wijzigingen.length === al; i++) await pauze(5);
    return er(this.wijzigingen[al]);
  }

  /** Long enough for everything that is under way. */
  async stil(): Promise<void> {
    let vorige = -1;
    while (vorige !== this.host.verzoeken.length + this.wijzigingen.length) {
      vorige = this.host.verzoeken.length + this.wijzigingen.length;
      await pauze(60);
    }
  }
}

export function alsLijst(lezing: Lezing): Lijstinhoud {
  if (lezing.soort !== "lijst") throw new Error(`a list was expected: ${JSON.stringify(lezing)}`);
  return lezing.lijst;
}

export function er<T>(waarde: T | undefined): T {
  if (waarde === undefined) throw new Error("it is not there");
  return waarde;
}

export function pauze(ms: number): Promise<void> {
  return new Promise((ga) => setTimeout(ga, ms));
}

/** Serial of a day of January 2026 in a 1900 workbook. */
export const januari = (dag: number) => 46_022 + dag;
