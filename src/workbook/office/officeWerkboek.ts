import type { Bron } from "../../meldcode/koppeling/celblad";
import type { Koppeling } from "../../meldcode/koppeling/koppeling";
import type { Rij, Veld } from "../../meldcode/veld";
import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "../../meldcode/vraagstelling";
import { heetMeldcode } from "../tabelkeuze";
import { FOUTMELDINGEN } from "../teksten";
import { type Herstelling, type Lezing, type Lijstwijziging, type Plaats, type Verbinding, type Verzondenregel, type Werkboek, Werkboekfout, type Werkboekfoutcode } from "../werkboek";
import { nogGeldig, schrijf } from "./herstelling";
import type { Eigenlijst } from "./eigenlijstlezer";
import type { Uitgelezen } from "./lezing";
import { type Hint, Luisteraar } from "./luisteraar";
import { maakVerzonden, vulVerzondenAan } from "./ontvangst";
import { maakStuur, type Stuur } from "./sessie";
import { sprongNaar } from "./sprong";
import { Werkmaplezer } from "./werkmaplezer";
import { gewijzigdeRijen, metRijen, verschilMet } from "./wijziging";

export interface OfficeWerkboekopties {
  /** Milliseconds a sync may take. */
  readonly tijdslimiet?: number;
  /** Milliseconds in which changes are gathered before one read. */
  readonly wachttijd?: number;
  /** Milliseconds before a change is read again that came while the user was editing a cell. */
  readonly celwachttijd?: number;
}

/** Up to here a change re-reads the whole list, which also finds what events missed; above it only the rows the event names. */
const HEEL_HERLEZEN_TOT = 5_000;
const MEESTE_RIJEN_PER_HINT = 500;

/** The list in the workbook that is open in Excel. */
export function maakOfficeWerkboek({ tijdslimiet = 15_000, wachttijd = 150, celwachttijd = 2_000 }: OfficeWerkboekopties = {}): Werkboek {
  return new OfficeWerkboek(maakStuur(tijdslimiet), wachttijd, celwachttijd);
}

class OfficeWerkboek implements Werkboek {
  private readonly lezer: Werkmaplezer;
  private readonly luisteraars = new Set<(wijziging: Lijstwijziging) => void>();
  private luisteraar: Luisteraar | null = null;
  /** What was read last. null: nothing yet, or it may no longer be so. */
  private gelezen: Uitgelezen | null = null;
  /** What the pane was told last; changes are told as the difference with this. */
  private verteld: Uitgelezen | null = null;
  private vorige: Promise<unknown> = Promise.resolve();
  private vraagstelling = STANDAARDVRAAGSTELLING;

  constructor(
    private readonly stuur: Stuur,
    private readonly wachttijd: number,
    private readonly celwachttijd: number,
  ) {
    this.lezer = new Werkmaplezer(stuur);
  }

  vraag(vraagstelling: Vraagstelling): void {
    this.vraagstelling = vraagstelling;
    this.lezer.vraag(vraagstelling);
  }

  lees(): Promise<Lezing> {
    return this.beurt(async () => (this.verteld = await this.herlees(true)).lezing);
  }

  start(): Promise<Lezing> {
    return this.beurt(async () => {
      const gelezen = (this.verteld = await this.herlees(true));
      // A list Meldcode that misses a column is still the list: a second one beside it would never be read.
      const magBeginnen = gelezen.lezing.soort === "geen-lijst" || (gelezen.lezing.soort === "kolom-ontbreekt" && gelezen.tabel && !heetMeldcode(gelezen.tabel));
      if (magBeginnen) {
        const { beginLijst } = await import("./lijstmaker");
        await beginLijst(this.stuur, gelezen.stand, this.vraagstelling);
        this.verteld = await this.herlees(true);
      }
      return this.verteld.lezing;
    });
  }

  voegKolommenToe(velden: readonly Veld[]): Promise<Lezing> {
    return this.beurt(async () => {
      const { lezing, tabel, koppen, stand } = (this.verteld = await this.herlees(true));
      if (!tabel) throw fout("lijst-verdwenen");
      if (stand.bladen.some(({ id, beveiligd }) => id === tabel.bladId && beveiligd)) throw fout("beveiligd");
      const erbij = velden.filter((veld) => (lezing.soort === "kolom-ontbreekt" ? lezing.ontbreekt.includes(veld) : koppen[veld] === undefined));
      if (erbij.length > 0) {
        const { maakKolommenErbij } = await import("./kolommaker");
        this.gelezen = null;
        if (!(await maakKolommenErbij(this.stuur, tabel, stand, erbij, this.vraagstelling))) throw fout("lijst-verdwenen");
        this.verteld = await this.herlees(true);
      }
      return this.verteld.lezing;
    });
  }

