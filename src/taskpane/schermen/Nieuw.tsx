import { lazy, type ReactElement, Suspense } from "react";
import type { Sessie } from "../sessie/sessie";
import type { Lijstbeeld } from "../sessie/staat";
import { NieuweBladen, NieuwInLijst } from "./koppelen/EigenLijst";
import { Struikelblok } from "./Struikelblok";

const NieuweKolommen = lazy(() => import("./NieuweKolommen"));

/** What turned up since the list was last looked at: sheets, words or columns of its own, and questions of the municipality. */
export function Nieuw({ beeld: { inhoud, nieuweKolommen }, sessie }: { readonly beeld: Pick<Lijstbeeld, "inhoud" | "nieuweKolommen">; readonly sessie: Sessie }): ReactElement {
  return (
    <>
      <NieuweBladen inhoud={inhoud} sessie={sessie} />
      <NieuwInLijst inhoud={inhoud} sessie={sessie} />
      {nieuweKolommen.length > 0 && (
        <Struikelblok>
          <Suspense fallback={null}>
            <NieuweKolommen kolommen={nieuweKolommen} inhoud={inhoud} sessie={sessie} />
          </Suspense>
        </Struikelblok>
      )}
    </>
  );
}
