import type { Bereik } from "../bereik";
import type { Validatie, VoorwaardelijkeOpmaak } from "../blad";
import { leesKolom } from "../blad";
import { BLADTYPE, GEWONE_STIJLEN, LEEG_BLAD, LEGE_TABEL, STIJLTYPE, TABELTYPE } from "../leeg";
import type { Pakket } from "../pakket";
import type { Blad, Tabel, Werkmap } from "../werkmap";
import { type Xmlelement } from "../xmlboom";
import * as bladen from "./bladen";
import { type Celwijziging, Cellenschrijver, metLosseFormules } from "./cellen";
import { Delen } from "./delen";
import { Stijlschrijver } from "./stijlen";
import { type Tabelinhoud, hernoemTabel, verplaatsTabel, vulTabel, zetKolommen } from "./tabellen";
import { VOLGORDE } from "./volgorde";

type Tabelplaats = Pick<Tabel, "naam" | "blad" | "bereik" | "koprijen"> & { readonly deel: string };

/** Carries out changes one by one. Cells are kept apart and written at the end, in one pass per sheet. */
export class Werkmapschrijver {
  private readonly delen: Delen;
  private readonly bladdelen: Map<string, string>;
  private readonly tabellen: Map<string, Tabelplaats>;
  private readonly cellen = new Map<string, Map<number, Map<number, Celwijziging>>>();
  private stijlschrijver: Stijlschrijver | null = null;

  constructor(private readonly werkmap: Werkmap) {
    this.delen = new Delen(werkmap.pakket);
    this.bladdelen = new Map(werkmap.bladen.map((blad) => [blad.naam, blad.deel]));
    this.tabellen = new Map(werkmap.tabellen.map((tabel) => [tabel.naam.toLowerCase(), tabel]));
  }

  zetCel(blad: string, rij: number, kolom: number, wijziging: Celwijziging): void {
    this.deel(blad);
    const rijen = vind(this.cellen, blad, () => new Map<number, Map<number, Celwijziging>>());
    const rijcellen = vind(rijen, rij, () => new Map<number, Celwijziging>());
    const eerder = rijcellen.get(kolom);
    // Formats add up, unless one of them wiped the cell.
    const opmaak = wijziging.opmaak && eerder?.opmaak ? { ...eerder.opmaak, ...wijziging.opmaak } : wijziging.opmaak;
    rijcellen.set(kolom, { ...eerder, ...wijziging, ...(opmaak === undefined ? {} : { opmaak }) });
  }

  voegBladToe(naam: string, zichtbaarheid: Blad["zichtbaarheid"]): void {
    const lijst = this.wortel.vindOfMaak("sheets", VOLGORDE.workbook);
    const sheets = lijst.elementen("sheet");
    if (sheets.some((sheet) => sheet.attribuut("name")?.toLowerCase() === naam.toLowerCase())) throw new RangeError(`Er is al een blad "${naam}"`);
    if (naam === "" || naam.length > 31 || /[[\]:*?/\\]/.test(naam)) throw new RangeError(`"${naam}" kan geen naam van een blad zijn`);
    const deel = this.delen.maak((n) => `xl/worksheets/sheet${n}.xml`, LEEG_BLAD, BLADTYPE);
    const relatie = this.delen.verwijs(this.werkmap.werkmapdeel, "worksheet", deel);
    const sheetId = Math.max(0, ...sheets.map((sheet) => Number(sheet.attribuut("sheetId")))) + 1;
    const state = { zichtbaar: null, verborgen: "hidden", "zeer-verborgen": "veryHidden" }[zichtbaarheid];
    lijst.voegToe(lijst.maak("sheet", { name: naam, sheetId, state, [this.delen.idAttribuut(this.wortel)]: relatie }));
    this.bladdelen.set(naam, deel);
  }

