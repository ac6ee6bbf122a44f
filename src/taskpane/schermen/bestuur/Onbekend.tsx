import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { adresVan } from "../../../workbook/werkboek";
import type { Organisatie } from "../../../meldcode/uitwisseling/activering";
import type { Sessie } from "../../sessie/sessie";
import type { Bestuursbeeld } from "../../sessie/staat";
import { teksten } from "../../teksten";
import { useStijl } from "../stijl";
import { type Noem, t } from "./teksten";

/** More cells than these to jump to say nothing new. */
const MEESTE = 5;

const useEigen = makeStyles({
  fout: { border: `1px solid ${tokens.colorStatusDangerBorder1}` },
  woord: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, paddingTop: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});

interface Onbekendopties {
  readonly beeld: Bestuursbeeld;
  readonly organisaties: readonly Organisatie[];
  readonly naam: Noem;
  readonly sessie: Sessie;
}

/** Rows of which the list does not say whose they are: per word one choice, and an empty cell to be filled. */
export function Onbekend({ beeld, organisaties, naam, sessie }: Onbekendopties): ReactElement | null {
  const stijl = useStijl();
  const eigen = useEigen();
  const { onbekend, inhoud } = beeld;
  if (onbekend.length === 0) return null;
  const rijen = onbekend.reduce((som, { posities }) => som + posities.length, 0);
  return (
    <section className={`${stijl.kaart} ${eigen.fout}`} aria-labelledby="onbekend-titel">
      <h2 id="onbekend-titel" className={stijl.titel}>
        {t.onbekend.titel(rijen, naam)}
      </h2>
      <p className={stijl.tekst}>{t.onbekend.uitleg(naam)}</p>
      <ul className={stijl.lijst}>
        {onbekend.map(({ woord, posities }) => (
          <li key={woord} className={eigen.woord}>
            <span>{woord === "" ? t.onbekend.leeg(posities.length, naam) : t.onbekend.woord(woord, posities.length)}</span>
            {woord !== "" && (
              <Select aria-label={t.onbekend.van(woord)} value="" onChange={(_, { value }) => void sessie.noemOrganisatie(woord, value)}>
                <option value="" disabled>
                  {t.onbekend.kies(naam)}
                </option>
                {organisaties.map(({ organisatieId, naam: label }) => (
                  <option key={organisatieId} value={organisatieId}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
            <div className={stijl.rij}>
              {posities.slice(0, MEESTE).map((rij) => {
                const adres = adresVan(inhoud, inhoud.plaats(rij, "startdatum"));
                return (
                  <Button key={rij} size="small" aria-label={teksten.bevindingen.spring(adres)} onClick={() => void sessie.springNaar({ rij, veld: "startdatum" }, adres)}>
                    {adres}
                  </Button>
                );
              })}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
