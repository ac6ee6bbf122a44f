import { Button, Field, makeStyles, Select, Spinner, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { leesPeriode, type Periode, toonPeriode } from "../../meldcode/periode";
import { Bevestiging } from "../Bevestiging";
import type { Dienst } from "../dienst";
import { Foutmelding } from "../Foutmelding";
import { useSchermstijl } from "../stijl";
import { teksten } from "../teksten";
import { useDaad } from "../useDaad";
import { useVraag } from "../useVraag";
import { dossierteksten } from "./teksten";

const useStijl = makeStyles({ keuze: { display: "flex", flexWrap: "wrap", alignItems: "end", gap: tokens.spacingHorizontalS } });
const TEKST = dossierteksten.uitzondering;

interface Props {
  readonly organisatieId: string;
  readonly dienst: Pick<Dienst, "perioden" | "zetUitzondering">;
  readonly nu: () => Date;
  readonly mag: boolean;
  readonly opGewijzigd: () => void;
}

/** Closed months that this one organisation may change all the same. */
export function Uitzonderingen({ organisatieId, dienst, nu, mag, opGewijzigd }: Props) {
  const stijl = useStijl();
  const scherm = useSchermstijl();
  const { waarde, fout, vernieuw } = useVraag(organisatieId, nu, (onderbreek) => dienst.perioden(onderbreek));
  const [gekozen, zetGekozen] = useState<Periode | null>(null);
  /** What is asked about before it is done. */
  const [vraag, zetVraag] = useState<{ readonly periode: Periode; readonly geldt: boolean } | null>(null);
  const zet = useDaad(
    (periode: Periode, geldt: boolean) => dienst.zetUitzondering(organisatieId, periode, geldt),
    () => {
      zetVraag(null);
      vernieuw();
      opGewijzigd();
    },
  );

  const eigen = waarde?.uitzonderingen.flatMap((u) => (u.organisatieId === organisatieId ? [u.periode] : [])).sort() ?? [];
  const anders = waarde?.geslotenMaanden.filter((periode) => !eigen.includes(periode)).reverse() ?? [];
  const maand = gekozen !== null && anders.includes(gekozen) ? gekozen : anders[0];

  return (
    <section className={scherm.deel} aria-labelledby="toegang-maanden">
      <h2 id="toegang-maanden" className={scherm.kop}>
        {TEKST.titel}
      </h2>
      {fout && <Foutmelding titel={TEKST.titelFout} fout={fout} opOpnieuw={vernieuw} />}
      {!waarde && !fout && <Spinner size="small" label={TEKST.laden} />}
      {waarde && <p className={scherm.uitleg}>{waarde.geslotenMaanden.length === 0 ? TEKST.nietsGesloten : TEKST.uitleg}</p>}
      {eigen.length > 0 && (
        <ul className={scherm.lijst} aria-label={TEKST.gegeven}>
          {eigen.map((periode) => (
            <li key={periode} className={scherm.regel}>
              <span>{TEKST.magWijzigen(toonPeriode(periode))}</span>
              {mag && (
                <Button size="small" aria-label={TEKST.neemTerugVan(toonPeriode(periode))} onClick={() => zetVraag({ periode, geldt: false })}>
                  {TEKST.neemTerug}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mag && maand !== undefined && (
        <div className={stijl.keuze}>
          <Field label={TEKST.maand}>
            <Select value={maand} onChange={(_, d) => zetGekozen(leesPeriode(d.value))}>
              {anders.map((periode) => (
                <option key={periode} value={periode}>
                  {toonPeriode(periode)}
                </option>
              ))}
            </Select>
          </Field>
          <Button onClick={() => zetVraag({ periode: maand, geldt: true })}>{TEKST.geef}</Button>
        </div>
      )}
      {vraag && (
        <Bevestiging
          titel={vraag.geldt ? TEKST.geefVraag(toonPeriode(vraag.periode)) : TEKST.neemTerugVraag(toonPeriode(vraag.periode))}
          knop={vraag.geldt ? TEKST.geef : TEKST.neemTerug}
          bezig={zet.bezig}
          fout={zet.fout}
          titelFout={teksten.nietsGewijzigd}
          opBevestig={() => zet.doe(vraag.periode, vraag.geldt)}
          opSluit={() => zetVraag(null)}
        >
          <p>{vraag.geldt ? TEKST.geefGevolg(toonPeriode(vraag.periode)) : TEKST.neemTerugGevolg(toonPeriode(vraag.periode))}</p>
        </Bevestiging>
      )}
    </section>
  );
}
