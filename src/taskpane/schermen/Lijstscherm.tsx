import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, type ReactElement, Suspense, useCallback, useRef, useState } from "react";
import type { Sessie } from "../sessie/sessie";
import type { Lijstbeeld } from "../sessie/staat";
import { teksten } from "../teksten";
import { Bevindingen } from "./Bevindingen";
import { EigenLijst } from "./koppelen/EigenLijst";
import { Maanden } from "./Maanden";
import { Nieuw } from "./Nieuw";
import { Oordeelkop, oordeelzinnen } from "./Oordeelkop";
import { Struikelblok } from "./Struikelblok";
import { useStijl } from "./stijl";
import { useVolgende } from "./volgende";
import { Verzendpaneel } from "./Verzendpaneel";
import { Voet } from "./Voet";
import { verzendvoet } from "./verzendvoet";

const Voorbeeld = lazy(() => import("./Voorbeeld"));

const useEigen = makeStyles({
  melding: { margin: 0, padding: tokens.spacingHorizontalM, borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke1}` },
});

/** The pane in daily use: verdict, what came of sending, findings, months. A question has the pane to itself. */
export default function Lijstscherm({ beeld, sessie }: { readonly beeld: Lijstbeeld; readonly sessie: Sessie }): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const [voorbeeld, zetVoorbeeld] = useState(false);
  // Only right after the click: it may come back by itself while one types in the workbook.
  const gevraagd = useRef(false);
  const toonNaKlik = useCallback((kop: HTMLHeadingElement | null) => {
    if (kop && gevraagd.current) kop.focus();
    if (kop) gevraagd.current = false;
  }, []);
  const wisselVoorbeeld = (): void => {
    gevraagd.current = !voorbeeld;
    zetVoorbeeld(!voorbeeld);
  };
  useVolgende(sessie);
  const { verzending } = beeld;
  const vraagt = verzending.soort === "vraag" || verzending.soort === "van-deze-werkmap";
  return (
    <>
      <main className={stijl.inhoud}>
        <Oordeelkop soort={beeld.oordeel.soort} {...oordeelzinnen(beeld)} nummer={beeld.melding?.soort === "gecontroleerd" ? beeld.melding.nummer : 0} />
        <div role="status" className={stijl.leeg}>
          {beeld.inhoud.losseRij !== null && <p className={eigen.melding}>{teksten.meldingen.losseRij(beeld.inhoud.losseRij)}</p>}
          {/* Where it stopped a sending, it is told there. */}
          {beeld.werkboekfout && verzending.soort !== "niet-gelezen" && (
            <p className={eigen.melding}>
              {beeld.werkboekfout.message} {teksten.meldingen.lijstNietGelezen}
            </p>
          )}
        </div>
        <Verzendpaneel beeld={beeld} bediening={sessie} plek={sessie.plek} />
        {!vraagt && (
          <>
            <Nieuw beeld={beeld} sessie={sessie} />
            <Bevindingen beeld={beeld} sessie={sessie} />
            <Maanden beeld={beeld} bediening={sessie} />
            {beeld.inhoud.gekoppeld === null && (
              <Button appearance="subtle" onClick={() => void sessie.leesFormulierenIn()}>
                {teksten.werkmap.oudeFormulieren}
              </Button>
            )}
            {beeld.voorbeeld && (
              <Button appearance="subtle" aria-expanded={voorbeeld} onClick={wisselVoorbeeld}>
                {voorbeeld ? teksten.voorbeeld.sluit : teksten.voorbeeld.knop}
              </Button>
            )}
          </>
        )}
        {voorbeeld && beeld.voorbeeld && (
          <Struikelblok>
            <Suspense fallback={<p className={stijl.zacht}>{teksten.hulp.laden}</p>}>
              <Voorbeeld kop={toonNaKlik} registratie={beeld.voorbeeld} beleid={beeld.beleid} />
            </Suspense>
          </Struikelblok>
        )}
        {!vraagt && <EigenLijst inhoud={beeld.inhoud} sessie={sessie} />}
      </main>
      <Voet {...verzendvoet(beeld, sessie)} melding={beeld.melding?.tekst ?? null} />
    </>
  );
}
