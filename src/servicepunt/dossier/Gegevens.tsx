import { Button, makeStyles, MessageBar, MessageBarBody, tokens, typographyStyles } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { datumVan } from "../../meldcode/datum";
import { periodeVanDatum, toonPeriode } from "../../meldcode/periode";
import { SECTORNAMEN } from "../../meldcode/sector";
import type { GewijzigdeOrganisatie, Registerregel } from "../../meldcode/uitwisseling/register";
import { useConcept } from "../concepten";
import type { Dienst } from "../dienst";
import { useSchermstijl } from "../stijl";
import { teksten, toonGetal } from "../teksten";
import { Gegevensformulier } from "./Gegevensformulier";
import { type Invulling, invullingVan, NUMMERS } from "./gegevens";
import { dossierteksten } from "./teksten";

const TEKST = dossierteksten.gegevens;
const useStijl = makeStyles({
  feiten: { margin: 0, display: "grid", gridTemplateColumns: "minmax(0, 11rem) minmax(0, 1fr)", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, ...typographyStyles.body1, "@media (max-width: 25em)": { gridTemplateColumns: "1fr", rowGap: 0 } },
  naam: { color: tokens.colorNeutralForeground3 },
  waarde: { margin: 0, overflowWrap: "anywhere", "@media (max-width: 25em)": { marginBottom: tokens.spacingVerticalS } },
  leeg: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly organisatie: Registerregel;
  readonly dienst: Pick<Dienst, "wijzigOrganisatie">;
  readonly nu: () => Date;
  readonly mag: boolean;
  readonly opGewijzigd: () => void;
}

/** What the register knows of an organisation, and changing it. */
export function Gegevens({ organisatie, dienst, nu, mag, opGewijzigd }: Props) {
  const scherm = useSchermstijl();
  const deze = periodeVanDatum(datumVan(nu()));
  const [concept, zetConcept] = useConcept<Invulling | null>(`gegevens ${organisatie.organisatieId}`, null);
  const [klaar, zetKlaar] = useState<GewijzigdeOrganisatie | null>(null);

  if (mag && concept) {
    return (
      <Gegevensformulier
        organisatie={organisatie}
        nu={deze}
        invulling={concept}
        dienst={dienst}
        opVul={zetConcept}
        opSluit={() => zetConcept(undefined)}
        opKlaar={(gewijzigd) => {
          zetConcept(undefined);
          zetKlaar(gewijzigd);
          opGewijzigd();
        }}
      />
    );
  }
  return (
    <div className={scherm.deel}>
      {klaar && (
        <MessageBar intent="success" layout="multiline" role="status">
          <MessageBarBody>
            {TEKST.gewijzigd} {klaar.ingetrokkenSleutels > 0 && TEKST.sleutelsWeg(klaar.ingetrokkenSleutels)}
          </MessageBarBody>
        </MessageBar>
      )}
      <Feiten organisatie={organisatie} nu={deze} />
      {mag ? (
        <Button className={scherm.knop} icon={<EditRegular />} onClick={() => zetConcept(invullingVan(organisatie, deze))}>
          {TEKST.wijzigen}
        </Button>
      ) : (
        <p className={scherm.uitleg}>{teksten.rolNodig("behandelen")}</p>
      )}
    </div>
  );
}

function Feiten({ organisatie, nu }: { readonly organisatie: Registerregel; readonly nu: string }) {
  const stijl = useStijl();
  const straks = organisatie.ritmes.find(({ vanaf }) => vanaf > nu);
  const feiten: readonly (readonly [string, string | null])[] = [
    [TEKST.naam, organisatie.naam],
    [TEKST.sector, SECTORNAMEN[organisatie.sector]],
    [TEKST.eenpersoons, organisatie.eenpersoons ? TEKST.ja : TEKST.nee],
    [TEKST.ritme, TEKST.ritmeNu(TEKST.ritmen[organisatie.ritme], straks ? TEKST.ritmeStraks(TEKST.ritmen[straks.ritme], toonPeriode(straks.vanaf)) : null)],
    [TEKST.bestuur, organisatie.bestuur],
    [TEKST.wijk, organisatie.wijk],
    [TEKST.grootte, organisatie.grootte && (TEKST.grootten[organisatie.grootte] ?? organisatie.grootte)],
    [TEKST.clienten, organisatie.clienten === null ? null : toonGetal(organisatie.clienten)],
    ...NUMMERS.flatMap((nummer) => (organisatie[nummer] === null ? [] : [[TEKST[nummer], organisatie[nummer]] as const])),
  ];
  return (
    <dl className={stijl.feiten}>
      {feiten.map(([naam, waarde]) => (
        <div key={naam} style={{ display: "contents" }}>
          <dt className={stijl.naam}>{naam}</dt>
          <dd className={stijl.waarde}>{waarde ?? <span className={stijl.leeg}>{TEKST.onbekend}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
