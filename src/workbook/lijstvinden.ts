import { isIndicator } from "../meldcode/indicator";
import { veldVoorKop } from "../meldcode/lezen/koppen";
import { isBlanco, normaliseer } from "../meldcode/lezen/tekst";
import { BASISVELDEN, type Cel, type Kolominhoud, type Veld } from "../meldcode/veld";
import { kopVan, STANDAARDVRAAGSTELLING, verplichteVelden, type Vraagstelling } from "../meldcode/vraagstelling";
import { leesvelden } from "./leesvelden";
import { LIJSTNAAM } from "./lijstontwerp";

/** A sheet as a grid of cells. Rows and columns count from 1. */
export interface Rooster {
  readonly blad: string;
  readonly zichtbaar: boolean;
  /** Rows that hold anything, from top to bottom; a cell stands at its column number. Asked for only when it is needed. */
  readonly rijen: ReadonlyMap<number, readonly (Cel | undefined)[]>;
}

/** A table of the workbook; the block includes its header and totals rows. */
export interface Tabelplaats {
  readonly naam: string;
  readonly blad: string;
  readonly bereik: { readonly vanRij: number; readonly vanKolom: number; readonly totRij: number; readonly totKolom: number };
  readonly koprijen: number;
  readonly totaalrijen: number;
  readonly kolommen: readonly string[];
}

export interface Zoekopties {
  /** Look on this sheet only, also when it is hidden. */
  readonly blad?: string | undefined;
  /** The header of a field, where our synonyms do not decide. */
  readonly koppen?: Readonly<Partial<Record<Veld, string>>> | undefined;
  /** Which columns the municipality asks, and how it calls them. As in Rotterdam unless said otherwise. */
  readonly vraagstelling?: Vraagstelling | undefined;
}

export type Kolomplaatsen = Readonly<Partial<Record<Veld, { readonly kolom: number; readonly kop: string }>>>;

export interface Lijstplaats {
  readonly blad: string;
  /** null: a list that is no table. */
  readonly tabel: string | null;
  readonly koprij: number;
}

export type Lijstvondst =
  | (Lijstplaats & {
      readonly soort: "lijst";
      readonly kolommen: Kolomplaatsen;
      /** First row below the header; last row that is read (before it when there is none). */
      readonly eersteRij: number;
      readonly laatsteRij: number;
      /** Filled rows right below the table, which are not in it and are not read. 0 for a list that is no table. */
      readonly rijenEronder: number;
    })
  | { readonly soort: "geen-lijst" }
  | { readonly soort: "meer-lijsten"; readonly plaatsen: readonly Lijstplaats[] }
  | (Lijstplaats & { readonly soort: "kolom-ontbreekt"; readonly ontbreekt: readonly Veld[] })
  | (Lijstplaats & { readonly soort: "kolom-dubbel"; readonly veld: Veld; readonly kolommen: readonly number[] });

/** A row is taken for the header of a list from this many fields on: enough to say what is missing, too many for chance. */
const HERKENBAAR = 3;
/** No header is longer; longer texts are not looked at. */
const LANGSTE_KOP = 80;

type Koprij = Lijstplaats & { readonly tabelplaats: Tabelplaats | null; readonly rooster: Rooster; readonly lezing: Koplezing };

/**
 * Finds the list: the table named Meldcode, else the one table or area of cells whose header row names all required fields.
 * The header row may stand anywhere, columns in any order, with other columns between them.
 */
