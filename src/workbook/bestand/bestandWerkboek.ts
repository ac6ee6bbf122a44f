import type { Datumstelsel } from "../../meldcode/datum";
import type { Bron, Celplaats } from "../../meldcode/koppeling/celblad";
import type { Koppeling } from "../../meldcode/koppeling/koppeling";
import { type Cel, type Rij, type Veld, VELDEN } from "../../meldcode/veld";
import { kopVan, STANDAARDVRAAGSTELLING, type Vraagstelling } from "../../meldcode/vraagstelling";
import { leesBron } from "../bron";
import { registratieBegin } from "../kantenklaar/registratie";
import { koppelingrijen } from "../koppelingblad";
import { leesvelden, veldenIn } from "../leesvelden";
import { DATUMNOTATIE, LIJSTNAAM } from "../lijstontwerp";
import { inEigenKoppen, ontbrekendeKoppen, ontvangstrij, VERZONDEN_TABEL } from "../verzonden";
import { celadres, type Herstelling, type Lezing, type Plaats, type Verbinding, type Verzondenblad, type Verzondenregel, type Werkboek, Werkboekfout } from "../werkboek";
import { bewaarWerkmap, type Wijziging } from "../xlsx/bewaren";
import { openWerkmap, type Werkmap, Werkmapfout } from "../xlsx/werkmap";
import { wisUitkomsten } from "./afhankelijk";
import { type Eigenblad, eersteGevulde, KOPPELING, maakEigenblad, tabelkoppen, tabelrijen, type Tekstrijen, VERZONDEN, vindTabel, vulTabel } from "./eigenblad";
import { kolommenErbij } from "./kolommen";
import { isIngevuld, leesEigenBron, leesLijst, leesVerzondenblad, type Uitgelezen } from "./lezing";
import { zetOver } from "./overzetten";
import { BESTANDSTEKSTEN } from "./teksten";

/** The list in a file that lies on the user's computer. Nothing changes by itself; what we change is kept here until it is saved. */
export interface Bestandwerkboek extends Werkboek {
  /** As it is saved: a csv or .xls becomes an .xlsx. */
  readonly naam: string;
  readonly isOvergezet: boolean;
  /** The whole file as it is now. */
  readonly bytes: Uint8Array;
  /** Nothing of ours is lost when it is not saved. */
  readonly isOpgeslagen: boolean;
  /** These bytes stand on the user's computer now. */
  meldOpgeslagen(bytes: Uint8Array): void;
}

export interface Bestandopties {
  /** Shows what stands in the row of a cell; without it nothing can be jumped to. */
  readonly toonRij?: (rij: Celrij) => void;
  /** Something was written, or saved. */
  readonly opVerandering?: () => void;
}

/** The row of a cell with what was read there. */
export interface Celrij {
  readonly plaats: Celplaats;
  readonly veld: Veld;
  /** What is read of a row, each with its header as the municipality calls it. */
  readonly velden: readonly { readonly veld: Veld; readonly kop: string }[];
  readonly waarden: Rij;
  readonly datumstelsel: Datumstelsel;
}

/** @throws Werkmapfout with one clear Dutch sentence for a file that cannot be read. Macros are never run. */
export async function maakBestandWerkboek(naam: string, bytes: Uint8Array, opties: Bestandopties = {}): Promise<Bestandwerkboek> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const inhoud = isZip ? bytes : zetOver(await leesBron(naam, bytes));
  const werkboek = new BestandWerkboek(isZip ? naam : naam.replace(/(\.[^.]*)?$/, ".xlsx"), !isZip, inhoud, opties);
  // Sheets are read when asked for: a damaged one is to be told now, not halfway.
  await werkboek.lees().catch((fout: unknown) => {
    if (fout instanceof Werkboekfout && fout.cause instanceof Werkmapfout) throw fout.cause;
  });
  return werkboek;
}

