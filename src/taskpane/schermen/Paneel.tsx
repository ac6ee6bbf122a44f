import { FluentProvider, Spinner } from "@fluentui/react-components";
import { lazy, type ReactElement, Suspense, useState, useSyncExternalStore } from "react";
import type { Sessie } from "../sessie/sessie";
import type { Beeld } from "../sessie/staat";
import { teksten } from "../teksten";
import { type Kantoorthema, useThema } from "../thema";
import { Activeren } from "./Activeren";
import { Kop } from "./Kop";
import { Lijstscherm } from "./Lijstscherm";
import { Struikelblok } from "./Struikelblok";
import { useStijl } from "./stijl";
import { Werkmapprobleem } from "./Werkmapprobleem";

const laadHulp = () => import("./hulp/Hulp");
const Hulp = lazy(laadHulp);

/** Fetches what is shown later while nothing else happens, so that it is there when the network is not. */
export function haalLatereSchermen(): Promise<unknown> {
  return Promise.allSettled([laadHulp(), import("./Voorbeeld")]);
}

export function Paneel({ sessie, kantoorthema }: { readonly sessie: Sessie; readonly kantoorthema?: Kantoorthema | undefined }): ReactElement {
  const beeld = useSyncExternalStore(sessie.subscribe, sessie.getSnapshot);
  return (
    <FluentProvider theme={useThema(kantoorthema)}>
      <Binnen beeld={beeld} sessie={sessie} />
    </FluentProvider>
  );
}

function Binnen({ beeld, sessie }: { readonly beeld: Beeld; readonly sessie: Sessie }): ReactElement {
  const stijl = useStijl();
  const [hulp, zetHulp] = useState(false);
  const naam = beeld.fase === "lijst" || beeld.fase === "werkmap" ? beeld.organisatie.naam : null;
  return (
    <div className={stijl.paneel}>
      <Kop naam={naam} opHulp={() => zetHulp(!hulp)} />
      {hulp ? (
        <Struikelblok>
          <Suspense fallback={<Spinner label={teksten.hulp.laden} />}>
            <Hulp beleid={"beleid" in beeld ? beeld.beleid : null} opTerug={() => zetHulp(false)} />
          </Suspense>
        </Struikelblok>
      ) : (
        <Scherm beeld={beeld} sessie={sessie} />
      )}
    </div>
  );
}

function Scherm({ beeld, sessie }: { readonly beeld: Beeld; readonly sessie: Sessie }): ReactElement {
  const stijl = useStijl();
  switch (beeld.fase) {
    case "laden":
      return (
        <main className={stijl.inhoud}>
          <Spinner label={teksten.hulp.laden} />
        </main>
      );
    case "activeren":
      return <Activeren beeld={beeld} opActiveer={(code) => void sessie.activeer(code)} />;
    case "werkmap":
      return <Werkmapprobleem beeld={beeld} sessie={sessie} />;
    case "lijst":
      return <Lijstscherm beeld={beeld} sessie={sessie} />;
  }
}
