import { type Datum, datumVan } from "../../meldcode/datum";
import type { Koppeling } from "../../meldcode/koppeling/koppeling";
import type { Nieuwblad } from "../../meldcode/koppeling/nieuwebladen";
import { canoniekeJson } from "../../meldcode/canoniek";
import type { Organisatie } from "../../meldcode/uitwisseling/activering";
import type { Veld } from "../../meldcode/veld";
import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "../../meldcode/vraagstelling";
import { VERZONDEN_BLAD } from "../../workbook/verzonden";
import type { Lezing, Lijstinhoud, Lijstwijziging, Verbinding, Verzondenregel, Werkboek } from "../../workbook/werkboek";
import { Werkboekfout } from "../../workbook/werkboek";
import { metBladen, zonderBlad } from "./nieuwebladen";
import { type Nieuwekolom, nieuweKolommen, ontbrekendeSisa } from "./nieuwekolommen";
import { Verdeling } from "./verdeling";

export type Werkmapstand =
  | { readonly soort: "ongelezen" }
  | { readonly soort: "fout"; readonly fout: Werkboekfout }
  | Exclude<Lezing, { soort: "lijst" }>
  /** The list was there since the pane was opened, and its table is gone. */
  | { readonly soort: "lijst-weg" }
  /** Its sheet Verzonden names an organisation that is none of ours: nothing goes before the user chose. */
  | { readonly soort: "andere-organisatie"; readonly organisatieId: string }
  /** Nothing says of which of our organisations the list is, or that it is of several. */
  | { readonly soort: "welke-organisatie" }
  | { readonly soort: "lijst"; readonly inhoud: Lijstinhoud; readonly verdeling: Verdeling };

/** The open workbook: the list as it was read last, checked, and what its sheet Verzonden says. */
export class Werkmap {
  stand: Werkmapstand = { soort: "ongelezen" };
  /** Reading failed after the list was read before: the last known state stands. */
  storing: Werkboekfout | null = null;
  /** Goes up with everything that is read. */
  versie = 0;
  /** The sheet on which the last receipt was written. */
  verzondenblad: string = VERZONDEN_BLAD;
  readonly #werkboek: Werkboek;
  readonly #klok: () => Date;
  readonly #opWijziging: () => void;
  #organisaties: readonly Organisatie[] = [];
  #vraagstelling = STANDAARDVRAAGSTELLING;
  /** By which the list was read last; null: not yet. */
  #gelezenMet: Vraagstelling | null = null;
  #peildatum: Datum;
  #verbindingen: readonly Verbinding[] = [];
  #losgemaakt = false;
  #gekozen: string | null = null;
  #lijstGezien = false;
  #kenmerken: string[] = [];
  #stopLuisteren: (() => Promise<void>) | null = null;

  constructor(werkboek: Werkboek, klok: () => Date, opWijziging: () => void) {
    this.#werkboek = werkboek;
    this.#klok = klok;
    this.#opWijziging = opWijziging;
    this.#peildatum = datumVan(klok());
  }

  get peildatum(): Datum {
    return this.#peildatum;
  }

  /** null: there is no list, or it is not known whose it is. */
  get verdeling(): Verdeling | null {
    return this.stand.soort === "lijst" ? this.stand.verdeling : null;
  }

  /** The registratie that the sheet Verzonden names for an organisation. */
  registratieOpBlad(organisatieId: string): string | null {
    return this.#verbindingen.findLast((verbinding) => verbinding.organisatieId === organisatieId)?.registratieId ?? null;
  }

  heeftKenmerk(kenmerk: string): boolean {
    return this.#kenmerken.includes(kenmerk);
  }

  /** What the sheet Verzonden says is of another organisation: this workbook is ours all the same. */
  maakLos(): void {
    this.#losgemaakt = true;
  }

  /** The whole list is of this one of our organisations. */
  kies(organisatieId: string): void {
    this.#gekozen = organisatieId;
  }

