import { doorsnede, gebied, type Gebied } from "./adres";
import type { Blad } from "./blad";
import type { Tabel } from "./cel";
import { isLeeg, vergroot } from "./tabelbewerking";
import type { Werkmap } from "./werkmap";

/**
 * Excel's AutoCorrect: a table takes in what is written right below it or beside it, where nothing stood.
 * Ask before writing; the answer widens the table and is called after writing. null when no table grows.
 */
export function groei(werkmap: Werkmap, blad: Blad, g: Gebied): (() => void) | null {
  if (!werkmap.tabellenGroeien || blad.gegevens.beveiligd) return null;
  for (const t of werkmap.tabellen) {
    const nieuw = t.blad === blad.id ? gegroeid(t, g) : null;
    if (!nieuw) continue;
    const { rij, kolom, rijen, kolommen } = t.gebied;
    const onder = gebied(rij + rijen, nieuw.kolom, nieuw.rijen - rijen, nieuw.kolommen);
    const rechts = gebied(nieuw.rij, kolom + kolommen, rijen, nieuw.kolommen - kolommen);
    const raaktAndere = werkmap.tabellen.some((a) => a.id !== t.id && a.blad === blad.id && doorsnede(a.gebied, nieuw));
    if (isLeeg(blad, onder) && isLeeg(blad, rechts) && !raaktAndere) return () => vergroot(werkmap, werkmap.tabel(t.id), nieuw);
  }
  return null;
}

/** The block the table would have with g in it; null when g does not touch its lower or right edge. */
function gegroeid(t: Tabel, g: Gebied): Gebied | null {
  const onder = t.gebied.rij + t.gebied.rijen;
  const rechts = t.gebied.kolom + t.gebied.kolommen;
  const inKolommen = g.kolom >= t.gebied.kolom && g.kolom < rechts;
  const inRijen = g.rij >= t.gebied.rij && g.rij < onder;
  const omlaag = !t.totalen && inKolommen && g.rij > t.gebied.rij && g.rij <= onder && g.rij + g.rijen > onder;
  const opzij = inRijen && g.kolom >= t.gebied.kolom && g.kolom <= rechts && g.kolom + g.kolommen > rechts;
  if (!omlaag && !opzij) return null;
  return {
    ...t.gebied,
    rijen: omlaag ? g.rij + g.rijen - t.gebied.rij : t.gebied.rijen,
    kolommen: opzij ? g.kolom + g.kolommen - t.gebied.kolom : t.gebied.kolommen,
  };
}
