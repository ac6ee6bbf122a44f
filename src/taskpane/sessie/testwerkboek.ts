import type { Bron, Celplaats } from "../../meldcode/koppeling/celblad";
import type { Koppeling } from "../../meldcode/koppeling/koppeling";
import { Koppelingfout } from "../../meldcode/koppeling/koppeling";
import { LEGE_RIJ } from "../../meldcode/testtaal";
import { type Cel, type Kolominhoud, type Rij, type Veld, BASISVELDEN, VELDEN } from "../../meldcode/veld";
import { isGevraagd, STANDAARDVRAAGSTELLING, type Vraagstelling } from "../../meldcode/vraagstelling";
import { leesGekoppeldeLijst } from "../../workbook/gekoppeldelijst";
import type { Opslag } from "../../workbook/opslag";
import { VERZONDEN_BLAD } from "../../workbook/verzonden";
import type { Herstelling, Lezing, Lijstinhoud, Lijstwijziging, Plaats, Verbinding, Verzondenregel, Werkboek } from "../../workbook/werkboek";
import { Werkboekfout } from "../../workbook/werkboek";

/** A workbook in memory: a third adapter of the port, for what needs no Excel. */
export class Testwerkboek implements Werkboek {
  /** The list Meldcode. */
  rijen: Rij[];
  /** The columns of the list Meldcode, in the order of the sheet; of others nothing is read. */
  kolommen: Veld[] = [...BASISVELDEN];
  /** What `vraag` said last. */
  vraagstelling = STANDAARDVRAAGSTELLING;
  /** The sheets of an own list, cell by cell; read through `koppeling` once there is one. */
  bron: Bron = { bladen: [], datumstelsel: 1900, datumsZijnTekst: false };
  koppeling: Koppeling | null = null;
  verzonden: { regels: Verzondenregel[]; verbindingen: Verbinding[] } = { regels: [], verbindingen: [] };
  /** What the sheet Verzonden of ours is called. */
  verzondenblad: string = VERZONDEN_BLAD;
  /** What `lees` answers in place of the list. */
  inPlaatsVanLijst: Exclude<Lezing, { soort: "lijst" }> | null = null;
  /** Each of these fails once, with this code. */
  readonly faalt: { lees?: Werkboekfout; noteer?: Werkboekfout; noteerNaSchrijven?: Werkboekfout; leesBron?: Werkboekfout; bewaarKoppeling?: Werkboekfout; voegToe?: Werkboekfout; voegKolommenToe?: Werkboekfout } = {};
  sprongen: Plaats[] = [];
  springt = true;
  #luisteraars = new Set<(wijziging: Lijstwijziging) => void>();

  constructor(rijen: readonly Rij[] = []) {
    this.rijen = [...rijen];
  }

  vraag(vraagstelling: Vraagstelling): void {
    this.vraagstelling = vraagstelling;
  }

  async lees(): Promise<Lezing> {
    this.#misschienFout("lees");
    const { regels, verbindingen } = this.verzonden;
    const verzonden = verbindingen.length > 0 || regels.length > 0 ? { verbindingen, kenmerken: regels.map((r) => r.kenmerk) } : null;
    if (this.koppeling) return this.#leesGekoppeld(this.koppeling, verzonden);
    if (this.inPlaatsVanLijst) return this.inPlaatsVanLijst;
    const lijst: Lijstinhoud = {
      blad: "Meldcode",
      bladen: ["Meldcode"],
      tabel: "Meldcode",
      datumstelsel: 1900,
      inhoud: this.#inhoud(),
      plaats: (rij, veld) => ({ blad: "Meldcode", rij: rij + 2, kolom: this.kolommen.indexOf(veld) + 1 }),
      losseRij: null,
      beveiligd: false,
      gekoppeld: null,
    };
    return { soort: "lijst", lijst, verzonden };
  }

