import { randomUUID } from "node:crypto";
import { geefBestuurscodeUit, voegOrganisatieMetCodeToe } from "../../src/endpoint/register/organisatie";
import { type Koppeling, koppelingSchema } from "../../src/meldcode/koppeling/koppeling";
import { BASISVELDEN, type Cel, KOPPEN, type Rij, VELDEN } from "../../src/meldcode/veld";
import { maakDienst } from "../../src/taskpane/dienst/dienst";
import { Sessie } from "../../src/taskpane/sessie/sessie";
import type { Bestuursbeeld, Schoolbeeld } from "../../src/taskpane/sessie/staat";
import { Testklok, Testopslag, Testwerkboek } from "../../src/taskpane/sessie/testwerkboek";
import type { Verzendbediening } from "../../src/taskpane/sessie/verzendbediening";
import { Testgemeente } from "./gemeente";
import { VANDAAG } from "./taakvenster";

export const BESTUUR = "Stichting Veertig Scholen";
const BLAD = "Alle scholen";

/** A row of the board's list: what stands in the column for the school, and the case. */
export type Schoolrij = readonly [school: Cel, rij: Rij];

/** A board's pane over one list with a column for the school, and the real service. */
export class Bestuursvenster {
  private constructor(
    readonly gemeente: Testgemeente,
    readonly werkboek: Testwerkboek,
    readonly opslag: Testopslag,
    readonly klok: Testklok,
    readonly sessie: Sessie,
    /** organisatieId by name. */
    readonly ids: ReadonlyMap<string, string>,
  ) {}

  /** Opened, activated with the board's code, and with the list mapped. */
  static async met(namen: readonly string[], rijen: readonly Schoolrij[]): Promise<Bestuursvenster> {
    const venster = await Bestuursvenster.nieuw(namen, rijen);
    venster.werkboek.koppeling = venster.koppeling();
    await venster.sessie.open();
    await venster.sessie.activeer(await venster.code());
    return venster;
  }

  static async nieuw(namen: readonly string[], rijen: readonly Schoolrij[]): Promise<Bestuursvenster> {
    const klok = new Testklok(VANDAAG);
    const gemeente = await Testgemeente.open(klok.klok);
    const werkboek = new Testwerkboek();
    const opslag = new Testopslag();
    const venster = new Bestuursvenster(gemeente, werkboek, opslag, klok, maakSessie(gemeente, werkboek, opslag, klok), new Map());
    for (const naam of namen) await venster.voegSchoolToe(naam);
    venster.zetRijen(rijen);
    return venster;
  }

  /** The school joins the board. */
  async voegSchoolToe(naam: string): Promise<string> {
    const { organisatieId } = await voegOrganisatieMetCodeToe(this.gemeente.omgeving, { naam, sector: "onderwijs", bestuur: BESTUUR });
    // Ours: the test's own register.
    (this.ids as Map<string, string>).set(naam, organisatieId);
    return organisatieId;
  }

  async code(): Promise<string> {
    return (await geefBestuurscodeUit(this.gemeente.omgeving, BESTUUR)).activeringscode;
  }

  koppeling(namen: Iterable<readonly [string, string]> = this.ids): Koppeling {
    const velden = Object.fromEntries(BASISVELDEN.map((veld) => [veld, { kolommen: [{ kop: KOPPEN[veld] }] }]));
    return koppelingSchema.parse({ schema: "koppeling/1", bereiken: [{ blad: BLAD, koprij: 1 }], velden, organisatie: { kop: "School", waarden: Object.fromEntries(namen) } });
  }

  zetRijen(rijen: readonly Schoolrij[]): void {
    const cellen = [["School", ...BASISVELDEN.map((veld) => KOPPEN[veld])], ...rijen.map(([school, rij]) => [school, ...BASISVELDEN.map((veld) => rij[veld])])];
    this.werkboek.bron = { bladen: [{ blad: BLAD, zichtbaar: true, rijen: new Map(cellen.map((rij, i) => [i + 1, [undefined, ...rij]])) }], datumstelsel: 1900, datumsZijnTekst: false };
  }

  /** The user types in the list: `rij` from 0, below the header. */
  async typ(rij: number, kolom: keyof Rij | "school", waarde: Cel): Promise<void> {
    await this.werkboek.typInBron({ blad: BLAD, rij: rij + 2, kolom: kolom === "school" ? 1 : VELDEN.indexOf(kolom) + 2 }, waarde);
  }

  async heropen(opslag = this.opslag): Promise<Bestuursvenster> {
    await this.sessie.stop();
    const venster = new Bestuursvenster(this.gemeente, this.werkboek, opslag, this.klok, maakSessie(this.gemeente, this.werkboek, opslag, this.klok), this.ids);
    await venster.sessie.open();
    return venster;
  }

  get beeld(): Bestuursbeeld {
    const beeld = this.sessie.getSnapshot();
    if (beeld.fase !== "bestuur") throw new Error(`Er is geen bestuurslijst maar ${JSON.stringify(beeld)}.`);
    return beeld;
  }

  school(naam: string): Schoolbeeld {
    const school = this.beeld.scholen.find(({ organisatie }) => organisatie.naam === naam);
    if (!school) throw new Error(`${naam} doet niet mee.`);
    return school;
  }

  bediening(naam: string): Verzendbediening {
    const bediening = this.sessie.school(this.ids.get(naam) ?? "");
    if (!bediening) throw new Error(`${naam} is niet geactiveerd.`);
    return bediening;
  }

  /** What each school's sending came to, by name. */
  get standen(): Record<string, string> {
    return Object.fromEntries(this.beeld.scholen.map(({ organisatie, verzending }) => [organisatie.naam, verzending.soort]));
  }

  /** The schools of the receipts on the sheet, in order of name. */
  get ontvangsten(): string[] {
    return this.werkboek.verzonden.regels.map(({ organisatie }) => organisatie).sort();
  }

  /** How many states the municipality holds, by school. */
  async staten(): Promise<Record<string, number>> {
    const rijen = await this.gemeente.omgeving.opslag.lees.selectFrom("staat").select("organisatie").execute();
    const aantal = (id: string) => rijen.filter(({ organisatie }) => organisatie === id).length;
    return Object.fromEntries([...this.ids].map(([naam, id]) => [naam, aantal(id)]));
  }

  /** Lets what was started by an alarm come to rest. */
  async rust(): Promise<void> {
    for (let i = 0; i < 400; i++) await new Promise((klaar) => setImmediate(klaar));
  }

  async verzet(seconden: number): Promise<void> {
    this.klok.verzet(seconden);
    await this.rust();
  }

  async sluit(): Promise<void> {
    await this.sessie.stop();
    await this.gemeente.sluit();
  }
}

function maakSessie(gemeente: Testgemeente, werkboek: Testwerkboek, opslag: Testopslag, klok: Testklok): Sessie {
  const dienst = maakDienst({ basis: "http://gemeente.test/v1", fetch: gemeente.fetch, tijdslimiet: 10_000 });
  return new Sessie({ werkboek, dienst, opslag, klok: klok.klok, uuid: randomUUID, wekker: klok.wekker });
}
