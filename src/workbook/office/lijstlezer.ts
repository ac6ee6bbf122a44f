import type { Datumstelsel } from "../../meldcode/datum";
import { type Kolominhoud, VELDEN } from "../../meldcode/veld";
import { kopVan, STANDAARDVRAAGSTELLING, type Vraagstelling } from "../../meldcode/vraagstelling";
import { leesvelden } from "../leesvelden";
import { LIJSTNAAM } from "../lijstontwerp";
import { kiesTabel, type Veldkoppen } from "../tabelkeuze";
import { FOUTMELDINGEN } from "../teksten";
import { VERZONDEN_TABEL } from "../verzonden";
import { Werkboekfout } from "../werkboek";
import type { Omgeving } from "./eigenlijstlezer";
import { vraagKoppelingblad } from "./koppelingvraag";
import { aantalRijen, alsLezing, eersteLosseRij, perVeld, type Uitgelezen, zonderLijst } from "./lezing";
import { type Lijstantwoord, type Lijstdoel, type Venster, vraagLijst, zelfdePlaats } from "./lijstvraag";
import type { Stuur } from "./sessie";
import { type Stand, vraagDatumstelsel, vraagStand, vraagVerzonden } from "./stand";

/** Excel on the web takes 5 MB per request; a cell is about 16 bytes, so this is 4 MB. */
const CELLEN_PER_BLOK = 250_000;
/** Rows typed below a table can fall outside it (office-js #3013, #3191): they are read too, up to the first blank row. */
const RIJEN_ERONDER = 20;
const MEESTE_RIJEN = 200_000;
/** A table that keeps moving while it is read: give up rather than go on for ever. */
const MEESTE_POGINGEN = 8;

interface Aanpak {
  /** null: first look which tables there are. */
  readonly doel: Lijstdoel | null;
  /** Rows of the table as far as known; "onbekend" reads it whole, "eerst-tellen" asks for its size alone. */
  readonly rijen: number | "onbekend" | "eerst-tellen";
  readonly eronder: number;
  readonly cellenPerBlok: number;
  readonly metVerzonden: boolean;
}

/** In a workbook of ours one sync is enough: the list has the name and the headers that we gave it. */
function eersteGok(vraagstelling: Vraagstelling): Aanpak {
  const koppen = Object.fromEntries(leesvelden(vraagstelling).map((veld) => [veld, kopVan(veld, vraagstelling)]));
  return { doel: { tabel: LIJSTNAAM, koppen }, rijen: "onbekend", eronder: RIJEN_ERONDER, cellenPerBlok: CELLEN_PER_BLOK, metVerzonden: true };
}

export class Lijstlezer {
  private vraagstelling = STANDAARDVRAAGSTELLING;
  private aanpak = eersteGok(STANDAARDVRAAGSTELLING);
  private tabelId: string | null = null;
  /** null: not read yet. */
  datumstelsel: Datumstelsel | null = null;

  constructor(private readonly stuur: Stuur) {}

  vraag(vraagstelling: Vraagstelling): void {
    this.vraagstelling = vraagstelling;
    // Other columns of the same table, in the same blocks.
    const { doel } = eersteGok(vraagstelling);
    this.aanpak = { ...this.aanpak, doel: doel && { ...doel, tabel: this.aanpak.doel?.tabel ?? doel.tabel } };
  }

  /** One sync when the list is where it was, two when it must be found; more only for the blocks of a large list. A sheet Koppeling comes first: then it answers where that stands. */
  async lees(wachtOpCel: boolean): Promise<Uitgelezen | Omgeving> {
    let aanpak = this.aanpak;
    for (let poging = 0; poging < MEESTE_POGINGEN; poging++) {
      const antwoord = await this.probeer(aanpak, wachtOpCel);
      if (antwoord.soort === "anders") {
        aanpak = antwoord.aanpak;
        continue;
      }
      if (antwoord.soort === "koppeling") return antwoord.omgeving;
      this.aanpak = antwoord.aanpak;
      this.tabelId = antwoord.uitgelezen.tabel?.id ?? this.tabelId;
      return antwoord.uitgelezen;
    }
    throw new Werkboekfout("onbekend", FOUTMELDINGEN.onbekend);
  }

  /** Only these rows, in one sync. null: the table is not where it was. */
  async leesRijen(uitgelezen: Uitgelezen, van: number, aantal: number): Promise<Kolominhoud | null> {
    const { tabel, plaats, koppen } = uitgelezen;
    if (!tabel || !plaats) return null;
    const doel = { tabel: tabel.id, koppen };
    const antwoord = await this.stuur((context) => vraagLijst(context, doel, { van, aantal }), { wachtOpCel: false });
    return antwoord && zelfdePlaats(antwoord.plaats, plaats) ? antwoord.inhoud : null;
  }

