import { openBestand, nieuwBestand, bewaarBestand, type Bestand } from "../bestand/bestand";
import { zelfdeGebied, type Gebied } from "../model/adres";
import type { Blad } from "../model/blad";
import { Werkmapfout } from "../model/cel";
import { Gebruiker } from "../model/gebruiker";
import { GEBRUIKER, type Gebeurtenis, type Werkmap } from "../model/werkmap";
import { Werkmapfout as Bestandsfout } from "../../workbook/xlsx/werkmap";
import { Host } from "../host/host";
import { Medewerker } from "./medewerker";
import { Bewerkingen } from "./opdrachten";
import { Roostertoestand } from "./rooster/toestand";
import { teksten } from "./teksten";

const NIEUWE_NAAM = "Map1.xlsx";

/** A message that asks for an answer before the person goes on. */
export interface Bericht {
  readonly titel: string;
  readonly tekst: string;
  /** What the main button says and does; without it there is only "Begrepen". */
  readonly vraag?: { readonly ja: string; readonly opJa: () => void };
}

/** The open workbook with everyone who works in it: the person at the grid, a co-author, the add-in. Opening another file replaces them all. */
export class Sessie {
  readonly toestand = new Roostertoestand();
  #bestand: Bestand = nieuwBestand(NIEUWE_NAAM);
  #gebruiker = new Gebruiker(this.werkmap);
  #bewerkingen = new Bewerkingen(this.werkmap, this.#gebruiker);
  #medewerker = new Medewerker(this.werkmap);
  #host = new Host(this.werkmap);
  #bericht: Bericht | null = null;
  #gewijzigd = false;
  #celOpenGehouden = false;
  #versie = 0;
  /** Counts the workbooks that were opened; another number is another document for the task pane. */
  #nummer = 1;
  #ontkoppel = this.#koppel();
  readonly #luisteraars = new Set<() => void>();

  get werkmap(): Werkmap {
    return this.#bestand.werkmap;
  }
  get gebruiker(): Gebruiker {
    return this.#gebruiker;
  }
  get bewerkingen(): Bewerkingen {
    return this.#bewerkingen;
  }
  get medewerker(): Medewerker {
    return this.#medewerker;
  }
  /** Excel's side of the conversation with the add-in. */
  get host(): Host {
    return this.#host;
  }
  get blad(): Blad {
    return this.werkmap.blad(this.werkmap.actiefBlad);
  }
  get bericht(): Bericht | null {
    return this.#bericht;
  }
  get nummer(): number {
    return this.#nummer;
  }
  /** Something changed since it was opened or saved. */
  get gewijzigd(): boolean {
    return this.#gewijzigd;
  }

  constructor() {
    let vorige = this.toestand.stand.gebied;
    this.toestand.luister(() => {
      const { gebied, bewerking } = this.toestand.stand;
      this.#zetCelInBewerking(bewerking !== null);
      if (zelfdeGebied(gebied, vorige)) return;
      vorige = gebied;
      if (!zelfdeGebied(this.blad.selectie, gebied)) this.werkmap.selecteer(GEBRUIKER, this.blad, gebied);
    });
  }

  /** Changes with everything that is to be seen, but not with the selection. */
  readonly versie = (): number => this.#versie;
  readonly luister = (luisteraar: () => void): (() => void) => {
    this.#luisteraars.add(luisteraar);
    return () => this.#luisteraars.delete(luisteraar);
  };

  /** @throws Bestandsfout when the bytes are no workbook; what was open stays open. */
  open(bytes: Uint8Array, naam: string): void {
    this.#vervang(openBestand(bytes, naam));
  }

  nieuw(): void {
    this.#vervang(nieuwBestand(NIEUWE_NAAM));
  }

  /** The bytes of the .xlsx as it is now. */
  bewaar(): Uint8Array {
    const bytes = bewaarBestand(this.#bestand);
    this.#gewijzigd = false;
    this.#ververs();
    return bytes;
  }

  kiesBlad(blad: Blad): void {
    this.werkmap.selecteer(GEBRUIKER, blad, blad.selectie);
  }

  /** Does something a person asked for; what cannot be done becomes a message. Answers whether it was done. */
  probeer(werk: () => void, titel: string = teksten.bericht.nietGelukt): boolean {
    try {
      werk();
      return true;
    } catch (fout) {
      if (!(fout instanceof Werkmapfout || fout instanceof Bestandsfout)) throw fout;
      this.meld({ titel, tekst: fout.message });
      return false;
    }
  }

  meld(bericht: Bericht | null): void {
    this.#bericht = bericht;
    this.#ververs();
  }

  /** "Er staat een cel open" of the faults menu: as if someone is typing all the time. */
  get celOpenGehouden(): boolean {
    return this.#celOpenGehouden;
  }
  houdCelOpen(aan: boolean): void {
    this.#celOpenGehouden = aan;
    this.#zetCelInBewerking(this.toestand.stand.bewerking !== null);
    this.#ververs();
  }

  /** While a person types in a cell, Excel does not answer the add-in (InvalidOperationInCellEditMode). */
  #zetCelInBewerking(typt: boolean): void {
    const aan = typt || this.#celOpenGehouden;
    if (this.host.storing.celInBewerking !== aan) this.host.storing.celInBewerking = aan;
  }

  #vervang(bestand: Bestand): void {
    this.#ontkoppel();
    this.#host.sluit();
    this.#bestand = bestand;
    this.#gebruiker = new Gebruiker(this.werkmap);
    this.#bewerkingen = new Bewerkingen(this.werkmap, this.#gebruiker);
    this.#medewerker = new Medewerker(this.werkmap);
    this.#host = new Host(this.werkmap);
    this.#ontkoppel = this.#koppel();
    this.#gewijzigd = false;
    this.#celOpenGehouden = false;
    this.#nummer++;
    this.toestand.stopBewerking();
    this.toestand.kies(this.blad.selectie);
    this.#ververs();
  }

  #koppel(): () => void {
    return this.werkmap.luister((gebeurtenis) => this.#opGebeurtenis(gebeurtenis));
  }

  #opGebeurtenis(gebeurtenis: Gebeurtenis): void {
    if (gebeurtenis.soort === "selectie") {
      if (gebeurtenis.blad === this.werkmap.actiefBlad) this.#volgSelectie(gebeurtenis.gebied);
      return;
    }
    if (gebeurtenis.soort === "blad-geactiveerd") this.#volgSelectie(this.blad.selectie);
    else this.#gewijzigd = true;
    this.#ververs();
  }

  /** The task pane jumped to a cell, or another sheet came in front. */
  #volgSelectie(gebied: Gebied): void {
    if (!zelfdeGebied(gebied, this.toestand.stand.gebied)) this.toestand.kies(gebied);
  }

  #ververs(): void {
    this.#versie++;
    for (const luisteraar of this.#luisteraars) luisteraar();
  }
}
