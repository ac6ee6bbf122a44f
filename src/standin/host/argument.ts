import { ongeldig } from "./hostfout";

/** What came over the wire, checked as Excel checks it. Each throws InvalidArgument. */
export function tekst(waarde: unknown, naam: string): string {
  if (typeof waarde !== "string") throw ongeldig(naam);
  return waarde;
}

export function geheel(waarde: unknown, naam: string, anders?: number): number {
  if ((waarde === null || waarde === undefined) && anders !== undefined) return anders;
  if (typeof waarde !== "number" || !Number.isInteger(waarde)) throw ongeldig(naam);
  return waarde;
}

export function logisch(waarde: unknown, naam: string, anders?: boolean): boolean {
  if ((waarde === null || waarde === undefined) && anders !== undefined) return anders;
  if (typeof waarde !== "boolean") throw ongeldig(naam);
  return waarde;
}

export function keuze<const K extends string>(waarde: unknown, mogelijk: readonly K[], naam: string): K {
  const gekozen = mogelijk.find((k) => k === waarde);
  if (gekozen === undefined) throw ongeldig(naam);
  return gekozen;
}

/** "#RRGGBB"; the names of a few colours are known too. */
export function kleur(waarde: unknown, naam: string): string {
  const gegeven = tekst(waarde, naam);
  const hex = KLEUREN[gegeven.toLowerCase()] ?? gegeven.replace(/^(?=[0-9a-f]{6}$)/i, "#");
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw ongeldig(naam);
  return hex.toUpperCase();
}
const KLEUREN: Readonly<Record<string, string>> = { black: "#000000", white: "#FFFFFF", red: "#FF0000", yellow: "#FFFF00", green: "#008000", blue: "#0000FF", orange: "#FFA500" };

/** One value per cell of a block, or one value for all of them. Throws InvalidArgument when the shape is another one. */
export function rooster(waarde: unknown, rijen: number, kolommen: number, naam: string): (rij: number, kolom: number) => unknown {
  if (!Array.isArray(waarde)) return () => waarde;
  const past = waarde.length === rijen && waarde.every((rij: unknown) => Array.isArray(rij) && rij.length === kolommen);
  if (!past) throw ongeldig(`${naam}: the number of rows or columns in the input array doesn't match the size or dimensions of the range`);
  const cellen: readonly (readonly unknown[])[] = waarde;
  return (rij, kolom) => cellen[rij]?.[kolom];
}
