import type { Vraagstelling } from "../../meldcode/vraagstelling";
import { breedteInPunten, kolomletter, KOPRIJ, LAATSTE_RIJ_MET_NOTATIE, LAATSTE_RIJ_MET_REGELS, LIJSTENBLAD, LIJSTNAAM, type Lijstontwerp, lijstontwerp, vrijeNaam } from "../lijstontwerp";
import { markeringen } from "../markering";
import { Werkboekfout } from "../werkboek";
import { maakLijsten, merk, voorAlles, zetInvoer } from "./kolomregels";
import type { Stuur, Vraag } from "./sessie";
import { alsTekst, type Stand, zonderSpoor } from "./stand";

const MEESTE_NAMEN = 3;

/** "Registratie starten": makes the list beside what is there, and gives its table our name. */
export async function beginLijst(stuur: Stuur, { bladen, tabellen }: Stand, vraagstelling: Vraagstelling): Promise<void> {
  const tabelId = await stuur(maakLijst(bladen.map((blad) => blad.naam), lijstontwerp(vraagstelling)), { wachtOpCel: true });
  // A cell may bear the name too, which is only known by trying. Without the name the list is still found by its headers.
  const geprobeerd = tabellen.map((tabel) => tabel.naam);
  for (let poging = 0; poging < MEESTE_NAMEN; poging++) {
    const naam = vrijeNaam(LIJSTNAAM, geprobeerd, "_");
    try {
      return await stuur(hernoemTabel(tabelId, naam), { wachtOpCel: true });
    } catch (oorzaak) {
      if (!(oorzaak instanceof Werkboekfout && oorzaak.code === "onbekend")) throw oorzaak;
      geprobeerd.push(naam);
    }
  }
}

/**
 * Makes the sheet Lijsten, the sheet Meldcode and the table on it, beside the sheets that are there (`bezet`: their names).
 * Answers the id of the table, which has no name of ours yet.
 * The table comes last: should Excel stop halfway, then there is no half list that looks whole.
 */
function maakLijst(bezet: readonly string[], ontwerp: Lijstontwerp): Vraag<string> {
  return (context) => {
    const lijstenblad = vrijeNaam(LIJSTENBLAD, bezet, " ");
    maakLijsten(context.workbook.worksheets.add(lijstenblad), ontwerp);

    const blad = context.workbook.worksheets.add(vrijeNaam(LIJSTNAAM, bezet, " "));
    const { kolommen } = ontwerp;
    const laatste = kolomletter(kolommen.length - 1);
    zonderSpoor(blad.getRange(`A${KOPRIJ}:${laatste}${KOPRIJ}`)).values = [kolommen.map(({ kop }) => alsTekst(kop))];
    kolommen.forEach((kolom, k) => {
      const bereik = rijenVan(blad, k, LAATSTE_RIJ_MET_REGELS);
      bereik.format.columnWidth = breedteInPunten(kolom.breedte);
      if (kolom.notatie !== "General") rijenVan(blad, k, LAATSTE_RIJ_MET_NOTATIE).numberFormat = voorAlles(kolom.notatie);
      zetInvoer(bereik, kolom, ontwerp, lijstenblad);
    });
    merk(markeringen(ontwerp, lijstenblad), (veld) => rijenVan(blad, kolommen.findIndex((kolom) => kolom.veld === veld), LAATSTE_RIJ_MET_REGELS));
    blad.freezePanes.freezeRows(KOPRIJ);

    const tabel = blad.tables.add(`A${KOPRIJ}:${laatste}${KOPRIJ + 1}`, true);
    tabel.load("id");
    blad.activate();
    zonderSpoor(blad.getRange(`A${KOPRIJ + 1}`)).select();
    return () => tabel.id;
  };
}

function hernoemTabel(tabelId: string, naam: string): Vraag<void> {
  return (context) => {
    context.workbook.tables.getItemOrNullObject(tabelId).name = naam;
    return () => undefined;
  };
}

/** The cells of one column (0 is A) below the header, down to that row. */
function rijenVan(blad: Excel.Worksheet, kolom: number, totRij: number): Excel.Range {
  const letter = kolomletter(kolom);
  return zonderSpoor(blad.getRange(`${letter}${KOPRIJ + 1}:${letter}${totRij}`));
}
