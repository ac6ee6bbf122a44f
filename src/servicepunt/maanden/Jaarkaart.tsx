import { Checkbox, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { LockClosedRegular } from "@fluentui/react-icons";
import { MAANDNAMEN, type Periode, toonPeriode } from "../../meldcode/periode";
import type { Maandtotaal } from "../overzicht/selectie";
import { SMAL, useSchermstijl } from "../stijl";
import type { Jaar } from "./jaren";
import { maandteksten } from "./teksten";

const useStijl = makeStyles({
  kop: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: `0 ${tokens.spacingHorizontalM}` },
  maanden: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(11.5rem, 1fr))", gap: tokens.spacingHorizontalS, [SMAL]: { gridTemplateColumns: "repeat(auto-fill, minmax(7.5rem, 1fr))" } },
  maand: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    alignItems: "center",
    minHeight: "3.5rem",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ...typographyStyles.body1,
  },
  dicht: { backgroundColor: tokens.colorNeutralBackground3 },
  tekst: { gridColumn: 2, display: "flex", flexDirection: "column", minWidth: 0 },
  naam: { cursor: "inherit", fontWeight: tokens.fontWeightSemibold, "::first-letter": { textTransform: "uppercase" } },
  stand: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground2, ...typographyStyles.caption1 },
});

interface Props {
  readonly jaar: Jaar;
  readonly deze: Periode;
  readonly gesloten: readonly Periode[];
  readonly totalen: readonly Maandtotaal[];
  readonly gekozen: readonly Periode[];
  /** null: who is signed in may only look. */
  readonly opKies: ((perioden: readonly Periode[], aan: boolean) => void) | null;
}

/** The months of a year: open or closed, how many responded, and a box to choose them by. A month that is not over cannot be closed. */
export function Jaarkaart({ jaar, deze, gesloten, totalen, gekozen, opKies }: Props) {
  const stijl = useStijl();
  const scherm = useSchermstijl();
  const kiesbaar = jaar.maanden.filter((periode) => periode < deze || gesloten.includes(periode));
  const aan = kiesbaar.filter((periode) => gekozen.includes(periode)).length;
  return (
    <section className={scherm.kaart} aria-labelledby={`jaar-${jaar.jaar}`}>
      <div className={stijl.kop}>
        <h2 id={`jaar-${jaar.jaar}`} className={scherm.kop}>
          {jaar.jaar}
        </h2>
        <span className={scherm.rustig}>{maandteksten.geslotenIn(jaar.maanden.filter((periode) => gesloten.includes(periode)).length, jaar.jaar)}</span>
        {opKies && kiesbaar.length > 1 && (
          <Checkbox label={maandteksten.heelJaar(jaar.jaar)} checked={aan === kiesbaar.length ? true : aan > 0 ? "mixed" : false} onChange={(_, d) => opKies(kiesbaar, d.checked === true)} />
        )}
      </div>
      <ul className={stijl.maanden}>
        {jaar.maanden.map((periode) => {
          const dicht = gesloten.includes(periode);
          const totaal = totalen.find((t) => t.periode === periode);
          const naam = MAANDNAMEN[Number(periode.slice(5)) - 1];
          return (
            <li key={periode} className={`${stijl.maand} ${dicht ? stijl.dicht : ""}`}>
              {opKies && kiesbaar.includes(periode) && (
                <Checkbox id={`kies-${periode}`} aria-label={toonPeriode(periode)} checked={gekozen.includes(periode)} onChange={(_, d) => opKies([periode], d.checked === true)} />
              )}
              <div className={stijl.tekst}>
                <label htmlFor={`kies-${periode}`} className={stijl.naam}>
                  {naam}
                </label>
                <span className={stijl.stand}>
                  {dicht && <LockClosedRegular aria-hidden="true" />}
                  {dicht ? maandteksten.gesloten : periode >= deze ? maandteksten.looptNog : maandteksten.open}
                </span>
                {totaal && <span className={stijl.stand}>{maandteksten.gereageerd(totaal.gereageerd, totaal.organisaties)}</span>}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
