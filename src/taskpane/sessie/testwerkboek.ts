import { kolommen, LEGE_RIJ } from "../../meldcode/testtaal";
import { type Cel, KOPPEN, type Rij, VELDEN } from "../../meldcode/veld";
import type { Opslag } from "../../workbook/opslag";
import type { Herstelling, Koppeling, Lezing, Lijstwijziging, Plaats, Verzondenregel, Werkboek } from "../../workbook/werkboek";
import { Werkboekfout } from "../../workbook/werkboek";

/** A workbook in memory: a third adapter of the port, for what needs no Excel. */
export class Testwerkboek implements Werkboek {
  rijen: Rij[];
  verzonden: { regels: Verzondenregel[]; koppeling: Koppeling | null } = { regels: [], koppeling: null };
  /** What `lees` answers in place of the list. */
  inPlaatsVanLijst: Exclude<Lezing, { soort: "lijst" }> | null = null;
  /** Each of these fails once, with this code. */
  readonly faalt: { lees?: Werkboekfout; noteer?: Werkboekfout; noteerNaSchrijven?: Werkboekfout } = {};
  sprongen: Plaats[] = [];
  springt = true;
  #luisteraars = new Set<(wijziging: Lijstwijziging) => void>();

  constructor(rijen: readonly Rij[] = []) {
    this.rijen = [...rijen];
  }

  async lees(): Promise<Lezing> {
    this.#misschienFout("lees");
    if (this.inPlaatsVanLijst) return this.inPlaatsVanLijst;
    const { regels, koppeling } = this.verzonden;
    return {
      soort: "lijst",
      lijst: {
        blad: "Meldcode",
        tabel: "Meldcode",
        eersteRij: 2,
        kolommen: Object.fromEntries(VELDEN.map((veld, i) => [veld, { kolom: i + 1, kop: KOPPEN[veld] }])),
        datumstelsel: 1900,
        inhoud: kolommen(this.rijen.length > 0 ? this.rijen : [LEGE_RIJ]),
        losseRij: null,
        beveiligd: false,
      },
      verzonden: koppeling || regels.length > 0 ? { koppeling, kenmerken: regels.map((r) => r.kenmerk) } : null,
    };
  }

  async start(): Promise<Lezing> {
    this.inPlaatsVanLijst = null;
    return this.lees();
  }

  async luister(opWijziging: (wijziging: Lijstwijziging) => void): Promise<() => Promise<void>> {
    this.#luisteraars.add(opWijziging);
    return async () => void this.#luisteraars.delete(opWijziging);
  }

  async springNaar(plaats: Plaats): Promise<boolean> {
    this.sprongen.push(plaats);
    return this.springt;
  }

  async herstel(herstellingen: readonly Herstelling[]): Promise<number> {
    let aantal = 0;
    for (const { rij, veld, was, waarde } of herstellingen) {
      const oud = this.rijen[rij];
      if (!oud || (oud[veld] ?? "") !== (was ?? "")) continue;
      this.rijen[rij] = { ...oud, [veld]: waarde };
      aantal += 1;
    }
    return aantal;
  }

  async noteerOntvangst(regel: Verzondenregel, koppeling: Koppeling): Promise<void> {
    this.#misschienFout("noteer");
    this.verzonden = { regels: [...this.verzonden.regels, regel], koppeling };
    this.#misschienFout("noteerNaSchrijven");
  }

  /** The user types: the row reads so from now on, and whoever listens hears it. */
  typ(positie: number, deel: Partial<Record<keyof Rij, Cel>>): void {
    const rij: Rij = { ...(this.rijen[positie] ?? LEGE_RIJ), ...deel };
    this.rijen[positie] = rij;
    for (const luisteraar of this.#luisteraars) luisteraar({ soort: "rijen", rijen: new Map([[positie, rij]]) });
  }

  /** Rows came or went. */
  async zetRijen(rijen: readonly Rij[]): Promise<void> {
    this.rijen = [...rijen];
    const lezing = await this.lees();
    for (const luisteraar of this.#luisteraars) luisteraar({ soort: "alles", lezing });
  }

  #misschienFout(wat: keyof Testwerkboek["faalt"]): void {
    const fout = this.faalt[wat];
    if (!fout) return;
    delete this.faalt[wat];
    throw fout;
  }
}

/** Storage in memory; hand the same one to the next session to play a reopened pane. */
export class Testopslag implements Opslag {
  readonly inhoud = new Map<string, string>();
  constructor(readonly duurzaam = true) {}
  async lees(sleutel: string): Promise<string | null> {
    return this.inhoud.get(sleutel) ?? null;
  }
  async bewaar(sleutel: string, waarde: string): Promise<void> {
    this.inhoud.set(sleutel, waarde);
  }
  async verwijder(sleutel: string): Promise<void> {
    this.inhoud.delete(sleutel);
  }
}

/** A clock with alarms, moved by hand. */
export class Testklok {
  #wekkers: { op: number; doe: () => void }[] = [];
  constructor(public nu: Date) {}
  readonly klok = (): Date => this.nu;
  readonly wekker = (milliseconden: number, doe: () => void): (() => void) => {
    const wekker = { op: this.nu.getTime() + milliseconden, doe };
    this.#wekkers.push(wekker);
    return () => void (this.#wekkers = this.#wekkers.filter((w) => w !== wekker));
  };
  /** Moves on and sets off what is due, once each. */
  verzet(seconden: number): void {
    this.nu = new Date(this.nu.getTime() + seconden * 1000);
    const af = this.#wekkers.filter((w) => w.op <= this.nu.getTime());
    this.#wekkers = this.#wekkers.filter((w) => w.op > this.nu.getTime());
    for (const { doe } of af) doe();
  }
}

