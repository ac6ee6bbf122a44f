import { serieUitDatum } from "../datum";
import { leesDatum } from "../lezen/datums";
import { isBlanco, normaliseer } from "../lezen/tekst";
import { INDICATOREN, type Indicator } from "../indicator";
import { type Basisveld, type Cel, type Kolominhoud, type Rij, BASISVELDEN, VELDEN, type Veld } from "../veld";
import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "../vraagstelling";
import { type Bron, type Celblad, type Celplaats, cel, kolomletters } from "./celblad";
import { zonderOngevraagd } from "./gevraagd";
import { Keuzelezing } from "./keuzes";
import { KEUZEVELDEN, type Keuzeveld, type Koppeling } from "./koppeling";
import { jongereVolgensGeboortedatum, jongereVolgensLeeftijd } from "./leeftijd";
import { type Rijorganisaties, verdeel } from "./organisaties";
import { type Nieuwblad, nieuweBladen, onleesbareBladen } from "./nieuwebladen";
import { type Bereikplaats, celplaats, vindPlaatsen } from "./plaatsen";
import { TEKSTEN } from "./teksten";
import { type Zaakrij, voegSamen } from "./zelfdezaak";

/** An own list as a list of ours would hold it: what Lijst checks and counts. */
export interface Gekoppeld {
  readonly inhoud: Kolominhoud;
  readonly bereiken: readonly Bereikplaats[];
  /** Rows that were left out by a filter. */
  readonly weggelaten: number;
  /** Rows that are the same case as a row of an earlier area. */
  readonly samengevoegd: number;
  /** What the user should know: Dutch sentences. */
  readonly waarschuwingen: readonly string[];
  /** Sheets that may be part of the list; they are not read before the mapping says so. */
  readonly nieuweBladen: readonly Nieuwblad[];
  /** null: a list of one organisation. */
  readonly organisaties: Rijorganisaties | null;
  /** The cell a finding on that row and field stands on: the field's first column, or the start date's when it has none. */
  plaats(positie: number, veld: Veld): Celplaats;
}

/**
 * Reads an own list through a mapping; blank rows and rows that are no cases are left out. What the municipality does not ask is not read.
 * @throws Koppelingfout when a sheet or column of the mapping is not there.
 */
export function pasKoppelingToe(heel: Koppeling, bron: Bron, vraagstelling: Vraagstelling = STANDAARDVRAAGSTELLING): Gekoppeld {
  const koppeling = zonderOngevraagd(heel, vraagstelling);
  const bereiken = vindPlaatsen(koppeling, bron.bladen);
  const lezer = new Rijlezer(koppeling, bron);
  const gelezen = bereiken.flatMap((plaats, nummer) => lezer.leesBereik(plaats, nummer));
  const rijen = koppeling.zelfdeZaak ? voegSamen(gelezen, bereiken, bron.datumstelsel) : gelezen;
  const heeft = (veld: Veld) => veld in koppeling.velden || (veld === "sisa" && Boolean(koppeling.leeftijd));
  const kolommen = BASISVELDEN.map((veld) => [veld, heeft(veld) ? rijen.map(({ waarden }) => waarden[veld]) : null] as const);
  const indicatoren = lezer.indicatoren.map((veld) => [veld, rijen.map(({ waarden }) => waarden[veld] ?? null)] as const);
  return {
    // fromEntries forgets that every field is there.
    inhoud: Object.fromEntries([...kolommen, ...indicatoren]) as Record<Basisveld, Cel[] | null>,
    bereiken,
    weggelaten: lezer.weggelaten,
    samengevoegd: gelezen.length - rijen.length,
    waarschuwingen: [
      ...hernoemingen(bereiken),
      ...lezer.nieuw.values(),
      ...onleesbareBladen(koppeling, bron).map(TEKSTEN.bladOnleesbaar),
      ...bereiken.flatMap((plaats) => lezer.rijenOnder(plaats, bereiken)),
    ],
    nieuweBladen: nieuweBladen(koppeling, bron),
    organisaties: koppeling.organisatie ? verdeel(koppeling.organisatie, rijen.map(({ organisatie }) => organisatie)) : null,
    plaats(positie, veld) {
      const zaak = rijen[positie];
      const plaats = bereiken[zaak?.bereik ?? -1];
      if (!zaak || !plaats) throw new RangeError(`Rij ${positie} staat niet in de lijst.`);
      return zaak.eerder?.[veld] ?? celplaats(plaats, zaak.rij, veld);
    },
  };
}

