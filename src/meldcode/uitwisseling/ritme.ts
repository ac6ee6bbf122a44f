import * as z from "zod/mini";
import { periodeSchema } from "../registratie";

/** How often an organisation sends. A month stays the unit. */
export const RITMES = ["maand", "kwartaal"] as const;
export type Ritme = (typeof RITMES)[number];

export const ritmeSchema = z.enum(RITMES, { error: `Kies uit: ${RITMES.join(", ")}.` });
/** From which month on which rhythm holds, oldest first; before the first one it is that of the first one. */
export const ritmesSchema = z.array(z.object({ vanaf: periodeSchema, ritme: ritmeSchema })).check(z.minLength(1));
export type Ritmes = z.infer<typeof ritmesSchema>;
