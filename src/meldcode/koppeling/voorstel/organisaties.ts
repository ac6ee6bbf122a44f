import { kopsleutel } from "../../lezen/koppen";
import { normaliseer } from "../../lezen/tekst";
import type { Koppelingsbegin } from "../koppeling";
import type { Kolom } from "./kolommen";

/** An organisation that the list may be about, a board's school for example. */
export interface Bekendeorganisatie {
  readonly organisatieId: string;
  readonly naam: string;
}

export interface Organisatiekolom {
  readonly kolom: Kolom;
  /** What is certain: the words of the list, and the names of who has no case in it. */
  readonly waarden: Readonly<Record<string, string>>;
  /** Words to be asked about, with the organisation that they most look like. */
  readonly twijfel: readonly { readonly woord: string; readonly voorstel: string | null }[];
}

/** Fewer rows than this share with a known name: the column is about something else. */
const MINSTE_AANDEEL = 0.5;
/** A column with such a header may name them in words of its own, of which each organisation has a few. */
const KOP = /school|organisatie|vestiging|locatie|instelling|praktijk|brin/;
const MEESTE_WOORDEN = 3;
/** What many names have in common tells them apart no more. */
const ALGEMEEN = /^(de|het|een|van|der|den|en|school|basisschool|bs|obs|cbs|rkbs|pcbs|ibs|sbo|so|vso|vo|po|ikc|kc|kindcentrum|kdv|bso|kinderdagverblijf|stichting|locatie|vestiging|praktijk|huisartsenpraktijk|afdeling)$/;

/** The column whose words name the organisations; null when no column does. `eerder`: what was decided before, which holds. */
export function vindOrganisatiekolom(kolommen: readonly Kolom[], organisaties: readonly Bekendeorganisatie[], eerder: NonNullable<Koppelingsbegin["organisatie"]> | null): Organisatiekolom | null {
  const bekend = new Map(Object.entries(eerder?.waarden ?? {}).map(([woord, id]) => [normaliseer(woord), id]));
  const gokken = kolommen.map((kolom) => leesKolom(kolom, organisaties, bekend));
  const vast = eerder && (gokken.find(({ kolom }) => kolom.kolom === eerder.kolom && kopsleutel(kolom.kop) === kopsleutel(eerder.kop)) ?? gokken.find(({ kolom }) => kopsleutel(kolom.kop) === kopsleutel(eerder.kop)));
  const [beste] = gokken.filter(({ genoemd, aandeel }) => genoemd > 1 && aandeel >= MINSTE_AANDEEL).sort((a, b) => b.aandeel - a.aandeel || b.genoemd - a.genoemd);
  const gekozen = vast ?? beste ?? gokken.find(({ kolom: { kop, woorden, datums } }) => KOP.test(kopsleutel(kop)) && datums === 0 && woorden.size > 1 && woorden.size <= MEESTE_WOORDEN * organisaties.length);
  if (!gekozen) return null;
  const { kolom, zeker, twijfel } = gekozen;
  const aanwezig = new Set(Object.values(zeker));
  const zonderZaak = organisaties.filter(({ organisatieId }) => !aanwezig.has(organisatieId)).map(({ naam, organisatieId }) => [naam, organisatieId]);
  return { kolom, waarden: { ...eerder?.waarden, ...Object.fromEntries(zonderZaak), ...zeker }, twijfel };
}

function leesKolom(kolom: Kolom, organisaties: readonly Bekendeorganisatie[], bekend: ReadonlyMap<string, string>) {
  const zeker: Record<string, string> = {};
  const twijfel: { woord: string; voorstel: string | null }[] = [];
  let cellen = 0;
  for (const [woord, groep] of kolom.woorden) {
    const organisatieId = bekend.get(woord) ?? genoemdDoor(woord, organisaties);
    if (organisatieId !== null) {
      zeker[woord] = organisatieId;
      cellen += groep.length;
    } else twijfel.push({ woord, voorstel: gelijkend(woord, organisaties) });
  }
  return { kolom, zeker, twijfel, genoemd: new Set(Object.values(zeker)).size, aandeel: kolom.cellen.length === 0 ? 0 : cellen / kolom.cellen.length };
}

/** The organisation that a word names: by its very name, else by a part of it that no other has; null when that is not certain. */
function genoemdDoor(woord: string, organisaties: readonly Bekendeorganisatie[]): string | null {
  const zelfde = organisaties.filter(({ naam, organisatieId }) => normaliseer(naam) === woord || normaliseer(organisatieId) === woord);
  return enige(zelfde.length > 0 ? zelfde : organisaties.filter(({ naam }) => isDeel(delen(woord), delen(normaliseer(naam)))));
}

/** A word that says more than a name does may well be that name: worth a suggestion. */
function gelijkend(woord: string, organisaties: readonly Bekendeorganisatie[]): string | null {
  return enige(organisaties.filter(({ naam }) => isDeel(delen(normaliseer(naam)), delen(woord))));
}

function enige([eerste, ...andere]: readonly Bekendeorganisatie[]): string | null {
  return eerste && andere.length === 0 ? eerste.organisatieId : null;
}

function isDeel(deel: readonly string[], geheel: readonly string[]): boolean {
  return deel.length > 0 && deel.every((stuk) => geheel.includes(stuk));
}

/** What tells a name from others: "basisschool De Linde (demo)" → linde, demo. */
function delen(naam: string): string[] {
  return naam.split(/[^\p{L}\p{N}]+/u).filter((stuk) => stuk !== "" && !ALGEMEEN.test(stuk));
}
