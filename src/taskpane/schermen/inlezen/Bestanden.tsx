import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Bestandsregel } from "../../sessie/inlezen";
import { useStijl } from "../stijl";
import { inleesteksten } from "./teksten";

const t = inleesteksten.bestanden;

const useEigen = makeStyles({
  bestand: { paddingTop: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  fout: { color: tokens.colorStatusDangerForeground1 },
});

const NIET_GELEZEN: readonly Bestandsregel["stand"]["soort"][] = ["onleesbaar", "geen-lijst", "niet-berekend", "past-niet"];

export function isNietGelezen({ stand }: Bestandsregel): boolean {
  return NIET_GELEZEN.includes(stand.soort);
}

/** What became of each file. */
export function Bestanden({ bestanden }: { readonly bestanden: readonly Bestandsregel[] }): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  return (
    <ul className={stijl.lijst}>
      {bestanden.map((regel) => (
        <li key={regel.nummer} className={eigen.bestand}>
          <p className={stijl.tekst}>{t.naam(regel.nummer, regel.naam)}</p>
          <p className={mergeClasses(stijl.klein, isNietGelezen(regel) && eigen.fout)}>{inleesteksten.stand(regel)}</p>
        </li>
      ))}
    </ul>
  );
}
