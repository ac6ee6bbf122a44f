import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DocumentArrowUpRegular } from "@fluentui/react-icons/svg/document-arrow-up";
import type { ReactElement } from "react";
import { useStijl } from "../schermen/stijl";
import { zonder } from "./teksten";

const useEigen = makeStyles({
  vak: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: "center",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  erboven: { border: `2px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  teken: { display: "flex", fontSize: "40px", color: tokens.colorBrandForeground1 },
});

/** The whole page takes a dropped file; this says so, and holds the button. */
export function Kiesvak({ erboven, opKies }: { readonly erboven: boolean; readonly opKies: () => void }): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const t = zonder.kiesvak;
  return (
    <div className={mergeClasses(eigen.vak, erboven && eigen.erboven)}>
      <span className={eigen.teken} aria-hidden="true">
        <DocumentArrowUpRegular />
      </span>
      <Button appearance="primary" size="large" onClick={opKies}>
        {t.knop}
      </Button>
      <p className={stijl.zacht}>{erboven ? t.loslaten : t.sleep}</p>
    </div>
  );
}
