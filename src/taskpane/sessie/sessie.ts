import type { Bevinding } from "../../meldcode/bevinding";
import type { Nieuwblad } from "../../meldcode/koppeling/nieuwebladen";
import type { Opslag } from "../../workbook/opslag";
import { adresVan, type Herstelling, type Plaats, type Werkboek } from "../../workbook/werkboek";
import type { Dienst } from "../dienst/dienst";
import { IN_EXCEL, type Plek } from "../plek";
import { teksten } from "../teksten";
import type { Antwoorden, Vraag } from "./besluit";
import { Bewaarplaats } from "./bewaarplaats";
import { bestuursbeeld } from "./bestuursbeeld";
import { Codeinvoer } from "./codeinvoer";
import type { Deelnemer } from "./deelnemer";
import { Deelnemers } from "./deelnemers";
import { volgendeStop } from "./doorlopen";
import { Gemeentebeleid } from "./gemeentebeleid";
import type { Inlezen } from "./inlezen";
import type { Koppelen } from "./koppelen/koppelen";
import { Laterestroom } from "./laterestroom";
import { bladvraag } from "./nieuwebladen";
import { type Bevindinggroep, groepeer } from "./oordeel";
import { Sleutelvernieuwing } from "./sleutelvernieuwing";
import type { Beeld, Melding } from "./staat";
import type { Verzendbediening } from "./verzendbediening";
import type { Wekker } from "./verzender";
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

/** Milliseconds after which the policy is asked again when the pane comes back into view. */
const UUR = 3_600_000;
/** What was asked in one breath is not asked twice. */
const ZOJUIST = 5_000;
/** How often it is looked whether a new day has begun. */
const MINUUT = 60_000;

/** The task pane without a screen: one readable state, and what the user can do. Knows neither React nor Office. */
export class Sessie implements Verzendbediening {
  readonly plek: Plek;
  readonly #o: Sessieopties;
  readonly #bewaarplaats: Bewaarplaats;
  readonly #beleid: Gemeentebeleid;
  readonly #werkmap: Werkmap;
  readonly #deelnemers: Deelnemers;
  readonly #sleutels: Sleutelvernieuwing;
  readonly #luisteraars = new Set<() => void>();
  readonly #code: Codeinvoer;
  #bezigMetWerkmap = false;
  #melding: Melding | null = null;
  #laatsteStop: Bevinding | null = null;
  /** In a list of several: what is asked of all of them together before anything is sent. */
  #bladvraag: Vraag | null = null;
  readonly #koppelen = new Laterestroom<Koppelen>(() => this.#publiceer());
  readonly #inlezen = new Laterestroom<Inlezen>(() => this.#publiceer());
  #beeld: Beeld = { fase: "laden" };
  /** Of which reading; gathering them again for every step of a sending would be felt in a long list. */
  #gegroepeerd: { readonly versie: number; readonly groepen: readonly Bevindinggroep[] } | null = null;
  #klaarMetOpenen = false;
  #gestopt = false;

