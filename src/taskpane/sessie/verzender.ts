import type { Lijst } from "../../meldcode/lijst";
import { maandnummer, periodeVanDatum, periodeVanNummer } from "../../meldcode/periode";
import type { Registratie } from "../../meldcode/registratie";
import type { Ontvangstbewijs } from "../../meldcode/uitwisseling/ontvangst";
import type { Werkboekfout } from "../../workbook/werkboek";
import type { Dienst, Toegang } from "../dienst/dienst";
import { isProbleem, isTijdelijk, isToegang, type Storing } from "../dienst/uitkomst";
import { type Antwoorden, type Besluit, besluit, inhoudVan, overlappende, tel } from "./besluit";
import type { Onderweg } from "./bewaarplaats";
import type { Deel } from "./deel";
import type { Gemeente } from "./gemeente";
import type { Gemeentebeleid } from "./gemeentebeleid";
import type { Klaarzetter } from "./klaarzetten";
import { bladvraag } from "./nieuwebladen";
import { laatsteStaat, type Postvak, zegtHetzelfde } from "./postvak";
import type { Verzending } from "./staat";
import { alsWerkboekfout } from "./werkmap";

/** Calls back once, after so many milliseconds; answers how to call it off. */
export type Wekker = (milliseconden: number, doe: () => void) => () => void;

export interface Verzenderopties {
  readonly dienst: Dienst;
  readonly beleid: Gemeentebeleid;
  readonly gemeente: Gemeente;
  readonly deel: Deel;
  readonly postvak: Postvak;
  readonly klaarzetter: Klaarzetter;
  readonly klok: () => Date;
  readonly uuid: () => string;
  readonly wekker: Wekker;
  readonly toegang: () => Toegang | null;
  /** Reads the list and the sheet Verzonden again, before anything is sent. */
  readonly leesLijst: () => Promise<void>;
  /** The same, for what was just written. */
  readonly herlees: () => Promise<void>;
  readonly opToegangVervallen: () => Promise<void>;
  readonly opVerandering: () => void;
}

/** Seconds between attempts: soon at first, then calm. */
const TUSSENPOZEN = [5, 15, 30, 60, 120, 300] as const;
const NOTEER_TUSSENPOOS = 20;
/** Milliseconds in which what was heard of the policy still holds; what changed since, a refusal tells. */
const PAS_GEHOORD = 60_000;
/** With fresh news from the municipality these may come right by themselves. */
const TE_HERHALEN = ["beleid-gewijzigd", "inzending-hergebruikt", "niet-gevonden", "registratie-vervangen"] as const;

/** The road of one organisation from a press on Verzenden to the receipt, and what waits on the way. */
export class Verzender {
  stand: Verzending = { soort: "rust" };
  readonly #o: Verzenderopties;
  #antwoorden: Antwoorden = {};
  /** For a list that is no registratie yet; the same until it was received. */
  #nieuwId: string | null = null;
  /** First states on this computer of which the user said that they are of another workbook. */
  readonly #vanElders = new Set<string>();
  /** What was counted when the user pressed Verzenden without a connection: only that goes by itself later. */
  #bedoeld: string | null = null;
  #poging = 0;
  #noterenOnzeker = false;
  #bezig = false;
  #zegWekkerAf: (() => void) | null = null;

  constructor(opties: Verzenderopties) {
    this.#o = opties;
  }

  get antwoorden(): Antwoorden {
    return this.#antwoorden;
  }

  /** The registratie it is in this workbook, as far as known: one that was taken over by another list is it no longer. */
  get registratieId(): string | null {
    const id = this.#o.deel.registratieId;
    return id !== null && this.#o.gemeente.isVervangen(id) ? null : id;
  }

