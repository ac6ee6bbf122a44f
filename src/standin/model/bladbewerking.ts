import { Blad } from "./blad";
import { Werkmapfout, type Zichtbaarheid } from "./cel";
import { herschrijfBladnaam } from "./formule";
import type { Celwijziging, Werkmap } from "./werkmap";

/** Adds a blank sheet at the end. Throws InvalidArgument for a name Excel refuses, ItemAlreadyExists for one that is taken. */
export function voegBladToe(werkmap: Werkmap, naam = vrijeNaam(werkmap)): Blad {
  controleerNaam(werkmap, naam, null);
  const blad = new Blad(werkmap.nieuwId("blad"), naam);
  werkmap.zetBladen([...werkmap.bladen, blad]);
  werkmap.meld({ soort: "blad-toegevoegd", blad: blad.id, naam });
  return blad;
}

/** Formulas, rules and names follow the new name. */
export function hernoemBlad(werkmap: Werkmap, blad: Blad, naam: string): void {
  controleerNaam(werkmap, naam, blad.id);
  const was = blad.naam;
  const na = (formule: string) => herschrijfBladnaam(formule, was, naam);
  for (const ander of werkmap.bladen) {
    const wijzigingen: Celwijziging[] = [];
    if (ander.formules > 0) for (const [r, k, cel] of ander.cellen()) if (cel.formule !== undefined) wijzigingen.push([r, k, { ...cel, formule: na(cel.formule) }]);
    werkmap.zetCellen(ander, wijzigingen);
    const { validaties, opmaakregels } = ander.gegevens;
    werkmap.zetBlad(ander, {
      validaties: validaties.map((v) => (v.regel.list ? { ...v, regel: { list: { ...v.regel.list, source: na(v.regel.list.source) } } } : v)),
      opmaakregels: opmaakregels.map((o) => ({ ...o, formule: na(o.formule) })),
    });
  }
  werkmap.zetNamen(werkmap.namen.map((n) => ({ ...n, formule: na(n.formule) })));
  werkmap.zetBlad(blad, { naam });
  werkmap.meld({ soort: "blad-hernoemd", blad: blad.id, was, wordt: naam });
}

/** With its tables and names; Excel cannot undo it. Throws InvalidOperation for the last sheet in view. */
export function verwijderBlad(werkmap: Werkmap, blad: Blad): void {
  blijftIetsZichtbaar(werkmap, blad);
  const tabellen = werkmap.tabellen.filter((t) => t.blad === blad.id);
  werkmap.zetTabellen(werkmap.tabellen.filter((t) => t.blad !== blad.id));
  werkmap.zetNamen(werkmap.namen.filter((n) => n.blad !== blad.id));
  werkmap.zetBladen(werkmap.bladen.filter((b) => b.id !== blad.id));
  for (const t of tabellen) werkmap.meld({ soort: "tabel-verwijderd", blad: blad.id, tabel: t.id, naam: t.naam });
  werkmap.meld({ soort: "blad-verwijderd", blad: blad.id, naam: blad.naam });
  werkmap.vergeetGeschiedenis();
}

export function zetZichtbaarheid(werkmap: Werkmap, blad: Blad, zichtbaarheid: Zichtbaarheid): void {
  if (zichtbaarheid !== "Visible") blijftIetsZichtbaar(werkmap, blad);
  werkmap.zetBlad(blad, { zichtbaarheid });
  if (zichtbaarheid !== "Visible" && werkmap.actiefBlad === blad.id) werkmap.actiefBlad = werkmap.bladen.find((b) => b.gegevens.zichtbaarheid === "Visible")?.id ?? blad.id;
  werkmap.meld({ soort: "opmaak", blad: blad.id });
}

/** To position `plek` among the tabs. */
export function verplaatsBlad(werkmap: Werkmap, blad: Blad, plek: number): void {
  const anders = werkmap.bladen.filter((b) => b.id !== blad.id);
  werkmap.zetBladen(anders.toSpliced(plek, 0, blad));
  werkmap.meld({ soort: "opmaak", blad: blad.id });
}

/** Excel forgets what could be undone when it protects a sheet. */
export function beveilig(werkmap: Werkmap, blad: Blad, beveiligd: boolean): void {
  werkmap.zetBlad(blad, { beveiligd });
  werkmap.vergeetGeschiedenis();
  werkmap.meld({ soort: "blad-beveiligd", blad: blad.id, beveiligd });
}

function blijftIetsZichtbaar(werkmap: Werkmap, blad: Blad): void {
  if (!werkmap.bladen.some((b) => b.id !== blad.id && b.gegevens.zichtbaarheid === "Visible")) {
    throw new Werkmapfout("InvalidOperation", "Een werkmap houdt ten minste één zichtbaar blad.");
  }
}

function vrijeNaam(werkmap: Werkmap): string {
  let nummer = werkmap.bladen.length + 1;
  while (werkmap.bladMetNaam(`Blad${nummer}`)) nummer++;
  return `Blad${nummer}`;
}

function controleerNaam(werkmap: Werkmap, naam: string, eigenId: string | null): void {
  if (naam.length < 1 || naam.length > 31 || /[:\\/?*[\]]/.test(naam) || naam.startsWith("'") || naam.endsWith("'")) {
    throw new Werkmapfout("InvalidArgument", `${naam} kan geen bladnaam zijn.`);
  }
  const bezet = werkmap.bladMetNaam(naam);
  if (bezet && bezet.id !== eigenId) throw new Werkmapfout("ItemAlreadyExists", `Er is al een blad ${naam}.`);
}
