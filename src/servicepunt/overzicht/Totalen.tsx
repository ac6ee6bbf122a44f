import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { toonPeriode } from "../../meldcode/periode";
import { teksten, toonGetal } from "../teksten";
import type { Maandtotaal } from "./selectie";

const useStijl = makeStyles({
  kaart: {
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  kop: { cursor: "pointer", ...typographyStyles.body1Strong },
  van: { color: tokens.colorNeutralForeground3, ...typographyStyles.caption1 },
  tabel: { width: "100%", marginTop: tokens.spacingVerticalS, borderCollapse: "collapse", fontVariantNumeric: "tabular-nums", ...typographyStyles.caption1 },
  maand: { textAlign: "left", fontWeight: tokens.fontWeightRegular, padding: "2px 0" },
  getal: { textAlign: "right", padding: "2px 0" },
});

/** The totals for a narrow screen, folded until they are asked for. */
export function Totalen({ totalen, totaalVan }: { readonly totalen: readonly Maandtotaal[]; readonly totaalVan: string }) {
  const stijl = useStijl();
  return (
    <details className={stijl.kaart}>
      <summary className={stijl.kop}>
        {teksten.overzicht.totalen} <span className={stijl.van}>{totaalVan}</span>
      </summary>
      <table className={stijl.tabel}>
        <thead>
          <tr>
            <th className={stijl.maand}>{teksten.overzicht.maand}</th>
            <th className={stijl.getal}>{teksten.overzicht.gereageerd}</th>
            <th className={stijl.getal}>{teksten.overzicht.gestartKort}</th>
            <th className={stijl.getal}>{teksten.overzicht.afgeslotenKort}</th>
          </tr>
        </thead>
        <tbody>
          {totalen.map((t) => (
            <tr key={t.periode}>
              <th scope="row" className={stijl.maand}>
                {toonPeriode(t.periode)}
              </th>
              <td className={stijl.getal}>{toonGetal(t.gereageerd)}</td>
              <td className={stijl.getal}>{toonGetal(t.gestart)}</td>
              <td className={stijl.getal}>{toonGetal(t.afgesloten)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
