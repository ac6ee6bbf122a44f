import { zonderOngevraagd } from "../../meldcode/koppeling/gevraagd";
import type { Koppeling } from "../../meldcode/koppeling/koppeling";
import { type Gekoppeld, pasKoppelingToe } from "../../meldcode/koppeling/toepassen";
import { TEKSTEN } from "../../meldcode/koppeling/teksten";
import { Lijst } from "../../meldcode/lijst";
import { VELDEN } from "../../meldcode/veld";
import { type Bestandsbron, leesBron } from "../../workbook/bron";
import { celadres } from "../../workbook/werkboek";
import { Lijstfout, type Uitslag, stelOp } from "./controle";
import type { Controleopties } from "./opties";
import { BESTAND } from "./teksten";

/**
 * Checks and counts an own list, read through a mapping. `waarschuw` is told what is not in the result but should be known.
 * @throws Werkmapfout, Koppelingfout, Lijstfout, or Optiefout when the months asked for cannot be counted.
 */
export async function controleerEigenLijst(
  bestand: string,
  bytes: Uint8Array,
  koppeling: Koppeling,
  opties: Controleopties,
  inzendingId: string,
  waarschuw: (zin: string) => void,
): Promise<Uitslag> {
  const bron = await leesBron(bestand, bytes);
  const gevraagd = zonderOngevraagd(koppeling, opties.vraagstelling);
  const gekoppeld = pasKoppelingToe(koppeling, bron, opties.vraagstelling);
  gekoppeld.waarschuwingen.forEach(waarschuw);
  for (const { bereik } of gekoppeld.nieuweBladen) waarschuw(TEKSTEN.nieuwBlad(bereik.blad));
  eisBerekend(bron, gekoppeld);
  const lijst = new Lijst(gekoppeld.inhoud, { peildatum: opties.peildatum, datumstelsel: bron.datumstelsel, sector: opties.sector, vraagstelling: opties.vraagstelling });
  const bladen = [...new Set(gekoppeld.bereiken.map(({ blad }) => blad))];
  return {
    bestand,
    blad: bladen[0] ?? "",
    bladen,
    tabel: null,
    kolommen: Object.fromEntries(VELDEN.flatMap((veld) => gevraagd.velden[veld]?.kolommen.slice(0, 1).map(({ kop }) => [veld, kop]) ?? [])),
    ...stelOp(lijst, opties, inzendingId, (positie, veld) => {
      const { blad, rij, kolom } = gekoppeld.plaats(positie, veld);
      return { blad, cel: celadres(kolom, rij), rij };
    }),
    weggelaten: gekoppeld.weggelaten,
    samengevoegd: gekoppeld.samengevoegd,
  };
}

function eisBerekend(bron: Bestandsbron, { bereiken }: Gekoppeld): void {
  for (const { blad, kolommen, filters, leeftijd, eersteRij, laatsteRij } of bereiken) {
    const gelezen = [...VELDEN.flatMap((veld) => kolommen[veld]), ...filters, ...(leeftijd === null ? [] : [leeftijd])];
    const rijen = bron.bladen.find((b) => b.blad === blad)?.rijen.keys() ?? [];
    for (const rij of rijen) {
      if (rij < eersteRij || rij > laatsteRij) continue;
      const kolom = gelezen.find((nummer) => bron.isNietBerekend({ blad, rij, kolom: nummer }));
      if (kolom !== undefined) throw new Lijstfout(BESTAND.nietBerekend(celadres(kolom, rij)));
    }
  }
}
