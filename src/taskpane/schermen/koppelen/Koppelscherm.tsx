import { Button, Spinner } from "@fluentui/react-components";
import { type ReactElement, useEffect, useRef, useSyncExternalStore } from "react";
import type { Koppelen } from "../../sessie/koppelen/koppelen";
import type { Sessie } from "../../sessie/sessie";
import type { Koppelfase } from "../../sessie/staat";
import { useStijl } from "../stijl";
import { Voet } from "../Voet";
import { Aanwijzen } from "./Aanwijzen";
import { AndereWerkmap } from "./AndereWerkmap";
import { koppelteksten as t } from "./teksten";
import { Voorstelscherm } from "./Voorstelscherm";

/** Eigen lijst gebruiken: one step at a time, and always a way back. */
export default function Koppelscherm({ beeld, sessie }: { readonly beeld: Koppelfase; readonly sessie: Sessie }): ReactElement {
  const terug = (): void => sessie.stopKoppelen();
  if (beeld.stroom) return <Stap stroom={beeld.stroom} sisaNaam={beeld.beleid?.sisaLabel ?? undefined} opTerug={terug} />;
  return beeld.nietGeladen ? (
    <Mis titel={t.nietGeladenTitel} tekst={t.nietGeladen} knop={t.opnieuw} opKnop={() => void sessie.koppel()} opTerug={terug} />
  ) : (
    <Wachten opTerug={terug} />
  );
}

interface Stapopties {
  readonly stroom: Koppelen;
  readonly sisaNaam: string | undefined;
  readonly opTerug: () => void;
}

function Stap({ stroom, sisaNaam, opTerug }: Stapopties): ReactElement {
  const beeld = useSyncExternalStore(stroom.subscribe, stroom.getSnapshot);
  switch (beeld.stap) {
    case "lezen":
      return <Wachten opTerug={opTerug} />;
    case "fout":
      return beeld.waarom === "geen-lijst" ? (
        <Mis titel={t.fout.geenTitel} tekst={beeld.melding} knop={t.fout.aanwijzen} opKnop={() => stroom.wijsAan()} opTerug={opTerug}>
          <AndereWerkmap stroom={stroom} />
        </Mis>
      ) : (
        <Mis titel={beeld.waarom === "leeg" ? t.fout.leegTitel : t.fout.leesTitel} tekst={beeld.waarom === "leeg" ? t.aanwijzen.geenBladen : beeld.melding} knop={t.opnieuw} opKnop={() => void stroom.begin()} opTerug={opTerug} />
      );
    case "aanwijzen":
      return <Aanwijzen beeld={beeld} stroom={stroom} />;
    case "voorstel":
      return <Voorstelscherm beeld={beeld} stroom={stroom} sisaNaam={sisaNaam} opTerug={opTerug} />;
  }
}

function Wachten({ opTerug }: { readonly opTerug: () => void }): ReactElement {
  const stijl = useStijl();
  return (
    <main className={stijl.inhoud}>
      <Spinner label={t.lezen} />
      <Button appearance="subtle" onClick={opTerug}>
        {t.terug}
      </Button>
    </main>
  );
}

interface Misopties {
  readonly titel: string;
  readonly tekst: string;
  readonly knop: string;
  readonly opKnop: () => void;
  readonly opTerug: () => void;
  readonly children?: ReactElement;
}

function Mis({ titel, tekst, knop, opKnop, opTerug, children }: Misopties): ReactElement {
  const stijl = useStijl();
  const kop = useRef<HTMLHeadingElement>(null);
  useEffect(() => kop.current?.focus(), []);
  return (
    <>
      <main className={stijl.inhoud}>
        <div role="status">
          <h1 ref={kop} tabIndex={-1} className={stijl.groteTitel}>
            {titel}
          </h1>
          <p className={stijl.tekst}>{tekst}</p>
        </div>
        {children}
      </main>
      <Voet knop={knop} opKlik={opKnop}>
        <Button onClick={opTerug}>{t.terug}</Button>
      </Voet>
    </>
  );
}