  /** What the municipality asks: the next reading is by it. */
  vraag(vraagstelling: Vraagstelling): void {
    if (canoniekeJson(vraagstelling) === canoniekeJson(this.#vraagstelling)) return;
    this.#vraagstelling = vraagstelling;
    this.#werkboek.vraag(vraagstelling);
  }

  /** It was read before the municipality asked what it asks now. */
  get isVerouderd(): boolean {
    return this.#gelezenMet !== null && this.#gelezenMet !== this.#vraagstelling;
  }

  /** What the municipality asks besides, and the list has no column for. */
  get nieuweKolommen(): readonly Nieuwekolom[] {
    return this.stand.soort === "lijst" ? nieuweKolommen(this.stand.inhoud, this.#vraagstelling) : [];
  }

  /** What the SISA column is called that the mapping of an own list does not know. */
  get ontbrekendeSisa(): string | null {
    return this.stand.soort === "lijst" ? ontbrekendeSisa(this.stand.inhoud, this.#vraagstelling) : null;
  }

  async voegKolommenToe(velden: readonly Veld[]): Promise<void> {
    await this.#neem(() => this.#werkboek.voegKolommenToe(velden));
    await this.#luister();
  }

  /** Reads everything again and checks it. After a first reading, failing leaves what was known and throws the Werkboekfout. */
  async lees(organisaties: readonly Organisatie[]): Promise<void> {
    this.#organisaties = organisaties;
    await this.#neem(() => this.#werkboek.lees());
    await this.#luister();
  }

  async start(): Promise<void> {
    await this.#neem(() => this.#werkboek.start());
    await this.#luister();
  }

  /** From now on the list is read through this mapping. */
  async bewaarKoppeling(koppeling: Koppeling): Promise<void> {
    await this.#neem(() => this.#werkboek.bewaarKoppeling(koppeling));
    await this.#luister();
  }

  /** Sheets that may be part of the own list. */
  get nieuweBladen(): readonly Nieuwblad[] {
    return (this.stand.soort === "lijst" && this.stand.inhoud.gekoppeld?.nieuweBladen) || [];
  }

  /** Of new sheets, those of these names are part of the list from now on. */
  async neemMee(namen: readonly string[]): Promise<void> {
    const mee = this.nieuweBladen.filter(({ bereik, past }) => past && namen.includes(bereik.blad));
    if (mee.length > 0) await this.#wijzigKoppeling((koppeling) => metBladen(koppeling, mee));
  }

  /** This new sheet is no part of the list. */
  async laatBuiten(blad: Nieuwblad): Promise<void> {
    await this.#wijzigKoppeling((koppeling) => zonderBlad(koppeling, blad));
  }

  async #wijzigKoppeling(wijzig: (koppeling: Koppeling) => Koppeling): Promise<void> {
    const gekoppeld = this.stand.soort === "lijst" ? this.stand.inhoud.gekoppeld : null;
    if (gekoppeld) await this.bewaarKoppeling(wijzig(gekoppeld.koppeling));
  }

  async #neem(haal: () => Promise<Lezing>): Promise<void> {
    const gevraagd = this.#vraagstelling;
    try {
      const lezing = await haal();
      this.#gelezenMet = gevraagd;
      this.#verwerk(lezing);
    } catch (oorzaak) {
      const fout = alsWerkboekfout(oorzaak);
      if (this.stand.soort === "lijst") this.storing = fout;
      else this.stand = { soort: "fout", fout };
      throw fout;
    }
  }

  #verwerk(lezing: Lezing): void {
    this.versie += 1;
    this.storing = null;
    this.#peildatum = datumVan(this.#klok());
    if (lezing.soort !== "lijst") {
      this.stand = lezing.soort === "geen-lijst" && this.#lijstGezien ? { soort: "lijst-weg" } : lezing;
      return;
    }
    const { lijst: inhoud, verzonden } = lezing;
    this.#lijstGezien = true;
    this.#verbindingen = verzonden?.verbindingen ?? [];
    this.#kenmerken = [...(verzonden?.kenmerken ?? [])];
    this.stand = this.#verdeel(inhoud);
  }

  /** A list whose mapping names the organisations is of those; any other is of one. */
  #verdeel(inhoud: Lijstinhoud): Werkmapstand {
    const opties = { peildatum: this.#peildatum, vraagstelling: this.#gelezenMet ?? this.#vraagstelling };
    const organisaties = inhoud.gekoppeld?.organisaties;
    if (organisaties) return { soort: "lijst", inhoud, verdeling: Verdeling.perOrganisatie(this.#organisaties, organisaties, inhoud, opties) };
    const opBlad = this.#losgemaakt ? undefined : this.#verbindingen.at(-1)?.organisatieId;
    const [enige, ...andere] = this.#organisaties;
    const van = this.#gekozen ?? opBlad ?? (andere.length === 0 ? enige?.organisatieId : undefined);
    if (van === undefined) return { soort: "welke-organisatie" };
    const organisatie = this.#organisaties.find(({ organisatieId }) => organisatieId === van);
    return organisatie ? { soort: "lijst", inhoud, verdeling: Verdeling.geheel(organisatie, inhoud, opties) } : { soort: "andere-organisatie", organisatieId: van };
  }

  async #luister(): Promise<void> {
    if (this.#stopLuisteren) return;
    try {
      this.#stopLuisteren = await this.#werkboek.luister((wijziging) => this.#hoor(wijziging));
    } catch (oorzaak) {
      // Without events the list is still read again before sending; the user is told.
      this.storing = alsWerkboekfout(oorzaak);
    }
  }

  #hoor(wijziging: Lijstwijziging): void {
    if (wijziging.soort === "fout") this.storing = wijziging.fout;
    else if (wijziging.soort === "alles") this.#verwerk(wijziging.lezing);
    else if (this.stand.soort === "lijst") {
      this.storing = null;
      this.versie += 1;
      for (const [positie, rij] of wijziging.rijen) this.stand.verdeling.wijzig(positie, rij);
    }
    this.#opWijziging();
  }

  /** A new day may have begun since the list was checked. */
  isPeildatumVerlopen(): boolean {
    return datumVan(this.#klok()) !== this.#peildatum;
  }

  async noteer(regel: Verzondenregel, verbinding: Verbinding): Promise<void> {
    try {
      this.verzondenblad = await this.#werkboek.noteerOntvangst(regel, verbinding);
    } catch (oorzaak) {
      throw alsWerkboekfout(oorzaak);
    }
    this.#verbindingen = [...this.#verbindingen, verbinding];
    this.#kenmerken.push(regel.kenmerk);
  }

  async stop(): Promise<void> {
    await this.#stopLuisteren?.();
    this.#stopLuisteren = null;
  }
}

/** The port promises a Werkboekfout; anything else is told as such too, without its own words, which may quote a cell. */
export function alsWerkboekfout(oorzaak: unknown): Werkboekfout {
  if (oorzaak instanceof Werkboekfout) return oorzaak;
  return new Werkboekfout("onbekend", "Er ging iets mis. Uw werkmap is niet veranderd. Probeer het opnieuw.", { cause: oorzaak });
}
