import * as z from "zod/mini";
import { deadline } from "../deadline";
import { maandnummer, type Periode, periodeVanNummer } from "../periode";
import { periodeSchema } from "../registratie";
import { ritmesSchema } from "./ritme";

/** By what the months of an organisation are late: policy and rhythm of their own time, for a later change makes no old month late. */
export const termijnenSchema = z.object({
  ritmes: ritmesSchema,
  /** From which month on which day of the next month is the last one, oldest first; before the first one it is that of the first one. */
  deadlinedagen: z.array(z.object({ vanaf: periodeSchema, dag: z.int() })).check(z.minLength(1)),
});
export type Termijnen = z.infer<typeof termijnenSchema>;

/** The last moment at which a month is received on time. Who sends by quarter has until the deadline of the quarter's last month. */
export function uiterlijk(periode: Periode, { ritmes, deadlinedagen }: Termijnen): Date {
  const maand = vanToen(ritmes, periode)?.ritme === "kwartaal" ? laatsteVanKwartaal(periode) : periode;
  // The schema asks for one at least.
  return deadline(maand, vanToen(deadlinedagen, maand)?.dag ?? 1);
}

/** Of what each holds from a month on: the one that holds in this month. undefined only when there is none at all. */
export function vanToen<T extends { readonly vanaf: Periode }>(wijzigingen: readonly T[], periode: Periode): T | undefined {
  return wijzigingen.findLast(({ vanaf }) => vanaf <= periode) ?? wijzigingen[0];
}

function laatsteVanKwartaal(periode: Periode): Periode {
  const nummer = maandnummer(periode);
  return periodeVanNummer(nummer - (nummer % 3) + 2);
}
