import type { Beleid } from "../meldcode/uitwisseling/beleid";

/** The SISA column bears another name elsewhere (policy). */
export function metSisaNaam(tekst: string, beleid: Pick<Beleid, "sisaLabel"> | null): string {
  return beleid?.sisaLabel ? tekst.replaceAll("SISA-signaal", beleid.sisaLabel) : tekst;
}
