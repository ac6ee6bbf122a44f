import { Button, Spinner } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { useStijl } from "./stijl";

export interface Voetopties {
  readonly knop: string;
  /** What is going on; the button then waits. */
  readonly bezig?: string | null;
  /** Calm when there is nothing to do. */
  readonly rustig?: boolean;
  readonly opKlik: () => void;
  /** What came of the last thing the user did: said here, where it is in view wherever one has scrolled to. */
  readonly melding?: string | null;
  readonly children?: ReactNode;
}

/** The one main button of the pane. */
export function Voet({ knop, bezig = null, rustig = false, opKlik, melding = null, children }: Voetopties): ReactElement {
  const stijl = useStijl();
  return (
    <div className={stijl.voet}>
      <div role="status" className={stijl.leeg}>
        {melding && <p className={stijl.tekst}>{melding}</p>}
      </div>
      <Button
        appearance={rustig ? "secondary" : "primary"}
        size="large"
        disabledFocusable={bezig !== null}
        icon={bezig === null ? null : <Spinner size="tiny" aria-hidden="true" />}
        // The second click of a double click is no answer to what the first one asked.
        onClick={(e) => (e.detail > 1 ? undefined : opKlik())}
      >
        {bezig ?? knop}
      </Button>
      {children}
    </div>
  );
}
