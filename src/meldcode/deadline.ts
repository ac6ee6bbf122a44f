import { datumVan } from "./datum";
import { maandnummer, type Periode } from "./periode";

const UUR = 3_600_000;
const DAG = 24 * UUR;

/**
 * The last moment at which a month is on time: day `deadlineDag` (1…28) of the next month, 23:59:59.999 Europe/Amsterdam.
 * Whether a month is closed (by the Servicepunt) or concluded (all its cases have an end date) is another matter.
 */
export function deadline(periode: Periode, deadlineDag: number): Date {
  const volgende = maandnummer(periode) + 1;
  // Midnight in Amsterdam is 22:00 UTC in summer and 23:00 UTC in winter; the clock is never put forward or back around midnight.
  const middernachtUtc = Date.UTC(Math.floor(volgende / 12), volgende % 12, deadlineDag) + DAG;
  const zomertijd = datumVan(new Date(middernachtUtc - 2 * UUR)) * DAG === middernachtUtc;
  return new Date(middernachtUtc - (zomertijd ? 2 : 1) * UUR - 1);
}
