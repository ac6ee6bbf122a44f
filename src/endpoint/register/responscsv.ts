import type { Responsoverzicht, Responsstatus } from "../../meldcode/uitwisseling/servicepunt";

const STATUSSEN: Record<Responsstatus, string> = {
  ontvangen: "ontvangen",
  nulopgave: "nulopgave",
  gecorrigeerd: "gecorrigeerd",
  "te-laat": "te laat",
  ontbreekt: "ontbreekt",
  verwacht: "verwacht",
};
const VERTROUWELIJK = "VERTROUWELIJK: exacte tellingen, alleen voor het Servicepunt; kleine aantallen kunnen naar een zaak wijzen. Niet doorsturen of publiceren.";
const KOPPEN = ["Organisatienummer", "Naam", "Sector", "Eenpersoons", "Maand", "Status", "Na de deadline", "Gestart", "Afgesloten"];

/** For Excel in Dutch: semicolons, a byte order mark, and the first line says that it is confidential. */
export function responsAlsCsv({ rijen }: Responsoverzicht): string {
  const regels = rijen.flatMap(({ organisatie, maanden }) =>
    maanden.map(({ periode, status, teLaat, gestart, afgesloten }) => [
      organisatie.organisatieId,
      organisatie.naam,
      organisatie.sector,
      organisatie.eenpersoons ? "ja" : "nee",
      periode,
      STATUSSEN[status],
      teLaat ? "ja" : "nee",
      gestart === null ? "" : String(gestart),
      afgesloten === null ? "" : String(afgesloten),
    ]),
  );
  return `\uFEFF${[[VERTROUWELIJK], KOPPEN, ...regels].map((regel) => regel.map(csvCel).join(";")).join("\r\n")}\r\n`;
}

/** A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection). */
export function csvCel(tekst: string): string {
  const veilig = /^[\s]*[=+\-@\t\r]/.test(tekst) ? `'${tekst}` : tekst;
  return /[";\r\n]/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig;
}
