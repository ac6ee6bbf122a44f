import type { Datumstelsel } from "../../meldcode/datum";
import type { Bron, Celblad } from "../../meldcode/koppeling/celblad";
import { type Koppeling, Koppelingfout } from "../../meldcode/koppeling/koppeling";
import type { Vraagstelling } from "../../meldcode/vraagstelling";
import { leesGekoppeldeLijst } from "../gekoppeldelijst";
import { FOUTMELDINGEN } from "../teksten";
import { Werkboekfout } from "../werkboek";
import { alsCelblad, type Bladantwoord, type Bladwens, type Rijenreeks, vraagBlad } from "./bladvraag";
import { laatsteRij, maakPlan, type Plan, type Plekken, pakken, sleutel, vindPlekken, zelfdePlekken, zoekplan } from "./eigenlijstplan";
import { type Koppelingstand, vraagKoppelingblad } from "./koppelingvraag";
import type { Uitgelezen } from "./lezing";
import type { Hint } from "./luisteraar";
import { type Gekeken, kijkwensen, type Kijkwens, maaktNieuwBlad, metGekeken, nogOpen, vraagKijken } from "./nieuwbladvraag";
import type { Stuur } from "./sessie";
import { isVanOns, type Stand, type Verzondenstand, vraagStand, vraagVerzonden } from "./stand";

const MEESTE_RIJEN = 200_000;
/** A list that keeps moving while it is read: give up rather than go on for ever. */
const MEESTE_POGINGEN = 8;
/** At sheets that turned up: their headers, and where those say that the start dates stand. */
const MEESTE_BLIKKEN = 3;
const NIETS_GEKEKEN: Gekeken = new Map();

/** By the sheet's name in small letters; null: it is not there. */
type Bladantwoorden = ReadonlyMap<string, Bladantwoord | null>;

/** What a look at the workbook found beside the cells of the list. */
export interface Omgeving {
  readonly stand: Stand;
  readonly verzonden: Verzondenstand | null;
  readonly koppeling: Koppelingstand | null;
}

interface Ronde extends Omgeving {
  readonly bladen: Bladantwoorden;
  readonly gekeken: Gekeken;
}

/** An own list as it was read: what the next edit is held against. */
export interface Eigenlijst {
  readonly plan: Plan;
  readonly bron: Bron;
  readonly bladen: Bladantwoorden;
  /** What was seen of sheets that the mapping does not know. */
  readonly gekeken: Gekeken;
  /** Whether a change on such a sheet can make it a new sheet of the list. */
  readonly maaktNieuwBlad: (hint: Hint) => boolean;
}

/** Reads an own list through the sheet Koppeling. */
export class Eigenlijstlezer {
  private plan: Plan | null = null;
  /** What is asked along of the sheets that the mapping does not know. */
  private kijkwensen: readonly Kijkwens[] = [];

  constructor(
    private readonly stuur: Stuur,
    private readonly datumstelsel: () => Datumstelsel,
    private readonly vraagstelling: () => Vraagstelling,
  ) {}

  /** There was a sheet Koppeling when the workbook was read last. */
  get isBekend(): boolean {
    return this.plan !== null;
  }

  /** Columns may have moved: the next reading asks where they are before it asks for a cell. */
  vergeetKolommen(): void {
    if (this.plan) this.plan = { ...this.plan, kolommen: new Map() };
  }

  /** The municipality asks other columns. */
  vernieuw(): void {
    if (this.plan) this.plan = maakPlan(this.plan.stand, this.vraagstelling());
  }

  /** Takes the mapping from the sheet Koppeling. Answers what to tell when that cannot be read. */
  neem(omgeving: Omgeving): Uitgelezen | null {
    const { koppeling: stand } = omgeving;
    this.plan = null;
    if (!stand) return null;
    try {
      this.plan = maakPlan(stand, this.vraagstelling());
      this.kijkwensen = kijkwensen(this.plan.koppeling, this.plan.bladen, omgeving.stand, NIETS_GEKEKEN);
      return null;
    } catch (oorzaak) {
      return pastNiet(oorzaak, omgeving, null);
    }
  }

