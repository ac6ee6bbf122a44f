import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { CheckmarkRegular, CopyRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Activeringscode } from "../../meldcode/uitwisseling/register";
import { teksten, toonMoment } from "../teksten";

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
export function Codekaart({ code }: { readonly code: Activeringscode }) {
  const stijl = useStijl();
  const [gekopieerd, zetGekopieerd] = useState(false);

  async function kopieer() {
    // Where the browser refuses the clipboard, the code can be selected in one click.
    zetGekopieerd(await navigator.clipboard.writeText(code.activeringscode).then(() => true, () => false));
  }

  return (
    <div className={stijl.kaart} role="status">
      <span>{teksten.dossier.codeIs}</span>
      <div className={stijl.rij}>
        <span className={stijl.code}>{code.activeringscode}</span>
        <Button icon={gekopieerd ? <CheckmarkRegular /> : <CopyRegular />} onClick={() => void kopieer()}>
          {gekopieerd ? teksten.dossier.gekopieerd : teksten.dossier.kopieren}
        </Button>
      </div>
      <p className={stijl.uitleg}>
        {teksten.dossier.codeEenmalig} {teksten.dossier.codeGeldigTot(toonMoment(new Date(code.geldigTot)))}
      </p>
      <p className={stijl.uitleg}>{teksten.dossier.zonderInvoegtoepassing(`${window.location.origin}/controleren`)}</p>
    </div>
  );
}
