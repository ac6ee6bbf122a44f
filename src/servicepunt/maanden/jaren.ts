import { maandnummer, type Periode, periodeVanNummer } from "../../meldcode/periode";

/** Years that are always shown, this one included. */
const JAREN = 3;

export interface Jaar {
  /** "2026" */
  readonly jaar: string;
  readonly maanden: readonly Periode[];
}

/** This year up to this month, and the years before it: as far back as something is closed, and `eerder` more. Newest first. */
export function jarenTot(nu: Periode, gesloten: readonly Periode[], eerder: number): readonly Jaar[] {
  const dit = Math.floor(maandnummer(nu) / 12);
  const oudste = gesloten.reduce((laagste, periode) => Math.min(laagste, Math.floor(maandnummer(periode) / 12)), dit - JAREN + 1) - eerder;
  const laatste = gesloten.reduce((hoogste, periode) => Math.max(hoogste, maandnummer(periode)), maandnummer(nu));
  const jaren: Jaar[] = [];
  for (let jaar = Math.floor(laatste / 12); jaar >= oudste; jaar--) {
    const aantal = Math.min(12, laatste - jaar * 12 + 1);
    jaren.push({ jaar: String(jaar), maanden: Array.from({ length: aantal }, (_, i) => periodeVanNummer(jaar * 12 + i)) });
  }
  return jaren;
}
