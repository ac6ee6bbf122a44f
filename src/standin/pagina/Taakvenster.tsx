import { useEffect, useRef, useState, type PointerEvent, type ReactElement } from "react";
import { teksten } from "./teksten";

/** Excel on the web gives a pane 320 pixels and lets the user make it wider. */
const BREEDTE = { begin: 350, minst: 320, meest: 450 } as const;
const STAP = 10;

interface Eigenschappen {
  readonly open: boolean;
  readonly opSluit: () => void;
  /** Another number is another workbook: the pane begins anew. */
  readonly nummer: number;
  /** Fills the frame with the task pane and connects it to the workbook. Answers how to end that. */
  readonly verbind: (frame: HTMLIFrameElement) => () => void;
}

/** The task pane in its frame, beside the sheet. Closing hides it, as the shared runtime of the add-in lives on. */
export function Taakvenster({ open, opSluit, nummer, verbind }: Eigenschappen): ReactElement {
  const frame = useRef<HTMLIFrameElement>(null);
  const [breedte, zetBreedte] = useState<number>(BREEDTE.begin);
  const [sleept, zetSleept] = useState(false);
  const [ooitOpen, zetOoitOpen] = useState(open);
  if (open && !ooitOpen) zetOoitOpen(true);

  useEffect(() => (ooitOpen && frame.current ? verbind(frame.current) : undefined), [verbind, nummer, ooitOpen]);

  const zet = (nieuw: number) => zetBreedte(Math.max(BREEDTE.minst, Math.min(BREEDTE.meest, Math.round(nieuw))));
  return (
    <>
      {open && (
        <div
          className="splitter"
          role="separator"
          aria-orientation="vertical"
          aria-label={teksten.taakvenster.splitter}
          aria-valuenow={breedte}
          aria-valuemin={BREEDTE.minst}
          aria-valuemax={BREEDTE.meest}
          tabIndex={0}
          onKeyDown={(e) => {
            if (e.key === "ArrowLeft") zet(breedte + STAP);
            if (e.key === "ArrowRight") zet(breedte - STAP);
          }}
          onPointerDown={(e: PointerEvent<HTMLDivElement>) => {
            e.currentTarget.setPointerCapture(e.pointerId);
            zetSleept(true);
          }}
          onPointerMove={(e) => {
            if (e.currentTarget.hasPointerCapture(e.pointerId)) zet(window.innerWidth - e.clientX);
          }}
          onPointerUp={() => zetSleept(false)}
        />
      )}
      <section className={sleept ? "taakvenster slepend" : "taakvenster"} hidden={!open} aria-label={teksten.lint.taakvenster} style={{ width: breedte }}>
        <header>
          <h2>{teksten.titel}</h2>
          <button type="button" className="knop" aria-label={teksten.taakvenster.sluit} title={teksten.taakvenster.sluit} onClick={opSluit}>
            ✕
          </button>
        </header>
        {ooitOpen && <iframe key={nummer} ref={frame} title={teksten.titel} />}
      </section>
    </>
  );
}
