import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { KeyResetRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Registerregel } from "../../meldcode/uitwisseling/register";
import { Bevestiging } from "../Bevestiging";
import type { Dienst, Ingetrokken } from "../dienst";
import { useSchermstijl } from "../stijl";
import { useDaad } from "../useDaad";
import { dossierteksten } from "./teksten";

const TEKST = dossierteksten.intrekken;

interface Props {
  readonly organisatie: Registerregel;
  readonly dienst: Pick<Dienst, "trekToegangIn">;
  readonly opIngetrokken: () => void;
}

/** Lets every key and unused code of an organisation stop working, after asking once. */
export function Intrekken({ organisatie, dienst, opIngetrokken }: Props) {
  const stijl = useSchermstijl();
  const [vraagt, zetVraagt] = useState(false);
  const [klaar, zetKlaar] = useState<Ingetrokken | null>(null);
  const { doe, bezig, fout } = useDaad(
    () => dienst.trekToegangIn(organisatie.organisatieId),
    (ingetrokken) => {
      zetKlaar(ingetrokken);
      zetVraagt(false);
      opIngetrokken();
    },
  );

  return (
    <section className={stijl.deel} aria-labelledby="toegang-intrekken">
      <h2 id="toegang-intrekken" className={stijl.kop}>
        {TEKST.titel}
      </h2>
      <p className={stijl.uitleg}>{TEKST.uitleg}</p>
      {klaar && (
        <MessageBar intent="success" layout="multiline" role="status">
          <MessageBarBody>{TEKST.klaar(klaar.sleutels, klaar.codes)}</MessageBarBody>
        </MessageBar>
      )}
      <Button className={stijl.knop} icon={<KeyResetRegular />} onClick={() => zetVraagt(true)}>
        {TEKST.knop}
      </Button>
      {vraagt && (
        <Bevestiging titel={TEKST.vraag(organisatie.naam)} knop={TEKST.bevestig} bezig={bezig} fout={fout} titelFout={TEKST.mislukt} opBevestig={() => doe()} opSluit={() => zetVraagt(false)}>
          <p>{TEKST.gevolg}</p>
          {organisatie.bestuur !== null && <p>{TEKST.gevolgBestuur(organisatie.bestuur)}</p>}
          <p>{TEKST.blijft}</p>
        </Bevestiging>
      )}
    </section>
  );
}