  /** One sync when the columns are where they were, two when they must be found; more only for the blocks of a large list. null: there is no sheet Koppeling any more. */
  async lees(wachtOpCel: boolean): Promise<Uitgelezen | null> {
    for (let poging = 0; poging < MEESTE_POGINGEN && this.plan; poging++) {
      const plan = this.plan;
      const [eerste = [], ...rest] = pakken(plan);
      let ronde: Ronde;
      try {
        ronde = await this.stuur((context) => vraagRonde(context, eerste, this.kijkwensen), { wachtOpCel });
      } catch (oorzaak) {
        this.plan = inKleinerePakken(plan, oorzaak);
        continue;
      }
      if (!ronde.koppeling || !zelfdeRijen(ronde.koppeling, plan.stand)) {
        const onleesbaar = this.neem(ronde);
        if (onleesbaar) return onleesbaar;
        continue;
      }
      const uitgelezen = await this.leesVerder({ ...plan, stand: ronde.koppeling }, ronde, rest, wachtOpCel);
      if (uitgelezen) return uitgelezen;
    }
    if (this.plan) throw new Werkboekfout("onbekend", FOUTMELDINGEN.onbekend);
    return null;
  }

  /** null: to be asked again, by the plan as it is now. */
  private async leesVerder(plan: Plan, ronde: Ronde, rest: readonly (readonly Bladwens[])[], wachtOpCel: boolean): Promise<Uitgelezen | null> {
    try {
      const plekken = this.plekkenVan(plan, ronde);
      if (!plekken) return null;
      const { kolommen } = plekken;
      const omvang = new Map([...ronde.bladen].map(([blad, antwoord]) => [blad, antwoord?.omvang ?? null]));
      const cellen = plekken.bladen.map(({ blad, eersteRij }) => Math.max(0, laatsteRij(omvang.get(sleutel(blad))) - eersteRij + 1) * (kolommen.get(sleutel(blad))?.length ?? 0));
      const gemeten = { ...plan, ...plekken, omvang: cellen.reduce((a, b) => a + b, 0) > plan.cellenPerPak ? omvang : null };
      this.plan = gemeten;
      this.kijkwensen = kijkwensen(plan.koppeling, plekken.bladen, ronde.stand, ronde.gekeken);
      if (!zelfdePlekken(plan, plekken)) return null;
      if (plan.omvang && !plan.bladen.every(({ blad }) => laatsteRij(plan.omvang?.get(sleutel(blad))) === laatsteRij(omvang.get(sleutel(blad))))) return null;

      const antwoorden = await this.leesRest(rest, ronde, wachtOpCel);
      if (!antwoorden) {
        this.vergeetKolommen();
        return null;
      }
      const gekeken = await this.kijkVerder(gemeten, ronde, wachtOpCel);
      const bladen = celbladen(ronde, antwoorden).map((blad) => metGekeken(blad, gekeken));
      return uitgelezenVan({ plan: gemeten, bron: { bladen, datumstelsel: this.datumstelsel(), datumsZijnTekst: false }, bladen: ronde.bladen, gekeken }, ronde, this.vraagstelling());
    } catch (oorzaak) {
      if (oorzaak instanceof Koppelingfout) return pastNiet(oorzaak, ronde, plan.koppeling);
      this.plan = inKleinerePakken(plan, oorzaak);
      return null;
    }
  }

  /** null: the headers are looked for first, or read where they were found. @throws Koppelingfout */
  private plekkenVan(plan: Plan, ronde: Ronde): Plekken | null {
    const gevonden = probeer(() => vindPlekken(plan, celbladen(ronde, [ronde.bladen])));
    if (plan.zoekt) {
      this.plan = { ...plan, zoekt: false, kolommen: new Map(), bladen: gevonden instanceof Koppelingfout ? plan.bladen : gevonden.bladen };
      return null;
    }
    if (gevonden instanceof Koppelingfout || gevonden.hernoemd) {
      const zoek = zoekplan(plan, JSON.stringify([...ronde.bladen].map(([blad, antwoord]) => [blad, antwoord?.koppen])));
      if (zoek) {
        this.plan = zoek;
        return null;
      }
    }
    if (gevonden instanceof Koppelingfout) throw gevonden;
    return gevonden;
  }

