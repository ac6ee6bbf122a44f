/**
 * Syncs per action, counted where they reach Excel: Microsoft's unmodified library in a window of jsdom, over the stand-in.
 */
import { JSDOM } from "jsdom";
import { KOPPEN, BASISVELDEN } from "../src/meldcode/veld";
import { startOffice } from "../src/standin/host/brug";
import { gebied } from "../src/standin/model/adres";
import { Gebruiker } from "../src/standin/model/gebruiker";
import { Werkmap } from "../src/standin/model/werkmap";
import { maakOfficeWerkboek } from "../src/workbook/office/officeWerkboek";
import type { Lijstwijziging } from "../src/workbook/werkboek";
import type { Benchregel } from "./benchregel";

const RIJEN = 1_000;

export async function benchWorkbook(): Promise<Benchregel[]> {
  vensterVoorDeBibliotheek();
  const werkmap = Werkmap.leeg();
  const gebruiker = new Gebruiker(werkmap);
  const [blad] = werkmap.bladen;
  if (!blad) throw new Error("a new workbook has a sheet");
  const rij = ["", "", "5-1-2026", "Ja", "Intern", "Hulp", "20-1-2026"].join("\t");
  gebruiker.plak(blad, 0, 0, [BASISVELDEN.map((veld) => KOPPEN[veld]).join("\t"), ...Array.from({ length: RIJEN }, () => rij)].join("\n"));
  gebruiker.maakTabel(blad, gebied(0, 0, RIJEN + 1, BASISVELDEN.length), true, "Meldcode");

  const { host, sluit } = startOffice(werkmap);
  const werkboek = maakOfficeWerkboek();
  const tel = async (doe: () => Promise<unknown>) => {
    host.wisVerzoeken();
    await doe();
    return host.verzoeken.length;
  };
  let gehoord: (wijziging: Lijstwijziging) => void = () => undefined;

  const openen = await tel(async () => {
    await werkboek.lees();
    await werkboek.luister((wijziging) => gehoord(wijziging));
  });
  const wijzigen = await tel(async () => {
    const verteld = new Promise((ga) => (gehoord = ga));
    gebruiker.typ(blad, 500, 3, "Nee");
    await verteld;
  });
  const regel = { ontvangenOp: "1-2-2026 10:00", kenmerk: "ONT-1", maanden: "jan 2026", wijzigingen: "januari: 1000 zaken gestart", hash: "0", organisatie: "De Linde" };
  const verzenden = await tel(async () => {
    await werkboek.lees();
    await werkboek.noteerOntvangst(regel, { organisatieId: "ORG-7K3M-Q2XA", registratieId: "b2f6" });
  });
  sluit();

  return [syncs("openen (lezen en luisteren)", openen, 2), syncs("één cel wijzigen", wijzigen, 1), syncs("verzenden (herlezen en ontvangst noteren)", verzenden, 2)];
}

/** The library wants a browser's globals. defineProperty, because newer Nodes have a navigator that cannot be assigned. */
function vensterVoorDeBibliotheek(): void {
  const { document, location, navigator } = new JSDOM("", { url: "https://localhost/" }).window;
  for (const [naam, value] of Object.entries({ window: globalThis, document, location, navigator })) {
    Object.defineProperty(globalThis, naam, { value, configurable: true, writable: true });
  }
}

function syncs(actie: string, wij: number, doel: number): Benchregel {
  return { naam: `syncs met Excel bij ${actie}, ${RIJEN} rijen, naast het doel`, wij, vergelijking: doel, eenheid: "syncs", verhouding: wij / doel, doel: `hoogstens ${doel}`, gehaald: wij <= doel };
}
