import { adresVan, doorsnede, gebied, omvat, type Gebied } from "../model/adres";
import { binnenGebruik, celOfNiets, schrijf } from "../model/bewerking";
import type { Blad } from "../model/blad";
import { Werkmapfout, type Tabel } from "../model/cel";
import { verplaatst } from "../model/formule";
import type { Gebruiker } from "../model/gebruiker";
import { weergave } from "../model/weergave";
import { GEBRUIKER, type Werkmap } from "../model/werkmap";

/** What was copied last, so that a paste inside the workbook brings formulas and formats along, as in Excel. */
interface Gekopieerd {
  readonly tekst: string;
  readonly blad: Blad;
  readonly gebied: Gebied;
}

/** What the person at the grid does beyond the single steps of Gebruiker: copying, filling, and rows and columns where the selection is. */
export class Bewerkingen {
  #gekopieerd: Gekopieerd | null = null;

  constructor(
    private readonly werkmap: Werkmap,
    private readonly gebruiker: Gebruiker,
  ) {}

  /** The block as text, tabs between cells; hidden rows stay out, as in Excel after a filter. */
  kopieer(blad: Blad, g: Gebied): string {
    const deel = binnenGebruik(blad, g) ?? gebied(g.rij, g.kolom);
    const gekozen = gebied(g.rij, g.kolom, deel.rij + deel.rijen - g.rij, deel.kolom + deel.kolommen - g.kolom);
    const regels: string[] = [];
    let verborgen = false;
    for (let r = gekozen.rij; r < gekozen.rij + gekozen.rijen; r++) {
      if (blad.gegevens.verborgenRijen.has(r)) {
        verborgen = true;
        continue;
      }
      const cellen: string[] = [];
      for (let k = gekozen.kolom; k < gekozen.kolom + gekozen.kolommen; k++) {
        cellen.push(alsKlembord(weergave(this.werkmap.waarde(blad, r, k), blad.cel(r, k)?.notatie, this.werkmap.datumstelsel)));
      }
      regels.push(cellen.join("\t"));
    }
    const tekst = regels.join("\r\n");
    this.#gekopieerd = verborgen ? null : { tekst, blad, gebied: gekozen };
    return tekst;
  }

  /** One copied cell fills the whole selection; a block goes down from its first cell. Answers where it went. */
  plak(blad: Blad, g: Gebied, tekst: string): Gebied {
    if (tekst === "") return g;
    const eenCel = !/[\t\n]/.test(tekst.replace(/\r?\n$/, ""));
    const doel = eenCel ? beperkt(g) : gebied(g.rij, g.kolom);
    const blok = eenCel ? Array.from({ length: doel.rijen }, () => Array.from({ length: doel.kolommen }, () => tekst.replace(/\r?\n$/, "")).join("\t")).join("\n") : tekst;
    return this.werkmap.doe(GEBRUIKER, () => {
      const waar = this.gebruiker.plak(blad, doel.rij, doel.kolom, blok);
      const bron = this.#gekopieerd;
      if (bron && gelijkeTekst(bron.tekst, tekst)) this.#plakCellen(bron, blad, waar);
      return waar;
    });
  }