  voegTabelToe(blad: string, inhoud: Tabelinhoud, stijl: string): void {
    if (this.tabellen.has(inhoud.naam.toLowerCase())) throw new RangeError(`Er is al een tabel "${inhoud.naam}"`);
    const bladdeel = this.deel(blad);
    const id = Math.max(0, ...Array.from(this.tabellen.values(), (tabel) => Number(this.delen.xml(tabel.deel).attribuut("id")))) + 1;
    const deel = this.delen.maak((n) => `xl/tables/table${n}.xml`, LEGE_TABEL, TABELTYPE);
    vulTabel(this.delen.xml(deel), id, inhoud, stijl);
    const worksheet = this.delen.xml(bladdeel);
    const lijst = worksheet.vindOfMaak("tableParts", VOLGORDE.worksheet);
    lijst.voegToe(lijst.maak("tablePart", { [this.delen.idAttribuut(worksheet)]: this.delen.verwijs(bladdeel, "table", deel) }));
    lijst.zet("count", String(lijst.elementen("tablePart").length));
    const tabel = { naam: inhoud.naam, blad, bereik: inhoud.bereik, koprijen: 1, deel };
    this.tabellen.set(inhoud.naam.toLowerCase(), tabel);
    this.schrijfKoppen(tabel, inhoud.kolommen);
  }

  wijzigTabel(naam: string, wijziging: { nieuweNaam?: string; bereik?: Bereik; kolommen?: readonly string[] }): void {
    const oud = this.tabel(naam);
    const xml = this.delen.xml(oud.deel);
    const nieuw = { ...oud, naam: wijziging.nieuweNaam ?? oud.naam, bereik: wijziging.bereik ?? oud.bereik };
    if (wijziging.nieuweNaam !== undefined) hernoemTabel(xml, nieuw.naam);
    if (wijziging.bereik !== undefined) verplaatsTabel(xml, nieuw.bereik);
    if (wijziging.kolommen !== undefined) {
      zetKolommen(xml, wijziging.kolommen);
      this.schrijfKoppen(nieuw, wijziging.kolommen);
    }
    this.tabellen.delete(naam.toLowerCase());
    this.tabellen.set(nieuw.naam.toLowerCase(), nieuw);
  }

  verwijderTabel(naam: string): void {
    const tabel = this.tabel(naam);
    const bladdeel = this.deel(tabel.blad);
    const worksheet = this.delen.xml(bladdeel);
    const lijst = worksheet.element("tableParts");
    const id = this.delen.verwijder(bladdeel, tabel.deel);
    const plek = lijst?.elementen("tablePart").find((element) => element.attribuutMetPrefix("id") === id);
    if (lijst && plek) {
      lijst.verwijder(plek);
      lijst.zet("count", String(lijst.elementen("tablePart").length));
      if (lijst.elementen("tablePart").length === 0) worksheet.verwijder(lijst);
    }
    this.tabellen.delete(naam.toLowerCase());
  }

  zetValidatie(blad: string, validatie: Validatie): void {
    bladen.schrijfValidatie(this.delen.xml(this.deel(blad)), validatie);
  }

  wisValidatie(blad: string, bereik: Bereik): void {
    bladen.wisValidaties(this.delen.xml(this.deel(blad)), [bereik]);
  }

  voegVoorwaardelijkToe(blad: string, regel: VoorwaardelijkeOpmaak): void {
    bladen.voegVoorwaardelijkToe(this.delen.xml(this.deel(blad)), regel, this.stijlen.dxf(regel));
  }

  verwijderVoorwaardelijk(blad: string, bereiken: readonly Bereik[], formule: string): void {
    bladen.verwijderVoorwaardelijk(this.delen.xml(this.deel(blad)), bereiken, formule);
  }

  bevries(blad: string, rijen: number, kolommen: number): void {
    bladen.bevries(this.delen.xml(this.deel(blad)), rijen, kolommen);
  }

  zetKolombreedte(blad: string, van: number, tot: number, breedte: number): void {
    bladen.zetKolombreedte(this.delen.xml(this.deel(blad)), van, tot, breedte);
  }

  zetNaam(naam: string, verwijzing: string): void {
    const lijst = this.wortel.vindOfMaak("definedNames", VOLGORDE.workbook);
    const bestaand = lijst
      .elementen("definedName")
      .find((n) => n.attribuut("name")?.toLowerCase() === naam.toLowerCase() && n.attribuut("localSheetId") === undefined);
    (bestaand ?? lijst.voegToe(lijst.maak("definedName", { name: naam }))).tekst = verwijzing;
  }

  voegDeelToe(deel: string, tekst: string, inhoudstype: string, bron: string, relatietype: string): void {
    this.delen.voegToe(deel, tekst, inhoudstype);
    this.delen.verwijs(bron, relatietype, deel);
  }