export function vindLijst(roosters: readonly Rooster[], tabellen: readonly Tabelplaats[], opties: Zoekopties = {}): Lijstvondst {
  const bladen = roosters.filter((rooster) => (opties.blad === undefined ? true : gelijk(rooster.blad, opties.blad)));
  const inBladen = tabellen.flatMap((tabel) => {
    const rooster = bladen.find((r) => gelijk(r.blad, tabel.blad));
    return rooster ? [{ tabel, rooster }] : [];
  });
  const { vraagstelling = STANDAARDVRAAGSTELLING, koppen = {} } = opties;
  const kies = kopkiezer(vraagstelling, koppen);
  const meldcode = inBladen.find(({ tabel }) => gelijk(tabel.naam, LIJSTNAAM));
  if (meldcode) return beoordeel(tabelkop(meldcode.tabel, meldcode.rooster, kies, vraagstelling));

  const zoekbaar = bladen.filter((rooster) => rooster.zichtbaar || opties.blad !== undefined);
  const koprijen = zoekbaar
    .flatMap((rooster) => {
      const eigen = inBladen.filter((t) => t.rooster === rooster).map(({ tabel }) => tabel);
      return [...eigen.map((tabel) => tabelkop(tabel, rooster, kies, vraagstelling)), ...losseKoppen(rooster, eigen, kies, vraagstelling)];
    })
    .filter(({ lezing }) => lezing.aantal >= HERKENBAAR);
  const volledig = koprijen.filter(({ lezing }) => lezing.ontbreekt.length === 0);
  if (volledig.length > 1) return { soort: "meer-lijsten", plaatsen: volledig.map(({ blad, tabel, koprij }) => ({ blad, tabel, koprij })) };
  const [beste] = [...volledig, ...koprijen.toSorted((a, b) => b.lezing.aantal - a.lezing.aantal)];
  return beste ? beoordeel(beste) : { soort: "geen-lijst" };
}

/** The columns of a list that was found, from `eersteRij` to `laatsteRij`. An indicator that is asked and has no column is null. */
export function leesKolommen({ rijen }: Rooster, vondst: Extract<Lijstvondst, { soort: "lijst" }>, { extraIndicatoren } = STANDAARDVRAAGSTELLING): Kolominhoud {
  const aantal = Math.max(0, vondst.laatsteRij - vondst.eersteRij + 1);
  const kolom = (veld: Veld): Cel[] | null => {
    const plaats = vondst.kolommen[veld];
    return plaats ? Array.from({ length: aantal }, (_, i) => rijen.get(vondst.eersteRij + i)?.[plaats.kolom] ?? null) : null;
  };
  return {
    kenmerk: kolom("kenmerk"),
    team: kolom("team"),
    startdatum: kolom("startdatum"),
    sisa: kolom("sisa"),
    consultatie: kolom("consultatie"),
    stap5: kolom("stap5"),
    einddatum: kolom("einddatum"),
    ...Object.fromEntries(extraIndicatoren.map(({ indicator }) => [indicator, kolom(indicator)])),
  };
}

function tabelkop(tabelplaats: Tabelplaats, rooster: Rooster, kies: Kopkiezer, vraagstelling: Vraagstelling): Koprij {
  const { bereik, kolommen, naam } = tabelplaats;
  const koppen = new Map(kolommen.map((kop, i) => [bereik.vanKolom + i, kop]));
  return { blad: rooster.blad, tabel: naam, koprij: bereik.vanRij, tabelplaats, rooster, lezing: leesKoppen(koppen, kies, vraagstelling) };
}

/** Rows outside the tables that look like a header. */
function losseKoppen(rooster: Rooster, tabellen: readonly Tabelplaats[], kies: Kopkiezer, vraagstelling: Vraagstelling): Koprij[] {
  const gevonden: Koprij[] = [];
  for (const [koprij, cellen] of rooster.rijen) {
    const koppen = new Map<number, string>();
    cellen.forEach((cel, kolom) => {
      if (typeof cel === "string" && cel.length <= LANGSTE_KOP && kies(cel) && !tabellen.some((t) => bevat(t, koprij, kolom))) koppen.set(kolom, cel);
    });
    if (koppen.size < HERKENBAAR) continue;
    gevonden.push({ blad: rooster.blad, tabel: null, koprij, tabelplaats: null, rooster, lezing: leesKoppen(koppen, kies, vraagstelling) });
  }
  return gevonden;
}

