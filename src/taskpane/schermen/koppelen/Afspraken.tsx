import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { KOPPEN } from "../../../meldcode/veld";
import { type Afspraak, isTeHerzien } from "../../sessie/koppelen/afspraken";
import { opsomming } from "../../teksten";
import { useStijl } from "../stijl";
import { koppelteksten } from "./teksten";
import type { Voorstelopties } from "./voorstelopties";

const t = koppelteksten.afspraken;

const useEigen = makeStyles({
  afspraak: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS, paddingTop: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});

/** What is decided beside columns and words, to be taken back where something is to be asked. */
export function Afspraken({ beeld, stroom, sisaNaam }: Voorstelopties): ReactElement | null {
  const stijl = useStijl();
  const eigen = useEigen();
  if (beeld.afspraken.length === 0) return null;
  return (
    <section className={stijl.kaart} aria-label={t.titel}>
      <h2 className={stijl.titel}>{t.titel}</h2>
      {beeld.afspraken.map((afspraak) => (
        <div key={afspraak.sleutel} className={eigen.afspraak}>
          <p className={stijl.tekst}>{zinVan(afspraak, sisaNaam)}</p>
          {isTeHerzien(afspraak) && (
            <Button size="small" onClick={() => stroom.herzie(afspraak)}>
              {afspraak.soort !== "organisatie" ? t.opnieuw : afspraak.kop === null ? t.meerOrganisaties : t.eenOrganisatie}
            </Button>
          )}
        </div>
      ))}
    </section>
  );
}

function zinVan(afspraak: Afspraak, sisaNaam: string | undefined): string {
  switch (afspraak.soort) {
    case "leeg":
    case "leeg-naast": {
      const veld = afspraak.veld === "sisa" && sisaNaam ? sisaNaam : KOPPEN[afspraak.veld];
      return (afspraak.soort === "leeg" ? t.leeg : t.leegNaast)(veld, koppelteksten.betekenis(afspraak.betekenis, afspraak.soort === "leeg-naast", afspraak.veld));
    }
    case "filter":
      return t.filter(afspraak.filter.kop, opsomming(afspraak.filter.weglaten.map((woord) => (woord === "" ? koppelteksten.vragen.leegCel : `‘${woord}’`))));
    case "leeftijd":
      return sisaNaam ? t.leeftijd(afspraak.kop).replaceAll(KOPPEN.sisa, sisaNaam) : t.leeftijd(afspraak.kop);
    case "zelfde-zaak":
      return t.zelfdeZaak(afspraak.ja);
    case "organisatie":
      return t.organisatie(afspraak.kop, afspraak.aantal);
  }
}
