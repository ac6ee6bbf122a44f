import type { Periode } from "../../meldcode/periode";
import type { Responsoverzicht, Responsstatus } from "../../meldcode/uitwisseling/servicepunt";
import { RESPONS_STATUSSEN } from "../../meldcode/uitwisseling/servicepunt";
import { zoektekst, zoekwoorden } from "../../meldcode/uitwisseling/zoeken";
import type { Volgorde } from "../adres";

export type Overzichtrij = Responsoverzicht["rijen"][number];
export type Responscel = Overzichtrij["maanden"][number];
export type Maandtotaal = Responsoverzicht["totalen"][number];

const opNaam = new Intl.Collator("nl", { sensitivity: "base", numeric: true });

/** A row with what is looked for often, worked out once per answer of the server. */
export interface Zoekrij {
  readonly rij: Overzichtrij;
  readonly zoektekst: string;
  readonly ontbreekt: number;
  readonly statussen: ReadonlySet<Responsstatus>;
}

/** In order of name. */
export function maakZoekrijen(rijen: readonly Overzichtrij[]): readonly Zoekrij[] {
  return rijen
    .map((rij) => ({
      rij,
      zoektekst: zoektekst(rij.organisatie.naam, rij.organisatie.organisatieId),
      ontbreekt: rij.maanden.filter((m) => m.status === "ontbreekt").length,
      statussen: new Set(rij.maanden.flatMap(statussenVan)),
    }))
    .sort((a, b) => opNaam.compare(a.rij.organisatie.naam, b.rij.organisatie.naam));
}

/** A month that was corrected after it came in late counts under both. */
function statussenVan(cel: Responscel): Responsstatus[] {
  return cel.teLaat && cel.status !== "te-laat" ? [cel.status, "te-laat"] : [cel.status];
}

/** Every word of `zoek` must occur in the name or the organisatieId; case, accents and hyphens of the code do not matter. */
export function zoekRijen(rijen: readonly Zoekrij[], zoek: string): readonly Zoekrij[] {
  const woorden = zoekwoorden(zoek);
  return rijen.filter((r) => woorden.every((w) => r.zoektekst.includes(w)));
}

/** `statussen` empty: all; otherwise the rows with at least one month in one of them. */
export function filterRijen(rijen: readonly Zoekrij[], statussen: readonly Responsstatus[]): readonly Zoekrij[] {
  return statussen.length === 0 ? rijen : rijen.filter((r) => statussen.some((s) => r.statussen.has(s)));
}

/** `rijen` are in order of name, and stay so among equals. */
export function ordenRijen(rijen: readonly Zoekrij[], volgorde: Volgorde): readonly Zoekrij[] {
  return volgorde === "naam" ? rijen : rijen.toSorted((a, b) => b.ontbreekt - a.ontbreekt);
}

/** Per status the number of organisations with at least one such month. */
export function telPerStatus(rijen: readonly Zoekrij[]): Readonly<Record<Responsstatus, number>> {
  const telling: Record<Responsstatus, number> = { ontvangen: 0, nulopgave: 0, gecorrigeerd: 0, "te-laat": 0, ontbreekt: 0, verwacht: 0 };
  for (const r of rijen) for (const s of RESPONS_STATUSSEN) if (r.statussen.has(s)) telling[s] += 1;
  return telling;
}

/**
 * Totals of a selection. The counts of one-person practices are null and do not take part: a selection could be
 * narrowed down to one of them. The server's own totals follow the same rule.
 */
export function telSelectie(rijen: readonly Zoekrij[], perioden: readonly Periode[]): readonly Maandtotaal[] {
  return perioden.map((periode, i) => {
    const totaal = { periode, gereageerd: 0, organisaties: rijen.length, gestart: 0, afgesloten: 0, zonderEenpersoons: false };
    for (const { rij } of rijen) {
      const cel = rij.maanden[i];
      if (!cel || cel.status === "ontbreekt" || cel.status === "verwacht") continue;
      totaal.gereageerd += 1;
      totaal.zonderEenpersoons ||= rij.organisatie.eenpersoons;
      totaal.gestart += cel.gestart ?? 0;
      totaal.afgesloten += cel.afgesloten ?? 0;
    }
    return totaal;
  });
}
