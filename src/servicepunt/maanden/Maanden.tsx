import { Button, Spinner } from "@fluentui/react-components";
import { useState } from "react";
import { datumVan } from "../../meldcode/datum";
import { type Periode, periodeVanDatum } from "../../meldcode/periode";
import { magMet, type Rol } from "../../meldcode/uitwisseling/rol";
import type { Dienst } from "../dienst";
import { Foutmelding } from "../Foutmelding";
import { useSchermstijl } from "../stijl";
import { teksten } from "../teksten";
import type { Wijzig } from "../useAdres";
import { useVraag } from "../useVraag";
import { Jaarkaart } from "./Jaarkaart";
import { jarenTot } from "./jaren";
import { Keuzebalk } from "./Keuzebalk";
import { maandteksten } from "./teksten";
import { Uitzonderingen } from "./Uitzonderingen";

interface Props {
  readonly dienst: Dienst;
  readonly nu: () => Date;
  readonly wijzig: Wijzig;
  readonly rol: Rol;
  readonly wijzigingen: number;
  readonly opGewijzigd: () => void;
}

/** Which months are closed, closing and opening them, and who may change one all the same. */
export function Maanden({ dienst, nu, wijzig, rol, wijzigingen, opGewijzigd }: Props) {
  const stijl = useSchermstijl();
  const mag = magMet(rol, "behandelen");
  const deze = periodeVanDatum(datumVan(nu()));
  const [eerder, zetEerder] = useState(0);
  const [gekozen, zetGekozen] = useState<readonly Periode[]>([]);
  const { waarde, fout, vernieuw } = useVraag(`perioden ${wijzigingen}`, nu, (onderbreek) => dienst.perioden(onderbreek));

  const gesloten = waarde?.geslotenMaanden ?? [];
  const jaren = jarenTot(deze, gesloten, eerder);
  const oudste = jaren.at(-1);
  const eerste = oudste?.maanden[0] ?? deze;
  const totalen = useVraag(`totalen ${eerste} ${deze}`, nu, (onderbreek) => dienst.maandtotalen(eerste, deze, onderbreek)).waarde ?? [];
  const kies = (perioden: readonly Periode[], aan: boolean) => zetGekozen((vorige) => [...vorige.filter((periode) => !perioden.includes(periode)), ...(aan ? perioden : [])].sort());

  return (
    <main className={stijl.scherm}>
      <div className={stijl.titelbalk}>
        <h1 className={stijl.titel}>{maandteksten.titel}</h1>
      </div>
      <p className={stijl.uitleg}>{maandteksten.uitleg}</p>
      <p className={stijl.uitleg}>{mag ? maandteksten.kies : teksten.rolNodig("behandelen")}</p>
      {fout && <Foutmelding titel={maandteksten.titelFout} fout={fout} opOpnieuw={vernieuw} />}
      {!waarde && !fout && <Spinner label={maandteksten.laden} labelPosition="below" />}
      {waarde && (
        <>
          {jaren.map((jaar) => (
            <Jaarkaart key={jaar.jaar} jaar={jaar} deze={deze} gesloten={gesloten} totalen={totalen} gekozen={gekozen} opKies={mag ? kies : null} />
          ))}
          {oudste && (
            <Button className={stijl.knop} appearance="subtle" onClick={() => zetEerder(eerder + 1)}>
              {maandteksten.eerder(String(Number(oudste.jaar) - 1))}
            </Button>
          )}
          <Uitzonderingen perioden={waarde} dienst={dienst} nu={nu} mag={mag} opKies={(organisatieId) => wijzig({ organisatieId, deel: "toegang" })} opGewijzigd={opGewijzigd} />
          {mag && gekozen.length > 0 && (
            <Keuzebalk perioden={waarde} gekozen={gekozen} totalen={totalen} dienst={dienst} opGewijzigd={opGewijzigd} opWis={() => zetGekozen([])} />
          )}
        </>
      )}
    </main>
  );
}
