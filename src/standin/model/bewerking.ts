import { bevat, doorsnede, gebied, MAX_KOLOMMEN, MAX_RIJEN, omvat, type Gebied } from "./adres";
import type { Blad } from "./blad";
import { Werkmapfout, type Cel, type Stijl, type Tabel } from "./cel";
import { herstelKolommen, metKoppen } from "./tabelkoppen";
import type { Verschuiving } from "./verschuiving";
import { schuif } from "./verschuiven";
import type { Celwijziging, Werkmap } from "./werkmap";

/** Writes cells the way anyone does in Excel: protection holds, header cells name their column, listeners hear of it. Throws AccessDenied. */
export function schrijf(werkmap: Werkmap, blad: Blad, g: Gebied, maak: (rij: number, kolom: number, oud: Cel | undefined) => Cel | undefined): void {
  magWijzigen(blad, g);
  const was = g.rijen * g.kolommen === 1 ? werkmap.waarde(blad, g.rij, g.kolom) : null;
  const wijzigingen: Celwijziging[] = [];
  for (let rij = g.rij; rij < g.rij + g.rijen; rij++) {
    for (let kolom = g.kolom; kolom < g.kolom + g.kolommen; kolom++) {
      const oud = blad.cel(rij, kolom);
      const nieuw = maak(rij, kolom, oud);
      if (nieuw !== oud) wijzigingen.push([rij, kolom, nieuw]);
    }
  }
  werkmap.zetCellen(blad, metKoppen(werkmap, blad, wijzigingen));
  const details = was === null ? {} : { details: { was, wordt: werkmap.waarde(blad, g.rij, g.kolom) } };
  werkmap.meld({ soort: "cellen", blad: blad.id, gebied: g, wijziging: "RangeEdited", ...details });
}

/** A cell without formula, value and format is no cell. */
export function celOfNiets(cel: Cel): Cel | undefined {
  return cel.waarde === "" && cel.formule === undefined && cel.notatie === undefined && cel.stijl === undefined ? undefined : cel;
}

/** Empties values and formulas; formats stay. */
export function wis(werkmap: Werkmap, blad: Blad, g: Gebied): void {
  const gevuld = binnenGebruik(blad, g);
  schrijf(werkmap, blad, gevuld ?? gebied(g.rij, g.kolom), (_r, _k, oud) => oud && celOfNiets({ waarde: "", notatie: oud.notatie, stijl: oud.stijl }));
}

/** Whole columns and rows run over a million cells: only what holds something. */
export function binnenGebruik(blad: Blad, g: Gebied): Gebied | null {
  const gebruikt = blad.gebruikt();
  return gebruikt && doorsnede(gebruikt, g);
}

/** Number format and style; a style part that is not named stays. */
export function maakOp(werkmap: Werkmap, blad: Blad, g: Gebied, deel: { readonly notatie?: (rij: number, kolom: number) => string; readonly stijl?: Stijl }): void {
  if (blad.gegevens.beveiligd) throw geweigerd(blad);
  const wijzigingen: Celwijziging[] = [];
  for (let rij = g.rij; rij < g.rij + g.rijen; rij++) {
    for (let kolom = g.kolom; kolom < g.kolom + g.kolommen; kolom++) {
      const oud: Cel = blad.cel(rij, kolom) ?? { waarde: "" };
      const gevraagd = deel.notatie?.(rij, kolom);
      const notatie = gevraagd === "General" ? undefined : (gevraagd ?? oud.notatie);
      wijzigingen.push([rij, kolom, celOfNiets({ ...oud, notatie, stijl: deel.stijl ? { ...oud.stijl, ...deel.stijl } : oud.stijl })]);
    }
  }
  werkmap.zetCellen(blad, wijzigingen);
  werkmap.meld({ soort: "opmaak", blad: blad.id });
}

/** Whole rows or columns of the sheet come before `bij`; they look like their neighbour. */
export function voegIn(werkmap: Werkmap, blad: Blad, as: "rij" | "kolom", bij: number, aantal: number): void {
  magSchuiven(blad);
  schuif(werkmap, blad, { as, bij, aantal });
  neemOpmaakOver(werkmap, blad, as, bij, aantal);
  herstelKolommen(werkmap, blad, { as, bij, aantal });
  meldSchuif(werkmap, blad, as === "rij" ? "RowInserted" : "ColumnInserted", as, bij, aantal);
}

/** Whole rows or columns of the sheet disappear. A table keeps its header and at least one row; throws InvalidOperation when only its header would go. */
export function verwijder(werkmap: Werkmap, blad: Blad, as: "rij" | "kolom", bij: number, aantal: number): void {
  magSchuiven(blad);
  const weg = as === "rij" ? gebied(bij, 0, aantal, MAX_KOLOMMEN) : gebied(0, bij, MAX_RIJEN, aantal);
  const geraakt = werkmap.tabellen.filter((t) => t.blad === blad.id && doorsnede(t.gebied, weg));
  if (as === "rij" && geraakt.some((t) => t.kop && bevat(weg, t.gebied.rij, t.gebied.kolom) && !omvat(weg, t.gebied))) {
    throw new Werkmapfout("InvalidOperation", "De kop van een tabel kan niet zonder de tabel verwijderd worden.");
  }
  const leeg = geraakt.find((t) => as === "rij" && !omvat(weg, t.gebied) && (doorsnede(t.gebied, weg)?.rijen ?? 0) >= t.gebied.rijen - 1);
  const verdwenen = geraakt.filter((t) => omvat(weg, t.gebied));
  schuif(werkmap, blad, { as, bij, aantal: -aantal });
  herstelKolommen(werkmap, blad, { as, bij, aantal: -aantal });
  if (leeg) geefLegeRij(werkmap, blad, leeg);
  meldSchuif(werkmap, blad, as === "rij" ? "RowDeleted" : "ColumnDeleted", as, bij, aantal);
  for (const t of verdwenen) werkmap.meld({ soort: "tabel-verwijderd", blad: blad.id, tabel: t.id, naam: t.naam });
}