class BestandWerkboek implements Bestandwerkboek {
  private werkmap: Werkmap;
  private opgeslagen: Uint8Array;
  /** As the file on the user's computer has it: a receipt that is not saved is not noted yet. */
  private verzonden: Verzondenblad | null;
  private gelezen: Uitgelezen | null = null;
  private vraagstelling = STANDAARDVRAAGSTELLING;

  constructor(
    readonly naam: string,
    readonly isOvergezet: boolean,
    public bytes: Uint8Array,
    private readonly opties: Bestandopties,
  ) {
    this.opgeslagen = bytes;
    this.werkmap = openWerkmap(bytes);
    this.verzonden = null;
    this.leesVerzonden();
  }

  get isOpgeslagen(): boolean {
    return this.bytes === this.opgeslagen;
  }

  meldOpgeslagen(bytes: Uint8Array): void {
    this.opgeslagen = bytes;
    if (this.isOpgeslagen) this.leesVerzonden();
    this.opties.opVerandering?.();
  }

  vraag(vraagstelling: Vraagstelling): void {
    this.vraagstelling = vraagstelling;
    this.gelezen = null;
  }

  async lees(): Promise<Lezing> {
    return metWerkboekfout(() => this.herlees().lezing);
  }

  async start(): Promise<Lezing> {
    return metWerkboekfout(() => {
      const { lezing } = this.herlees();
      // A list Meldcode that misses a column is still the list: a second one beside it would never be read.
      const magBeginnen = lezing.soort === "geen-lijst" || (lezing.soort === "kolom-ontbreekt" && lezing.tabel.toLowerCase() !== LIJSTNAAM.toLowerCase());
      if (magBeginnen) this.schrijf(registratieBegin(this.werkmap, this.vraagstelling));
      return this.herlees().lezing;
    });
  }

  async voegKolommenToe(velden: readonly Veld[]): Promise<Lezing> {
    return metWerkboekfout(() => {
      const { vondst } = this.herlees();
      if (!vondst) throw new Werkboekfout("lijst-verdwenen", BESTANDSTEKSTEN.geenLijst);
      if (this.werkmap.leesBlad(vondst.blad).beveiligd) throw new Werkboekfout("beveiligd", BESTANDSTEKSTEN.beveiligd);
      this.schrijf(kolommenErbij(this.werkmap, vondst, velden.filter((veld) => !vondst.kolommen[veld]), this.vraagstelling));
      return this.herlees().lezing;
    });
  }

  async leesBron(): Promise<Bron> {
    return metWerkboekfout(() => leesEigenBron(this.werkmap));
  }

  async bewaarKoppeling(koppeling: Koppeling): Promise<Lezing> {
    return metWerkboekfout(() => {
      this.zetEigenblad(KOPPELING, koppelingrijen(koppeling, this.vraagstelling));
      return this.herlees().lezing;
    });
  }

  async luister(): Promise<() => Promise<void>> {
    return async () => undefined;
  }

  async springNaar({ rij, veld }: Plaats): Promise<boolean> {
    const { lezing } = this.herlees();
    if (!this.opties.toonRij || lezing.soort !== "lijst") return false;
    const { inhoud } = lezing.lijst;
    // fromEntries forgets that these are the fields that are read.
    const waarden = Object.fromEntries(veldenIn(inhoud).map((v): [Veld, Cel] => [v, inhoud[v]?.[rij] ?? null])) as Rij;
    const velden = leesvelden(this.vraagstelling).map((v) => ({ veld: v, kop: kopVan(v, this.vraagstelling) }));
    this.opties.toonRij({ plaats: lezing.lijst.plaats(rij, veld), veld, velden, waarden, datumstelsel: lezing.lijst.datumstelsel });
    return true;
  }

