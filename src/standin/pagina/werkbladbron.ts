import type { CSSProperties } from "react";
import { bevat } from "../model/adres";
import { STANDAARD_BREEDTE, STANDAARD_HOOGTE, type Blad } from "../model/blad";
import { gegevensgebied, type Cel, type Stijl, type Tabel } from "../model/cel";
import { keuzes, validatieVoor } from "../model/validatie";
import { markering, type Markering } from "../model/rekenen";
import { isDatumnotatie, weergave } from "../model/weergave";
import type { Werkmap } from "../model/werkmap";
import type { Celbeeld, Roosterbron } from "./rooster/bron";
import { teksten } from "./teksten";

const PIXELS_PER_PUNT = 4 / 3;
const MINSTE_RIJEN = 200;
const MINSTE_KOLOMMEN = 26;
/** Blank rows and columns that can be scrolled to below and beside what is filled. */
const RUIMTE = { rijen: 100, kolommen: 6 };

/** What the rules of conditional formatting make of each cell; calculated once for each cell that is looked at. */
export type Merken = (rij: number, kolom: number) => Markering | null;

export function merkenVan(werkmap: Werkmap, blad: Blad): Merken {
  const merken = new Map<string, Markering | null>();
  return (rij, kolom) => {
    if (blad.gegevens.opmaakregels.length === 0) return null;
    const sleutel = `${rij},${kolom}`;
    let merk = merken.get(sleutel);
    if (merk === undefined) merken.set(sleutel, (merk = markering(werkmap, blad, rij, kolom)));
    return merk;
  };
}

/** How the sheet looks now. Cells are looked at once; make another one after each change of the workbook. */
export function werkbladbron(werkmap: Werkmap, blad: Blad, merken: Merken): Roosterbron {
  const { gegevens } = blad;
  const tabellen = werkmap.tabellen.filter((t) => t.blad === blad.id);
  const gebruikt = blad.gebruikt();
  const laatste = { rij: gebruikt ? gebruikt.rij + gebruikt.rijen - 1 : -1, kolom: gebruikt ? gebruikt.kolom + gebruikt.kolommen - 1 : -1 };
  const rijen = Math.max(MINSTE_RIJEN, laatste.rij + 1 + RUIMTE.rijen);
  const kolommen = Math.max(MINSTE_KOLOMMEN, laatste.kolom + 1 + RUIMTE.kolommen);
  const beelden = new Map<number, Celbeeld>();
  const band = bandering(blad);

  const rijhoogte = (rij: number) => (gegevens.verborgenRijen.has(rij) ? 0 : Math.round((gegevens.rijhoogtes.get(rij) ?? STANDAARD_HOOGTE) * PIXELS_PER_PUNT));
  const posities = rijposities(blad, rijen, rijhoogte);

  const maakBeeld = (rij: number, kolom: number): Celbeeld => {
    const cel = blad.cel(rij, kolom);
    const waarde = cel ? werkmap.waarde(blad, rij, kolom) : "";
    const tabel = tabellen.find((t) => bevat(t.gebied, rij, kolom));
    const tabelkolom = tabel?.kop && rij === tabel.gebied.rij ? tabel.kolommen[kolom - tabel.gebied.kolom] : undefined;
    const merk = merken(rij, kolom);
    const datumOfGetal = typeof waarde === "number";
    const standaard = typeof waarde === "boolean" ? "center" : datumOfGetal ? "right" : "left";
    return {
      tekst: weergave(waarde, cel?.notatie, werkmap.datumstelsel),
      uitlijning: uitlijning(cel?.stijl?.horizontaal) ?? standaard,
      stijl: celstijl(cel?.stijl, merk),
      klasse: tabelkolom ? "tabelkop" : tabel?.banden && band(tabel, rij) ? "band" : "",
      kopVan: tabel && tabelkolom && tabel.filterknoppen ? { tabel: tabel.id, kolom: kolom - tabel.gebied.kolom, gefilterd: tabel.filters.has(tabelkolom.id) } : null,
      nadruk: merk ? teksten.gemarkeerd : "",
    };
  };

  return {
    naam: blad.naam,
    rijen,
    kolommen,
    laatste,
    vasteRijen: gegevens.bevroren.rijen,
    vasteKolommen: gegevens.bevroren.kolommen,
    kolombreedte: (kolom) => (gegevens.verborgenKolommen.has(kolom) ? 0 : Math.round((gegevens.kolombreedtes.get(kolom) ?? STANDAARD_BREEDTE) * PIXELS_PER_PUNT)),
    rijhoogte,
    rijpositie: (rij) => posities?.[rij] ?? rij * Math.round(STANDAARD_HOOGTE * PIXELS_PER_PUNT),
    maten: gegevens,
    beeld: (rij, kolom) => {
      const sleutel = rij * kolommen + kolom;
      let beeld = beelden.get(sleutel);
      if (!beeld) beelden.set(sleutel, (beeld = maakBeeld(rij, kolom)));
      return beeld;
    },
    invoertekst: (rij, kolom) => invoertekst(werkmap, blad.cel(rij, kolom)),
    keuzes: (rij, kolom) => (validatieVoor(blad, rij, kolom)?.regel.list?.inCellDropDown ? keuzes(werkmap, blad, rij, kolom) : null),
    invoerbericht: (rij, kolom) => {
      const invoer = validatieVoor(blad, rij, kolom)?.invoer;
      return invoer?.tonen && invoer.tekst !== "" ? invoer : null;
    },
    samengevoegd: (rij, kolom) => gegevens.samengevoegd.find((g) => bevat(g, rij, kolom)) ?? null,
  };
}

