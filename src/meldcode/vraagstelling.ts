import * as z from "zod/mini";
import { INDICATOREN } from "./indicator";
import { periodeSchema } from "./registratie";
import { BASISVELDEN, type Basisveld, KOPPEN, type Veld, VERPLICHTE_VELDEN } from "./veld";

/** The part of municipal policy that decides which columns are read, checked and counted. */
export const vraagstellingSchema = z.object({
  /** Header and label of the SISA column; elsewhere the index has another name. null: it is not asked, and the column is a free one. */
  sisaLabel: z.nullable(z.string().check(z.minLength(1), z.maxLength(80))),
  /** Indicators that are asked, of cases that were started in `vanaf` or later; an older case may have a value. */
  extraIndicatoren: z.array(z.object({ indicator: z.enum(INDICATOREN), vanaf: periodeSchema })).check(
    z.refine((gevraagd) => new Set(gevraagd.map(({ indicator }) => indicator)).size === gevraagd.length, { error: "Elke indicator mag er één keer staan." }),
  ),
});
export type Vraagstelling = Readonly<z.infer<typeof vraagstellingSchema>>;

/** As in Rotterdam; for a list of which the municipality is not known. */
export const STANDAARDVRAAGSTELLING: Vraagstelling = { sisaLabel: "SISA-signaal", extraIndicatoren: [] };

/** The column is read, checked and counted (kenmerk and team: read and checked). Any other is a free column, whatever its header. */
export function isGevraagd(veld: Veld, { sisaLabel, extraIndicatoren }: Vraagstelling): boolean {
  return veld === "sisa" ? sisaLabel !== null : BASISVELDEN.some((basis) => basis === veld) || extraIndicatoren.some(({ indicator }) => indicator === veld);
}

/** Without these a list cannot be counted. An indicator is never among them: where its column is absent it counts as `onbekend`. */
export function verplichteVelden(vraagstelling: Vraagstelling): Exclude<Basisveld, "kenmerk" | "team">[] {
  return VERPLICHTE_VELDEN.filter((veld) => isGevraagd(veld, vraagstelling));
}

/** The header and label of a field in this municipality. */
export function kopVan(veld: Veld, { sisaLabel }: Vraagstelling): string {
  return veld === "sisa" ? (sisaLabel ?? KOPPEN.sisa) : KOPPEN[veld];
}
