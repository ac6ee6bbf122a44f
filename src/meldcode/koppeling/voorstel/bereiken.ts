import { leesDatum } from "../../lezen/datums";
import { kopsleutel } from "../../lezen/koppen";
import { isBlanco } from "../../lezen/tekst";
import type { Cel } from "../../veld";
import { type Bron, type Celblad, gelijk, kolomletters } from "../celblad";
import type { Bereik, Koppelingsbegin } from "../koppeling";
import { heeftGroepskoppen, kolomgrenzen, koppen } from "../koprij";
import { sleutels } from "../kolomzoeker";
import { hervind, naamgenoot, overlappen, zuiverBereik } from "../plaatsen";
import { kopdekking, kopwijzing } from "./velden";

export interface Bereikgok extends Bereik {
  /** 0 to 1. */
  readonly zekerheid: number;
  /** Filled rows below the header. */
  readonly rijen: number;
}

/** How far down a header row is looked for, how long a header can be, and how far below it the first date may stand. */
const LAATSTE_KOPRIJ = 500;
const LANGSTE_KOP = 80;
const EERSTE_DATUM = 50;
/** A row is taken for headers from this many that look so. */
const HERKENBAAR = 3;
/** Sheets that are often no part of the list. */
const TWIJFELNAAM = /kopie|archief|voorbeeld|sjabloon|concept|\boud\b|test/i;
/** Of what the headers of the most likely list say, this much must be said by those of another sheet before it can be part of the same list. */
const VERWANT = 0.6;

export interface Bereikvondst {
  readonly bereiken: readonly Bereikgok[];
  /** Lists on other sheets, with other headers, that look like more of the same. */
  readonly verwant: readonly Bereikgok[];
  /** Visible sheets with another list. */
  readonly nietGelezen: readonly string[];
}

/** The areas on the visible sheets that have the same headers as the most likely one; none when nothing looks like a list. */
export function vindBereiken(bron: Bron, eerder: Koppelingsbegin | null): Bereikvondst {
  const bekend = new Set(Object.values(eerder?.velden ?? {}).flatMap((veld) => veld.kolommen.flatMap(sleutels)));
  const bereiken = eerder ? eerdereBereiken(eerder, bron) : [];
  if (bereiken.length > 0) return { bereiken, verwant: [], nietGelezen: [] };

  const alle = bron.bladen.filter(({ zichtbaar }) => zichtbaar).flatMap((blad) => lijstenOp(blad, bron, bekend));
  const beste = alle.toSorted((a, b) => b.punten - a.punten)[0];
  if (!beste) return { bereiken: [], verwant: [], nietGelezen: [] };
  const gevuld = alle.filter((lijst) => lijst === beste || zelfdeKoppen(lijst, beste));
  const leeg = bron.bladen.flatMap((blad) => (blad.zichtbaar && !TWIJFELNAAM.test(blad.blad) && !alle.some((lijst) => lijst.blad === blad) ? (nogLeeg(blad, beste) ?? []) : []));
  const gelijkend = [...gevuld, ...leeg].toSorted((a, b) => bron.bladen.indexOf(a.blad) - bron.bladen.indexOf(b.blad));
  const overig = alle.filter((lijst) => !gelijkend.includes(lijst));
  // Below or beside the list on its own sheet stands something else.
  const verwant = overig.filter(({ blad, dekking }) => dekking >= VERWANT * beste.dekking && !gelijkend.some((lijst) => lijst.blad === blad));
  const gok = (lijst: Lijst) => ({ ...lijst.bereik, zekerheid: alle.length > 1 && TWIJFELNAAM.test(lijst.blad.blad) ? 0.4 : 0.95, rijen: rijen(bron, lijst.bereik) });
  const nietGelezen = new Set(overig.filter((lijst) => !verwant.includes(lijst)).map(({ blad }) => blad.blad));
  for (const { blad } of gelijkend) nietGelezen.delete(blad.blad);
  return { bereiken: metLaatsteRij(gelijkend, alle).map(gok), verwant: metLaatsteRij(verwant, alle).map(gok), nietGelezen: [...nietGelezen] };
}

