import { useContext, useState } from "react";
import type { Fout, Uitkomst } from "./dienst";
import { VerlopenContext } from "./zitting";

export interface Doen<A extends readonly unknown[]> {
  readonly doe: (...gegeven: A) => void;
  readonly bezig: boolean;
  /** Why it did not work; stays until it is tried again. */
  readonly fout: Fout | null;
}

/** Something that changes what the service keeps, once at a time. */
export function useDaad<A extends readonly unknown[], T>(daad: (...gegeven: A) => Promise<Uitkomst<T>>, opGelukt: (waarde: T) => void): Doen<A> {
  const [bezig, zetBezig] = useState(false);
  const [fout, zetFout] = useState<Fout | null>(null);
  const verlopen = useContext(VerlopenContext);

  async function doe(gegeven: A): Promise<void> {
    if (bezig) return;
    zetBezig(true);
    zetFout(null);
    const uitkomst = await daad(...gegeven);
    zetBezig(false);
    if (uitkomst.gelukt) return opGelukt(uitkomst.waarde);
    zetFout(uitkomst.fout);
    if (uitkomst.fout.soort === "aanmelden") verlopen();
  }
  return { doe: (...gegeven) => void doe(gegeven), bezig, fout };
}
