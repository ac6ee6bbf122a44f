import { kopsleutel } from "../../lezen/koppen";
import { isBlanco, normaliseer } from "../../lezen/tekst";
import { KOPPEN, type Veld, VERPLICHTE_VELDEN, VELDEN } from "../../veld";
import { type Betekenis, type Filter, KEUZEVELDEN, type Keuzeveld, type Koppeling, Koppelingfout, type Koppelingsbegin, WAARDEN, beginSchema, koppelingSchema } from "../koppeling";
import { LEZERS } from "../keuzes";
import { type Bron, type Gekoppeld, pasKoppelingToe } from "../toepassen";
import { TEKSTEN, VRAGEN } from "../teksten";
import { type Bereikgok, vindBereiken } from "./bereiken";
import { type Filtergok, vindSoortkolom, vindTotalen } from "./filters";
import { type Kolom, type Voorbeeld, isJa, isJaNee, leesKolommen, voorbeelden } from "./kolommen";
import { type Bekendeorganisatie, vindOrganisatiekolom } from "./organisaties";
import { type Kandidaat, ZEKER, isZeker, kandidaten, vindPaar } from "./velden";
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
  /** What the SISA column is called in this municipality. */
  readonly sisaLabel?: string | undefined;
  /** The organisations that may send: with more than one, a column of the list may say whose each row is. */
  readonly organisaties?: readonly Bekendeorganisatie[] | undefined;
}

/** Proposes from the cells, and from what is known beside them. @throws Koppelingfout when nothing looks like a list. */
export function stelKoppelingVoor(bron: Bron, { eerder = null, sisaLabel, organisaties = [] }: Voorkennis = {}): Voorstel {
  return new Opsteller(bron, eerder, sisaLabel, organisaties).stelOp();
}

class Opsteller {
  readonly #kolomgokken: Kolomgok[] = [];
  readonly #waarden: Waardegok[] = [];
  readonly #vragen: Vraag[] = [];
  readonly #ontbreekt: Veld[] = [];
  readonly #velden: Record<string, unknown> = {};
  /** The most likely column of a field that is asked for: other questions are worked out as if it were that. */
  readonly #wellicht: Record<string, unknown> = {};
  readonly #bezet = new Set<Kolom>();
  #kolommen: readonly Kolom[] = [];

  constructor(
    readonly bron: Bron,
    readonly eerder: Koppelingsbegin | null,
    readonly sisaLabel: string | undefined,
    readonly organisaties: readonly Bekendeorganisatie[],
  ) {}

