import { FluentProvider, Spinner } from "@fluentui/react-components";
import { lazy, type ReactElement, type ReactNode, Suspense, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { IN_EXCEL } from "../plek";
import type { Sessie } from "../sessie/sessie";
import type { Activeringsbeeld, Beeld } from "../sessie/staat";
import { teksten } from "../teksten";
import { type Kantoorthema, useThema } from "../thema";
import { Activeren } from "./Activeren";
import { Kop } from "./Kop";
import { Struikelblok } from "./Struikelblok";
import { useStijl } from "./stijl";
import { Werkmapprobleem } from "./Werkmapprobleem";

const laadHulp = () => import("./hulp/Hulp");
const Hulp = lazy(laadHulp);
const WelkeOrganisatie = lazy(() => import("./bestuur/WelkeOrganisatie"));
const Bestuursscherm = lazy(() => import("./bestuur/Bestuursscherm"));
const laadLijstscherm = () => import("./Lijstscherm");
const Lijstscherm = lazy(laadLijstscherm);
const Koppelscherm = lazy(() => import("./koppelen/Koppelscherm"));
const Inleesscherm = lazy(() => import("./inlezen/Inleesscherm"));

/** Fetches what is shown later while nothing else happens, so that it is there when the network is not. */
export function haalLatereSchermen(): Promise<unknown> {
  return Promise.allSettled([laadLijstscherm(), laadHulp(), import("./Voorbeeld")]);
}

/** As long as it is not known who we are and what is in the list. */
export function Laadscherm({ kantoorthema }: { readonly kantoorthema?: Kantoorthema | undefined }): ReactElement {
  return (
    <FluentProvider theme={useThema(kantoorthema)}>
      <Laden />
    </FluentProvider>
  );
}

function Laden(): ReactElement {
  const stijl = useStijl();
  return (
    <div className={stijl.paneel}>
      <main className={stijl.inhoud}>
        <Spinner label={teksten.hulp.laden} />
      </main>
    </div>
  );
}

/** What a pane that never had a code shows, whatever else is still to come. */
const EERSTE_KEER: Activeringsbeeld = { fase: "activeren", reden: "eerste-keer", kanTerug: false, bezig: false, fout: null, beleid: null };
const ZONDER_SESSIE = { subscribe: () => () => undefined, getSnapshot: (): Beeld => EERSTE_KEER };

interface Paneelopties {
  /** null: it is still being loaded, and only a code can be asked. */
  readonly sessie: Sessie | null;
  /** Nothing was kept by an earlier pane: the code can be typed before the session is open. */
  readonly eersteKeer?: boolean;
  readonly kantoorthema?: Kantoorthema | undefined;
  /** What the page without the add-in shows above it. */
  readonly boven?: ReactNode;
}

/** The whole pane over a session. */
export function Paneel({ sessie, eersteKeer = false, kantoorthema, boven }: Paneelopties): ReactElement {
  const { subscribe, getSnapshot } = sessie ?? ZONDER_SESSIE;
  const stand = useSyncExternalStore(subscribe, getSnapshot);
  const open = stand.fase !== "laden";
  /** A code handed in before there is a session to hand it to. */
  const gegeven = useRef<string | null>(null);
  const [wacht, zetWacht] = useState(false);
  useEffect(() => {
    if (gegeven.current === null || !sessie || !open) return;
    void sessie.activeer(gegeven.current);
    gegeven.current = null;
  }, [sessie, open]);
  const activeer = (code: string): void => {
    if (sessie && open) return void sessie.activeer(code);
    gegeven.current = code;
    zetWacht(true);
  };
  const beeld = sessie && (open || !eersteKeer) ? stand : { ...EERSTE_KEER, bezig: wacht };
  return (
    <FluentProvider theme={useThema(kantoorthema)}>
      <Binnen beeld={beeld} sessie={sessie} boven={boven} opActiveer={activeer} />
    </FluentProvider>
  );
}

interface Binnenopties {
  readonly beeld: Beeld;
  readonly sessie: Sessie | null;
  readonly boven: ReactNode;
  readonly opActiveer: (code: string) => void;
}

function Binnen({ beeld, sessie, boven, opActiveer }: Binnenopties): ReactElement {
  const stijl = useStijl();
  const [hulp, zetHulp] = useState(false);
  const naam = "naam" in beeld ? beeld.naam : "organisatie" in beeld ? beeld.organisatie.naam : null;
  if (beeld.fase === "laden") return <Laden />;
  return (
    <div className={stijl.paneel}>
      {boven}
      <Kop naam={naam} opHulp={() => zetHulp(!hulp)} />
      {hulp ? (
        <Struikelblok>
          <Suspense fallback={<Spinner label={teksten.hulp.laden} />}>
            <Hulp erbij={(sessie?.plek ?? IN_EXCEL).hulp} beleid={beeld.beleid} opTerug={() => zetHulp(false)} />
          </Suspense>
        </Struikelblok>
      ) : (
        <Struikelblok>
          <Suspense fallback={<Spinner label={teksten.hulp.laden} />}>
            <Scherm beeld={beeld} sessie={sessie} opActiveer={opActiveer} />
          </Suspense>
        </Struikelblok>
      )}
    </div>
  );
}

function Scherm({ beeld, sessie, opActiveer }: Pick<Binnenopties, "sessie" | "opActiveer"> & { readonly beeld: Exclude<Beeld, { fase: "laden" }> }): ReactElement {
  if (beeld.fase === "activeren") return <Activeren beeld={beeld} opActiveer={opActiveer} opTerug={() => sessie?.stopCode()} />;
  if (!sessie) return <Laden />;
  switch (beeld.fase) {
    case "werkmap":
      return <Werkmapprobleem beeld={beeld} sessie={sessie} />;
    case "welke-organisatie":
      return <WelkeOrganisatie beeld={beeld} sessie={sessie} />;
    case "koppelen":
      return <Koppelscherm beeld={beeld} sessie={sessie} />;
    case "inlezen":
      return <Inleesscherm beeld={beeld} sessie={sessie} />;
    case "lijst":
      return <Lijstscherm beeld={beeld} sessie={sessie} />;
    case "bestuur":
      return <Bestuursscherm beeld={beeld} sessie={sessie} />;
  }
}
