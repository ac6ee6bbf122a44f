import type { Celrij } from "../../workbook/bestand/bestandWerkboek";
import type { Sessie } from "../sessie/sessie";
import { alsBlob, bewaarBestand, download, type Gekozen, type Losgelaten } from "./bestandstoegang";
import type { Geopend } from "./openen";
import { opPagina } from "./plek";
import { zonder } from "./teksten";

/** All that the page shows around the pane, one immutable value at a time. */
export interface Bladzijdebeeld {
  readonly bezig: string | null;
  readonly fout: { readonly titel: string; readonly tekst: string } | null;
  readonly open: Openbeeld | null;
  /** Another file was chosen while changes here are not saved. */
  readonly wachtend: string | null;
}

export interface Openbeeld {
  /** Another with every file that is opened. */
  readonly volgnummer: number;
  /** The file that was chosen. */
  readonly naam: string;
  /** The file as it is saved, when that is another one (a csv or .xls). */
  readonly wordt: string | null;
  readonly stand: "ongewijzigd" | "niet-bewaard" | "bewaard";
  readonly bewaart: boolean;
  /** What came of saving. */
  readonly melding: string | null;
  readonly kopieAanbieden: boolean;
  /** The row of a cell that the user asked to see. */
  readonly rij: Celrij | null;
  readonly sessie: Sessie;
}

interface Bestand extends Geopend {
  readonly stopLuisteren: () => void;
  gekozen: Gekozen;
  /** What is saved belongs in that file; of a csv or .xls it becomes another. */
  inZelfde: boolean;
}

/** The page without the add-in, without a screen: which file is open, whether it is saved, and what the user can do with it. */
export class Bladzijde {
  readonly #luisteraars = new Set<() => void>();
  #kies: () => void = () => undefined;
  #bestand: Bestand | null = null;
  #wachtend: Gekozen | null = null;
  #beeld: Bladzijdebeeld = { bezig: null, fout: null, open: null, wachtend: null };
  /** Of several files that are opened at once only the last counts. */
  #beurt = 0;

  getSnapshot = (): Bladzijdebeeld => this.#beeld;

  subscribe = (luisteraar: () => void): (() => void) => {
    this.#luisteraars.add(luisteraar);
    return () => this.#luisteraars.delete(luisteraar);
  };

  get isOpgeslagen(): boolean {
    return this.#bestand?.werkboek.isOpgeslagen ?? true;
  }

  /** How the page lets the user choose a file, for the screens that ask for it. */
  kiesMet(kies: () => void): void {
    this.#kies = kies;
  }

  async vang(belofte: Promise<Losgelaten>): Promise<void> {
    const losgelaten = await belofte;
    if (losgelaten.soort === "bestand") return this.kies(losgelaten.gekozen);
    const tekst = losgelaten.soort === "te-veel" ? zonder.fout.teVeel : losgelaten.soort === "map" ? zonder.fout.map : null;
    if (tekst) this.#zet({ fout: { titel: zonder.fout.titel("Dit"), tekst } });
  }

  async kies(gekozen: Gekozen): Promise<void> {
    if (this.isOpgeslagen) return this.#open(gekozen);
    this.#wachtend = gekozen;
    this.#zet({ wachtend: gekozen.bestand.name });
  }

  /** The answer to: what you changed here is not saved. */
  async verder(hoe: "eerst-bewaren" | "toch" | "blijf"): Promise<void> {
    const gekozen = this.#wachtend;
    if (hoe === "eerst-bewaren") {
      await this.bewaar();
      if (!this.isOpgeslagen) return;
    }
    this.#wachtend = null;
    this.#zet({ wachtend: null });
    if (gekozen && hoe !== "blijf") await this.#open(gekozen);
  }

