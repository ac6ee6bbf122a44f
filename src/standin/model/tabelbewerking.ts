import { doorsnede, gebied, MAX_KOLOMMEN, type Gebied } from "./adres";
import { celOfNiets, magSchuiven, magWijzigen, neemOpmaakOver } from "./bewerking";
import type { Blad } from "./blad";
import { gegevensgebied, Werkmapfout, type Cel, type Celwaarde, type Tabel, type Tabelkolom } from "./cel";
import { verplaatst } from "./formule";
import { nieuweKolommen, standaardkop, uniekeKop, zetKolommen } from "./tabelkoppen";
import { schuif } from "./verschuiven";
import { weergave } from "./weergave";
import type { Celwijziging, Werkmap } from "./werkmap";

/** Makes a table of the block. Without header a row with standard names comes above it. Throws InvalidArgument when it touches another table. */
export function maakTabel(werkmap: Werkmap, blad: Blad, g: Gebied, kop: boolean, naam = vrijeNaam(werkmap)): Tabel {
  magSchuiven(blad);
  if (werkmap.tabellen.some((t) => t.blad === blad.id && doorsnede(t.gebied, g))) throw new Werkmapfout("InvalidArgument", "Een tabel kan een andere tabel niet overlappen.");
  controleerNaam(werkmap, naam, null);
  const baan = { van: g.kolom, tot: g.kolom + g.kolommen - 1 };
  let vak = g;
  if (!kop) {
    schuif(werkmap, blad, { as: "rij", bij: g.rij, aantal: 1, ...baan });
    vak = { ...g, rijen: g.rijen + 1 };
  } else if (g.rijen === 1) {
    if (!isLeeg(blad, gebied(g.rij + 1, g.kolom, 1, g.kolommen))) schuif(werkmap, blad, { as: "rij", bij: g.rij + 1, aantal: 1, ...baan });
    vak = { ...g, rijen: 2 };
  }
  const kolommen: Tabelkolom[] = [];
  for (let k = 0; k < vak.kolommen; k++) {
    const cel = kop ? blad.cel(vak.rij, vak.kolom + k) : undefined;
    const anders = kolommen.map((kolom) => kolom.naam);
    const gevraagd = cel ? weergave(werkmap.waarde(blad, vak.rij, vak.kolom + k), cel.notatie, werkmap.datumstelsel) : "";
    kolommen.push({ id: k + 1, naam: uniekeKop(gevraagd || standaardkop(anders), anders) });
  }
  const tabel: Tabel = {
    id: werkmap.nieuwId("tabel"), naam, blad: blad.id, gebied: vak, kop: true, totalen: false, kolommen,
    stijl: "TableStyleMedium2", banden: true, filterknoppen: true, filters: new Map(),
  };
  werkmap.zetTabellen([...werkmap.tabellen, tabel]);
  zetKolommen(werkmap, blad, tabel, kolommen);
  werkmap.meld({ soort: "tabel-toegevoegd", blad: blad.id, tabel: tabel.id, naam });
  return tabel;
}

export function hernoemTabel(werkmap: Werkmap, tabel: Tabel, naam: string): void {
  controleerNaam(werkmap, naam, tabel.id);
  werkmap.zetTabel({ ...tabel, naam });
  werkmap.meld({ soort: "tabel-gewijzigd", blad: tabel.blad, tabel: tabel.id });
}

