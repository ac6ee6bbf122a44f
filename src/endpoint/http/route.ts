import type { FastifyInstance, FastifyBaseLogger, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import * as z from "zod/mini";
import type { Probleemcode } from "../../meldcode/uitwisseling/probleem";

/** A server whose routes are typed by their zod schemas. */
export type Server = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, FastifyBaseLogger, ZodTypeProvider>;

/** Opaque: anything else than the id's characters is simply not found, or not the key's. */
export const organisatieParams = z.object({ organisatieId: z.string().check(z.maxLength(64)) });

/** For a request that may be repeated when its answer got lost. Loose: the other headers of a request are none of our business. */
export const herhaalKoppen = z.looseObject({ "idempotency-key": z.optional(z.string().check(z.minLength(16), z.maxLength(128))) });

const getal = (minimum: number, maximum: number) => z.pipe(z.string().check(z.regex(/^\d{1,7}$/)), z.transform(Number)).check(z.gte(minimum), z.lte(maximum));
/** Which page of a list: the first that is wanted (0 is the first of all), and how many. */
export const paginavraag = (standaard: number) => z.object({ vanaf: z._default(getal(0, 9_999_999), 0), aantal: z._default(getal(1, 1000), standaard) });

/** Problems a route can answer, for the OpenAPI document. Every route can also answer storing. */
export function problemen(...codes: Probleemcode[]): { "x-problemen": Probleemcode[] } {
  return { "x-problemen": [...codes, "storing"] };
}
