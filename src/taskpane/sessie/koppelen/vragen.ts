import { kopsleutel } from "../../../meldcode/lezen/koppen";
import type { Bron } from "../../../meldcode/koppeling/celblad";
import { type Filter, type Kolomwijzer, type Koppelingsbegin, koppelingSchema } from "../../../meldcode/koppeling/koppeling";
import { pasKoppelingToe } from "../../../meldcode/koppeling/toepassen";
import { leesKolommen, voorbeelden } from "../../../meldcode/koppeling/voorstel/kolommen";
import { beantwoord, type Vraag } from "../../../meldcode/koppeling/voorstel/vragen";
import { type Veld, VELDEN } from "../../../meldcode/veld";
import type { Vraagstelling } from "../../../meldcode/vraagstelling";
import { metKolommen, zonderKolom, zonderVeld } from "./keuzes";
import { koppelzinnen } from "./zinnen";

/** A column has another header than when the list was mapped: is it still that column? */
export interface Naamvraag {
  readonly soort: "naam";
  readonly veld: Veld | null;
  readonly kop: string;
  readonly wordt: string;
  readonly zin: string;
  readonly antwoord?: boolean;
}

/** What is asked: by the engine, or by us about what changed since the list was mapped. */
export type Koppelvraag = Vraag | Naamvraag;
export type Antwoord = Koppelvraag["antwoord"];

/** The same for the same question in a later proposal. */
export function sleutelVan(vraag: Koppelvraag): string {
  switch (vraag.soort) {
    case "kolom":
      return `kolom ${vraag.veld} ${vraag.blad ?? ""}`;
    case "leeg":
    case "leeg-naast":
      return `${vraag.soort} ${vraag.veld}`;
    case "waarden":
      return `waarden ${vraag.veld} ${vraag.kolom}`;
    case "filter":
    case "leeftijd":
    case "organisatie":
      return `${vraag.soort} ${vraag.kolom}`;
    case "naam":
      return `naam ${vraag.kop} ${vraag.wordt}`;
    case "zelfde-zaak":
    case "blad":
      return vraag.soort;
  }
}

/** The mapping with this answer in it, also when it was answered otherwise before. @throws Koppelingfout when the answer does not fit */
export function verwerk(koppeling: Koppelingsbegin, vraag: Koppelvraag): Koppelingsbegin {
  switch (vraag.soort) {
    case "naam":
      return vraag.antwoord === false && vraag.veld ? { ...koppeling, velden: zonderVeld(koppeling.velden, vraag.veld) } : koppeling;
    case "kolom":
      // A required field that the list does not have stands in the mapping without columns; without a start date nothing can be read.
      if (vraag.blad !== undefined) return beantwoord(koppeling, [vraag]);
      return typeof vraag.antwoord === "string" ? beantwoord(zonderKolom(koppeling, vraag.antwoord, vraag.veld), [vraag]) : metKolommen(koppeling, vraag.veld, []);
    case "filter":
      return metFilter(koppeling, vraag);
    case "blad":
      return beantwoord(zonderBladen(koppeling, vraag.keuzes.map(({ blad }) => blad)), [vraag]);
    default:
      return beantwoord(koppeling, [vraag]);
  }
}

/** As if of these sheets nothing was said. */
function zonderBladen(koppeling: Koppelingsbegin, bladen: readonly string[]): Koppelingsbegin {
  const andereBladen = koppeling.andereBladen?.filter((blad) => !bladen.includes(blad));
  return { ...koppeling, bereiken: koppeling.bereiken.filter(({ blad }) => !bladen.includes(blad)), andereBladen: andereBladen?.length === 0 ? undefined : andereBladen };
}

/** Words that are new in a column on which rows are left out, join those that were sorted before. */
function metFilter(koppeling: Koppelingsbegin, vraag: Extract<Vraag, { soort: "filter" }>): Koppelingsbegin {
  const oud = koppeling.filters.find((filter) => isVan(filter, vraag));
  if (!oud) return beantwoord(koppeling, [vraag]);
  const woorden = vraag.woorden.map(({ woord }) => woord);
  const weg = vraag.antwoord ?? [];
  const zonder = (lijst: readonly string[] = []) => lijst.filter((woord) => !woorden.includes(woord));
  const filter = { ...oud, weglaten: [...zonder(oud.weglaten), ...weg], tellen: [...zonder(oud.tellen), ...woorden.filter((woord) => !weg.includes(woord))] };
  return { ...koppeling, filters: koppeling.filters.map((f) => (f === oud ? filter : f)) };
}

