import { FluentProvider } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { teksten } from "../teksten";
import { type Kantoorthema, useThema } from "../thema";
import { useStijl } from "./stijl";
import { Voet } from "./Voet";

/** What the pane works with did not arrive: no network, or a new version on the server. */
export function NietGeladen({ kantoorthema }: { readonly kantoorthema: Kantoorthema | undefined }): ReactElement {
  return (
    <FluentProvider theme={useThema(kantoorthema)}>
      <Binnen />
    </FluentProvider>
  );
}

function Binnen(): ReactElement {
  const stijl = useStijl();
  const t = teksten.nietGeladen;
  return (
    <div className={stijl.paneel}>
      <main className={stijl.inhoud}>
        <h1 className={stijl.groteTitel}>{t.titel}</h1>
        <p className={stijl.tekst} role="alert">
          {t.tekst}
        </p>
      </main>
      <Voet knop={t.knop} opKlik={() => location.reload()} />
    </div>
  );
}
