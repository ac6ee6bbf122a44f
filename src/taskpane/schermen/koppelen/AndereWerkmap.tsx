import { Button } from "@fluentui/react-components";
import { type ReactElement, useRef } from "react";
import type { Koppelen } from "../../sessie/koppelen/koppelen";
import { useStijl } from "../stijl";
import { koppelteksten as t } from "./teksten";

/** Last year's workbook holds the mapping of this list too. Kept in the workbook and nowhere else: own words can be about a case. */
export function AndereWerkmap({ stroom }: { readonly stroom: Koppelen }): ReactElement {
  const stijl = useStijl();
  const kiezer = useRef<HTMLInputElement>(null);
  const neem = async (bestand: File | undefined): Promise<void> => {
    if (bestand) await stroom.neemOver(bestand.name, new Uint8Array(await bestand.arrayBuffer()));
  };
  return (
    <div className={stijl.lijst}>
      <p className={stijl.klein}>{t.andereWerkmapUitleg}</p>
      <input ref={kiezer} type="file" accept=".xlsx,.xlsm" hidden aria-label={t.andereWerkmap} onChange={(e) => void neem(e.target.files?.[0])} />
      <Button onClick={() => kiezer.current?.click()}>{t.andereWerkmap}</Button>
    </div>
  );
}
