import { Radio, RadioGroup } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useStijl } from "../stijl";

export interface Keuzevraagopties {
  /** Of the heading that asks. */
  readonly id: string;
  readonly voorbeeld: string | null;
  readonly keuzes: readonly (readonly [waarde: string, tekst: string])[];
  readonly gekozen: string | undefined;
  readonly opKies: (waarde: string) => void;
}

/** One of a few. Nothing is chosen beforehand. */
export function Keuzevraag({ id, voorbeeld, keuzes, gekozen, opKies }: Keuzevraagopties): ReactElement {
  const stijl = useStijl();
  return (
    <>
      {voorbeeld && <p className={stijl.klein}>{voorbeeld}</p>}
      <RadioGroup aria-labelledby={id} value={gekozen ?? ""} onChange={(_, { value }) => opKies(value)}>
        {keuzes.map(([waarde, tekst]) => (
          <Radio key={waarde} value={waarde} label={tekst} />
        ))}
      </RadioGroup>
    </>
  );
}
