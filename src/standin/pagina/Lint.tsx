import type { ReactElement } from "react";
import { teksten } from "./teksten";

interface Eigenschappen {
  readonly vensterOpen: boolean;
  readonly opVenster: () => void;
  readonly opControleren: () => void;
  readonly opVolgende: () => void;
  readonly opVerzenden: () => void;
}

/** The buttons of manifest.xml, where Excel would show them. */
export function Lint({ vensterOpen, opVenster, opControleren, opVolgende, opVerzenden }: Eigenschappen): ReactElement {
  return (
    <section className="lint" aria-label={teksten.lint.naam}>
      <p className="linttab">{teksten.titel}</p>
      <div className="lintgroep">
        <Lintknop tekst={teksten.lint.taakvenster} icoon="icon" ingedrukt={vensterOpen} opKlik={opVenster} />
        <Lintknop tekst={teksten.lint.controleren} icoon="controleren" opKlik={opControleren} />
        <Lintknop tekst={teksten.lint.volgende} icoon="volgende" opKlik={opVolgende} />
        <Lintknop tekst={teksten.lint.verzenden} icoon="verzenden" opKlik={opVerzenden} />
      </div>
    </section>
  );
}

interface Knopeigenschappen {
  readonly tekst: string;
  readonly icoon: string;
  readonly ingedrukt?: boolean;
  readonly opKlik: () => void;
}

function Lintknop({ tekst, icoon, ingedrukt, opKlik }: Knopeigenschappen): ReactElement {
  return (
    <button type="button" className="lintknop" {...(ingedrukt === undefined ? {} : { "aria-pressed": ingedrukt })} onClick={opKlik}>
      <img src={`/assets/${icoon}-24.png`} srcSet={`/assets/${icoon}-48.png 2x`} alt="" width={24} height={24} />
      {tekst}
    </button>
  );
}
