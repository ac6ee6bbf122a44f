import { canoniekeJson } from "./canoniek";
import { gedeeldeGroepen } from "./groepen";
import type { Periode } from "./periode";
import type { Registratie, Stand, Uitsplitsing } from "./registratie";
import type { UitsplitsingWijziging, Wijziging } from "./uitwisseling/ontvangst";
import { gewijzigdzinnen, nieuwezin, vervallenzin } from "./verschilzinnen";

/** What a month will be other than it was received. */
export interface Verschil {
  readonly periode: Periode;
  /** vervallen: received before, no longer covered. gewijzigd also when only the breakdown differs (a SISA answer corrected). */
  readonly soort: "nieuw" | "nulopgave" | "gewijzigd" | "vervallen";
  readonly was: Stand | null;
  readonly wordt: Stand | null;
  /** For people: "maart: 1 zaak afgesloten, hulp". The year is left out when it is that of the last month. */
  readonly zinnen: readonly string[];
}

const NIETS: Stand = { gestart: 0, afgesloten: 0 };

/** The difference between what was received (null: nothing) and what will be sent, by month. Months that stay as they are are left out. */
export function vergelijk(was: Registratie | null, wordt: Registratie): Verschil[] {
  const maanden = vergelijkMaanden(was, wordt);
  const jaar = wordt.tot.slice(0, 4);
  const gewijzigd = maanden.filter((maand) => !gelijk(maand.was, maand.wordt)).map(({ periode }) => periode);
  // A span of several months has its words with the last of them that changed, or else with its last month.
  const spannen = vergelijkUitsplitsingen(was, wordt).flatMap((span) => {
    if (!span.was || !span.wordt) return [];
    const maandenErin = gewijzigd.filter((periode) => span.van <= periode && periode <= span.tot);
    return [{ was: span.was, wordt: span.wordt, periode: maandenErin.at(-1) ?? span.tot, eenMaand: maandenErin.length === 1 }];
  });
  return maanden.flatMap(({ periode, was: oud, wordt: nieuw }): Verschil[] => {
    if (!nieuw) return oud ? [{ periode, soort: "vervallen", was: oud, wordt: null, zinnen: [vervallenzin(periode, oud, jaar)] }] : [];
    if (!oud) return [{ periode, soort: nieuw.gestart === 0 ? "nulopgave" : "nieuw", was: null, wordt: nieuw, zinnen: [nieuwezin(periode, nieuw, jaar)] }];
    const zinnen = gewijzigdzinnen({ periode, was: oud, wordt: nieuw, span: spannen.find((span) => span.periode === periode) ?? null }, jaar);
    return zinnen.length === 0 ? [] : [{ periode, soort: "gewijzigd", was: oud, wordt: nieuw, zinnen }];
  });
}

/** Months whose `gestart` falls below what was received, also those no longer covered: a person must confirm them. */
export function verlagingen(was: Registratie | null, wordt: Registratie): Periode[] {
  return vergelijkMaanden(was, wordt)
    .filter((maand) => (maand.wordt ?? NIETS).gestart < (maand.was ?? NIETS).gestart)
    .map(({ periode }) => periode);
}

/** The difference as the receipt states it; a month no longer covered becomes 0. */
export function wijzigingen(was: Registratie | null, wordt: Registratie): { wijzigingen: Wijziging[]; uitsplitsingWijzigingen: UitsplitsingWijziging[] } {
  return {
    wijzigingen: vergelijkMaanden(was, wordt)
      .map((maand) => ({ ...maand, wordt: maand.wordt ?? NIETS }))
      .filter((maand) => !gelijk(maand.was, maand.wordt))
      .map((maand) => ({ ...maand, soort: maand.was ? "gewijzigd" : "nieuw" })),
    uitsplitsingWijzigingen: vergelijkUitsplitsingen(was, wordt).map(({ van, tot, was, wordt }) => ({ van, tot, soort: !was ? "nieuw" : !wordt ? "vervallen" : "gewijzigd" })),
  };
}

/** Every month of either state, in order; null where that state does not cover it. */
export function vergelijkMaanden(was: Registratie | null, wordt: Registratie): { periode: Periode; was: Stand | null; wordt: Stand | null }[] {
  const oud = standen(was);
  const nieuw = standen(wordt);
  return [...new Set([...oud.keys(), ...nieuw.keys()])].sort().map((periode) => ({ periode, was: oud.get(periode) ?? null, wordt: nieuw.get(periode) ?? null }));
}

/**
 * The spans that are not the same in both states, in order; null where a state has no span over exactly these months. Compared on the
 * groups that both have: what is asked besides, or no longer, is no difference.
 */
export function vergelijkUitsplitsingen(was: Registratie | null, wordt: Registratie): { van: Periode; tot: Periode; was: Uitsplitsing | null; wordt: Uitsplitsing | null }[] {
  const oud = uitsplitsingen(was);
  const nieuw = uitsplitsingen(wordt);
  return [...new Map([...oud, ...nieuw])]
    .map(([sleutel, { van, tot }]) => ({ van, tot, was: oud.get(sleutel) ?? null, wordt: nieuw.get(sleutel) ?? null }))
    .filter((span) => !span.was || !span.wordt || !teltHetzelfde(span.was, span.wordt))
    .sort((a, b) => (`${a.van}${a.tot}` < `${b.van}${b.tot}` ? -1 : 1));
}

function standen(registratie: Registratie | null): Map<Periode, Stand> {
  return new Map(registratie?.maanden.map(({ periode, gestart, afgesloten }) => [periode, { gestart, afgesloten }]));
}

function uitsplitsingen(registratie: Registratie | null): Map<string, Uitsplitsing> {
  return new Map(registratie?.uitsplitsingen.map((span) => [`${span.van} ${span.tot}`, span]));
}

/** Two spans over the same months say the same, as far as both say it. */
export function teltHetzelfde(a: Uitsplitsing, b: Uitsplitsing): boolean {
  return a.aantal === b.aantal && a.afgesloten === b.afgesloten && gedeeldeGroepen(a, b).every((groep) => canoniekeJson(a[groep] ?? null) === canoniekeJson(b[groep] ?? null));
}

function gelijk(a: Stand | null, b: Stand | null): boolean {
  return a?.gestart === b?.gestart && a?.afgesloten === b?.afgesloten;
}
