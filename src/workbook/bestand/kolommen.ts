import type { Veld } from "../../meldcode/veld";
import type { Vraagstelling } from "../../meldcode/vraagstelling";
import { bestandsbreedte } from "../kantenklaar/bestandsmaten";
import { TOELICHTINGBLAD, TOELICHTINGTITEL, toelichtingErbij } from "../kantenklaar/toelichting";
import { invoerregel, lijsten, marken } from "../kantenklaar/kolomregels";
import { LAATSTE_RIJ_MET_REGELS, LIJSTENBLAD, lijstontwerp, vrijeNaam } from "../lijstontwerp";
import { markeringenErbij } from "../markering";
import { celadres, Werkboekfout } from "../werkboek";
import type { Wijziging } from "../xlsx/bewaren";
import type { Bereik, Werkmap } from "../xlsx/werkmap";
import { eersteGevulde, isVrij, vindTabel } from "./eigenblad";
import type { Gevondenlijst } from "./lezing";
import { BESTANDSTEKSTEN } from "./teksten";

/**
 * Columns of these fields right of the list, with their choices on a hidden sheet of their own. In a file nothing can be moved aside, so
 * the place must be free: that of a table is right beside it, that of other cells beyond all that stands in those rows.
 * @throws Werkboekfout when it is not free.
 */
export function kolommenErbij(werkmap: Werkmap, { blad, tabel: naam, koprij, laatsteRij }: Gevondenlijst, velden: readonly Veld[], vraagstelling: Vraagstelling): Wijziging[] {
  if (velden.length === 0) return [];
  const ontwerp = lijstontwerp(vraagstelling, velden);
  const { kolommen } = ontwerp;
  const lijstenblad = vrijeNaam(LIJSTENBLAD, werkmap.bladnamen, " ");
  const tabel = naam === null ? null : vindTabel(werkmap, naam);
  const totRij = Math.max(tabel?.bereik.totRij ?? 0, laatsteRij);
  const eerste = tabel ? tabel.bereik.totKolom + 1 : laatsteKolom(werkmap, blad, koprij, totRij) + 1;
  const plek: Bereik = { vanRij: koprij, totRij, vanKolom: eerste, totKolom: eerste + velden.length - 1 };
  if (!isVrij(werkmap, blad, plek)) {
    const bezet = eersteGevulde(werkmap, blad, plek);
    throw new Werkboekfout("onbekend", BESTANDSTEKSTEN.geenRuimteErnaast(celadres(bezet?.kolom ?? eerste, bezet?.rij ?? koprij)));
  }
  const breed = (kolom: number) => werkmap.leesBlad(blad).kolommen.find(({ van, tot }) => kolom >= van && kolom <= tot)?.breedte ?? 0;
  // As far down as in a list that we begin, for in LibreOffice a table does not grow by itself; unless something else stands there.
  const totRegel = isVrij(werkmap, blad, { ...plek, totRij: LAATSTE_RIJ_MET_REGELS }) ? LAATSTE_RIJ_MET_REGELS : totRij;
  const cellen = (k: number): Bereik => ({ vanRij: koprij + 1, totRij: totRegel, vanKolom: eerste + k, totKolom: eerste + k });
  return [
    ...(ontwerp.lijsten.length > 0 ? lijsten(ontwerp, lijstenblad) : []),
    ...(tabel
      ? [{ soort: "tabel-wijzigen", naam: tabel.naam, bereik: { ...tabel.bereik, totKolom: plek.totKolom }, kolommen: [...tabel.kolommen, ...kolommen.map(({ kop }) => kop)] } as const]
      : kolommen.map(({ kop }, k): Wijziging => ({ soort: "cel", blad, rij: koprij, kolom: eerste + k, waarde: kop }))),
    ...kolommen.flatMap((kolom, k): Wijziging[] => [
      ...(breed(eerste + k) < bestandsbreedte(kolom.breedte) ? [{ soort: "kolombreedte", blad, van: eerste + k, tot: eerste + k, breedte: bestandsbreedte(kolom.breedte) } as const] : []),
      { soort: "validatie", blad, validatie: { bereiken: [cellen(k)], ...invoerregel(kolom, ontwerp, lijstenblad), invoer: kolom.uitleg } },
    ]),
    ...marken(blad, markeringenErbij(ontwerp, lijstenblad, kolommen.map((_, k) => `$${celadres(eerste + k, koprij + 1)}`)), (veld) => cellen(kolommen.findIndex((kolom) => kolom.veld === veld))),
    ...licht(werkmap, toelichtingErbij(ontwerp)),
  ];
}

/** Below what stands on our sheet Toelichting, where there is one, with a blank row between. */
function licht(werkmap: Werkmap, regels: readonly string[]): Wijziging[] {
  if (!werkmap.bladen.some(({ naam }) => naam === TOELICHTINGBLAD)) return [];
  const { rijen, beveiligd } = werkmap.leesBlad(TOELICHTINGBLAD);
  if (beveiligd || rijen.get(1)?.[1]?.waarde !== TOELICHTINGTITEL) return [];
  const vanaf = Math.max(...rijen.keys()) + 2;
  return regels.map((waarde, i) => ({ soort: "cel", blad: TOELICHTINGBLAD, rij: vanaf + i, kolom: 1, waarde, opmaak: i === 0 ? { vet: true } : { terugloop: true } }));
}

function laatsteKolom(werkmap: Werkmap, blad: string, vanRij: number, totRij: number): number {
  let laatste = 0;
  for (const [rij, cellen] of werkmap.leesBlad(blad).rijen) {
    if (rij < vanRij || rij > totRij) continue;
    cellen.forEach((cel, kolom) => {
      if (cel && (cel.formule !== null || (cel.waarde !== null && cel.waarde !== ""))) laatste = Math.max(laatste, kolom);
    });
  }
  return laatste;
}