  activeer(blad: string): void {
    this.deel(blad);
    const sheets = this.wortel.element("sheets")?.elementen("sheet") ?? [];
    const weergaven = this.wortel.vindOfMaak("bookViews", VOLGORDE.workbook);
    const weergave = weergaven.element("workbookView") ?? weergaven.voegToe(weergaven.maak("workbookView"));
    weergave.zet("activeTab", String(sheets.findIndex((sheet) => sheet.attribuut("name") === blad)));
    for (const [naam, deel] of this.bladdelen) bladen.selecteerTab(this.delen.xml(deel), naam === blad);
  }

  /** Writes the cells. The changed package is for one use: afterwards this writer is spent. */
  klaar(): Pakket {
    let inhoudGewijzigd = false;
    let formuleVerdwenen = false;
    for (const [blad, rijen] of this.cellen) {
      const schrijver = this.schrijfCellen(blad, rijen);
      formuleVerdwenen ||= schrijver.formuleVerdwenen;
      inhoudGewijzigd ||= Array.from(rijen.values()).some((cellen) => Array.from(cellen.values()).some((cel) => cel.inhoud !== undefined));
    }
    if (inhoudGewijzigd) this.wortel.vindOfMaak("calcPr", VOLGORDE.workbook).zet("fullCalcOnLoad", "1");
    const rekenketen = this.werkmap.deel("calcChain");
    // It lists the formula cells; Excel repairs a workbook in which it names one that is gone, and makes it anew when it is not there.
    if (formuleVerdwenen && rekenketen !== null) this.delen.verwijder(this.werkmap.werkmapdeel, rekenketen);
    return this.delen.gewijzigd();
  }

  private schrijfCellen(blad: string, rijen: Map<number, Map<number, Celwijziging>>): Cellenschrijver {
    const worksheet = this.delen.xml(this.deel(blad));
    const sheetData = worksheet.vindOfMaak("sheetData", VOLGORDE.worksheet);
    const tekst = sheetData.dicht ?? "";
    const isNieuw = !this.werkmap.bladen.some((b) => b.naam === blad);
    const alle = isNieuw ? rijen : metLosseFormules(tekst, rijen, this.werkmap.leesBlad(blad).rijen);
    const kolomstijlen = worksheet.elementen("cols").flatMap((cols) => cols.elementen("col").map(leesKolom));
    const prefix = sheetData.naam.slice(0, -"sheetData".length);
    const schrijver = new Cellenschrijver(tekst, prefix, {
      stijl: (basis, opmaak) => this.stijlen.stijl(basis, opmaak),
      vanKolom: (kolom) => kolomstijlen.find((k) => k.van <= kolom && kolom <= k.tot)?.stijl ?? 0,
    });
    const nieuw = schrijver.schrijf(alle);
    if (sheetData.dicht === null) sheetData.kinderen.splice(0, sheetData.kinderen.length, nieuw);
    else sheetData.dicht = nieuw;
    bladen.verruimAfmeting(worksheet, [...rijen.keys()], Array.from(rijen.values()).flatMap((cellen) => [...cellen.keys()]));
    return schrijver;
  }

  private schrijfKoppen({ blad, bereik, koprijen }: Tabelplaats, kolommen: readonly string[]): void {
    if (koprijen === 0) return;
    for (const [i, waarde] of kolommen.entries()) this.zetCel(blad, bereik.vanRij, bereik.vanKolom + i, { inhoud: { waarde, formule: null } });
  }

  private get wortel(): Xmlelement {
    return this.delen.xml(this.werkmap.werkmapdeel);
  }

  private get stijlen(): Stijlschrijver {
    if (!this.stijlschrijver) {
      let deel = this.werkmap.deel("styles");
      if (deel === null) {
        deel = this.delen.maak(() => "xl/styles.xml", GEWONE_STIJLEN, STIJLTYPE);
        this.delen.verwijs(this.werkmap.werkmapdeel, "styles", deel);
      }
      this.stijlschrijver = new Stijlschrijver(this.delen.xml(deel));
    }
    return this.stijlschrijver;
  }

  private deel(blad: string): string {
    const deel = this.bladdelen.get(blad);
    if (deel === undefined) throw new RangeError(`Geen blad "${blad}"`);
    return deel;
  }

  private tabel(naam: string): Tabelplaats {
    const tabel = this.tabellen.get(naam.toLowerCase());
    if (!tabel) throw new RangeError(`Geen tabel "${naam}"`);
    return tabel;
  }
}

function vind<K, V>(map: Map<K, V>, sleutel: K, maak: () => V): V {
  let waarde = map.get(sleutel);
  if (waarde === undefined) map.set(sleutel, (waarde = maak()));
  return waarde;
}
