import * as z from "zod/mini";
import { INDICATOREN } from "./indicator";
import { periodeSchema } from "./registratie";

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
