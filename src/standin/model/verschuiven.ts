import { gebied, MAX_KOLOMMEN, MAX_RIJEN, type Gebied } from "./adres";
import type { Blad } from "./blad";
import type { Tabel } from "./cel";
import { herschrijf, verplaatst } from "./formule";
import { verschoven, type Verschuiving } from "./verschuiving";
import type { Celwijziging, Werkmap } from "./werkmap";

/** Moves cells and everything that points to them: formulas, rules, names, tables, merged blocks, widths and hidden rows. */
export function schuif(werkmap: Werkmap, blad: Blad, v: Verschuiving): void {
  schuifCellen(werkmap, blad, v);
  schuifFormules(werkmap, blad, v);
  schuifBlad(werkmap, blad, v);
  const tabellen = werkmap.tabellen.flatMap((t): readonly Tabel[] => {
    if (t.blad !== blad.id) return [t];
    const nieuw = verschoven(t.gebied, v);
    return nieuw ? [{ ...t, gebied: nieuw }] : [];
  });
  if (tabellen.some((t, i) => t !== werkmap.tabellen[i]) || tabellen.length !== werkmap.tabellen.length) werkmap.zetTabellen(tabellen);
  if (werkmap.namen.length > 0) {
    werkmap.zetNamen(werkmap.namen.map((n) => ({ ...n, formule: formuleNa(n.formule, n.blad === null ? null : werkmap.blad(n.blad).naam, blad.naam, v) })));
  }
}

function schuifCellen(werkmap: Werkmap, blad: Blad, v: Verschuiving): void {
  if (v.as === "rij" && v.van === undefined && v.tot === undefined) {
    const erbij = Array.from({ length: Math.max(0, v.aantal) }, () => undefined);
    werkmap.splitsRijen(blad, v.bij, Math.max(0, -v.aantal), erbij);
    return;
  }
  const opRij = v.as === "rij";
  const wissen: Celwijziging[] = [];
  const zetten: Celwijziging[] = [];
  for (const [r, k, cel] of blad.cellen()) {
    const [langs, dwars] = opRij ? [r, k] : [k, r];
    if (langs < v.bij || dwars < (v.van ?? 0) || dwars > (v.tot ?? Infinity)) continue;
    wissen.push([r, k, undefined]);
    if (v.aantal < 0 && langs < v.bij - v.aantal) continue;
    zetten.push(opRij ? [r + v.aantal, k, cel] : [r, k + v.aantal, cel]);
  }
  werkmap.zetCellen(blad, [...wissen, ...zetten]);
}

function schuifFormules(werkmap: Werkmap, geschoven: Blad, v: Verschuiving): void {
  for (const blad of werkmap.bladen) {
    if (blad.formules === 0) continue;
    const wijzigingen: Celwijziging[] = [];
    for (const [r, k, cel] of blad.cellen()) {
      if (cel.formule === undefined) continue;
      const formule = formuleNa(cel.formule, blad.naam, geschoven.naam, v);
      if (formule !== cel.formule) wijzigingen.push([r, k, { ...cel, formule }]);
    }
    werkmap.zetCellen(blad, wijzigingen);
  }
}

/** The formula after cells of sheet `geschoven` moved; it stands on sheet `eigen` itself. */
function formuleNa(formule: string, eigen: string | null, geschoven: string, v: Verschuiving): string {
  return herschrijf(formule, (verwijzing) => ((verwijzing.blad ?? eigen) === geschoven ? verschoven(verwijzing.gebied, v) : verwijzing.gebied));
}

function schuifBlad(werkmap: Werkmap, blad: Blad, v: Verschuiving): void {
  const g = blad.gegevens;
  const heel = v.van === undefined && v.tot === undefined;
  const na = (gebieden: readonly Gebied[]) => gebieden.flatMap((gebied) => verschoven(gebied, v) ?? []);
  const regelIn = (gebieden: readonly Gebied[]) => (formule: string) => regelformuleNa(formule, gebieden[0], blad.naam, v);
  const opRij = v.as === "rij" && heel;
  const opKolom = v.as === "kolom" && heel;
  werkmap.zetBlad(blad, {
    validaties: g.validaties.map((d) => ({ ...d, gebieden: na(d.gebieden), regel: regelNa(d.regel, regelIn(d.gebieden)) })).filter((d) => d.gebieden.length > 0),
    opmaakregels: g.opmaakregels.map((o) => ({ ...o, gebieden: na(o.gebieden), formule: regelIn(o.gebieden)(o.formule) })).filter((o) => o.gebieden.length > 0),
    samengevoegd: na(g.samengevoegd),
    ...(opRij && {
      rijhoogtes: new Map([...g.rijhoogtes].flatMap(([r, h]) => plekNa(r, v).map((p) => [p, h] as const))),
      verborgenRijen: new Set([...g.verborgenRijen].flatMap((r) => plekNa(r, v))),
    }),
    ...(opKolom && {
      kolombreedtes: new Map([...g.kolombreedtes].flatMap(([k, b]) => plekNa(k, v).map((p) => [p, b] as const))),
      verborgenKolommen: new Set([...g.verborgenKolommen].flatMap((k) => plekNa(k, v))),
    }),
  });
}

/** A rule's formula counts from the first cell of its block; when that cell goes, it is read from the first one that stays. */
function regelformuleNa(formule: string, begin: Gebied | undefined, blad: string, v: Verschuiving): string {
  if (!begin) return formule;
  const plek = v.as === "rij" ? begin.rij : begin.kolom;
  const verder = v.aantal < 0 && plek >= v.bij && plek < v.bij - v.aantal ? v.bij - v.aantal - plek : 0;
  const gelezen = v.as === "rij" ? verplaatst(formule, verder, 0) : verplaatst(formule, 0, verder);
  return formuleNa(gelezen, blad, blad, v);
}

function plekNa(plek: number, v: Verschuiving): number[] {
  const g = v.as === "rij" ? verschoven(gebied(plek, 0, 1, 1), v) : verschoven(gebied(0, plek, 1, 1), v);
  const nieuw = g && (v.as === "rij" ? g.rij : g.kolom);
  return nieuw === null || nieuw >= (v.as === "rij" ? MAX_RIJEN : MAX_KOLOMMEN) ? [] : [nieuw];
}

type Regel = Blad["gegevens"]["validaties"][number]["regel"];
function regelNa(regel: Regel, na: (formule: string) => string): Regel {
  if (regel.list?.source.startsWith("=")) return { list: { ...regel.list, source: na(regel.list.source) } };
  if (regel.custom) return { custom: { formula: na(regel.custom.formula) } };
  return regel;
}
