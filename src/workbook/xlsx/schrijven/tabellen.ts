import { type Bereik, toonBereik } from "../bereik";
import type { Xmlelement } from "../xmlboom";
import { VOLGORDE } from "./volgorde";

export interface Tabelinhoud {
  readonly naam: string;
  readonly bereik: Bereik;
  readonly kolommen: readonly string[];
}

/** Fills the root of a new table's part. `id` is unique in the workbook. */
export function vulTabel(tabel: Xmlelement, id: number, { naam, bereik, kolommen }: Tabelinhoud, stijl: string): void {
  tabel.zet("id", String(id)).zet("name", naam).zet("displayName", naam).zet("ref", toonBereik(bereik)).zet("totalsRowShown", "0");
  tabel.voegToe(tabel.maak("autoFilter", { ref: toonBereik(bereik) }));
  zetKolommen(tabel, kolommen);
  tabel.voegToe(
    tabel.maak("tableStyleInfo", { name: stijl, showFirstColumn: 0, showLastColumn: 0, showRowStripes: 1, showColumnStripes: 0 }),
  );
}

export function hernoemTabel(tabel: Xmlelement, naam: string): void {
  tabel.zet("name", naam).zet("displayName", naam);
}

/** `bereik` with header and totals rows; the filter leaves the totals out. */
export function verplaatsTabel(tabel: Xmlelement, bereik: Bereik): void {
  tabel.zet("ref", toonBereik(bereik));
  const totaalrijen = Number(tabel.attribuut("totalsRowCount") ?? 0);
  tabel.element("autoFilter")?.zet("ref", toonBereik({ ...bereik, totRij: bereik.totRij - totaalrijen }));
}

/** Columns that keep their name keep all their settings; with as many as before, one of another name is the same column renamed. */
export function zetKolommen(tabel: Xmlelement, koppen: readonly string[]): void {
  // A line break in a header stands so in the table's part.
  const kolommen = koppen.map((kop) => kop.replace(/\r?\n/g, "_x000a_"));
  const lijst = tabel.vindOfMaak("tableColumns", VOLGORDE.table);
  const oud = lijst.elementen("tableColumn");
  const opNaam = new Map(oud.map((kolom) => [kolom.attribuut("name"), kolom]));
  const opPlek = oud.length === kolommen.length ? oud : [];
  let id = Math.max(0, ...oud.map((kolom) => Number(kolom.attribuut("id"))));
  const nieuw = kolommen.map((naam, i) => {
    const plek = opPlek[i];
    const bestaand = opNaam.get(naam) ?? (plek && !kolommen.includes(plek.attribuut("name") ?? "") ? plek : undefined);
    if (!bestaand) return lijst.maak("tableColumn", { id: ++id, name: naam });
    return bestaand.attribuut("name") === naam ? bestaand : bestaand.zet("name", naam);
  });
  lijst.kinderen.splice(0, lijst.kinderen.length, ...nieuw);
  lijst.zet("count", String(nieuw.length));
}
