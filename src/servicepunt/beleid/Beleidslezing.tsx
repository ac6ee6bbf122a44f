import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { INDICATOREN } from "../../meldcode/indicator";
import { useSchermstijl } from "../stijl";
import { beleidteksten } from "./teksten";
import { naamVan, toonVeld } from "./verschillen";
import type { Vorm, Vormveld } from "./vorm";

const useStijl = makeStyles({
  feiten: { margin: 0, display: "grid", gridTemplateColumns: "minmax(0, 13rem) minmax(0, 1fr)", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, ...typographyStyles.body1, "@media (max-width: 35.99em)": { gridTemplateColumns: "1fr", rowGap: 0 } },
  naam: { color: tokens.colorNeutralForeground3 },
  waarde: { margin: 0, whiteSpace: "pre-line", "::first-letter": { textTransform: "uppercase" }, "@media (max-width: 35.99em)": { marginBottom: tokens.spacingVerticalM } },
  letterlijk: { "::first-letter": { textTransform: "none" } },
});

/** Where what stands there begins as it was typed. */
const LETTERLIJK: readonly Vormveld[] = ["gemeente", "contactNaam", "contactUrl", "contactEmail", "helpUrl"];

/** The policy in words. */
export function Beleidslezing({ vorm }: { readonly vorm: Vorm }) {
  const scherm = useSchermstijl();
  return (
    <>
      <section className={scherm.kaart} aria-labelledby="beleid-vragen">
        <h2 id="beleid-vragen" className={scherm.kop}>
          {beleidteksten.vragen}
        </h2>
        <p className={scherm.uitleg}>{beleidteksten.altijd}</p>
        <Feiten vorm={vorm} velden={["sisaLabel", ...INDICATOREN]} />
      </section>
      <section className={scherm.kaart} aria-labelledby="beleid-tellen">
        <h2 id="beleid-tellen" className={scherm.kop}>
          {beleidteksten.tellen}
        </h2>
        <Feiten vorm={vorm} velden={["deadlineDag", "minimum"]} />
      </section>
      <section className={scherm.kaart} aria-labelledby="beleid-hulp">
        <h2 id="beleid-hulp" className={scherm.kop}>
          {beleidteksten.hulp}
        </h2>
        <Feiten vorm={vorm} velden={["gemeente", "contactNaam", "contactEmail", "contactUrl", "helpUrl", "helpteksten"]} />
      </section>
    </>
  );
}

function Feiten({ vorm, velden }: { readonly vorm: Vorm; readonly velden: readonly Vormveld[] }) {
  const stijl = useStijl();
  return (
    <dl className={stijl.feiten}>
      {velden.map((veld) => (
        <div key={veld} style={{ display: "contents" }}>
          <dt className={stijl.naam}>{naamVan(veld)}</dt>
          <dd className={`${stijl.waarde} ${LETTERLIJK.includes(veld) ? stijl.letterlijk : ""}`}>{toonVeld(vorm, veld)}</dd>
        </div>
      ))}
    </dl>
  );
}
