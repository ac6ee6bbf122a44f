import { type Periode, toonPeriode } from "../../meldcode/periode";
import { MAANDEN_KORT, STATUSTEKSTEN, teksten } from "../teksten";
import type { Responscel } from "./selectie";

/** "Gecorrigeerd, na de uiterste dag ontvangen, 3 gestart, 1 afgesloten" */
export function toonCel(cel: Responscel): string {
  return teksten.overzicht.cel(STATUSTEKSTEN[cel.status].naam, cel.teLaat && cel.status !== "te-laat", cel.gestart, cel.afgesloten);
}

/** "mrt", for a column head that also bears the full name of the month. */
export function toonMaandKort(periode: Periode): string {
  return MAANDEN_KORT[Number(periode.slice(5, 7)) - 1] ?? toonPeriode(periode);
}
