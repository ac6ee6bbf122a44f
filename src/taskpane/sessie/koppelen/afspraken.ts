import { type Betekenis, type Filter, KEUZEVELDEN, type Keuzeveld, type Koppelingsbegin } from "../../../meldcode/koppeling/koppeling";

/** What a mapping decides beside columns and words. `sleutel` is that of the question it answers. */
export type Afspraak = { readonly sleutel: string } & (
  /** What it means when all the cells of a field are empty. */
  | { readonly soort: "leeg"; readonly veld: Keuzeveld; readonly betekenis: Betekenis }
  /** What an empty cell means beside a filled one. */
  | { readonly soort: "leeg-naast"; readonly veld: Keuzeveld; readonly betekenis: Betekenis }
  | { readonly soort: "filter"; readonly filter: Filter }
  | { readonly soort: "leeftijd"; readonly kop: string }
  | { readonly soort: "zelfde-zaak"; readonly ja: boolean }
  /** The column that says whose case a row is; null: the list is of one organisation. */
  | { readonly soort: "organisatie"; readonly kop: string | null; readonly aantal: number }
);

export function afsprakenVan({ velden, filters, leeftijd, zelfdeZaak, organisatie }: Koppelingsbegin): Afspraak[] {
  return [
    ...KEUZEVELDEN.flatMap((veld): Afspraak[] => {
      const deel = velden[veld];
      const naast = deel?.kolommen.find(({ leeg }) => leeg !== undefined)?.leeg;
      return [
        ...(deel?.leeg === undefined ? [] : [{ soort: "leeg" as const, sleutel: `leeg ${veld}`, veld, betekenis: deel.leeg }]),
        ...(naast === undefined ? [] : [{ soort: "leeg-naast" as const, sleutel: `leeg-naast ${veld}`, veld, betekenis: naast as Betekenis }]),
      ];
    }),
    ...filters.filter(({ weglaten }) => weglaten.length > 0).map((filter) => ({ soort: "filter" as const, sleutel: `filter ${filter.kolom ?? filter.kop}`, filter })),
    ...(leeftijd ? [{ soort: "leeftijd" as const, sleutel: `leeftijd ${leeftijd.kolom ?? leeftijd.kop}`, kop: leeftijd.kop }] : []),
    ...(zelfdeZaak === undefined ? [] : [{ soort: "zelfde-zaak" as const, sleutel: "zelfde-zaak", ja: zelfdeZaak }]),
    ...(organisatie === undefined ? [] : [{ soort: "organisatie" as const, sleutel: `organisatie ${organisatie?.kolom ?? ""}`, kop: organisatie?.kop ?? null, aantal: new Set(Object.values(organisatie?.waarden ?? {})).size }]),
  ];
}

/** Of rows with a total nothing is asked: they are no cases. */
export function isTeHerzien(afspraak: Afspraak): boolean {
  return afspraak.soort !== "filter" || afspraak.filter.tellen !== undefined;
}

/** Without it; the engine asks again where it matters. */
export function zonderAfspraak(koppeling: Koppelingsbegin, afspraak: Afspraak): Koppelingsbegin {
  switch (afspraak.soort) {
    case "leeg":
    case "leeg-naast": {
      const deel = koppeling.velden[afspraak.veld];
      const nieuw = afspraak.soort === "leeg" ? { ...deel, leeg: undefined } : { ...deel, kolommen: deel?.kolommen.map((kolom) => ({ ...kolom, leeg: undefined })) };
      // The same field, and so the same form, with less in it.
      return { ...koppeling, velden: { ...koppeling.velden, [afspraak.veld]: nieuw } as Koppelingsbegin["velden"] };
    }
    case "filter":
      return { ...koppeling, filters: koppeling.filters.filter((filter) => filter !== afspraak.filter) };
    case "leeftijd":
      return { ...koppeling, leeftijd: undefined };
    case "zelfde-zaak":
      return { ...koppeling, zelfdeZaak: undefined };
    case "organisatie":
      // Found again by itself, were it only forgotten.
      return { ...koppeling, organisatie: afspraak.kop === null ? undefined : null };
  }
}
