import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { beleidteksten } from "./teksten";
import type { Verschil } from "./verschillen";

const useStijl = makeStyles({
  lijst: { listStyleType: "none", padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  naam: { margin: 0, ...typographyStyles.body1Strong },
  rij: { display: "grid", gridTemplateColumns: "4.5rem minmax(0, 1fr)", columnGap: tokens.spacingHorizontalS, whiteSpace: "pre-line" },
  stil: { color: tokens.colorNeutralForeground3 },
  gevolg: { marginTop: `${tokens.spacingVerticalXS} !important`, color: tokens.colorNeutralForeground2 },
});

/** Each change: what it was, what it becomes, what organisations notice. */
export function Verschillenlijst({ verschillen }: { readonly verschillen: readonly Verschil[] }) {
  const stijl = useStijl();
  return (
    <ul className={stijl.lijst}>
      {verschillen.map(({ veld, naam, was, wordt, gevolg }) => (
        <li key={veld}>
          <h3 className={stijl.naam}>{naam}</h3>
          <div className={stijl.rij}>
            <span className={stijl.stil}>{beleidteksten.was}</span>
            <span>{was}</span>
            <span className={stijl.stil}>{beleidteksten.wordt}</span>
            <strong>{wordt}</strong>
          </div>
          <p className={stijl.gevolg}>{gevolg}</p>
        </li>
      ))}
    </ul>
  );
}