  /** The blocks after the first, one sync each. null when the list moved meanwhile. */
  private async leesRest(rest: readonly (readonly Bladwens[])[], eerste: Ronde, wachtOpCel: boolean): Promise<readonly Bladantwoorden[] | null> {
    const antwoorden = [eerste.bladen];
    for (const pak of rest) {
      const antwoord = await this.stuur((context) => vraagBladen(context, pak), { wachtOpCel });
      if (!staatErNog(antwoord, eerste.bladen)) return null;
      antwoorden.push(antwoord);
    }
    return antwoorden;
  }

  /** Sheets that turned up in this round, and on them a start date in another column, are asked about in a round of their own. */
  private async kijkVerder({ koppeling, bladen }: Plan, { stand, gekeken }: Ronde, wachtOpCel: boolean): Promise<Gekeken> {
    for (let keer = 0; keer < MEESTE_BLIKKEN; keer++) {
      const open = nogOpen(this.kijkwensen, gekeken);
      if (open.length === 0) break;
      const erbij = await this.stuur((context) => vraagKijken(context, open), { wachtOpCel });
      gekeken = new Map([...gekeken, ...erbij]);
      this.kijkwensen = kijkwensen(koppeling, bladen, stand, gekeken);
    }
    return gekeken;
  }

  /** Only these rows (by the sheet's name in small letters), in one sync. null: something moved, so all must be read. */
  async leesRijen(was: Uitgelezen & { readonly eigen: Eigenlijst }, rijen: ReadonlyMap<string, Rijenreeks>): Promise<Uitgelezen | null> {
    const { plan, bron, bladen, gekeken } = was.eigen;
    const wensen = plan.bladen.flatMap(({ blad, koprijen }) => {
      const reeks = rijen.get(sleutel(blad));
      return reeks ? [{ blad, koprijen, stukken: [{ ...reeks, kolommen: plan.kolommen.get(sleutel(blad)) ?? [] }] }] : [];
    });
    const antwoord = await this.stuur((context) => vraagBladen(context, wensen), { wachtOpCel: false });
    if (!staatErNog(antwoord, bladen)) return null;
    const nieuw = bron.bladen.map((blad) => {
      const reeks = rijen.get(sleutel(blad.blad));
      return reeks ? metRijen(blad, reeks, alsCelblad(blad.blad, blad.zichtbaar, antwoord.get(sleutel(blad.blad))?.cellen ?? [])) : blad;
    });
    return uitgelezenVan({ plan, bladen, gekeken, bron: { ...bron, bladen: nieuw } }, { stand: was.stand, verzonden: was.verzonden, koppeling: plan.stand }, this.vraagstelling());
  }
}

function probeer(vind: () => Plekken): Plekken | Koppelingfout {
  try {
    return vind();
  } catch (oorzaak) {
    if (oorzaak instanceof Koppelingfout) return oorzaak;
    throw oorzaak;
  }
}

function vraagRonde(context: Excel.RequestContext, wensen: readonly Bladwens[], kijk: readonly Kijkwens[]): () => Ronde {
  const [stand, verzonden, koppeling, bladen, gekeken] = [vraagStand(context), vraagVerzonden(context), vraagKoppelingblad(context), vraagBladen(context, wensen), vraagKijken(context, kijk)];
  return () => ({ stand: stand(), verzonden: verzonden(), koppeling: koppeling(), bladen: bladen(), gekeken: gekeken() });
}

function vraagBladen(context: Excel.RequestContext, wensen: readonly Bladwens[]): () => Bladantwoorden {
  const vragen = wensen.map((wens) => [sleutel(wens.blad), vraagBlad(context, wens)] as const);
  return () => new Map(vragen.map(([blad, lees]) => [blad, lees()]));
}

