import { Button, makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { DocumentTableRegular } from "@fluentui/react-icons/svg/document-table";
import { SaveFilled } from "@fluentui/react-icons/svg/save";
import type { ReactElement } from "react";
import { useStijl } from "../schermen/stijl";
import type { Bladzijde, Openbeeld } from "./bladzijde";
import { zonder } from "./teksten";

const useEigen = makeStyles({
  balk: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  regel: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  bestand: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexGrow: 1, minWidth: 0 },
  teken: { display: "flex", flexShrink: 0, fontSize: "28px", color: tokens.colorBrandForeground1 },
  naam: { minWidth: 0, overflowWrap: "anywhere", fontWeight: tokens.fontWeightSemibold },
  stand: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  nietBewaard: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  bewaard: { color: tokens.colorStatusSuccessForeground1 },
});

/** Which file this is, whether it is saved, and the two things to do with it. */
export function Bestandsbalk({ open, bladzijde, opKies }: { readonly open: Openbeeld; readonly bladzijde: Bladzijde; readonly opKies: () => void }): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const t = zonder.bestand;
  const { stand } = open;
  return (
    <section aria-label={t.gebied} className={eigen.balk}>
      <div className={eigen.regel}>
        <div className={eigen.bestand}>
          <span className={eigen.teken} aria-hidden="true">
            <DocumentTableRegular />
          </span>
          <div>
            <div className={eigen.naam}>{open.naam}</div>
            <div role="status" className={mergeClasses(eigen.stand, stand === "niet-bewaard" && eigen.nietBewaard, stand === "bewaard" && eigen.bewaard)}>
              {stand === "bewaard" && <CheckmarkCircleFilled aria-hidden="true" />}
              {{ ongewijzigd: t.ongewijzigd, "niet-bewaard": t.nietBewaard, bewaard: t.bewaard }[stand]}
            </div>
          </div>
        </div>
        {stand === "niet-bewaard" && (
          <Button appearance="primary" icon={open.bewaart ? <Spinner size="tiny" aria-hidden="true" /> : <SaveFilled />} disabledFocusable={open.bewaart} onClick={() => void bladzijde.bewaar()}>
            {open.bewaart ? t.bewarenBezig : t.bewaren}
          </Button>
        )}
        <Button onClick={opKies}>{t.ander}</Button>
      </div>
      {open.wordt !== null && <p className={stijl.klein}>{t.overgezet(open.wordt)}</p>}
      <div role="status" className={stijl.leeg}>
        {open.melding && <p className={stijl.klein}>{open.melding}</p>}
      </div>
      {open.kopieAanbieden && (
        <div>
          <Button onClick={() => bladzijde.bewaarKopie()}>{t.kopie}</Button>
        </div>
      )}
    </section>
  );
}
