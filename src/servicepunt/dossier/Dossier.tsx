import { Badge, Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, makeStyles, MessageBar, MessageBarBody, OverlayDrawer, Spinner, Tab, TabList, tokens, typographyStyles } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { toonPeriode } from "../../meldcode/periode";
import { SECTORNAMEN } from "../../meldcode/sector";
import type { Registerregel } from "../../meldcode/uitwisseling/register";
import { magMet, type Rol } from "../../meldcode/uitwisseling/rol";
import { DOSSIERDELEN, type Keuze } from "../adres";
import type { Dienst } from "../dienst";
import { Foutmelding } from "../Foutmelding";
import { teksten } from "../teksten";
import { useSmal } from "../thema";
import type { Wijzig } from "../useAdres";
import { useVraag } from "../useVraag";
import { Gegevens } from "./Gegevens";
import { Inzendingen } from "./Inzendingen";
import { dossierteksten } from "./teksten";
import { Toegang } from "./Toegang";
import { Uitsplitsingen } from "./Uitsplitsingen";

const useStijl = makeStyles({
  inhoud: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, paddingBottom: tokens.spacingVerticalXXL },
  naam: { overflowWrap: "anywhere" },
  kenmerken: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground3, ...typographyStyles.body1 },
  id: { fontFamily: tokens.fontFamilyMonospace, color: tokens.colorNeutralForeground1 },
  delen: { flexWrap: "wrap", marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

interface Props {
  readonly organisatieId: string;
  readonly dienst: Dienst;
  readonly nu: () => Date;
  readonly keuze: Keuze;
  readonly wijzig: Wijzig;
  readonly rol: Rol;
  readonly opGewijzigd: () => void;
  readonly opSluit: () => void;
}

/** Why figures are not shown; null: all are. */
function waaromVerborgen({ eenpersoons, eenpersoonsTot }: Registerregel): string | null {
  if (eenpersoons) return dossierteksten.eenpersoons;
  return eenpersoonsTot === null ? null : dossierteksten.wasEenpersoons(toonPeriode(eenpersoonsTot));
}

/** One organisation, over the screen one was on: what was received, its breakdown, who can send for it, and what the register knows. */
export function Dossier({ organisatieId, dienst, nu, keuze, wijzig, rol, opGewijzigd, opSluit }: Props) {
  const stijl = useStijl();
  const smal = useSmal();
  const { waarde, fout, bezig, vernieuw } = useVraag(organisatieId, nu, (onderbreek) => dienst.dossier(organisatieId, 0, onderbreek));
  const organisatie = waarde?.organisatie;
  const verborgen = organisatie ? waaromVerborgen(organisatie) : null;
  const mag = magMet(rol, "behandelen");

  return (
    <OverlayDrawer open position="end" size={smal ? "full" : "medium"} onOpenChange={(_, d) => !d.open && opSluit()} aria-label={organisatie?.naam ?? organisatieId}>
      <DrawerHeader>
        <DrawerHeaderTitle action={<Button appearance="subtle" aria-label={teksten.sluiten} icon={<DismissRegular />} onClick={opSluit} />}>
          <span className={stijl.naam}>{organisatie?.naam ?? organisatieId}</span>
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody tabIndex={0}>
        <div className={stijl.inhoud}>
          {bezig && !waarde && <Spinner label={dossierteksten.laden} labelPosition="below" />}
          {fout && <Foutmelding titel={dossierteksten.titelFout} fout={fout} {...(fout.soort !== "niet-gevonden" && { opOpnieuw: vernieuw })} />}
          {waarde && organisatie && (
            <>
              <div className={stijl.kenmerken}>
                <span className={stijl.id}>{organisatie.organisatieId}</span>
                <span>{SECTORNAMEN[organisatie.sector]}</span>
                {organisatie.eenpersoons && <Badge appearance="outline">{dossierteksten.gegevens.eenpersoons}</Badge>}
              </div>
              <TabList className={stijl.delen} selectedValue={keuze.deel} onTabSelect={(_, { value }) => wijzig({ deel: DOSSIERDELEN.find((deel) => deel === value) ?? "inzendingen" })}>
                {DOSSIERDELEN.map((deel) => (
                  <Tab key={deel} value={deel} id={`dossier-${deel}`} aria-controls="dossier-deel">
                    {dossierteksten.delen[deel]}
                  </Tab>
                ))}
              </TabList>
              <div role="tabpanel" id="dossier-deel" aria-labelledby={`dossier-${keuze.deel}`}>
                {verborgen !== null && (keuze.deel === "inzendingen" || keuze.deel === "uitsplitsing") && (
                  <MessageBar intent="info" layout="multiline">
                    <MessageBarBody>{verborgen}</MessageBarBody>
                  </MessageBar>
                )}
                {keuze.deel === "inzendingen" && <Inzendingen dossier={waarde} dienst={dienst} />}
                {keuze.deel === "uitsplitsing" && <Uitsplitsingen dossier={waarde} dienst={dienst} nu={nu} />}
                {keuze.deel === "toegang" && <Toegang organisatie={organisatie} dienst={dienst} nu={nu} mag={mag} opGewijzigd={opGewijzigd} />}
                {keuze.deel === "gegevens" && (
                  <Gegevens
                    organisatie={organisatie}
                    dienst={dienst}
                    nu={nu}
                    mag={mag}
                    opGewijzigd={() => {
                      vernieuw();
                      opGewijzigd();
                    }}
                  />
                )}
              </div>
            </>
          )}
        </div>
      </DrawerBody>
    </OverlayDrawer>
  );
}
