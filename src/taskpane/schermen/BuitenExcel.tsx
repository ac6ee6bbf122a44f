import { FluentProvider, Link } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { teksten } from "../teksten";
import { useThema } from "../thema";
import { useStijl } from "./stijl";

/** The page was opened in a browser of its own, or Microsoft's library did not arrive. */
export function BuitenExcel({ zonderOffice }: { readonly zonderOffice: boolean }): ReactElement {
  return (
    <FluentProvider theme={useThema(undefined)}>
      <Binnen zonderOffice={zonderOffice} />
    </FluentProvider>
  );
}

function Binnen({ zonderOffice }: { readonly zonderOffice: boolean }): ReactElement {
  const stijl = useStijl();
  const t = teksten.buitenExcel;
  return (
    <div className={stijl.paneel}>
      <main className={stijl.inhoud}>
        <h1 className={stijl.groteTitel}>{t.titel}</h1>
        <p className={stijl.tekst}>{t.tekst}</p>
        <p className={stijl.tekst}>
          <Link inline href="/controleren">
            {t.zonder}
          </Link>
        </p>
        {zonderOffice && <p className={stijl.tekst}>{t.geenScript}</p>}
      </main>
    </div>
  );
}
