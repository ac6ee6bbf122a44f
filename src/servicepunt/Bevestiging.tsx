import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";
import type { Fout } from "./dienst";
import { Foutmelding } from "./Foutmelding";
import { teksten } from "./teksten";

const useStijl = makeStyles({
  titel: { overflowWrap: "anywhere" },
  inhoud: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, overflowWrap: "anywhere", "& p, & ul": { margin: 0 } },
});

interface Props {
  readonly titel: string;
  /** What it does, in plain words. */
  readonly children: ReactNode;
  readonly knop: string;
  readonly bezig: boolean;
  readonly fout: Fout | null;
  readonly titelFout: string;
  readonly opBevestig: () => void;
  readonly opSluit: () => void;
}

/** Asks once before something far-reaching is done. */
export function Bevestiging({ titel, children, knop, bezig, fout, titelFout, opBevestig, opSluit }: Props) {
  const stijl = useStijl();
  useTerugNaarKnop();
  return (
    <Dialog open modalType="alert" onOpenChange={(_, d) => !d.open && !bezig && opSluit()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle className={stijl.titel}>{titel}</DialogTitle>
          <DialogContent className={stijl.inhoud}>
            {children}
            {fout && <Foutmelding titel={titelFout} fout={fout} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={opSluit} disabledFocusable={bezig}>
              {teksten.annuleren}
            </Button>
            <Button appearance="primary" onClick={opBevestig} disabledFocusable={bezig}>
              {bezig ? teksten.bezig : knop}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/**
 * The focus goes back to the button that asked, or, when that went with what was done, to the nearest part of the page it stood in that is
 * still there. Fluent alone would send it to the row behind an open dossier, which is out of reach then.
 */
function useTerugNaarKnop(): void {
  const [plekken] = useState(() => [document.activeElement, ...["section", "form", "main"].map((plek) => document.activeElement?.closest(plek))]);
  useEffect(
    () => () => {
      // After React took the dialog away.
      setTimeout(() => {
        const doel = plekken.find((plek) => plek?.isConnected);
        if (!(doel instanceof HTMLElement)) return;
        const isKnop = doel === plekken[0];
        if (!isKnop) doel.tabIndex = -1;
        // Who did something half-way down a page stays there.
        doel.focus({ preventScroll: !isKnop });
      });
    },
    [plekken],
  );
}
