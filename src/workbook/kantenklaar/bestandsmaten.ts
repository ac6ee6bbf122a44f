/** The width that a file wants for a column of so many characters: cell padding included, in 256ths (ISO/IEC 29500-1 18.3.1.13). */
export function bestandsbreedte(tekens: number): number {
  return Math.trunc(((tekens * 7 + 5) / 7) * 256) / 256;
}

/** "#FFC7CE" as a file writes it. */
export function hexkleur(kleur: string): string {
  return kleur.replace("#", "");
}
