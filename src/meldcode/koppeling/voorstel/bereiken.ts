import { leesDatum } from "../../lezen/datums";
import { kopsleutel } from "../../lezen/koppen";
import { isBlanco } from "../../lezen/tekst";
import type { Bereik, Koppelingsbegin } from "../koppeling";
import { type Celblad, koppen } from "../plaatsen";
import type { Bron } from "../toepassen";
import { kopwijzing } from "./velden";

export interface Bereikgok extends Bereik {
  /** 0 to 1. */
  readonly zekerheid: number;
  /** Filled rows below the header. */
  readonly rijen: number;
}

/** How far down a header row is looked for, and how long a header can be. */
const LAATSTE_KOPRIJ = 500;
const LANGSTE_KOP = 80;
/** Sheets that are often no part of the list. */
const TWIJFELNAAM = /kopie|archief|voorbeeld|sjabloon|concept|\boud\b|test/i;

export interface Bereikvondst {
  readonly bereiken: readonly Bereikgok[];
  /** Visible sheets with a list whose headers differ. */
  readonly nietGelezen: readonly string[];
}

/** The areas on the visible sheets that have the same headers as the most likely one; none when nothing looks like a list. */
export function vindBereiken(bron: Bron, eerder: Koppelingsbegin | null): Bereikvondst {
  const bekend = new Set(Object.values(eerder?.velden ?? {}).flatMap((veld) => veld.kolommen.map(({ kop }) => kopsleutel(kop))));
  const gekozen = eerder?.bereiken.flatMap((bereik) => (bron.bladen.some(({ blad }) => blad === bereik.blad) ? [bereik] : [])) ?? [];
  if (gekozen.length > 0 && gekozen.length === eerder?.bereiken.length) {
    return { bereiken: gekozen.map((bereik) => ({ ...bereik, zekerheid: 1, rijen: rijen(bron, bereik) })), nietGelezen: [] };
  }

  const koprijen = bron.bladen.filter(({ zichtbaar }) => zichtbaar).flatMap((blad) => koprijenVan(blad, bron, bekend));
  const beste = koprijen.toSorted((a, b) => b.punten - a.punten)[0];
  if (!beste) return { bereiken: [], nietGelezen: [] };
  const gelijk = koprijen.filter(({ sleutel }) => sleutel === beste.sleutel);
  const bereiken = gelijk.map(({ blad, koprij }, i) => {
    const volgende = gelijk[i + 1];
    const bereik: Bereik = { blad: blad.blad, koprij, ...(volgende?.blad === blad ? { laatsteRij: laatsteRijVoor(blad, volgende.koprij) } : {}) };
    return { ...bereik, zekerheid: gelijk.length > 1 && TWIJFELNAAM.test(blad.blad) ? 0.4 : 0.95, rijen: rijen(bron, bereik) };
  });
  const nietGelezen = new Set(koprijen.map(({ blad }) => blad.blad).filter((naam) => !gelijk.some(({ blad }) => blad.blad === naam)));
  return { bereiken, nietGelezen: [...nietGelezen] };
}

interface Koprij {
  readonly blad: Celblad;
  readonly koprij: number;
  readonly punten: number;
  /** The same for areas with the same headers, in whatever order. */
  readonly sleutel: string;
}

function koprijenVan(blad: Celblad, bron: Bron, bekend: ReadonlySet<string>): Koprij[] {
  const gevonden: Koprij[] = [];
  for (const [koprij, cellen] of blad.rijen) {
    if (koprij > LAATSTE_KOPRIJ) break;
    // A row with a date or a number is a row of the list, whatever words stand in it.
    if (cellen.some((cel) => typeof cel === "number" || (typeof cel === "string" && leesDatum(cel, bron.datumstelsel).waarde !== null))) continue;
    const teksten = [...koppen(blad, koprij).values()].filter((kop) => kop.length <= LANGSTE_KOP);
    const wijzingen = teksten.map((kop) => (bekend.has(kopsleutel(kop)) ? 1 : kopwijzing(kop)));
    const punten = wijzingen.reduce((som, wijzing) => som + wijzing, 0);
    const genoeg = wijzingen.filter((wijzing) => wijzing > 0).length >= 3 && heeftDatumsOnder(blad, koprij, bron);
    if (genoeg) gevonden.push({ blad, koprij, punten, sleutel: teksten.map(kopsleutel).toSorted().join("\n") });
  }
  return gevonden;
}

/** Below a header stand cases, and cases have dates. */
function heeftDatumsOnder(blad: Celblad, koprij: number, bron: Bron): boolean {
  for (const [rij, cellen] of blad.rijen) {
    if (rij > koprij + 50) return false;
    if (rij > koprij && cellen.some((cel) => cel !== undefined && leesDatum(cel, bron.datumstelsel).waarde !== null)) return true;
  }
  return false;
}

/** The last row above the next header that is more than a title. */
function laatsteRijVoor(blad: Celblad, volgende: number): number {
  const erboven = [...blad.rijen].filter(([rij, cellen]) => rij < volgende && cellen.filter((cel) => cel !== undefined && !isBlanco(cel)).length > 1);
  return erboven.at(-1)?.[0] ?? volgende - 1;
}

function rijen(bron: Bron, { blad, koprij, laatsteRij = Infinity }: Bereik): number {
  const cellen = bron.bladen.find((b) => b.blad === blad)?.rijen ?? new Map();
  return [...cellen].filter(([rij, inhoud]) => rij > koprij && rij <= laatsteRij && inhoud.some((cel: unknown) => cel !== undefined && cel !== null && cel !== "")).length;
}
