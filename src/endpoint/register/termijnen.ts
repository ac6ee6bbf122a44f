import { datumVan } from "../../meldcode/datum";
import { type Periode, periodeVanDatum } from "../../meldcode/periode";
import { type Ritmes, ritmeSchema } from "../../meldcode/uitwisseling/ritme";
import type { Termijnen } from "../../meldcode/uitwisseling/termijn";
import { deadlinedagenVan } from "../database/beleid";
import type { Lezer } from "../database/opslag";
import type { Organisatierij } from "../database/tabellen";
import { STANDAARDBELEID } from "./standaardbeleid";

/** The first month there is (periode.ts). */
const BEGIN = "1990-01" as Periode; // a literal month

/** A month has the deadline day that held when it ended: a version of the policy counts from the month in which it was set, the last one of a month alone. */
export async function deadlinedagen(db: Lezer): Promise<Termijnen["deadlinedagen"]> {
  const dagen = [{ vanaf: BEGIN, dag: STANDAARDBELEID.deadlineDag }];
  for (const { vanaf, deadlineDag } of await deadlinedagenVan(db)) {
    if (deadlineDag !== dagen.at(-1)?.dag) dagen.push({ vanaf: periodeVanDatum(datumVan(new Date(vanaf))), dag: deadlineDag });
  }
  return dagen;
}

/** With which rhythm it began, and what came after that. */
export function ritmesVan({ ritme, ritmewijzigingen }: Pick<Organisatierij, "ritme" | "ritmewijzigingen">): Ritmes {
  // Only `metRitme` writes the column, from checked values.
  return [{ vanaf: BEGIN, ritme: ritmeSchema.parse(ritme) }, ...(JSON.parse(ritmewijzigingen) as Ritmes)];
}

/** Another rhythm from this month on, whatever was to follow then. Answers the columns. */
export function metRitme(rij: Pick<Organisatierij, "ritme" | "ritmewijzigingen">, nieuw: Ritmes[number]): Pick<Organisatierij, "ritme" | "ritmewijzigingen"> {
  const [begin, ...eerder] = ritmesVan(rij).filter(({ vanaf }) => vanaf < nieuw.vanaf);
  if (!begin) return { ritme: nieuw.ritme, ritmewijzigingen: "[]" };
  const blijft = (eerder.at(-1) ?? begin).ritme === nieuw.ritme;
  return { ritme: begin.ritme, ritmewijzigingen: JSON.stringify(blijft ? eerder : [...eerder, nieuw]) };
}