  async bewaar(): Promise<void> {
    const bestand = this.#bestand;
    if (!bestand || this.#beeld.open?.bewaart) return;
    const { werkboek, gekozen } = bestand;
    const { bytes } = werkboek;
    this.#zetOpen({ bewaart: true, melding: null, kopieAanbieden: false });
    const bewaring = await bewaarBestand(werkboek.naam, bytes, gekozen, bestand.inZelfde);
    this.#zetOpen({ bewaart: false });
    const t = zonder.bestand;
    switch (bewaring.soort) {
      case "afgebroken":
        return;
      case "elders-gewijzigd":
        return this.#zetOpen({ melding: t.elders, kopieAanbieden: true });
      case "in-bestand":
        bestand.gekozen = bewaring.gekozen;
        bestand.inZelfde = true;
        return this.#isBewaard(bytes, t.inBestand);
      case "niet-in-bestand":
        return this.#isBewaard(bytes, t.nietInBestand);
      case "gedownload":
        return this.#isBewaard(bytes, t.gedownload(werkboek.naam));
    }
  }

  bewaarKopie(): void {
    if (!this.#bestand) return;
    const { naam, bytes } = this.#bestand.werkboek;
    download(naam, alsBlob(bytes));
    this.#zetOpen({ kopieAanbieden: false });
    this.#isBewaard(bytes, zonder.bestand.gedownload(naam));
  }

  /** Gives the user the ready-made workbook to begin with. `vast`: where the one for every municipality is. */
  async begin(vast: string): Promise<void> {
    const t = zonder.nogGeenLijst;
    this.#zet({ bezig: t.bezig, fout: null });
    try {
      const { haalKantEnKlaar } = await import("./kantenklaar");
      download(vast.slice(vast.lastIndexOf("/") + 1), await haalKantEnKlaar(location.origin, vast, (...verzoek) => fetch(...verzoek)));
      this.#zet({ bezig: null });
    } catch {
      this.#zet({ bezig: null, fout: t.mislukt });
    }
  }

  sluitRij(): void {
    this.#zetOpen({ rij: null });
  }

  /** The connection is back. */
  probeerOpnieuw(): void {
    void this.#bestand?.sessie.probeerOpnieuw();
  }

  /** The page comes back into view. */
  kijkWeer(): void {
    void this.#bestand?.sessie.kijkWeer();
  }

  async #open(gekozen: Gekozen): Promise<void> {
    const beurt = ++this.#beurt;
    const { name: naam } = gekozen.bestand;
    this.#zet({ bezig: zonder.openen(naam), fout: null });
    let geopend: Geopend;
    try {
      geopend = await this.#lees(gekozen.bestand);
    } catch (oorzaak) {
      if (beurt === this.#beurt) this.#zet({ bezig: null, fout: { titel: zonder.fout.titel(naam), tekst: foutzin(oorzaak) } });
      return;
    }
    if (beurt !== this.#beurt) return;
    await this.#sluit();
    const { sessie, werkboek } = geopend;
    this.#bestand = { ...geopend, gekozen, inZelfde: !werkboek.isOvergezet, stopLuisteren: sessie.subscribe(() => this.#noteerWatBewaardIs()) };
    const wordt = werkboek.isOvergezet ? werkboek.naam : null;
    this.#zet({ bezig: null, open: { volgnummer: beurt, naam, wordt, stand: "ongewijzigd", bewaart: false, melding: null, kopieAanbieden: false, rij: null, sessie } });
    await sessie.open();
  }

  async #lees(bestand: File): Promise<Geopend> {
    const { openBestand } = await import("./openen").catch((oorzaak: unknown) => {
      throw new Laadfout("openen", { cause: oorzaak });
    });
    const plek = opPagina({ kiesOpnieuw: () => this.#kies(), bewaar: () => void this.bewaar() });
    return openBestand(bestand, { plek, toonRij: (rij) => this.#zetOpen({ rij }), opVerandering: () => this.#zetStand() });
  }

  async #sluit(): Promise<void> {
    this.#bestand?.stopLuisteren();
    await this.#bestand?.sessie.stop();
    this.#bestand = null;
  }

  #isBewaard(bytes: Uint8Array, melding: string): void {
    this.#bestand?.werkboek.meldOpgeslagen(bytes);
    this.#zetOpen({ melding });
    this.#noteerWatBewaardIs();
  }

  /** Receipts that waited for the file to be saved are noted now. */
  #noteerWatBewaardIs(): void {
    const bestand = this.#bestand;
    const beeld = bestand?.sessie.getSnapshot();
    if (!bestand?.werkboek.isOpgeslagen || (beeld?.fase !== "lijst" && beeld?.fase !== "bestuur")) return;
    const deelnemers = beeld.fase === "lijst" ? [beeld] : beeld.scholen;
    if (deelnemers.some(({ verzending }) => verzending.soort === "ontvangen" && verzending.nietGenoteerd?.code === "niet-bewaard")) void bestand.sessie.noteerAlsnog();
  }

  #zetStand(): void {
    const { open } = this.#beeld;
    if (!open) return;
    const stand = this.isOpgeslagen ? "bewaard" : "niet-bewaard";
    this.#zetOpen({ stand, ...(stand === "niet-bewaard" && { melding: null }) });
  }

  #zetOpen(deel: Partial<Openbeeld>): void {
    if (this.#beeld.open) this.#zet({ open: { ...this.#beeld.open, ...deel } });
  }

  #zet(deel: Partial<Bladzijdebeeld>): void {
    this.#beeld = { ...this.#beeld, ...deel };
    for (const luisteraar of this.#luisteraars) luisteraar();
  }
}

/** The part of the page that reads files did not arrive. */
class Laadfout extends Error {
  override readonly name = "Laadfout";
}

/** Errors are told by their names: the reader of workbooks is loaded late, and is not to be asked for here. */
function foutzin(oorzaak: unknown): string {
  const { fout } = zonder;
  if (!(oorzaak instanceof Error)) return fout.onverwacht;
  switch (oorzaak.name) {
    case "Werkmapfout":
      return oorzaak.message;
    case "Laadfout":
      return fout.geenCode;
    case "NotFoundError":
    case "NotReadableError":
    case "NotAllowedError":
    case "SecurityError":
      return fout.onleesbaar;
    default:
      return fout.onverwacht;
  }
}
