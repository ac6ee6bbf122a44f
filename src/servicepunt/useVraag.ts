import { useCallback, useContext, useEffect, useEffectEvent, useState } from "react";
import type { Fout, Uitkomst } from "./dienst";
import { VerlopenContext } from "./zitting";

export interface Vraag<T> {
  /** The newest answer; stays while a next one is fetched, and when that fails. */
  readonly waarde: T | null;
  /** Why the last question was not answered. */
  readonly fout: Fout | null;
  readonly bezig: boolean;
  /** When `waarde` came in. */
  readonly opgehaald: Date | null;
  readonly vernieuw: () => void;
}

interface Stand<T> {
  readonly waarde: T | null;
  readonly fout: Fout | null;
  readonly opgehaald: Date | null;
  /** Which question and attempt this is the outcome of. */
  readonly over: string;
}

/** Asks again whenever `sleutel` changes, and drops the answer to a question that is no longer asked. */
export function useVraag<T>(sleutel: string, nu: () => Date, stel: (onderbreek: AbortSignal) => Promise<Uitkomst<T>>): Vraag<T> {
  const [poging, zetPoging] = useState(0);
  const [stand, zetStand] = useState<Stand<T>>({ waarde: null, fout: null, opgehaald: null, over: "" });
  const over = `${poging} ${sleutel}`;
  const vraag = useEffectEvent(stel);
  const moment = useEffectEvent(nu);
  const verlopen = useEffectEvent(useContext(VerlopenContext));

  useEffect(() => {
    const onderbreking = new AbortController();
    void vraag(onderbreking.signal).then((uitkomst) => {
      if (onderbreking.signal.aborted) return;
      if (uitkomst.gelukt) zetStand({ waarde: uitkomst.waarde, fout: null, opgehaald: moment(), over });
      else {
        zetStand((vorige) => ({ ...vorige, fout: uitkomst.fout, over }));
        if (uitkomst.fout.soort === "aanmelden") verlopen();
      }
    });
    return () => onderbreking.abort();
  }, [over]);

  const vernieuw = useCallback(() => zetPoging((p) => p + 1), []);
  const bezig = stand.over !== over;
  return { waarde: stand.waarde, fout: bezig ? null : stand.fout, bezig, opgehaald: stand.opgehaald, vernieuw };
}
