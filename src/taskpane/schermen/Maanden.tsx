import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { toonPeriode } from "../../meldcode/periode";
import type { Maandregel } from "../sessie/maanden";
import type { Deelnemerbeeld } from "../sessie/staat";
import type { Verzendbediening } from "../sessie/verzendbediening";
import { teksten } from "../teksten";
import { useStijl } from "./stijl";

const useEigen = makeStyles({
  maand: { display: "grid", gridTemplateColumns: "1fr auto", columnGap: tokens.spacingHorizontalS, alignItems: "baseline", padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  naam: { fontWeight: tokens.fontWeightSemibold, "::first-letter": { textTransform: "uppercase" } },
  aantallen: { gridColumn: "1 / -1", color: tokens.colorNeutralForeground2 },
  stand: { fontSize: tokens.fontSizeBase200, textAlign: "right" },
  nadruk: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  klaar: { color: tokens.colorStatusSuccessForeground1 },
  laat: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  let: { padding: tokens.spacingHorizontalM, borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorNeutralForeground1, display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalS },
});

export function Maanden({ beeld, bediening }: { readonly beeld: Deelnemerbeeld; readonly bediening: Verzendbediening }): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const t = teksten.maanden;
  const open = beeld.maanden.filter((m) => m.stand !== "verzonden");
  const verzonden = beeld.maanden.filter((m) => m.stand === "verzonden");
  const eerste = beeld.voorbeeld?.vanaf;
  return (
    <section className={stijl.kaart} aria-labelledby="maanden-titel">
      <h2 id="maanden-titel" className={stijl.titel}>
        {t.titel}
      </h2>
      {beeld.oordeel.soort === "fouten" && <p className={stijl.zacht}>{t.naHerstel}</p>}
      {beeld.storing !== null && <p className={stijl.zacht}>{t.geenStand}</p>}
      {beeld.ervoor > 0 && eerste && (
        <div className={eigen.let}>
          <p className={stijl.tekst}>{t.ervoor(beeld.ervoor, toonPeriode(eerste))}</p>
          {beeld.kanEerderBeginnen && <Button onClick={() => void bediening.beginEerder()}>{t.ervoorKnop}</Button>}
        </div>
      )}
      {open.length > 0 && (
        <ul className={stijl.lijst}>
          {open.map((maand) => (
            <Maandrij key={maand.periode} maand={maand} />
          ))}
        </ul>
      )}
      {verzonden.length > 0 && (
        <details className={stijl.uitklap} open={open.length === 0 && verzonden.length <= 3}>
          <summary>{t.verzonden(verzonden.length)}</summary>
          <ul className={stijl.lijst}>
            {verzonden.map((maand) => (
              <Maandrij key={maand.periode} maand={maand} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Maandrij({ maand }: { readonly maand: Maandregel }): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const t = teksten.maanden;
  const kleur = maand.stand === "verzonden" ? eigen.klaar : eigen.nadruk;
  return (
    <li className={eigen.maand}>
      <span className={eigen.naam}>{toonPeriode(maand.periode)}</span>
      <span className={eigen.stand}>
        {maand.teLaat && <span className={eigen.laat}>{t.teLaat} · </span>}
        <span className={kleur}>{t.stand[maand.stand]}</span>
      </span>
      <span className={eigen.aantallen}>
        {maand.gestart === 0 ? (maand.stand === "niets-te-melden" ? t.gaatMee : t.nul) : t.aantallen(maand.gestart, maand.afgesloten)}
        {maand.loopt && ` · ${t.loopt}`}
        {maand.gesloten && ` · ${t.gesloten}`}
      </span>
      {(maand.stand === "gewijzigd" || maand.stand === "vervallen") && maand.zinnen.length > 0 && (
        <ul className={mergeClasses(stijl.lijst, eigen.aantallen)}>
          {maand.zinnen.map((zin) => (
            <li key={zin}>{zin}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
