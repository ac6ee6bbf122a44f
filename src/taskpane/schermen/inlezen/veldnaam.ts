import { KOPPEN, type Veld } from "../../../meldcode/veld";

/** The SISA column bears another name elsewhere (policy). */
export function veldnaam(veld: Veld, sisaNaam: string | undefined): string {
  return veld === "sisa" ? (sisaNaam ?? KOPPEN.sisa) : KOPPEN[veld];
}