  /** A press on Verzenden, and each answer to a question. */
  async verzend(antwoorden: Antwoorden = {}): Promise<void> {
    await this.#alleen(async () => {
      this.#antwoorden = { ...this.#antwoorden, ...antwoorden };
      await this.#ga();
    });
  }

  /** Takes up what waits: on opening, when the connection is back, when the alarm goes. Never sends what was not agreed to. */
  async hervat(): Promise<void> {
    await this.#alleen(async () => {
      const toegang = this.#o.toegang();
      if (!toegang || !this.#o.deel.lijst) return;
      const onderweg = await this.#vanHier();
      if (onderweg?.uitgaand) await this.#vervolg(await this.#bied(toegang, onderweg), toegang, onderweg.registratieId, false);
      else if (onderweg && onderweg.teNoteren.length > 0) await this.#noteer(onderweg.registratieId);
      else if (this.#bedoeld !== null) {
        if (this.#bedoeld === this.#telling()) await this.#ga();
        else this.#zet({ soort: "rust" });
      }
    });
  }

  /** "Yes, what waits is of this workbook", or not. */
  async isVanHier(registratieId: string, ja: boolean): Promise<void> {
    if (ja) this.#isVanHier(registratieId);
    else this.#vanElders.add(registratieId);
    this.#zet({ soort: "rust" });
    if (ja) await this.hervat();
  }

  annuleer(): void {
    this.#vergeetWacht();
    this.#antwoorden = {};
    this.#zet({ soort: "rust" });
  }

  /** Edits after a question or a refusal make it outdated; what waits or was received stays in view. */
  opGewijzigdeLijst(): void {
    if (this.#bezig) return;
    if (["fouten", "niets-te-verzenden", "geweigerd", "niet-gelezen"].includes(this.stand.soort)) this.#zet({ soort: "rust" });
  }

  stop(): void {
    this.#zegWekkerAf?.();
  }

  /** One at a time: a second press while one is under way is the same press. */
  async #alleen(doe: () => Promise<void>): Promise<void> {
    if (this.#bezig) return;
    this.#bezig = true;
    this.#zegWekkerAf?.();
    try {
      await doe();
    } catch (oorzaak) {
      // Not foreseen. What was kept is still kept; the pane must not stay waiting.
      this.stand = { soort: "niet-gelezen", fout: alsWerkboekfout(oorzaak) };
    } finally {
      this.#bezig = false;
      this.#o.opVerandering();
    }
  }

  async #ga(elders = false, herkansing = true): Promise<void> {
    const { gemeente, deel, klaarzetter, beleid } = this.#o;
    const toegang = this.#o.toegang();
    if (!toegang) return;
    this.#zet({ soort: "bezig", wat: "controleren" });
    try {
      await deel.neemMee(this.#antwoorden.meenemen ?? []);
      await beleid.ververs(PAS_GEHOORD);
      await this.#o.leesLijst();
    } catch (oorzaak) {
      return this.#zet({ soort: "niet-gelezen", fout: alsWerkboekfout(oorzaak) });
    }
    if (!deel.lijst) return this.#zet({ soort: "rust" });

    // What went before goes first: whether it was stored is unknown, and a newer state may only follow on it.
    const onderweg = await this.#vanHier();
    if (this.stand.soort === "van-deze-werkmap") return;
    if (onderweg?.uitgaand) {
      const aanbod = await this.#bied(toegang, onderweg);
      if (aanbod.soort === "blijft-wachten") return this.#wacht(aanbod.storing, true);
      if (aanbod.soort === "geweigerd" && isProbleem(aanbod.storing, "versie-verouderd")) elders = this.#isElders(onderweg.registratieId);
    }
    if (onderweg && onderweg.teNoteren.length > 0) await this.#noteer(onderweg.registratieId);
    const ontvangen = this.#ontvangen();
    const { lijst } = deel;
    if (!lijst || deel.houdtTegen) return this.#zet({ soort: "fouten" });
    const vraag = bladvraag(deel.nieuweBladen, this.#antwoorden);
    if (vraag) return this.#zet({ soort: "vraag", vraag });

    this.#zet({ soort: "bezig", wat: "ophalen" });
    const storing = await this.#haal(toegang, elders);
    if (storing) return this.#zonderStand(storing);

    const uitkomst = this.#besluit(lijst, elders);
    if (uitkomst.soort === "vraag") return this.#zet({ soort: "vraag", vraag: uitkomst.vraag });
    const id = this.registratieId;
    if (uitkomst.soort === "niets-te-verzenden") return ontvangen ? this.#zet(ontvangen) : this.#alOntvangen(toegang, id);

    const eigen = uitkomst.eerste && (id === null || this.#antwoorden.nieuweRegistratie) ? (this.#nieuwId ??= this.#o.uuid()) : id;
    // Without an id it is a first state, and those have one by now.
    if (eigen === null) return;
    const bekend = new Set(gemeente.regels?.map((regel) => regel.registratieId));
    const nieuw = await this.#o.postvak.leg(eigen, klaarzetter.zetKlaar(uitkomst.registratie), uitkomst.eerste ? null : (gemeente.staat?.etag ?? null));
    const aanbod = await this.#bied(toegang, nieuw);
    await this.#vervolg(aanbod, toegang, eigen, herkansing);
    if (uitkomst.eerste && aanbod.soort === "ontvangen") await this.#vraagNaGelijkBegin(toegang, eigen, uitkomst.registratie, bekend);
  }

  /** Another pane may have begun between our question and our state: the municipality then counts both lists, unasked. */
  async #vraagNaGelijkBegin(toegang: Toegang, eigen: string, registratie: Registratie, bekend: ReadonlySet<string>): Promise<void> {
    const { gemeente } = this.#o;
    if (await gemeente.haalStand(toegang, eigen)) return;
    const regels = overlappende(gemeente.regels ?? [], registratie).filter((regel) => regel.registratieId !== eigen && !bekend.has(regel.registratieId));
    if (regels.length > 0) this.#zet({ soort: "vraag", vraag: { soort: "andere-registratie", regels } });
  }

  #ontvangen(): Verzending | null {
    return this.stand.soort === "ontvangen" ? this.stand : null;
  }

  /** A newer state came from elsewhere: what was agreed to was agreed against the older one. */
  #isElders(registratieId: string): true {
    this.#o.deel.verbind(registratieId);
    const { behoud, zonderBladen } = this.#antwoorden;
    this.#antwoorden = { ...(behoud && { behoud }), ...(zonderBladen && { zonderBladen }) };
    return true;
  }

  #besluit(lijst: Lijst, elders: boolean): Besluit {
    const { gemeente, deel, beleid } = this.#o;
    const registratieId = this.registratieId;
    const bewaard = registratieId === null ? null : (gemeente.staat?.registratie ?? null);
    const situatie = { lijst, peildatum: deel.peildatum, minimum: beleid.minimum, sisaLabel: beleid.vraagstelling.sisaLabel, inzendingId: this.#o.uuid(), registratieId, bewaard, gesloten: gemeente.geslotenMaanden(beleid.beleid), regels: gemeente.regels ?? [], elders };
    return besluit(situatie, this.#antwoorden);
  }

  /** Hears what is needed to decide. A first state asks again who else there is: a colleague may have begun just now. */
  async #haal(toegang: Toegang, elders: boolean): Promise<Storing | null> {
    const { gemeente, beleid } = this.#o;
    if (!beleid.beleid) await beleid.haal();
    const id = this.registratieId;
    const moetVragen = elders || id === null || gemeente.staat === null || this.#antwoorden.nieuweRegistratie;
    return moetVragen ? gemeente.haalStand(toegang, id) : null;
  }

  async #bied(toegang: Toegang, onderweg: Onderweg): ReturnType<Postvak["bied"]> {
    this.#zet({ soort: "bezig", wat: "versturen" });
    const { uitgaand } = onderweg;
    if (!uitgaand) throw new RangeError("Nothing to offer.");
    const aanbod = await this.#o.postvak.bied(toegang, { ...onderweg, uitgaand });
    if (aanbod.soort !== "blijft-wachten") this.#o.klaarzetter.isVerbruikt();
    if (aanbod.soort === "ontvangen") {
      this.#vergeetWacht();
      this.#antwoorden = { ...(this.#antwoorden.behoud && { behoud: this.#antwoorden.behoud }) };
      this.#nieuwId = null;
      await this.#noteer(onderweg.registratieId, aanbod.bewijs);
    }
    return aanbod;
  }

  /** What comes after an offer. `herkansing`: it may count and offer once more by itself. */
  async #vervolg(aanbod: Awaited<ReturnType<Postvak["bied"]>>, toegang: Toegang, registratieId: string, herkansing: boolean): Promise<void> {
    if (aanbod.soort === "blijft-wachten") return this.#wacht(aanbod.storing, true);
    if (aanbod.soort === "ontvangen") {
      // Without the version header it is asked for now, so that the months are right.
      if (!this.#o.gemeente.isBekend(this.registratieId)) await this.#o.gemeente.haalStand(toegang, this.registratieId);
      return;
    }
    const { gemeente } = this.#o;
    const { storing } = aanbod;
    const perioden = storing.soort === "probleem" ? storing.perioden : [];
    if (isProbleem(storing, "versie-verouderd")) return this.#ga(this.#isElders(registratieId), herkansing);
    const laatste = perioden.at(-1);
    if (isProbleem(storing, "periode-gesloten") && laatste) {
      const beginBij = gemeente.staat ? null : periodeVanNummer(maandnummer(laatste) + 1);
      // With this month closed too there is nothing left to begin with.
      if (beginBij === null || beginBij <= periodeVanDatum(this.#o.deel.peildatum)) {
        return this.#zet({ soort: "vraag", vraag: { soort: "gesloten-maanden", perioden, beginBij } });
      }
    }
    if (isProbleem(storing, "verlaging-niet-bevestigd") && perioden.length > 0) {
      return this.#zet({ soort: "vraag", vraag: { soort: "verlaging", verschillen: [], perioden, inhoud: this.#antwoorden.gezien ?? "" } });
    }
    if (herkansing && TE_HERHALEN.some((code) => isProbleem(storing, code))) {
      await this.#o.beleid.haal();
      await gemeente.haalStand(toegang, this.registratieId);
      return this.#ga(false, false);
    }
    this.#zet({ soort: "geweigerd", storing });
  }

  /** The municipality holds exactly this already: from another pane, perhaps. Then its receipt is ours too. */
  async #alOntvangen(toegang: Toegang, registratieId: string | null): Promise<void> {
    const { dienst, postvak, gemeente, deel } = this.#o;
    this.#antwoorden = {};
    const bewijzen = await dienst.ontvangstbewijzen(toegang);
    const bewijs = bewijzen.gelukt ? bewijzen.waarde.find((b) => b.registratieId === registratieId) : undefined;
    if (!bewijs || !gemeente.staat || deel.heeftKenmerk(bewijs.kenmerk)) return this.#zet({ soort: "niets-te-verzenden" });
    await postvak.ontvang(bewijs, gemeente.staat.registratie);
    await this.#noteer(bewijs.registratieId, bewijs);
  }

  /** What waits for this workbook. When that is not sure, it asks (and answers null). */
  async #vanHier(): Promise<Onderweg | null> {
    const { deel, postvak } = this.#o;
    for (const id of [this.#nieuwId, deel.registratieId]) {
      const onderweg = id ? await postvak.onderweg(id) : null;
      if (onderweg) return onderweg;
    }
    for (const onderweg of await postvak.naamloos()) {
      const { registratieId } = onderweg;
      const staat = laatsteStaat(onderweg);
      if (!staat || this.#vanElders.has(registratieId)) continue;
      const nu = this.#alsEerste(staat.minimum);
      if (!nu || !zegtHetzelfde(nu, staat)) {
        this.#zet({ soort: "van-deze-werkmap", registratieId, registratie: staat });
        return null;
      }
      this.#isVanHier(registratieId);
      return onderweg;
    }
    return null;
  }

  #isVanHier(registratieId: string): void {
    this.#nieuwId = registratieId;
    this.#o.deel.verbind(registratieId);
  }

  /** This list as a first state would be counted; null while it has errors. */
  #alsEerste(minimum: number): Registratie | null {
    const { lijst, peildatum, houdtTegen } = this.#o.deel;
    if (!lijst || houdtTegen) return null;
    return tel({ lijst, peildatum, minimum, inzendingId: "", bewaard: null, gesloten: [] }, {});
  }

  #telling(): string | null {
    const staat = this.#alsEerste(this.#o.beleid.minimum);
    return staat && inhoudVan(staat);
  }

  async #noteer(registratieId: string, bewijs?: Ontvangstbewijs): Promise<void> {
    const laatste = bewijs ?? (await this.#o.postvak.onderweg(registratieId))?.teNoteren.at(-1)?.bewijs;
    const nietGenoteerd = (await this.#leesVoorNoteren()) ?? (await this.#o.postvak.noteer(registratieId));
    this.#noterenOnzeker = nietGenoteerd !== null;
    if (laatste) this.#zet({ soort: "ontvangen", bewijs: laatste, blad: this.#o.deel.verzondenblad, nietGenoteerd });
    // What only waits for the user to save the file is not tried again by itself.
    if (nietGenoteerd && nietGenoteerd.code !== "niet-bewaard") this.#over(NOTEER_TUSSENPOOS, () => this.noteerAlsnog());
  }

  /** A write that failed may have arrived all the same (a sync that hung): what is on the sheet is read before the next. */
  async #leesVoorNoteren(): Promise<Werkboekfout | null> {
    if (!this.#noterenOnzeker) return null;
    try {
      await this.#o.herlees();
      return null;
    } catch (oorzaak) {
      return alsWerkboekfout(oorzaak);
    }
  }

  /** Tries again to write the receipt on the sheet. */
  async noteerAlsnog(): Promise<void> {
    await this.#alleen(async () => {
      const id = this.#o.deel.registratieId;
      if (id !== null) await this.#noteer(id, this.stand.soort === "ontvangen" ? this.stand.bewijs : undefined);
    });
  }

  #zonderStand(storing: Storing): void | Promise<void> {
    if (isTijdelijk(storing)) {
      this.#bedoeld = this.#telling();
      return this.#wacht(storing, false);
    }
    if (isToegang(storing)) return this.#wacht(storing, false);
    this.#zet({ soort: "geweigerd", storing });
  }

  async #wacht(oorzaak: Storing, klaargezet: boolean): Promise<void> {
    if (isToegang(oorzaak)) {
      this.#zet({ soort: "rust" });
      return this.#o.opToegangVervallen();
    }
    const gevraagd = oorzaak.soort === "probleem" ? oorzaak.wachtSeconden : null;
    const seconden = Math.max(gevraagd ?? 0, TUSSENPOZEN[Math.min(this.#poging, TUSSENPOZEN.length - 1)] ?? 0);
    this.#poging += 1;
    this.#zet({ soort: "wacht", oorzaak, opnieuwOm: new Date(this.#o.klok().getTime() + seconden * 1000), klaargezet });
    this.#over(seconden, () => this.hervat());
  }

  #over(seconden: number, doe: () => Promise<void>): void {
    this.#zegWekkerAf?.();
    this.#zegWekkerAf = this.#o.wekker(seconden * 1000, () => void doe());
  }

  #vergeetWacht(): void {
    this.#zegWekkerAf?.();
    this.#poging = 0;
    this.#bedoeld = null;
  }

  #zet(stand: Verzending): void {
    this.stand = stand;
    this.#o.opVerandering();
  }
}
