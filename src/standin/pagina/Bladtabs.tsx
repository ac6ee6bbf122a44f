import type { ReactElement } from "react";
import type { Sessie } from "./sessie";
import { teksten } from "./teksten";

/** The sheets that are in view. */
export function Bladtabs({ sessie }: { readonly sessie: Sessie }): ReactElement {
  const bladen = sessie.werkmap.bladen.filter((blad) => blad.gegevens.zichtbaarheid === "Visible");
  return (
    <div className="bladtabs">
      <div className="tabs" role="tablist" aria-label={teksten.bladen.naam}>
      {bladen.map((blad) => {
        const gekozen = blad.id === sessie.werkmap.actiefBlad;
        return (
          <button
            key={blad.id}
            type="button"
            role="tab"
            className="bladtab"
            aria-selected={gekozen}
            tabIndex={gekozen ? 0 : -1}
            onClick={() => sessie.kiesBlad(blad)}
            onKeyDown={(e) => {
              const stap = e.key === "ArrowRight" ? 1 : e.key === "ArrowLeft" ? -1 : 0;
              const volgende = bladen[bladen.indexOf(blad) + stap];
              if (stap === 0 || !volgende) return;
              sessie.kiesBlad(volgende);
              const tab = stap > 0 ? e.currentTarget.nextElementSibling : e.currentTarget.previousElementSibling;
              if (tab instanceof HTMLElement) tab.focus();
            }}
          >
            {blad.naam}
          </button>
        );
      })}
      </div>
      <button type="button" className="knop" aria-label={teksten.bladen.erbij} title={teksten.bladen.erbij} onClick={() => sessie.probeer(() => sessie.kiesBlad(sessie.gebruiker.voegBladToe()))}>
        +
      </button>
    </div>
  );
}
