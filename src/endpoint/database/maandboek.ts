import { datumVan } from "../../meldcode/datum";
import { type Periode, periodeVanDatum } from "../../meldcode/periode";
import type { Registratie, Stand } from "../../meldcode/registratie";
import type { Maandrij, Maandtotaalrij, Organisatierij } from "./tabellen";

/** A state and when it came in. */
export interface Ontvangen {
  readonly staat: Registratie;
  /** ISO 8601, UTC. */
  readonly ontvangenOp: string;
}

/** What counted for these cases until now: the list's own last state (null when it did not count), and that of the list whose place it takes. */
export interface Telde {
  readonly eigen: Registratie | null;
  readonly andere: Registratie | null;
}

/** Whose states are booked. */
export type Boekhouder = Pick<Organisatierij, "organisatie" | "sector" | "eenpersoons" | "eenpersoonsTot">;

const NIETS: Stand = { gestart: 0, afgesloten: 0 };

/** Keeps what an organisation's lists add up to per month, and what all of a sector add up to, as states come in. Pure: rows in, rows out. */
export class Maandboek {
  private readonly verschillen = new Map<string, Maandtotaalrij>();

  /** The rows that change, from what they were (`bekend`, by month). `perioden`: those that may (geraakteMaanden). */
  boek(van: Boekhouder, telde: Telde, nieuw: Ontvangen, bekend: ReadonlyMap<string, Maandrij>, perioden: readonly Periode[] = geraakteMaanden(telde, nieuw, null)): Maandrij[] {
    const ontvangstmaand = maandVan(nieuw.ontvangenOp);
    const wordt = standen(nieuw.staat);
    const bronnen = [telde.eigen, telde.andere].flatMap((bron) => (bron ? [standen(bron)] : []));
    const rijen: Maandrij[] = [];
    for (const periode of perioden) {
      const stand = wordt.get(periode);
      const oud = bronnen.flatMap((bron) => bron.get(periode) ?? []);
      const was = oud.reduce(plus, NIETS);
      const { gestart, afgesloten } = stand ?? NIETS;
      const gewijzigd = oud.length > 0 && (was.gestart !== gestart || was.afgesloten !== afgesloten);
      const naAfloop = stand !== undefined && ontvangstmaand > periode;
      const eerder = bekend.get(periode);
      const rij: Maandrij = {
        organisatie: van.organisatie,
        periode,
        lijsten: (eerder?.lijsten ?? 0) + (stand ? 1 : 0) - oud.length,
        gestart: (eerder?.gestart ?? 0) + gestart - was.gestart,
        afgesloten: (eerder?.afgesloten ?? 0) + afgesloten - was.afgesloten,
        eerst: eerder?.eerst ?? nieuw.ontvangenOp,
        naAfloop: eerder?.naAfloop ?? (naAfloop ? nieuw.ontvangenOp : null),
        gecorrigeerd: eerder?.gecorrigeerd === 1 || (gewijzigd && eerder !== undefined && eerder.naAfloop !== null) ? 1 : 0,
      };
      if (eerder && gelijk(eerder, rij)) continue;
      rijen.push(rij);
      this.tel(van, eerder, -1);
      this.tel(van, rij, 1);
    }
    return rijen;
  }

  /** The totals of another sector, or those of one-person practices, get what the organisation adds up to. */
  verplaats(van: Boekhouder, naar: Boekhouder, maanden: readonly Maandrij[]): void {
    for (const maand of maanden) {
      this.tel(van, maand, -1);
      this.tel(naar, maand, 1);
    }
  }

  /** What changes in the totals per month and sector; only where something changes. */
  totalen(): Maandtotaalrij[] {
    return [...this.verschillen.values()].filter(({ gereageerd, gestart, afgesloten }) => gereageerd !== 0 || gestart !== 0 || afgesloten !== 0);
  }

  private tel(van: Boekhouder, rij: Maandrij | undefined, keer: 1 | -1): void {
    if (!rij || !telt(rij, isEenpersoons(van, rij.periode))) return;
    const { sector } = van;
    const eenpersoons = isEenpersoons(van, rij.periode) ? 1 : 0;
    const sleutel = `${rij.periode} ${sector} ${eenpersoons}`;
    let tot = this.verschillen.get(sleutel);
    if (!tot) this.verschillen.set(sleutel, (tot = { periode: rij.periode, sector, eenpersoons, gereageerd: 0, gestart: 0, afgesloten: 0 }));
    tot.gereageerd += keer;
    tot.gestart += keer * rij.gestart;
    tot.afgesloten += keer * rij.afgesloten;
  }
}

/**
 * The months whose row may become another one; those of the others need not be read. `vorige`: when `eigen` was received. A month of
 * which the list says the same as it did then, after its end, stays as it is.
 */
export function geraakteMaanden({ eigen, andere }: Telde, nieuw: Ontvangen, vorige: string | null): Periode[] {
  const wordt = standen(nieuw.staat);
  const was = eigen && standen(eigen);
  const alle = [...new Set([...wordt.keys(), ...(was?.keys() ?? []), ...(andere ? standen(andere).keys() : [])])];
  if (!was || andere || vorige === null) return alle;
  const vorigeMaand = maandVan(vorige);
  return alle.filter((periode) => {
    const [oud, stand] = [was.get(periode), wordt.get(periode)];
    return periode >= vorigeMaand || oud === undefined || stand === undefined || oud.gestart !== stand.gestart || oud.afgesloten !== stand.afgesloten;
  });
}

/** Whether the organisation's figures of this month are those of a one-person practice: of the reporter itself. */
export function isEenpersoons({ eenpersoons, eenpersoonsTot }: Pick<Organisatierij, "eenpersoons" | "eenpersoonsTot">, periode: string): boolean {
  return eenpersoons === 1 || (eenpersoonsTot !== null && periode <= eenpersoonsTot);
}

/**
 * Whether the organisation responded for this month. A month that still ran when it was received, with nothing in it yet, is no
 * response (but of a one-person practice it is, for otherwise that would tell its figure).
 */
export function telt({ lijsten, gestart, naAfloop }: Maandrij, eenpersoons: boolean): boolean {
  return lijsten > 0 && (gestart > 0 || naAfloop !== null || eenpersoons);
}

function maandVan(moment: string): Periode {
  return periodeVanDatum(datumVan(new Date(moment)));
}

function standen(staat: Registratie): Map<Periode, Stand> {
  return new Map(staat.maanden.map((maand) => [maand.periode, maand]));
}

function plus(a: Stand, b: Stand): Stand {
  return { gestart: a.gestart + b.gestart, afgesloten: a.afgesloten + b.afgesloten };
}

function gelijk(a: Maandrij, b: Maandrij): boolean {
  return a.lijsten === b.lijsten && a.gestart === b.gestart && a.afgesloten === b.afgesloten && a.naAfloop === b.naAfloop && a.gecorrigeerd === b.gecorrigeerd;
}