/** Moves the cells below (or right of) the block to make room, or back over it; only within its own columns (or rows), as range.insert and range.delete do. */
export function schuifBlok(werkmap: Werkmap, blad: Blad, g: Gebied, richting: "Down" | "Right" | "Up" | "Left"): void {
  magSchuiven(blad);
  const as = richting === "Down" || richting === "Up" ? "rij" : "kolom";
  const erbij = richting === "Down" || richting === "Right";
  const heel = as === "rij" ? g.kolommen === MAX_KOLOMMEN : g.rijen === MAX_RIJEN;
  if (heel) {
    const [bij, aantal] = as === "rij" ? [g.rij, g.rijen] : [g.kolom, g.kolommen];
    return erbij ? voegIn(werkmap, blad, as, bij, aantal) : verwijder(werkmap, blad, as, bij, aantal);
  }
  const v: Verschuiving =
    as === "rij"
      ? { as, bij: g.rij, aantal: erbij ? g.rijen : -g.rijen, van: g.kolom, tot: g.kolom + g.kolommen - 1 }
      : { as, bij: g.kolom, aantal: erbij ? g.kolommen : -g.kolommen, van: g.rij, tot: g.rij + g.rijen - 1 };
  const baan = as === "rij" ? { ...g, rijen: MAX_RIJEN - g.rij } : { ...g, kolommen: MAX_KOLOMMEN - g.kolom };
  for (const t of werkmap.tabellen) {
    const raakt = t.blad === blad.id && doorsnede(t.gebied, baan);
    const past = as === "rij" ? t.gebied.kolom >= g.kolom && t.gebied.kolom + t.gebied.kolommen <= g.kolom + g.kolommen : omvat(baan, t.gebied);
    if (raakt && !past) throw new Werkmapfout("InvalidOperation", "Deze bewerking zou cellen in een tabel verschuiven.");
  }
  schuif(werkmap, blad, v);
  werkmap.meld({ soort: "cellen", blad: blad.id, gebied: g, wijziging: erbij ? "CellInserted" : "CellDeleted" });
}

/** A table without data rows shows one blank row. */
function geefLegeRij(werkmap: Werkmap, blad: Blad, was: Tabel): void {
  const t = werkmap.tabellen.find((tabel) => tabel.id === was.id);
  if (!t || t.gebied.rijen > (t.kop ? 1 : 0) + (t.totalen ? 1 : 0)) return;
  const bij = t.gebied.rij + (t.kop ? 1 : 0);
  schuif(werkmap, blad, { as: "rij", bij, aantal: 1, van: t.gebied.kolom, tot: t.gebied.kolom + t.gebied.kolommen - 1 });
  werkmap.zetTabel({ ...t, gebied: { ...t.gebied, rijen: t.gebied.rijen + 1 } });
}

/** New rows and columns take the format of the one before, but not that of a table's header. */
export function neemOpmaakOver(werkmap: Werkmap, blad: Blad, as: "rij" | "kolom", bij: number, aantal: number, baan?: { readonly van: number; readonly tot: number }): void {
  const onderKop = as === "rij" && werkmap.tabellen.some((t) => t.blad === blad.id && t.kop && t.gebied.rij === bij - 1);
  const voorbeeld = onderKop || bij === 0 ? bij + aantal : bij - 1;
  const gebruikt = blad.gebruikt();
  if (!gebruikt) return;
  const lengte = as === "rij" ? gebruikt.kolom + gebruikt.kolommen : gebruikt.rij + gebruikt.rijen;
  const wijzigingen: Celwijziging[] = [];
  for (let dwars = baan?.van ?? 0; dwars < Math.min(lengte, (baan?.tot ?? lengte) + 1); dwars++) {
    const oud = as === "rij" ? blad.cel(voorbeeld, dwars) : blad.cel(dwars, voorbeeld);
    if (oud?.notatie === undefined && oud?.stijl === undefined) continue;
    const cel: Cel = { waarde: "", notatie: oud.notatie, stijl: oud.stijl };
    for (let langs = bij; langs < bij + aantal; langs++) {
      const [rij, kolom] = as === "rij" ? [langs, dwars] : [dwars, langs];
      if (!blad.cel(rij, kolom)) wijzigingen.push([rij, kolom, cel]);
    }
  }
  werkmap.zetCellen(blad, wijzigingen);
}

function meldSchuif(werkmap: Werkmap, blad: Blad, wijziging: "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted", as: "rij" | "kolom", bij: number, aantal: number): void {
  const g = as === "rij" ? gebied(bij, 0, aantal, MAX_KOLOMMEN) : gebied(0, bij, MAX_RIJEN, aantal);
  werkmap.meld({ soort: "cellen", blad: blad.id, gebied: g, wijziging });
}

/** Throws AccessDenied when a cell of the block is locked. */
export function magWijzigen(blad: Blad, g: Gebied): void {
  if (!blad.gegevens.beveiligd) return;
  for (let rij = g.rij; rij < g.rij + g.rijen; rij++) {
    for (let kolom = g.kolom; kolom < g.kolom + g.kolommen; kolom++) if (blad.cel(rij, kolom)?.stijl?.vergrendeld !== false) throw geweigerd(blad);
  }
}

export function magSchuiven(blad: Blad): void {
  if (blad.gegevens.beveiligd) throw geweigerd(blad);
}

function geweigerd(blad: Blad): Werkmapfout {
  return new Werkmapfout("AccessDenied", `Blad ${blad.naam} is beveiligd.`);
}
