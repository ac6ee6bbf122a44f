import { Button } from "@fluentui/react-components";
import type { Deelnemerbeeld } from "../sessie/staat";
import type { Verzendbediening } from "../sessie/verzendbediening";
import { teksten } from "../teksten";
import type { Voetopties } from "./Voet";
import { hoofdantwoord } from "./Vraagpaneel";

/** What the main button does for one organisation. */
export function verzendvoet({ verzending, oordeel }: Pick<Deelnemerbeeld, "verzending" | "oordeel">, bediening: Verzendbediening): Voetopties {
  const t = teksten.verzenden;
  switch (verzending.soort) {
    case "bezig":
      return { knop: t.knop, bezig: t.bezig[verzending.wat], opKlik: () => undefined };
    case "vraag": {
      const antwoord = hoofdantwoord(verzending.vraag);
      if (!antwoord) break;
      return {
        knop: antwoord.knop,
        opKlik: () => void bediening.verzend(antwoord.antwoorden),
        children: <Button onClick={() => bediening.annuleer()}>{t.annuleren}</Button>,
      };
    }
    case "van-deze-werkmap":
      return { knop: t.vanHier.ja, opKlik: () => void bediening.wachtendeIsVanHier(verzending.registratieId, true) };
    case "wacht":
      return { knop: t.wacht.knop, opKlik: () => void bediening.probeerOpnieuw() };
  }
  return { knop: t.knop, rustig: oordeel.soort === "alles-verzonden" || oordeel.soort === "fouten", opKlik: () => void bediening.verzend() };
}
