/** A block of cells; rows and columns count from 0, as Excel's rowIndex and columnIndex do. */
export interface Gebied {
  readonly rij: number;
  readonly kolom: number;
  readonly rijen: number;
  readonly kolommen: number;
}

/** The size of a sheet in Excel. */
export const MAX_RIJEN = 1_048_576;
export const MAX_KOLOMMEN = 16_384;

export function gebied(rij: number, kolom: number, rijen = 1, kolommen = 1): Gebied {
  return { rij, kolom, rijen, kolommen };
}

/** 0 is "A". */
export function kolomletters(kolom: number): string {
  let letters = "";
  for (let k = kolom + 1; k > 0; k = Math.floor((k - 1) / 26)) letters = String.fromCharCode(65 + ((k - 1) % 26)) + letters;
  return letters;
}

/** "A" is 0; capitals or not. */
export function kolomnummer(letters: string): number {
  let nummer = 0;
  for (const letter of letters.toUpperCase()) nummer = nummer * 26 + letter.charCodeAt(0) - 64;
  return nummer - 1;
}

/** "B2", "B2:C9", and "B:C" or "2:9" for whole columns and rows; without the sheet. */
export function adresVan(g: Gebied): string {
  const laatsteKolom = kolomletters(g.kolom + g.kolommen - 1);
  const laatsteRij = g.rij + g.rijen;
  if (g.kolommen === MAX_KOLOMMEN && g.rijen === MAX_RIJEN) return `1:${MAX_RIJEN}`;
  if (g.rijen === MAX_RIJEN) return `${kolomletters(g.kolom)}:${laatsteKolom}`;
  if (g.kolommen === MAX_KOLOMMEN) return `${g.rij + 1}:${laatsteRij}`;
  const begin = `${kolomletters(g.kolom)}${g.rij + 1}`;
  return g.rijen === 1 && g.kolommen === 1 ? begin : `${begin}:${laatsteKolom}${laatsteRij}`;
}

/** Reads an address without a sheet, with or without dollar signs. null when it is none, or lies outside the sheet. */
export function leesAdres(adres: string): Gebied | null {
  const kaal = adres.replaceAll("$", "");
  const m = /^([A-Za-z]{1,3})?(\d{1,7})?(?::([A-Za-z]{1,3})?(\d{1,7})?)?$/.exec(kaal);
  if (!m || kaal === "") return null;
  const [, k1, r1, k2, r2] = m;
  const heeftTweede = kaal.includes(":");
  const soort = `${k1 ? "k" : ""}${r1 ? "r" : ""}`;
  if (soort === "" || (!heeftTweede && soort !== "kr") || (heeftTweede && `${k2 ? "k" : ""}${r2 ? "r" : ""}` !== soort)) return null;
  const [kolomA, kolomB] = k1 ? orden(kolomnummer(k1), kolomnummer(k2 ?? k1)) : [0, MAX_KOLOMMEN - 1];
  const [rijA, rijB] = r1 ? orden(Number(r1) - 1, Number(r2 ?? r1) - 1) : [0, MAX_RIJEN - 1];
  if (rijA < 0 || rijB >= MAX_RIJEN || kolomB >= MAX_KOLOMMEN) return null;
  return gebied(rijA, kolomA, rijB - rijA + 1, kolomB - kolomA + 1);
}

function orden(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}

/** Splits "'Mijn blad'!A1:B2" in sheet name and address; sheet is null when none is named. */
export function splitsAdres(adres: string): { readonly blad: string | null; readonly adres: string } {
  const uitroep = adres.lastIndexOf("!");
  if (uitroep < 0) return { blad: null, adres };
  const blad = adres.slice(0, uitroep);
  return { blad: blad.startsWith("'") ? blad.slice(1, -1).replaceAll("''", "'") : blad, adres: adres.slice(uitroep + 1) };
}

/** The sheet name as it stands in a formula or address: quoted when it must be. */
export function bladInAdres(naam: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(naam) && leesAdres(naam) === null ? naam : `'${naam.replaceAll("'", "''")}'`;
}

/** "Blad1!A1:B2". */
export function volledigAdres(naam: string, g: Gebied): string {
  return `${bladInAdres(naam)}!${adresVan(g)}`;
}

export function bevat(g: Gebied, rij: number, kolom: number): boolean {
  return rij >= g.rij && rij < g.rij + g.rijen && kolom >= g.kolom && kolom < g.kolom + g.kolommen;
}

export function omvat(buiten: Gebied, binnen: Gebied): boolean {
  return bevat(buiten, binnen.rij, binnen.kolom) && bevat(buiten, binnen.rij + binnen.rijen - 1, binnen.kolom + binnen.kolommen - 1);
}

export function doorsnede(a: Gebied, b: Gebied): Gebied | null {
  const rij = Math.max(a.rij, b.rij);
  const kolom = Math.max(a.kolom, b.kolom);
  const rijen = Math.min(a.rij + a.rijen, b.rij + b.rijen) - rij;
  const kolommen = Math.min(a.kolom + a.kolommen, b.kolom + b.kolommen) - kolom;
  return rijen > 0 && kolommen > 0 ? gebied(rij, kolom, rijen, kolommen) : null;
}

/** The smallest block that holds both. */
export function omhullende(a: Gebied, b: Gebied): Gebied {
  const rij = Math.min(a.rij, b.rij);
  const kolom = Math.min(a.kolom, b.kolom);
  return gebied(rij, kolom, Math.max(a.rij + a.rijen, b.rij + b.rijen) - rij, Math.max(a.kolom + a.kolommen, b.kolom + b.kolommen) - kolom);
}

export function zelfdeGebied(a: Gebied, b: Gebied): boolean {
  return a.rij === b.rij && a.kolom === b.kolom && a.rijen === b.rijen && a.kolommen === b.kolommen;
}