/** Every sheet but our own, with the cells that were read. */
function celbladen({ stand }: Omgeving, antwoorden: readonly Bladantwoorden[]): readonly Celblad[] {
  return stand.bladen.flatMap((blad) => {
    if (isVanOns(stand, blad)) return [];
    const van = antwoorden.flatMap((antwoord) => antwoord.get(sleutel(blad.naam)) ?? []);
    return [alsCelblad(blad.naam, blad.zichtbaar, [...(van[0]?.koppen ?? []), ...van.flatMap(({ cellen }) => cellen)])];
  });
}

function uitgelezenVan(gelezen: Omit<Eigenlijst, "maaktNieuwBlad">, { stand, verzonden }: Omgeving, vraagstelling: Vraagstelling): Uitgelezen {
  const { plan, bron, gekeken } = gelezen;
  const lijst = leesGekoppeldeLijst(plan.koppeling, bron, vraagstelling, (blad) => stand.bladen.some((b) => b.naam === blad && b.beveiligd));
  if ((lijst.inhoud.startdatum?.length ?? 0) > MEESTE_RIJEN) throw new Werkboekfout("te-groot", FOUTMELDINGEN["te-groot"]);
  const eigen = { ...gelezen, maaktNieuwBlad: maaktNieuwBlad(plan.koppeling, stand, gekeken, lijst.gekoppeld?.nieuweBladen ?? []) };
  return { lezing: { soort: "lijst", lijst, verzonden: verzonden?.blad ?? null }, stand, verzonden, bladIds: bladIds(plan, stand), tabel: null, plaats: null, koppen: {}, eigen };
}

/** @throws what is no Koppelingfout */
function pastNiet(oorzaak: unknown, { stand, verzonden, koppeling: blad }: Omgeving, koppeling: Koppeling | null): Uitgelezen {
  if (!(oorzaak instanceof Koppelingfout)) throw oorzaak;
  const genoemd = new Set(koppeling?.bereiken.map((bereik) => sleutel(bereik.blad)));
  const ids = stand.bladen.filter(({ naam }) => genoemd.has(sleutel(naam))).map(({ id }) => id);
  const lezing = { soort: "koppeling-past-niet", melding: oorzaak.message, koppeling } as const;
  return { lezing, stand, verzonden, bladIds: [...ids, ...(blad ? [blad.bladId] : [])], tabel: null, plaats: null, koppen: {}, eigen: null };
}

function bladIds({ bladen, stand: { bladId } }: Plan, stand: Stand): readonly string[] {
  return [bladId, ...stand.bladen.filter(({ naam }) => bladen.some(({ blad }) => sleutel(blad) === sleutel(naam))).map(({ id }) => id)];
}

/** What to try after a failure; throws the failure when there is nothing else to try. */
function inKleinerePakken(plan: Plan, fout: unknown): Plan {
  if (!(fout instanceof Werkboekfout) || fout.code !== "te-groot" || plan.cellenPerPak <= 1_000) throw fout;
  // How large it is, is not known yet: the headers tell.
  return { ...plan, kolommen: new Map(), cellenPerPak: plan.cellenPerPak / 4 };
}

/** Same headers, same size. */
function staatErNog(nu: Bladantwoorden, was: Bladantwoorden): boolean {
  return [...nu].every(([blad, antwoord]) => {
    const vorig = was.get(blad);
    return antwoord && vorig && JSON.stringify([antwoord.omvang, antwoord.koppen]) === JSON.stringify([vorig.omvang, vorig.koppen]);
  });
}

function zelfdeRijen(a: Koppelingstand, b: Koppelingstand): boolean {
  return a.eersteRij === b.eersteRij && JSON.stringify(a.rijen) === JSON.stringify(b.rijen);
}

/** The sheet with those rows as they read now. */
function metRijen(blad: Celblad, { van, tot }: Rijenreeks, nu: Celblad): Celblad {
  const rijen = new Map([...blad.rijen].filter(([rij]) => rij < van || rij > tot));
  for (const [rij, cellen] of nu.rijen) rijen.set(rij, cellen);
  return { ...blad, rijen: new Map([...rijen].sort(([a], [b]) => a - b)) };
}
