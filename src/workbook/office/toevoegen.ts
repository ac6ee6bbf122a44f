/* eslint-disable office-addins/call-sync-before-read -- a Vraag reads in the function it answers, which sessie.ts calls after its sync; the rule looks within one function */
import { isBlanco } from "../../meldcode/lezen/tekst";
import { type Cel, type Kolominhoud, type Rij, type Veld, VELDEN } from "../../meldcode/veld";
import { DATUMNOTATIE } from "../lijstontwerp";
import type { Veldkoppen } from "../tabelkeuze";
import type { Lijstplaats } from "./lijstvraag";
import type { Vraag } from "./sessie";
import { alsTekst, type Werkboektabel, zonderSpoor } from "./stand";

/** The list as it was read last. */
export interface Doellijst {
  readonly tabel: Werkboektabel;
  readonly plaats: Lijstplaats;
  readonly koppen: Veldkoppen;
  readonly inhoud: Kolominhoud;
}

/**
 * Writes rows below the last filled one in one request, so that undo takes them back as one. Cells are inserted for what does not fit
 * in the table, so that nothing a user keeps below it is overwritten; `rows.add` conflicts under co-authoring. Only the columns of the list
 * are written: free columns are the user's. Answers false when the table is no longer there.
 */
export function voegRijenToe(rijen: readonly Rij[], { tabel: { id, totaalrij }, plaats, koppen, inhoud }: Doellijst): Vraag<boolean> {
  return (context) => {
    const tabel = context.workbook.tables.getItemOrNullObject(id);
    tabel.load("id");
    const begin = eersteVrijeRij(inhoud);
    // Rows right below the table that Excel did not take in (office-js #3013, #3191) are read as part of the list.
    const lengte = Math.max(plaats.rijen, aantal(inhoud));
    const erbij = Math.max(0, begin + rijen.length - lengte);
    if (erbij > 0) {
      // As wide as the table, as Excel makes room itself: what stands beside the table stays where it is.
      const onder = zonderSpoor(zonderSpoor(zonderSpoor(tabel.getDataBodyRange()).getLastRow()).getOffsetRange(lengte - plaats.rijen + 1, 0));
      zonderSpoor(zonderSpoor(onder.getResizedRange(erbij - 1, 0)).insert("Down"));
    }
    // Counted from the last row, as Excel finds it now: a colleague may have added one since. The places are taken before anything is
    // written, because Excel may or may not stretch a table over what is written below it.
    const vanafLaatste = begin - plaats.rijen - (totaalrij ? erbij : 0) + 1;
    const kolommen = VELDEN.flatMap((veld) => {
      const kop = koppen[veld];
      if (kop === undefined) return [];
      const laatste = zonderSpoor(zonderSpoor(tabel.columns.getItemOrNullObject(kop).getDataBodyRange()).getLastCell());
      return [{ veld, bereik: zonderSpoor(zonderSpoor(laatste.getOffsetRange(vanafLaatste, 0)).getResizedRange(rijen.length - 1, 0)) }];
    });
    // Rows that are inserted above a total row are in the table by themselves.
    const groei = lengte + erbij - plaats.rijen;
    if (groei > 0 && !totaalrij) tabel.resize(zonderSpoor(zonderSpoor(tabel.getRange()).getResizedRange(groei, 0)));
    for (const { veld, bereik } of kolommen) {
      const waarden = rijen.map((rij) => rij[veld] ?? null);
      const notatie = notatieVan(veld, waarden);
      if (notatie !== null) bereik.numberFormat = waarden.map(() => [notatie]);
      bereik.values = waarden.map((waarde) => [alsWaarde(waarde, notatie === "@")]);
    }
    return () => !tabel.isNullObject;
  };
}

/** Position below the last row that holds anything. */
function eersteVrijeRij(inhoud: Kolominhoud): number {
  let vrij = aantal(inhoud);
  while (vrij > 0 && VELDEN.every((veld) => isBlanco(inhoud[veld]?.[vrij - 1] ?? null))) vrij--;
  return vrij;
}

function aantal(inhoud: Kolominhoud): number {
  return inhoud.startdatum?.length ?? 0;
}

/** A date shows as one; a reference stays text, or "0012" would lose its zeros. null: as the column has it. */
function notatieVan(veld: Veld, waarden: readonly Cel[]): string | null {
  if (veld === "startdatum" || veld === "einddatum") return DATUMNOTATIE;
  return (veld === "kenmerk" || veld === "team") && waarden.some((waarde) => typeof waarde === "string") ? "@" : null;
}

/** null would leave the cell as it is. A text that Excel would read as something else (a date as Americans write it, office-js #1559) is marked as text. */
function alsWaarde(waarde: Cel, inTekstcel: boolean): string | number | boolean {
  if (typeof waarde !== "string") return waarde ?? "";
  return inTekstcel || /^(\p{L}|$)/u.test(waarde) ? alsTekst(waarde) : `'${waarde}`;
}
