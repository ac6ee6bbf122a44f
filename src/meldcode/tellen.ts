import type { Datum } from "./datum";
import { isDicht } from "./groepen";
import type { Lijst } from "./lijst";
import { maandnummer, maandnummerVanDatum, type Periode, periodenVanTot, periodeVanNummer, toonPeriode } from "./periode";
import { MAXIMUM_MAANDEN, type Registratie, type Uitsplitsing } from "./registratie";
import { teltHetzelfde } from "./verschil";

export interface Telopties {
  /** k: no breakdown for fewer cases; at least 1. */
  readonly minimum: number;
  readonly peildatum: Datum;
  /** uuid; the same for every attempt to send this state. */
  readonly inzendingId: string;
  /** Fixed when the registratie starts. Default: the earliest case's month, or January of this year when there is no case. */
  readonly vanaf?: Periode | undefined;
  /** Default: the reference day's month, and never after it. */
  readonly tot?: Periode | undefined;
  readonly bevestigdeVerlagingen?: readonly Periode[] | undefined;
  /** Months that are closed, and what was received: policy that changes takes no breakdown from them and gives them none. */
  readonly gesloten?: { readonly maanden: readonly Periode[]; readonly was: Pick<Registratie, "uitsplitsingen"> } | undefined;
  /** registratieId whose place this one takes. */
  readonly vervangt?: string | undefined;
}

export interface Telbereik {
  readonly vanaf: Periode;
  readonly tot: Periode;
  /** Cases that were started before `vanaf` or after `tot`: they are not counted, and the user must be told. */
  readonly ervoor: number;
  readonly erna: number;
}

/**
 * Which months are counted, at most 120 up to and including `tot` (older ones fall off). Cases with a fout are left out of account.
 * Throws RangeError when `tot` lies after the reference day's month or before `vanaf`.
 */
export function telBereik(lijst: Lijst, opties: Pick<Telopties, "peildatum" | "vanaf" | "tot">): Telbereik {
  const laatste = maandnummerVanDatum(opties.peildatum);
  const tot = opties.tot === undefined ? laatste : maandnummer(opties.tot);
  if (tot > laatste) throw new RangeError(`Tellen kan tot en met ${toonPeriode(periodeVanNummer(laatste))}; latere maanden zijn er nog niet.`);
  const metZaken = lijst.maandstanden.maandenMetZaken();
  const vanaf = Math.max(tot - MAXIMUM_MAANDEN + 1, gevraagdeVanaf());
  if (vanaf > tot) throw new RangeError(`De eerste maand (${toonPeriode(periodeVanNummer(vanaf))}) ligt na de laatste (${toonPeriode(periodeVanNummer(tot))}).`);
  const gestart = (maanden: number[]) => maanden.reduce((som, maand) => som + lijst.maandstanden.gestart(maand), 0);
  return {
    vanaf: periodeVanNummer(vanaf),
    tot: periodeVanNummer(tot),
    ervoor: gestart(metZaken.filter((maand) => maand < vanaf)),
    erna: gestart(metZaken.filter((maand) => maand > tot)),
  };

  function gevraagdeVanaf(): number {
    if (opties.vanaf !== undefined) return maandnummer(opties.vanaf);
    const januari = laatste - (laatste % 12);
    return Math.min(tot, metZaken[0] ?? januari);
  }
}

/**
 * The state of the list as it is sent. Passes registratieSchema when `minimum` and `inzendingId` are valid.
 * Throws RangeError when the list has a fout, and as telBereik does.
 */
export function aggregateRegistratie(lijst: Lijst, opties: Telopties): Registratie {
  if (lijst.aantalFouten > 0) throw new RangeError("De lijst bevat nog fouten en kan niet geteld worden. Herstel die eerst.");
  const { vanaf, tot } = telBereik(lijst, opties);
  return {
    schema: "registratie/1",
    inzendingId: opties.inzendingId,
    vanaf,
    tot,
    minimum: opties.minimum,
    maanden: periodenVanTot(vanaf, tot).map((periode) => {
      const { aantal, afgesloten } = lijst.maandstanden.som(maandnummer(periode), maandnummer(periode));
      return { periode, gestart: aantal, afgesloten };
    }),
    uitsplitsingen: splitsUit(lijst, vanaf, tot, opties),
    bevestigdeVerlagingen: [...(opties.bevestigdeVerlagingen ?? [])],
    ...(opties.vervangt === undefined ? {} : { vervangt: opties.vervangt }),
  };
}

/**
 * The breakdown: walk the months, adding up; as soon as the sum reaches k, close a span and start again. What is left at the
 * end has no breakdown yet. Greedy from the front, so a later month never moves an earlier span. Months that are closed have the spans
 * with which they were received, and no others.
 */
function splitsUit(lijst: Lijst, vanaf: Periode, tot: Periode, { minimum, gesloten }: Pick<Telopties, "minimum" | "gesloten">): Uitsplitsing[] {
  const dicht = new Set(gesloten?.maanden);
  const ontvangen = (gesloten?.was.uitsplitsingen ?? []).filter((span) => isDicht(span, dicht) && span.aantal >= minimum);
  const uitsplitsingen: Uitsplitsing[] = [];
  let van = maandnummer(vanaf);
  let gestart = 0;
  for (let maand = van; maand <= maandnummer(tot); maand++) {
    const blijft = ontvangen.find((span) => maandnummer(span.van) === maand && teltHetzelfde(span, uitsplitsing(maand, maandnummer(span.tot))));
    if (blijft) {
      uitsplitsingen.push(blijft);
      maand = maandnummer(blijft.tot);
    } else {
      gestart += lijst.maandstanden.gestart(maand);
      if (gestart < minimum) continue;
      const span = uitsplitsing(van, maand);
      if (!isDicht(span, dicht) || ontvangen.some((eerder) => eerder.van === span.van && eerder.tot === span.tot)) uitsplitsingen.push(span);
    }
    van = maand + 1;
    gestart = 0;
  }
  return uitsplitsingen;

  function uitsplitsing(van: number, tot: number): Uitsplitsing {
    return { van: periodeVanNummer(van), tot: periodeVanNummer(tot), ...lijst.uitsplitsing(van, tot) };
  }
}
