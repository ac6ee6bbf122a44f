import * as z from "zod/mini";
import { type Periode, maandnummer, periodeVanNummer } from "../periode";
import { periodeSchema } from "../registratie";

/** How often an organisation sends. A month stays the unit; who sends by quarter has until the deadline of the quarter's last month. */
export const RITMES = ["maand", "kwartaal"] as const;
export type Ritme = (typeof RITMES)[number];

export const ritmeSchema = z.enum(RITMES, { error: `Kies uit: ${RITMES.join(", ")}.` });
/** From which month on which rhythm holds, oldest first; before the first one it is the rhythm of the first one. */
export const ritmesSchema = z.array(z.object({ vanaf: periodeSchema, ritme: ritmeSchema })).check(z.minLength(1));
export type Ritmes = readonly { readonly vanaf: Periode; readonly ritme: Ritme }[];

/** The rhythm of a month. */
export function ritmeVan(ritmes: Ritmes, periode: Periode): Ritme {
  return ritmes.findLast(({ vanaf }) => vanaf <= periode)?.ritme ?? ritmes[0]?.ritme ?? "maand";
}

/** The month by whose deadline this month is to be received: the last of the quarter for who sends by quarter, else itself. */
export function deadlinemaand(periode: Periode, ritme: Ritme): Periode {
  if (ritme === "maand") return periode;
  const nummer = maandnummer(periode);
  return periodeVanNummer(nummer - (nummer % 3) + 2);
}