function beoordeel({ blad, tabel, koprij, tabelplaats, rooster, lezing }: Koprij): Lijstvondst {
  const plaats = { blad, tabel, koprij };
  if (lezing.ontbreekt.length > 0) return { soort: "kolom-ontbreekt", ...plaats, ontbreekt: lezing.ontbreekt };
  if (lezing.dubbel) return { soort: "kolom-dubbel", ...plaats, ...lezing.dubbel };
  const { kolommen } = lezing;
  const gevuld = (rij: number) => Object.values(kolommen).some(({ kolom }) => !isBlanco(rooster.rijen.get(rij)?.[kolom] ?? null));
  if (!tabelplaats) {
    let laatsteRij = koprij;
    for (const rij of rooster.rijen.keys()) if (rij > laatsteRij && gevuld(rij)) laatsteRij = rij;
    return { soort: "lijst", ...plaats, kolommen, eersteRij: koprij + 1, laatsteRij, rijenEronder: 0 };
  }
  const { bereik, koprijen, totaalrijen } = tabelplaats;
  let rijenEronder = 0;
  while (totaalrijen === 0 && gevuld(bereik.totRij + rijenEronder + 1)) rijenEronder++;
  return { soort: "lijst", ...plaats, kolommen, eersteRij: bereik.vanRij + koprijen, laatsteRij: bereik.totRij - totaalrijen, rijenEronder };
}

interface Koplezing {
  readonly kolommen: Kolomplaatsen;
  readonly ontbreekt: readonly Veld[];
  readonly dubbel: { readonly veld: Veld; readonly kolommen: readonly number[] } | null;
  /** Fields that were found; an indicator alone makes no list. */
  readonly aantal: number;
}

/** Which field a header names and how surely: 1 told so, 2 our own header, 3 a synonym. Of a field only the surest headers count. */
type Kopkiezer = (kop: string) => { readonly veld: Veld; readonly rang: 1 | 2 | 3 } | null;

function kopkiezer(vraagstelling: Vraagstelling, koppen: NonNullable<Zoekopties["koppen"]>): Kopkiezer {
  const velden = leesvelden(vraagstelling);
  const verteld = new Map(velden.flatMap((veld) => (koppen[veld] === undefined ? [] : [[normaliseer(koppen[veld]), veld] as const])));
  const eigen = new Map<string, Veld>(velden.map((veld) => [normaliseer(kopVan(veld, vraagstelling)), veld]));
  return (kop) => {
    const sleutel = normaliseer(kop);
    const opgegeven = verteld.get(sleutel);
    if (opgegeven) return { veld: opgegeven, rang: 1 };
    const veld = eigen.get(sleutel) ?? veldVoorKop(kop, vraagstelling);
    // A field that was told where it stands, stands nowhere else.
    return veld && koppen[veld] === undefined ? { veld, rang: eigen.has(sleutel) ? 2 : 3 } : null;
  };
}

function leesKoppen(koppen: ReadonlyMap<number, string>, kies: Kopkiezer, vraagstelling: Vraagstelling): Koplezing {
  const keuzes = Array.from(koppen, ([kolom, kop]) => ({ kolom, kop, ...(kies(kop) ?? { veld: null, rang: 3 }) }));
  const kolommen: Partial<Record<Veld, { kolom: number; kop: string }>> = {};
  let dubbel: Koplezing["dubbel"] = null;
  for (const veld of leesvelden(vraagstelling)) {
    const voorVeld = keuzes.filter((keuze) => keuze.veld === veld);
    const zekerst = voorVeld.filter(({ rang }) => rang === Math.min(...voorVeld.map((keuze) => keuze.rang)));
    const [eerste] = zekerst;
    // An indicator that stands in two columns is not known, which stops nothing.
    if (zekerst.length > 1 && isIndicator(veld)) continue;
    if (eerste) kolommen[veld] = { kolom: eerste.kolom, kop: eerste.kop };
    if (zekerst.length > 1) dubbel ??= { veld, kolommen: zekerst.map(({ kolom }) => kolom) };
  }
  return { kolommen, ontbreekt: verplichteVelden(vraagstelling).filter((veld) => !kolommen[veld]), dubbel, aantal: BASISVELDEN.filter((veld) => kolommen[veld]).length };
}

function bevat({ bereik }: Tabelplaats, rij: number, kolom: number): boolean {
  return rij >= bereik.vanRij && rij <= bereik.totRij && kolom >= bereik.vanKolom && kolom <= bereik.totKolom;
}

/** Names of sheets and tables are the same whatever their case, as in Excel. */
function gelijk(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
