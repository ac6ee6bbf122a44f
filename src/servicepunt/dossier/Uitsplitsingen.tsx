import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { Uitsplitsing } from "../../meldcode/registratie";
import type { Organisatiedossier } from "../../meldcode/uitwisseling/servicepunt";
import type { Dienst } from "../dienst";
import { useSchermstijl } from "../stijl";
import { toonGetal, toonMoment } from "../teksten";
import { useVraag } from "../useVraag";
import { dossierteksten } from "./teksten";
import { toonGroepen, toonSpanne } from "./uitsplitsing";

const useStijl = makeStyles({
  spanne: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalM, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  kop: { margin: 0, ...typographyStyles.body1Strong },
  groepen: { margin: 0, display: "grid", gridTemplateColumns: "minmax(0, 9rem) minmax(0, 1fr)", gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, ...typographyStyles.body1, "@media (max-width: 25em)": { gridTemplateColumns: "1fr" } },
  naam: { color: tokens.colorNeutralForeground2 },
  waarden: { margin: 0, display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
  aantal: { fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly dossier: Organisatiedossier;
  readonly dienst: Pick<Dienst, "beleid">;
  readonly nu: () => Date;
}

/** What the lists that count now add up to, span by span. Of a one-person practice the service gives none, and none would be shown. */
export function Uitsplitsingen({ dossier: { organisatie, registraties }, dienst, nu }: Props) {
  const stijl = useSchermstijl();
  const beleid = useVraag("beleid", nu, (onderbreek) => dienst.beleid(onderbreek)).waarde;
  if (organisatie.eenpersoons) return null;
  const leeg = registraties.every(({ uitsplitsingen }) => uitsplitsingen.length === 0);
  return (
    <div className={stijl.deel}>
      <p className={stijl.uitleg}>{dossierteksten.uitsplitsingUitleg(beleid?.minimum ?? null)}</p>
      {leeg && <p className={stijl.rustig}>{registraties.length === 0 ? dossierteksten.geenLijst : dossierteksten.geenUitsplitsing}</p>}
      {registraties.map(({ registratieId, ontvangenOp, uitsplitsingen }, i) => (
        <section key={registratieId} className={stijl.deel} aria-label={dossierteksten.lijstNummer(i + 1)}>
          {registraties.length > 1 && <h3 className={stijl.kop}>{dossierteksten.lijstNummer(i + 1)}</h3>}
          <p className={stijl.rustig}>{dossierteksten.standVan(toonMoment(new Date(ontvangenOp)))}</p>
          {uitsplitsingen.toReversed().map((span) => (
            <Spanne key={span.van} span={span} sisaLabel={beleid?.sisaLabel ?? null} Kop={registraties.length > 1 ? "h4" : "h3"} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Spanne({ span, sisaLabel, Kop }: { readonly span: Uitsplitsing; readonly sisaLabel: string | null; readonly Kop: "h3" | "h4" }) {
  const stijl = useStijl();
  return (
    <div className={stijl.spanne}>
      <Kop className={stijl.kop}>
        {toonSpanne(span)}: {dossierteksten.nieuw(span.aantal, span.afgesloten)}
      </Kop>
      <dl className={stijl.groepen}>
        {toonGroepen(span, sisaLabel).map(({ naam, waarden }) => (
          <div key={naam} style={{ display: "contents" }}>
            <dt className={stijl.naam}>{naam}</dt>
            <dd className={stijl.waarden}>
              {waarden.length === 0 && dossierteksten.geen}
              {waarden.map((waarde) => (
                <span key={waarde.naam}>
                  {waarde.naam} <span className={stijl.aantal}>{toonGetal(waarde.aantal)}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
