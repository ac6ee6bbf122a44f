import { Link } from "@fluentui/react-components";
import { type ReactElement, useEffect, useRef } from "react";
import { BEVINDINGEN, type Bevindingcode } from "../../../meldcode/bevinding";
import { isIndicator } from "../../../meldcode/indicator";
import type { Beleid } from "../../../meldcode/uitwisseling/beleid";
import { isGevraagd, STANDAARDVRAAGSTELLING, type Vraagstelling } from "../../../meldcode/vraagstelling";
import { bevindingteksten } from "../../bevindingteksten";
import { metSisaNaam } from "../../sisanaam";
import { teksten, type Tweezin } from "../../teksten";
import { useStijl } from "../stijl";
import { Voet } from "../Voet";
import { HULPKOPPEN, hulponderdelen } from "./teksten";

/** Works without a network: everything it says is in the bundle, and what the municipality says is as it was last heard. */
export default function Hulp({ erbij, beleid, opTerug }: { readonly erbij: readonly Tweezin[]; readonly beleid: Beleid | null; readonly opTerug: () => void }): ReactElement {
  const stijl = useStijl();
  const kop = useRef<HTMLHeadingElement>(null);
  useEffect(() => kop.current?.focus(), []);
  const vraagstelling = beleid ?? STANDAARDVRAAGSTELLING;
  // The keys of the table of findings are its codes.
  const codes = (Object.keys(BEVINDINGEN) as Bevindingcode[]).filter((code) => isVanToepassing(code, vraagstelling));
  return (
    <>
      <main className={stijl.inhoud}>
        <h1 ref={kop} tabIndex={-1} className={stijl.groteTitel}>
          {teksten.hulp.titel}
        </h1>
        {beleid && beleid.helpteksten.length > 0 && (
          <section className={stijl.kaart} aria-labelledby="hulp-gemeente">
            <h2 id="hulp-gemeente" className={stijl.titel}>
              {HULPKOPPEN.gemeente(beleid.gemeente)}
            </h2>
            {beleid.helpteksten.map(({ kop, tekst }, i) => (
              <details key={kop} className={stijl.uitklap} open={i === 0}>
                <summary>{kop}</summary>
                <p className={stijl.tekst} style={{ whiteSpace: "pre-line" }}>
                  {tekst}
                </p>
              </details>
            ))}
          </section>
        )}
        <div className={stijl.kaart}>
          {[...erbij, ...hulponderdelen(vraagstelling)].map(({ titel, tekst }, i) => (
            <details key={titel} className={stijl.uitklap} open={i === 0}>
              <summary>{titel}</summary>
              <p className={stijl.tekst}>{tekst}</p>
            </details>
          ))}
        </div>
        <section className={stijl.kaart} aria-labelledby="hulp-betekenis">
          <h2 id="hulp-betekenis" className={stijl.titel}>
            {HULPKOPPEN.betekenis}
          </h2>
          <p className={stijl.zacht}>{HULPKOPPEN.ernst}</p>
          {codes.map((code) => (
            <details key={code} className={stijl.uitklap}>
              <summary>
                {metSisaNaam(bevindingteksten[code].titel, beleid)} ({teksten.ernst[BEVINDINGEN[code]].toLowerCase()})
              </summary>
              <p className={stijl.tekst}>{metSisaNaam(bevindingteksten[code].tekst, beleid)}</p>
            </details>
          ))}
        </section>
        {beleid && (
          <p className={stijl.klein}>
            <Link inline href={beleid.helpUrl} target="_blank" rel="noreferrer">
              {HULPKOPPEN.meer}
            </Link>
            : {HULPKOPPEN.meerTekst}
          </p>
        )}
      </main>
      <Voet knop={teksten.hulp.terug} opKlik={opTerug} />
    </>
  );
}

/** Of a column that the municipality does not ask, nothing is ever found. The first word of a code is its field. */
function isVanToepassing(code: Bevindingcode, vraagstelling: Vraagstelling): boolean {
  const [veld = ""] = code.split("-");
  return veld === "sisa" || isIndicator(veld) ? isGevraagd(veld, vraagstelling) : true;
}