  private async probeer(aanpak: Aanpak, wachtOpCel: boolean): Promise<Uitkomst> {
    let eerste: Eersteronde;
    try {
      eerste = await this.stuur((context) => this.vraagAlles(context, aanpak), { wachtOpCel });
    } catch (fout) {
      return { soort: "anders", aanpak: andereAanpak(aanpak, fout) };
    }
    const { stand, verzonden, lijst } = eerste;
    this.datumstelsel ??= eerste.datumstelsel;
    if (eerste.koppeling) return { soort: "koppeling", omgeving: eerste };
    const keuze = kiesTabel(stand.tabellen, this.tabelId, this.vraagstelling);
    if (keuze.soort !== "lijst") return { soort: "klaar", aanpak, uitgelezen: zonderLijst(keuze, stand, verzonden) };

    const doel = { tabel: keuze.tabel.id, koppen: keuze.koppen };
    if (!lijst || lijst.tabelId !== keuze.tabel.id || !zelfdeKoppen(lijst.koppen, keuze.koppen)) {
      return { soort: "anders", aanpak: { ...aanpak, doel, rijen: lijst?.tabelId === keuze.tabel.id ? lijst.plaats.rijen : "onbekend", metVerzonden: heeftVerzonden(stand) } };
    }
    const { plaats } = lijst;
    if (plaats.rijen > MEESTE_RIJEN) throw new Werkboekfout("te-groot", FOUTMELDINGEN["te-groot"]);
    const gemeten = { ...aanpak, doel, rijen: plaats.rijen, metVerzonden: true };
    if (aanpak.rijen === "eerst-tellen") return { soort: "anders", aanpak: gemeten };

    let gelezen: Kolominhoud | null;
    try {
      gelezen = await this.leesRest(lijst, aanpak, wachtOpCel);
    } catch (fout) {
      return { soort: "anders", aanpak: andereAanpak(gemeten, fout) };
    }
    if (!gelezen) return { soort: "anders", aanpak: gemeten };
    const inhoud = gelezen;
    const rijen = aantalRijen(inhoud, keuze.tabel, plaats);
    if (rijen === plaats.rijen + aanpak.eronder) return { soort: "anders", aanpak: { ...gemeten, eronder: aanpak.eronder * 50 } };
    const kort = perVeld(this.vraagstelling, (veld) => inhoud[veld]?.slice(0, rijen) ?? null);
    const lezing = alsLezing(keuze.tabel, stand, plaats, kort, eersteLosseRij(inhoud, keuze.tabel, rijen), verzonden, this.datumstelsel ?? 1900);
    return { soort: "klaar", aanpak: gemeten, uitgelezen: { lezing, stand, verzonden, bladIds: [keuze.tabel.bladId], tabel: keuze.tabel, plaats, koppen: keuze.koppen, eigen: null } };
  }

  private vraagAlles(context: Excel.RequestContext, aanpak: Aanpak): () => Eersteronde {
    const stand = vraagStand(context);
    const verzonden = aanpak.metVerzonden ? vraagVerzonden(context) : null;
    const koppeling = vraagKoppelingblad(context);
    const datumstelsel = this.datumstelsel === null ? vraagDatumstelsel(context) : null;
    const lijst = aanpak.doel && vraagLijst(context, aanpak.doel, eersteVenster(aanpak));
    return () => ({ stand: stand(), verzonden: verzonden?.() ?? null, koppeling: koppeling(), datumstelsel: datumstelsel?.() ?? null, lijst: lijst?.() ?? null });
  }

  /** The blocks after the first, one sync each. null when the table moved meanwhile. */
  private async leesRest(eerste: Lijstantwoord, aanpak: Aanpak, wachtOpCel: boolean): Promise<Kolominhoud | null> {
    const { doel } = aanpak;
    const venster = eersteVenster(aanpak);
    if (!doel || !venster || "eronder" in venster) return eerste.inhoud;
    const blokken = [eerste.inhoud];
    const totaal = eerste.plaats.rijen + aanpak.eronder;
    for (let van = venster.aantal; van < totaal; van += venster.aantal) {
      const blok = { van, aantal: Math.min(venster.aantal, totaal - van) };
      const antwoord = await this.stuur((context) => vraagLijst(context, doel, blok), { wachtOpCel });
      if (!antwoord || !zelfdePlaats(antwoord.plaats, eerste.plaats)) return null;
      blokken.push(antwoord.inhoud);
    }
    return perVeld(this.vraagstelling, (veld) => (blokken[0]?.[veld] ? blokken.flatMap((blok) => blok[veld] ?? []) : null));
  }
}

type Uitkomst =
  | { readonly soort: "klaar"; readonly aanpak: Aanpak; readonly uitgelezen: Uitgelezen }
  | { readonly soort: "anders"; readonly aanpak: Aanpak }
  | { readonly soort: "koppeling"; readonly omgeving: Omgeving };

interface Eersteronde extends Omgeving {
  readonly datumstelsel: Datumstelsel | null;
  readonly lijst: Lijstantwoord | null;
}

/** What to try after a failure; throws the failure when there is nothing else to try. */
function andereAanpak(aanpak: Aanpak, fout: unknown): Aanpak {
  if (!(fout instanceof Werkboekfout)) throw fout;
  if (fout.code === "te-groot" && aanpak.rijen === "onbekend") return { ...aanpak, rijen: "eerst-tellen" };
  if (fout.code === "te-groot" && aanpak.cellenPerBlok > 1_000) return { ...aanpak, cellenPerBlok: aanpak.cellenPerBlok / 4 };
  if ((fout.code === "lijst-verdwenen" || fout.code === "onbekend") && aanpak.doel) return { ...aanpak, doel: null, metVerzonden: false };
  throw fout;
}

function eersteVenster({ doel, rijen, eronder, cellenPerBlok }: Aanpak): Venster | null {
  if (rijen === "eerst-tellen") return null;
  const perBlok = Math.floor(cellenPerBlok / Math.max(1, Object.keys(doel?.koppen ?? {}).length));
  return rijen === "onbekend" || rijen + eronder <= perBlok ? { eronder } : { van: 0, aantal: perBlok };
}

function heeftVerzonden(stand: Stand): boolean {
  return stand.tabellen.some((tabel) => tabel.naam.toLowerCase() === VERZONDEN_TABEL.toLowerCase());
}

function zelfdeKoppen(a: Veldkoppen, b: Veldkoppen): boolean {
  return VELDEN.every((veld) => a[veld] === b[veld]);
}
