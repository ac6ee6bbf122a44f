import { Button } from "@fluentui/react-components";
import { KeyRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Activeringscode, Bestuurscode } from "../../meldcode/uitwisseling/register";
import type { Uitkomst } from "../dienst";
import { Foutmelding } from "../Foutmelding";
import { useSchermstijl } from "../stijl";
import { teksten } from "../teksten";
import { useDaad } from "../useDaad";
import { Codekaart } from "./Codekaart";
import { dossierteksten } from "./teksten";

type Code = Activeringscode | Bestuurscode;

interface Props {
  readonly uitleg: string;
  readonly knop: string;
  readonly vraag: () => Promise<Uitkomst<Code>>;
}

/** Issues a new activation code, of an organisation or of its board; earlier codes keep working. */
export function Toegangscode({ uitleg, knop, vraag }: Props) {
  const stijl = useSchermstijl();
  const [code, zetCode] = useState<Code | null>(null);
  const { doe, bezig, fout } = useDaad(vraag, zetCode);

  return (
    <>
      <p className={stijl.uitleg}>{uitleg}</p>
      {code && <Codekaart key={code.activeringscode} code={code} />}
      {fout && <Foutmelding titel={dossierteksten.codeMislukt} fout={fout} />}
      <Button className={stijl.knop} icon={<KeyRegular />} disabledFocusable={bezig} onClick={() => doe()}>
        {bezig ? teksten.bezig : knop}
      </Button>
    </>
  );
}
