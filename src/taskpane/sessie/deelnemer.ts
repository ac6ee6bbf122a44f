import type { Registratie } from "../../meldcode/registratie";
import { telBereik } from "../../meldcode/tellen";
import type { Organisatie, Organisatietoegang } from "../../meldcode/uitwisseling/activering";
import type { Dienst, Toegang } from "../dienst/dienst";
import { isToegang } from "../dienst/uitkomst";
import { type Antwoorden, inhoudVan, tel, type Vraag } from "./besluit";
import type { Bewaarplaats } from "./bewaarplaats";
import { Deel } from "./deel";
import { Gemeente } from "./gemeente";
import type { Gemeentebeleid } from "./gemeentebeleid";
import { Klaarzetter } from "./klaarzetten";
import { maandenVan } from "./maanden";
import type { Oordeel } from "./oordeel";
import { Postvak } from "./postvak";
import type { Deelnemerbeeld } from "./staat";
import type { Verzendbediening } from "./verzendbediening";
import { Verzender, type Verzenderopties } from "./verzender";
import type { Werkmap } from "./werkmap";

export interface Deelnemeropties extends Pick<Verzenderopties, "klok" | "uuid" | "wekker" | "leesLijst" | "herlees" | "opVerandering"> {
  readonly dienst: Dienst;
  readonly bewaarplaats: Bewaarplaats;
  readonly beleid: Gemeentebeleid;
  readonly werkmap: Werkmap;
  readonly opToegangVervallen: (deelnemer: Deelnemer) => Promise<void>;
}

type Berekend = Omit<Deelnemerbeeld, "organisatie" | "verzending" | "storing">;

/**
 * One organisation that sends from this pane, with all that is its own: its key, its part of the list, what the municipality holds of it,
 * what waits, and the road to its receipt. What befalls one never stops another.
 */
export class Deelnemer implements Verzendbediening {
  readonly deel: Deel;
  readonly gemeente: Gemeente;
  readonly #verzender: Verzender;
  readonly #o: Deelnemeropties;
  readonly #klaarzetter: Klaarzetter;
  #toegang: Organisatietoegang;
  #vervallen = false;
  /** What was worked out of the list, and from what: counting again for every step of a sending would be felt in a long list. */
  #berekend: { readonly uit: readonly unknown[]; readonly beeld: Berekend } | null = null;

