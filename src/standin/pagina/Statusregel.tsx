import { useSyncExternalStore, type ReactElement } from "react";
import { binnenGebruik } from "../model/bewerking";
import { weergave } from "../model/weergave";
import type { Sessie } from "./sessie";
import { teksten } from "./teksten";

/** The host does not tell of each request; looking now and then is enough for a number at the bottom. */
function elkeHalveSeconde(kijk: () => void): () => void {
  const klok = setInterval(kijk, 500);
  return () => clearInterval(klok);
}

/** What Excel says at the bottom: whether someone is typing, and what the selected cells add up to. */
export function Statusregel({ sessie }: { readonly sessie: Sessie }): ReactElement {
  const { toestand, werkmap, blad } = sessie;
  const { bewerking, gebied } = useSyncExternalStore(toestand.luister, toestand.lees);
  const syncs = useSyncExternalStore(elkeHalveSeconde, () => sessie.host.verzoeken.length);
  const t = teksten.status;
  const g = gebied.rijen * gebied.kolommen > 1 ? binnenGebruik(blad, gebied) : null;
  let aantal = 0;
  let som = 0;
  let getallen = 0;
  for (let r = g?.rij ?? 0; g && r < g.rij + g.rijen; r++) {
    for (let k = g.kolom; k < g.kolom + g.kolommen; k++) {
      const waarde = blad.cel(r, k) ? werkmap.waarde(blad, r, k) : "";
      if (waarde === "") continue;
      aantal++;
      if (typeof waarde !== "number") continue;
      som += waarde;
      getallen++;
    }
  }
  return (
    <div className="status">
      <span>{bewerking ? (bewerking.modus === "invoer" ? t.invoeren : t.bewerken) : t.gereed}</span>
      <span className="tellers">
        {aantal > 0 && t.aantal(aantal)} {getallen > 1 && t.som(weergave(som, undefined, werkmap.datumstelsel))}
      </span>
      <span className="tellers">{t.syncs(syncs)}</span>
    </div>
  );
}
