import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Vraag } from "../../sessie/besluit";
import type { Schoolbeeld } from "../../sessie/staat";
import { useFocusBij } from "../focus";
import { useStijl } from "../stijl";
import { Verschillen } from "../Vraagpaneel";
import { type Noem, t } from "./teksten";

const useEigen = makeStyles({ school: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS }, naam: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold } });

export interface Correctie {
  readonly school: Schoolbeeld;
  readonly vraag: Extract<Vraag, { soort: "correctie" }>;
}

/** Who asks only whether a correction was seen. */
export function correctiesVan(scholen: readonly Schoolbeeld[]): Correctie[] {
  return scholen.flatMap((school) => (school.verzending.soort === "vraag" && school.verzending.vraag.soort === "correctie" ? [{ school, vraag: school.verzending.vraag }] : []));
}

/** The differences of several schools together: the same question forty times would be answered unread. */
export function Correcties({ correcties, naam }: { readonly correcties: readonly Correctie[]; readonly naam: Noem }): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const kop = useFocusBij("correcties", true);
  return (
    <section className={stijl.kaart} aria-labelledby="correcties-titel">
      <h2 id="correcties-titel" ref={kop} tabIndex={-1} className={stijl.titel}>
        {t.verzenden.correcties.titel(correcties.length, naam)}
      </h2>
      <p className={stijl.tekst}>{t.verzenden.correcties.tekst}</p>
      {correcties.map(({ school, vraag }) => (
        <div key={school.organisatie.organisatieId} className={eigen.school}>
          <h3 className={eigen.naam}>{school.organisatie.naam}</h3>
          <Verschillen verschillen={vraag.verschillen} />
        </div>
      ))}
    </section>
  );
}
