import type { Datum } from "./datum";
import type { Lijst } from "./lijst";
import { legeStand, type Maandstand } from "./maandstanden";
import { maandnummer, maandnummerVanDatum, type Periode, periodenVanTot, periodeVanNummer, toonPeriode } from "./periode";
import { MAXIMUM_MAANDEN, type Registratie, type Uitsplitsing } from "./registratie";

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
  const standen = lijst.maandstanden.metZaken();
  const vanaf = Math.max(tot - MAXIMUM_MAANDEN + 1, gevraagdeVanaf());
  if (vanaf > tot) throw new RangeError(`De eerste maand (${toonPeriode(periodeVanNummer(vanaf))}) ligt na de laatste (${toonPeriode(periodeVanNummer(tot))}).`);
  const gestart = (waar: (maand: number) => boolean) => standen.reduce((som, [maand, stand]) => (waar(maand) ? som + stand.gestart : som), 0);
  return { vanaf: periodeVanNummer(vanaf), tot: periodeVanNummer(tot), ervoor: gestart((maand) => maand < vanaf), erna: gestart((maand) => maand > tot) };

  function gevraagdeVanaf(): number {
    if (opties.vanaf !== undefined) return maandnummer(opties.vanaf);
    const januari = laatste - (laatste % 12);
    return Math.min(tot, standen.length === 0 ? januari : Math.min(...standen.map(([maand]) => maand)));
  }
}

/**
 * The state of the list as it is sent. Passes registratieSchema when `minimum` and `inzendingId` are valid.
 * Throws RangeError when the list has a fout, and as telBereik does.
 */
export function aggregateRegistratie(lijst: Lijst, opties: Telopties): Registratie {
  if (lijst.aantalFouten > 0) throw new RangeError("De lijst bevat nog fouten en kan niet geteld worden. Herstel die eerst.");
  const { vanaf, tot } = telBereik(lijst, opties);
  const perMaand = new Map(lijst.maandstanden.metZaken());
  const maanden = periodenVanTot(vanaf, tot).map((periode) => ({ periode, stand: perMaand.get(maandnummer(periode)) ?? legeStand() }));
  return {
    schema: "registratie/1",
    inzendingId: opties.inzendingId,
    vanaf,
    tot,
    minimum: opties.minimum,
    maanden: maanden.map(({ periode, stand: { gestart, afgesloten } }) => ({ periode, gestart, afgesloten })),
    uitsplitsingen: splitsUit(maanden, opties.minimum),
    bevestigdeVerlagingen: [...(opties.bevestigdeVerlagingen ?? [])],
    ...(opties.vervangt === undefined ? {} : { vervangt: opties.vervangt }),
  };
}

/**
 * The breakdown: walk the months, adding up; as soon as the sum reaches k, close a span and start again. What is left at the
 * end has no breakdown yet. Greedy from the front, so a later month never moves an earlier span.
 */
function splitsUit(maanden: readonly { periode: Periode; stand: Maandstand }[], minimum: number): Uitsplitsing[] {
  const uitsplitsingen: Uitsplitsing[] = [];
  let som = legeStand();
  let van: Periode | null = null;
  for (const { periode, stand } of maanden) {
    van ??= periode;
    telOp(som, stand);
    if (som.gestart < minimum) continue;
    const { gestart, ...rest } = som;
    uitsplitsingen.push({ van, tot: periode, aantal: gestart, ...rest });
    som = legeStand();
    van = null;
  }
  return uitsplitsingen;
}

function telOp(som: Maandstand, stand: Maandstand): void {
  som.gestart += stand.gestart;
  som.afgesloten += stand.afgesloten;
  telGroepOp(som.sisa, stand.sisa);
  telGroepOp(som.consultatie, stand.consultatie);
  telGroepOp(som.stap5, stand.stap5);
  telGroepOp(som.doorlooptijd, stand.doorlooptijd);
}

function telGroepOp<K extends string>(som: Record<K, number>, groep: Readonly<Record<K, number>>): void {
  // Object.keys forgets that these are exactly the keys of the record.
  for (const sleutel of Object.keys(groep) as K[]) som[sleutel] += groep[sleutel];
}
