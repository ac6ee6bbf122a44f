import { type Koppeling, Koppelingfout } from "../../../meldcode/koppeling/koppeling";
import { KOPPELING_BLAD, KOPPELING_KOPPEN, leesKoppelingblad } from "../../../workbook/koppelingblad";
import { koppelzinnen } from "./zinnen";

/** The mapping that stands in another workbook; the file is read in this browser. @throws Koppelingfout with a sentence for the user */
export async function leesKoppelingUit(naam: string, bytes: Uint8Array): Promise<Koppeling> {
  const { leesBron } = await import("../../../workbook/bron");
  const { Werkmapfout } = await import("../../../workbook/xlsx/werkmapfout");
  try {
    const { bladen } = await leesBron(naam, bytes);
    const blad = bladen.find((b) => b.blad === KOPPELING_BLAD);
    const koprij = Array.from(blad?.rijen ?? []).find(([, cellen]) => cellen.includes(KOPPELING_KOPPEN[0]));
    if (!blad || !koprij) throw new Koppelingfout(koppelzinnen.geenBlad);
    const [nummer, koppen] = koprij;
    const eerste = koppen.indexOf(KOPPELING_KOPPEN[0]);
    const onder = Array.from({ length: Math.max(...blad.rijen.keys()) - nummer }, (_, i) => Array.from(blad.rijen.get(nummer + 1 + i) ?? [], (cel) => cel ?? null).slice(eerste));
    return leesKoppelingblad(onder, nummer + 1);
  } catch (oorzaak) {
    if (oorzaak instanceof Koppelingfout) throw oorzaak;
    throw new Koppelingfout(oorzaak instanceof Werkmapfout ? oorzaak.message : koppelzinnen.bestandOnleesbaar);
  }
}
