import nlNL from "hyperformula/i18n/languages/nlNL";
import { isFoutwaarde, type Cel, type Celwaarde } from "./cel";
import { serieVan } from "./serie";

/** What typed text becomes in a cell. */
export type Invoer = Pick<Cel, "waarde" | "formule" | "notatie">;

export interface Invoeropties {
  readonly datumstelsel: 1900 | 1904;
  /** The year for a day typed without one. */
  readonly jaar: number;
  /** The number format the cell has; "@" (text) keeps everything as it was typed. */
  readonly notatie?: string | undefined;
}

/** "m/d/yyyy" is how Excel writes the short date of the reader's country; a Dutch reader sees d-m-jjjj. */
export const KORTE_DATUM = "m/d/yyyy";

/** Reads typed text as Excel in Dutch does: decimal comma, d-m-jjjj, WAAR and ONWAAR, formulas in Dutch or English. */
export function leesInvoer(tekst: string, opties: Invoeropties): Invoer {
  const { notatie } = opties;
  if (notatie === "@") return { waarde: tekst, notatie };
  const metNotatie = (waarde: Celwaarde, eigen?: string): Invoer => {
    const gekozen = notatie ?? eigen;
    return gekozen === undefined ? { waarde } : { waarde, notatie: gekozen };
  };
  const kaal = tekst.trim();
  if (kaal === "") return metNotatie(tekst === "" ? "" : tekst);
  if (kaal.startsWith("'")) return metNotatie(tekst.slice(tekst.indexOf("'") + 1));
  if (kaal.startsWith("=") && kaal.length > 1) return { ...metNotatie(""), formule: formuleUitNederlands(kaal) };
  const hoofd = kaal.toUpperCase();
  if (hoofd === "WAAR" || hoofd === "TRUE") return metNotatie(true);
  if (hoofd === "ONWAAR" || hoofd === "FALSE") return metNotatie(false);
  const fout = FOUTEN_NL.get(hoofd) ?? hoofd;
  if (isFoutwaarde(fout)) return metNotatie(fout);
  const getal = leesGetal(kaal);
  if (getal) return metNotatie(getal.waarde, getal.notatie);
  const datum = leesDatum(kaal, opties);
  return datum ? metNotatie(datum.waarde, datum.notatie) : metNotatie(tekst);
}

const FOUTEN_NL = new Map(
  Object.entries({ NA: "#N/A", DIV_BY_ZERO: "#DIV/0!", NAME: "#NAME?", NUM: "#NUM!", REF: "#REF!", VALUE: "#VALUE!" } as const).map(([naam, engels]) => [
    // The keys are those of the translation itself.
    nlNL.errors[naam as keyof typeof nlNL.errors],
    engels,
  ]),
);
const FOUTEN_EN = new Map([...FOUTEN_NL].map(([nl, en]) => [en as string, nl]));

/** An error value as a Dutch reader sees it: "#N/A" is "#N/B". */
export function foutInNederlands(fout: string): string {
  return FOUTEN_EN.get(fout) ?? fout;
}

function leesGetal(tekst: string): Invoer | null {
  const m = /^([+-]?)(€ ?)?((?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d*)?|,\d+)(?:[eE]([+-]?\d+))?( ?%)?$/.exec(tekst);
  if (!m) return null;
  const [, teken, , cijfers = "", macht, procent] = m;
  let waarde = Number(`${cijfers.replaceAll(".", "").replace(",", ".")}e${macht ?? 0}`);
  if (!Number.isFinite(waarde)) return null;
  if (procent) waarde = Number((waarde / 100).toPrecision(15));
  if (teken === "-") waarde = -waarde;
  return procent ? { waarde, notatie: cijfers.includes(",") ? "0.00%" : "0%" } : { waarde };
}

const MAANDEN = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const MAANDNAMEN = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

function leesDatum(tekst: string, { datumstelsel, jaar }: Invoeropties): Invoer | null {
  const serie = (j: number, m: number, d: number, notatie: string): Invoer | null => {
    const waarde = serieVan(j, m, d, datumstelsel);
    return waarde === null ? null : { waarde, notatie };
  };
  const maandVan = (woord: string): number => (/^\d+$/.test(woord) ? Number(woord) : 1 + Math.max(MAANDEN.indexOf(woord), MAANDNAMEN.indexOf(woord)));
  const delen = tekst.toLowerCase().split(/[-/ ]/);
  const [a = "", b = "", c = ""] = delen;
  if (delen.length === 3 && /^\d{4}$/.test(a) && /^\d{1,2}$/.test(b) && /^\d{1,2}$/.test(c)) return serie(Number(a), Number(b), Number(c), KORTE_DATUM);
  if (delen.length === 3 && /^\d{1,2}$/.test(a) && /^(\d{2}|\d{4})$/.test(c) && /^(\d{1,2}|[a-z]+)$/.test(b)) {
    const voluit = c.length === 4 ? Number(c) : Number(c) + (Number(c) < 30 ? 2000 : 1900);
    return serie(voluit, maandVan(b), Number(a), /^\d/.test(b) ? KORTE_DATUM : "d-mmm-yy");
  }
  if (delen.length === 2 && /^\d{4}$/.test(b) && /^(\d{1,2}|[a-z]+)$/.test(a)) return serie(Number(b), maandVan(a), 1, "mmm-yy");
  if (delen.length === 2 && /^\d{1,2}$/.test(a) && /^(\d{1,2}|[a-z]+)$/.test(b)) return serie(jaar, maandVan(b), Number(a), "d-mmm");
  return null;
}

const FUNCTIES_EN = new Map(Object.entries(nlNL.functions).map(([engels, nederlands]) => [nederlands, engels]));
const STUKKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*(?=\()|\bWAAR\b|\bONWAAR\b|\d,\d|;/giu;

/** Dutch function names, semicolons and decimal commas become English, as a file holds them. English input stays as it is. */
function formuleUitNederlands(formule: string): string {
  return formule.replace(STUKKEN, (stuk) => {
    if (stuk.startsWith('"') || stuk.startsWith("'")) return stuk;
    if (stuk === ";") return ",";
    const hoofd = stuk.toUpperCase();
    if (hoofd === "WAAR") return "TRUE";
    if (hoofd === "ONWAAR") return "FALSE";
    if (/^\d,\d$/.test(stuk)) return formule.includes(";") || !formule.includes("(") ? stuk.replace(",", ".") : stuk;
    return FUNCTIES_EN.get(hoofd) ?? hoofd;
  });
}