/** Gives the table another block; its header row must stay where it is. New columns get a header, new rows the format of the row above. */
export function vergroot(werkmap: Werkmap, tabel: Tabel, g: Gebied): void {
  const blad = werkmap.blad(tabel.blad);
  magSchuiven(blad);
  const raaktAndere = werkmap.tabellen.some((t) => t.id !== tabel.id && t.blad === blad.id && doorsnede(t.gebied, g));
  if (g.rij !== tabel.gebied.rij || !doorsnede(g, tabel.gebied) || g.rijen < (tabel.kop ? 2 : 1) || raaktAndere) {
    throw new Werkmapfout("InvalidArgument", "De tabel kan dit bereik niet krijgen.");
  }
  const links = tabel.gebied.kolom - g.kolom;
  let kolommen: readonly Tabelkolom[] = links > 0 ? nieuweKolommen(tabel, 0, links) : tabel.kolommen.slice(-links);
  kolommen = kolommen.slice(0, g.kolommen);
  for (let k = kolommen.length; k < g.kolommen; k++) {
    const tekst = String(werkmap.waarde(blad, g.rij, g.kolom + k));
    kolommen = nieuweKolommen({ ...tabel, kolommen }, k, 1, tekst === "" ? undefined : tekst);
  }
  const erbij = g.rij + g.rijen - (tabel.gebied.rij + tabel.gebied.rijen);
  const nieuw = { ...tabel, gebied: g };
  zetKolommen(werkmap, blad, nieuw, kolommen);
  if (erbij > 0) strekRegels(werkmap, blad, tabel, erbij);
  werkmap.meld({ soort: "tabel-gewijzigd", blad: blad.id, tabel: tabel.id });
}

/** Rules and formats that ran to the last row of the table run on over the new rows, as Excel lets them. */
function strekRegels(werkmap: Werkmap, blad: Blad, oud: Tabel, erbij: number): void {
  const onder = oud.gebied.rij + oud.gebied.rijen;
  const langer = (g: Gebied): Gebied => (doorsnede(g, oud.gebied) && g.rij + g.rijen === onder && g.rij < onder ? { ...g, rijen: g.rijen + erbij } : g);
  const { validaties, opmaakregels } = blad.gegevens;
  werkmap.zetBlad(blad, {
    validaties: validaties.map((v) => ({ ...v, gebieden: v.gebieden.map(langer) })),
    opmaakregels: opmaakregels.map((o) => ({ ...o, gebieden: o.gebieden.map(langer) })),
  });
  if (oud.gebied.rijen <= (oud.kop ? 1 : 0)) return;
  const wijzigingen: Celwijziging[] = [];
  for (let k = oud.gebied.kolom; k < oud.gebied.kolom + oud.gebied.kolommen; k++) {
    const { notatie, stijl } = blad.cel(onder - 1, k) ?? {};
    if (notatie === undefined && stijl === undefined) continue;
    for (let r = onder; r < onder + erbij; r++) {
      const cel = blad.cel(r, k);
      wijzigingen.push([r, k, { ...(cel ?? { waarde: "" }), notatie: cel?.notatie ?? notatie, stijl: cel?.stijl ?? stijl }]);
    }
  }
  werkmap.zetCellen(blad, wijzigingen);
}

/** Rows come before row `plek` of the data (0-based; null is at the end); the cells below the table make room. */
export function voegTabelrijenIn(werkmap: Werkmap, tabel: Tabel, plek: number | null, aantal: number): Gebied {
  const blad = werkmap.blad(tabel.blad);
  magSchuiven(blad);
  const data = gegevensgebied(tabel);
  if (plek !== null && (plek < 0 || plek > data.rijen)) throw new Werkmapfout("InvalidArgument", "De tabel heeft deze rij niet.");
  const bij = data.rij + (plek ?? data.rijen);
  const baan = { van: data.kolom, tot: data.kolom + data.kolommen - 1 };
  const onderaan = bij === data.rij + data.rijen;
  schuif(werkmap, blad, { as: "rij", bij, aantal, ...baan });
  const na = werkmap.tabel(tabel.id);
  if (na.gebied.rijen === tabel.gebied.rijen) werkmap.zetTabel({ ...na, gebied: { ...tabel.gebied, rijen: tabel.gebied.rijen + aantal } });
  neemOpmaakOver(werkmap, blad, "rij", bij, aantal, baan);
  if (onderaan) strekRegels(werkmap, blad, tabel, aantal);
  const g = gebied(bij, data.kolom, aantal, data.kolommen);
  werkmap.meld({ soort: "cellen", blad: blad.id, gebied: g, wijziging: "RowInserted" });
  return g;
}

