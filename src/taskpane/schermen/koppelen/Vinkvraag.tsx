import { Button, Checkbox } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import { useStijl } from "../stijl";
import { koppelteksten } from "./teksten";

interface Vinkvraagopties {
  readonly uitleg: string;
  readonly keuzes: readonly { readonly waarde: string; readonly tekst: string; readonly voorstel: boolean }[];
  readonly antwoord: readonly string[] | undefined;
  readonly opAntwoord: (antwoord: string[]) => void;
}

/** Any of a few. What is ticked beforehand is a suggestion: it is no answer before it is confirmed. */
export function Vinkvraag({ uitleg, keuzes, antwoord, opAntwoord }: Vinkvraagopties): ReactElement {
  const stijl = useStijl();
  const [aan, zetAan] = useState<readonly string[]>(antwoord ?? keuzes.flatMap(({ waarde, voorstel }) => (voorstel ? [waarde] : [])));
  const kies = (waarde: string, ja: boolean): void => {
    const nu = ja ? [...aan, waarde] : aan.filter((w) => w !== waarde);
    zetAan(nu);
    if (antwoord) opAntwoord(nu);
  };
  return (
    <>
      <p className={stijl.klein}>{uitleg}</p>
      <div>
        {keuzes.map(({ waarde, tekst }) => (
          <div key={waarde}>
            <Checkbox label={tekst} checked={aan.includes(waarde)} onChange={(_, { checked }) => kies(waarde, checked === true)} />
          </div>
        ))}
      </div>
      {!antwoord && <Button onClick={() => opAntwoord([...aan])}>{koppelteksten.vragen.klopt}</Button>}
    </>
  );
}
