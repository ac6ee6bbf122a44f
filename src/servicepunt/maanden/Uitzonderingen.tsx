import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { toonPeriode } from "../../meldcode/periode";
import { Bevestiging } from "../Bevestiging";
import type { Dienst, Perioden } from "../dienst";
import { Organisatielink } from "../Organisatielink";
import { useSchermstijl } from "../stijl";
import { teksten } from "../teksten";
import { useDaad } from "../useDaad";
import { useNamen } from "../useNamen";
import { maandteksten } from "./teksten";

const TEKST = maandteksten.uitzonderingen;
type Uitzondering = Perioden["uitzonderingen"][number];

interface Props {
  readonly perioden: Perioden;
  readonly dienst: Pick<Dienst, "register" | "zetUitzondering">;
  readonly nu: () => Date;
  readonly mag: boolean;
  readonly opKies: (organisatieId: string) => void;
  readonly opGewijzigd: () => void;
}

/** Who may change a closed month all the same: newest month first, by name. */
export function Uitzonderingen({ perioden, dienst, nu, mag, opKies, opGewijzigd }: Props) {
  const stijl = useSchermstijl();
  const naamVan = useNamen(dienst, nu);
  const [vraag, zetVraag] = useState<Uitzondering | null>(null);
  const neemTerug = useDaad(
    ({ organisatieId, periode }: Uitzondering) => dienst.zetUitzondering(organisatieId, periode, false),
    () => {
      zetVraag(null);
      opGewijzigd();
    },
  );
  const regels = perioden.uitzonderingen
    .map((uitzondering) => ({ uitzondering, naam: naamVan(uitzondering.organisatieId) }))
    .sort((a, b) => b.uitzondering.periode.localeCompare(a.uitzondering.periode) || a.naam.localeCompare(b.naam, "nl", { numeric: true }));

  return (
    <section className={stijl.kaart} aria-labelledby="uitzonderingen">
      <h2 id="uitzonderingen" className={stijl.kop}>
        {TEKST.titel}
      </h2>
      <p className={stijl.uitleg}>{regels.length === 0 ? TEKST.geen : TEKST.uitleg}</p>
      {regels.length > 0 && (
        <ul className={stijl.lijst}>
          {regels.map(({ uitzondering, naam }) => (
            <li key={`${uitzondering.organisatieId} ${uitzondering.periode}`} className={stijl.regel}>
              <span>
                <Organisatielink organisatieId={uitzondering.organisatieId} naam={naam} opKies={opKies} /> · {toonPeriode(uitzondering.periode)}
              </span>
              {mag && (
                <Button size="small" aria-label={TEKST.neemTerugVan(naam, uitzondering.periode)} onClick={() => zetVraag(uitzondering)}>
                  {TEKST.neemTerug}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {vraag && (
        <Bevestiging
          titel={TEKST.vraag(vraag.periode)}
          knop={TEKST.neemTerug}
          bezig={neemTerug.bezig}
          fout={neemTerug.fout}
          titelFout={teksten.nietsGewijzigd}
          opBevestig={() => neemTerug.doe(vraag)}
          opSluit={() => zetVraag(null)}
        >
          <p>{TEKST.gevolg(naamVan(vraag.organisatieId), vraag.periode)}</p>
        </Bevestiging>
      )}
    </section>
  );
}
