import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { Ontvangstbewijs } from "../../meldcode/uitwisseling/ontvangst";
import type { Organisatiedossier } from "../../meldcode/uitwisseling/servicepunt";
import type { Dienst } from "../dienst";
import { Foutmelding } from "../Foutmelding";
import { useSchermstijl } from "../stijl";
import { teksten } from "../teksten";
import { useDaad } from "../useDaad";
import { Bewijs } from "./Bewijs";
import { dossierteksten } from "./teksten";

const useStijl = makeStyles({ bewijzen: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" } });

/** The receipts, newest first; older ones come when they are asked for. */
export function Inzendingen({ dossier, dienst }: { readonly dossier: Organisatiedossier; readonly dienst: Pick<Dienst, "dossier"> }) {
  const stijl = useStijl();
  const scherm = useSchermstijl();
  const { organisatie, aantal } = dossier;
  const [ouder, zetOuder] = useState<readonly Ontvangstbewijs[]>([]);
  // A receipt that came in meanwhile moves the others on by one: what is there already is not shown twice.
  const bewijzen = [...dossier.ontvangstbewijzen, ...ouder.filter((bewijs) => !dossier.ontvangstbewijzen.some(({ kenmerk }) => kenmerk === bewijs.kenmerk))];
  const haalOuder = useDaad(
    () => dienst.dossier(organisatie.organisatieId, bewijzen.length),
    ({ ontvangstbewijzen }) => zetOuder([...ouder, ...ontvangstbewijzen.filter((bewijs) => !bewijzen.some(({ kenmerk }) => kenmerk === bewijs.kenmerk))]),
  );

  if (bewijzen.length === 0) return <p className={scherm.uitleg}>{dossierteksten.geenOntvangstbewijzen}</p>;
  return (
    <div className={scherm.deel}>
      <ol className={stijl.bewijzen} aria-label={dossierteksten.ontvangstbewijzen}>
        {bewijzen.map((bewijs) => (
          <Bewijs key={bewijs.kenmerk} bewijs={bewijs} eenpersoons={organisatie.eenpersoons} />
        ))}
      </ol>
      {haalOuder.fout && <Foutmelding titel={dossierteksten.ouderMislukt} fout={haalOuder.fout} />}
      {bewijzen.length < aantal && (
        <div className={scherm.knoppen}>
          <Button disabledFocusable={haalOuder.bezig} onClick={() => haalOuder.doe()}>
            {haalOuder.bezig ? teksten.bezig : dossierteksten.toonOuder}
          </Button>
          <span className={scherm.rustig}>{dossierteksten.getoond(bewijzen.length, aantal)}</span>
        </div>
      )}
    </div>
  );
}
