import { useState, type ReactElement } from "react";
import { inGroepen, metControleteken } from "../../meldcode/code";
import { teksten } from "./teksten";

/** What the made-up data of `npm start` holds; src/endpoint/demo has the same. */
export const DEMO = { code: inGroepen(metControleteken("DEM0000000000A1")), account: "servicepunt", wachtwoord: "demo-servicepunt" } as const;

/** For someone who sees this page for the first time: what it is, and the code to begin with. */
export function Startstrook({ opSluit }: { readonly opSluit: () => void }): ReactElement {
  const [gekopieerd, zetGekopieerd] = useState(false);
  const t = teksten.start;
  return (
    <aside className="startstrook" aria-label={t.strook}>
      <p className="uitleg">{t.uitleg}</p>
      <p>
        {t.code} <code>{DEMO.code}</code>{" "}
        <button
          type="button"
          className="knop klein"
          onClick={() => {
            void navigator.clipboard.writeText(DEMO.code).then(() => zetGekopieerd(true));
          }}
        >
          {gekopieerd ? t.gekopieerd : t.kopieer}
        </button>
      </p>
      <p>
        <a href="/servicepunt.html" target="_blank" rel="noopener">
          {t.servicepunt}
        </a>{" "}
        {t.account(DEMO.account, DEMO.wachtwoord)}
      </p>
      <p>
        <a href="/v1/openapi.json" target="_blank" rel="noopener">
          {t.api}
        </a>
      </p>
      <button type="button" className="knop" aria-label={t.sluit} title={t.sluit} onClick={opSluit}>
        ✕
      </button>
    </aside>
  );
}
