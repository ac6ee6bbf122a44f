import type { Bron } from "../../../meldcode/koppeling/celblad";
import { type Keuzeveld, type Koppeling, Koppelingfout, type Koppelingsbegin } from "../../../meldcode/koppeling/koppeling";
import { type Gekoppeld, pasKoppelingToe } from "../../../meldcode/koppeling/toepassen";
import { leesKolommen } from "../../../meldcode/koppeling/voorstel/kolommen";
import { stelKoppelingVoor, type Voorkennis, type Voorstel } from "../../../meldcode/koppeling/voorstel/voorstel";
import { rondAf } from "../../../meldcode/koppeling/voorstel/vragen";
import type { Veld } from "../../../meldcode/veld";
import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "../../../meldcode/vraagstelling";
import { leesvelden } from "../../../workbook/leesvelden";
import { type Afspraak, afsprakenVan, zonderAfspraak } from "./afspraken";
import { leesKoppelingUit } from "./bestand";
import { type Bladkeuze, type Plekken, bladkeuzes, metBereiken, verborgenLijsten } from "./bladen";
import { metKolommen, metWoord } from "./keuzes";
import { type Antwoord, type Koppelvraag, herstelKoppen, nieuweFilterwoorden, sleutelVan, verwerk } from "./vragen";
import { alsWerkboekfout } from "../werkmap";

export interface Kolomkeuze {
  readonly kop: string;
  readonly kolom: string;
}

/** What the screen shows, one immutable value at a time. */
export type Koppelbeeld =
  | { readonly stap: "lezen" }
  /** The workbook could not be read, or nothing in it looks like a list: then it can be pointed at. */
  | { readonly stap: "fout"; readonly melding: string; readonly waarom: "niet-gelezen" | "geen-lijst" | "leeg" }
  | { readonly stap: "aanwijzen"; readonly bron: Bron; readonly plekken: Plekken; readonly melding: string | null }
  | Voorstelbeeld;

export interface Voorstelbeeld {
  readonly stap: "voorstel";
  readonly voorstel: Voorstel;
  /** How sure the columns were before anyone chose. */
  readonly eerste: Voorstel;
  /** In a fixed order; an answered one stays, with its answer. */
  readonly vragen: readonly Koppelvraag[];
  readonly open: number;
  readonly bladen: readonly Bladkeuze[];
  /** What the municipality asks. */
  readonly velden: readonly Veld[];
  /** Every column of the list. */
  readonly kolommen: readonly Kolomkeuze[];
  /** What is decided beside columns and words, and not by a question above. */
  readonly afspraken: readonly Afspraak[];
  /** What the list comes to; null while something is open. */
  readonly uitslag: Pick<Gekoppeld, "weggelaten" | "samengevoegd"> & { readonly zaken: number } | null;
  readonly bezig: boolean;
  /** Why the last thing did not work; what was chosen stands. */
  readonly melding: string | null;
}

export interface Koppelopties {
  readonly leesBron: () => Promise<Bron>;
  /** Writes the mapping in the workbook and reads the list through it. @throws Werkboekfout */
  readonly bewaar: (koppeling: Koppeling) => Promise<void>;
  /** The mapping of this list until now. */
  readonly eerder: Koppeling | null;
  /** What the municipality and the access say beside the cells. */
  readonly voorkennis: Omit<Voorkennis, "eerder">;
  /** It stands in the workbook. */
  readonly opKlaar: () => Promise<void>;
}

/**
 * Eigen lijst gebruiken: from the cells of the workbook, by way of a proposal and its questions, to a mapping that stands in the
 * workbook; nothing of the list itself is changed. Each answer and each choice makes a mapping that is a little more certain, from
 * which is proposed anew: so a choice for one column brings up the questions about its words, and no other.
 */
