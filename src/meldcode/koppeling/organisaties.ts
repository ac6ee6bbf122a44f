import { normaliseer } from "../lezen/tekst";
import type { Cel } from "../veld";
import type { Koppeling } from "./koppeling";

/** Of a list of several organisations: whose case each row is. */
export interface Rijorganisaties {
  /** organisatieId per position; null where the list does not say it, or in words that the mapping does not know. */
  readonly perRij: readonly (string | null)[];
  /** The words of those rows as they first stand there, "" for an empty cell, with their positions. */
  readonly onbekend: readonly Onbekend[];
}

export interface Onbekend {
  readonly woord: string;
  readonly posities: readonly number[];
}

/** `cellen`: what stands in the organisation's column, by position. */
export function verdeel({ waarden }: NonNullable<Koppeling["organisatie"]>, cellen: readonly Cel[]): Rijorganisaties {
  const bekend = new Map(Object.entries(waarden).map(([woord, organisatieId]) => [normaliseer(woord), organisatieId]));
  const onbekend = new Map<string, { readonly woord: string; readonly posities: number[] }>();
  const perRij = cellen.map((cel, positie) => {
    const woord = String(cel ?? "").trim();
    const sleutel = normaliseer(woord);
    const organisatieId = bekend.get(sleutel) ?? null;
    if (organisatieId !== null) return organisatieId;
    const groep = onbekend.get(sleutel);
    if (groep) groep.posities.push(positie);
    else onbekend.set(sleutel, { woord, posities: [positie] });
    return null;
  });
  return { perRij, onbekend: [...onbekend.values()] };
}
