import { ACTIVERINGSCODE_LENGTE, inGroepen, leesTekens } from "../../meldcode/code";
import type { Bevinding } from "../../meldcode/bevinding";
import type { Lijst } from "../../meldcode/lijst";
import type { Registratie } from "../../meldcode/registratie";
import { telBereik } from "../../meldcode/tellen";
import type { Opslag } from "../../workbook/opslag";
import type { Plaats, Werkboek } from "../../workbook/werkboek";
import type { Dienst, Toegang } from "../dienst/dienst";
import { IN_EXCEL, type Plek } from "../plek";
import { teksten } from "../teksten";
import { type Antwoorden, inhoudVan, tel } from "./besluit";
import { Bewaarplaats, type BewaardeToegang } from "./bewaarplaats";
import { Gemeente } from "./gemeente";
import { Klaarzetter } from "./klaarzetten";
import { maandenVan } from "./maanden";
import { groepeer, type Oordeel } from "./oordeel";
import { Postvak } from "./postvak";
import type { Activeringsbeeld, Beeld, Inleesfase, Koppelfase, Lijstbeeld, Melding, Werkmapbeeld } from "./staat";
import { Verzender, type Wekker } from "./verzender";
import { alsWerkboekfout, Werkmap } from "./werkmap";

export interface Sessieopties {
  readonly werkboek: Werkboek;
  readonly dienst: Dienst;
  readonly opslag: Opslag;
  readonly klok: () => Date;
  readonly uuid: () => string;
  readonly wekker: Wekker;
  /** In Excel unless said otherwise. */
  readonly plek?: Plek;
}

type Berekend = Pick<Lijstbeeld, "groepen" | "maanden" | "voorbeeld" | "ervoor" | "kanEerderBeginnen" | "oordeel">;

/** How often it is looked whether a new day has begun. */
const MINUUT = 60_000;

/** The task pane without a screen: one readable state, and what the user can do. Knows neither React nor Office. */
export class Sessie {
  readonly plek: Plek;
  readonly #o: Sessieopties;
  readonly #bewaarplaats: Bewaarplaats;
  readonly #gemeente: Gemeente;
  readonly #werkmap: Werkmap;
  readonly #klaarzetter: Klaarzetter;
  readonly #verzender: Verzender;
  readonly #luisteraars = new Set<() => void>();
  #toegang: BewaardeToegang | null = null;
  #activering: Pick<Activeringsbeeld, "reden" | "bezig" | "fout"> = { reden: "eerste-keer", bezig: false, fout: null };
  #activeringspoging: { readonly tekens: string; readonly herhaalsleutel: string } | null = null;
  #bezigMetWerkmap = false;
  #melding: Melding | null = null;
  #koppelen: Pick<Koppelfase, "stroom" | "nietGeladen"> | null = null;
  #inlezen: Pick<Inleesfase, "stroom" | "nietGeladen"> | null = null;
  #beeld: Beeld = { fase: "laden" };
  /** What was worked out of the list, and from what: counting again for every step of a sending would be felt in a long list. */
  #berekend: { readonly uit: readonly unknown[]; readonly beeld: Berekend } | null = null;
  #klaarMetOpenen = false;
  #gestopt = false;

