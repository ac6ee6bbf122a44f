import { alleOrganisaties } from "../../endpoint/database/organisaties";
import { BekendeOrganisaties } from "../../endpoint/register/bekend";
import { geefCodeUit, nieuweOrganisatie } from "../../endpoint/register/organisatie";
import { normaliseer } from "../../meldcode/lezen/tekst";
import type { Organisatiegegevens } from "../../meldcode/uitwisseling/register";
import { leesCsv } from "../../workbook/csv";
import { openWerkmap } from "../../workbook/xlsx/werkmap";
import { GEGEVENS, type Gegeven, leesGegevens } from "./gegevens";
import { leesArgumenten, leesBestand, type Opdracht, Weigering } from "./opdracht";
import { BEHEERTEKSTEN } from "./teksten";

interface Regel {
  /** As the file counts: the header is on line 1. */
  readonly nummer: number;
  readonly cellen: readonly string[];
}

/**
 * Takes in a whole file or nothing: with one wrong line, all wrong lines are named and no organisation is added. Who stands in the
 * register already, or on an earlier line, is named and not added again.
 */
export const organisatieImporteren: Opdracht = async (args, omgeving, invoer) => {
  const bestand = leesArgumenten(args, {}, 1).positionals[0] ?? "";
  const [koppen, ...regels] = await leesRegels(bestand, invoer);
  if (!koppen || regels.length === 0) throw new Weigering(BEHEERTEKSTEN.geenRijen);
  const kolommen = koppen.cellen.map((kop) => GEGEVENS.find((g) => g === normaliseer(kop)));
  const fouten = koppen.cellen.filter((kop, i) => kop.trim() !== "" && kolommen[i] === undefined).map((kop) => BEHEERTEKSTEN.kolom(kop));
  const alles: { regel: number; gegevens: Organisatiegegevens }[] = [];
  for (const { nummer, cellen } of regels) {
    const teksten: Partial<Record<Gegeven, string>> = {};
    for (const [i, gegeven] of kolommen.entries()) if (gegeven !== undefined) teksten[gegeven] = cellen[i];
    const gelezen = leesGegevens(teksten);
    if ("fouten" in gelezen) fouten.push(...gelezen.fouten.map(({ veld, melding }) => BEHEERTEKSTEN.regel(nummer, veld, melding)));
    else alles.push({ regel: nummer, gegevens: gelezen.gegevens });
  }
  if (fouten.length > 0) throw new Weigering([...fouten, BEHEERTEKSTEN.nietsGewijzigd].join("\n"));
  const { organisaties, alBekend } = await omgeving.opslag.schrijf(async (tx) => {
    const bekend = new BekendeOrganisaties(await alleOrganisaties(tx));
    const organisaties = [];
    const alBekend = [];
    for (const { regel, gegevens } of alles) {
      const organisatieId = bekend.zoek(gegevens);
      if (organisatieId !== null) {
        alBekend.push({ regel, organisatieId, naam: gegevens.naam });
        continue;
      }
      const rij = await nieuweOrganisatie(tx, omgeving, gegevens);
      bekend.onthoud(rij);
      const { activeringscode } = await geefCodeUit(tx, omgeving, rij.organisatie);
      organisaties.push({ organisatieId: rij.organisatie, naam: rij.naam, activeringscode });
    }
    return { organisaties, alBekend };
  });
  const nieuw = organisaties.map((o) => `${o.organisatieId}  ${o.activeringscode}  ${o.naam}\n`);
  return { json: { organisaties, alBekend }, tekst: [...nieuw, ...alBekend.map(BEHEERTEKSTEN.alBekend)].join("") };
};

/** What a zip begins with, and so an .xlsx. */
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** Lines with at least one filled cell. A workbook's first sheet counts. */
async function leesRegels(bestand: string, invoer: Parameters<Opdracht>[2]): Promise<Regel[]> {
  try {
    const bytes = await leesBestand(bestand, invoer);
    const regels = bytes.subarray(0, ZIP.length).equals(ZIP) ? regelsUitWerkmap(bytes) : leesCsv(bytes);
    return regels.filter((regel) => regel.cellen.some((cel) => cel.trim() !== ""));
  } catch {
    throw new Weigering(BEHEERTEKSTEN.bestand(bestand));
  }
}

function regelsUitWerkmap(bytes: Uint8Array): Regel[] {
  const werkmap = openWerkmap(bytes);
  const eerste = werkmap.bladen[0];
  if (!eerste) return [];
  // Column 0 does not exist in a sheet.
  return [...werkmap.leesBlad(eerste.naam).rijen].map(([nummer, cellen]) => ({ nummer, cellen: Array.from(cellen, (cel) => String(cel?.waarde ?? "")).slice(1) }));
}
