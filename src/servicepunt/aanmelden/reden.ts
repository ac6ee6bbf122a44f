import { teksten } from "../teksten";

const VOOR = "#aanmelden=";

/** Why signing in elsewhere did not work: the words behind the #, put there by the service on the way back. null: nothing stands there. */
export function leesReden(fragment: string): string | null {
  if (!fragment.startsWith(VOOR)) return null;
  const redenen: Readonly<Record<string, string>> = teksten.aanmelden.redenen;
  return redenen[fragment.slice(VOOR.length)] ?? teksten.aanmelden.redenen.mislukt;
}
