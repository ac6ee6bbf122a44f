import { useLayoutEffect, useRef, type ReactElement } from "react";
import type { Bericht as Berichtinhoud } from "./sessie";
import { teksten } from "./teksten";

/** A message in front of the page; Escape and "Begrepen" put it away. */
export function Bericht({ bericht, opSluit }: { readonly bericht: Berichtinhoud; readonly opSluit: () => void }): ReactElement {
  const venster = useRef<HTMLDialogElement>(null);
  // Closing before the element goes gives the focus back to where it was.
  useLayoutEffect(() => {
    const el = venster.current;
    el?.showModal();
    return () => el?.close();
  }, []);
  const { vraag } = bericht;
  return (
    <dialog ref={venster} className="bericht" aria-labelledby="bericht-titel" onClose={opSluit}>
      <h2 id="bericht-titel">{bericht.titel}</h2>
      <p>{bericht.tekst}</p>
      <footer>
        {vraag && (
          <button type="button" className="knop klein" onClick={opSluit}>
            {teksten.bericht.annuleren}
          </button>
        )}
        <button
          type="button"
          className="knop hoofd"
          autoFocus
          onClick={() => {
            opSluit();
            vraag?.opJa();
          }}
        >
          {vraag?.ja ?? teksten.bericht.begrepen}
        </button>
      </footer>
    </dialog>
  );
}
