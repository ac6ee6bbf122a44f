import { type Datum, datumVan } from "../../meldcode/datum";
import type { Koppeling } from "../../meldcode/koppeling/koppeling";
import { Lijst } from "../../meldcode/lijst";
import type { Sector } from "../../meldcode/sector";
import { VERZONDEN_BLAD } from "../../workbook/verzonden";
import type { Lezing, Lijstinhoud, Lijstwijziging, Verbinding, Verzondenregel, Werkboek } from "../../workbook/werkboek";
import { Werkboekfout } from "../../workbook/werkboek";

export type Werkmapstand =
  | { readonly soort: "ongelezen" }
  | { readonly soort: "fout"; readonly fout: Werkboekfout }
  | Exclude<Lezing, { soort: "lijst" }>
  /** The list was there since the pane was opened, and its table is gone. */
  | { readonly soort: "lijst-weg" }
  | { readonly soort: "lijst"; readonly inhoud: Lijstinhoud; readonly lijst: Lijst };

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
  #sector: Sector | undefined;
  #peildatum: Datum;
  #opBlad: Verbinding | null = null;
  #verbonden: Verbinding | null = null;
  #losgemaakt = false;
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

  /** Which registratie this workbook is: as just agreed, else as its sheet says. */
  get verbinding(): Verbinding | null {
    return this.#verbonden ?? (this.#losgemaakt ? null : this.#opBlad);
  }

  /** The registratie that the sheet Verzonden names: found again without storage. */
  get opBlad(): string | null {
    return this.#opBlad?.registratieId ?? null;
  }

  heeftKenmerk(kenmerk: string): boolean {
    return this.#kenmerken.includes(kenmerk);
  }

  verbind(verbinding: Verbinding): void {
    this.#verbonden = verbinding;
  }

  /** What the sheet Verzonden says is of another organisation: this workbook starts anew. */
  maakLos(): void {
    this.#losgemaakt = true;
    this.#verbonden = null;
  }

  /** Reads everything again and checks it. After a first reading, failing leaves what was known and throws the Werkboekfout. */
  async lees(sector: Sector): Promise<void> {
    this.#sector = sector;
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

  async #neem(haal: () => Promise<Lezing>): Promise<void> {
    try {
      this.#verwerk(await haal());
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
    const lijst = new Lijst(inhoud.inhoud, { peildatum: this.#peildatum, datumstelsel: inhoud.datumstelsel, sector: this.#sector });
    this.stand = { soort: "lijst", inhoud, lijst };
    this.#lijstGezien = true;
    this.#opBlad = verzonden?.verbinding ?? null;
    this.#kenmerken = [...(verzonden?.kenmerken ?? [])];
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
      for (const [positie, rij] of wijziging.rijen) this.stand.lijst.wijzig(positie, rij);
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
    this.#opBlad = verbinding;
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