/** The areas of an earlier mapping as they stand in this file: sheets may be named for another year now, and new ones may have come. */
function eerdereBereiken(eerder: Koppelingsbegin, bron: Bron): Bereikgok[] {
  const oud = eerder.bereiken.flatMap((bereik) => {
    const blad = bron.bladen.find(({ blad: naam }) => gelijk(naam, bereik.blad))?.blad ?? naamgenoot(bereik.blad, bron.bladen, eerder);
    return blad === null ? [] : [{ ...bereik, blad }];
  });
  // Of a list of which a sheet is gone, and no namesake came, every area is looked for anew.
  if (oud.length === 0 || oud.length < eerder.bereiken.length) return [];
  const kent = (naam: string) => [...oud.map(({ blad }) => blad), ...(eerder.andereBladen ?? [])].some((bekend) => gelijk(bekend, naam));
  const wijzers = Object.values(eerder.velden).flatMap((veld) => veld.kolommen);
  const namenPerKolom = wijzers.map(sleutels).filter((namen) => namen.some((naam) => naam !== ""));
  const nieuw = bron.bladen
    .filter(({ blad, zichtbaar }) => zichtbaar && !kent(blad))
    .flatMap((blad) => lijstenOp(blad, bron, new Set(namenPerKolom.flat())).filter(({ koppen: erop }) => namenPerKolom.every((namen) => namen.some((naam) => erop.has(naam)))));
  return [
    ...hervind(oud, wijzers, bron.bladen).map((bereik) => ({ ...zuiverBereik(bereik), zekerheid: 1, rijen: rijen(bron, bereik) })),
    // A next month's sheet is more of the same; a sheet with a name of another kind is asked.
    ...metLaatsteRij(nieuw, nieuw).map(({ bereik }) => ({ ...bereik, zekerheid: oud.some(({ blad }) => naamvorm(blad) === naamvorm(bereik.blad)) ? 0.9 : 0.4, rijen: rijen(bron, bereik) })),
  ];
}

const MAAND = /\b(jan(uari)?|feb(ruari)?|mrt|maart|apr(il)?|mei|juni?|juli?|aug(ustus)?|sept?(ember)?|okt(ober)?|nov(ember)?|dec(ember)?)\b/g;

/** "jan 2026" and "feb 2026" are names of one form, and so are "kwartaal 1" and "kwartaal 2". */
function naamvorm(naam: string): string {
  return naam.toLowerCase().replace(MAAND, "@").replace(/\d+/g, "#");
}

interface Lijst {
  readonly blad: Celblad;
  readonly bereik: Bereik;
  readonly punten: number;
  /** How much of what a list of cases holds its headers name. */
  readonly dekking: number;
  readonly koppen: ReadonlySet<string>;
}

/** One has all the headers that mean something in the other. */
function zelfdeKoppen(een: Lijst, ander: Lijst): boolean {
  const heeft = (a: Lijst, b: Lijst) => [...b.koppen].every((kop) => a.koppen.has(kop) || kopwijzing(kop) === 0);
  return heeft(een, ander) && heeft(ander, een);
}

/** A sheet that waits for its first case, with the headers of the list: a month to come. */
function nogLeeg(blad: Celblad, beste: Lijst): Lijst | null {
  for (const koprij of blad.rijen.keys()) {
    if (koprij > LAATSTE_KOPRIJ) break;
    const bereik = zuiverBereik({ ...beste.bereik, blad: blad.blad, koprij, kolommen: undefined, laatsteRij: undefined });
    const lijst = { ...beste, blad, bereik, koppen: new Set([...koppen(blad, koprij, bereik).values()].map(kopsleutel)) };
    if (zelfdeKoppen(lijst, beste)) return lijst;
  }
  return null;
}

function lijstenOp(blad: Celblad, bron: Bron, bekend: ReadonlySet<string>): Lijst[] {
  const gevonden: Lijst[] = [];
  for (const koprij of blad.rijen.keys()) {
    if (koprij > LAATSTE_KOPRIJ) break;
    for (const lijst of lijstenOnder(blad, koprij, bron, bekend)) {
      // Headers of groups read as headers too, until the row below shows what they are.
      const boven = lijst.bereik.koprijen === undefined ? -1 : gevonden.findIndex(({ bereik }) => bereik.koprij === koprij - 1);
      if (boven >= 0) gevonden.splice(boven, 1);
      gevonden.push(lijst);
    }
  }
  return naastElkaar(gevonden);
}

/** The lists of which that row holds the headers: one, or several side by side. */
function lijstenOnder(blad: Celblad, koprij: number, bron: Bron, bekend: ReadonlySet<string>): Lijst[] {
  const weeg = (kolommen?: string): Lijst | null => {
    const enkel = lees({ blad: blad.blad, koprij, ...(kolommen === undefined ? {} : { kolommen }) });
    if (!enkel) return null;
    if (!heeftGroepskoppen(blad, koprij, kolommen)) return enkel;
    const dubbel = lees({ ...enkel.bereik, koprijen: 2 });
    return dubbel && dubbel.dekking > enkel.dekking ? dubbel : enkel;
  };
  const lees = (bereik: Bereik): Lijst | null => {
    const teksten = [...koppen(blad, koprij, bereik).values()].filter((kop) => kop.length <= LANGSTE_KOP);
    const [van, tot] = kolomgrenzen(bereik.kolommen);
    // A row with a date or a number is a row of the list, whatever words stand in it.
    if ((blad.rijen.get(koprij) ?? []).some((cel, kolom) => kolom >= van && kolom <= tot && isVanRij(cel, bron))) return null;
    if (!heeftDatumsOnder(blad, koprij, van, tot, bron)) return null;
    const wijzingen = teksten.map((kop) => (bekend.has(kopsleutel(kop)) ? 1 : kopwijzing(kop)));
    return { blad, bereik, punten: wijzingen.reduce((som, wijzing) => som + wijzing, 0), dekking: kopdekking(teksten), koppen: new Set(teksten.map(kopsleutel)) };
  };
  const genoeg = (lijst: Lijst | null): lijst is Lijst => lijst !== null && [...lijst.koppen].filter((kop) => bekend.has(kop) || kopwijzing(kop) > 0).length >= HERKENBAAR;

  const geheel = weeg();
  const delen = kolomblokken(blad, koprij).map(weeg).filter(genoeg);
  const grootste = Math.max(0, ...delen.map(({ dekking }) => dekking));
  // Headers that add up to more together belong to one list with an empty column in it.
  const samen = genoeg(geheel) && geheel.dekking > grootste + 0.5;
  return samen || delen.length === 0 ? (genoeg(geheel) ? [geheel] : []) : delen;
}

