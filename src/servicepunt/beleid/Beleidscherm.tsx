import { Button, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { datumVan } from "../../meldcode/datum";
import { periodeVanDatum } from "../../meldcode/periode";
import { magMet, type Rol } from "../../meldcode/uitwisseling/rol";
import { useConcept } from "../concepten";
import type { Dienst } from "../dienst";
import { Foutmelding } from "../Foutmelding";
import { useSchermstijl } from "../stijl";
import { teksten } from "../teksten";
import { useVraag } from "../useVraag";
import type { Beleidsconcept } from "./beleidsconcept";
import { Beleidsformulier } from "./Beleidsformulier";
import { Beleidslezing } from "./Beleidslezing";
import { beleidteksten } from "./teksten";
import { Versies } from "./Versies";
import { vormVan } from "./vorm";

interface Props {
  readonly dienst: Dienst;
  readonly nu: () => Date;
  readonly rol: Rol;
  readonly opGewijzigd: () => void;
}

/** What the municipality asks, in words; changing it; and when what was changed. */
export function Beleidscherm({ dienst, nu, rol, opGewijzigd }: Props) {
  const stijl = useSchermstijl();
  const mag = magMet(rol, "beheren");
  const { waarde, fout, vernieuw } = useVraag("beleidsbeheer", nu, (onderbreek) => dienst.beleidsbeheer(0, onderbreek));
  const [concept, zetConcept] = useConcept<Beleidsconcept | null>("beleid", null);
  const [opgeslagen, zetOpgeslagen] = useState<number | null>(null);

  return (
    <main className={stijl.scherm}>
      <div className={stijl.titelbalk}>
        <h1 className={stijl.titel}>{beleidteksten.titel}</h1>
        {waarde && mag && !concept && (
          <Button
            icon={<EditRegular />}
            onClick={() => {
              zetOpgeslagen(null);
              zetConcept({ basis: waarde, vorm: vormVan(waarde.beleid), collega: null });
            }}
          >
            {beleidteksten.wijzigen}
          </Button>
        )}
      </div>
      <p className={stijl.uitleg}>{beleidteksten.uitleg}</p>
      {!mag && <p className={stijl.uitleg}>{teksten.rolNodig("beheren")}</p>}
      {opgeslagen !== null && (
        <MessageBar intent="success" layout="multiline" role="status">
          <MessageBarBody>{beleidteksten.opgeslagen(opgeslagen)}</MessageBarBody>
        </MessageBar>
      )}
      {fout && <Foutmelding titel={beleidteksten.titelFout} fout={fout} opOpnieuw={vernieuw} />}
      {!waarde && !fout && <Spinner label={beleidteksten.laden} labelPosition="below" />}
      {mag && concept && (
        <Beleidsformulier
          concept={concept}
          deze={periodeVanDatum(datumVan(nu()))}
          dienst={dienst}
          opConcept={zetConcept}
          opKlaar={(stand) => {
            zetConcept(undefined);
            if (stand) zetOpgeslagen(stand.versie);
            vernieuw();
            opGewijzigd();
          }}
        />
      )}
      {waarde && !(mag && concept) && (
        <>
          {waarde.versie === 0 && <p className={stijl.uitleg}>{beleidteksten.nogNiets}</p>}
          <Beleidslezing vorm={vormVan(waarde.beleid)} />
        </>
      )}
      {waarde && <Versies key={waarde.versie} stand={waarde} dienst={dienst} />}
    </main>
  );
}