/** One sentence per column, also when it was renamed on the sheet of every month. */
function hernoemingen(bereiken: readonly Bereikplaats[]): string[] {
  const samen = new Map<string, { readonly zin: (bladen: readonly string[]) => string; readonly bladen: Set<string> }>();
  for (const { blad, hernoemd } of bereiken) {
    for (const { kop, kolom, wordt } of hernoemd) {
      const sleutel = JSON.stringify([kop, kolom, wordt]);
      const bij = samen.get(sleutel) ?? { zin: (bladen) => TEKSTEN.hernoemd(kop, wordt, kolomletters(kolom), bladen), bladen: new Set() };
      samen.set(sleutel, { ...bij, bladen: bij.bladen.add(blad) });
    }
  }
  return Array.from(samen.values(), ({ zin, bladen }) => zin([...bladen]));
}

class Rijlezer {
  weggelaten = 0;
  /** A sentence per new word, in the order in which they turned up. */
  readonly nieuw = new Map<string, string>();
  /** Those that the list says something of. */
  readonly indicatoren: readonly Indicator[];
  readonly #keuzes: ReadonlyMap<Keuzeveld, Keuzelezing>;
  readonly #openWoorden: ReadonlySet<string>;
  readonly #filters: readonly { readonly weglaten: ReadonlySet<string>; readonly tellen: ReadonlySet<string> | null }[];

  constructor(
    readonly koppeling: Koppeling,
    readonly bron: Bron,
  ) {
    const { velden } = koppeling;
    this.indicatoren = INDICATOREN.filter((veld) => (velden[veld]?.kolommen.length ?? 0) > 0 || velden[veld]?.leeg !== undefined);
    this.#keuzes = new Map(KEUZEVELDEN.map((veld) => [veld, new Keuzelezing(veld, velden[veld])]));
    this.#openWoorden = woorden(Object.keys(velden.einddatum?.kolommen[0]?.waarden ?? {}));
    this.#filters = koppeling.filters.map(({ weglaten, tellen }) => ({ weglaten: woorden(weglaten), tellen: tellen ? woorden(tellen) : null }));
  }

  leesBereik(plaats: Bereikplaats, bereik: number): Zaakrij[] {
    const blad = this.bron.bladen.find((b) => b.blad === plaats.blad);
    if (!blad) throw new RangeError(`There is no sheet ${plaats.blad}`);
    const gelezen: Zaakrij[] = [];
    for (const rij of blad.rijen.keys()) {
      if (rij < plaats.eersteRij || rij > plaats.laatsteRij) continue;
      const cellen = (veld: Veld) => plaats.kolommen[veld].map((kolom) => cel(blad, rij, kolom));
      if (VELDEN.every((veld) => cellen(veld).every(isBlanco))) continue;
      if (this.#isGeenZaak(blad, plaats, rij)) this.weggelaten++;
      else gelezen.push({ bereik, rij, waarden: this.#leesRij(blad, plaats, rij, cellen), organisatie: plaats.organisatie === null ? null : cel(blad, rij, plaats.organisatie) });
    }
    return gelezen;
  }

  /** Rows below the last that is read, which look like cases. */
  rijenOnder({ blad: naam, laatsteRij, kolommen }: Bereikplaats, alle: readonly Bereikplaats[]): string[] {
    const kolom = kolommen.startdatum[0] ?? 0;
    const blad = this.bron.bladen.find((b) => b.blad === naam);
    const gelezen = (rij: number) => alle.some((ander) => ander.blad === naam && rij >= ander.koprij && rij <= ander.laatsteRij && ander.kolommen.startdatum.includes(kolom));
    const eronder = blad && Array.from(blad.rijen.keys()).find((rij) => rij > laatsteRij && !gelezen(rij) && leesDatum(cel(blad, rij, kolom), this.bron.datumstelsel).waarde !== null);
    return eronder === undefined ? [] : [TEKSTEN.rijenEronder(naam, eronder, laatsteRij)];
  }

  #isGeenZaak(blad: Celblad, { filters }: Bereikplaats, rij: number): boolean {
    return this.#filters.some(({ weglaten, tellen }, i) => {
      const kolom = filters[i] ?? 0;
      const waarde = cel(blad, rij, kolom);
      const woord = sleutel(waarde);
      if (weglaten.has(woord)) return true;
      if (tellen && !tellen.has(woord)) this.#meldNieuw("filter", kolom, waarde, TEKSTEN.nieuweFilterwaarde(String(waarde ?? ""), this.koppeling.filters[i]?.kop ?? "", kolomletters(kolom) + rij));
      return false;
    });
  }