  async herstel(herstellingen: readonly Herstelling[]): Promise<number> {
    return metWerkboekfout(() => {
      const { lezing } = this.herlees();
      if (lezing.soort !== "lijst") return 0;
      const { lijst } = lezing;
      if (lijst.beveiligd) throw new Werkboekfout("beveiligd", BESTANDSTEKSTEN.beveiligd);
      const wijzigingen = herstellingen.flatMap(({ rij, veld, was, waarde, isDatum }): Wijziging[] => {
        if (rij >= (lijst.inhoud.startdatum?.length ?? 0)) return [];
        const plaats = lijst.plaats(rij, veld);
        // Of a field that was worked out of other columns the cell holds something else than was read.
        if (leegIsLeeg(this.cel(plaats)) !== leegIsLeeg(was)) return [];
        return [{ soort: "cel", ...plaats, waarde, ...(isDatum && { opmaak: { getalnotatie: DATUMNOTATIE } }) }];
      });
      this.schrijfCellen(wijzigingen);
      return wijzigingen.length;
    });
  }

  async voegToe(rijen: readonly Rij[]): Promise<void> {
    return metWerkboekfout(() => {
      const { vondst } = this.herlees();
      if (!vondst) throw new Werkboekfout("lijst-verdwenen", BESTANDSTEKSTEN.geenLijst);
      const { blad, kolommen } = vondst;
      if (this.werkmap.leesBlad(blad).beveiligd) throw new Werkboekfout("beveiligd", BESTANDSTEKSTEN.beveiligd);
      let laatste = vondst.laatsteRij;
      while (laatste >= vondst.eersteRij && !isIngevuld(this.werkmap, vondst, laatste, VELDEN)) laatste--;
      const eerste = laatste + 1;
      const nummers = Object.values(kolommen).map(({ kolom }) => kolom);
      const totRij = laatste + rijen.length;
      const tabel = vondst.tabel === null ? null : vindTabel(this.werkmap, vondst.tabel);
      const bezet =
        eersteGevulde(this.werkmap, blad, { vanRij: eerste, totRij, vanKolom: Math.min(...nummers), totKolom: Math.max(...nummers) }) ??
        (tabel && tabel.bereik.totRij < totRij ? eersteGevulde(this.werkmap, blad, { ...tabel.bereik, vanRij: tabel.bereik.totRij + 1 - tabel.totaalrijen, totRij }) : null);
      if (bezet) throw new Werkboekfout("onbekend", BESTANDSTEKSTEN.geenRuimte(celadres(bezet.kolom, bezet.rij)));
      this.schrijfCellen([
        ...rijen.flatMap((waarden, r) =>
          VELDEN.flatMap((veld): Wijziging[] => {
            const kolom = kolommen[veld]?.kolom;
            const waarde = waarden[veld] ?? null;
            if (kolom === undefined || waarde === null) return [];
            return [{ soort: "cel", blad, rij: eerste + r, kolom, waarde, ...((veld === "startdatum" || veld === "einddatum") && typeof waarde === "number" && { opmaak: { getalnotatie: DATUMNOTATIE } }) }];
          }),
        ),
        ...(tabel && tabel.bereik.totRij < totRij ? [{ soort: "tabel-wijzigen", naam: tabel.naam, bereik: { ...tabel.bereik, totRij } } as const] : []),
      ]);
    });
  }

  async noteerOntvangst(regel: Verzondenregel, verbinding: Verbinding): Promise<string> {
    return metWerkboekfout(() => {
      const blad = this.noteer(regel, verbinding);
      if (!this.isOpgeslagen) throw new Werkboekfout("niet-bewaard", BESTANDSTEKSTEN.nietBewaard(blad));
      return blad;
    });
  }