/** When all rows go, one blank row stays. */
export function verwijderTabelrijen(werkmap: Werkmap, tabel: Tabel, plek: number, aantal: number): void {
  const blad = werkmap.blad(tabel.blad);
  magSchuiven(blad);
  const data = gegevensgebied(tabel);
  if (plek < 0 || aantal < 1 || plek + aantal > data.rijen) throw new Werkmapfout("ItemNotFound", "De tabel heeft deze rij niet.");
  const g = gebied(data.rij + plek, data.kolom, aantal, data.kolommen);
  const laat = aantal === data.rijen ? 1 : 0;
  if (laat) werkmap.zetCellen(blad, cellenVan(blad, { ...g, rijen: 1 }).map(([r, k, cel]) => [r, k, celOfNiets({ ...cel, waarde: "", formule: undefined })]));
  if (aantal > laat) schuif(werkmap, blad, { as: "rij", bij: g.rij + laat, aantal: laat - aantal, van: g.kolom, tot: g.kolom + g.kolommen - 1 });
  werkmap.meld({ soort: "cellen", blad: blad.id, gebied: g, wijziging: "RowDeleted" });
}

/** A column before position `plek` (0-based); what stands right of the table, in its rows, moves over. */
export function voegTabelkolomIn(werkmap: Werkmap, tabel: Tabel, plek: number, naam?: string): void {
  const blad = werkmap.blad(tabel.blad);
  magSchuiven(blad);
  const { gebied: g } = tabel;
  const bij = g.kolom + plek;
  schuif(werkmap, blad, { as: "kolom", bij, aantal: 1, van: g.rij, tot: g.rij + g.rijen - 1 });
  const nieuw = { ...tabel, gebied: { ...g, kolommen: g.kolommen + 1 } };
  zetKolommen(werkmap, blad, nieuw, nieuweKolommen(tabel, plek, 1, naam));
  neemOpmaakOver(werkmap, blad, "kolom", bij, 1, { van: g.rij, tot: g.rij + g.rijen - 1 });
  werkmap.meld({ soort: "cellen", blad: blad.id, gebied: gebied(g.rij, bij, g.rijen), wijziging: "ColumnInserted" });
  werkmap.meld({ soort: "tabel-gewijzigd", blad: blad.id, tabel: tabel.id });
}

export function verwijderTabelkolom(werkmap: Werkmap, tabel: Tabel, plek: number): void {
  const blad = werkmap.blad(tabel.blad);
  magSchuiven(blad);
  const { gebied: g } = tabel;
  if (!tabel.kolommen[plek] || tabel.kolommen.length === 1) throw new Werkmapfout("ItemNotFound", "De tabel heeft deze kolom niet.");
  schuif(werkmap, blad, { as: "kolom", bij: g.kolom + plek, aantal: -1, van: g.rij, tot: g.rij + g.rijen - 1 });
  werkmap.zetTabel({ ...tabel, gebied: { ...g, kolommen: g.kolommen - 1 }, kolommen: tabel.kolommen.toSpliced(plek, 1) });
  werkmap.meld({ soort: "cellen", blad: blad.id, gebied: gebied(g.rij, g.kolom + plek, g.rijen), wijziging: "ColumnDeleted" });
  werkmap.meld({ soort: "tabel-gewijzigd", blad: blad.id, tabel: tabel.id });
}

