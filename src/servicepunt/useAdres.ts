import { useCallback, useEffect, useState } from "react";
import { type Keuze, leesAdres, schrijfAdres } from "./adres";

export type Wijzig = (deel: Partial<Keuze>) => void;

/**
 * The choice in the page's address. Filters replace the entry in the browser's history; another screen, and opening or closing an
 * organisation, adds one, so that the back button undoes it. (office.js, which removes history.pushState, is not loaded here.)
 */
export function useAdres(): readonly [Keuze, Wijzig] {
  const [keuze, zetKeuze] = useState(() => leesAdres(window.location.search));

  useEffect(() => {
    const terug = () => zetKeuze(leesAdres(window.location.search));
    window.addEventListener("popstate", terug);
    return () => window.removeEventListener("popstate", terug);
  }, []);

  const wijzig = useCallback((deel: Partial<Keuze>) => {
    const vorige = leesAdres(window.location.search);
    const nieuwe = { ...vorige, ...deel };
    const adres = window.location.pathname + schrijfAdres(nieuwe);
    if (nieuwe.organisatieId === vorige.organisatieId && nieuwe.scherm === vorige.scherm) window.history.replaceState(null, "", adres);
    else window.history.pushState(null, "", adres);
    zetKeuze(nieuwe);
  }, []);

  return [keuze, wijzig];
}