  private noteer(regel: Verzondenregel, verbinding: Verbinding): string {
    const nieuw = ontvangstrij(regel, verbinding);
    const tabel = vindTabel(this.werkmap, VERZONDEN_TABEL);
    if (!tabel) return this.zetEigenblad(VERZONDEN, [nieuw]);
    const bekend = leesVerzondenblad(this.werkmap);
    if (bekend?.kenmerken.includes(regel.kenmerk)) return tabel.blad;
    const koppen = tabelkoppen(this.werkmap, tabel);
    const oud = tabelrijen(this.werkmap, tabel).map((cellen) => cellen.map((cel) => String(cel ?? "")));
    // A new table has one blank row.
    const gevuld = oud.filter((cellen) => cellen.some((cel) => cel !== ""));
    const opNieuwBlad = [...inEigenKoppen(gevuld, koppen, bekend?.verbindingen[0]), nieuw];
    return this.zetEigenblad(VERZONDEN, opNieuwBlad, ontbrekendeKoppen(koppen).length > 0 ? null : [...gevuld, ontvangstrij(regel, verbinding, koppen)]);
  }

  /**
   * Writes a table of ours where it stands, or on a new sheet: when it is not there yet, or does not fit any more. Then what stood on the
   * old sheet stays as it was, but is no table any longer. `terPlaatse`: the rows as the table there has its columns; null: it must be a
   * new sheet. Answers the sheet's name.
   */
  private zetEigenblad(ontwerp: Eigenblad, rijen: Tekstrijen, terPlaatse: Tekstrijen | null = rijen): string {
    const tabel = vindTabel(this.werkmap, ontwerp.tabel);
    if (tabel && this.werkmap.leesBlad(tabel.blad).beveiligd) throw new Werkboekfout("beveiligd", BESTANDSTEKSTEN.beveiligd);
    const inPlaats = tabel && terPlaatse && vulTabel(this.werkmap, tabel, terPlaatse);
    if (tabel && inPlaats) {
      this.schrijf(inPlaats);
      return tabel.blad;
    }
    const nieuw = maakEigenblad(this.werkmap, ontwerp, rijen);
    this.schrijf([...(tabel ? [{ soort: "tabel-verwijderen", naam: tabel.naam } as const] : []), ...nieuw.wijzigingen]);
    return nieuw.blad;
  }

  /** With the results of formulas that lean on these cells taken away, unless the list itself is read from one of them. */
  private schrijfCellen(wijzigingen: readonly Wijziging[]): void {
    const { werkmap, bytes } = this;
    this.schrijf([...wijzigingen, ...wisUitkomsten(werkmap, wijzigingen.flatMap((wijziging) => (wijziging.soort === "cel" ? [wijziging] : [])))]);
    try {
      this.herlees();
    } catch {
      this.werkmap = werkmap;
      this.bytes = bytes;
      this.schrijf(wijzigingen);
    }
  }

  private schrijf(wijzigingen: readonly Wijziging[]): void {
    if (wijzigingen.length === 0) return;
    this.bytes = bewaarWerkmap(this.werkmap, wijzigingen);
    this.werkmap = openWerkmap(this.bytes);
    this.gelezen = null;
    this.opties.opVerandering?.();
  }

  private herlees(): Uitgelezen {
    return (this.gelezen ??= leesLijst(this.werkmap, this.verzonden, this.vraagstelling));
  }

  private leesVerzonden(): void {
    this.verzonden = leesVerzondenblad(this.werkmap);
    this.gelezen = null;
  }

  private cel({ blad, rij, kolom }: Celplaats): Cel {
    return this.werkmap.leesBlad(blad).rijen.get(rij)?.[kolom]?.waarde ?? null;
  }
}

/** The file's own sentence, as the port promises it. */
async function metWerkboekfout<T>(doe: () => T): Promise<T> {
  try {
    return doe();
  } catch (fout) {
    if (!(fout instanceof Werkmapfout)) throw fout;
    throw new Werkboekfout(fout.code === "te-groot" ? "te-groot" : "onbekend", fout.message, { cause: fout });
  }
}

function leegIsLeeg<T>(cel: T): T | null {
  return cel === "" ? null : cel;
}
