import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { Fout } from "./dienst";
import { teksten } from "./teksten";

/** What went wrong in one sentence or two: what happened, that nothing is lost, what to do. */
export function foutzin(fout: Fout): string {
  switch (fout.soort) {
    case "onbereikbaar":
      return teksten.fout.onbereikbaar;
    case "te-druk":
      return teksten.fout.teDruk(fout.seconden);
    case "aanmelden":
      return teksten.fout.aanmelden;
    case "niet-gevonden":
      return teksten.fout.onbekend;
    case "verouderd":
      return teksten.fout.verouderdeVersie;
    case "geweigerd":
      return fout.melding;
    case "storing":
      return teksten.fout.storing;
  }
}

interface Props {
  readonly titel: string;
  readonly fout: Fout;
  /** What is still on the screen, e.g. how old it is. */
  readonly toelichting?: string;
  readonly opOpnieuw?: () => void;
}

export function Foutmelding({ titel, fout, toelichting, opOpnieuw }: Props) {
  return (
    <MessageBar intent="error" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{titel}</MessageBarTitle> {foutzin(fout)} {toelichting}
      </MessageBarBody>
      {opOpnieuw && (
        <MessageBarActions>
          <Button onClick={opOpnieuw}>{teksten.opnieuw}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