export class Koppelen {
  readonly #o: Koppelopties;
  readonly #luisteraars = new Set<() => void>();
  #beeld: Koppelbeeld = { stap: "lezen" };
  #bron: Bron | null = null;
  #verborgen: readonly Bladkeuze[] = [];
  #eerste: Voorstel | null = null;
  #voorstel: Voorstel | null = null;
  #vragen: readonly Koppelvraag[] = [];
  readonly #voorAntwoord = new Map<string, Koppelingsbegin>();
  #bezig = false;

  constructor(opties: Koppelopties) {
    this.#o = opties;
  }

  getSnapshot = (): Koppelbeeld => this.#beeld;

  subscribe = (luisteraar: () => void): (() => void) => {
    this.#luisteraars.add(luisteraar);
    return () => this.#luisteraars.delete(luisteraar);
  };

  /** Reads the workbook and proposes; also to try again. */
  async begin(): Promise<void> {
    this.#toon({ stap: "lezen" });
    try {
      this.#bron = await this.#o.leesBron();
    } catch (oorzaak) {
      return this.#toon({ stap: "fout", melding: zinVan(oorzaak), waarom: "niet-gelezen" });
    }
    this.#beginMet(this.#o.eerder);
  }

  /** The mapping of another workbook, last year's for example. */
  async neemOver(naam: string, bytes: Uint8Array): Promise<void> {
    const vorige = this.#beeld;
    this.#toon({ stap: "lezen" });
    try {
      this.#beginMet(await leesKoppelingUit(naam, bytes));
    } catch (oorzaak) {
      this.#toon(vorige.stap === "lezen" ? { stap: "fout", melding: zinVan(oorzaak), waarom: "geen-lijst" } : { ...vorige, melding: zinVan(oorzaak) });
    }
  }

