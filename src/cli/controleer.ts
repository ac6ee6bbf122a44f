import { randomUUID } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { datumVan } from "../meldcode/datum";
import { Koppelingfout } from "../meldcode/koppeling/koppeling";
import { stelKoppelingVoor } from "../meldcode/koppeling/voorstel/voorstel";
import { leesBron } from "../workbook/bron";
import { MAXIMUM_BESTAND } from "../workbook/xlsx/zip";
import { Werkmapfout } from "../workbook/xlsx/werkmap";
import { Lijstfout, controleer } from "./controleer/controle";
import { controleerEigenLijst } from "./controleer/eigenlijst";
import { type Controleopties, type Opdracht, Optiefout, type Opties, foutveld, leesOpties } from "./controleer/opties";
import { BESTAND, GEBRUIK, ONVERWACHT } from "./controleer/teksten";
import { verslag } from "./controleer/verslag";
import { voorstelverslag } from "./controleer/voorstelverslag";
import { bewaakUitvoer } from "./uitvoer";

/** `npm run --silent controleer -- BESTAND.xlsx …`: checks a workbook without Excel. See api.md for the contract. */

/** Where it writes, so that tests can read along. */
export interface Uitvoer {
  uit(tekst: string): void;
  fout(tekst: string): void;
}

/** Answers the exit code: 0 no fout (or a proposal), 1 at least one, 2 no list, an unreadable file or a wrong option. */
export async function voerUit(argumenten: readonly string[], nu: Date, { uit, fout }: Uitvoer): Promise<0 | 1 | 2> {
  let opties: Opties;
  try {
    opties = leesOpties(argumenten, datumVan(nu));
  } catch (oorzaak) {
    fout(`${zin(oorzaak)} Zie --help.`);
    return 2;
  }
  if (opties.help) {
    uit(GEBRUIK);
    return 0;
  }
  const { opdracht } = opties;
  const uitkomsten: Uitkomst[] = [];
  let mislukt = false;
  for (const bestand of opties.bestanden) {
    const waarschuw = (waarschuwing: string) => fout(`${bestand}: ${waarschuwing}`);
    try {
      uitkomsten.push(await voerOpdrachtUit(opdracht, bestand, leesBestand(bestand), opties.controle, waarschuw));
    } catch (oorzaak) {
      waarschuw(zin(oorzaak));
      mislukt = true;
    }
  }
  if (opties.json) {
    const inhoud = uitkomsten.map(({ json }) => json);
    if (inhoud.length > 0) uit(JSON.stringify(opties.bestanden.length > 1 ? inhoud : inhoud[0], null, 2));
  } else if (uitkomsten.length > 0) {
    uit(uitkomsten.map(({ tekst }) => tekst()).join("\n\n"));
  }
  if (mislukt) return 2;
  return uitkomsten.some(({ inOrde }) => !inOrde) ? 1 : 0;
}

interface Uitkomst {
  readonly json: unknown;
  tekst(): string;
  readonly inOrde: boolean;
}

async function voerOpdrachtUit(opdracht: Opdracht, bestand: string, bytes: Uint8Array, opties: Controleopties, waarschuw: (zin: string) => void): Promise<Uitkomst> {
  if (opdracht.soort === "stel-koppeling-voor") {
    const voorstel = { bestand, ...stelKoppelingVoor(await leesBron(bestand, bytes), { eerder: opdracht.eerder, vraagstelling: opties.vraagstelling }) };
    return { json: voorstel, tekst: () => voorstelverslag(voorstel, opties.vraagstelling), inOrde: true };
  }
  const uitslag =
    opdracht.soort === "controleer-eigen-lijst"
      ? await controleerEigenLijst(bestand, bytes, opdracht.koppeling, opties, randomUUID(), waarschuw)
      : controleer(bestand, bytes, opties, randomUUID(), waarschuw);
  return { json: uitslag, tekst: () => verslag(uitslag, opties.vraagstelling), inOrde: uitslag.registratie !== null };
}

function leesBestand(bestand: string): Uint8Array {
  // Not read into memory before its size is known.
  if (statSync(bestand).size > MAXIMUM_BESTAND) throw new Werkmapfout("te-groot");
  return readFileSync(bestand);
}

/** What a person reads; never a stack trace, nor English. */
function zin(fout: unknown): string {
  if (fout instanceof Optiefout || fout instanceof Werkmapfout || fout instanceof Lijstfout || fout instanceof Koppelingfout) return fout.message;
  switch (foutveld(fout, "code")) {
    case "ENOENT":
    case "ENOTDIR":
      return BESTAND.nietGevonden;
    case "EISDIR":
      return BESTAND.isMap;
    case "EACCES":
    case "EPERM":
    case "EBUSY":
      return BESTAND.geenToegang;
    default:
      return foutveld(fout, "syscall") === "" ? ONVERWACHT : BESTAND.onleesbaar;
  }
}

if (require.main === module) {
  bewaakUitvoer();
  void voerUit(process.argv.slice(2), new Date(), {
    uit: (tekst) => process.stdout.write(`${tekst}\n`),
    fout: (tekst) => process.stderr.write(`${tekst}\n`),
  }).then((code) => (process.exitCode = code));
}