/** Drags a column to another position within the table. Formulas elsewhere keep pointing where they pointed. */
export function verplaatsTabelkolom(werkmap: Werkmap, tabel: Tabel, van: number, naar: number): void {
  const blad = werkmap.blad(tabel.blad);
  magSchuiven(blad);
  const volgorde = tabel.kolommen.map((_, i) => i);
  volgorde.splice(naar, 0, ...volgorde.splice(van, 1));
  const { gebied: g } = tabel;
  const wijzigingen: Celwijziging[] = [];
  for (let r = g.rij; r < g.rij + g.rijen; r++) {
    const oud = tabel.kolommen.map((_, i) => blad.cel(r, g.kolom + i));
    volgorde.forEach((bron, doel) => wijzigingen.push([r, g.kolom + doel, oud[bron]]));
  }
  const breedtes = new Map(blad.gegevens.kolombreedtes);
  const plekNa = (k: number) => (k >= g.kolom && k < g.kolom + g.kolommen ? g.kolom + volgorde.indexOf(k - g.kolom) : k);
  const mee = (b: Gebied): Gebied => (b.kolommen === 1 && doorsnede(b, g) ? { ...b, kolom: plekNa(b.kolom) } : b);
  const { validaties, opmaakregels } = blad.gegevens;
  werkmap.zetBlad(blad, {
    kolombreedtes: new Map([...breedtes].map(([k, breedte]) => [plekNa(k), breedte])),
    validaties: validaties.map((v) => ({ ...v, gebieden: v.gebieden.map(mee) })),
    opmaakregels: opmaakregels.map((o) => {
      const gebieden = o.gebieden.map(mee);
      return { ...o, gebieden, formule: verplaatst(o.formule, 0, (gebieden[0]?.kolom ?? 0) - (o.gebieden[0]?.kolom ?? 0)) };
    }),
  });
  werkmap.zetTabel({ ...tabel, kolommen: volgorde.flatMap((i) => tabel.kolommen[i] ?? []) });
  werkmap.zetCellen(blad, wijzigingen);
  werkmap.meld({ soort: "cellen", blad: blad.id, gebied: g, wijziging: "RangeEdited" });
  werkmap.meld({ soort: "tabel-gewijzigd", blad: blad.id, tabel: tabel.id });
}

/** Sorts the rows that are in view: numbers, texts, logicals, errors; blanks always last. */
export function sorteer(werkmap: Werkmap, tabel: Tabel, plek: number, oplopend = true): void {
  const blad = werkmap.blad(tabel.blad);
  const data = gegevensgebied(tabel);
  magWijzigen(blad, data);
  const rijen = Array.from({ length: data.rijen }, (_, i) => data.rij + i).filter((r) => !blad.gegevens.verborgenRijen.has(r));
  const sleutels = new Map(rijen.map((r) => [r, werkmap.waarde(blad, r, data.kolom + plek)]));
  const volgorde = rijen.toSorted((a, b) => vergelijk(sleutels.get(a) ?? "", sleutels.get(b) ?? "", oplopend));
  const wijzigingen: Celwijziging[] = [];
  rijen.forEach((doel, i) => {
    const bron = volgorde[i] ?? doel;
    for (let k = data.kolom; bron !== doel && k < data.kolom + data.kolommen; k++) {
      const cel: Cel | undefined = blad.cel(bron, k);
      wijzigingen.push([doel, k, cel?.formule === undefined ? cel : { ...cel, formule: verplaatst(cel.formule, doel - bron, 0) }]);
    }
  });
  werkmap.zetCellen(blad, wijzigingen);
  werkmap.meld({ soort: "gesorteerd", blad: blad.id, gebied: data });
}

function vergelijk(a: Celwaarde, b: Celwaarde, oplopend: boolean): number {
  if (a === "" || b === "") return Number(a === "") - Number(b === "");
  const rang = (waarde: Celwaarde) => ["number", "string", "boolean"].indexOf(typeof waarde);
  const verschil = typeof a === "string" && typeof b === "string" ? a.localeCompare(b, "nl") : rang(a) - rang(b) || Number(a) - Number(b);
  return oplopend ? verschil : -verschil;
}