  async luister(opWijziging: (wijziging: Lijstwijziging) => void): Promise<() => Promise<void>> {
    await this.beurt(async () => {
      this.luisteraar ??= await this.begonnenLuisteraar();
      this.luisteraars.add(opWijziging);
    });
    return async () => {
      this.luisteraars.delete(opWijziging);
      if (this.luisteraars.size > 0) return;
      const luisteraar = this.luisteraar;
      this.luisteraar = null;
      await luisteraar?.stop();
    };
  }

  private async begonnenLuisteraar(): Promise<Luisteraar> {
    const luisteraar = new Luisteraar(this.stuur, {
      wachttijd: this.wachttijd,
      celwachttijd: this.celwachttijd,
      telt: (hint) => this.telt(hint),
      verwerk: (hints) => this.beurt(() => this.verwerk(hints)),
    });
    try {
      await luisteraar.begin();
    } catch (oorzaak) {
      // Should Excel still register it after the time limit, then it stays silent.
      await luisteraar.stop();
      throw oorzaak;
    }
    return luisteraar;
  }

  async springNaar(plaats: Plaats): Promise<boolean> {
    const gelezen = this.gelezen ?? (await this.beurt(() => this.herlees(true)));
    const sprong = sprongNaar(plaats, gelezen);
    if (!sprong) return false;
    try {
      return await this.stuur(sprong, { wachtOpCel: true });
    } catch (fout) {
      // `select` throws when another workbook has the focus, or the sheet is hidden.
      if (fout instanceof Werkboekfout && (fout.code === "onbekend" || fout.code === "lijst-verdwenen")) return false;
      throw fout;
    }
  }

  herstel(herstellingen: readonly Herstelling[]): Promise<number> {
    return this.beurt(async () => {
      const { lezing, tabel, koppen, eigen } = await this.herlees(true);
      if (lezing.soort !== "lijst") throw fout("lijst-verdwenen");
      const { lijst } = lezing;
      if (lijst.beveiligd) throw fout("beveiligd");
      if (eigen) {
        const { nogGeldigInEigenLijst, schrijfInEigenLijst } = await import("./eigenherstelling");
        const geldig = nogGeldigInEigenLijst(herstellingen, lijst, eigen.bron);
        if (geldig.length > 0) await this.stuur(schrijfInEigenLijst(geldig), { wachtOpCel: true });
        return geldig.length;
      }
      if (!tabel) throw fout("lijst-verdwenen");
      const geldig = nogGeldig(herstellingen, lijst);
      if (geldig.length > 0) await this.stuur(schrijf(geldig, tabel.id, koppen), { wachtOpCel: true });
      return geldig.length;
    });
  }

  leesBron(): Promise<Bron> {
    return this.beurt(async () => {
      const { leesBron } = await import("./bronlezer");
      return leesBron(this.stuur);
    });
  }

  bewaarKoppeling(koppeling: Koppeling): Promise<Lezing> {
    return this.beurt(async () => {
      const [{ koppelingrijen }, { maakKoppelingblad, vervangKoppelingblad, vraagBezetting }] = await Promise.all([import("../koppelingblad"), import("./koppelingmaker")]);
      const rijen = koppelingrijen(koppeling, this.vraagstelling);
      const bewaar = async () => {
        const stand = await this.stuur(vraagBezetting, { wachtOpCel: true });
        this.gelezen = null;
        if (stand.koppeling && (await this.stuur(vervangKoppelingblad(rijen, stand.koppeling), { wachtOpCel: true }))) return;
        await this.stuur(maakKoppelingblad(rijen, stand.bladen), { wachtOpCel: true });
      };
      await metHerkansing(bewaar);
      this.verteld = await this.herlees(true);
      return this.verteld.lezing;
    });
  }

  voegToe(rijen: readonly Rij[]): Promise<void> {
    return this.beurt(async () => {
      if (rijen.length === 0) return;
      const gelezen = await this.herlees(true);
      const { lezing, tabel, plaats, koppen } = gelezen;
      if (lezing.soort !== "lijst" || !tabel || !plaats) throw fout("lijst-verdwenen");
      if (lezing.lijst.beveiligd) throw fout("beveiligd");
      const { voegRijenToe } = await import("./toevoegen");
      this.gelezen = null;
      const gelukt = await this.stuur(voegRijenToe(rijen, { tabel, plaats, koppen, inhoud: lezing.lijst.inhoud }), { wachtOpCel: true });
      if (!gelukt) throw fout("lijst-verdwenen");
    });
  }

  noteerOntvangst(regel: Verzondenregel, verbinding: Verbinding): Promise<string> {
    return this.beurt(() => metHerkansing(() => this.noteer(regel, verbinding)));
  }

