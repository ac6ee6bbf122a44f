import { type Formulier, eenvormig, inStelsel } from "../../meldcode/formulieren/formulier";
import { type Bestandsuitslag, type Bronbestand, Formulierlezer } from "../../meldcode/formulieren/formulierlezer";
import { maandUitTekst } from "../../meldcode/formulieren/maand";
import { veiligeNaam } from "../../meldcode/formulieren/namen";
import { type Samenvoeging, voegFormulierenSamen } from "../../meldcode/formulieren/samenvoegen";
import { ANDERE_ZAAK } from "../../meldcode/formulieren/zelfdezaak";
import { Koppelingfout } from "../../meldcode/koppeling/koppeling";
import type { Vraag } from "../../meldcode/koppeling/voorstel/vragen";
import { isBlanco } from "../../meldcode/lezen/tekst";
import type { Periode } from "../../meldcode/periode";
import { type Rij, BASISVELDEN } from "../../meldcode/veld";
import { type Bestandsbron, leesBron } from "../../workbook/bron";
import type { Lezing, Lijstinhoud, Werkboek } from "../../workbook/werkboek";
import { Werkmapfout } from "../../workbook/xlsx/werkmapfout";
import { sleutelVan } from "./koppelen/vragen";
import { alsWerkboekfout } from "./werkmap";

/** A file that the user chose. Its name can hold the name of a person, so it goes no further than reading the file. */
export interface Inleesbestand {
  readonly naam: string;
  lees(): Promise<Uint8Array>;
}

/** What became of one file. */
export interface Bestandsregel {
  /** In the order in which they were chosen, from 1. */
  readonly nummer: number;
  /** What may be told of its name. */
  readonly naam: string;
  readonly stand:
    | { readonly soort: "wacht" }
    | { readonly soort: "bezig" }
    /** Opened; waits for what is asked. */
    | { readonly soort: "geopend" }
    /** The reader's own sentence; null when what went wrong has none. */
    | { readonly soort: "onleesbaar"; readonly melding: string | null }
    /** The same content as another file. */
    | { readonly soort: "dubbel"; readonly van: number }
    | { readonly soort: "gelezen"; readonly maanden: readonly Periode[]; readonly zaken: number; readonly overgeslagen: number; readonly weggelaten: number; readonly namen: number }
    | Exclude<Bestandsuitslag, { soort: "gelezen" }>;
}

export type Inleesbeeld =
  | { readonly stap: "kiezen" }
  | { readonly stap: "lezen"; readonly bestanden: readonly Bestandsregel[] }
  /** What columns and words mean, asked once for all files. */
  | { readonly stap: "koppelen"; readonly bestanden: readonly Bestandsregel[]; readonly vragen: readonly Vraag[]; readonly open: number; readonly melding: string | null }
  | Overzichtsbeeld
  /** The registratie could not be read, or takes no rows. */
  | { readonly stap: "kan-niet"; readonly reden: "eigen-lijst" | "beveiligd" | "geen-plaats" } | { readonly stap: "kan-niet"; readonly reden: "werkboek"; readonly melding: string };

export interface Overzichtsbeeld {
  readonly stap: "overzicht";
  readonly bestanden: readonly Bestandsregel[];
  readonly samen: Samenvoeging;
  /** Questions without an answer: as long as there are any, nothing can be written. */
  readonly open: number;
  readonly bezig: boolean;
  /** Why nothing was written. */
  readonly melding: { readonly soort: "veranderd" } | { readonly soort: "werkboek"; readonly tekst: string } | null;
}

export interface Inleesopties {
  readonly werkboek: Pick<Werkboek, "lees" | "start" | "voegToe">;
  /** null: it is not asked. */
  readonly sisaLabel: string | null;
  /** The rows stand in the registratie. */
  readonly opKlaar: (zaken: number) => void;
}

/**
 * Oude formulieren inlezen: from files to rows in the registratie. Files are read one by one, in the browser; nothing is written
 * before the user agreed to what will be, and then in one undoable step.
 */
export class Inlezen {
  readonly #o: Inleesopties;
  readonly #luisteraars = new Set<() => void>();
  #beeld: Inleesbeeld = { stap: "kiezen" };
  #regels: Bestandsregel[] = [];
  /** The keys of the files that could be opened, by number. */
  #sleutels = new Map<number, string>();
  #lezer: Formulierlezer | null = null;
  #koppelantwoorden = new Map<string, Vraag["antwoord"]>();
  #lezing: Lezing | null = null;
  #antwoorden = new Map<string, string>();
  /** Goes up with every choice of files: what was under way for an earlier one is left. */
  #keuze = 0;

  constructor(opties: Inleesopties) {
    this.#o = opties;
  }

  getSnapshot = (): Inleesbeeld => this.#beeld;

  subscribe = (luisteraar: () => void): (() => void) => {
    this.#luisteraars.add(luisteraar);
    return () => this.#luisteraars.delete(luisteraar);
  };

  /** Other files, from the start. */
  opnieuw(): void {
    this.#keuze += 1;
    this.#toon({ stap: "kiezen" });
  }

