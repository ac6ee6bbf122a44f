import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, type ReactElement, Suspense, useState } from "react";
import type { Sessie } from "../sessie/sessie";
import type { Lijstbeeld } from "../sessie/staat";
import { teksten } from "../teksten";
import { Bevindingen } from "./Bevindingen";
import { Maanden } from "./Maanden";
import { Oordeelkop } from "./Oordeelkop";
import { Struikelblok } from "./Struikelblok";
import { useStijl } from "./stijl";
import { Verzendpaneel } from "./Verzendpaneel";
import { Voet } from "./Voet";
import { hoofdantwoord } from "./Vraagpaneel";

const Voorbeeld = lazy(() => import("./Voorbeeld"));

const useEigen = makeStyles({
  melding: { padding: tokens.spacingHorizontalM, borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke1}` },
  leeg: { ":empty": { display: "none" } },
});

/** The pane in daily use: verdict, what came of sending, findings, months. A question has the pane to itself. */
export default function Lijstscherm({ beeld, sessie }: { readonly beeld: Lijstbeeld; readonly sessie: Sessie }): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const [voorbeeld, zetVoorbeeld] = useState(false);
  const { verzending } = beeld;
  const vraagt = verzending.soort === "vraag" || verzending.soort === "van-deze-werkmap";
  return (
    <>
      <main className={stijl.inhoud}>
        <Oordeelkop beeld={beeld} nummer={beeld.melding?.soort === "gecontroleerd" ? beeld.melding.nummer : 0} />
        <div role="status" className={eigen.leeg}>
          {beeld.melding && <p className={eigen.melding}>{beeld.melding.tekst}</p>}
          {beeld.werkboekfout && (
            <p className={eigen.melding}>
              {beeld.werkboekfout.message} {teksten.meldingen.lijstNietGelezen}
            </p>
          )}
        </div>
        <Verzendpaneel beeld={beeld} sessie={sessie} />
        {!vraagt && (
          <>
            <Bevindingen beeld={beeld} sessie={sessie} />
            <Maanden beeld={beeld} sessie={sessie} />
            {beeld.voorbeeld && (
              <Button appearance="subtle" aria-expanded={voorbeeld} onClick={() => zetVoorbeeld(!voorbeeld)}>
                {voorbeeld ? teksten.voorbeeld.sluit : teksten.voorbeeld.knop}
              </Button>
            )}
          </>
        )}
        {voorbeeld && beeld.voorbeeld && (
          <Struikelblok>
            <Suspense fallback={<p className={stijl.zacht}>{teksten.hulp.laden}</p>}>
              <Voorbeeld registratie={beeld.voorbeeld} beleid={beeld.beleid} />
            </Suspense>
          </Struikelblok>
        )}
      </main>
      <Lijstvoet beeld={beeld} sessie={sessie} />
    </>
  );
}

function Lijstvoet({ beeld, sessie }: { readonly beeld: Lijstbeeld; readonly sessie: Sessie }): ReactElement {
  const { verzending, oordeel } = beeld;
  const t = teksten.verzenden;
  const annuleren = <Button onClick={() => sessie.annuleer()}>{t.annuleren}</Button>;
  switch (verzending.soort) {
    case "bezig":
      return <Voet knop={t.knop} bezig={t.bezig[verzending.wat]} opKlik={() => undefined} />;
    case "vraag": {
      const antwoord = hoofdantwoord(verzending.vraag);
      if (!antwoord) break;
      return (
        <Voet knop={antwoord.knop} opKlik={() => void sessie.verzend(antwoord.antwoorden)}>
          {annuleren}
        </Voet>
      );
    }
    case "van-deze-werkmap":
      return <Voet knop={t.vanHier.ja} opKlik={() => void sessie.wachtendeIsVanHier(verzending.registratieId, true)} />;
    case "wacht":
      return <Voet knop={t.wacht.knop} opKlik={() => void sessie.probeerOpnieuw()} />;
  }
  return <Voet knop={t.knop} rustig={oordeel.soort === "alles-verzonden" || oordeel.soort === "fouten"} opKlik={() => void sessie.verzend()} />;
}
