import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowCircleUpFilled } from "@fluentui/react-icons/svg/arrow-circle-up";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import type { ReactElement } from "react";
import type { Oordeel } from "../sessie/oordeel";
import type { Lijstbeeld } from "../sessie/staat";
import { aantal, opsomming, teksten, type Tweezin } from "../teksten";
import { useFocusBij } from "./focus";
import { useStijl } from "./stijl";

const useEigen = makeStyles({
  oordeel: { display: "grid", gridTemplateColumns: "auto 1fr", columnGap: tokens.spacingHorizontalM, alignItems: "start", padding: tokens.spacingHorizontalM, borderRadius: tokens.borderRadiusXLarge, border: "1px solid transparent" },
  fouten: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1 },
  klaar: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  verzonden: { backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground1 },
  teken: { fontSize: "28px", lineHeight: 1, display: "flex" },
  uitleg: { margin: 0, color: tokens.colorNeutralForeground1 },
});

export interface Oordeelopties {
  readonly soort: Oordeel["soort"];
  readonly titel: string;
  readonly tekst: string;
  /** Goes up when the user asked for the verdict anew. */
  readonly nummer: number;
}

/** The verdict. A screen reader hears it change, but only it. */
export function Oordeelkop({ soort, titel, tekst, nummer }: Oordeelopties): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const kop = useFocusBij(nummer === 0 ? null : String(nummer));
  const Teken = soort === "fouten" ? ErrorCircleFilled : soort === "klaar" ? ArrowCircleUpFilled : CheckmarkCircleFilled;
  const kleur = soort === "fouten" ? eigen.fouten : soort === "klaar" ? eigen.klaar : eigen.verzonden;
  return (
    <section className={mergeClasses(eigen.oordeel, kleur)} role="status">
      <span className={eigen.teken} aria-hidden="true">
        <Teken />
      </span>
      <div>
        <h1 ref={kop} tabIndex={-1} className={stijl.groteTitel}>
          {titel}
        </h1>
        <p className={eigen.uitleg}>{tekst}</p>
      </div>
    </section>
  );
}

export function oordeelzinnen(beeld: Pick<Lijstbeeld, "oordeel" | "maanden">): Tweezin {
  const { oordeel } = beeld;
  const t = teksten.oordeel;
  switch (oordeel.soort) {
    case "fouten":
      return { titel: t.fouten(oordeel.fouten, oordeel.rijen), tekst: t.foutenUitleg };
    case "klaar":
      return { titel: t.klaar, tekst: t.klaarUitleg(watGaatMee(beeld)) };
    case "alles-verzonden":
      return { titel: t.allesVerzonden, tekst: t.allesVerzondenUitleg };
    case "niet-vergeleken":
      return { titel: t.nietVergeleken, tekst: t.nietVergelekenUitleg };
  }
}

/** "2 nieuwe maanden en 1 correctie" */
function watGaatMee({ maanden }: Pick<Lijstbeeld, "maanden">): string {
  const nieuw = maanden.filter((m) => m.stand === "te-verzenden" || m.stand === "niets-te-melden").length;
  const anders = maanden.filter((m) => m.stand === "gewijzigd" || m.stand === "vervallen").length;
  const delen = [...(nieuw > 0 ? [aantal(nieuw, "nieuwe maand", "nieuwe maanden")] : []), ...(anders > 0 ? [aantal(anders, "gewijzigde maand", "gewijzigde maanden")] : [])];
  return delen.length > 0 ? opsomming(delen) : teksten.oordeel.uitsplitsing;
}
