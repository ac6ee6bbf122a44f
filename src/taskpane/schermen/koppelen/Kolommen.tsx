import { Button, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import { KOPPEN, type Veld } from "../../../meldcode/veld";
import { useStijl } from "../stijl";
import type { Voorstelbeeld } from "../../sessie/koppelen/koppelen";
import { koppelteksten } from "./teksten";
import type { Voorstelopties } from "./voorstelopties";

const t = koppelteksten.kolommen;
const GEEN = "";

const useEigen = makeStyles({
  veld: { display: "grid", gridTemplateColumns: "1fr auto", columnGap: tokens.spacingHorizontalS, alignItems: "start", padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  kop: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  naam: { fontWeight: tokens.fontWeightSemibold },
  zekerheid: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, padding: "0 6px", borderRadius: tokens.borderRadiusCircular, whiteSpace: "nowrap", backgroundColor: tokens.colorNeutralBackground4, color: tokens.colorNeutralForeground2 },
  zeker: { backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground1 },
  vraag: { backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorStatusWarningForeground2 },
  heel: { gridColumn: "1 / -1" },
});

/** Each field with its column, how sure that is, and three examples from the list. */
export function Kolommen({ beeld, stroom, sisaNaam }: Voorstelopties): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const [open, zetOpen] = useState<Veld | null>(null);
  return (
    <section className={stijl.kaart} aria-label={t.titel}>
      <h2 className={stijl.titel}>{t.titel}</h2>
      <ul className={stijl.lijst}>
        {beeld.velden.map((veld) => {
          const naam = veld === "sisa" && sisaNaam ? sisaNaam : KOPPEN[veld];
          const gokken = beeld.voorstel.kolommen.filter((gok) => gok.veld === veld);
          const zekerheid = zekerheidVan(veld, beeld);
          const kies = (letter: string): void => {
            zetOpen(null);
            stroom.kiesKolom(veld, beeld.kolommen.filter(({ kolom }) => kolom === letter));
          };
          return (
            <li key={veld} className={eigen.veld}>
              <div className={eigen.kop}>
                <span className={eigen.naam}>{naam}</span>
                <span className={mergeClasses(eigen.zekerheid, zekerheid === "zeker" && eigen.zeker, zekerheid === "gevraagd" && eigen.vraag)}>{t.zekerheid[zekerheid]}</span>
              </div>
              <Button size="small" appearance="subtle" aria-label={t.wijzig(naam)} aria-expanded={open === veld} onClick={() => zetOpen(open === veld ? null : veld)}>
                {t.wijzigKort}
              </Button>
              {gokken.map((gok) => (
                <p key={gok.kolom} className={mergeClasses(stijl.klein, eigen.heel)}>
                  ‘{gok.kop}’ ({koppelteksten.vragen.kolom(gok.kolom)}): {gok.voorbeelden.length > 0 ? koppelteksten.vragen.bijvoorbeeld(gok.voorbeelden.map(({ tekst }) => tekst)) : t.leeg}
                </p>
              ))}
              {open === veld && (
                <Select className={eigen.heel} autoFocus aria-label={t.welke(naam)} defaultValue={gokken[0]?.kolom ?? GEEN} onChange={(_, { value }) => kies(value)}>
                  {veld !== "startdatum" && <option value={GEEN}>{t.geen}</option>}
                  {beeld.kolommen.map(({ kop, kolom }) => (
                    <option key={kolom} value={kolom}>
                      {kop} ({koppelteksten.vragen.kolom(kolom)})
                    </option>
                  ))}
                </Select>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** From here on the engine takes a column without asking; closer to 1 its header and content both say so. */
const ZEKER = 0.9;

function zekerheidVan(veld: Veld, { voorstel, eerste, vragen }: Voorstelbeeld): keyof typeof t.zekerheid {
  const nu = voorstel.kolommen.filter((gok) => gok.veld === veld);
  if (vragen.some((vraag) => vraag.soort === "kolom" && vraag.veld === veld && vraag.antwoord === undefined)) return "gevraagd";
  if (nu.length === 0) return "geen";
  const gokken = nu.map(({ kolom }) => eerste.kolommen.find((gok) => gok.veld === veld && gok.kolom === kolom));
  if (gokken.includes(undefined)) return "gekozen";
  return gokken.every((gok) => (gok?.zekerheid ?? 0) >= ZEKER) ? "zeker" : "waarschijnlijk";
}
