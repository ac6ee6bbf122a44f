import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import { isIndicator } from "../../../meldcode/indicator";
import type { Vraag } from "../../../meldcode/koppeling/voorstel/vragen";
import type { Antwoord } from "../../sessie/koppelen/vragen";
import { useStijl } from "../stijl";
import { koppelteksten } from "./teksten";

const t = koppelteksten.vragen;
/** The likely ones come first; the rest on request. */
const EERST = 4;
const NIET = "niet";

interface Kolomvraagopties {
  readonly id: string;
  readonly vraag: Extract<Vraag, { soort: "kolom" }>;
  readonly opAntwoord: (antwoord: Antwoord) => void;
}

/** In which column a field stands, with examples; or that the list does not have it, and what follows from that. */
export function Kolomvraag({ id, vraag, opAntwoord }: Kolomvraagopties): ReactElement {
  const stijl = useStijl();
  const [alle, zetAlle] = useState(false);
  const { keuzes, antwoord, veld, blad } = vraag;
  const zichtbaar = keuzes.filter(({ kolom }, i) => alle || i < EERST || kolom === antwoord);
  const gevolg = isIndicator(veld) ? t.indicatorGevolg : t.heeftNietGevolg[veld];
  return (
    <>
      <RadioGroup aria-labelledby={id} value={antwoord === undefined ? "" : (antwoord ?? NIET)} onChange={(_, { value }) => opAntwoord(value === NIET ? null : value)}>
        {zichtbaar.map(({ kop, kolom, voorbeelden }) => (
          <Radio
            key={kolom}
            value={kolom}
            label={
              <>
                {kop} ({t.kolom(kolom)})
                <span className={stijl.klein} style={{ display: "block" }}>
                  {t.bijvoorbeeld(voorbeelden.map(({ tekst }) => tekst))}
                </span>
              </>
            }
          />
        ))}
        {blad !== undefined ? <Radio value={NIET} label={t.bladNiet(blad)} /> : veld !== "startdatum" && <Radio value={NIET} label={t.heeftNiet} />}
      </RadioGroup>
      {zichtbaar.length < keuzes.length && (
        <Button appearance="subtle" onClick={() => zetAlle(true)}>
          {t.alleKolommen(keuzes.length)}
        </Button>
      )}
      {veld === "startdatum" && blad === undefined && antwoord === undefined && <p className={stijl.klein}>{t.startdatumNodig}</p>}
      {antwoord === null && blad === undefined && gevolg !== "" && <p className={stijl.klein}>{gevolg}</p>}
    </>
  );
}
