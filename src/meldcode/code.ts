/**
 * Codes that people copy by hand: Crockford base32 (no I, L, O, U) with a check character (Luhn mod 32), which catches
 * every single wrong character and nearly every swap of neighbours. Used for organisation ids, activation codes and receipts.
 */
const TEKENS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `bytes`: random, one per character; the low five bits count. Answers the characters with the check character behind them. */
export function maakTekens(bytes: Uint8Array): string {
  return metControleteken(Array.from(bytes, (b) => TEKENS[b & 31]).join(""));
}

/** Puts the check character behind characters of the alphabet above. */
export function metControleteken(tekens: string): string {
  return tekens + controleteken(tekens);
}

/** Groups of four: "7K3MQ2XA" → "7K3M-Q2XA". */
export function inGroepen(tekens: string): string {
  return tekens.match(/.{1,4}/g)?.join("-") ?? "";
}

/**
 * Reads what a person typed: case, blanks and hyphens do not matter, O reads as 0, I and L as 1.
 * Answers the characters without hyphens, or null when the length or the check character is wrong.
 */
export function leesTekens(tekst: string, lengte: number): string | null {
  const tekens = tekst.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  if (tekens.length !== lengte || [...tekens].some((t) => !TEKENS.includes(t))) return null;
  return controleteken(tekens.slice(0, -1)) === tekens.at(-1) ? tekens : null;
}

function controleteken(tekens: string): string {
  let som = 0;
  for (let i = tekens.length - 1, factor = 2; i >= 0; i--, factor = 3 - factor) {
    const product = TEKENS.indexOf(tekens[i] ?? "") * factor;
    som += Math.floor(product / 32) + (product % 32);
  }
  return TEKENS[(32 - (som % 32)) % 32] ?? "";
}

/** "ORG-7K3M-Q2XA" */
export const ORGANISATIE_LENGTE = 8;
export const ORGANISATIE_VORM = /^ORG-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;
/** 15 random characters (75 bits) and one check character: "7K3M-Q2XA-9D4F-T6WB" */
export const ACTIVERINGSCODE_LENGTE = 16;