  constructor(toegang: Organisatietoegang, opties: Deelnemeropties) {
    this.#toegang = toegang;
    this.#o = opties;
    const { organisatie } = toegang;
    this.deel = new Deel(organisatie.organisatieId, opties.werkmap);
    this.gemeente = new Gemeente(opties.dienst);
    this.#klaarzetter = new Klaarzetter(opties.uuid);
    this.#verzender = new Verzender({
      ...opties,
      gemeente: this.gemeente,
      deel: this.deel,
      klaarzetter: this.#klaarzetter,
      postvak: new Postvak(organisatie, opties.dienst, opties.bewaarplaats, this.gemeente, this.deel),
      toegang: () => this.toegang,
      opToegangVervallen: () => this.#laatVervallen(),
    });
  }

  get organisatie(): Organisatie {
    return this.#toegang.organisatie;
  }

  /** As the municipality gave it. */
  get bewaard(): Organisatietoegang {
    return this.#toegang;
  }

  /** null: its key is no longer accepted, or has expired. */
  get toegang(): Toegang | null {
    if (this.#vervallen || new Date(this.#toegang.geldigTot) <= this.#o.klok()) return null;
    return { organisatieId: this.organisatie.organisatieId, toegangssleutel: this.#toegang.toegangssleutel };
  }

  /** A new key; what waits, waits on. */
  vernieuw(toegang: Organisatietoegang): void {
    this.#toegang = toegang;
    this.#vervallen = false;
  }

  /** The correction that it asks about; null: it asks nothing, or something else. */
  get correctie(): Extract<Vraag, { soort: "correctie" }> | null {
    const { stand } = this.#verzender;
    return stand.soort === "vraag" && stand.vraag.soort === "correctie" ? stand.vraag : null;
  }

  verzend(antwoorden: Antwoorden = {}): Promise<void> {
    return this.#verzender.verzend(antwoorden);
  }

  annuleer(): void {
    this.#verzender.annuleer();
  }

  /** Takes up what waits. */
  hervat(): Promise<void> {
    return this.#verzender.hervat();
  }

  async probeerOpnieuw(): Promise<void> {
    await this.#verzender.hervat();
    if (this.doetMee && this.gemeente.storing && !this.gemeente.isBekend(this.deel.registratieId)) await this.hoorGemeente();
  }

  noteerAlsnog(): Promise<void> {
    return this.#verzender.noteerAlsnog();
  }

  wachtendeIsVanHier(registratieId: string, ja: boolean): Promise<void> {
    return this.#verzender.isVanHier(registratieId, ja);
  }

  async beginEerder(): Promise<void> {
    const vervangt = this.#verzender.registratieId;
    if (vervangt !== null) await this.verzend({ nieuweRegistratie: true, naast: { vervangt } });
  }

  opGewijzigdeLijst(): void {
    this.#verzender.opGewijzigdeLijst();
  }

  stop(): void {
    this.#verzender.stop();
  }

  /** Asks what the municipality holds. */
  async hoorGemeente(): Promise<void> {
    const { toegang } = this;
    if (!toegang) return;
    const storing = await this.gemeente.haalStand(toegang, this.deel.registratieId);
    if (storing && isToegang(storing)) await this.#laatVervallen();
    this.#o.opVerandering();
  }

  /** Takes part in the open list. */
  get doetMee(): boolean {
    return this.deel.lijst !== null;
  }

  /** null: it takes no part in the open list. */
  beeld(): Deelnemerbeeld | null {
    if (!this.deel.lijst) return null;
    return { organisatie: this.organisatie, ...this.#bereken(), verzending: this.#verzender.stand, storing: this.gemeente.storing };
  }

  async #laatVervallen(): Promise<void> {
    this.#vervallen = true;
    await this.#o.opToegangVervallen(this);
  }

  #bereken(): Berekend {
    const { staat, regels } = this.gemeente;
    const uit = [this.#o.werkmap.versie, this.deel.registratieId, this.#o.beleid.beleid, staat, regels, this.#verzender.antwoorden];
    if (!this.#berekend || uit.some((deel, i) => deel !== this.#berekend?.uit[i])) this.#berekend = { uit, beeld: this.#rekenUit() };
    return this.#berekend.beeld;
  }

  #rekenUit(): Berekend {
    const { lijst, peildatum } = this.deel;
    const { minimum, beleid } = this.#o.beleid;
    const { registratieId, antwoorden } = this.#verzender;
    const bewaard = registratieId === null ? null : (this.gemeente.staat?.registratie ?? null);
    // An exception for this organisation alone does not stand in the policy that everyone can read.
    const gesloten = this.gemeente.geslotenMaanden(beleid);
    const hier = beleid && { ...beleid, geslotenMaanden: gesloten };
    const opties = { beleid: hier, termijnen: this.gemeente.termijnen, peildatum, nu: this.#o.klok() };
    if (!lijst || lijst.aantalFouten > 0) {
      const oordeel: Oordeel = { soort: "fouten", fouten: lijst?.aantalFouten ?? 0, rijen: lijst?.rijenMetFout ?? 0 };
      return { maanden: maandenVan(bewaard, null, opties), voorbeeld: null, ervoor: 0, kanEerderBeginnen: false, oordeel };
    }
    const geteld = tel({ lijst, peildatum, minimum, inzendingId: "", bewaard: antwoorden.nieuweRegistratie ? null : bewaard, gesloten }, antwoorden);
    const { ervoor } = telBereik(lijst, { peildatum, vanaf: geteld.vanaf });
    return {
      maanden: maandenVan(bewaard, geteld, opties),
      voorbeeld: this.#klaarzetter.zetKlaar(geteld),
      ervoor,
      kanEerderBeginnen: ervoor > 0 && bewaard !== null && telBereik(lijst, { peildatum }).vanaf < geteld.vanaf,
      oordeel: this.#oordeelVan(geteld, bewaard, registratieId),
    };
  }

  #oordeelVan(geteld: Registratie, bewaard: Registratie | null, registratieId: string | null): Oordeel {
    if (!this.gemeente.isBekend(registratieId)) return { soort: registratieId === null ? "klaar" : "niet-vergeleken" };
    return { soort: bewaard && inhoudVan(bewaard) === inhoudVan(geteld) ? "alles-verzonden" : "klaar" };
  }
}
