import type { Periode } from "../../meldcode/periode";
import type { Probleemcode } from "../../meldcode/uitwisseling/probleem";

/** A call to the municipality never throws: it succeeds, or it says what came between. */
export type Uitkomst<T> = { readonly gelukt: true; readonly waarde: T } | { readonly gelukt: false; readonly storing: Storing };

export type Storing =
  /** No answer at all, or one that was cut off: whether the request arrived is unknown. */
  | { readonly soort: "geen-verbinding" }
  /** No answer within the time limit: likewise unknown. */
  | { readonly soort: "te-traag" }
  /** An answer that is not ours: a sign-in page of a network, a proxy's HTML, half a body. */
  | { readonly soort: "onleesbaar"; readonly status: number }
  /** The municipality refused, with a code of the catalogue. */
  | {
      readonly soort: "probleem";
      readonly code: Probleemcode;
      /** The municipality's own Dutch sentence; empty when a proxy answered in its place. */
      readonly detail: string;
      readonly perioden: readonly Periode[];
      /** Seconds from Retry-After, where given. */
      readonly wachtSeconden: number | null;
    };

/** Trying again later can help, with the very same request. */
export function isTijdelijk(storing: Storing): boolean {
  return storing.soort !== "probleem" || storing.code === "storing" || storing.code === "te-veel-verzoeken";
}

/** The key is no longer accepted: activate again. */
export function isToegang(storing: Storing): boolean {
  return isProbleem(storing, "toegang-ongeldig") || isProbleem(storing, "geen-toegang");
}

export function isProbleem(storing: Storing, code: Probleemcode): storing is Extract<Storing, { soort: "probleem" }> {
  return storing.soort === "probleem" && storing.code === code;
}