/** Pixels of a column in points, as Excel's columnWidth counts. */
export function punten(pixels: number): number {
  return pixels / PIXELS_PER_PUNT;
}

/** What a person would type to get this cell. */
function invoertekst(werkmap: Werkmap, cel: Cel | undefined): string {
  if (!cel) return "";
  if (cel.formule !== undefined) return cel.formule;
  const { waarde, notatie } = cel;
  if (typeof waarde === "number" && isDatumnotatie(notatie)) return weergave(waarde, waarde % 1 === 0 ? "d-m-yyyy" : "d-m-yyyy hh:mm", werkmap.datumstelsel);
  if (typeof waarde === "number" && notatie?.includes("%")) return `${weergave(Number((waarde * 100).toPrecision(12)), undefined, werkmap.datumstelsel)}%`;
  return weergave(waarde, undefined, werkmap.datumstelsel);
}

function uitlijning(horizontaal: string | undefined): Celbeeld["uitlijning"] | null {
  const klein = horizontaal?.toLowerCase();
  return klein === "left" || klein === "center" || klein === "right" ? klein : null;
}

function celstijl(stijl: Stijl | undefined, merk: Markering | null): CSSProperties {
  const vulling = merk?.vulling ?? stijl?.vulling;
  const letterkleur = merk?.letterkleur ?? stijl?.letterkleur ?? (vulling ? leesbaarOp(vulling) : undefined);
  return {
    ...(vulling && { background: vulling }),
    // A dark letter from the file on the page's own dark background cannot be read: it only counts on its own fill, or when the page is light.
    ...(letterkleur && { color: vulling ? letterkleur : `light-dark(${letterkleur}, var(--inkt))` }),
    ...((merk?.vet ?? stijl?.vet) && { fontWeight: 600 }),
    ...((merk?.cursief ?? stijl?.cursief) && { fontStyle: "italic" }),
    ...(merk?.onderstreept && { textDecoration: "underline" }),
    ...(stijl?.terugloop && { whiteSpace: "pre-wrap" }),
  };
}

/** Black or white, whichever is easier to read on the colour (relative luminance, WCAG 2.2). */
function leesbaarOp(kleur: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const deel = Number.parseInt(kleur.slice(i, i + 2), 16) / 255;
    return deel <= 0.04045 ? deel / 12.92 : ((deel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#1b2421" : "#ffffff";
}

/** Where each row begins; null when all rows are as high. */
function rijposities(blad: Blad, rijen: number, rijhoogte: (rij: number) => number): Float64Array | null {
  if (blad.gegevens.rijhoogtes.size === 0 && blad.gegevens.verborgenRijen.size === 0) return null;
  const posities = new Float64Array(rijen + 1);
  for (let rij = 0; rij < rijen; rij++) posities[rij + 1] = (posities[rij] ?? 0) + rijhoogte(rij);
  return posities;
}

/** Every second row of a table that is in view has a shade. */
function bandering(blad: Blad): (tabel: Tabel, rij: number) => boolean {
  const { verborgenRijen } = blad.gegevens;
  const nummers = new Map<string, Map<number, number>>();
  return (tabel, rij) => {
    const data = gegevensgebied(tabel);
    if (rij < data.rij || rij >= data.rij + data.rijen) return false;
    if (verborgenRijen.size === 0) return (rij - data.rij) % 2 === 0;
    let nummer = nummers.get(tabel.id);
    if (!nummer) {
      nummer = new Map();
      for (let r = data.rij; r < data.rij + data.rijen; r++) if (!verborgenRijen.has(r)) nummer.set(r, nummer.size);
      nummers.set(tabel.id, nummer);
    }
    return (nummer.get(rij) ?? 0) % 2 === 0;
  };
}
