import { Button } from "@fluentui/react-components";
import { type ReactElement, useRef } from "react";
import type { Inlezen } from "../../sessie/inlezen";
import { useStijl } from "../stijl";
import { Voet } from "../Voet";
import { Staptitel } from "./Staptitel";
import { inleesteksten } from "./teksten";

const t = inleesteksten.kiezen;

/** Many files at once. What happens with them, and what does not, is said first. */
export function Kiezen({ stroom, opTerug }: { readonly stroom: Inlezen; readonly opTerug: () => void }): ReactElement {
  const stijl = useStijl();
  const kiezer = useRef<HTMLInputElement>(null);
  const neem = (bestanden: FileList | null): void => {
    void stroom.kies(Array.from(bestanden ?? [], (bestand) => ({ naam: bestand.name, lees: async () => new Uint8Array(await bestand.arrayBuffer()) })));
  };
  return (
    <>
      <main className={stijl.inhoud}>
        <Staptitel>{inleesteksten.titel}</Staptitel>
        <p className={stijl.tekst}>{t.tekst}</p>
        <div className={stijl.kaart}>
          <p className={stijl.tekst}>{t.namen}</p>
          <p className={stijl.tekst}>{t.blijft}</p>
          <p className={stijl.tekst}>{t.eerst}</p>
        </div>
        <p className={stijl.klein}>{t.soorten}</p>
        <input ref={kiezer} type="file" multiple accept=".xlsx,.xlsm,.xls,.csv" hidden aria-label={t.knop} onChange={(e) => neem(e.target.files)} />
      </main>
      <Voet knop={t.knop} opKlik={() => kiezer.current?.click()}>
        <Button onClick={opTerug}>{inleesteksten.terug}</Button>
      </Voet>
    </>
  );
}
