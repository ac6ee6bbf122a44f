import { bevat } from "./adres";
import type { Blad } from "./blad";
import type { Cel, Tabel, Tabelkolom } from "./cel";
import type { Verschuiving } from "./verschuiving";
import type { Celwijziging, Werkmap } from "./werkmap";
import { weergave } from "./weergave";

/** A header cell is its column's name: text, never blank, never twice. Renames the columns and answers the cells as they must be written. */
export function metKoppen(werkmap: Werkmap, blad: Blad, wijzigingen: readonly Celwijziging[]): readonly Celwijziging[] {
  const tabellen = werkmap.tabellen.filter((t) => t.blad === blad.id && t.kop);
  if (tabellen.length === 0) return wijzigingen;
  const nieuweKolommen = new Map<string, Tabelkolom[]>();
  const uit = wijzigingen.map((wijziging): Celwijziging => {
    const [rij, kolom, cel] = wijziging;
    const tabel = tabellen.find((t) => rij === t.gebied.rij && bevat(t.gebied, rij, kolom));
    if (!tabel) return wijziging;
    const kolommen = nieuweKolommen.get(tabel.id) ?? [...tabel.kolommen];
    nieuweKolommen.set(tabel.id, kolommen);
    const plek = kolom - tabel.gebied.kolom;
    const oud = kolommen[plek];
    if (!oud) return wijziging;
    const anders = kolommen.filter((_, i) => i !== plek).map((k) => k.naam);
    const gevraagd = cel ? weergave(cel.waarde, cel.notatie, werkmap.datumstelsel) : "";
    const naam = uniekeKop(gevraagd || standaardkop(anders), anders);
    kolommen[plek] = { ...oud, naam };
    const kop: Cel = { waarde: naam, stijl: cel?.stijl };
    return [rij, kolom, kop];
  });
  for (const [id, kolommen] of nieuweKolommen) werkmap.zetTabel({ ...werkmap.tabel(id), kolommen });
  return uit;
}

/** "Datum", "Datum2", "Datum3". */
export function uniekeKop(naam: string, anders: readonly string[]): string {
  const bezet = new Set(anders.map((n) => n.toLowerCase()));
  if (!bezet.has(naam.toLowerCase())) return naam;
  let nummer = 2;
  while (bezet.has(`${naam}${nummer}`.toLowerCase())) nummer++;
  return `${naam}${nummer}`;
}

/** "Kolom1", as Dutch Excel names a column without a header. */
export function standaardkop(anders: readonly string[]): string {
  const bezet = new Set(anders.map((n) => n.toLowerCase()));
  let nummer = 1;
  while (bezet.has(`kolom${nummer}`)) nummer++;
  return `Kolom${nummer}`;
}

/** After sheet columns came or went inside tables: each table names as many columns as it is wide, and its header cells say so. */
export function herstelKolommen(werkmap: Werkmap, blad: Blad, v: Verschuiving): void {
  if (v.as !== "kolom") return;
  for (const tabel of werkmap.tabellen) {
    if (tabel.blad !== blad.id || tabel.kolommen.length === tabel.gebied.kolommen) continue;
    if (v.aantal > 0) zetKolommen(werkmap, blad, tabel, nieuweKolommen(tabel, v.bij - tabel.gebied.kolom, v.aantal));
    else {
      const eerste = Math.max(0, v.bij - tabel.gebied.kolom);
      zetKolommen(werkmap, blad, tabel, tabel.kolommen.toSpliced(eerste, tabel.kolommen.length - tabel.gebied.kolommen));
    }
  }
}

/** The columns of the table with some more at `plek`, with standard names or the one asked for. */
export function nieuweKolommen(tabel: Tabel, plek: number, aantal: number, naam?: string): Tabelkolom[] {
  const kolommen = [...tabel.kolommen];
  let id = Math.max(0, ...kolommen.map((k) => k.id));
  for (let i = 0; i < aantal; i++) {
    const anders = kolommen.map((k) => k.naam);
    kolommen.splice(plek + i, 0, { id: ++id, naam: naam === undefined ? standaardkop(anders) : uniekeKop(naam, anders) });
  }
  return kolommen;
}

/** Sets the columns, and writes each name that its header cell does not show yet. */
export function zetKolommen(werkmap: Werkmap, blad: Blad, tabel: Tabel, kolommen: readonly Tabelkolom[]): void {
  werkmap.zetTabel({ ...tabel, kolommen });
  if (!tabel.kop) return;
  const koppen = kolommen.flatMap((kolom, i): Celwijziging[] => {
    const plek = tabel.gebied.kolom + i;
    const cel = blad.cel(tabel.gebied.rij, plek);
    return cel?.waarde === kolom.naam ? [] : [[tabel.gebied.rij, plek, { waarde: kolom.naam, stijl: cel?.stijl }]];
  });
  werkmap.zetCellen(blad, koppen);
}
