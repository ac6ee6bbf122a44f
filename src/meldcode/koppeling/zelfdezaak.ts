import { kenmerksleutel } from "../controle/kenmerk";
import type { Datumstelsel } from "../datum";
import { leesDatum } from "../lezen/datums";
import { isBlanco, normaliseer } from "../lezen/tekst";
import { type Cel, type Rij, VELDEN, type Veld } from "../veld";
import type { Celplaats } from "./celblad";
import { type Bereikplaats, celplaats } from "./plaatsen";

/** A row of the own list that is a case. */
export interface Zaakrij {
  /** Place in the mapping's list of areas, and the row of its sheet. */
  readonly bereik: number;
  readonly rij: number;
  readonly waarden: Rij;
  /** What stands in the organisation's column; null in a list of one organisation. */
  readonly organisatie: Cel;
  /** Fields that stand in an earlier row of the same case. */
  readonly eerder?: Readonly<Partial<Record<Veld, Celplaats>>>;
}

/** What a case is known by on the next month's sheet; null when it lacks a reference or a start date. */
export function zaaksleutel({ kenmerk, startdatum }: Rij, stelsel: Datumstelsel): string | null {
  const { waarde: dag } = leesDatum(startdatum, stelsel);
  const sleutel = kenmerksleutel(kenmerk);
  return dag === null || sleutel === "" ? null : `${dag} ${sleutel}`;
}

/**
 * A case that comes back in a later area is one case (domain: an own list). The later row stands; what it leaves empty still reads as in
 * the earlier one. Twice in one area stays two rows: there kenmerk-dubbel tells of it.
 */
export function voegSamen(rijen: readonly Zaakrij[], bereiken: readonly Bereikplaats[], stelsel: Datumstelsel): Zaakrij[] {
  const eerdere = new Map<string, { rij: Zaakrij; bereik: number }>();
  const vervallen = new Set<Zaakrij>();
  const samen = rijen.map((rij) => {
    const zaak = zaaksleutel(rij.waarden, stelsel);
    if (zaak === null) return rij;
    // Two schools may well use the same references.
    const sleutel = `${zaak} ${normaliseer(rij.organisatie ?? "")}`;
    const eerder = eerdere.get(sleutel);
    const nu = eerder && eerder.bereik < rij.bereik ? vulAan(rij, eerder.rij, bereiken) : rij;
    if (eerder && nu !== rij) vervallen.add(eerder.rij);
    eerdere.set(sleutel, { rij: nu, bereik: rij.bereik });
    return nu;
  });
  return samen.filter((rij) => !vervallen.has(rij));
}

function vulAan(later: Zaakrij, vroeger: Zaakrij, bereiken: readonly Bereikplaats[]): Zaakrij {
  const plaats = bereiken[vroeger.bereik];
  if (!plaats) return later;
  const eerder: Partial<Record<Veld, Celplaats>> = {};
  const waarden = { ...later.waarden };
  for (const veld of VELDEN) {
    const cel = vroeger.waarden[veld] ?? null;
    if (!isBlanco(waarden[veld] ?? null) || isBlanco(cel)) continue;
    waarden[veld] = cel;
    eerder[veld] = vroeger.eerder?.[veld] ?? celplaats(plaats, vroeger.rij, veld);
  }
  return { ...later, waarden, eerder };
}
