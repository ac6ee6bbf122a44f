import { leesPeriode, maandnummer, type Periode, periodeVanDatum, periodeVanNummer } from "../meldcode/periode";
import { type Datum } from "../meldcode/datum";
import { SECTOREN, type Sector } from "../meldcode/sector";
import { type Daad, DADEN } from "../meldcode/uitwisseling/auditlog";
import { RESPONS_STATUSSEN, type Responsstatus } from "../meldcode/uitwisseling/servicepunt";

export const SCHERMEN = ["respons", "maanden", "beleid", "logboek"] as const;
export type Scherm = (typeof SCHERMEN)[number];
/** The parts of an organisation's dossier. */
export const DOSSIERDELEN = ["inzendingen", "uitsplitsing", "toegang", "gegevens"] as const;
export type Dossierdeel = (typeof DOSSIERDELEN)[number];

/** What a colleague finds again when the page's address is shared: the screen, its filters and the organisation that is open. */
export interface Keuze {
  readonly scherm: Scherm;
  /** null: the last twelve months, whatever the day is. */
  readonly periode: Spanne | null;
  readonly sector: Sector | null;
  /** Only organisations with at least one month in one of these; empty: all. */
  readonly statussen: readonly Responsstatus[];
  readonly zoek: string;
  readonly volgorde: Volgorde;
  readonly organisatieId: string | null;
  readonly deel: Dossierdeel;
  /** Of the log: only this kind of deed, only deeds about this organisation. */
  readonly daad: Daad | null;
  readonly over: string | null;
}
export type Volgorde = "naam" | "ontbrekend";
/** Months, both included. */
export interface Spanne {
  readonly van: Periode;
  readonly tot: Periode;
}

export const LEGE_KEUZE: Keuze = {
  scherm: "respons",
  periode: null,
  sector: null,
  statussen: [],
  zoek: "",
  volgorde: "naam",
  organisatieId: null,
  deel: "inzendingen",
  daad: null,
  over: null,
};
/** More columns than this nobody reads, and 700 rows of them make the page slow. */
export const MAXIMUM_KOLOMMEN = 24;

/** Reads a query string; what is not understood counts as not chosen. */
export function leesAdres(query: string): Keuze {
  const p = new URLSearchParams(query);
  const van = leesPeriode(p.get("van") ?? "");
  const tot = leesPeriode(p.get("tot") ?? "");
  const gekozen = (p.get("status") ?? "").split(",");
  return {
    scherm: SCHERMEN.find((s) => s === p.get("scherm")) ?? LEGE_KEUZE.scherm,
    periode: van && tot && van <= tot && maandnummer(tot) - maandnummer(van) < MAXIMUM_KOLOMMEN ? { van, tot } : null,
    sector: SECTOREN.find((s) => s === p.get("sector")) ?? null,
    statussen: RESPONS_STATUSSEN.filter((s) => gekozen.includes(s)),
    zoek: p.get("zoek") ?? "",
    volgorde: p.get("volgorde") === "ontbrekend" ? "ontbrekend" : "naam",
    organisatieId: p.get("organisatie") || null,
    deel: DOSSIERDELEN.find((d) => d === p.get("deel")) ?? LEGE_KEUZE.deel,
    daad: DADEN.find((d) => d === p.get("daad")) ?? null,
    over: p.get("over") || null,
  };
}

/** The reverse of leesAdres: "" or "?…", with only what differs from the page as it opens. */
export function schrijfAdres(keuze: Keuze): string {
  const p = new URLSearchParams();
  if (keuze.scherm !== LEGE_KEUZE.scherm) p.set("scherm", keuze.scherm);
  if (keuze.periode) {
    p.set("van", keuze.periode.van);
    p.set("tot", keuze.periode.tot);
  }
  if (keuze.sector) p.set("sector", keuze.sector);
  if (keuze.statussen.length > 0) p.set("status", keuze.statussen.join(","));
  if (keuze.zoek) p.set("zoek", keuze.zoek);
  if (keuze.volgorde !== "naam") p.set("volgorde", keuze.volgorde);
  if (keuze.organisatieId) p.set("organisatie", keuze.organisatieId);
  if (keuze.deel !== LEGE_KEUZE.deel) p.set("deel", keuze.deel);
  if (keuze.daad) p.set("daad", keuze.daad);
  if (keuze.over) p.set("over", keuze.over);
  const query = p.toString();
  return query ? `?${query}` : "";
}

/** The twelve months up to and including the one in which that day lies. */
export function laatsteTwaalf(vandaag: Datum): Spanne {
  const tot = periodeVanDatum(vandaag);
  return { van: periodeVanNummer(maandnummer(tot) - 11), tot };
}

/** Keeps a span in order and within MAXIMUM_KOLOMMEN by moving the end that was not just chosen. */
export function pasSpanneAan(spanne: Spanne, gekozen: "van" | "tot"): Spanne {
  const van = maandnummer(spanne.van);
  const tot = maandnummer(spanne.tot);
  if (gekozen === "van") return { van: spanne.van, tot: periodeVanNummer(Math.min(Math.max(tot, van), van + MAXIMUM_KOLOMMEN - 1)) };
  return { van: periodeVanNummer(Math.max(Math.min(van, tot), tot - MAXIMUM_KOLOMMEN + 1)), tot: spanne.tot };
}