function isVan(filter: Filter, vraag: { readonly kop: string; readonly kolom: string }): boolean {
  return filter.kolom === vraag.kolom || kopsleutel(filter.kop) === kopsleutel(vraag.kop);
}

/** Words that turned up since the rows were sorted. Of a column of which only totals are left out, nothing is asked. */
export function nieuweFilterwoorden({ bereiken, filters }: Koppelingsbegin, bron: Bron): Vraag[] {
  if (!filters.some(({ tellen }) => tellen)) return [];
  const kolommen = leesKolommen(bereiken, bron);
  return filters.flatMap(({ kop, kolom: letter, weglaten, tellen }): Vraag[] => {
    const kolom = kolommen.find((k) => k.kolom === letter) ?? kolommen.find((k) => kopsleutel(k.kop) === kopsleutel(kop));
    if (!kolom || !tellen) return [];
    const nieuw = Array.from(kolom.woorden).filter(([woord]) => !weglaten.includes(woord) && !tellen.includes(woord));
    const woorden = nieuw.map(([woord, cellen]) => ({ woord, aantal: cellen.length, voorstel: "tellen" as const, voorbeelden: voorbeelden(cellen, bron) }));
    return woorden.length === 0 ? [] : [{ soort: "filter", kop: kolom.kop, kolom: kolom.kolom, zin: koppelzinnen.nieuwSoort(kolom.kop), woorden }];
  });
}

/** Takes over headers that were renamed, and asks whether that was right. A mapping that does not fit at all comes back as it is. */
export function herstelKoppen(koppeling: Koppelingsbegin, bron: Bron, vraagstelling: Vraagstelling): { koppeling: Koppelingsbegin; vragen: Naamvraag[] } {
  const heel = koppelingSchema.safeParse(koppeling);
  if (!heel.success) return { koppeling, vragen: [] };
  let hernoemd: { readonly kop: string; readonly wordt: string; readonly overal: boolean }[];
  try {
    const { bereiken } = pasKoppelingToe(heel.data, bron, vraagstelling);
    const alle = new Map(bereiken.flatMap((b) => b.hernoemd.map(({ kop, wordt }) => [`${kop}\n${wordt}`, { kop, wordt }] as const)));
    hernoemd = Array.from(alle.values(), (h) => ({ ...h, overal: bereiken.every((b) => b.hernoemd.some(({ kop, wordt }) => kop === h.kop && wordt === h.wordt)) }));
  } catch {
    return { koppeling, vragen: [] };
  }
  return {
    koppeling: hernoemd.reduce((tot, { kop, wordt, overal }) => metNaam(tot, kop, wordt, overal), koppeling),
    vragen: hernoemd.map(({ kop, wordt }) => ({ soort: "naam", kop, wordt, veld: VELDEN.find((v) => koppeling.velden[v]?.kolommen.some((k) => k.kop === kop)) ?? null, zin: koppelzinnen.hernoemd(kop, wordt) })),
  };
}

/** Where it is not `overal` called so, the old header still says where the column stands on the other sheets. */
function metNaam(koppeling: Koppelingsbegin, oud: string, nieuw: string, overal: boolean): Koppelingsbegin {
  const noem = <W extends Kolomwijzer>(wijzer: W): W => (wijzer.kop !== oud ? wijzer : overal ? { ...wijzer, kop: nieuw } : { ...wijzer, andereKoppen: [...(wijzer.andereKoppen ?? []), nieuw] });
  const velden = Object.fromEntries(Object.entries(koppeling.velden).map(([veld, deel]) => [veld, { ...deel, kolommen: deel.kolommen.map(noem) }]));
  return {
    ...koppeling,
    // fromEntries forgets which part is whose.
    velden: velden as Koppelingsbegin["velden"],
    filters: koppeling.filters.map(noem),
    ...(koppeling.leeftijd && { leeftijd: noem(koppeling.leeftijd) }),
  };
}
