import * as z from "zod/mini";
import { periodeSchema } from "../registratie";
import { vraagstellingSchema } from "../vraagstelling";

/** Municipal policy, `GET /v1/beleid` (api.md). Everything in which municipalities differ. */
export const beleidSchema = z.extend(vraagstellingSchema, {
  gemeente: z.string(),
  contact: z.object({ naam: z.string(), url: z.url(), email: z.email() }),
  helpUrl: z.url(),
  /** What the municipality itself explains, shown first on the help screen. Plain text; earlier versions had none. */
  helpteksten: z._default(z.array(z.object({ kop: z.string().check(z.minLength(1), z.maxLength(100)), tekst: z.string().check(z.minLength(1), z.maxLength(2000)) })).check(z.maxLength(10)), []),
  /** k: no breakdown for fewer cases. */
  minimum: z.int().check(z.minimum(1), z.maximum(1000)),
  /** A month is late after this day of the next month, 23:59:59 Europe/Amsterdam. */
  deadlineDag: z.int().check(z.minimum(1), z.maximum(28)),
  geslotenMaanden: z.array(periodeSchema),
});
export type Beleid = z.infer<typeof beleidSchema>;
