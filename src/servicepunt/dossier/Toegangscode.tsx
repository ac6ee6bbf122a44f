import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { KeyRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Activeringscode } from "../../meldcode/uitwisseling/register";
import type { Dienst, Fout } from "../dienst";
import { Foutmelding } from "../Foutmelding";
import { teksten } from "../teksten";
import { Codekaart } from "./Codekaart";

const useStijl = makeStyles({
  stapel: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: tokens.spacingVerticalM },
  uitleg: { margin: 0, color: tokens.colorNeutralForeground2, ...typographyStyles.body1 },
  knop: { alignSelf: "start" },
});

/** Issues a new activation code for an organisation; earlier codes keep working. */
export function Toegangscode({ organisatieId, dienst }: { readonly organisatieId: string; readonly dienst: Pick<Dienst, "nieuweCode"> }) {
  const stijl = useStijl();
  const [code, zetCode] = useState<Activeringscode | null>(null);
  const [fout, zetFout] = useState<Fout | null>(null);
  const [bezig, zetBezig] = useState(false);

  async function geefUit() {
    if (bezig) return;
    zetBezig(true);
    zetFout(null);
    const uitkomst = await dienst.nieuweCode(organisatieId);
    zetBezig(false);
    if (uitkomst.gelukt) zetCode(uitkomst.waarde);
    else zetFout(uitkomst.fout);
  }

  return (
    <div className={stijl.stapel}>
      <p className={stijl.uitleg}>{teksten.dossier.codeUitleg}</p>
      {code && <Codekaart key={code.activeringscode} code={code} />}
      {fout && <Foutmelding titel={teksten.dossier.codeMislukt} fout={fout} />}
      <Button className={stijl.knop} icon={<KeyRegular />} disabledFocusable={bezig} onClick={() => void geefUit()}>
        {bezig ? teksten.dossier.bezig : teksten.dossier.nieuweCode}
      </Button>
    </div>
  );
}
