import type { Beleidstand } from "../dienst";
import type { Samenvoeging, Vorm } from "./vorm";

/** A change that was not saved yet. */
export interface Beleidsconcept {
  /** What it was made from. */
  readonly basis: Beleidstand;
  readonly vorm: Vorm;
  /** A colleague was first: what the page made of both. */
  readonly collega: Samenvoeging | null;
}
