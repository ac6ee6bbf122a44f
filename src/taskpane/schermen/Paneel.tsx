import { FluentProvider, Spinner } from "@fluentui/react-components";
import { lazy, type ReactElement, type ReactNode, Suspense, useState, useSyncExternalStore } from "react";
import type { Sessie } from "../sessie/sessie";
import type { Beeld } from "../sessie/staat";
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

/** The whole pane over a session. `boven`: what the page without the add-in shows above it. */
export function Paneel({ sessie, kantoorthema, boven }: { readonly sessie: Sessie; readonly kantoorthema?: Kantoorthema | undefined; readonly boven?: ReactNode }): ReactElement {
  const beeld = useSyncExternalStore(sessie.subscribe, sessie.getSnapshot);
  return (
    <FluentProvider theme={useThema(kantoorthema)}>
      <Binnen beeld={beeld} sessie={sessie} boven={boven} />
    </FluentProvider>
  );
}

function Binnen({ beeld, sessie, boven }: { readonly beeld: Beeld; readonly sessie: Sessie; readonly boven: ReactNode }): ReactElement {
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
            <Hulp erbij={sessie.plek.hulp} beleid={beeld.beleid} opTerug={() => zetHulp(false)} />
          </Suspense>
        </Struikelblok>
      ) : (
        <Struikelblok>
          <Suspense fallback={<Spinner label={teksten.hulp.laden} />}>
            <Scherm beeld={beeld} sessie={sessie} />
          </Suspense>
        </Struikelblok>
      )}
    </div>
  );
}

function Scherm({ beeld, sessie }: { readonly beeld: Exclude<Beeld, { fase: "laden" }>; readonly sessie: Sessie }): ReactElement {
  switch (beeld.fase) {
    case "activeren":
      return <Activeren beeld={beeld} opActiveer={(code) => void sessie.activeer(code)} opTerug={() => sessie.stopCode()} />;
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