  stelOp(): Voorstel {
    const { bereiken: alle, nietGelezen } = vindBereiken(this.bron, this.eerder);
    const zeker = alle.filter(({ zekerheid }) => zekerheid >= ZEKER);
    const bereiken = zeker.length > 0 ? zeker : alle;
    if (bereiken.length === 0) throw new Koppelingfout(TEKSTEN.geenLijst);
    const twijfel = alle.filter((bereik) => !bereiken.includes(bereik));
    if (twijfel.length > 0) this.#vragen.push({ soort: "blad", zin: VRAGEN.blad(twijfel.map(({ blad }) => blad)), keuzes: twijfel.map(({ blad, koprij, zekerheid }) => ({ blad, koprij, zekerheid })) });

    const { filters: totalen, isTotaal } = vindTotalen(leesKolommen(bereiken, this.bron), this.bron);
    this.#kolommen = leesKolommen(bereiken, this.bron, (cel) => !isTotaal(cel));
    const organisatie = this.#vindOrganisatie();
    for (const veld of VOLGORDE) this.#vindVeld(veld);
    for (const veld of KEUZEVELDEN) this.#vindWaarden(veld);
    this.#vindLopend();

    const oud = this.eerder?.filters.filter(({ kop }) => this.#kolommen.some((kolom) => kopsleutel(kolom.kop) === kopsleutel(kop))) ?? [];
    const nieuw = totalen.filter(({ kop }) => !oud.some((filter) => kopsleutel(filter.kop) === kopsleutel(kop)));
    const wellicht = this.#vraagSoort(oud);
    const basis = {
      schema: "koppeling/1" as const,
      bereiken: bereiken.map(({ blad, koprij, laatsteRij }) => ({ blad, koprij, ...(laatsteRij === undefined ? {} : { laatsteRij }) })),
      filters: [...oud, ...nieuw.map(({ kop, kolom, weglaten }) => ({ kop, kolom, weglaten: [...weglaten] }))],
      ...(this.eerder?.leeftijd === undefined ? {} : { leeftijd: this.eerder.leeftijd }),
      ...(this.eerder?.zelfdeZaak === undefined ? {} : { zelfdeZaak: this.eerder.zelfdeZaak }),
      ...(organisatie === undefined ? {} : { organisatie }),
    };
    this.#vraagOverRijen({ ...basis, filters: [...basis.filters, ...wellicht] });
    return {
      bereiken: alle,
      nietGelezen,
      kolommen: this.#kolomgokken,
      waarden: this.#waarden,
      filters: totalen,
      ontbreekt: this.#ontbreekt,
      vragen: this.#vragen,
      koppeling: beginSchema.parse({ ...basis, velden: this.#velden }),
    };
  }

  /** First, for such a column may look like a team's. */
  #vindOrganisatie(): Koppelingsbegin["organisatie"] {
    const eerder = this.eerder?.organisatie;
    if (eerder === null || this.organisaties.length < 2) return eerder;
    const gevonden = vindOrganisatiekolom(this.#kolommen, this.organisaties, eerder ?? null);
    if (!gevonden) return eerder;
    const { kolom, waarden, twijfel } = gevonden;
    this.#bezet.add(kolom);
    if (twijfel.length > 0) {
      const woorden = twijfel.map(({ woord, voorstel }) => ({ woord, voorstel, aantal: kolom.woorden.get(woord)?.length ?? 0, voorbeelden: voorbeelden(kolom.woorden.get(woord) ?? [], this.bron) }));
      const zin = VRAGEN.organisatie(kolom.kop, woorden.slice(0, 5).map(({ voorbeelden: [eerste], woord }) => eerste?.tekst ?? woord));
      this.#vragen.push({ soort: "organisatie", ...wijzer(kolom), zin, woorden, mogelijk: [...this.organisaties] });
    }
    return { ...wijzer(kolom), waarden: { ...waarden } };
  }

  #vindVeld(veld: Veld): void {
    const vast = this.eerder?.velden[veld];
    const gekend = vast?.kolommen.map(({ kop, kolom }) => this.#kolommen.find((k) => kopsleutel(k.kop) === kopsleutel(kop) && (kolom === undefined || k.kolom === kolom)) ?? this.#kolommen.find((k) => kopsleutel(k.kop) === kopsleutel(kop)));
    if (vast && gekend?.every((kolom) => kolom !== undefined)) {
      this.#neem(veld, gekend, 1);
      this.#velden[veld] = { ...vast, kolommen: vast.kolommen.map((deel, i) => ({ ...deel, ...wijzer(gekend[i]) })) };
      return;
    }
    const vrij = this.#kolommen.filter((kolom) => !this.#bezet.has(kolom));
    const genoemd = veld === "sisa" && this.sisaLabel !== undefined ? vrij.filter(({ kop }) => kopsleutel(kop) === kopsleutel(this.sisaLabel ?? "")) : [];
    const mogelijk = genoemd.length > 0 ? genoemd.map((kolom) => ({ kolom, zekerheid: 0.98 })) : kandidaten(veld, vrij);
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
    } else if (isVerplicht(veld)) this.#vraagKolom(veld, mogelijk, vrij);
  }

  #neem(veld: Veld, kolommen: readonly Kolom[], zekerheid: number): void {
    for (const kolom of kolommen) {
      this.#bezet.add(kolom);
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

  #vraagKolom(veld: (typeof VERPLICHTE_VELDEN)[number], mogelijk: readonly Kandidaat[], vrij: readonly Kolom[]): void {
    const [beste] = mogelijk;
    if (!beste) this.#ontbreekt.push(veld);
    else this.#wellicht[veld] = { kolommen: [wijzer(beste.kolom)] };
    const rest = vrij.filter((kolom) => !mogelijk.some((kandidaat) => kandidaat.kolom === kolom)).map((kolom) => ({ kolom, zekerheid: 0 }));
    const keuzes = [...mogelijk, ...rest].map(({ kolom, zekerheid }) => ({ ...wijzer(kolom), zekerheid, voorbeelden: voorbeelden(kolom.cellen, this.bron) }));
    this.#vragen.push({ soort: "kolom", veld, zin: beste ? VRAGEN.kolomOnzeker(KOPPEN[veld], beste.kolom.kop) : VRAGEN.kolomOntbreekt(KOPPEN[veld]), keuzes });
  }

  /** What stands in the columns that are certain: what is read as it is, what was mapped before, and what must be asked. */
  #vindWaarden(veld: Keuzeveld): void {
    const deel = koppelingSchema.shape.velden.shape[veld].safeParse(this.#velden[veld]).data;
    if (!deel) return;
    const kolommen = deel.kolommen.map((deelkolom) => {
      const kolom = this.#kolommen.find((k) => k.kolom === deelkolom.kolom);
      if (!kolom) return deelkolom;
      const bekend = new Map(Object.entries(deelkolom.waarden ?? {}).map(([woord, wat]): [string, Betekenis] => [normaliseer(woord), wat]));
      const gokken = Array.from(kolom.woorden, ([woord, cellen]) => ({ veld, kop: kolom.kop, woord, ...gokWoord(veld, woord, bekend), aantal: cellen.length, voorbeelden: voorbeelden(cellen, this.bron) }));
      this.#waarden.push(...gokken);
      const vraag = gokken.filter(({ zekerheid }) => zekerheid < ZEKER);
      if (vraag.length > 0) {
        this.#vragen.push({
          soort: "waarden",
          veld,
          ...wijzer(kolom),
          zin: VRAGEN.waarden(KOPPEN[veld], kolom.kop, vraag.slice(0, 5).map(({ voorbeelden: [eerste], woord }) => eerste?.tekst ?? woord)),
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
    const kolom = vindSoortkolom(this.#kolommen.filter((k) => !this.#bezet.has(k) && !oud.some(({ kop }) => kopsleutel(kop) === kopsleutel(k.kop))));
    if (!kolom) return [];
    const woorden = Array.from(kolom.woorden, ([woord, cellen]) => ({ woord, aantal: cellen.length, voorstel: kolom.isZaak(woord) ? ("tellen" as const) : ("weglaten" as const), voorbeelden: voorbeelden(cellen, this.bron) }));
    this.#vragen.push({ soort: "filter", ...wijzer(kolom), zin: VRAGEN.filter(kolom.kop), woorden });
    return [{ ...wijzer(kolom), weglaten: woorden.flatMap(({ woord, voorstel }) => (voorstel === "weglaten" ? [woord] : [])) }];
  }

  /** What only shows when the rows are read: through the mapping as it stands, with the likely columns in it. */
  #vraagOverRijen(basis: Pick<Koppeling, "schema" | "bereiken" | "filters" | "leeftijd" | "zelfdeZaak">): void {
    const proef = koppelingSchema.safeParse({ ...basis, velden: { ...this.#wellicht, ...this.#velden } });
    if (!proef.success) return;
    const lees = (anders: Partial<Koppeling> = {}) => pasKoppelingToe({ ...proef.data, ...anders }, this.bron);
    const leeftijd = basis.leeftijd === undefined ? this.#vraagLeeftijd(lees) : basis.leeftijd;
    const gelezen = lees({ leeftijd });
    for (const veld of KEUZEVELDEN) this.#vraagLeeg(veld, gelezen);
    if (basis.zelfdeZaak === undefined && basis.bereiken.length > 1) {
      const { samengevoegd } = lees({ zelfdeZaak: true });
      if (samengevoegd > 0) this.#vragen.push({ soort: "zelfde-zaak", zin: VRAGEN.zelfdeZaak(samengevoegd) });
    }
  }

  /** Asked when it would decide something. */
  #vraagLeeftijd(lees: (anders: Partial<Koppeling>) => Gekoppeld): Koppeling["leeftijd"] {
    const kolom = this.#kolommen.find((k) => !this.#bezet.has(k) && /\bleeftijd|geboorte ?datum|\bgeb(oren)? ?(datum|dat|op)?$/.test(kopsleutel(k.kop)));
    if (!kolom) return null;
    const leeftijd = { ...wijzer(kolom), soort: /leeftijd/.test(kopsleutel(kolom.kop)) ? ("leeftijd" as const) : ("geboortedatum" as const) };
    const nvt = (anders: Partial<Koppeling>) => lees(anders).inhoud.sisa?.filter((waarde) => waarde === "N.v.t.").length ?? 0;
    const beslist = nvt({ leeftijd }) - nvt({ leeftijd: null });
    if (beslist === 0) return null;
    this.#vragen.push({ soort: "leeftijd", ...wijzer(kolom), wat: leeftijd.soort, zin: VRAGEN.leeftijd(kolom.kop, beslist), voorbeelden: voorbeelden(kolom.cellen, this.bron) });
    return leeftijd;
  }

  /** A field that is empty in many closed cases is not forgotten: it says something. */
  #vraagLeeg(veld: Keuzeveld, { inhoud, plaats }: Gekoppeld): void {
    const deel = koppelingSchema.shape.velden.shape[veld].safeParse(this.#velden[veld]).data;
    if (!deel || deel.leeg !== undefined || deel.kolommen.length === 0) return;
    const gesloten = (inhoud.einddatum ?? []).flatMap((einde, positie) => (isBlanco(einde) ? [] : [positie]));
    const leeg = gesloten.filter((positie) => isBlanco(inhoud[veld]?.[positie] ?? null));
    if (leeg.length < MINSTE_LEGE || leeg.length < AANDEEL_LEGE * gesloten.length) return;
    const cellen = leeg.slice(0, 3).map((positie) => ({ ...plaats(positie, veld), waarde: "" }));
    const plekken = cellen.flatMap((cel) => voorbeelden([cel], this.bron));
    const [een, twee] = deel.kolommen;
    if (een && twee && veld !== "sisa" && een.leeg === undefined && [een, twee].every(({ waarden }) => Object.values(waarden ?? {}).includes("niet") || !Object.values(waarden ?? {}).includes("ja"))) {
      this.#vragen.push({ soort: "leeg-naast", veld, zin: VRAGEN.leegNaast(een.kop, twee.kop), mogelijk: ["niet", "open"], voorbeelden: plekken });
    } else {
      this.#vragen.push({ soort: "leeg", veld, zin: VRAGEN.leeg(KOPPEN[veld], leeg.length), mogelijk: [...Object.keys(WAARDEN[veld]), "open"], voorbeelden: plekken });
    }
  }
}

/** A few forgotten cells are findings; from here on it looks like a habit. */
const MINSTE_LEGE = 3;
const AANDEEL_LEGE = 0.2;

/** The fields that take columns from others come last. */
const VOLGORDE = ["sisa", "startdatum", "einddatum", "consultatie", "stap5", "kenmerk", "team"] as const satisfies readonly (typeof VELDEN)[number][];

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
