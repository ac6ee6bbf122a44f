import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import type { Vraag } from "../../../meldcode/koppeling/voorstel/vragen";
import type { Antwoord } from "../../sessie/koppelen/vragen";
import { koppelteksten } from "./teksten";

const t = koppelteksten.vragen;

const useEigen = makeStyles({
  // A list to choose from is as wide as its longest choice, unless it may be narrower: at 400% zoom it would push the page sideways.
  woorden: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: 0, "& *": { minWidth: 0 } },
});

interface Woordvraagopties {
  readonly vraag: Extract<Vraag, { soort: "waarden" | "organisatie" }>;
  readonly opAntwoord: (antwoord: Antwoord) => void;
}

/** What each own word means. What is filled in beforehand is a suggestion: it is no answer before it is confirmed. */
export function Woordvraag({ vraag, opAntwoord }: Woordvraagopties): ReactElement {
  const eigen = useEigen();
  const [gekozen, zetGekozen] = useState<Readonly<Record<string, string>>>(() => ({
    ...Object.fromEntries(vraag.woorden.flatMap(({ woord, voorstel }) => (voorstel === null ? [] : [[woord, voorstel]]))),
    ...vraag.antwoord,
  }));
  const [aangeraakt, zetAangeraakt] = useState<ReadonlySet<string>>(new Set(Object.keys(vraag.antwoord ?? {})));
  const kies = (woord: string, betekenis: string): void => {
    const nu = { ...gekozen, [woord]: betekenis };
    const alles = new Set([...aangeraakt, woord]);
    zetGekozen(nu);
    zetAangeraakt(alles);
    // Who chose each of them has confirmed each of them.
    if (vraag.antwoord || vraag.woorden.every((w) => alles.has(w.woord))) opAntwoord(nu);
  };
  const compleet = vraag.woorden.every(({ woord }) => gekozen[woord] !== undefined);
  return (
    <div className={eigen.woorden}>
      {vraag.woorden.map(({ woord, aantal, voorbeelden, voorstel }) => (
        <Field key={woord} label={`${voorbeelden[0]?.tekst ?? woord} (${t.keer(aantal)})`} hint={voorstel !== null && !aangeraakt.has(woord) && !vraag.antwoord ? t.voorstel : undefined}>
          <Select value={gekozen[woord] ?? ""} onChange={(_, { value }) => kies(woord, value)}>
            {gekozen[woord] === undefined && <option value="">{t.kies}</option>}
            {keuzesVan(vraag).map(([waarde, tekst]) => (
              <option key={waarde} value={waarde}>
                {tekst}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      {!vraag.antwoord && compleet && (
        <Button onClick={() => opAntwoord({ ...gekozen })}>{t.klopt}</Button>
      )}
    </div>
  );
}

function keuzesVan(vraag: Woordvraagopties["vraag"]): readonly (readonly [string, string])[] {
  if (vraag.soort === "organisatie") return vraag.mogelijk.map(({ organisatieId, naam }) => [organisatieId, naam]);
  const tweeKolommen = vraag.mogelijk.includes("niet");
  return vraag.mogelijk.map((betekenis) => [betekenis, koppelteksten.betekenis(betekenis, tweeKolommen)]);
}
