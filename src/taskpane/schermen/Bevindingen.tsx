import { Button, Field, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { LightbulbRegular } from "@fluentui/react-icons/svg/lightbulb";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import { type ReactElement, useState } from "react";
import type { Bevinding, Ernst } from "../../meldcode/bevinding";
import { adresVan, type Lijstinhoud } from "../../workbook/werkboek";
import type { Bevindinggroep } from "../sessie/oordeel";
import type { Sessie } from "../sessie/sessie";
import type { Lijstbeeld } from "../sessie/staat";
import { vulkeuzes } from "../sessie/vullen";
import { bevindingteksten } from "../bevindingteksten";
import { metSisaNaam } from "../sisanaam";
import { getal, teksten } from "../teksten";
import { useStijl } from "./stijl";

/** How many of a group are shown at first, and how many more at a time: fifty thousand rows stay usable. */
const EERST = 5;
const STAP = 100;

const TEKENS = { fout: ErrorCircleFilled, waarschuwing: WarningFilled, tip: LightbulbRegular } as const satisfies Record<Ernst, unknown>;

const useEigen = makeStyles({
  kaart: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusXLarge },
  kop: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between" },
  vullen: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "end", gap: tokens.spacingHorizontalS, "& select": { minWidth: 0 } },
  ingebed: { paddingTop: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  teken: { display: "flex", flexShrink: 0, fontSize: "20px" },
  fout: { color: tokens.colorStatusDangerForeground1 },
  waarschuwing: { color: tokens.colorStatusWarningForeground3 },
  tip: { color: tokens.colorBrandForeground1 },
  groeptitel: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
  aantal: { fontVariantNumeric: "tabular-nums", padding: "0 8px", borderRadius: tokens.borderRadiusCircular, backgroundColor: tokens.colorNeutralBackground4 },
  inhoud: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalXS} 0` },
  plaats: { display: "grid", gridTemplateColumns: "auto 1fr", gap: tokens.spacingHorizontalS, alignItems: "start", padding: `${tokens.spacingVerticalXS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  plaatstekst: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS, minWidth: 0, paddingTop: "2px" },
  adres: { minWidth: "56px", fontVariantNumeric: "tabular-nums" },
  adressen: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  verborgen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

interface Bevindingenopties {
  readonly beeld: Pick<Lijstbeeld, "groepen" | "inhoud" | "beleid">;
  readonly sessie: Sessie;
  /** Whose row it is, in a list of several. */
  readonly schoolVan?: (rij: number) => string | null;
}

export function Bevindingen({ beeld, sessie, schoolVan }: Bevindingenopties): ReactElement | null {
  const stijl = useStijl();
  const eigen = useEigen();
  if (beeld.groepen.length === 0) return null;
  const tips = beeld.groepen.filter((groep) => groep.ernst === "tip");
  return (
    <section aria-label={teksten.bevindingen.titel} className={stijl.lijst}>
      {tips.length < beeld.groepen.length && (
        <div className={eigen.kop}>
          <h2 className={stijl.titel}>{teksten.bevindingen.titel}</h2>
          <Button size="small" appearance="subtle" title={teksten.bevindingen.volgendeUitleg} onClick={() => void sessie.volgendeBevinding()}>
            {teksten.bevindingen.volgende}
          </Button>
        </div>
      )}
      {beeld.inhoud.beveiligd && <p className={stijl.zacht}>{sessie.plek.beveiligd}</p>}
      {beeld.groepen
        .filter((groep) => groep.ernst !== "tip")
        .map((groep) => (
          <Groep key={groep.code} groep={groep} beeld={beeld} sessie={sessie} schoolVan={schoolVan} />
        ))}
      {tips.length > 0 && (
        <details className={mergeClasses(eigen.kaart, stijl.uitklap)}>
          <summary>
            <Ernstteken ernst="tip" />
            <span className={eigen.groeptitel}>{teksten.bevindingen.tips}</span>
            <span className={eigen.aantal}>{getal(tips.reduce((som, groep) => som + groep.bevindingen.length, 0))}</span>
          </summary>
          {tips.map((groep) => (
            <Groep key={groep.code} groep={groep} beeld={beeld} sessie={sessie} schoolVan={schoolVan} />
          ))}
        </details>
      )}
    </section>
  );
}

function Groep({ groep, beeld, sessie, schoolVan }: Bevindingenopties & { readonly groep: Bevindinggroep }): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const [getoond, zetGetoond] = useState(EERST);
  const { ernst, bevindingen } = groep;
  const totaal = bevindingen.length;
  const zichtbaar = bevindingen.slice(0, getoond);
  const gelijk = totaal > 1 && bevindingen.every((b) => b.melding === bevindingen[0]?.melding && !b.herstel);
  const teHerstellen = beeld.inhoud.beveiligd ? [] : bevindingen.filter((b) => b.herstel);
  const t = teksten.bevindingen;
  return (
    <details className={mergeClasses(ernst === "tip" ? eigen.ingebed : eigen.kaart, stijl.uitklap)} open={ernst !== "tip"}>
      <summary>
        {ernst !== "tip" && <Ernstteken ernst={ernst} />}
        <span className={eigen.groeptitel}>
          <span className={eigen.verborgen}>{teksten.ernst[ernst]}: </span>
          {metSisaNaam(bevindingteksten[groep.code].titel, beeld.beleid)}
        </span>
        <span className={eigen.aantal}>{getal(totaal)}</span>
      </summary>
      <div className={eigen.inhoud}>
        {gelijk && <p className={stijl.tekst}>{bevindingen[0]?.melding}</p>}
        {teHerstellen.length > 1 && (
          <Button onClick={() => void sessie.herstel(teHerstellen)}>{t.herstelAlle(teHerstellen.length)}</Button>
        )}
        {!beeld.inhoud.beveiligd && <Vullen groep={groep} inhoud={beeld.inhoud} opVul={(waarde) => void sessie.vul(bevindingen, waarde)} />}
        {gelijk ? (
          <div className={eigen.adressen}>
            {zichtbaar.map((b) => (
              <Celknop key={`${b.rij} ${b.veld}`} bevinding={b} inhoud={beeld.inhoud} sessie={sessie} />
            ))}
          </div>
        ) : (
          <ul className={stijl.lijst}>
            {zichtbaar.map((b) => (
              <li key={`${b.rij} ${b.veld}`} className={eigen.plaats}>
                <Celknop bevinding={b} inhoud={beeld.inhoud} sessie={sessie} />
                <div className={eigen.plaatstekst}>
                  {schoolVan && <span className={stijl.klein}>{schoolVan(b.rij)}</span>}
                  <span>{b.melding}</span>
                  {b.herstel && !beeld.inhoud.beveiligd && (
                    <Button size="small" onClick={() => void sessie.herstel([b])}>
                      {b.herstel.label}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
        {totaal > getoond && (
          <Button appearance="subtle" onClick={() => zetGetoond(getoond + STAP)}>
            {totaal - getoond <= STAP ? t.toonAlle(totaal) : t.toonMeer(STAP, totaal)}
          </Button>
        )}
        {getoond > EERST && totaal > EERST && (
          <Button appearance="subtle" onClick={() => zetGetoond(EERST)}>
            {t.toonMinder}
          </Button>
        )}
      </div>
    </details>
  );
}

/** One answer for all the empty cells of a group. */
function Vullen({ groep, inhoud, opVul }: { readonly groep: Bevindinggroep; readonly inhoud: Lijstinhoud; readonly opVul: (waarde: string) => void }): ReactElement | null {
  const eigen = useEigen();
  const [waarde, zetWaarde] = useState("");
  const keuzes = vulkeuzes(groep.code, inhoud);
  const t = teksten.bevindingen;
  if (keuzes.length === 0) return null;
  return (
    <div className={eigen.vullen}>
      <Field label={t.vulMet(groep.bevindingen.length)}>
        <Select value={waarde} onChange={(_, { value }) => zetWaarde(value)}>
          <option value="">{t.kies}</option>
          {keuzes.map((keuze) => (
            <option key={keuze}>{keuze}</option>
          ))}
        </Select>
      </Field>
      <Button disabledFocusable={waarde === ""} onClick={() => opVul(waarde)}>
        {t.vul}
      </Button>
    </div>
  );
}

function Ernstteken({ ernst }: { readonly ernst: Ernst }): ReactElement {
  const eigen = useEigen();
  const Teken = TEKENS[ernst];
  return (
    <span className={mergeClasses(eigen.teken, eigen[ernst])} aria-hidden="true">
      <Teken />
    </span>
  );
}

function Celknop({ bevinding, inhoud, sessie }: { readonly bevinding: Bevinding; readonly inhoud: Lijstinhoud; readonly sessie: Sessie }): ReactElement {
  const eigen = useEigen();
  const adres = adresVan(inhoud, inhoud.plaats(bevinding.rij, bevinding.veld));
  return (
    <Button size="small" className={eigen.adres} aria-label={teksten.bevindingen.spring(adres)} onClick={() => void sessie.springNaar(bevinding, adres)}>
      {adres}
    </Button>
  );
}
