import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import type { Sessie } from "../../sessie/sessie";
import type { Welkebeeld } from "../../sessie/staat";
import { useStijl } from "../stijl";
import { Voet } from "../Voet";
import { noem, t } from "./teksten";

/** A board's list of which nothing says whose it is: of several, with a column that says so, or of one. */
export default function WelkeOrganisatie({ beeld, sessie }: { readonly beeld: Welkebeeld; readonly sessie: Sessie }): ReactElement {
  const stijl = useStijl();
  const [gekozen, zetGekozen] = useState<string | null>(null);
  const naam = noem(beeld.organisaties);
  return (
    <>
      <main className={stijl.inhoud}>
        <div role="status">
          <h1 className={stijl.groteTitel}>{t.welke.titel(naam)}</h1>
          <p className={stijl.tekst}>{t.welke.uitleg(naam)}</p>
        </div>
        <p className={stijl.tekst}>{t.welke.kolom(naam)}</p>
        <Button onClick={() => void sessie.koppel()}>{t.welke.wijsAan}</Button>
        <p className={stijl.tekst} id="welke-een">
          {t.welke.een(naam)}
        </p>
        <RadioGroup aria-labelledby="welke-een" value={gekozen ?? ""} onChange={(_, { value }) => zetGekozen(value)}>
          {beeld.organisaties.map((organisatie) => (
            <Radio key={organisatie.organisatieId} value={organisatie.organisatieId} label={organisatie.naam} />
          ))}
        </RadioGroup>
      </main>
      <Voet knop={t.welke.knop} rustig={gekozen === null} bezig={beeld.bezig ? t.welke.bezig : null} opKlik={() => gekozen !== null && void sessie.kiesOrganisatie(gekozen)} />
    </>
  );
}
