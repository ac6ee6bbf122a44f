import { isFoutwaarde, type Celwaarde } from "./cel";
import { foutInNederlands, KORTE_DATUM } from "./invoer";
import { dagVan } from "./serie";

const MAANDEN = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
const DAGEN = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];

/** The text a Dutch reader sees in the cell. Knows the number formats that a list needs; anything else reads as General. */
export function weergave(waarde: Celwaarde, notatie: string | undefined, stelsel: 1900 | 1904): string {
  if (typeof waarde === "boolean") return waarde ? "WAAR" : "ONWAAR";
  if (typeof waarde === "string") return isFoutwaarde(waarde) ? foutInNederlands(waarde) : waarde;
  const deel = notatie?.split(";")[0] ?? "General";
  if (isDatumnotatie(deel)) return datumtekst(waarde, deel === KORTE_DATUM ? "d-m-yyyy" : deel, stelsel);
  if (deel.includes("%")) return `${metDecimalen(waarde * 100, deel)}%`;
  if (/[0#]/.test(deel)) return metDecimalen(waarde, deel);
  return algemeen(waarde);
}

/** Whether a number in this format is read as a date. */
export function isDatumnotatie(notatie: string | undefined): boolean {
  return notatie !== undefined && notatie !== "General" && /[dyj]|m{2,}/i.test(notatie.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

function algemeen(waarde: number): string {
  return String(Number(waarde.toPrecision(11))).replace(".", ",").replace("e", "E");
}

function metDecimalen(waarde: number, notatie: string): string {
  const decimalen = /\.([0#]+)/.exec(notatie)?.[1]?.length ?? 0;
  return waarde.toLocaleString("nl-NL", { minimumFractionDigits: decimalen, maximumFractionDigits: decimalen, useGrouping: notatie.includes(",") });
}

function datumtekst(serie: number, notatie: string, stelsel: 1900 | 1904): string {
  const datum = dagVan(serie, stelsel);
  if (datum === null) return "########";
  const [jaar = "", maand = "", dag = ""] = datum.toISOString().slice(0, 10).split("-");
  const maandnaam = MAANDEN[Number(maand) - 1] ?? "";
  const weekdag = DAGEN[datum.getUTCDay()] ?? "";
  const minuten = Math.round((serie % 1) * 1440);
  const stukken: Record<string, string> = {
    yyyy: jaar, yy: jaar.slice(2), mmmm: maandnaam, mmm: maandnaam === "maart" ? "mrt" : maandnaam.slice(0, 3), mm: maand, m: String(Number(maand)),
    dddd: weekdag, ddd: weekdag.slice(0, 2), dd: dag, d: String(Number(dag)),
    hh: String(Math.floor(minuten / 60)).padStart(2, "0"), h: String(Math.floor(minuten / 60)), ":mm": `:${String(minuten % 60).padStart(2, "0")}`, ss: "00",
  };
  return notatie.replace(/\[[^\]]*\]|"([^"]*)"|\\(.)|:mm|y+|j+|m+|d+|h+|s+/gi, (stuk, tekst: string | undefined, teken: string | undefined) =>
    stuk.startsWith("[") ? "" : (tekst ?? teken ?? stukken[stuk.toLowerCase().replaceAll("j", "y")] ?? stuk),
  );
}