  /** De lijst staat ergens anders. */
  wijsAan(): void {
    if (!this.#bron) return;
    this.#toon({ stap: "aanwijzen", bron: this.#bron, plekken: new Map(this.#voorstel?.koppeling.bereiken.map(({ blad, koprij }) => [blad, koprij])), melding: null });
  }

  /** The sheets that hold the list, and on each the row of the headers. */
  kiesPlekken(plekken: Plekken): void {
    if (!this.#bron) return;
    const bereiken = this.#bron.bladen.flatMap(({ blad }) => (plekken.has(blad) ? [{ blad, koprij: plekken.get(blad) ?? 1 }] : []));
    const vorige = { eerste: this.#eerste, vragen: this.#vragen };
    this.#eerste = null;
    this.#vragen = [];
    const bladen = this.#bron.bladen.flatMap(({ blad, zichtbaar }) => (zichtbaar ? [blad] : []));
    const melding = this.#stelVoor(metBereiken({ schema: "koppeling/1", bereiken, velden: {}, filters: [] }, bereiken, bladen));
    if (melding === null) return;
    this.#eerste = vorige.eerste;
    this.#vragen = vorige.vragen;
    this.#toon({ stap: "aanwijzen", bron: this.#bron, plekken, melding });
  }

  /** Out of pointing, back to what was proposed. */
  terug(): void {
    if (this.#voorstel) this.#publiceer(null);
    else void this.begin();
  }

  /** A sheet more or less; the last one stays. */
  kiesBlad(sleutel: string, erbij: boolean): void {
    if (this.#beeld.stap !== "voorstel") return;
    const bereiken = this.#beeld.bladen.flatMap((keuze) => ((keuze.sleutel === sleutel ? erbij : keuze.gekozen) ? [keuze.bereik] : []));
    const bladen = this.#beeld.bladen.flatMap(({ zichtbaar, bereik }) => (zichtbaar ? [bereik.blad] : []));
    if (bereiken.length > 0) this.#pasAan((koppeling) => metBereiken(koppeling, bereiken, bladen));
  }

  /** Which columns hold a field; none: the list does not have it. */
  kiesKolom(veld: Veld, kolommen: readonly Kolomkeuze[]): void {
    const vraag = this.#vragen.find((v) => v.soort === "kolom" && v.veld === veld && v.blad === undefined);
    if (vraag) return this.beantwoord(sleutelVan(vraag), kolommen[0]?.kolom ?? null);
    this.#pasAan((koppeling) => metKolommen(koppeling, veld, kolommen));
  }

  /** What a word in a column means. */
  kiesBetekenis(veld: Keuzeveld, kop: string, woord: string, betekenis: string): void {
    this.#pasAan((koppeling) => metWoord(koppeling, veld, kop, woord, betekenis));
  }

  /** Takes back what was decided, so that it is asked again where it matters. */
  herzie(afspraak: Afspraak): void {
    this.#pasAan((koppeling) => zonderAfspraak(koppeling, afspraak));
  }

  beantwoord(sleutel: string, antwoord: Antwoord): void {
    const vraag = this.#vragen.find((v) => sleutelVan(v) === sleutel);
    if (!vraag || !this.#voorstel) return;
    // A discriminated union cannot be spread with another answer and stay one; whether the answer fits, the engine says.
    const beantwoord = { ...vraag, antwoord } as Koppelvraag;
    const vorige = this.#vragen;
    this.#vragen = this.#vragen.map((v) => (v === vraag ? beantwoord : v));
    if (!this.#pasAan((koppeling) => verwerk(this.#voor(vraag, koppeling), beantwoord))) this.#vragen = vorige;
  }

  /** Deze lijst gebruiken. Does nothing while a question is open. */
  async gebruik(): Promise<void> {
    if (this.#bezig || !this.#voorstel || this.#open > 0) return;
    this.#bezig = true;
    this.#publiceer(null);
    let melding: string | null = null;
    try {
      await this.#o.bewaar(zonderKolom(rondAf(this.#voorstel.koppeling, []), this.#vraagstelling));
    } catch (oorzaak) {
      melding = zinVan(oorzaak);
    }
    this.#bezig = false;
    if (melding === null) await this.#o.opKlaar();
    else this.#publiceer(melding);
  }

  /** What an answer is put into. Of a question about one sheet it is the mapping as it was when it was first answered: what that answer did cannot be undone in part. */
  #voor(vraag: Koppelvraag, koppeling: Koppelingsbegin): Koppelingsbegin {
    if (vraag.soort !== "kolom" || vraag.blad === undefined) return koppeling;
    const eerste = this.#voorAntwoord.get(sleutelVan(vraag)) ?? koppeling;
    this.#voorAntwoord.set(sleutelVan(vraag), eerste);
    return eerste;
  }

  get #vraagstelling(): Vraagstelling {
    return this.#o.voorkennis.vraagstelling ?? STANDAARDVRAAGSTELLING;
  }

  get #open(): number {
    return this.#vragen.filter((vraag) => vraag.antwoord === undefined).length;
  }

  #beginMet(eerder: Koppelingsbegin | null): void {
    if (!this.#bron) return;
    const { koppeling, vragen } = eerder ? herstelKoppen(eerder, this.#bron, this.#vraagstelling) : { koppeling: null, vragen: [] };
    this.#verborgen = verborgenLijsten(this.#bron);
    this.#eerste = null;
    this.#voorstel = null;
    this.#vragen = vragen;
    let melding = this.#stelVoor(koppeling);
    // Where the column of the age is gone, the rest of an earlier mapping still helps.
    if (melding !== null && koppeling?.leeftijd) melding = this.#stelVoor({ ...koppeling, leeftijd: undefined });
    if (melding !== null && koppeling) melding = this.#stelVoor(null);
    if (melding !== null) this.#toon({ stap: "fout", melding, waarom: this.#bron.bladen.some(({ rijen }) => rijen.size > 0) ? "geen-lijst" : "leeg" });
  }

  /** Proposes anew with a choice of the user in it; false when it does not fit, and then nothing changed. */
  #pasAan(wijzig: (koppeling: Koppelingsbegin) => Koppelingsbegin): boolean {
    if (!this.#voorstel || this.#bezig) return false;
    let melding: string | null;
    try {
      melding = this.#stelVoor(wijzig(this.#voorstel.koppeling));
    } catch (oorzaak) {
      melding = zinVan(oorzaak);
    }
    if (melding !== null) this.#publiceer(melding);
    return melding === null;
  }

  /** null when it went well; else what is the matter, and what stood stands. */
  #stelVoor(eerder: Koppelingsbegin | null): string | null {
    if (!this.#bron) return null;
    try {
      this.#voorstel = stelKoppelingVoor(this.#bron, { ...this.#o.voorkennis, eerder });
    } catch (oorzaak) {
      if (oorzaak instanceof Koppelingfout) return oorzaak.message;
      throw oorzaak;
    }
    this.#eerste ??= this.#voorstel;
    const gesteld: readonly Koppelvraag[] = [...this.#voorstel.vragen, ...nieuweFilterwoorden(this.#voorstel.koppeling, this.#bron)];
    const sleutels = new Set(gesteld.map(sleutelVan));
    // Our own question about a new header stays until it is answered; of the engine's only what it still asks.
    const blijft = this.#vragen.filter((v) => !sleutels.has(sleutelVan(v)) && (v.antwoord !== undefined || v.soort === "naam"));
    const volgorde = this.#vragen.map(sleutelVan);
    const plek = (v: Koppelvraag): number => (volgorde.includes(sleutelVan(v)) ? volgorde.indexOf(sleutelVan(v)) : volgorde.length);
    this.#vragen = [...blijft, ...gesteld].toSorted((a, b) => plek(a) - plek(b));
    this.#publiceer(null);
    return null;
  }

  #publiceer(melding: string | null): void {
    if (!this.#voorstel || !this.#bron || !this.#eerste) return;
    const { koppeling } = this.#voorstel;
    const beantwoord = new Set(this.#vragen.map(sleutelVan));
    this.#toon({
      stap: "voorstel",
      voorstel: this.#voorstel,
      eerste: this.#eerste,
      vragen: this.#vragen,
      open: this.#open,
      bladen: bladkeuzes(this.#eerste, this.#verborgen, koppeling),
      velden: leesvelden(this.#vraagstelling),
      kolommen: leesKolommen(koppeling.bereiken, this.#bron).map(({ kop, kolom }) => ({ kop, kolom })),
      afspraken: afsprakenVan(koppeling).filter(({ sleutel }) => !beantwoord.has(sleutel)),
      uitslag: this.#open > 0 ? null : this.#telUit(koppeling, this.#bron),
      bezig: this.#bezig,
      melding,
    });
  }

  #telUit(koppeling: Koppelingsbegin, bron: Bron): Voorstelbeeld["uitslag"] {
    try {
      const { inhoud, weggelaten, samengevoegd } = pasKoppelingToe(rondAf(koppeling, []), bron, this.#vraagstelling);
      return { zaken: inhoud.startdatum?.length ?? 0, weggelaten, samengevoegd };
    } catch (oorzaak) {
      // The same sentence follows on Deze lijst gebruiken.
      if (oorzaak instanceof Koppelingfout) return null;
      throw oorzaak;
    }
  }

  #toon(beeld: Koppelbeeld): void {
    this.#beeld = beeld;
    for (const luisteraar of this.#luisteraars) luisteraar();
  }
}

/** What the municipality asks besides and was seen to stand in no column, is not asked again. */
function zonderKolom(koppeling: Koppeling, { extraIndicatoren }: Vraagstelling): Koppeling {
  const geen = extraIndicatoren.flatMap(({ indicator }) => (koppeling.velden[indicator] === undefined ? [[indicator, { kolommen: [] }]] : []));
  return { ...koppeling, velden: { ...koppeling.velden, ...Object.fromEntries(geen) } };
}

/** One Dutch sentence; what was not meant for the user is told without its own words, which may quote a cell. */
function zinVan(oorzaak: unknown): string {
  return oorzaak instanceof Koppelingfout ? oorzaak.message : alsWerkboekfout(oorzaak).message;
}