  private async noteer(regel: Verzondenregel, verbinding: Verbinding): Promise<string> {
    let bekend = this.gelezen ?? (await this.herlees(true));
    // When an answer of Excel did not come in time, the row may stand there already.
    if (bekend.verzonden?.blad.kenmerken.includes(regel.kenmerk)) return bekend.verzonden.bladnaam;
    this.gelezen = null;
    if (bekend.verzonden) {
      const bladnaam = await this.stuur(vulVerzondenAan(regel, verbinding, bekend.verzonden), { wachtOpCel: true });
      if (bladnaam !== null) return bladnaam;
      bekend = await this.herlees(true);
      this.gelezen = null;
    }
    const bladen = bekend.stand.bladen.map((blad) => blad.naam);
    return this.stuur(maakVerzonden(regel, verbinding, bladen), { wachtOpCel: true });
  }

  /** One thing at a time: what is read or written never runs through a read. */
  private beurt<T>(doe: () => Promise<T>): Promise<T> {
    const mijn = this.vorige.then(doe, doe);
    this.vorige = mijn.catch(() => undefined);
    return mijn;
  }

  private async herlees(wachtOpCel: boolean): Promise<Uitgelezen> {
    this.gelezen = null;
    return (this.gelezen = await this.lezer.lees(wachtOpCel));
  }

  private telt(hint: Hint): boolean {
    if (!this.verteld) return true;
    // The list may go on there.
    if (this.verteld.eigen?.maaktNieuwBlad(hint)) return true;
    // The sheet that the mapping misses may be back.
    if (hint.soort === "blad-erbij") return this.verteld.lezing.soort === "koppeling-past-niet";
    return hint.bladId === null || this.verteld.bladIds.includes(hint.bladId);
  }

  private async verwerk(hints: readonly Hint[]): Promise<void> {
    let wijziging: Lijstwijziging | null;
    try {
      wijziging = await this.leesGewijzigd(hints);
    } catch (oorzaak) {
      if (!(oorzaak instanceof Werkboekfout) || oorzaak.code === "cel-in-bewerking") throw oorzaak;
      this.verteld = null;
      wijziging = { soort: "fout", fout: oorzaak };
    }
    if (wijziging) for (const roep of this.luisteraars) roep(wijziging);
  }

  private async leesGewijzigd(hints: readonly Hint[]): Promise<Lijstwijziging | null> {
    const was = this.verteld;
    if (was?.eigen) return this.leesGewijzigdeEigenLijst({ ...was, eigen: was.eigen }, hints);
    const deel = was && deelVan(was, hints);
    if (was?.lezing.soort === "lijst" && deel) {
      const inhoud = await this.lezer.lijst.leesRijen(was, deel.van, deel.aantal);
      if (inhoud) {
        const rijen = gewijzigdeRijen(was.lezing.lijst.inhoud, inhoud, deel.van);
        if (rijen.size === 0) return null;
        this.verteld = this.gelezen = { ...was, lezing: { ...was.lezing, lijst: metRijen(was.lezing.lijst, rijen) } };
        return { soort: "rijen", rijen };
      }
    }
    this.verteld = await this.herlees(false);
    return verschilMet(was?.lezing ?? null, this.verteld.lezing);
  }

  private async leesGewijzigdeEigenLijst(was: Uitgelezen & { readonly eigen: Eigenlijst }, hints: readonly Hint[]): Promise<Lijstwijziging | null> {
    const { bladrijenVan, raaktKoppen } = await import("./eigenhint");
    if (raaktKoppen(was, hints)) this.lezer.vergeetKolommen();
    const rijen = bladrijenVan(was, hints);
    const deel = rijen && (await this.lezer.leesEigenRijen(was, rijen));
    this.verteld = deel ? (this.gelezen = deel) : await this.herlees(false);
    return verschilMet(was.lezing, this.verteld.lezing);
  }
}

/** The few rows of a large list that the hints are about; null when all must be read. */
function deelVan({ lezing, plaats }: Uitgelezen, hints: readonly Hint[]): { van: number; aantal: number } | null {
  if (lezing.soort !== "lijst" || !plaats || plaats.rijen <= HEEL_HERLEZEN_TOT) return null;
  let van = Infinity;
  let tot = -Infinity;
  for (const hint of hints) {
    if (hint.soort !== "rijen") return null;
    van = Math.min(van, hint.van - 1 - plaats.eersteRij);
    tot = Math.max(tot, hint.tot - 1 - plaats.eersteRij);
  }
  return van >= 0 && tot < plaats.rijen && tot - van < MEESTE_RIJEN_PER_HINT ? { van, aantal: tot - van + 1 } : null;
}

/** Another pane may have made the sheet meanwhile: what was there is asked anew. */
async function metHerkansing<T>(doe: () => Promise<T>): Promise<T> {
  try {
    return await doe();
  } catch (oorzaak) {
    if (!(oorzaak instanceof Werkboekfout && oorzaak.code === "onbekend")) throw oorzaak;
    return doe();
  }
}

function fout(code: Werkboekfoutcode): Werkboekfout {
  return new Werkboekfout(code, FOUTMELDINGEN[code]);
}
