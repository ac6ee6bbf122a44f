import type { Gemeenteopslag } from "../database/opslag";

/** What the register works with; clock and randomness are passed in. */
export interface Omgeving {
  /** The register of one municipality. */
  readonly opslag: Gemeenteopslag;
  readonly nu: () => Date;
  /** That many random bytes, fit for keys. */
  readonly willekeur: (aantal: number) => Uint8Array;
}
