import type { Opslag } from "../database/opslag";

/** What the register works with; clock and randomness are passed in. */
export interface Omgeving {
  readonly opslag: Opslag;
  /** Key of the municipality whose register this is, e.g. its CBS code "GM0599". */
  readonly gemeente: string;
  readonly nu: () => Date;
  /** That many random bytes, fit for keys. */
  readonly willekeur: (aantal: number) => Uint8Array;
}
