import { Badge, Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, makeStyles, MessageBar, MessageBarBody, OverlayDrawer, Spinner, tokens, typographyStyles } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { SECTORNAMEN } from "../../meldcode/sector";
import type { Dienst } from "../dienst";
import { Foutmelding } from "../Foutmelding";
import { teksten } from "../teksten";
import { useSmal } from "../thema";
import { useVraag } from "../useVraag";
import { Bewijs } from "./Bewijs";
import { Toegangscode } from "./Toegangscode";

const useStijl = makeStyles({
  inhoud: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, paddingBottom: tokens.spacingVerticalXXL },
  naam: { overflowWrap: "anywhere" },
  kenmerken: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground3, ...typographyStyles.body1 },
  id: { fontFamily: tokens.fontFamilyMonospace, color: tokens.colorNeutralForeground1 },
  kop: { ...typographyStyles.subtitle2, margin: `0 0 ${tokens.spacingVerticalS}` },
  leeg: { margin: 0, color: tokens.colorNeutralForeground2, ...typographyStyles.body1 },
  bewijzen: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
});

interface Props {
  readonly organisatieId: string;
  readonly dienst: Dienst;
  readonly nu: () => Date;
  readonly magBehandelen: boolean;
  readonly opSluit: () => void;
}

/** One organisation beside the overview: what was received and what changed by it, and a code for a new key. */
export function Dossier({ organisatieId, dienst, nu, magBehandelen, opSluit }: Props) {
  const stijl = useStijl();
  const smal = useSmal();
  const { waarde, fout, bezig, vernieuw } = useVraag(organisatieId, nu, (onderbreek) => dienst.dossier(organisatieId, onderbreek));
  const organisatie = waarde?.organisatie;

  return (
    <OverlayDrawer open position="end" size={smal ? "full" : "medium"} onOpenChange={(_, d) => !d.open && opSluit()} aria-label={organisatie?.naam ?? organisatieId}>
      <DrawerHeader>
        <DrawerHeaderTitle action={<Button appearance="subtle" aria-label={teksten.sluiten} icon={<DismissRegular />} onClick={opSluit} />}>
          <span className={stijl.naam}>{organisatie?.naam ?? organisatieId}</span>
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody tabIndex={0}>
        <div className={stijl.inhoud}>
          {bezig && !waarde && <Spinner label={teksten.dossier.laden} labelPosition="below" />}
          {fout && <Foutmelding titel={teksten.dossier.titelFout} fout={fout} {...(fout.soort !== "niet-gevonden" && { opOpnieuw: vernieuw })} />}
          {waarde && organisatie && (
            <>
              <div className={stijl.kenmerken}>
                <span className={stijl.id}>{organisatie.organisatieId}</span>
                <span>{SECTORNAMEN[organisatie.sector]}</span>
                {organisatie.eenpersoons && <Badge appearance="outline">{teksten.toevoegen.eenpersoons}</Badge>}
              </div>
              {organisatie.eenpersoons && (
                <MessageBar intent="info" layout="multiline">
                  <MessageBarBody>{teksten.dossier.eenpersoons}</MessageBarBody>
                </MessageBar>
              )}
              <section aria-labelledby="dossier-bewijzen">
                <h2 id="dossier-bewijzen" className={stijl.kop}>
                  {teksten.dossier.ontvangstbewijzen}
                </h2>
                {waarde.ontvangstbewijzen.length === 0 && <p className={stijl.leeg}>{teksten.dossier.geenOntvangstbewijzen}</p>}
                <ol className={stijl.bewijzen}>
                  {waarde.ontvangstbewijzen.map((bewijs) => (
                    <Bewijs key={bewijs.kenmerk} bewijs={bewijs} eenpersoons={organisatie.eenpersoons} />
                  ))}
                </ol>
              </section>
              {magBehandelen && (
                <section aria-labelledby="dossier-toegang">
                  <h2 id="dossier-toegang" className={stijl.kop}>
                    {teksten.dossier.code}
                  </h2>
                  <Toegangscode organisatieId={organisatieId} dienst={dienst} />
                </section>
              )}
            </>
          )}
        </div>
      </DrawerBody>
    </OverlayDrawer>
  );
}
