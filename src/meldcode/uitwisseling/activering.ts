import * as z from "zod/mini";
import { SECTOREN } from "../sector";

/** What the register of the Servicepunt tells an organisation about itself. No person is in it. */
export const organisatieSchema = z.object({
  organisatieId: z.string(),
  naam: z.string(),
  sector: z.enum(SECTOREN),
  /** A one-person practice is the reporter itself: its figures are never shown on their own. */
  eenpersoons: z.boolean(),
});
export type Organisatie = z.infer<typeof organisatieSchema>;

export const activeringsverzoekSchema = z.strictObject({ activeringscode: z.string().check(z.maxLength(64)) });

/**
 * A code works once. Whoever sends this header with a random value (a uuid) may repeat the same request for a while when
 * the answer got lost: the key of the lost answer is withdrawn and a new one given (draft-ietf-httpapi-idempotency-key-header).
 */
export const HERHAALSLEUTEL_KOP = "Idempotency-Key";

/** What an organisation may send with. */
export const toegangSchema = z.object({
  organisatie: organisatieSchema,
  toegangssleutel: z.string(),
  /** ISO 8601 moment. */
  geldigTot: z.iso.datetime(),
});
export type Organisatietoegang = z.infer<typeof toegangSchema>;

/** A board's code gives every organisation of that board a key of its own: a list with all its schools is sent school by school. */
export const bestuurstoegangSchema = z.object({
  bestuur: z.object({ naam: z.string() }),
  toegangen: z.array(toegangSchema),
});
export type Bestuurstoegang = z.infer<typeof bestuurstoegangSchema>;

/** `201` of `POST /v1/activeringen`; the keys are shown this once. */
export const activeringSchema = z.union([toegangSchema, bestuurstoegangSchema]);
export type Activering = z.infer<typeof activeringSchema>;

export function toegangenVan(activering: Activering): readonly Organisatietoegang[] {
  return "bestuur" in activering ? activering.toegangen : [activering];
}
