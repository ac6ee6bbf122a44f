import { gegevensgebied } from "../model/cel";
import { weergave } from "../model/weergave";
import type { Menupunt } from "./Menu";
import type { Sessie } from "./sessie";
import { teksten } from "./teksten";

/** More different values than this make a menu that nobody reads. */
const MEESTE_FILTERWAARDEN = 40;

/** Rows, columns and tables where the selection is: in the toolbar, and with the right mouse button. */
export function bewerkpunten(sessie: Sessie): readonly Menupunt[] {
  const { bewerkingen, gebruiker, toestand, werkmap } = sessie;
  // The toolbar is not drawn again for every cell one walks over.
  const hier = () => toestand.stand.gebied;
  const t = teksten.bewerken;
  const tabel = werkmap.tabellen.find((kandidaat) => kandidaat.blad === sessie.blad.id);
  const doe = (werk: () => void) => () => void sessie.probeer(werk);
  return [
    { tekst: t.rijErboven, opKies: doe(() => bewerkingen.voegRijIn(sessie.blad, hier())) },
    { tekst: t.rijWeg, opKies: doe(() => bewerkingen.verwijderRij(sessie.blad, hier())) },
    "streep",
    { tekst: t.kolomErbij, opKies: doe(() => bewerkingen.voegKolomIn(sessie.blad, hier())) },
    { tekst: t.kolomWeg, opKies: doe(() => bewerkingen.verwijderKolom(sessie.blad, hier())) },
    "streep",
    { tekst: t.omlaag, sneltoets: "Ctrl+D", opKies: doe(() => bewerkingen.vulOmlaag(sessie.blad, hier())) },
    { tekst: t.wis, sneltoets: "Delete", opKies: doe(() => gebruiker.wis(sessie.blad, hier())) },
    "streep",
    { tekst: t.tabel, opKies: doe(() => bewerkingen.maakTabel(sessie.blad, hier())) },
    { tekst: t.bereik, uit: !tabel, opKies: doe(() => tabel && gebruiker.naarBereik(tabel)) },
  ];
}

/** Sorting and filtering by one column of a table. */
export function koppunten(sessie: Sessie, tabelId: string, plek: number): readonly Menupunt[] {
  const { gebruiker, werkmap } = sessie;
  const tabel = werkmap.tabel(tabelId);
  const blad = werkmap.blad(tabel.blad);
  const kolom = tabel.kolommen[plek];
  const data = gegevensgebied(tabel);
  const waarden = new Set<string>();
  for (let r = data.rij; r < data.rij + data.rijen && waarden.size <= MEESTE_FILTERWAARDEN; r++) {
    waarden.add(weergave(werkmap.waarde(blad, r, data.kolom + plek), blad.cel(r, data.kolom + plek)?.notatie, werkmap.datumstelsel));
  }
  const zichtbaar = (kolom && tabel.filters.get(kolom.id)) ?? null;
  const wissel = (waarde: string) => {
    const nu = new Set(zichtbaar ?? waarden);
    if (!nu.delete(waarde)) nu.add(waarde);
    gebruiker.filter(tabel, plek, nu.size === waarden.size ? null : nu);
  };
  const doe = (werk: () => void) => () => void sessie.probeer(werk);
  return [
    { tekst: teksten.kop.oplopend, opKies: doe(() => gebruiker.sorteer(tabel, plek, true)) },
    { tekst: teksten.kop.aflopend, opKies: doe(() => gebruiker.sorteer(tabel, plek, false)) },
    "streep",
    { tekst: teksten.kop.allesTonen, uit: zichtbaar === null, opKies: doe(() => gebruiker.filter(tabel, plek, null)) },
    ...(waarden.size > MEESTE_FILTERWAARDEN
      ? []
      : [...waarden].toSorted((a, b) => a.localeCompare(b, "nl")).map((waarde) => ({ tekst: waarde || teksten.kop.lege, aan: zichtbaar?.has(waarde) ?? true, opKies: doe(() => wissel(waarde)) }))),
  ];
}
