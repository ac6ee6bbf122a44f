import { useState } from "react";
import type { Registerregel } from "../../meldcode/uitwisseling/register";
import type { Dienst } from "../dienst";
import { useSchermstijl } from "../stijl";
import { teksten } from "../teksten";
import { Intrekken } from "./Intrekken";
import { dossierteksten } from "./teksten";
import { Toegangscode } from "./Toegangscode";
import { Uitzonderingen } from "./Uitzonderingen";

interface Props {
  readonly organisatie: Registerregel;
  readonly dienst: Dienst;
  readonly nu: () => Date;
  readonly mag: boolean;
  readonly opGewijzigd: () => void;
}

/** Who can send for the organisation, and in which closed months. */
export function Toegang({ organisatie, dienst, nu, mag, opGewijzigd }: Props) {
  const stijl = useSchermstijl();
  const { organisatieId, bestuur } = organisatie;
  // A code that was just shown does not stay in sight after it was withdrawn.
  const [ingetrokken, zetIngetrokken] = useState(0);
  return (
    <div className={stijl.scherm} style={{ padding: 0 }}>
      {!mag && <p className={stijl.uitleg}>{teksten.rolNodig("behandelen")}</p>}
      {mag && (
        <section className={stijl.deel} aria-labelledby="toegang-code">
          <h2 id="toegang-code" className={stijl.kop}>
            {dossierteksten.code}
          </h2>
          <Toegangscode key={ingetrokken} uitleg={dossierteksten.codeUitleg} knop={dossierteksten.nieuweCode} vraag={() => dienst.nieuweCode(organisatieId)} />
        </section>
      )}
      {mag && bestuur !== null && (
        <section className={stijl.deel} aria-labelledby="toegang-bestuur">
          <h2 id="toegang-bestuur" className={stijl.kop}>
            {dossierteksten.bestuurscode(bestuur)}
          </h2>
          <Toegangscode key={ingetrokken} uitleg={dossierteksten.bestuurscodeUitleg} knop={dossierteksten.nieuweBestuurscode} vraag={() => dienst.nieuweBestuurscode(bestuur)} />
        </section>
      )}
      <Uitzonderingen organisatieId={organisatieId} dienst={dienst} nu={nu} mag={mag} opGewijzigd={opGewijzigd} />
      {mag && <Intrekken organisatie={organisatie} dienst={dienst} opIngetrokken={() => zetIngetrokken((keer) => keer + 1)} />}
    </div>
  );
}
