import { Button } from "@fluentui/react-components";
import { type ReactElement, useId } from "react";
import type { Inleesbeeld, Inlezen } from "../../sessie/inlezen";
import { sleutelVan } from "../../sessie/koppelen/vragen";
import { Vraagkaart } from "../koppelen/Vraagkaart";
import { useStijl } from "../stijl";
import { Voet } from "../Voet";
import { Staptitel } from "./Staptitel";
import { inleesteksten } from "./teksten";

const t = inleesteksten.koppelen;

export interface Koppelvraagopties {
  readonly beeld: Extract<Inleesbeeld, { stap: "koppelen" }>;
  readonly stroom: Inlezen;
  readonly sisaNaam: string | undefined;
  readonly opTerug: () => void;
}

/** What columns and words mean, for all files together. */
export function Koppelvragen({ beeld, stroom, sisaNaam, opTerug }: Koppelvraagopties): ReactElement {
  const stijl = useStijl();
  const id = useId();
  const { vragen, open } = beeld;
  const verder = (): void => {
    const eerste = vragen.findIndex((vraag) => vraag.antwoord === undefined);
    if (eerste === -1) void stroom.verder();
    else document.getElementById(id + eerste)?.focus();
  };
  return (
    <>
      <main className={stijl.inhoud}>
        <div>
          <Staptitel>{t.titel}</Staptitel>
          <p className={stijl.tekst}>{t.tekst(beeld.bestanden.length)}</p>
        </div>
        {vragen.map((vraag, i) => (
          <Vraagkaart
            key={sleutelVan(vraag)}
            id={id + i}
            kop={inleesteksten.vraag.kop(i + 1, vragen.length)}
            vraag={vraag}
            sisaNaam={sisaNaam}
            // The card answers in the kind of its question.
            opAntwoord={(antwoord) => stroom.beantwoordKoppelvraag(sleutelVan(vraag), antwoord)}
          />
        ))}
      </main>
      <Voet knop={t.verder} rustig={open > 0} melding={beeld.melding ?? (open > 0 ? t.nog(open) : null)} opKlik={verder}>
        <Button onClick={opTerug}>{inleesteksten.terug}</Button>
      </Voet>
    </>
  );
}
