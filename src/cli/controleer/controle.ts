import type { Bevindingcode, Ernst } from "../../meldcode/bevinding";
import { Lijst } from "../../meldcode/lijst";
import type { Registratie } from "../../meldcode/registratie";
import { aggregateRegistratie, telBereik } from "../../meldcode/tellen";
import { VELDEN, type Veld } from "../../meldcode/veld";
import { type Lijstvondst, leesKolommen, vindLijst } from "../../workbook/lijstvinden";
import { celadres } from "../../workbook/werkboek";
import { roosters } from "../../workbook/xlsx/rooster";
import { type Werkmap, openWerkmap } from "../../workbook/xlsx/werkmap";
import { type Controleopties, Optiefout } from "./opties";
import { BESTAND } from "./teksten";

/** What controleer says about a file; with --json in exactly this form (api.md). */
export interface Uitslag {
  readonly bestand: string;
  readonly blad: string;
  /** Through a mapping: all sheets of the list. */
  readonly bladen?: readonly string[];
  readonly tabel: string | null;
  readonly kolommen: Readonly<Partial<Record<Veld, string>>>;
  /** Rows that are not blank. */
  readonly rijen: number;
  readonly bevindingen: readonly Celbevinding[];
  /** null while there is a fout. */
  readonly registratie: Registratie | null;
  /** Cases without a fout that were started before or after the months that are counted. */
  readonly nietGeteld: { readonly ervoor: number; readonly erna: number };
  /** Through a mapping: rows that are no cases, and rows that are the same case as one on an earlier sheet. */
  readonly weggelaten?: number;
  readonly samengevoegd?: number;
}

export interface Celbevinding {
  readonly code: Bevindingcode;
  readonly ernst: Ernst;
  /** Through a mapping: the sheet of the cell, for there may be several. */
  readonly blad?: string;
  /** A1 address; of a field without a column, the start date's cell. */
  readonly cel: string;
  /** Row of the sheet, from 1. */
  readonly rij: number;
  readonly veld: Veld;
  readonly melding: string;
}

/** The list is not there or cannot be read; the message is one Dutch sentence. */
export class Lijstfout extends Error {
  override readonly name = "Lijstfout";
}

type Gevonden = Extract<Lijstvondst, { soort: "lijst" }>;

/**
 * Checks and counts the list in a workbook file. `waarschuw` is told what is not in the result but should be known.
 * @throws Werkmapfout, Lijstfout, or Optiefout when the months asked for cannot be counted.
 */
export function controleer(bestand: string, bytes: Uint8Array, opties: Controleopties, inzendingId: string, waarschuw: (zin: string) => void): Uitslag {
  const werkmap = openWerkmap(bytes);
  const vondst = zoekLijst(werkmap, opties);
  if (vondst.rijenEronder > 0) waarschuw(BESTAND.rijenEronder(vondst, vondst.laatsteRij + 1, vondst.rijenEronder));
  const lijst = leesLijst(werkmap, vondst, opties);
  return {
    bestand,
    blad: vondst.blad,
    tabel: vondst.tabel,
    kolommen: Object.fromEntries(VELDEN.flatMap((veld) => (vondst.kolommen[veld] ? [[veld, vondst.kolommen[veld].kop]] : []))),
    ...stelOp(lijst, opties, inzendingId, (positie, veld) => {
      const kolom = (vondst.kolommen[veld] ?? vondst.kolommen.startdatum)?.kolom ?? 1;
      return { cel: celadres(kolom, vondst.eersteRij + positie), rij: vondst.eersteRij + positie };
    }),
  };
}

/**
 * What a list says, with its findings on the cells where they stand.
 * @throws Optiefout when the months asked for cannot be counted.
 */
export function stelOp(
  lijst: Lijst,
  opties: Controleopties,
  inzendingId: string,
  plaats: (positie: number, veld: Veld) => Pick<Celbevinding, "blad" | "cel" | "rij">,
): Pick<Uitslag, "rijen" | "bevindingen" | "registratie" | "nietGeteld"> {
  const bereik = alsOptiefout(() => telBereik(lijst, opties));
  return {
    rijen: lijst.zaken,
    bevindingen: lijst.bevindingen().map(({ code, ernst, rij, veld, melding }) => ({ code, ernst, ...plaats(rij, veld), veld, melding })),
    registratie: lijst.aantalFouten > 0 ? null : aggregateRegistratie(lijst, { ...opties, inzendingId }),
    nietGeteld: { ervoor: bereik.ervoor, erna: bereik.erna },
  };
}

function zoekLijst(werkmap: Werkmap, opties: Controleopties): Gevonden {
  const { blad } = opties;
  const bladen = roosters(werkmap);
  if (blad !== undefined && !bladen.some((rooster) => rooster.blad.toLowerCase() === blad.toLowerCase())) {
    throw new Lijstfout(BESTAND.bladOntbreekt(blad, bladen.map((rooster) => rooster.blad)));
  }
  const vondst = vindLijst(bladen, werkmap.tabellen, opties);
  switch (vondst.soort) {
    case "lijst":
      return vondst;
    case "geen-lijst":
      throw new Lijstfout(BESTAND.geenLijst(opties.vraagstelling));
    case "meer-lijsten":
      throw new Lijstfout(BESTAND.meerLijsten(vondst.plaatsen));
    case "kolom-ontbreekt":
      throw new Lijstfout(BESTAND.kolomOntbreekt(vondst, vondst.ontbreekt, opties));
    case "kolom-dubbel":
      throw new Lijstfout(BESTAND.kolomDubbel(vondst, vondst.veld, vondst.kolommen, opties));
  }
}

function leesLijst(werkmap: Werkmap, vondst: Gevonden, { peildatum, sector, vraagstelling }: Controleopties): Lijst {
  const rooster = roosters(werkmap).find(({ blad }) => blad === vondst.blad);
  if (!rooster) throw new RangeError(`Geen blad "${vondst.blad}"`);
  const { rijen } = werkmap.leesBlad(vondst.blad);
  for (let rij = vondst.eersteRij; rij <= vondst.laatsteRij; rij++) {
    for (const plaats of Object.values(vondst.kolommen)) {
      const cel = rijen.get(rij)?.[plaats.kolom];
      // Read as empty it would count as an open case.
      if (cel && cel.formule !== null && cel.waarde === null) throw new Lijstfout(BESTAND.nietBerekend(celadres(plaats.kolom, rij)));
    }
  }
  return new Lijst(leesKolommen(rooster, vondst, vraagstelling), { peildatum, datumstelsel: werkmap.datumstelsel, sector, vraagstelling });
}

/** Which months can be counted depends on the list; what is refused was asked for with --vanaf or --tot. */
function alsOptiefout<T>(tel: () => T): T {
  try {
    return tel();
  } catch (fout) {
    throw fout instanceof RangeError ? new Optiefout(fout.message, { cause: fout }) : fout;
  }
}