  constructor(opties: Sessieopties) {
    this.#o = opties;
    this.plek = opties.plek ?? IN_EXCEL;
    this.#bewaarplaats = new Bewaarplaats(opties.opslag);
    this.#code = new Codeinvoer(opties.dienst, opties.uuid, () => this.#publiceer());
    this.#werkmap = new Werkmap(opties.werkboek, opties.klok, () => this.#opWijziging());
    this.#beleid = new Gemeentebeleid({ ...opties, bewaarplaats: this.#bewaarplaats, opVraagstelling: (vraagstelling) => this.#werkmap.vraag(vraagstelling) });
    this.#deelnemers = new Deelnemers({
      ...opties,
      bewaarplaats: this.#bewaarplaats,
      beleid: this.#beleid,
      werkmap: this.#werkmap,
      herlees: () => this.#lees(),
      zoekSleutel: (organisatieId) => this.#sleutels.zoek(organisatieId),
      opToegangVervallen: (geen) => this.#opToegangVervallen(geen),
      opVerandering: () => this.#publiceer(),
    });
    this.#sleutels = new Sleutelvernieuwing({ ...opties, bewaarplaats: this.#bewaarplaats, deelnemers: this.#deelnemers });
  }

  getSnapshot = (): Beeld => this.#beeld;

  subscribe = (luisteraar: () => void): (() => void) => {
    this.#luisteraars.add(luisteraar);
    return () => this.#luisteraars.delete(luisteraar);
  };

  /** Opens the pane: who are we, what is in the list, what waits. */
  async open(): Promise<void> {
    const activering = await this.#bewaarplaats.toegang();
    await this.#beleid.begin();
    this.#kijkNaarDeDag();
    if (activering) this.#deelnemers.neem(activering);
    if (this.#deelnemers.heeftToegang) {
      await this.#openWerkmap();
      return this.#sleutels.kijk();
    }
    if (activering) return this.#opToegangVervallen(true);
    this.#klaarMetOpenen = true;
    this.#publiceer();
    await this.#beleid.haal();
    this.#publiceer();
  }

  /** `tekst` as typed or pasted, with or without hyphens. */
  async activeer(tekst: string): Promise<void> {
    const activering = await this.#code.probeer(tekst);
    if (!activering) return;
    this.#deelnemers.neem(activering);
    await this.#bewaarplaats.bewaarToegang(this.#deelnemers.activering ?? activering);
    await this.#openWerkmap();
  }

  /** A code beside what there is: of a school that joined the board, or whose key was withdrawn. */
  vraagCode(): void {
    this.#code.vraag("eerste-keer");
  }

  stopCode(): void {
    this.#code.sluit();
  }

  /** Another organisation's code: the one of the workbook, for example. What waits stays kept. */
  async activeerAndere(): Promise<void> {
    this.#deelnemers.vergeet();
    await this.#bewaarplaats.vergeetToegang();
    this.#code.sluit();
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
    await this.#koppelen.open(
      async () => {
        const { Koppelen } = await import("./koppelen/koppelen");
        return new Koppelen({
          leesBron: () => this.#o.werkboek.leesBron(),
          bewaar: (koppeling) => this.#werkmap.bewaarKoppeling(koppeling),
          eerder,
          voorkennis: { vraagstelling: this.#beleid.vraagstelling, organisaties: this.#deelnemers.organisaties },
          opKlaar: () => this.#naKoppelen(),
        });
      },
      (stroom) => stroom.begin(),
    );
  }

  /** Out of it without a change. */
  stopKoppelen(): void {
    this.#koppelen.sluit();
  }

  /** Oude formulieren inlezen. */
  async leesFormulierenIn(): Promise<void> {
    await this.#inlezen.open(async () => {
      const { Inlezen } = await import("./inlezen");
      return new Inlezen({ werkboek: this.#o.werkboek, sisaLabel: this.#beleid.vraagstelling.sisaLabel, opKlaar: (zaken) => void this.#naInlezen(zaken) });
    });
  }

  /** Out of it; nothing was added. */
  stopInlezen(): void {
    this.#inlezen.sluit();
  }

  /** Kolom toevoegen: what the municipality asks besides gets a column of its own, or a list the SISA column that it misses. */
  async voegKolommenToe(): Promise<void> {
    const { stand, nieuweKolommen } = this.#werkmap;
    if (stand.soort === "kolom-ontbreekt") return this.#metWerkmap(() => this.#werkmap.voegKolommenToe(stand.ontbreekt));
    const velden = nieuweKolommen.map(({ indicator }) => indicator);
    if (velden.length === 0) return;
    try {
      await this.#werkmap.voegKolommenToe(velden);
      this.#meld("kolom-erbij", this.plek.kolomErbij(velden.length));
    } catch (oorzaak) {
      this.#meld("werkboekfout", alsWerkboekfout(oorzaak).message);
    }
  }

  /** The pane comes back into view: what the municipality asks may have changed meanwhile. */
  async kijkWeer(): Promise<void> {
    await this.#hoorBeleid(UUR);
    this.#publiceer();
  }

  /** The workbook says it is of another organisation; the user wants it for this one. */
  async gebruikVoorDezeOrganisatie(): Promise<void> {
    this.#werkmap.maakLos();
    await this.#metWerkmap(() => this.#lees());
  }

  /** A list of which nothing says whose it is, is of this one of ours. */
  async kiesOrganisatie(organisatieId: string): Promise<void> {
    this.#werkmap.kies(organisatieId);
    await this.#metWerkmap(() => this.#lees());
  }

  /** In a list of several: this word names that organisation, from now on. */
  async noemOrganisatie(woord: string, organisatieId: string): Promise<void> {
    const { stand } = this.#werkmap;
    const koppeling = stand.soort === "lijst" ? stand.inhoud.gekoppeld?.koppeling : undefined;
    if (!koppeling?.organisatie) return;
    const { organisatie } = koppeling;
    await this.#wijzigKoppeling(() => this.#werkmap.bewaarKoppeling({ ...koppeling, organisatie: { ...organisatie, waarden: { ...organisatie.waarden, [woord]: organisatieId } } }));
  }

  /** This new sheet is part of the list; where it does not stand there as on the others, that is asked. */
  async neemMee({ bereik, past }: Nieuwblad): Promise<void> {
    if (!past) return this.koppel();
    await this.#wijzigKoppeling(() => this.#werkmap.neemMee([bereik.blad]));
  }

  /** This new sheet is no part of the list. */
  async laatBuiten(blad: Nieuwblad): Promise<void> {
    await this.#wijzigKoppeling(() => this.#werkmap.laatBuiten(blad));
  }

  async #wijzigKoppeling(doe: () => Promise<void>): Promise<void> {
    await this.#metWerkmap(doe);
    if (this.#werkmap.storing) this.#meld("werkboekfout", this.#werkmap.storing.message);
  }

  /** Controleren: reads and checks everything again, and asks what the municipality holds. */
  async controleer(): Promise<void> {
    if (!this.#heeftLijst) return this.leesOpnieuw();
    try {
      await this.#lees();
      this.#meld("gecontroleerd", teksten.meldingen.gecontroleerd);
    } catch (oorzaak) {
      this.#meld("werkboekfout", alsWerkboekfout(oorzaak).message);
    }
    await this.#hoorGemeente();
  }

  /** One organisation of a list of several. */
  school(organisatieId: string): Verzendbediening | undefined {
    return this.#deelnemers.van(organisatieId);
  }

  /** A press on Verzenden, or the answer to what it asked; in a list of several, for all of them. Without a list in view there is nothing to send. */
  async verzend(antwoorden: Antwoorden = {}): Promise<void> {
    if (!this.#heeftLijst) return;
    this.#melding = null;
    if (this.#enige) return this.#enige.toegang ? this.#enige.verzend(antwoorden) : this.#opToegangVervallen(true);
    await this.#voorAlle(() => this.#deelnemers.verzend(antwoorden), antwoorden);
  }

  /** In a list of several: the corrections of all were seen, together. */
  async bevestigCorrecties(): Promise<void> {
    await this.#voorAlle(() => this.#deelnemers.bevestigCorrecties());
  }

  /** Reads the list once for all of them. */
  async #voorAlle(doe: () => Promise<void>, antwoorden: Antwoorden = {}): Promise<void> {
    if (this.#deelnemers.ronde) return;
    await this.#beleid.ververs(MINUUT);
    try {
      await this.#werkmap.neemMee(antwoorden.meenemen ?? []);
      await this.#lees();
    } catch (oorzaak) {
      return this.#meld("werkboekfout", alsWerkboekfout(oorzaak).message);
    }
    // Once, for all of them.
    this.#bladvraag = bladvraag(this.#werkmap.nieuweBladen, antwoorden);
    this.#publiceer();
    if (this.#bladvraag) return;
    // A row without a school may be of any of them.
    if (this.#werkmap.verdeling?.onbekend.length === 0) await doe();
  }

  async beginEerder(): Promise<void> {
    await this.#enige?.beginEerder();
  }

  annuleer(): void {
    this.#bladvraag = null;
    this.#enige?.annuleer();
    this.#publiceer();
  }

  async probeerOpnieuw(): Promise<void> {
    if (this.#heeftLijst) await this.#deelnemers.probeerOpnieuw();
  }

  noteerAlsnog(): Promise<void> {
    return this.#deelnemers.noteerAlsnog();
  }

  async wachtendeIsVanHier(registratieId: string, ja: boolean): Promise<void> {
    await this.#enige?.wachtendeIsVanHier(registratieId, ja);
  }

  async springNaar(plaats: Plaats, adres: string): Promise<void> {
    const gelukt = await this.#o.werkboek.springNaar(plaats).catch(() => false);
    if (!gelukt) this.#meld("spring-niet-gelukt", this.plek.springNietGelukt(adres));
  }

  /** Applies the quick fixes of these findings in one undoable step. */
  async herstel(bevindingen: readonly Bevinding[]): Promise<void> {
    await this.#schrijf(bevindingen.flatMap(({ rij, veld, herstel }) => (herstel ? [{ rij, veld, waarde: herstel.waarde, isDatum: herstel.isDatum }] : [])));
  }

  /** Fills the empty cells of these findings with one answer, in one undoable step. */
  async vul(bevindingen: readonly Bevinding[], waarde: string): Promise<void> {
    await this.#schrijf(bevindingen.map(({ rij, veld }) => ({ rij, veld, waarde, isDatum: false })));
  }

  /** Volgende bevinding: goes to the cell and says what is the matter, also to who does not see it. */
  async volgendeBevinding(): Promise<void> {
    if (this.#beeld.fase !== "lijst" && this.#beeld.fase !== "bestuur") return;
    const { groepen, inhoud } = this.#beeld;
    const stop = volgendeStop(groepen, this.#laatsteStop);
    if (!stop) return this.#meld("volgende", teksten.meldingen.geenBevinding);
    this.#laatsteStop = stop.bevinding;
    const adres = adresVan(inhoud, inhoud.plaats(stop.bevinding.rij, stop.bevinding.veld));
    // Where Excel cannot go there now, the address still says where it is.
    await this.#o.werkboek.springNaar(stop.bevinding).catch(() => false);
    this.#meld("volgende", teksten.meldingen.bevinding(adres, stop.nummer, stop.van, stop.bevinding.melding));
  }

  async #schrijf(wat: readonly Omit<Herstelling, "was">[]): Promise<void> {
    const { stand } = this.#werkmap;
    if (stand.soort !== "lijst") return;
    const herstellingen = wat.map((herstelling) => ({ ...herstelling, was: stand.verdeling.cel(herstelling.rij, herstelling.veld) }));
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
    this.#deelnemers.stop();
    await this.#werkmap.stop();
  }

  async #openWerkmap(): Promise<void> {
    this.#bezigMetWerkmap = true;
    this.#publiceer();
    const beleid = this.#beleid.haal();
    await this.#metWerkmap(() => this.#lees());
    await beleid;
    await this.#volgBeleid();
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
    if (!this.#heeftLijst) return;
    await this.#deelnemers.hervat();
    await this.#hoorGemeente();
  }

  /** The list was read through its mapping when that was kept. */
  async #naKoppelen(): Promise<void> {
    this.#koppelen.sluit();
    await this.#metWerkmap(() => Promise.resolve());
  }

  async #naInlezen(zaken: number): Promise<void> {
    this.#inlezen.sluit();
    await this.#metWerkmap(async () => {
      await this.#lees();
      this.#meld("ingelezen", teksten.meldingen.ingelezen(zaken));
    });
  }

  get #heeftLijst(): boolean {
    return this.#beeld.fase === "lijst" || this.#beeld.fase === "bestuur";
  }

  /** The one whose list it is; of a list of several there is none. */
  get #enige(): Deelnemer | undefined {
    return this.#werkmap.verdeling?.isGedeeld ? undefined : this.#deelnemers.meedoende[0];
  }

  #lees(): Promise<void> {
    return this.#deelnemers.heeftToegang ? this.#werkmap.lees(this.#deelnemers.organisaties) : Promise.resolve();
  }

  async #hoorGemeente(welke: "alle" | "niet-gehoord" = "alle"): Promise<void> {
    await this.#hoorBeleid(ZOJUIST);
    await this.#deelnemers.hoorGemeente(welke);
  }

  async #hoorBeleid(ouderDan: number): Promise<void> {
    await this.#beleid.ververs(ouderDan);
    await this.#volgBeleid();
  }

  /** Reads by what the municipality asks now. When that fails, the last known state stands, and tells so. */
  async #volgBeleid(): Promise<void> {
    if (this.#werkmap.isVerouderd) await this.#lees().catch(() => undefined);
  }

  async #opToegangVervallen(geen: boolean): Promise<void> {
    this.#klaarMetOpenen = true;
    if (!this.#deelnemers.heeftToegang) await this.#bewaarplaats.vergeetToegang();
    if (geen) this.#code.vraag("toegang-vervallen");
    else this.#publiceer();
  }

  #opWijziging(): void {
    this.#deelnemers.opGewijzigdeLijst();
    this.#melding = null;
    this.#publiceer();
  }

  /** At midnight another day is the reference day: the same rows may now read differently. And what could not be heard is asked again. */
  #kijkNaarDeDag(): void {
    this.#o.wekker(MINUUT, () => {
      if (this.#gestopt) return;
      this.#kijkNaarDeDag();
      void this.#sleutels.kijk();
      if (!this.#heeftLijst) return;
      if (this.#werkmap.isPeildatumVerlopen()) void this.#beginDag();
      if (this.#deelnemers.meedoende.some(({ gemeente }) => gemeente.storing)) void this.#hoorGemeente("niet-gehoord");
    });
  }

  async #beginDag(): Promise<void> {
    await this.#beleid.ververs(UUR);
    await this.#lees().catch(() => undefined);
    this.#publiceer();
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
    const { beleid } = this.#beleid;
    const { heeftToegang, organisaties, naam } = this.#deelnemers;
    const { gevraagd, ...activering } = this.#code.stand;
    if (!heeftToegang && !this.#klaarMetOpenen) return { fase: "laden" };
    // A key may expire while the pane is open.
    const reden = !heeftToegang && organisaties.length > 0 ? "toegang-vervallen" : activering.reden;
    if (!heeftToegang || gevraagd) return { fase: "activeren", ...activering, reden, kanTerug: heeftToegang, beleid };
    const { stand, versie, storing: werkboekfout } = this.#werkmap;
    if (stand.soort === "ongelezen") return { fase: "laden" };
    if (this.#koppelen.beeld) return { fase: "koppelen", naam, beleid, ...this.#koppelen.beeld };
    if (this.#inlezen.beeld) return { fase: "inlezen", naam, beleid, ...this.#inlezen.beeld };
    const bezig = this.#bezigMetWerkmap;
    if (stand.soort === "welke-organisatie") return { fase: "welke-organisatie", naam, organisaties, beleid, bezig };
    if (stand.soort !== "lijst") return { fase: "werkmap", naam, beleid, bezig, probleem: stand };
    const { inhoud, verdeling } = stand;
    if (this.#gegroepeerd?.versie !== versie) this.#gegroepeerd = { versie, groepen: groepeer(verdeling.bevindingen()) };
    const werk = { beleid, inhoud, nieuweKolommen: this.#werkmap.nieuweKolommen, ontbrekendeSisa: this.#werkmap.ontbrekendeSisa, zaken: verdeling.zaken, groepen: this.#gegroepeerd.groepen, melding: this.#melding, werkboekfout, opslagDuurzaam: this.#bewaarplaats.duurzaam };
    if (verdeling.isGedeeld) return { fase: "bestuur", ...werk, bladvraag: this.#bladvraag, ...bestuursbeeld(this.#deelnemers, verdeling) };
    const deelnemer = this.#enige?.beeld();
    // Whose whole list it is, takes part in it.
    return deelnemer ? { fase: "lijst", ...werk, ...deelnemer } : { fase: "laden" };
  }
}