/** Shows only rows whose text in the column is one of these; null shows them all again. */
export function filter(werkmap: Werkmap, tabel: Tabel, plek: number, teksten: ReadonlySet<string> | null): void {
  const blad = werkmap.blad(tabel.blad);
  const kolom = tabel.kolommen[plek];
  if (!kolom) throw new Werkmapfout("ItemNotFound", "De tabel heeft deze kolom niet.");
  const filters = new Map(tabel.filters);
  if (teksten) filters.set(kolom.id, teksten);
  else filters.delete(kolom.id);
  const data = gegevensgebied(tabel);
  const verborgen = new Set(blad.gegevens.verborgenRijen);
  for (let r = data.rij; r < data.rij + data.rijen; r++) {
    const zichtbaar = [...filters].every(([id, toegestaan]) => {
      const k = data.kolom + tabel.kolommen.findIndex((anders) => anders.id === id);
      return toegestaan.has(weergave(werkmap.waarde(blad, r, k), blad.cel(r, k)?.notatie, werkmap.datumstelsel));
    });
    if (zichtbaar) verborgen.delete(r);
    else verborgen.add(r);
  }
  werkmap.zetTabel({ ...tabel, filters });
  werkmap.zetBlad(blad, { verborgenRijen: verborgen });
  werkmap.meld({ soort: "tabel-gefilterd", blad: blad.id, tabel: tabel.id });
}

/** "Converteren naar bereik": the cells stay, the table goes. */
export function naarBereik(werkmap: Werkmap, tabel: Tabel): void {
  werkmap.zetTabellen(werkmap.tabellen.filter((t) => t.id !== tabel.id));
  werkmap.meld({ soort: "tabel-verwijderd", blad: tabel.blad, tabel: tabel.id, naam: tabel.naam });
}

/** The table with its cells; what stood below moves up. */
export function verwijderTabel(werkmap: Werkmap, tabel: Tabel): void {
  const blad = werkmap.blad(tabel.blad);
  magSchuiven(blad);
  const { gebied: g } = tabel;
  naarBereik(werkmap, tabel);
  schuif(werkmap, blad, { as: "rij", bij: g.rij, aantal: -g.rijen, van: g.kolom, tot: g.kolom + g.kolommen - 1 });
  werkmap.meld({ soort: "cellen", blad: blad.id, gebied: g, wijziging: "CellDeleted" });
}

export function isLeeg(blad: Blad, g: Gebied): boolean {
  return cellenVan(blad, g).every(([, , cel]) => cel.waarde === "" && cel.formule === undefined);
}

function cellenVan(blad: Blad, g: Gebied): (readonly [rij: number, kolom: number, cel: Cel])[] {
  const uit: (readonly [number, number, Cel])[] = [];
  for (let r = g.rij; r < g.rij + g.rijen; r++) {
    for (let k = g.kolom; k < Math.min(MAX_KOLOMMEN, g.kolom + g.kolommen); k++) {
      const cel = blad.cel(r, k);
      if (cel) uit.push([r, k, cel]);
    }
  }
  return uit;
}

function vrijeNaam(werkmap: Werkmap): string {
  let nummer = 1;
  while (werkmap.tabelMetNaam(`Tabel${nummer}`)) nummer++;
  return `Tabel${nummer}`;
}

function controleerNaam(werkmap: Werkmap, naam: string, eigenId: string | null): void {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.]{0,254}$/u.test(naam)) throw new Werkmapfout("InvalidArgument", `${naam} kan geen tabelnaam zijn.`);
  const bezet = werkmap.tabelMetNaam(naam);
  if ((bezet && bezet.id !== eigenId) || werkmap.namen.some((n) => n.naam.toLowerCase() === naam.toLowerCase())) {
    throw new Werkmapfout("ItemAlreadyExists", `De naam ${naam} is al in gebruik.`);
  }
}
