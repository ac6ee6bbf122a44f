import { type Celblad, kolomletters, kolomnummer } from "../../meldcode/koppeling/celblad";
import { type Nieuwblad, onbekendeBladen, zoekKoppen } from "../../meldcode/koppeling/nieuwebladen";
import type { Koppeling } from "../../meldcode/koppeling/koppeling";
import { alsCelblad, type Celblok, LAATSTE_RIJ, type Rijenreeks, vraagBlok, vraagOmvangVan } from "./bladvraag";
import { laatsteRij, type Planblad, sleutel } from "./eigenlijstplan";
import type { Hint } from "./luisteraar";
import { isVanOns, type Stand, zonderSpoor } from "./stand";

/**
 * What is asked of a sheet that the mapping does not know, to see whether the list goes on there: its header rows, and how far down
 * columns are filled. No cell below the headers is read.
 */
export interface Kijkwens {
  readonly blad: string;
  readonly koprijen: readonly Rijenreeks[];
  readonly kolommen: readonly number[];
}

export interface Kijkantwoord {
  readonly wens: Kijkwens;
  readonly koppen: readonly Celblok[];
  /** By column: the last row that holds anything; 0: nothing. */
  readonly gevuldTot: ReadonlyMap<number, number>;
}

/** By the sheet's name in small letters. */
export type Gekeken = ReadonlyMap<string, Kijkantwoord>;

/** More sheets, or wider ones, than anyone's; some 200 kB in all. */
const MEESTE_BLADEN = 50;
const LAATSTE_KOLOM = "IV";

/** `gekeken`: what is known already says in which column the start dates stand. */
export function kijkwensen(koppeling: Koppeling, bladen: readonly Planblad[], stand: Stand, gekeken: Gekeken): readonly Kijkwens[] {
  const koprijen = [...new Map(bladen.flatMap((blad) => blad.koprijen).map((reeks) => [`${reeks.van}:${reeks.tot}`, reeks])).values()];
  const { kolom } = koppeling.velden.startdatum.kolommen[0];
  const namen = stand.bladen.flatMap((blad) => (isVanOns(stand, blad) ? [] : [{ blad: blad.naam, zichtbaar: blad.zichtbaar }]));
  return onbekendeBladen(koppeling, namen).slice(0, MEESTE_BLADEN).map(({ blad }) => {
    const gevonden = zoekKoppen(koppeling, metGekeken(alsCelblad(blad, true, []), gekeken)).map(({ startkolom }) => startkolom);
    return { blad, koprijen, kolommen: [...new Set([...(kolom === undefined ? [] : [kolomnummer(kolom)]), ...gevonden])] };
  });
}

/** What of these is not answered yet. */
export function nogOpen(wensen: readonly Kijkwens[], gekeken: Gekeken): readonly Kijkwens[] {
  return wensen.filter((wens) => {
    const antwoord = gekeken.get(sleutel(wens.blad));
    return !antwoord || JSON.stringify(antwoord.wens.koprijen) !== JSON.stringify(wens.koprijen) || !wens.kolommen.every((kolom) => antwoord.gevuldTot.has(kolom));
  });
}

export function vraagKijken(context: Excel.RequestContext, wensen: readonly Kijkwens[]): () => Gekeken {
  const vragen = wensen.map((wens) => {
    const vel = context.workbook.worksheets.getItemOrNullObject(wens.blad);
    const gevuld = (adres: string) => zonderSpoor(zonderSpoor(vel.getRange(adres)).getUsedRangeOrNullObject(true));
    const koppen = wens.koprijen.map(({ van, tot }) => vraagBlok(gevuld(`A${van}:${LAATSTE_KOLOM}${tot}`)));
    const kolommen = wens.kolommen.map((kolom) => [kolom, vraagOmvangVan(gevuld(`${kolomletters(kolom)}1:${kolomletters(kolom)}${LAATSTE_RIJ}`))] as const);
    return { wens, koppen, kolommen };
  });
  return () =>
    new Map(
      vragen.map(({ wens, koppen, kolommen }) => {
        const gevuldTot = new Map(kolommen.map(([kolom, lees]) => [kolom, laatsteRij(lees())]));
        return [sleutel(wens.blad), { wens, koppen: koppen.flatMap((lees) => lees() ?? []), gevuldTot }];
      }),
    );
}

/** The sheet with what was seen of it. */
export function metGekeken(blad: Celblad, gekeken: Gekeken): Celblad {
  const gezien = gekeken.get(sleutel(blad.blad));
  return gezien ? { ...alsCelblad(blad.blad, blad.zichtbaar, gezien.koppen), gevuldTot: gezien.gevuldTot } : blad;
}

/** Whether a change elsewhere in the workbook can make a sheet part of the list: in its header rows, or below headers that wait for a first case. */
export function maaktNieuwBlad(koppeling: Koppeling, stand: Stand, gekeken: Gekeken, nieuweBladen: readonly Nieuwblad[]): (hint: Hint) => boolean {
  const perBlad = new Map(
    stand.bladen.flatMap(({ id, naam, zichtbaar }) => {
      const gezien = gekeken.get(sleutel(naam));
      if (!gezien || nieuweBladen.some(({ bereik }) => bereik.blad === naam)) return [];
      const wacht = zoekKoppen(koppeling, metGekeken(alsCelblad(naam, zichtbaar, []), gekeken)).map(({ bereik }) => ({ van: bereik.koprij, tot: LAATSTE_RIJ }));
      return [[id, [...gezien.wens.koprijen, ...wacht]] as const];
    }),
  );
  return (hint) => {
    if (hint.soort === "blad-erbij") return true;
    const rijen = perBlad.get(hint.bladId ?? "");
    return rijen !== undefined && (hint.soort === "alles" || rijen.some(({ van, tot }) => hint.van <= tot && van <= hint.tot));
  };
}
