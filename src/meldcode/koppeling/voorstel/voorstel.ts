import { kopsleutel } from "../../lezen/koppen";
import { isFoutwaarde, normaliseer } from "../../lezen/tekst";
import { INDICATOREN, type Indicator, isIndicator } from "../../indicator";
import { VELDEN, type Veld, VERPLICHTE_VELDEN } from "../../veld";
import { isGevraagd, kopVan, STANDAARDVRAAGSTELLING, type Vraagstelling } from "../../vraagstelling";
import type { Bron } from "../celblad";
import { type Betekenis, type Filter, KEUZEVELDEN, type Keuzeveld, type Kolomwijzer, type Koppeling, Koppelingfout, type Koppelingsbegin, WAARDEN, beginSchema, koppelingSchema } from "../koppeling";
import { zonderOngevraagd } from "../gevraagd";
import { LEZERS } from "../keuzes";
import { zuiverBereik } from "../plaatsen";
import { TEKSTEN, VRAGEN } from "../teksten";
import { type Bereikgok, vindBereiken } from "./bereiken";
import { type Filtergok, vindSoortkolom, vindTotalen } from "./filters";
import { type AndereKoppen, type Kolom, type Voorbeeld, isJa, isJaNee, leesKolommen, voorbeelden } from "./kolommen";
import { type Bekendeorganisatie, vindOrganisatiekolom } from "./organisaties";
import { LEEGVELDEN, vragenOverRijen } from "./rijvragen";
import { AANNEMELIJK, type Kandidaat, ZEKER, isZeker, kandidaten, vindPaar } from "./velden";
import { type Bekendekolom, sluitAan } from "./verwant";
import type { Vraag } from "./vragen";
import { raadWoord, zegtLopend } from "./woorden";

/** A guess at how an own list is to be read. Every guess says how sure it is, 0 to 1, with three examples. */
export interface Voorstel {
  readonly bereiken: readonly Bereikgok[];
  /** Visible sheets that hold another list, which is left alone. */
  readonly nietGelezen: readonly string[];
  readonly kolommen: readonly Kolomgok[];
  readonly waarden: readonly Waardegok[];
  readonly filters: readonly Filtergok[];
  /** Required fields for which no column was found. */
  readonly ontbreekt: readonly Veld[];
  /** What is not certain: asked, never assumed. */
  readonly vragen: readonly Vraag[];
  /** What is certain, in the form in which it is applied. */
  readonly koppeling: Koppelingsbegin;
}

export interface Kolomgok {
  readonly kop: string;
  readonly kolom: string;
  readonly veld: Veld;
  readonly zekerheid: number;
  readonly voorbeelden: readonly Voorbeeld[];
}

export interface Waardegok {
  readonly veld: Veld;
  readonly kop: string;
  readonly woord: string;
  /** null: no idea. */
  readonly betekenis: Betekenis | null;
  readonly zekerheid: number;
  readonly aantal: number;
  readonly voorbeelden: readonly Voorbeeld[];
}

/** What is known beside the cells. */
export interface Voorkennis {
  /** An earlier mapping of such a list. */
  readonly eerder?: Koppelingsbegin | null | undefined;
  /** What the municipality asks: nothing else is looked for. Undefined: STANDAARDVRAAGSTELLING. */
  readonly vraagstelling?: Vraagstelling | undefined;
  /** The organisations that may send: with more than one, a column of the list may say whose each row is. */
  readonly organisaties?: readonly Bekendeorganisatie[] | undefined;
}

/** Proposes from the cells, and from what is known beside them. @throws Koppelingfout when nothing looks like a list. */
export function stelKoppelingVoor(bron: Bron, { eerder = null, vraagstelling = STANDAARDVRAAGSTELLING, organisaties = [] }: Voorkennis = {}): Voorstel {
  return new Opsteller(bron, eerder && zonderOngevraagd(eerder, vraagstelling), vraagstelling, organisaties).stelOp();
}

