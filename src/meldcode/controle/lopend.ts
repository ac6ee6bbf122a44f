import type { Gelezenrij } from "./regel";

/** The case runs: nothing stands in the cells Stap 5 and Einddatum, not even something that is not understood. */
export function isLopend({ stap5, einddatum }: Gelezenrij): boolean {
  return stap5.leeg && einddatum.leeg;
}