function isVanRij(cel: Cel | undefined, bron: Bron): boolean {
  return typeof cel === "number" || (typeof cel === "string" && leesDatum(cel, bron.datumstelsel).waarde !== null);
}

/** Below a header stand cases, and cases have dates. */
function heeftDatumsOnder(blad: Celblad, koprij: number, van: number, tot: number, bron: Bron): boolean {
  for (const [rij, cellen] of blad.rijen) {
    if (rij > koprij + EERSTE_DATUM) return false;
    if (rij > koprij && cellen.some((cel, kolom) => kolom >= van && kolom <= tot && cel !== undefined && leesDatum(cel, bron.datumstelsel).waarde !== null)) return true;
  }
  return false;
}

/** The blocks of columns into which a row falls apart: between them a column is empty here and below, or the same headers begin again. */
function kolomblokken(blad: Celblad, koprij: number): string[] {
  const opRij = koppen(blad, koprij);
  const gevuld = new Set(opRij.keys());
  for (const [rij, cellen] of blad.rijen) {
    if (rij > koprij + EERSTE_DATUM) break;
    if (rij > koprij) cellen.forEach((cel, kolom) => cel !== undefined && !isBlanco(cel) && gevuld.add(kolom));
  }
  const blokken: { van: number; tot: number; readonly koppen: Set<string> }[] = [];
  for (const kolom of [...gevuld].sort((a, b) => a - b)) {
    const sleutel = kopsleutel(opRij.get(kolom) ?? "");
    const blok = blokken.at(-1);
    const eerste = blok && kopsleutel(opRij.get(blok.van) ?? "");
    const begintOpnieuw = sleutel !== "" && sleutel === eerste && blok && blok.koppen.size > HERKENBAAR;
    if (!blok || kolom > blok.tot + 1 || begintOpnieuw) blokken.push({ van: kolom, tot: kolom, koppen: new Set([sleutel]) });
    else {
      blok.tot = kolom;
      blok.koppen.add(sleutel);
    }
  }
  return blokken.map(({ van, tot }) => `${kolomletters(van)}:${kolomletters(tot)}`);
}

/** Which columns are a list's needs to be said only where another stands beside it. */
function naastElkaar(lijsten: readonly Lijst[]): Lijst[] {
  const alleen = (lijst: Lijst) => lijsten.every((ander) => overlappen(lijst.bereik, ander.bereik));
  return lijsten.map((lijst) => (alleen(lijst) ? { ...lijst, bereik: zuiverBereik({ ...lijst.bereik, kolommen: undefined }) } : lijst));
}

/** Where another list stands below on the same sheet, the last row that belongs to the one above. */
function metLaatsteRij(lijsten: readonly Lijst[], alle: readonly Lijst[]): Lijst[] {
  return lijsten.map((lijst) => {
    const eronder = alle.filter(({ blad, bereik }) => blad === lijst.blad && bereik.koprij > lijst.bereik.koprij && overlappen(bereik, lijst.bereik));
    const eersteKoprij = Math.min(...eronder.map(({ bereik: { koprij, koprijen = 1 } }) => koprij - koprijen + 1));
    return eronder.length === 0 ? lijst : { ...lijst, bereik: { ...lijst.bereik, laatsteRij: laatsteRijVoor(lijst, eersteKoprij) } };
  });
}

/** The last row above the next header that is more than a title. */
function laatsteRijVoor({ blad, bereik }: Lijst, volgende: number): number {
  const [van, tot] = kolomgrenzen(bereik.kolommen);
  const erboven = [...blad.rijen].filter(([rij, cellen]) => rij < volgende && cellen.filter((cel, kolom) => kolom >= van && kolom <= tot && cel !== undefined && !isBlanco(cel)).length > 1);
  return Math.max(erboven.at(-1)?.[0] ?? volgende - 1, bereik.koprij);
}

function rijen(bron: Bron, { blad, koprij, kolommen, laatsteRij = Infinity }: Bereik): number {
  const [van, tot] = kolomgrenzen(kolommen);
  const cellen = bron.bladen.find((b) => b.blad === blad)?.rijen ?? new Map<number, readonly (Cel | undefined)[]>();
  return [...cellen].filter(([rij, inhoud]) => rij > koprij && rij <= laatsteRij && inhoud.some((cel, kolom) => kolom >= van && kolom <= tot && cel !== undefined && !isBlanco(cel))).length;
}
