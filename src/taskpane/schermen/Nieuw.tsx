import { lazy, type ReactElement, Suspense } from "react";
import type { Sessie } from "../sessie/sessie";
import type { Lijstbeeld } from "../sessie/staat";
import { NieuweBladen, NieuwInLijst } from "./koppelen/EigenLijst";
import { Struikelblok } from "./Struikelblok";

const NieuweKolommen = lazy(() => import("./NieuweKolommen"));

interface Nieuwopties {
  readonly beeld: Pick<Lijstbeeld, "inhoud" | "nieuweKolommen" | "ontbrekendeSisa">;
  readonly sessie: Sessie;
}

/** What turned up since the list was last looked at: sheets, words or columns of its own, and questions of the municipality. */
export function Nieuw({ beeld, sessie }: Nieuwopties): ReactElement {
  const { inhoud, nieuweKolommen, ontbrekendeSisa } = beeld;
  return (
    <>
      <NieuweBladen inhoud={inhoud} sessie={sessie} />
      <NieuwInLijst inhoud={inhoud} sessie={sessie} />
      {(nieuweKolommen.length > 0 || ontbrekendeSisa !== null) && (
        <Struikelblok>
          <Suspense fallback={null}>
            <NieuweKolommen beeld={beeld} sessie={sessie} />
          </Suspense>
        </Struikelblok>
      )}
    </>
  );
}
