import { DATUMNOTATIE } from "../lijstontwerp";
import { celadres, type Herstelling, type Lijstinhoud } from "../werkboek";
import { leegIsLeeg, nogGeldig } from "./herstelling";
import type { Vraag } from "./sessie";
import { zonderSpoor } from "./stand";
import { type Bron, cel, type Celplaats } from "../../meldcode/koppeling/celblad";

/** A fix and its cell. */
interface Celherstelling {
  readonly plaats: Celplaats;
  readonly herstelling: Herstelling;
}

/** Cells below each other in one column, written at once. */
interface Reeks {
  readonly begin: Celplaats;
  readonly isDatum: boolean;
  readonly waarden: (string | number)[];
}

/** As nogGeldig, and the cell itself must hold it: of a word that was mapped it holds something else, and that word is left as it is. */
export function nogGeldigInEigenLijst(herstellingen: readonly Herstelling[], lijst: Lijstinhoud, { bladen }: Bron): readonly Celherstelling[] {
  return nogGeldig(herstellingen, lijst).flatMap((herstelling) => {
    const plaats = lijst.plaats(herstelling.rij, herstelling.veld);
    const blad = bladen.find((een) => een.blad === plaats.blad);
    return blad && leegIsLeeg(cel(blad, plaats.rij, plaats.kolom)) === leegIsLeeg(herstelling.was) ? [{ plaats, herstelling }] : [];
  });
}

/** Writes them in one request, so that undo takes them back as one. */
export function schrijfInEigenLijst(herstellingen: readonly Celherstelling[]): Vraag<void> {
  return (context) => {
    for (const { begin, isDatum, waarden } of reeksen(herstellingen)) {
      const eerste = zonderSpoor(context.workbook.worksheets.getItem(begin.blad).getRange(celadres(begin.kolom, begin.rij)));
      const bereik = zonderSpoor(eerste.getResizedRange(waarden.length - 1, 0));
      if (isDatum) bereik.numberFormat = waarden.map(() => [DATUMNOTATIE]);
      bereik.values = waarden.map((waarde) => [waarde]);
    }
    return () => undefined;
  };
}

function reeksen(herstellingen: readonly Celherstelling[]): readonly Reeks[] {
  const alle: Reeks[] = [];
  for (const { plaats, herstelling } of [...herstellingen].sort((a, b) => volgorde(a.plaats, b.plaats))) {
    const laatste = alle.at(-1);
    const sluitAan = laatste && laatste.begin.blad === plaats.blad && laatste.begin.kolom === plaats.kolom && laatste.begin.rij + laatste.waarden.length === plaats.rij;
    if (sluitAan && laatste.isDatum === herstelling.isDatum) laatste.waarden.push(herstelling.waarde);
    else alle.push({ begin: plaats, isDatum: herstelling.isDatum, waarden: [herstelling.waarde] });
  }
  return alle;
}

function volgorde(a: Celplaats, b: Celplaats): number {
  return a.blad === b.blad ? a.kolom - b.kolom || a.rij - b.rij : a.blad < b.blad ? -1 : 1;
}
