import type { Periode } from "../../meldcode/periode";
import { PROBLEMEN, type Probleemcode, VERVOERPROBLEMEN, type Vervoerprobleemcode } from "../../meldcode/uitwisseling/probleem";

/** Everything the service can refuse with. */
export const CATALOGUS = { ...PROBLEMEN, ...VERVOERPROBLEMEN } as const;

export interface Toelichting {
  readonly fouten?: readonly { readonly pad: string; readonly melding: string }[];
  readonly perioden?: readonly Periode[];
  /** Seconds, for te-veel-verzoeken. */
  readonly probeerNa?: number;
  /** Another HTTP status than the catalogue's: only 503 for storing. */
  readonly status?: number;
}

/** A refusal from the catalogue. `detail`: Dutch; what happened, that nothing is lost, what to do. Never holds what the sender wrote. */
export class Probleemfout extends Error {
  override readonly name = "Probleemfout";
  readonly status: number;
  constructor(
    readonly code: Probleemcode | Vervoerprobleemcode,
    readonly detail: string,
    readonly toelichting: Toelichting = {},
  ) {
    super(code);
    this.status = toelichting.status ?? CATALOGUS[code].status;
  }
}
