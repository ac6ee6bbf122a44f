import { Button } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import type { ReactElement } from "react";
import { teksten } from "../teksten";
import { useStijl } from "./stijl";

export function Kop({ naam, opHulp }: { readonly naam: string | null; readonly opHulp: () => void }): ReactElement {
  const stijl = useStijl();
  return (
    <header className={stijl.kop}>
      <div className={stijl.kopnaam}>
        {naam !== null && <span className={stijl.kopproduct}>{teksten.product}</span>}
        {naam ?? teksten.product}
      </div>
      <Button appearance="subtle" icon={<QuestionCircleRegular />} onClick={opHulp}>
        {teksten.hulp.knop}
      </Button>
    </header>
  );
}
