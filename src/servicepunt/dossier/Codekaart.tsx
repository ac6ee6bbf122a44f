import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { CheckmarkRegular, CopyRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Activeringscode, Bestuurscode } from "../../meldcode/uitwisseling/register";
import { toonMoment } from "../teksten";
import { dossierteksten } from "./teksten";

const useStijl = makeStyles({
  kaart: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  rij: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  code: { ...typographyStyles.title3, fontFamily: tokens.fontFamilyMonospace, overflowWrap: "anywhere", userSelect: "all" },
  uitleg: { margin: 0, ...typographyStyles.body1 },
});

/** An activation code that was just issued; it is nowhere else to be seen. */
export function Codekaart({ code }: { readonly code: Activeringscode | Bestuurscode }) {
  const stijl = useStijl();
  const [gekopieerd, zetGekopieerd] = useState(false);

  async function kopieer() {
    // Where the browser refuses the clipboard, the code can be selected in one click.
    zetGekopieerd(await navigator.clipboard.writeText(code.activeringscode).then(() => true, () => false));
  }

  return (
    <div className={stijl.kaart} role="status">
      <span>{dossierteksten.codeIs}</span>
      <div className={stijl.rij}>
        <span className={stijl.code}>{code.activeringscode}</span>
        <Button icon={gekopieerd ? <CheckmarkRegular /> : <CopyRegular />} onClick={() => void kopieer()}>
          {gekopieerd ? dossierteksten.gekopieerd : dossierteksten.kopieren}
        </Button>
      </div>
      <p className={stijl.uitleg}>
        {"bestuur" in code && dossierteksten.bestuurscodeVoor(code.bestuur, code.organisaties)} {dossierteksten.codeEenmalig} {dossierteksten.codeGeldigTot(toonMoment(new Date(code.geldigTot)))}
      </p>
      <p className={stijl.uitleg}>{dossierteksten.zonderInvoegtoepassing(`${window.location.origin}/controleren`)}</p>
    </div>
  );
}
