/** Excel's own reckoning of days, wider than the dates the domain accepts: 1-3-1900 (or 1-1-1904) through 31-12-9999. */
const DAG = 86_400_000;
const NUL = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
const EERSTE = { 1900: 61, 1904: 0 } as const;

/** null when that day does not exist, or Excel cannot hold it. */
export function serieVan(jaar: number, maand: number, dag: number, stelsel: 1900 | 1904): number | null {
  const tijd = Date.UTC(jaar, maand - 1, dag);
  const serie = (tijd - NUL[stelsel]) / DAG;
  const bestaat = jaar >= 1900 && jaar <= 9999 && maand >= 1 && maand <= 12 && new Date(tijd).getUTCDate() === dag && new Date(tijd).getUTCMonth() === maand - 1;
  return bestaat && serie >= EERSTE[stelsel] ? serie : null;
}

/** Midnight of that day, in UTC; null for a serial that Excel shows as ########. */
export function dagVan(serie: number, stelsel: 1900 | 1904): Date | null {
  if (serie < 0) return null;
  const dag = new Date(NUL[stelsel] + Math.floor(serie) * DAG);
  return dag.getUTCFullYear() <= 9999 ? dag : null;
}
