import type { Veld } from "../../meldcode/veld";
import { DATUMNOTATIE } from "../lijstontwerp";
import type { Veldkoppen } from "../tabelkeuze";
import type { Herstelling, Lijstinhoud } from "../werkboek";
import type { Vraag } from "./sessie";
import { zonderSpoor } from "./stand";

/** Cells below each other in one column, written at once. */
interface Reeks {
  readonly veld: Veld;
  readonly van: number;
  readonly isDatum: boolean;
  readonly waarden: (string | number)[];
}

/** The fixes whose cell still holds what was read when they were proposed. */
export function nogGeldig(herstellingen: readonly Herstelling[], { inhoud }: Lijstinhoud): readonly Herstelling[] {
  return herstellingen.filter(({ veld, rij, was }) => {
    const kolom = inhoud[veld];
    return !!kolom && rij < kolom.length && leegIsLeeg(kolom[rij] ?? null) === leegIsLeeg(was);
  });
}

/** Writes them in one request, so that undo takes them back as one. A date is a serial in a date format, never a text (office-js #1559, #3775). */
export function schrijf(herstellingen: readonly Herstelling[], tabelId: string, koppen: Veldkoppen): Vraag<void> {
  return (context) => {
    const tabel = context.workbook.tables.getItemOrNullObject(tabelId);
    for (const { veld, van, isDatum, waarden } of reeksen(herstellingen)) {
      const kop = koppen[veld];
      if (kop === undefined) continue;
      const romp = zonderSpoor(tabel.columns.getItemOrNullObject(kop).getDataBodyRange());
      const bereik = zonderSpoor(zonderSpoor(romp.getCell(van, 0)).getResizedRange(waarden.length - 1, 0));
      if (isDatum) bereik.numberFormat = waarden.map(() => [DATUMNOTATIE]);
      bereik.values = waarden.map((waarde) => [waarde]);
    }
    return () => undefined;
  };
}

export function reeksen(herstellingen: readonly Herstelling[]): readonly Reeks[] {
  const gesorteerd = [...herstellingen].sort((a, b) => (a.veld === b.veld ? a.rij - b.rij : a.veld < b.veld ? -1 : 1));
  const alle: Reeks[] = [];
  for (const { veld, rij, isDatum, waarde } of gesorteerd) {
    const laatste = alle.at(-1);
    if (laatste?.veld === veld && laatste.isDatum === isDatum && laatste.van + laatste.waarden.length === rij) laatste.waarden.push(waarde);
    else alle.push({ veld, van: rij, isDatum, waarden: [waarde] });
  }
  return alle;
}

export function leegIsLeeg<T>(cel: T): T | null {
  return cel === "" ? null : cel;
}