  #inhoud(): Kolominhoud {
    const gelezen = VELDEN.flatMap((veld): [Veld, Cel[] | null][] => {
      if (!isGevraagd(veld, this.vraagstelling)) return veld === "sisa" ? [[veld, null]] : [];
      return [[veld, this.kolommen.includes(veld) ? (this.rijen.length > 0 ? this.rijen : [LEGE_RIJ]).map((rij) => rij[veld] ?? null) : null]];
    });
    // fromEntries forgets that every field is there.
    return Object.fromEntries(gelezen) as Kolominhoud;
  }

  #leesGekoppeld(koppeling: Koppeling, verzonden: Extract<Lezing, { soort: "lijst" }>["verzonden"]): Lezing {
    try {
      const lijst = leesGekoppeldeLijst(koppeling, this.bron, this.vraagstelling, () => false);
      return { soort: "lijst", lijst, verzonden };
    } catch (oorzaak) {
      if (!(oorzaak instanceof Koppelingfout)) throw oorzaak;
      return { soort: "koppeling-past-niet", melding: oorzaak.message, koppeling };
    }
  }

  async start(): Promise<Lezing> {
    this.inPlaatsVanLijst = null;
    return this.lees();
  }

  async voegKolommenToe(velden: readonly Veld[]): Promise<Lezing> {
    this.#misschienFout("voegKolommenToe");
    this.kolommen.push(...velden.filter((veld) => !this.kolommen.includes(veld)));
    return this.lees();
  }

  async leesBron(): Promise<Bron> {
    this.#misschienFout("leesBron");
    return this.bron;
  }

  async bewaarKoppeling(koppeling: Koppeling): Promise<Lezing> {
    this.#misschienFout("bewaarKoppeling");
    this.koppeling = koppeling;
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
    const lezing = this.koppeling ? await this.lees() : null;
    let aantal = 0;
    for (const { rij, veld, was, waarde } of herstellingen) {
      if (lezing?.soort === "lijst") {
        const plaats = lezing.lijst.plaats(rij, veld);
        if ((this.#celInBron(plaats) ?? "") !== (was ?? "")) continue;
        this.zetInBron(plaats, waarde);
      } else {
        const oud = this.rijen[rij];
        if (!oud || (oud[veld] ?? "") !== (was ?? "")) continue;
        this.rijen[rij] = { ...oud, [veld]: waarde };
      }
      aantal += 1;
    }
    return aantal;
  }

  async voegToe(rijen: readonly Rij[]): Promise<void> {
    this.#misschienFout("voegToe");
    this.rijen = [...this.rijen, ...rijen];
  }

  async noteerOntvangst(regel: Verzondenregel, verbinding: Verbinding): Promise<string> {
    this.#misschienFout("noteer");
    this.verzonden = { regels: [...this.verzonden.regels, regel], verbindingen: [...this.verzonden.verbindingen, verbinding] };
    this.#misschienFout("noteerNaSchrijven");
    return this.verzondenblad;
  }

  /** The user types: the row reads so from now on, and whoever listens hears it. */
  typ(positie: number, deel: Partial<Record<keyof Rij, Cel>>): void {
    const rij: Rij = { ...(this.rijen[positie] ?? LEGE_RIJ), ...deel };
    this.rijen[positie] = rij;
    for (const luisteraar of this.#luisteraars) luisteraar({ soort: "rijen", rijen: new Map([[positie, rij]]) });
  }

  /** The user types in an own list. */
  async typInBron(plaats: Celplaats, waarde: Cel): Promise<void> {
    this.zetInBron(plaats, waarde);
    await this.#meldAlles();
  }

  zetInBron({ blad, rij, kolom }: Celplaats, waarde: Cel): void {
    const bladen = this.bron.bladen.map((b) => {
      if (b.blad !== blad) return b;
      const cellen = [...(b.rijen.get(rij) ?? [])];
      cellen[kolom] = waarde;
      const rijen = new Map([...b.rijen, [rij, cellen] as const].sort(([a], [z]) => a - z));
      return { ...b, rijen };
    });
    this.bron = { ...this.bron, bladen };
  }

  /** Rows came or went. */
  async zetRijen(rijen: readonly Rij[]): Promise<void> {
    this.rijen = [...rijen];
    await this.#meldAlles();
  }

  async #meldAlles(): Promise<void> {
    const lezing = await this.lees();
    for (const luisteraar of this.#luisteraars) luisteraar({ soort: "alles", lezing });
  }

  #celInBron({ blad, rij, kolom }: Celplaats): Cel {
    return this.bron.bladen.find((b) => b.blad === blad)?.rijen.get(rij)?.[kolom] ?? null;
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

