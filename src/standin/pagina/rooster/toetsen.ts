import { gebied, type Gebied } from "../../model/adres";
import type { Roosterbron, Roosteropdrachten } from "./bron";
import type { Cel, Roostertoestand } from "./toestand";

/** The part of a KeyboardEvent that decides; so that it can be tested without a browser. */
export interface Toets {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly isComposing?: boolean;
}

export interface Toetsomgeving {
  readonly toestand: Roostertoestand;
  readonly bron: Roosterbron;
  readonly opdrachten: Roosteropdrachten;
  /** Rows that fit on the screen, for PageUp and PageDown. */
  readonly schermrijen: number;
}

const PIJLEN: Readonly<Record<string, readonly [rij: number, kolom: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Does what Excel does on this key. Answers whether it did something; if not, the browser may. */
export function verwerkToets(toets: Toets, omgeving: Toetsomgeving): boolean {
  if (toets.isComposing) return false;
  const { keuzelijst, bewerking } = omgeving.toestand.stand;
  if (keuzelijst) return inKeuzelijst(toets, omgeving);
  return bewerking ? tijdensBewerking(toets, omgeving) : opCel(toets, omgeving);
}

function inKeuzelijst(toets: Toets, omgeving: Toetsomgeving): boolean {
  const { toestand } = omgeving;
  const lijst = toestand.stand.keuzelijst;
  if (!lijst) return false;
  switch (toets.key) {
    case "ArrowDown":
    case "ArrowUp":
      toestand.wijsAan(lijst.gekozen + (toets.key === "ArrowDown" ? 1 : -1));
      return true;
    case "Enter":
    case "Tab":
      kiesUitLijst(lijst.gekozen, omgeving);
      return true;
    case "Escape":
      toestand.sluitKeuzes();
      return true;
    default:
      toestand.sluitKeuzes();
      return opCel(toets, omgeving);
  }
}

export function kiesUitLijst(index: number, { toestand, opdrachten }: Toetsomgeving): void {
  const lijst = toestand.stand.keuzelijst;
  const keuze = lijst?.opties[index];
  toestand.sluitKeuzes();
  if (lijst && keuze !== undefined) opdrachten.voerIn(lijst.rij, lijst.kolom, keuze);
}

export function openKeuzelijst({ toestand, bron }: Toetsomgeving): boolean {
  const { rij, kolom } = toestand.stand.actief;
  const keuzes = bron.keuzes(rij, kolom);
  if (!keuzes || keuzes.length === 0) return false;
  toestand.toonKeuzes(keuzes, keuzes.indexOf(bron.beeld(rij, kolom).tekst));
  return true;
}

/** Ends typing and hands the text to the sheet. Answers false when it was refused. */
export function legVast({ toestand, opdrachten }: Toetsomgeving): boolean {
  const { bewerking } = toestand.stand;
  if (!bewerking) return true;
  if (!opdrachten.voerIn(bewerking.rij, bewerking.kolom, bewerking.tekst)) return false;
  toestand.stopBewerking();
  return true;
}

function tijdensBewerking(toets: Toets, omgeving: Toetsomgeving): boolean {
  const { toestand } = omgeving;
  const modus = toestand.stand.bewerking?.modus;
  if (toets.key === "Escape") {
    toestand.stopBewerking();
    return true;
  }
  if (toets.key === "F2") {
    toestand.typ(toestand.stand.bewerking?.tekst ?? "", modus === "invoer" ? "bewerken" : "invoer");
    return true;
  }
  if (toets.key === "Enter" && toets.altKey) return false;
  const weg = toets.key === "Enter" || toets.key === "Tab" || (modus === "invoer" && toets.key in PIJLEN);
  if (!weg) return false;
  if (legVast(omgeving)) opCel(toets, omgeving);
  return true;
}

function opCel(toets: Toets, omgeving: Toetsomgeving): boolean {
  const { toestand, bron, opdrachten } = omgeving;
  const { actief, gebied: gekozen } = toestand.stand;
  if ((toets.ctrlKey || toets.metaKey) && !(toets.ctrlKey && toets.altKey)) return metCtrl(toets, omgeving);
  const pijl = PIJLEN[toets.key];
  if (pijl && toets.altKey) return toets.key === "ArrowDown" && openKeuzelijst(omgeving);
  if (pijl) return beweeg(omgeving, stap(bron, toets.shiftKey ? toestand.stand.hoek : actief, pijl), toets.shiftKey);
  switch (toets.key) {
    case "Enter": {
      const kolom = toestand.stand.tabkolom ?? actief.kolom;
      toestand.ga(stap(bron, { rij: actief.rij, kolom }, [toets.shiftKey ? -1 : 1, 0]));
      return true;
    }
    case "Tab":
      toestand.ga(stap(bron, actief, [0, toets.shiftKey ? -1 : 1]), toestand.stand.tabkolom ?? actief.kolom);
      return true;
    case "Home":
      return beweeg(omgeving, { rij: (toets.shiftKey ? toestand.stand.hoek : actief).rij, kolom: 0 }, toets.shiftKey);
    case "PageDown":
    case "PageUp": {
      const van = toets.shiftKey ? toestand.stand.hoek : actief;
      const sprong = toets.key === "PageDown" ? omgeving.schermrijen : -omgeving.schermrijen;
      return beweeg(omgeving, { rij: klem(van.rij + sprong, bron.rijen), kolom: van.kolom }, toets.shiftKey);
    }
    case "Delete":
      opdrachten.wis(gekozen);
      return true;
    case "Backspace":
      toestand.typ("", "invoer");
      return true;
    case "F2":
      toestand.typ(bron.invoertekst(actief.rij, actief.kolom), "bewerken");
      return true;
    case " ":
      if (!toets.shiftKey) return false;
      toestand.kies(gebied(gekozen.rij, 0, gekozen.rijen, bron.kolommen), true);
      return true;
    case "ContextMenu":
    case "F10":
      if (toets.key === "F10" && !toets.shiftKey) return false;
      opdrachten.openCelmenu(Number.NaN, Number.NaN);
      return true;
    default:
      return false;
  }
}

function metCtrl(toets: Toets, omgeving: Toetsomgeving): boolean {
  const { toestand, bron, opdrachten } = omgeving;
  const { actief, hoek, gebied: gekozen } = toestand.stand;
  const pijl = PIJLEN[toets.key];
  if (pijl) return beweeg(omgeving, naarRand(bron, toets.shiftKey ? hoek : actief, pijl), toets.shiftKey);
  switch (toets.key.toLowerCase()) {
    case "home":
      return beweeg(omgeving, { rij: bron.vasteRijen, kolom: bron.vasteKolommen }, toets.shiftKey);
    case "end":
      return beweeg(omgeving, { rij: Math.max(0, bron.laatste.rij), kolom: Math.max(0, bron.laatste.kolom) }, toets.shiftKey);
    case "a":
      toestand.kies(gebied(0, 0, Math.max(1, bron.laatste.rij + 1), Math.max(1, bron.laatste.kolom + 1)), true);
      return true;
    case " ":
      toestand.kies(gebied(0, gekozen.kolom, bron.rijen, gekozen.kolommen), true);
      return true;
    case "d":
      opdrachten.vulOmlaag(gekozen);
      return true;
    case "z":
      if (toets.shiftKey) opdrachten.opnieuw();
      else opdrachten.ongedaan();
      return true;
    case "y":
      opdrachten.opnieuw();
      return true;
    default:
      return false;
  }
}

function beweeg({ toestand }: Toetsomgeving, naar: Cel, strek: boolean): true {
  if (strek) toestand.strek(naar);
  else toestand.ga(naar);
  return true;
}

/** One cell further, over hidden rows and columns, and out of a merged block in one step. */
export function stap(bron: Roosterbron, van: Cel, [dr, dk]: readonly [number, number]): Cel {
  const blok: Gebied = bron.samengevoegd(van.rij, van.kolom) ?? gebied(van.rij, van.kolom);
  let rij = dr > 0 ? blok.rij + blok.rijen : van.rij + (dr < 0 ? blok.rij - van.rij - 1 : 0);
  let kolom = dk > 0 ? blok.kolom + blok.kolommen : van.kolom + (dk < 0 ? blok.kolom - van.kolom - 1 : 0);
  while (dr !== 0 && rij > 0 && rij < bron.rijen - 1 && bron.rijhoogte(rij) === 0) rij += dr;
  while (dk !== 0 && kolom > 0 && kolom < bron.kolommen - 1 && bron.kolombreedte(kolom) === 0) kolom += dk;
  return { rij: klem(rij, bron.rijen), kolom: klem(kolom, bron.kolommen) };
}

/** Ctrl+arrow: to the end of a filled run, or to the next filled cell, or to the edge of the sheet. */
export function naarRand(bron: Roosterbron, van: Cel, richting: readonly [number, number]): Cel {
  const gevuld = (c: Cel) => bron.beeld(c.rij, c.kolom).tekst !== "";
  const buiten = (c: Cel) => c.rij > bron.laatste.rij || c.kolom > bron.laatste.kolom;
  let hier = van;
  let volgende = stap(bron, hier, richting);
  const inReeks = gevuld(hier) && gevuld(volgende);
  while (volgende.rij !== hier.rij || volgende.kolom !== hier.kolom) {
    if (inReeks && !gevuld(volgende)) return hier;
    if (!inReeks && gevuld(volgende)) return volgende;
    const [dr, dk] = richting;
    if (buiten(volgende) && dr + dk > 0) return { rij: dr ? bron.rijen - 1 : hier.rij, kolom: dk ? bron.kolommen - 1 : hier.kolom };
    hier = volgende;
    volgende = stap(bron, hier, richting);
  }
  return hier;
}

function klem(waarde: number, aantal: number): number {
  return Math.max(0, Math.min(aantal - 1, waarde));
}
