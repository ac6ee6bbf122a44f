import type { Gebied } from "../model/adres";
import type { Blad } from "../model/blad";
import { Werkmapfout, type Tabel } from "../model/cel";
import { Gebruiker } from "../model/gebruiker";
import { COAUTEUR, type Werkmap } from "../model/werkmap";
import { teksten } from "./teksten";

/** Someone else who has the same workbook open; what they do arrives as remote changes. */
export class Medewerker {
  readonly #gebruiker: Gebruiker;

  constructor(private readonly werkmap: Werkmap) {
    this.#gebruiker = new Gebruiker(werkmap, { herkomst: COAUTEUR });
  }

  wijzigt(blad: Blad, g: Gebied): void {
    this.#gebruiker.typ(blad, g.rij, g.kolom, teksten.medewerker.tekst);
  }

  voegtRijIn(blad: Blad, g: Gebied): void {
    this.#gebruiker.voegRijenIn(blad, g.rij);
  }

  sorteert(blad: Blad): void {
    this.#gebruiker.sorteer(this.#tabel(blad), 0);
  }

  hernoemt(blad: Blad): void {
    const tabel = this.#tabel(blad);
    this.#gebruiker.hernoemTabel(tabel, `${tabel.naam}_2`);
  }

  verwijdert(blad: Blad): void {
    this.#gebruiker.verwijderTabel(this.#tabel(blad));
  }

  /** The table on this sheet, or else the first one. */
  #tabel(blad: Blad): Tabel {
    const tabel = this.werkmap.tabellen.find((t) => t.blad === blad.id) ?? this.werkmap.tabellen[0];
    if (!tabel) throw new Werkmapfout("ItemNotFound", teksten.medewerker.geenTabel);
    return tabel;
  }
}