  #plakCellen(bron: Gekopieerd, blad: Blad, doel: Gebied): void {
    const { rij, kolom, rijen, kolommen } = bron.gebied;
    const cellen = Array.from({ length: rijen }, (_, r) => Array.from({ length: kolommen }, (__, k) => bron.blad.cel(rij + r, kolom + k)));
    schrijf(this.werkmap, blad, doel, (r, k, oud) => {
      const [dr, dk] = [(r - doel.rij) % rijen, (k - doel.kolom) % kolommen];
      const cel = cellen[dr]?.[dk];
      if (!cel) return oud;
      return cel.formule === undefined ? cel : { ...cel, formule: verplaatst(cel.formule, r - rij - dr, k - kolom - dk) };
    });
  }

  /** Ctrl+D: the first row of the selection goes to the rows below it; a single row takes the one above. */
  vulOmlaag(blad: Blad, g: Gebied): void {
    const deel = g.rijen === 1 && g.rij > 0 ? { ...g, rij: g.rij - 1, rijen: 2 } : g;
    const breed = binnenGebruik(blad, deel);
    if (!breed || deel.rijen < 2) return;
    const doel = gebied(deel.rij + 1, breed.kolom, deel.rijen - 1, breed.kolommen);
    this.werkmap.doe(GEBRUIKER, () =>
      schrijf(this.werkmap, blad, beperkt(doel), (r, k, oud) => {
        const boven = blad.cel(deel.rij, k);
        if (!boven) return oud && celOfNiets({ waarde: "" });
        return boven.formule === undefined ? boven : { ...boven, formule: verplaatst(boven.formule, r - deel.rij, 0) };
      }),
    );
  }

  /** In a table only the table's own rows move, so what stands beside it stays. */
  voegRijIn(blad: Blad, g: Gebied): void {
    const tabel = this.#tabelBij(blad, g);
    if (tabel && g.rij > tabel.gebied.rij) this.gebruiker.voegTabelrijenIn(tabel, g.rij - tabel.gebied.rij - 1, g.rijen);
    else this.gebruiker.voegRijenIn(blad, g.rij, g.rijen);
  }

  verwijderRij(blad: Blad, g: Gebied): void {
    const tabel = this.#tabelBij(blad, g);
    if (tabel && g.rij > tabel.gebied.rij) this.gebruiker.verwijderTabelrijen(tabel, g.rij - tabel.gebied.rij - 1, g.rijen);
    else this.gebruiker.verwijderRijen(blad, g.rij, g.rijen);
  }

  voegKolomIn(blad: Blad, g: Gebied): void {
    const tabel = this.#tabelBij(blad, g);
    if (tabel) for (let i = 0; i < g.kolommen; i++) this.gebruiker.voegTabelkolomIn(tabel, g.kolom - tabel.gebied.kolom);
    else this.gebruiker.voegKolommenIn(blad, g.kolom, g.kolommen);
  }

  verwijderKolom(blad: Blad, g: Gebied): void {
    const tabel = this.#tabelBij(blad, g);
    if (tabel) for (let i = 0; i < g.kolommen; i++) this.gebruiker.verwijderTabelkolom(tabel, g.kolom - tabel.gebied.kolom);
    else this.gebruiker.verwijderKolommen(blad, g.kolom, g.kolommen);
  }

  /** The selection, or the filled block around the cell, becomes a table. */
  maakTabel(blad: Blad, g: Gebied): Tabel {
    const gebruikt = blad.gebruikt(true);
    const blok = g.rijen * g.kolommen > 1 ? beperkt(g) : gebruikt && doorsnede(gebruikt, g) ? gebruikt : g;
    return this.gebruiker.maakTabel(blad, blok);
  }

  /** The table that holds the whole selection. */
  #tabelBij(blad: Blad, g: Gebied): Tabel | undefined {
    return this.werkmap.tabellen.find((t) => t.blad === blad.id && omvat(t.gebied, g));
  }
}

/** Filling a whole column would write a million cells. */
function beperkt(g: Gebied): Gebied {
  const MEESTE = 100_000;
  if (g.rijen * g.kolommen > MEESTE) throw new Werkmapfout("InvalidArgument", `${adresVan(g)} is te groot om in één keer te vullen.`);
  return g;
}

/** A cell with a tab, a line break or a quote at the start stands between quotes, as Excel puts it on the clipboard. */
function alsKlembord(tekst: string): string {
  return /[\t\n\r]|^"/.test(tekst) ? `"${tekst.replaceAll('"', '""')}"` : tekst;
}

/** Browsers differ in the line ends they hand back. */
function gelijkeTekst(a: string, b: string): boolean {
  const kaal = (tekst: string) => tekst.replaceAll("\r\n", "\n").replace(/\n$/, "");
  return kaal(a) === kaal(b);
}
