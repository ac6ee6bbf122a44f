import type { Responsoverzicht, Responsstatus } from "../../meldcode/uitwisseling/servicepunt";
import type { Omgeving } from "./omgeving";
import { responsoverzicht, type Responsvraag } from "./responsoverzicht";

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

/** Organisations read at a time: an export of a whole country never stands in memory. */
const PAGINA = 200;

/** All that was asked for, part by part. For Excel in Dutch: semicolons, a byte order mark, and the first line says that it is confidential. */
export async function* responsAlsCsv(omgeving: Omgeving, vraag: Omit<Responsvraag, "vanaf" | "aantal">, eerste: Responsoverzicht): AsyncGenerator<string> {
  yield `\uFEFF${alsTekst([[VERTROUWELIJK], KOPPEN])}`;
  yield alsTekst(regelsVan(eerste));
  for (let vanaf = eerste.rijen.length; vanaf < eerste.aantal; vanaf += PAGINA) yield alsTekst(regelsVan(await responsoverzicht(omgeving, { ...vraag, vanaf, aantal: PAGINA })));
}

/** The first part; throws what is wrong with the question, before anything was answered. */
export function eersteDeel(omgeving: Omgeving, vraag: Omit<Responsvraag, "vanaf" | "aantal">): Promise<Responsoverzicht> {
  return responsoverzicht(omgeving, { ...vraag, vanaf: 0, aantal: PAGINA });
}

function regelsVan({ rijen }: Responsoverzicht): string[][] {
  return rijen.flatMap(({ organisatie, maanden }) =>
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
}

function alsTekst(regels: readonly (readonly string[])[]): string {
  return regels.map((regel) => `${regel.map(csvCel).join(";")}\r\n`).join("");
}

/** A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection). */
export function csvCel(tekst: string): string {
  const veilig = /^[\s]*[=+\-@\t\r]/.test(tekst) ? `'${tekst}` : tekst;
  return /[";\r\n]/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig;
}
