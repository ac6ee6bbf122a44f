import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { Ontvangstbewijs } from "../../meldcode/uitwisseling/ontvangst";
import { toonMoment } from "../teksten";
import { dossierteksten } from "./teksten";
import { toonUitsplitsing, toonWijziging } from "./wijziging";

/** A first state often brings a year of months: the newest are shown, the rest on request. */
const KORT = 6;

const useStijl = makeStyles({
  bewijs: {
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
    ...typographyStyles.body1,
  },
  kop: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM },
  kenmerk: { margin: 0, fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  moment: { color: tokens.colorNeutralForeground3 },
  regels: { margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  regel: { display: "grid", gridTemplateColumns: "8.5rem 1fr", columnGap: tokens.spacingHorizontalM, "@media (max-width: 25em)": { gridTemplateColumns: "1fr" } },
  maand: { color: tokens.colorNeutralForeground2 },
  was: { color: tokens.colorNeutralForeground3 },
  wordt: { fontWeight: tokens.fontWeightSemibold },
  rustig: { color: tokens.colorNeutralForeground3 },
  controle: { marginTop: tokens.spacingVerticalS, color: tokens.colorNeutralForeground3, ...typographyStyles.caption1 },
  hash: { fontFamily: tokens.fontFamilyMonospace },
});

/** One receipt, with its changes in words: was → wordt, per month. */
export function Bewijs({ bewijs, eenpersoons }: { readonly bewijs: Ontvangstbewijs; readonly eenpersoons: boolean }) {
  const stijl = useStijl();
  const [alles, zetAlles] = useState(false);
  const wijzigingen = bewijs.wijzigingen.toReversed();
  const getoond = alles ? wijzigingen : wijzigingen.slice(0, KORT);

  return (
    <li className={stijl.bewijs}>
      <div className={stijl.kop}>
        <h3 className={stijl.kenmerk}>{bewijs.kenmerk}</h3>
        <span className={stijl.moment}>{dossierteksten.ontvangenOp(toonMoment(new Date(bewijs.ontvangenOp)), bewijs.versie)}</span>
      </div>
      {!eenpersoons && (
        <ul className={stijl.regels} aria-label={dossierteksten.wijzigingen}>
          {getoond.map((wijziging) => {
            const { maand, was, wordt } = toonWijziging(wijziging);
            return (
              <li key={wijziging.periode} className={stijl.regel}>
                <span className={stijl.maand}>{maand}</span>
                <span>
                  {was !== null && <span className={stijl.was}>{dossierteksten.was(was)} </span>}
                  <span className={was === null ? undefined : stijl.wordt}>{was === null ? wordt : dossierteksten.wordt(wordt)}</span>
                </span>
              </li>
            );
          })}
          {wijzigingen.length === 0 && <li className={stijl.rustig}>{dossierteksten.geenWijziging}</li>}
          {(alles || wijzigingen.length === 0) &&
            bewijs.uitsplitsingWijzigingen.map((u) => (
              <li key={`${u.van} ${u.soort}`} className={stijl.rustig}>
                {toonUitsplitsing(u)}
              </li>
            ))}
        </ul>
      )}
      {!eenpersoons && wijzigingen.length > KORT && (
        <Button size="small" appearance="transparent" aria-expanded={alles} onClick={() => zetAlles(!alles)}>
          {alles ? dossierteksten.toonMinder : dossierteksten.toonAlle(wijzigingen.length)}
        </Button>
      )}
      <details className={stijl.controle}>
        <summary aria-label={dossierteksten.bewijsVan(bewijs.kenmerk)}>{dossierteksten.controle}</summary>
        <div>
          {dossierteksten.lijst}: <span className={stijl.hash}>{bewijs.registratieId}</span>
        </div>
        <div>
          {dossierteksten.hash}: <span className={stijl.hash}>{bewijs.hash}</span>
        </div>
      </details>
    </li>
  );
}