  async kies(bestanden: readonly Inleesbestand[]): Promise<void> {
    if (bestanden.length === 0) return;
    const keuze = ++this.#keuze;
    this.#sleutels = new Map();
    const bronnen: Bronbestand[] = [];
    this.#koppelantwoorden = new Map();
    this.#antwoorden = new Map();
    this.#regels = bestanden.map(({ naam }, i) => ({ nummer: i + 1, naam: veiligeNaam(naam), stand: { soort: "wacht" } }));
    for (const [i, bestand] of bestanden.entries()) {
      this.#zet(i + 1, { soort: "bezig" });
      // So that each step of the way is seen.
      await new Promise((klaar) => setTimeout(klaar));
      const geopend = await this.#open(i + 1, bestand);
      if (keuze !== this.#keuze) return;
      if ("bron" in geopend) {
        bronnen.push(geopend);
        this.#sleutels.set(i + 1, geopend.sleutel);
      }
      this.#zet(i + 1, "bron" in geopend ? { soort: "geopend" } : geopend);
    }
    this.#lezer = new Formulierlezer(bronnen, this.#o.sisaLabel);
    await this.#leesVerder(keuze);
  }

  /** What columns and words mean; by the key of the question. */
  beantwoordKoppelvraag(sleutel: string, antwoord: Vraag["antwoord"]): void {
    this.#koppelantwoorden.set(sleutel, antwoord);
    this.#toonVragen(null);
  }

  /** Verder, when all of that is answered. */
  async verder(): Promise<void> {
    if (this.#beeld.stap !== "koppelen" || this.#beeld.open > 0) return;
    try {
      this.#lezer?.beantwoord(this.#beeld.vragen);
    } catch (oorzaak) {
      if (!(oorzaak instanceof Koppelingfout)) throw oorzaak;
      return this.#toonVragen(oorzaak.message);
    }
    this.#koppelantwoorden = new Map();
    await this.#leesVerder(this.#keuze);
  }

  /** Which rows are one case, and what is right when they differ; by the id of the question. */
  beantwoord(id: string, antwoord: string): void {
    this.#antwoorden.set(id, antwoord);
    this.#toonOverzicht(null);
  }

  /** One answer for all rows of which only one other could be the same case. */
  beantwoordAlle(zelfde: boolean): void {
    if (this.#beeld.stap !== "overzicht") return;
    for (const vraag of this.#beeld.samen.vragen) {
      if (vraag.soort !== "zelfde-zaak" || vraag.antwoord !== null || vraag.kandidaten.length !== 1) continue;
      this.#antwoorden.set(vraag.id, zelfde ? (vraag.kandidaten[0]?.zaak ?? ANDERE_ZAAK) : ANDERE_ZAAK);
    }
    this.#toonOverzicht(null);
  }

  /** The user agreed: reads the registratie once more, and adds the rows unless that makes another summary of it. */
  async voegToe(): Promise<void> {
    const { stap } = this.#beeld;
    if (stap !== "overzicht" || this.#beeld.open > 0 || this.#beeld.bezig) return;
    const { rijen } = this.#beeld.samen;
    this.#toon({ ...this.#beeld, bezig: true, melding: null });
    try {
      if (!(await this.#leesRegistratie())) return;
      const { open, rijen: nu } = this.#voegSamen();
      if (open > 0 || JSON.stringify(nu) !== JSON.stringify(rijen)) return this.#toonOverzicht({ soort: "veranderd" });
      const lezing = this.#lezing?.soort === "geen-lijst" ? await this.#o.werkboek.start() : this.#lezing;
      if (lezing?.soort !== "lijst") return this.#toon({ stap: "kan-niet", reden: "geen-plaats" });
      await this.#o.werkboek.voegToe(inStelsel(rijen, lezing.lijst.datumstelsel));
    } catch (oorzaak) {
      return this.#toonOverzicht({ soort: "werkboek", tekst: alsWerkboekfout(oorzaak).message });
    }
    this.#o.opKlaar(rijen.length);
  }

  async #open(nummer: number, bestand: Inleesbestand): Promise<Bronbestand | Bestandsregel["stand"]> {
    try {
      const bytes = await bestand.lees();
      const sleutel = await vingerafdruk(bytes);
      const eerste = [...this.#sleutels].find(([, eerder]) => eerder === sleutel);
      if (eerste) return { soort: "dubbel", van: eerste[0] };
      const bron = await leesBron(bestand.naam, bytes);
      return { sleutel, naam: `Bestand ${nummer}`, maandUitNaam: maandUitTekst(bestand.naam), bron: metGelezenBladen(bron), isNietBerekend: (plaats) => bron.isNietBerekend(plaats) };
    } catch (oorzaak) {
      return { soort: "onleesbaar", melding: oorzaak instanceof Werkmapfout ? oorzaak.message : null };
    }
  }

  async #leesVerder(keuze: number): Promise<void> {
    this.#noteerUitslagen();
    if (this.#lezer && this.#lezer.vragen.length > 0) return this.#toonVragen(null);
    try {
      if (!(await this.#leesRegistratie()) || keuze !== this.#keuze) return;
    } catch (oorzaak) {
      return this.#toon({ stap: "kan-niet", reden: "werkboek", melding: alsWerkboekfout(oorzaak).message });
    }
    this.#toonOverzicht(null);
  }

  #noteerUitslagen(): void {
    for (const [nummer, sleutel] of this.#sleutels) {
      const uitslag = this.#lezer?.uitslagen.get(sleutel);
      if (uitslag) this.#regels = this.#regels.map((regel) => (regel.nummer === nummer ? { ...regel, stand: standVan(uitslag) } : regel));
    }
  }

  /** Answers whether rows can be added to it; what stands in the way is shown. @throws Werkboekfout */
  async #leesRegistratie(): Promise<boolean> {
    this.#lezing = await this.#o.werkboek.lees();
    const reden = waaromNiet(this.#lezing);
    if (reden) this.#toon({ stap: "kan-niet", reden });
    return reden === null;
  }

  #voegSamen(): { samen: Samenvoeging; rijen: readonly Rij[]; open: number } {
    const formulieren = [...(this.#lezer?.uitslagen.values() ?? [])].flatMap((uitslag) => (uitslag.soort === "gelezen" ? uitslag.formulieren : []));
    const registratie = this.#lezing?.soort === "lijst" ? alsFormulier(this.#lezing.lijst) : null;
    const samen = voegFormulierenSamen(formulieren, registratie, this.#antwoorden);
    return { samen, rijen: samen.rijen, open: samen.vragen.filter(({ antwoord }) => antwoord === null).length };
  }

  #toonVragen(melding: string | null): void {
    const vragen = (this.#lezer?.vragen ?? []).map((vraag) => (this.#koppelantwoorden.has(sleutelVan(vraag)) ? metAntwoord(vraag, this.#koppelantwoorden.get(sleutelVan(vraag))) : vraag));
    this.#toon({ stap: "koppelen", bestanden: this.#regels, vragen, open: vragen.filter(({ antwoord }) => antwoord === undefined).length, melding });
  }

  #toonOverzicht(melding: Overzichtsbeeld["melding"]): void {
    const { samen, open } = this.#voegSamen();
    this.#toon({ stap: "overzicht", bestanden: this.#regels, samen, open, bezig: false, melding });
  }

  #zet(nummer: number, stand: Bestandsregel["stand"]): void {
    this.#regels = this.#regels.map((regel) => (regel.nummer === nummer ? { ...regel, stand } : regel));
    this.#toon({ stap: "lezen", bestanden: this.#regels });
  }

  #toon(beeld: Inleesbeeld): void {
    this.#beeld = beeld;
    for (const luisteraar of this.#luisteraars) luisteraar();
  }
}

/** What stands in the registratie, to compare with. */
function alsFormulier({ inhoud, plaats, datumstelsel }: Lijstinhoud): Formulier {
  const lengte = Math.max(0, ...BASISVELDEN.map((veld) => inhoud[veld]?.length ?? 0));
  const rijen = Array.from({ length: lengte }, (_, positie) => {
    // fromEntries forgets that every field is there.
    const waarden = Object.fromEntries(BASISVELDEN.map((veld) => [veld, inhoud[veld]?.[positie] ?? null])) as unknown as Rij;
    return { rij: plaats(positie, "startdatum").rij, waarden: eenvormig(waarden, datumstelsel) };
  });
  return { sleutel: "registratie", naam: "", maand: null, rijen: rijen.filter(({ waarden }) => BASISVELDEN.some((veld) => !isBlanco(waarden[veld]))) };
}

function waaromNiet(lezing: Lezing): "eigen-lijst" | "beveiligd" | "geen-plaats" | null {
  if (lezing.soort === "geen-lijst") return null;
  if (lezing.soort === "koppeling-past-niet") return "eigen-lijst";
  if (lezing.soort !== "lijst") return "geen-plaats";
  return lezing.lijst.gekoppeld ? "eigen-lijst" : lezing.lijst.beveiligd ? "beveiligd" : null;
}

function standVan(uitslag: Bestandsuitslag): Bestandsregel["stand"] {
  if (uitslag.soort !== "gelezen") return uitslag;
  const { formulieren, ...rest } = uitslag;
  return { ...rest, maanden: formulieren.flatMap(({ maand }) => maand ?? []), zaken: formulieren.reduce((som, { rijen }) => som + rijen.length, 0) };
}

/** An answer that does not belong to the question is refused when it is worked in. */
function metAntwoord(vraag: Vraag, antwoord: Vraag["antwoord"]): Vraag {
  return { ...vraag, antwoord } as Vraag;
}

/** A sheet is read when it is asked for, and may turn out to be damaged: better now, where it is told of this file. */
function metGelezenBladen(bron: Bestandsbron): Bestandsbron {
  return { ...bron, bladen: bron.bladen.map((blad) => ({ ...blad })) };
}

/** The same content is the same file, whatever it is called. */
async function vingerafdruk(bytes: Uint8Array): Promise<string> {
  // A view on any buffer will do for a digest; its type says it may be shared, which a file's never is.
  const som = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(som).subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