  constructor(opties: Sessieopties) {
    this.#o = opties;
    this.plek = opties.plek ?? IN_EXCEL;
    this.#bewaarplaats = new Bewaarplaats(opties.opslag);
    this.#gemeente = new Gemeente(opties.dienst, this.#bewaarplaats);
    this.#werkmap = new Werkmap(opties.werkboek, opties.klok, () => this.#opWijziging());
    this.#klaarzetter = new Klaarzetter(opties.uuid);
    this.#verzender = new Verzender({
      ...opties,
      gemeente: this.#gemeente,
      werkmap: this.#werkmap,
      klaarzetter: this.#klaarzetter,
      postvak: new Postvak(opties.dienst, this.#bewaarplaats, this.#gemeente, this.#werkmap),
      toegang: () => this.#geldigeToegang(),
      herlees: () => this.#lees(),
      opToegangVervallen: () => this.#opToegangVervallen(),
      opVerandering: () => this.#publiceer(),
    });
  }

  getSnapshot = (): Beeld => this.#beeld;

  subscribe = (luisteraar: () => void): (() => void) => {
    this.#luisteraars.add(luisteraar);
    return () => this.#luisteraars.delete(luisteraar);
  };

  /** Opens the pane: who are we, what is in the list, what waits. */
  async open(): Promise<void> {
    this.#toegang = await this.#bewaarplaats.toegang();
    this.#gemeente.beleid = await this.#bewaarplaats.beleid();
    this.#kijkNaarDeDag();
    if (this.#toegang && new Date(this.#toegang.geldigTot) <= this.#o.klok()) return this.#opToegangVervallen();
    if (this.#toegang) return this.#openWerkmap();
    this.#klaarMetOpenen = true;
    this.#publiceer();
    await this.#gemeente.haalBeleid();
    this.#publiceer();
  }

  /** `tekst` as typed or pasted, with or without hyphens. */
  async activeer(tekst: string): Promise<void> {
    if (this.#activering.bezig) return;
    const tekens = leesTekens(tekst, ACTIVERINGSCODE_LENGTE);
    if (tekens === null) return this.#zetActivering({ fout: { soort: tekst.trim() === "" ? "leeg" : "verkeerd-getypt" } });
    this.#zetActivering({ bezig: true, fout: null });
    // The same code keeps the same key, so that a lost answer does not use it up.
    if (this.#activeringspoging?.tekens !== tekens) this.#activeringspoging = { tekens, herhaalsleutel: this.#o.uuid() };
    const uitkomst = await this.#o.dienst.activeer(inGroepen(tekens), this.#activeringspoging.herhaalsleutel);
    if (!uitkomst.gelukt) return this.#zetActivering({ bezig: false, fout: { soort: "storing", storing: uitkomst.storing } });
    if (uitkomst.waarde.organisatie.organisatieId !== this.#toegang?.organisatie.organisatieId) this.#gemeente.vergeet();
    this.#toegang = uitkomst.waarde;
    this.#activering = { reden: "eerste-keer", bezig: false, fout: null };
    await this.#bewaarplaats.bewaarToegang(uitkomst.waarde);
    await this.#openWerkmap();
  }

  /** Another organisation's code: the one of the workbook, for example. What waits stays kept. */
  async activeerAndere(): Promise<void> {
    this.#toegang = null;
    await this.#bewaarplaats.vergeetToegang();
    this.#zetActivering({ reden: "eerste-keer", fout: null });
  }

  /** Registratie starten. */
  async startRegistratie(): Promise<void> {
    await this.#metWerkmap(() => this.#werkmap.start());
  }

  /** Reads the workbook again, after the user repaired what was missing. */
  async leesOpnieuw(): Promise<void> {
    await this.#metWerkmap(() => this.#lees());
  }

  /** Eigen lijst gebruiken; for a list that is mapped already: looking at its mapping again, or answering what is new in it. */
  async koppel(): Promise<void> {
    const { stand } = this.#werkmap;
    const eerder = stand.soort === "lijst" ? (stand.inhoud.gekoppeld?.koppeling ?? null) : stand.soort === "koppeling-past-niet" ? stand.koppeling : null;
    const laden = { stroom: null, nietGeladen: false };
    this.#zetKoppelen(laden);
    try {
      const { Koppelen } = await import("./koppelen");
      const stroom = new Koppelen({
        leesBron: () => this.#o.werkboek.leesBron(),
        bewaar: (koppeling) => this.#werkmap.bewaarKoppeling(koppeling),
        eerder,
        voorkennis: { sisaLabel: this.#gemeente.beleid?.sisaLabel },
        opKlaar: () => this.#naKoppelen(),
      });
      if (this.#koppelen !== laden) return;
      this.#zetKoppelen({ stroom, nietGeladen: false });
      await stroom.begin();
    } catch {
      if (this.#koppelen) this.#zetKoppelen({ stroom: null, nietGeladen: true });
    }
  }

  /** Out of it without a change. */
  stopKoppelen(): void {
    this.#zetKoppelen(null);
  }

  /** Oude formulieren inlezen. */
  async leesFormulierenIn(): Promise<void> {
    const laden = { stroom: null, nietGeladen: false };
    this.#zetInlezen(laden);
    try {
      const { Inlezen } = await import("./inlezen");
      if (this.#inlezen !== laden) return;
      const stroom = new Inlezen({ werkboek: this.#o.werkboek, sisaLabel: this.#gemeente.beleid?.sisaLabel, opKlaar: (zaken) => void this.#naInlezen(zaken) });
      this.#zetInlezen({ stroom, nietGeladen: false });
    } catch {
      if (this.#inlezen === laden) this.#zetInlezen({ stroom: null, nietGeladen: true });
    }
  }

  /** Out of it; nothing was added. */
  stopInlezen(): void {
    this.#zetInlezen(null);
  }

  /** The workbook says it is of another organisation; the user wants it for this one. */
  async gebruikVoorDezeOrganisatie(): Promise<void> {
    this.#werkmap.maakLos();
    await this.#metWerkmap(() => this.#lees());
  }

  /** Controleren: reads and checks everything again, and asks what the municipality holds. */
  async controleer(): Promise<void> {
    if (this.#beeld.fase !== "lijst") return this.leesOpnieuw();
    try {
      await this.#lees();
      this.#meld("gecontroleerd", teksten.meldingen.gecontroleerd);
    } catch (oorzaak) {
      this.#meld("werkboekfout", alsWerkboekfout(oorzaak).message);
    }
    await this.#hoorGemeente();
  }

  /** A press on Verzenden, or the answer to what it asked. Without a list in view there is nothing to send. */
  async verzend(antwoorden: Antwoorden = {}): Promise<void> {
    if (this.#beeld.fase !== "lijst") return;
    this.#melding = null;
    await this.#verzender.verzend(antwoorden);
  }

  /** Cases before the first month count after all: a registratie that begins earlier takes the place of this one. */
  async beginEerder(): Promise<void> {
    const vervangt = this.#verzender.registratieId;
    if (vervangt !== null) await this.verzend({ nieuweRegistratie: true, naast: { vervangt } });
  }

  annuleer(): void {
    this.#verzender.annuleer();
  }

  /** Nu opnieuw proberen; also when the connection is back. */
  async probeerOpnieuw(): Promise<void> {
    await this.#verzender.hervat();
    const { verbinding } = this.#werkmap;
    if (this.#gemeente.storing && this.#beeld.fase === "lijst" && !this.#gemeente.isBekend(verbinding?.registratieId ?? null)) await this.#hoorGemeente();
  }

  noteerAlsnog(): Promise<void> {
    return this.#verzender.noteerAlsnog();
  }

  wachtendeIsVanHier(registratieId: string, ja: boolean): Promise<void> {
    return this.#verzender.isVanHier(registratieId, ja);
  }

  async springNaar(plaats: Plaats, adres: string): Promise<void> {
    const gelukt = await this.#o.werkboek.springNaar(plaats).catch(() => false);
    if (!gelukt) this.#meld("spring-niet-gelukt", this.plek.springNietGelukt(adres));
  }

  /** Applies the quick fixes of these findings in one undoable step. */
  async herstel(bevindingen: readonly Bevinding[]): Promise<void> {
    const { stand } = this.#werkmap;
    if (stand.soort !== "lijst") return;
    const herstellingen = bevindingen.flatMap(({ rij, veld, herstel }) =>
      herstel ? [{ rij, veld, was: stand.lijst.cel(rij, veld), waarde: herstel.waarde, isDatum: herstel.isDatum }] : [],
    );
    try {
      const aantal = await this.#o.werkboek.herstel(herstellingen);
      const volledig = aantal === herstellingen.length;
      // The event of our own writing may be missed on the web (office-js #3888).
      await this.#lees();
      this.#meld(volledig ? "hersteld" : "niet-hersteld", volledig ? this.plek.hersteld(aantal) : teksten.meldingen.nietAllesHersteld(aantal, herstellingen.length));
    } catch (oorzaak) {
      this.#meld("werkboekfout", alsWerkboekfout(oorzaak).message);
    }
  }

  async stop(): Promise<void> {
    this.#gestopt = true;
    this.#verzender.stop();
    await this.#werkmap.stop();
  }

  async #openWerkmap(): Promise<void> {
    this.#bezigMetWerkmap = true;
    this.#publiceer();
    const beleid = this.#gemeente.haalBeleid();
    await this.#metWerkmap(() => this.#lees());
    await beleid;
    this.#publiceer();
  }

  async #metWerkmap(doe: () => Promise<void>): Promise<void> {
    this.#bezigMetWerkmap = true;
    this.#publiceer();
    try {
      await doe();
    } catch {
      // Which Werkboekfout it was stands in the state of the workbook.
    }
    this.#bezigMetWerkmap = false;
    this.#klaarMetOpenen = true;
    this.#publiceer();
    if (this.#beeld.fase !== "lijst") return;
    await this.#verzender.hervat();
    await this.#hoorGemeente();
  }

  #zetKoppelen(koppelen: Pick<Koppelfase, "stroom" | "nietGeladen"> | null): void {
    this.#koppelen = koppelen;
    this.#publiceer();
  }

  /** The list was read through its mapping when that was kept. */
  async #naKoppelen(): Promise<void> {
    this.#koppelen = null;
    await this.#metWerkmap(() => Promise.resolve());
  }

  #zetInlezen(inlezen: Pick<Inleesfase, "stroom" | "nietGeladen"> | null): void {
    this.#inlezen = inlezen;
    this.#publiceer();
  }

  async #naInlezen(zaken: number): Promise<void> {
    this.#inlezen = null;
    await this.#metWerkmap(async () => {
      await this.#lees();
      this.#meld("ingelezen", teksten.meldingen.ingelezen(zaken));
    });
  }

  #lees(): Promise<void> {
    return this.#toegang ? this.#werkmap.lees(this.#toegang.organisatie.sector) : Promise.resolve();
  }

  async #hoorGemeente(): Promise<void> {
    const toegang = this.#geldigeToegang();
    if (!toegang) return;
    await this.#gemeente.haalBeleid();
    const storing = await this.#gemeente.haalStand(toegang, this.#werkmap.verbinding?.registratieId ?? null);
    if (storing?.soort === "probleem" && (storing.code === "toegang-ongeldig" || storing.code === "geen-toegang")) await this.#opToegangVervallen();
    this.#publiceer();
  }

  #geldigeToegang(): Toegang | null {
    return this.#toegang && { organisatieId: this.#toegang.organisatie.organisatieId, toegangssleutel: this.#toegang.toegangssleutel };
  }

  async #opToegangVervallen(): Promise<void> {
    this.#toegang = null;
    this.#klaarMetOpenen = true;
    await this.#bewaarplaats.vergeetToegang();
    this.#zetActivering({ reden: "toegang-vervallen", bezig: false, fout: null });
  }

  #zetActivering(deel: Partial<Pick<Activeringsbeeld, "reden" | "bezig" | "fout">>): void {
    this.#activering = { ...this.#activering, ...deel };
    this.#publiceer();
  }

  #opWijziging(): void {
    this.#verzender.opGewijzigdeLijst();
    this.#melding = null;
    this.#publiceer();
  }

  /** At midnight another day is the reference day: the same rows may now read differently. And what could not be heard is asked again. */
  #kijkNaarDeDag(): void {
    this.#o.wekker(MINUUT, () => {
      if (this.#gestopt) return;
      this.#kijkNaarDeDag();
      if (this.#beeld.fase !== "lijst") return;
      if (this.#werkmap.isPeildatumVerlopen()) void this.#lees().then(() => this.#publiceer(), () => this.#publiceer());
      if (this.#gemeente.storing) void this.#hoorGemeente();
    });
  }

  #meld(soort: Melding["soort"], tekst: string): void {
    this.#melding = { nummer: (this.#melding?.nummer ?? 0) + 1, soort, tekst };
    this.#publiceer();
  }

  #publiceer(): void {
    this.#beeld = this.#maakBeeld();
    for (const luisteraar of this.#luisteraars) luisteraar();
  }

  #maakBeeld(): Beeld {
    const beleid = this.#gemeente.beleid;
    if (!this.#toegang) return this.#klaarMetOpenen ? { fase: "activeren", ...this.#activering, beleid } : { fase: "laden" };
    const { organisatie } = this.#toegang;
    const { stand, verbinding } = this.#werkmap;
    const werkmapbeeld = (probleem: Werkmapbeeld["probleem"]): Werkmapbeeld => ({ fase: "werkmap", organisatie, beleid, bezig: this.#bezigMetWerkmap, probleem });
    if (stand.soort === "ongelezen") return { fase: "laden" };
    if (this.#koppelen) return { fase: "koppelen", organisatie, beleid, ...this.#koppelen };
    if (this.#inlezen) return { fase: "inlezen", organisatie, beleid, ...this.#inlezen };
    if (stand.soort !== "lijst") return werkmapbeeld(stand);
    if (verbinding && verbinding.organisatieId !== organisatie.organisatieId) return werkmapbeeld({ soort: "andere-organisatie", organisatieId: verbinding.organisatieId });
    return {
      fase: "lijst",
      organisatie,
      beleid,
      inhoud: stand.inhoud,
      zaken: stand.lijst.zaken,
      ...this.#bereken(stand.lijst),
      verzending: this.#verzender.stand,
      melding: this.#melding,
      werkboekfout: this.#werkmap.storing,
      storing: this.#gemeente.storing,
      opslagDuurzaam: this.#bewaarplaats.duurzaam,
    };
  }

  #bereken(lijst: Lijst): Berekend {
    const { beleid, staat, regels } = this.#gemeente;
    const uit = [this.#werkmap.versie, this.#werkmap.verbinding, beleid, staat, regels, this.#verzender.antwoorden];
    if (!this.#berekend || uit.some((deel, i) => deel !== this.#berekend?.uit[i])) this.#berekend = { uit, beeld: this.#rekenUit(lijst) };
    return this.#berekend.beeld;
  }

  #rekenUit(lijst: Lijst): Berekend {
    const { peildatum } = this.#werkmap;
    const { minimum, beleid } = this.#gemeente;
    const registratieId = this.#verzender.registratieId;
    const bewaard = registratieId === null ? null : (this.#gemeente.staat?.registratie ?? null);
    const groepen = groepeer(lijst);
    const opties = { beleid, peildatum, nu: this.#o.klok() };
    if (lijst.aantalFouten > 0) {
      const oordeel: Oordeel = { soort: "fouten", fouten: lijst.aantalFouten, rijen: lijst.rijenMetFout };
      return { groepen, maanden: maandenVan(bewaard, null, opties), voorbeeld: null, ervoor: 0, kanEerderBeginnen: false, oordeel };
    }
    const { antwoorden } = this.#verzender;
    const geteld = tel({ lijst, peildatum, minimum, inzendingId: "", bewaard: antwoorden.nieuweRegistratie ? null : bewaard }, antwoorden);
    const { ervoor } = telBereik(lijst, { peildatum, vanaf: geteld.vanaf });
    return {
      groepen,
      maanden: maandenVan(bewaard, geteld, opties),
      voorbeeld: this.#klaarzetter.zetKlaar(geteld),
      ervoor,
      kanEerderBeginnen: ervoor > 0 && bewaard !== null && telBereik(lijst, { peildatum }).vanaf < geteld.vanaf,
      oordeel: this.#oordeelVan(geteld, bewaard, registratieId),
    };
  }

  #oordeelVan(geteld: Registratie, bewaard: Registratie | null, registratieId: string | null): Oordeel {
    if (!this.#gemeente.isBekend(registratieId)) return { soort: registratieId === null ? "klaar" : "niet-vergeleken" };
    return { soort: bewaard && inhoudVan(bewaard) === inhoudVan(geteld) ? "alles-verzonden" : "klaar" };
  }
}
