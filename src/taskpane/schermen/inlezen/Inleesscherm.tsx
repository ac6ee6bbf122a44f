import { Button, Spinner } from "@fluentui/react-components";
import { type ReactElement, useSyncExternalStore } from "react";
import type { Plek } from "../../plek";
import type { Inlezen } from "../../sessie/inlezen";
import type { Sessie } from "../../sessie/sessie";
import type { Inleesfase } from "../../sessie/staat";
import { useStijl } from "../stijl";
import { Voet } from "../Voet";
import { Bestanden } from "./Bestanden";
import { Kiezen } from "./Kiezen";
import { Koppelvragen } from "./Koppelvragen";
import { Overzicht } from "./Overzicht";
import { Staptitel } from "./Staptitel";
import { inleesteksten as t } from "./teksten";

/** Oude formulieren inlezen: one step at a time, and always a way back. */
export default function Inleesscherm({ beeld, sessie }: { readonly beeld: Inleesfase; readonly sessie: Sessie }): ReactElement {
  const stijl = useStijl();
  const terug = (): void => sessie.stopInlezen();
  if (beeld.stroom) return <Stap stroom={beeld.stroom} sisaNaam={beeld.beleid?.sisaLabel ?? undefined} plek={sessie.plek} opTerug={terug} />;
  if (!beeld.nietGeladen) {
    return (
      <main className={stijl.inhoud}>
        <Spinner label={t.laden} />
      </main>
    );
  }
  return <Mis titel={t.nietGeladenTitel} tekst={t.nietGeladen} knop={t.opnieuw} opKnop={() => void sessie.leesFormulierenIn()} opTerug={terug} />;
}

interface Stapopties {
  readonly stroom: Inlezen;
  readonly sisaNaam: string | undefined;
  readonly plek: Plek;
  readonly opTerug: () => void;
}

function Stap({ stroom, sisaNaam, plek, opTerug }: Stapopties): ReactElement {
  const stijl = useStijl();
  const beeld = useSyncExternalStore(stroom.subscribe, stroom.getSnapshot);
  switch (beeld.stap) {
    case "kiezen":
      return <Kiezen stroom={stroom} opTerug={opTerug} />;
    case "lezen": {
      const gedaan = beeld.bestanden.filter(({ stand }) => stand.soort !== "wacht" && stand.soort !== "bezig").length;
      return (
        <main className={stijl.inhoud}>
          <h1 className={stijl.groteTitel}>{t.titel}</h1>
          <div role="status">
            <Spinner label={t.lezen(gedaan, beeld.bestanden.length)} />
          </div>
          <Bestanden bestanden={beeld.bestanden} />
          <Button appearance="subtle" onClick={opTerug}>
            {t.terug}
          </Button>
        </main>
      );
    }
    case "koppelen":
      return <Koppelvragen beeld={beeld} stroom={stroom} sisaNaam={sisaNaam} opTerug={opTerug} />;
    case "overzicht":
      return <Overzicht beeld={beeld} stroom={stroom} sisaNaam={sisaNaam} plek={plek} opTerug={opTerug} />;
    case "kan-niet":
      return <Mis titel={t.kanNiet.titel} tekst={beeld.reden === "werkboek" ? beeld.melding : t.kanNiet[beeld.reden]} knop={t.overzicht.anders} opKnop={() => stroom.opnieuw()} opTerug={opTerug} />;
  }
}

interface Misopties {
  readonly titel: string;
  readonly tekst: string;
  readonly knop: string;
  readonly opKnop: () => void;
  readonly opTerug: () => void;
}

function Mis({ titel, tekst, knop, opKnop, opTerug }: Misopties): ReactElement {
  const stijl = useStijl();
  return (
    <>
      <main className={stijl.inhoud}>
        <div role="status">
          <Staptitel>{titel}</Staptitel>
          <p className={stijl.tekst}>{tekst}</p>
        </div>
      </main>
      <Voet knop={knop} rustig opKlik={opKnop}>
        <Button onClick={opTerug}>{t.terug}</Button>
      </Voet>
    </>
  );
}