  #leesRij(blad: Celblad, plaats: Bereikplaats, rij: number, cellen: (veld: Veld) => Cel[]): Rij {
    const [kenmerk = null] = cellen("kenmerk");
    const [team = null] = cellen("team");
    const startdatum = this.#datum(cellen("startdatum")[0] ?? null);
    const keuze = (veld: Keuzeveld) => {
      const waarden = cellen(veld);
      waarden.forEach((waarde, i) => this.#bewaakWoord(veld, i, waarde, plaats.kolommen[veld][i] ?? 0, rij));
      return this.#keuzes.get(veld)?.lees(waarden) ?? null;
    };
    const leeftijd = plaats.leeftijd === null ? null : cel(blad, rij, plaats.leeftijd);
    const sisa = this.#sisa(cellen("sisa"), leeftijd, startdatum, keuze);
    const basis = { kenmerk, team, startdatum, sisa, consultatie: keuze("consultatie"), stap5: keuze("stap5"), einddatum: this.#einddatum(cellen("einddatum")[0] ?? null) };
    return this.indicatoren.length === 0 ? basis : { ...basis, ...Object.fromEntries(this.indicatoren.map((veld) => [veld, keuze(veld)])) };
  }

  /** An explicit value wins; then age on the start date; then what an empty cell means. */
  #sisa(cellen: readonly Cel[], leeftijd: Cel, startdatum: Cel, keuze: (veld: "sisa") => Cel): Cel {
    const waarde = keuze("sisa");
    if (!cellen.every(isBlanco) || !this.koppeling.leeftijd) return waarde;
    const { waarde: dag } = leesDatum(startdatum, this.bron.datumstelsel);
    const jongere =
      this.koppeling.leeftijd.soort === "leeftijd" ? jongereVolgensLeeftijd(leeftijd) : dag === null ? null : jongereVolgensGeboortedatum(leeftijd, dag, this.bron.datumstelsel);
    if (jongere === false) return "N.v.t.";
    // Who is young enough cannot be N.v.t. by an empty cell.
    return jongere === true && this.koppeling.velden.sisa?.leeg === "nvt" ? null : waarde;
  }

  #datum(waarde: Cel): Cel {
    if (!this.bron.datumsZijnTekst) return waarde;
    const { waarde: dag } = leesDatum(waarde, this.bron.datumstelsel);
    return dag === null ? waarde : serieUitDatum(dag, this.bron.datumstelsel);
  }

  #einddatum(waarde: Cel): Cel {
    return this.#openWoorden.has(sleutel(waarde)) ? null : this.#datum(waarde);
  }

  /** A word that the mapping does not know, in a column of which it knows words. */
  #bewaakWoord(veld: Keuzeveld, i: number, waarde: Cel, kolom: number, rij: number): void {
    const wijzer = this.koppeling.velden[veld]?.kolommen[i];
    if (!wijzer?.waarden || this.#keuzes.get(veld)?.kent(i, waarde)) return;
    this.#meldNieuw(veld, kolom, waarde, TEKSTEN.nieuweWaarde(String(waarde), wijzer.kop, kolomletters(kolom) + rij));
  }

  #meldNieuw(waar: string, kolom: number, waarde: Cel, zin: string): void {
    const bij = `${waar} ${kolom} ${sleutel(waarde)}`;
    if (!this.nieuw.has(bij)) this.nieuw.set(bij, zin);
  }
}

function woorden(lijst: readonly string[]): ReadonlySet<string> {
  return new Set(lijst.map(normaliseer));
}

/** "" is an empty cell. */
function sleutel(waarde: Cel): string {
  return waarde === null ? "" : normaliseer(waarde);
}
