import type { Bron, Celblad, Celplaats } from "../koppeling/celblad";
import type { Koppeling, Koppelingsbegin } from "../koppeling/koppeling";
import { koppen } from "../koppeling/koprij";
import { type Gekoppeld, pasKoppelingToe } from "../koppeling/toepassen";
import { TEKSTEN } from "../koppeling/teksten";
import { vindBereiken } from "../koppeling/voorstel/bereiken";
import { stelKoppelingVoor } from "../koppeling/voorstel/voorstel";
import { type Vraag, rondAf } from "../koppeling/voorstel/vragen";
import { kopsleutel } from "../lezen/koppen";
import { isBlanco } from "../lezen/tekst";
import type { Periode } from "../periode";
import { type Rij, BASISVELDEN, VERPLICHTE_VELDEN } from "../veld";
import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "../vraagstelling";
import { neemAntwoordenOver } from "./eerdereantwoorden";
import { eenvormig, type Formulier, type Formulierrij } from "./formulier";
import { maandVan } from "./maand";
import { veiligeNaam, zonderNamen } from "./namen";
import { regelnummers, zonderNummers } from "./volgnummers";

/** A file that was opened. */
export interface Bronbestand {
  /** The same for the same bytes. */
  readonly sleutel: string;
  /** "Bestand 3" */
  readonly naam: string;
  /** What the name of the file says. */
  readonly maandUitNaam: Periode | null;
  readonly bron: Bron;
  /** A formula whose outcome the file does not hold: read as empty it would count as open. */
  isNietBerekend(plaats: Celplaats): boolean;
}

export type Bestandsuitslag =
  | {
      readonly soort: "gelezen";
      /** One for each sheet that holds a list. */
      readonly formulieren: readonly Formulier[];
      /** Columns and lines about persons that were left out. */
      readonly namen: number;
      /** Rows with a reference or a team and nothing else: a remark below the list, for example. */
      readonly overgeslagen: number;
      /** Totals and other rows that are no cases. */
      readonly weggelaten: number;
    }
  | { readonly soort: "geen-lijst" }
  | { readonly soort: "niet-berekend" }
  | { readonly soort: "past-niet"; readonly melding: string };

/** A sheet of a file, under the name it has among all of them. */
interface Deel {
  readonly bestand: Bronbestand;
  readonly nummer: number;
  readonly origineel: Celblad;
  readonly blad: Celblad;
}

/** Files with the same headers are mapped together: so each thing is asked once, over the words of all of them. */
interface Groep {
  readonly delen: readonly Deel[];
  readonly bron: Bron;
  readonly namen: ReadonlyMap<string, number>;
  readonly koppeling: Koppelingsbegin;
  readonly vragen: readonly Vraag[];
}

/** No sheet is called so: a mapping of other files says nothing about where the list stands in these. */
const NERGENS = { blad: "\n", koprij: 1 };

/**
 * Reads old forms by way of a mapping: proposed, asked where it is not certain, applied. Goes from question to question; what was
 * answered for some files holds for the next.
 */
export class Formulierlezer {
  /** By the file's key. Of a file that was read nothing else is kept. */
  readonly uitslagen = new Map<string, Bestandsuitslag>();
  #rest: readonly Bronbestand[];
  #groep: Groep | null = null;
  /** From old to new. */
  readonly #koppelingen: Koppeling[] = [];
  readonly #vraagstelling: Vraagstelling;

  /** `sisaLabel`: as the municipality calls it, null when it does not ask it. Of indicators old forms know nothing. */
  constructor(bestanden: readonly Bronbestand[], sisaLabel: string | null = STANDAARDVRAAGSTELLING.sisaLabel) {
    this.#vraagstelling = { sisaLabel, extraIndicatoren: [] };
    this.#rest = bestanden;
    this.#leesVerder();
  }

  /** What must be answered before reading goes on; none: everything is read. */
  get vragen(): readonly Vraag[] {
    return this.#groep?.vragen ?? [];
  }

