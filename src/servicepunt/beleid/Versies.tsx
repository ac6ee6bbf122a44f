import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Beleidsversieregel } from "../../meldcode/uitwisseling/servicepunt";
import type { Beleidstand, Dienst } from "../dienst";
import { Foutmelding } from "../Foutmelding";
import { useSchermstijl } from "../stijl";
import { teksten, toonMoment } from "../teksten";
import { useDaad } from "../useDaad";
import { beleidteksten } from "./teksten";

const TEKST = beleidteksten.versies;
const useStijl = makeStyles({ wat: { color: tokens.colorNeutralForeground3 } });

/** When what of the policy was changed, newest first. Closing a month makes a version too; those would bury the others. */
export function Versies({ stand, dienst }: { readonly stand: Beleidstand; readonly dienst: Pick<Dienst, "beleidsbeheer"> }) {
  const scherm = useSchermstijl();
  const stijl = useStijl();
  const [ouder, zetOuder] = useState<readonly Beleidsversieregel[]>([]);
  const versies = [...stand.versies, ...ouder.filter(({ versie }) => versie < (stand.versies.at(-1)?.versie ?? 0))];
  const haalOuder = useDaad(() => dienst.beleidsbeheer(versies.length), (volgende) => zetOuder([...ouder, ...volgende.versies]));
  const getoond = versies.filter(({ gewijzigd }) => gewijzigd.some((onderdeel) => onderdeel !== "geslotenMaanden" && onderdeel !== "uitzonderingen"));
  if (versies.length === 0) return null;
  return (
    <section className={scherm.kaart} aria-labelledby="beleid-versies">
      <h2 id="beleid-versies" className={scherm.kop}>
        {TEKST.titel}
      </h2>
      {getoond.length < versies.length && <p className={scherm.uitleg}>{TEKST.zonderMaanden}</p>}
      <ol className={scherm.lijst}>
        {getoond.map(({ versie, vanaf, gewijzigd }) => (
          <li key={versie} className={scherm.regel}>
            <span>
              {TEKST.regel(versie, toonMoment(new Date(vanaf)))} {versie === getoond[0]?.versie && `(${TEKST.geldtNu})`}
            </span>
            <span className={stijl.wat}>{gewijzigd.map((onderdeel) => TEKST.onderdelen[onderdeel]).join(", ")}</span>
          </li>
        ))}
      </ol>
      {haalOuder.fout && <Foutmelding titel={beleidteksten.titelFout} fout={haalOuder.fout} />}
      {versies.length < stand.aantal && (
        <Button className={scherm.knop} disabledFocusable={haalOuder.bezig} onClick={() => haalOuder.doe()}>
          {haalOuder.bezig ? teksten.bezig : TEKST.ouder}
        </Button>
      )}
    </section>
  );
}
