import { makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { KEUZEVELDEN, type Keuzeveld, WAARDEN } from "../../../meldcode/koppeling/koppeling";
import type { Waardegok } from "../../../meldcode/koppeling/voorstel/voorstel";
import { KOPPEN } from "../../../meldcode/veld";
import { useStijl } from "../stijl";
import { koppelteksten } from "./teksten";
import type { Voorstelopties } from "./voorstelopties";

const t = koppelteksten.woorden;

const useEigen = makeStyles({
  groepen: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalXS },
  woord: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: tokens.spacingHorizontalS, alignItems: "center" },
});

/** What the words of the list are read as; those that are still asked for stand with their question. */
export function Woorden({ beeld, stroom, sisaNaam }: Voorstelopties): ReactElement | null {
  const stijl = useStijl();
  const eigen = useEigen();
  const { voorstel } = beeld;
  const gevraagd = (gok: Waardegok): boolean => voorstel.vragen.some((v) => v.soort === "waarden" && v.veld === gok.veld && v.kop === gok.kop && v.woorden.some(({ woord }) => woord === gok.woord));
  const bekend = voorstel.waarden.filter((gok) => gok.betekenis !== null && !gevraagd(gok));
  if (bekend.length === 0) return null;
  const koppen = (veld: Keuzeveld): string[] => [...new Set(bekend.flatMap((gok) => (gok.veld === veld ? [gok.kop] : [])))];
  return (
    <details className={`${stijl.kaart} ${stijl.uitklap}`}>
      <summary>{t.titel(bekend.length)}</summary>
      <div className={eigen.groepen}>
        {KEUZEVELDEN.flatMap((veld) =>
          koppen(veld).map((kop) => {
            const tweeKolommen = voorstel.koppeling.velden[veld]?.kolommen.length === 2;
            const mogelijk = [...Object.keys(WAARDEN[veld]), ...(tweeKolommen ? ["ja", "niet"] : []), "open"];
            return (
              <section key={`${veld} ${kop}`} className={stijl.lijst}>
                <h3 className={stijl.klein}>{t.groep(veld === "sisa" && sisaNaam ? sisaNaam : KOPPEN[veld], kop)}</h3>
                {bekend.map((gok) => {
                  if (gok.veld !== veld || gok.kop !== kop) return null;
                  const tekst = gok.voorbeelden[0]?.tekst ?? gok.woord;
                  return (
                    <div key={gok.woord} className={eigen.woord}>
                      <span>
                        {tekst} <span className={stijl.klein}>({koppelteksten.vragen.keer(gok.aantal)})</span>
                      </span>
                      <Select size="small" aria-label={t.betekent(tekst)} value={gok.betekenis ?? ""} onChange={(_, { value }) => stroom.kiesBetekenis(veld, kop, gok.woord, value)}>
                        {mogelijk.map((betekenis) => (
                          <option key={betekenis} value={betekenis}>
                            {koppelteksten.betekenis(betekenis, tweeKolommen, veld)}
                          </option>
                        ))}
                      </Select>
                    </div>
                  );
                })}
              </section>
            );
          }),
        )}
      </div>
    </details>
  );
}