  /** All of `vragen`, with their answers. @throws Koppelingfout when one does not fit or has none */
  beantwoord(vragen: readonly Vraag[]): void {
    if (!this.#groep) return;
    this.#neem(this.#groep, vragen);
    this.#leesVerder();
  }

  #leesVerder(): void {
    for (this.#groep = this.#volgende(); this.#groep; this.#groep = this.#volgende()) {
      if (this.#groep.vragen.length > 0) return;
      this.#neem(this.#groep, []);
    }
    for (const bestand of this.#rest) this.uitslagen.set(bestand.sleutel, this.#isLeegFormulier(bestand) ?? { soort: "geen-lijst" });
    this.#rest = [];
  }

  /** The files with the headers that look most like a list of cases, with one date system. */
  #volgende(): Groep | null {
    const stelsel = this.#rest[0]?.bron.datumstelsel;
    if (stelsel === undefined) return null;
    for (const datumstelsel of [stelsel, stelsel === 1900 ? 1904 : 1900] as const) {
      const delen = this.#rest.filter(({ bron }) => bron.datumstelsel === datumstelsel).flatMap(delenVan);
      const groep = this.#stelVoor(delen, { bladen: delen.map(({ blad }) => blad), datumstelsel, datumsZijnTekst: true });
      if (groep) return groep;
    }
    return null;
  }

  #stelVoor(alle: readonly Deel[], geheel: Bron): Groep | null {
    const { bereiken } = vindBereiken(geheel, null);
    const namen = new Map<string, number>();
    const gevonden = alle.flatMap((deel) => {
      const opBlad = bereiken.filter(({ blad }) => blad === deel.blad.blad);
      if (opBlad.length === 0) return [];
      const { blad, weggelaten } = zonderNamen(deel.blad, opBlad);
      namen.set(blad.blad, weggelaten);
      return [{ ...deel, blad, plaatsen: opBlad }];
    });
    if (gevonden.length === 0) return null;
    const genummerd = regelnummers(gevonden, geheel.datumstelsel);
    const delen = gevonden.map((deel) => ({ ...deel, blad: zonderNummers(deel, genummerd) }));
    const kopsleutels = new Set(delen.flatMap(({ blad, plaatsen }) => plaatsen.flatMap((plaats) => [...koppen(blad, plaats.koprij, plaats).values()].map(kopsleutel))));
    const bron = { ...geheel, bladen: delen.map(({ blad }) => blad) };
    const voorstel = stelKoppelingVoor(bron, { eerder: this.#eerder(kopsleutels), vraagstelling: this.#vraagstelling });
    return { delen, bron, namen, ...neemAntwoordenOver(voorstel.koppeling, voorstel.vragen, this.#koppelingen) };
  }

  /** What is known of earlier files, as far as it is about columns that these have. */
  #eerder(kopsleutels: ReadonlySet<string>): Koppelingsbegin {
    const laatste = this.#koppelingen.at(-1);
    const heeft = ({ kop }: { kop: string }) => kopsleutels.has(kopsleutel(kop));
    return {
      schema: "koppeling/1",
      bereiken: [NERGENS],
      // A field that earlier files did not have is looked for again.
      velden: Object.fromEntries(Object.entries(laatste?.velden ?? {}).filter(([, deel]) => deel.kolommen.length > 0 && deel.kolommen.every(heeft))),
      filters: laatste?.filters.filter(heeft) ?? [],
      // Rows of different files are compared later, with what stands in the registratie.
      zelfdeZaak: false,
      ...(laatste?.leeftijd && heeft(laatste.leeftijd) ? { leeftijd: laatste.leeftijd } : {}),
    };
  }

  #neem(groep: Groep, vragen: readonly Vraag[]): void {
    const bestanden = [...new Set(groep.delen.map(({ bestand }) => bestand))];
    if (vragen.some((vraag) => vraag.soort === "kolom" && vraag.veld === "startdatum" && vraag.antwoord === null)) {
      for (const bestand of bestanden) this.uitslagen.set(bestand.sleutel, { soort: "past-niet", melding: TEKSTEN.geenStartdatum });
    } else {
      const koppeling = rondAf(groep.koppeling, vragen);
      const gekoppeld = pasKoppelingToe(koppeling, groep.bron, this.#vraagstelling);
      this.#koppelingen.push(koppeling);
      for (const bestand of bestanden) this.uitslagen.set(bestand.sleutel, uitslagVan(bestand, groep, gekoppeld));
    }
    this.#rest = this.#rest.filter((bestand) => !bestanden.includes(bestand));
  }

  /** A month without cases: the headers of the other forms, and nothing below them. */
  #isLeegFormulier(bestand: Bronbestand): Bestandsuitslag | null {
    for (const deel of delenVan(bestand).filter(({ blad }) => blad.zichtbaar)) {
      for (const plaats of [...deel.blad.rijen.keys()].flatMap((koprij) => [1, 2].map((koprijen) => ({ koprij, koprijen })))) {
        const opRij = new Set([...koppen(deel.blad, plaats.koprij, plaats).values()].map(kopsleutel));
        const past = this.#koppelingen.some(({ velden }) => VERPLICHTE_VELDEN.every((veld) => velden[veld]?.kolommen.every(({ kop }) => opRij.has(kopsleutel(kop))) ?? true));
        if (!past) continue;
        const formulier = { sleutel: sleutelVan(deel), naam: bestand.naam, maand: maandVan(deel.origineel, plaats.koprij, bestand.bron.datumstelsel, [], []) ?? bestand.maandUitNaam, rijen: [] };
        return { soort: "gelezen", formulieren: [formulier], namen: zonderNamen(deel.blad, [plaats]).weggelaten, overgeslagen: 0, weggelaten: 0 };
      }
    }
    return null;
  }
}

function delenVan(bestand: Bronbestand): Deel[] {
  const meer = bestand.bron.bladen.length > 1;
  return bestand.bron.bladen.map((origineel, i) => {
    // A sheet may bear the name of who works on it.
    const naam = meer ? `${bestand.naam}, blad ${i + 1} (${veiligeNaam(origineel.blad)})` : bestand.naam;
    return { bestand, nummer: i, origineel, blad: { ...origineel, blad: naam } };
  });
}

function sleutelVan({ bestand, nummer }: Deel): string {
  return `${bestand.sleutel} ${nummer}`;
}

function uitslagVan(bestand: Bronbestand, { delen, bron, namen }: Groep, gekoppeld: Gekoppeld): Bestandsuitslag {
  const vanBestand = delen.filter((deel) => deel.bestand === bestand && gekoppeld.bereiken.some(({ blad }) => blad === deel.blad.blad));
  if (vanBestand.length === 0) return { soort: "geen-lijst" };
  if (vanBestand.some((deel) => isNietBerekend(deel, gekoppeld))) return { soort: "niet-berekend" };
  const gelezen = vanBestand.map((deel) => ({ deel, ...rijenVan(deel, bron, gekoppeld) }));
  return {
    soort: "gelezen",
    formulieren: gelezen.map(({ deel, rijen }) => {
      const koprij = gekoppeld.bereiken.find(({ blad }) => blad === deel.blad.blad)?.koprij ?? 1;
      const naam = vanBestand.length > 1 ? deel.blad.blad : bestand.naam;
      return { sleutel: sleutelVan(deel), naam, maand: maandVan(deel.origineel, koprij, bron.datumstelsel, [deel.origineel.blad], []) ?? bestand.maandUitNaam ?? maandVan(deel.origineel, 0, bron.datumstelsel, [], rijen), rijen };
    }),
    namen: vanBestand.reduce((som, { blad }) => som + (namen.get(blad.blad) ?? 0), 0),
    overgeslagen: gelezen.reduce((som, { overgeslagen }) => som + overgeslagen, 0),
    weggelaten: vanBestand.reduce((som, deel) => som + weggelatenUit(deel, gekoppeld), 0),
  };
}

function rijenVan({ blad: { blad } }: Deel, { datumstelsel }: Bron, { inhoud, plaats }: Gekoppeld): { rijen: Formulierrij[]; overgeslagen: number } {
  const gelezen = (inhoud.startdatum ?? []).flatMap((_, positie) => {
    const { blad: waar, rij } = plaats(positie, "startdatum");
    // fromEntries forgets that every field is there.
    const waarden = () => Object.fromEntries(BASISVELDEN.map((veld) => [veld, inhoud[veld]?.[positie] ?? null])) as unknown as Rij;
    return waar === blad ? [{ rij, waarden: eenvormig(waarden(), datumstelsel) }] : [];
  });
  const rijen = gelezen.filter(({ waarden }) => VERPLICHTE_VELDEN.some((veld) => !isBlanco(waarden[veld])));
  return { rijen, overgeslagen: gelezen.length - rijen.length };
}

/** Rows of the sheet that hold something the mapping reads, and are no case by a filter. */
function weggelatenUit({ blad }: Deel, { bereiken, inhoud, plaats }: Gekoppeld): number {
  const geteld = new Set((inhoud.startdatum ?? []).flatMap((_, positie) => (plaats(positie, "startdatum").blad === blad.blad ? [plaats(positie, "startdatum").rij] : [])));
  const bereik = bereiken.filter((b) => b.blad === blad.blad);
  return [...blad.rijen].filter(([rij, cellen]) => bereik.some((b) => rij >= b.eersteRij && rij <= b.laatsteRij && BASISVELDEN.some((veld) => b.kolommen[veld].some((kolom) => !isBlanco(cellen[kolom] ?? null)))) && !geteld.has(rij)).length;
}

function isNietBerekend({ bestand, origineel, blad }: Deel, { bereiken }: Gekoppeld): boolean {
  return bereiken
    .filter((bereik) => bereik.blad === blad.blad)
    .some(({ kolommen, eersteRij, laatsteRij }) =>
      [...blad.rijen.keys()].some((rij) => rij >= eersteRij && rij <= laatsteRij && BASISVELDEN.some((veld) => kolommen[veld].some((kolom) => bestand.isNietBerekend({ blad: origineel.blad, rij, kolom })))),
    );
}
