import { randomUUID } from "node:crypto";
import type { Rij } from "../../src/meldcode/veld";
import { maakDienst } from "../../src/taskpane/dienst/dienst";
import { Sessie } from "../../src/taskpane/sessie/sessie";
import type { Lijstbeeld } from "../../src/taskpane/sessie/staat";
import { Testklok, Testopslag, Testwerkboek } from "../../src/taskpane/sessie/testwerkboek";
import { Testgemeente } from "./gemeente";

export const VANDAAG = new Date("2026-04-15T10:00:00Z");

export interface Vensteropties {
  readonly gemeente?: Testgemeente;
  readonly duurzaam?: boolean;
  /** Milliseconds of real time until a call counts as unanswered. */
  readonly tijdslimiet?: number;
}

/** A pane over a workbook in memory and the real service: what a user has before them. */
export class Taakvenster {
  private constructor(
    readonly gemeente: Testgemeente,
    readonly werkboek: Testwerkboek,
    readonly opslag: Testopslag,
    readonly klok: Testklok,
    readonly sessie: Sessie,
    readonly organisatieId: string,
    readonly activeringscode: string,
  ) {}

  /** Opened and activated, with these rows. */
  static async met(rijen: readonly Rij[], deel: Vensteropties = {}): Promise<Taakvenster> {
    const venster = await Taakvenster.nieuw(rijen, deel);
    await venster.sessie.open();
    await venster.sessie.activeer(venster.activeringscode);
    return venster;
  }

  /** Not yet opened. */
  static async nieuw(rijen: readonly Rij[], { gemeente, duurzaam = true, tijdslimiet }: Vensteropties = {}): Promise<Taakvenster> {
    const klok = new Testklok(VANDAAG);
    const service = gemeente ?? (await Testgemeente.open(klok.klok));
    const { organisatieId, activeringscode } = await service.organisatie();
    const werkboek = new Testwerkboek(rijen);
    const opslag = new Testopslag(duurzaam);
    return new Taakvenster(service, werkboek, opslag, klok, maakSessie(service, werkboek, opslag, klok, tijdslimiet), organisatieId, activeringscode);
  }

  /** The pane is closed; another is opened, on the same workbook and computer unless said otherwise. */
  async heropen({ opslag = this.opslag, werkboek = this.werkboek, sluit = true } = {}): Promise<Taakvenster> {
    if (sluit) await this.sessie.stop();
    const sessie = maakSessie(this.gemeente, werkboek, opslag, this.klok);
    const venster = new Taakvenster(this.gemeente, werkboek, opslag, this.klok, sessie, this.organisatieId, this.activeringscode);
    await sessie.open();
    return venster;
  }

  /** The same organisation on another computer: a new code, nothing stored. */
  async elders(werkboek = this.werkboek): Promise<Taakvenster> {
    const opslag = new Testopslag();
    for (const [sleutel, waarde] of this.opslag.inhoud) if (sleutel === "meldcode/toegang") opslag.inhoud.set(sleutel, waarde);
    return this.heropen({ opslag, werkboek, sluit: false });
  }

  get lijst(): Lijstbeeld {
    const beeld = this.sessie.getSnapshot();
    if (beeld.fase !== "lijst") throw new Error(`Er is geen lijst maar ${JSON.stringify(beeld)}.`);
    return beeld;
  }

  get verzending(): Lijstbeeld["verzending"] {
    return this.lijst.verzending;
  }

  get kenmerken(): string[] {
    return this.werkboek.verzonden.regels.map((r) => r.kenmerk);
  }

  /** Lets what was started by an alarm come to rest. */
  async rust(): Promise<void> {
    for (let i = 0; i < 200; i++) await new Promise((klaar) => setImmediate(klaar));
  }

  async verzet(seconden: number): Promise<void> {
    this.klok.verzet(seconden);
    await this.rust();
  }
}

function maakSessie(gemeente: Testgemeente, werkboek: Testwerkboek, opslag: Testopslag, klok: Testklok, tijdslimiet = 10_000): Sessie {
  const dienst = maakDienst({ basis: "http://gemeente.test/v1", fetch: gemeente.fetch, tijdslimiet });
  return new Sessie({ werkboek, dienst, opslag, klok: klok.klok, uuid: randomUUID, wekker: klok.wekker });
}