/** What a field is read from; the schema says at the end whether it holds. */
interface Velddeel {
  readonly kolommen: readonly (Kolomwijzer & { readonly waarden?: Readonly<Record<string, Betekenis>> | undefined; readonly leeg?: Betekenis | undefined })[];
  readonly leeg?: string | undefined;
}

class Opsteller {
  readonly #kolomgokken: Kolomgok[] = [];
  readonly #waarden: Waardegok[] = [];
  readonly #vragen: Vraag[] = [];
  readonly #ontbreekt: Veld[] = [];
  readonly #velden: Partial<Record<Veld, Velddeel>> = {};
  /** The most likely column of a field that is asked for: other questions are worked out as if it were that. */
  readonly #wellicht: Partial<Record<Veld, Velddeel>> = {};
  /** Letters of the columns that are for something. */
  readonly #bezet = new Set<string>();
  #kolommen: readonly Kolom[] = [];

  constructor(
    readonly bron: Bron,
    readonly eerder: Koppelingsbegin | null,
    readonly vraagstelling: Vraagstelling,
    readonly organisaties: readonly Bekendeorganisatie[],
  ) {}

  stelOp(): Voorstel {
    const vondst = vindBereiken(this.bron, this.eerder);
    const zeker = vondst.bereiken.filter(({ zekerheid }) => zekerheid >= ZEKER);
    const bereiken = zeker.length > 0 ? zeker : vondst.bereiken;
    if (bereiken.length === 0) throw new Koppelingfout(TEKSTEN.geenLijst);
    const twijfel = vondst.bereiken.filter((bereik) => !bereiken.includes(bereik));
    if (twijfel.length > 0) this.#vragen.push({ soort: "blad", zin: VRAGEN.blad(twijfel.map(({ blad }) => blad)), keuzes: twijfel.map((gok) => ({ ...zuiverBereik(gok), zekerheid: gok.zekerheid })) });

    const totalen = this.#leesKolommen(bereiken, new Map());
    const organisatie = this.#vindOrganisatie();
    // What was mapped before is taken first: no other field may be looked for in those columns.
    const nieuw = VOLGORDE.filter((veld) => isGevraagd(veld, this.vraagstelling) && !this.#neemOver(veld));
    for (const veld of nieuw) this.#vindVeld(veld);
    const aansluiting = sluitAan(vondst.verwant, this.#bekendeKolommen(totalen), this.bron, this.vraagstelling);
    this.#vragen.push(...aansluiting.vragen);
    const alle = [...bereiken, ...aansluiting.bereiken];
    if (aansluiting.bereiken.length > 0) this.#leesKolommen(alle, aansluiting.andereKoppen);
    for (const veld of VELDEN) {
      const deel = this.#velden[veld];
      if (deel) this.#velden[veld] = { ...deel, kolommen: deel.kolommen.map((kolom) => ({ ...kolom, ...this.#andereKoppen(kolom) })) };
    }
    for (const veld of KEUZEVELDEN) this.#vindWaarden(veld);
    this.#vindLopend();

    const filters = this.#filters(totalen);
    const basis = {
      schema: "koppeling/1" as const,
      bereiken: alle.map(zuiverBereik),
      ...(this.eerder?.andereBladen === undefined ? {} : { andereBladen: this.eerder.andereBladen }),
      filters,
      ...(this.eerder?.leeftijd === undefined ? {} : { leeftijd: this.eerder.leeftijd }),
      ...(this.eerder?.zelfdeZaak === undefined ? {} : { zelfdeZaak: this.eerder.zelfdeZaak }),
      ...(organisatie === undefined ? {} : { organisatie }),
    };
    this.#vraagOverRijen({ ...basis, filters: [...filters, ...this.#vraagSoort(this.eerder?.filters ?? [])] });
    return {
      bereiken: [...alle, ...twijfel],
      nietGelezen: [...vondst.nietGelezen, ...aansluiting.nietGelezen],
      kolommen: this.#kolomgokken,
      waarden: this.#waarden,
      filters: totalen,
      ontbreekt: this.#ontbreekt,
      vragen: this.#vragen,
      koppeling: beginSchema.parse({ ...basis, velden: this.#velden }),
    };
  }

  /** Without the rows that add up others; answers how those are known. */
  #leesKolommen(bereiken: readonly Bereikgok[], andereKoppen: AndereKoppen): readonly Filtergok[] {
    const { filters, isTotaal } = vindTotalen(leesKolommen(bereiken, this.bron, () => true, andereKoppen), this.bron);
    this.#kolommen = leesKolommen(bereiken, this.bron, (cel) => !isTotaal(cel), andereKoppen);
    return filters;
  }

  #kolom({ kop, kolom }: Kolomwijzer): Kolom | undefined {
    const zelfde = this.#kolommen.filter((k) => kopsleutel(k.kop) === kopsleutel(kop));
    return zelfde.find((k) => k.kolom === kolom) ?? zelfde[0];
  }

  /** What another sheet must have too: the columns that were chosen, those of a question that is still open, and those that tell which rows count. */
  #bekendeKolommen(totalen: readonly Filtergok[]): Bekendekolom[] {
    const van = (wijzers: readonly Kolomwijzer[], veld: Veld | null) => wijzers.flatMap((wijs) => this.#kolom(wijs) ?? []).map((kolom) => ({ kolom, veld }));
    const velden = VELDEN.flatMap((veld) => [...van(this.#velden[veld]?.kolommen ?? [], veld), ...van(this.#wellicht[veld]?.kolommen ?? [], null)]);
    return [...velden, ...van(totalen, null).filter(({ kolom }) => !velden.some((bekend) => bekend.kolom === kolom))];
  }

  #andereKoppen(wijs: Kolomwijzer): { andereKoppen?: string[] } {
    const samen = [...new Set([...(wijs.andereKoppen ?? []), ...(this.#kolom(wijs)?.andereKoppen ?? [])])];
    return samen.length === 0 ? {} : { andereKoppen: samen };
  }

  /** Those of before, with the totals that came since. */
  #filters(totalen: readonly Filtergok[]): Filter[] {
    const oud = (this.eerder?.filters ?? []).filter((filter) => this.#kolom(filter));
    const zelfde = (a: Kolomwijzer, b: Kolomwijzer) => kopsleutel(a.kop) === kopsleutel(b.kop);
    const nieuw = totalen.filter((totaal) => !oud.some((filter) => zelfde(filter, totaal)));
    return [
      ...oud.map((filter) => ({ ...filter, weglaten: [...new Set([...filter.weglaten, ...totalen.filter((totaal) => zelfde(filter, totaal)).flatMap(({ weglaten }) => weglaten)])] })),
      ...nieuw.map((totaal) => ({ kop: totaal.kop, kolom: totaal.kolom, ...this.#andereKoppen(totaal), weglaten: [...totaal.weglaten] })),
    ];
  }

  /** First, for such a column may look like a team's. */
  #vindOrganisatie(): Koppelingsbegin["organisatie"] {
    const eerder = this.eerder?.organisatie;
    if (eerder === null || this.organisaties.length < 2) return eerder;
    const gevonden = vindOrganisatiekolom(this.#kolommen, this.organisaties, eerder ?? null);
    if (!gevonden) return eerder;
    const { kolom, waarden, twijfel } = gevonden;
    this.#bezet.add(kolom.kolom);
    if (twijfel.length > 0) {
      const woorden = twijfel.map(({ woord, voorstel }) => ({ woord, voorstel, aantal: kolom.woorden.get(woord)?.length ?? 0, voorbeelden: voorbeelden(kolom.woorden.get(woord) ?? [], this.bron) }));
      const zin = VRAGEN.organisatie(kolom.kop, woorden.slice(0, 5).map(({ voorbeelden: [eerste], woord }) => eerste?.tekst ?? woord));
      this.#vragen.push({ soort: "organisatie", ...wijzer(kolom), zin, woorden, mogelijk: [...this.organisaties] });
    }
    return { ...wijzer(kolom), waarden: { ...waarden } };
  }

  /** As in the earlier mapping; false when that did not know the field, or not these columns. */
  #neemOver(veld: Veld): boolean {
    const vast = this.eerder?.velden[veld];
    const gekend = vast?.kolommen.map((wijs) => this.#kolom(wijs));
    if (!vast || !gekend?.every((kolom) => kolom !== undefined)) return false;
    this.#neem(veld, gekend, 1);
    this.#velden[veld] = { ...vast, kolommen: vast.kolommen.map((deel, i) => ({ ...deel, ...wijzer(gekend[i]) })) };
    return true;
  }

  #vindVeld(veld: Veld): void {
    const vrij = this.#kolommen.filter((kolom) => !this.#bezet.has(kolom.kolom));
    const { sisaLabel } = this.vraagstelling;
    const genoemd = veld === "sisa" && sisaLabel !== null ? vrij.filter(({ kop }) => kopsleutel(kop) === kopsleutel(sisaLabel)) : [];
    const mogelijk = genoemd.length > 0 ? genoemd.map((kolom) => ({ kolom, zekerheid: 0.98 })) : kandidaten(veld, vrij, this.vraagstelling);
    const zelf = isZeker(mogelijk) && mogelijk[0] !== undefined && !isJaNee(mogelijk[0].kolom);
    if (veld === "consultatie" || veld === "stap5") {
      const paar = vindPaar(veld, vrij);
      // A column that holds the value itself goes before two that hold it by halves.
      if (paar && (paar.soort === "of-en-welke" || !zelf)) return this.#neemPaar(veld, paar.soort, paar.kolommen);
    }
    const [beste] = mogelijk;
    if (beste && isZeker(mogelijk)) {
      this.#neem(veld, [beste.kolom], beste.zekerheid);
      this.#velden[veld] = { kolommen: [wijzer(beste.kolom)] };
    } else if (isVerplicht(veld) || (isIndicator(veld) && (beste?.zekerheid ?? 0) >= AANNEMELIJK)) this.#vraagKolom(veld, mogelijk, vrij);
  }

  #neem(veld: Veld, kolommen: readonly Kolom[], zekerheid: number): void {
    for (const kolom of kolommen) {
      this.#bezet.add(kolom.kolom);
      this.#kolomgokken.push({ veld, ...wijzer(kolom), zekerheid, voorbeelden: voorbeelden(kolom.cellen, this.bron) });
    }
  }

  #neemPaar(veld: "consultatie" | "stap5", soort: "of-en-welke" | "twee-vragen", kolommen: readonly [Kolom, Kolom]): void {
    this.#neem(veld, kolommen, 0.85);
    const betekenissen = soort === "of-en-welke" ? ([["ja", "geen"], null] as const) : veld === "consultatie" ? ([["intern", "niet"], ["extern", "niet"]] as const) : ([["hulp", "niet"], ["melding", "niet"]] as const);
    this.#velden[veld] = {
      kolommen: kolommen.map((kolom, i) => {
        const [ja, nee] = betekenissen[i] ?? [];
        return { ...wijzer(kolom), ...(ja && nee ? { waarden: Object.fromEntries([...kolom.woorden.keys()].map((woord) => [woord, isJa(woord) ? ja : nee])) } : {}) };
      }),
    };
  }

  /** Of an indicator only when a column may well be it: a list can do without. */
  #vraagKolom(veld: (typeof VERPLICHTE_VELDEN)[number] | Indicator, mogelijk: readonly Kandidaat[], vrij: readonly Kolom[]): void {
    const [beste] = mogelijk;
    const naam = kopVan(veld, this.vraagstelling);
    if (!beste) this.#ontbreekt.push(veld);
    else this.#wellicht[veld] = { kolommen: [wijzer(beste.kolom)] };
    const rest = vrij.filter((kolom) => !mogelijk.some((kandidaat) => kandidaat.kolom === kolom)).map((kolom) => ({ kolom, zekerheid: 0 }));
    if (DATUMVELDEN.has(veld)) rest.sort((a, b) => b.kolom.datums - a.kolom.datums);
    const keuzes = [...mogelijk, ...rest].map(({ kolom, zekerheid }) => ({ ...wijzer(kolom), zekerheid, voorbeelden: voorbeelden(kolom.cellen, this.bron) }));
    this.#vragen.push({ soort: "kolom", veld, zin: beste ? VRAGEN.kolomOnzeker(naam, beste.kolom.kop, beste.kolom.kolom) : VRAGEN.kolomOntbreekt(naam), keuzes });
  }

  /** What stands in the columns that are certain: what is read as it is, what was mapped before, and what must be asked. */
  #vindWaarden(veld: Keuzeveld): void {
    const deel = koppelingSchema.shape.velden.shape[veld].safeParse(this.#velden[veld]).data;
    if (!deel) return;
    const kolommen = deel.kolommen.map((deelkolom) => {
      const kolom = this.#kolommen.find((k) => k.kolom === deelkolom.kolom);
      if (!kolom) return deelkolom;
      // What was mapped before is known too when the column is called otherwise now.
      const eerder = deel.kolommen.length === 1 ? this.eerder?.velden[veld]?.kolommen.map(({ waarden = {} }) => waarden) : [];
      const bekend = new Map([...(eerder ?? []), deelkolom.waarden ?? {}].flatMap((waarden) => Object.entries(waarden)).map(([woord, wat]): [string, Betekenis] => [normaliseer(woord), wat]));
      // An error value is never understood, so it is not asked for.
      // An age or a number of children is read as it is, whichever it is.
      const vanzelf = (woord: string) => isIndicator(veld) && !bekend.has(woord) && LEZERS[veld](woord).waarde !== null;
      const woorden = [...kolom.woorden].filter(([woord, [eerste]]) => !vanzelf(woord) && !isFoutwaarde(String(eerste?.waarde ?? "")));
      const gokken = woorden.map(([woord, cellen]) => ({ veld, kop: kolom.kop, woord, ...gokWoord(veld, woord, bekend), aantal: cellen.length, voorbeelden: voorbeelden(cellen, this.bron) }));
      this.#waarden.push(...gokken);
      const vraag = gokken.filter(({ zekerheid }) => zekerheid < ZEKER);
      if (vraag.length > 0) {
        this.#vragen.push({
          soort: "waarden",
          veld,
          ...wijzer(kolom),
          zin: VRAGEN.waarden(kopVan(veld, this.vraagstelling), kolom.kop, vraag.slice(0, 5).map(({ voorbeelden: [eerste], woord }) => eerste?.tekst ?? woord)),
          woorden: vraag.map(({ woord, aantal, betekenis, voorbeelden }) => ({ woord, aantal, voorstel: betekenis, voorbeelden: [...voorbeelden] })),
          mogelijk: [...Object.keys(WAARDEN[veld]), "open"],
        });
      }
      const zeker = gokken.flatMap(({ woord, betekenis, zekerheid }) => (zekerheid >= ZEKER && betekenis !== null ? [[woord, betekenis]] : []));
      return { ...deelkolom, waarden: { ...deelkolom.waarden, ...Object.fromEntries(zeker) } };
    });
    this.#velden[veld] = { ...deel, kolommen };
  }

  /** Words in the column of end dates that say that the case runs; anything else is a finding. */
  #vindLopend(): void {
    const deel = koppelingSchema.shape.velden.shape.einddatum.safeParse(this.#velden.einddatum).data;
    const [wijs] = deel?.kolommen ?? [];
    const kolom = this.#kolommen.find((k) => k.kolom === wijs?.kolom);
    if (!wijs || !kolom) return;
    const woorden = [...kolom.woorden].filter(([woord]) => zegtLopend(woord) || wijs.waarden?.[woord] === "open");
    this.#waarden.push(...woorden.map(([woord, cellen]) => ({ veld: "einddatum" as const, kop: kolom.kop, woord, betekenis: "open" as const, zekerheid: 0.9, aantal: cellen.length, voorbeelden: voorbeelden(cellen, this.bron) })));
    if (woorden.length > 0) this.#velden.einddatum = { kolommen: [{ ...wijs, waarden: { ...wijs.waarden, ...Object.fromEntries(woorden.map(([woord]) => [woord, "open"])) } }] };
  }

  /** Answers the filter that is proposed. */
  #vraagSoort(oud: readonly Filter[]): Filter[] {
    const kolom = vindSoortkolom(this.#kolommen.filter((k) => !this.#bezet.has(k.kolom) && !oud.some(({ kop }) => kopsleutel(kop) === kopsleutel(k.kop))));
    if (!kolom) return [];
    const woorden = Array.from(kolom.woorden, ([woord, cellen]) => ({ woord, aantal: cellen.length, voorstel: kolom.isZaak(woord) ? ("tellen" as const) : ("weglaten" as const), voorbeelden: voorbeelden(cellen, this.bron) }));
    this.#vragen.push({ soort: "filter", ...wijzer(kolom), zin: VRAGEN.filter(kolom.kop), woorden });
    return [{ ...wijzer(kolom), weglaten: woorden.flatMap(({ woord, voorstel }) => (voorstel === "weglaten" ? [woord] : [])) }];
  }

  #vraagOverRijen(basis: Omit<Koppeling, "velden">): void {
    const proef = koppelingSchema.safeParse({ ...basis, velden: { ...this.#wellicht, ...this.#velden } });
    // Of a sheet that a question is about, it is not known yet where its columns stand.
    const gevraagd = this.#vragen.flatMap((vraag) => (vraag.soort === "kolom" ? (vraag.blad ?? []) : []));
    if (!proef.success) return;
    const bereiken = proef.data.bereiken.filter(({ blad }) => !gevraagd.includes(blad));
    // A column of ages may say both the group and that the signal is N.v.t.
    const leeftijden = this.#velden.leeftijdsgroep?.kolommen.map(({ kolom }) => kolom) ?? [];
    const vrij = this.#kolommen.filter(({ kolom }) => !this.#bezet.has(kolom) || leeftijden.includes(kolom));
    this.#vragen.push(...vragenOverRijen({ ...proef.data, bereiken }, this.bron, vrij, LEEGVELDEN.filter((veld) => this.#velden[veld]), this.vraagstelling));
  }
}

const DATUMVELDEN: ReadonlySet<Veld> = new Set(["startdatum", "einddatum"]);

/** The fields that take columns from others come last. */
const VOLGORDE = ["sisa", "startdatum", "einddatum", "consultatie", "stap5", "kenmerk", "team", ...INDICATOREN] as const satisfies readonly Veld[];

function gokWoord(veld: Keuzeveld, woord: string, bekend: ReadonlyMap<string, Betekenis>): { betekenis: Betekenis | null; zekerheid: number } {
  const vast = bekend.get(woord);
  if (vast !== undefined) return { betekenis: vast, zekerheid: 0.95 };
  const { waarde } = LEZERS[veld](woord);
  if (waarde !== null) return { betekenis: waarde, zekerheid: 1 };
  const geraden = raadWoord(veld, woord);
  return { betekenis: geraden, zekerheid: geraden === null ? 0 : 0.5 };
}

function wijzer(kolom: Kolom | undefined): { kop: string; kolom: string } {
  return { kop: kolom?.kop ?? "", kolom: kolom?.kolom ?? "" };
}

function isVerplicht(veld: Veld): veld is (typeof VERPLICHTE_VELDEN)[number] {
  return VERPLICHTE_VELDEN.some((verplicht) => verplicht === veld);
}
