import * as z from "zod/mini";
import { periodeSchema } from "../registratie";

/** Municipal policy, `GET /v1/beleid` (api.md). Everything in which municipalities differ. */
export const beleidSchema = z.object({
  gemeente: z.string(),
  contact: z.object({ naam: z.string(), url: z.url(), email: z.email() }),
  helpUrl: z.url(),
  /** Header and label of the SISA column; elsewhere the index has another name. */
  sisaLabel: z.string(),
  /** k: no breakdown for fewer cases. */
  minimum: z.int().check(z.minimum(1), z.maximum(1000)),
  /** A month is late after this day of the next month, 23:59:59 Europe/Amsterdam. */
  deadlineDag: z.int().check(z.minimum(1), z.maximum(28)),
  geslotenMaanden: z.array(periodeSchema),
  /** Indicators beside the standard ones; none so far. */
  extraIndicatoren: z.array(z.string()),
});
export type Beleid = z.infer<typeof beleidSchema>;
