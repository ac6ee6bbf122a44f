import { Button, makeStyles, Spinner, tokens, typographyStyles, useRestoreFocusTarget } from "@fluentui/react-components";
import { AddRegular, ArrowClockwiseRegular, ArrowDownloadRegular } from "@fluentui/react-icons";
import { lazy, useDeferredValue, useMemo, useState } from "react";
import { datumVan } from "../../meldcode/datum";
import { periodenVanTot } from "../../meldcode/periode";
import { type Keuze, laatsteTwaalf, LEGE_KEUZE } from "../adres";
import { useConcept } from "../concepten";
import type { Dienst } from "../dienst";
import { Foutmelding } from "../Foutmelding";
import { Later } from "../Later";
import { TWEE_REGELS } from "../Kop";
import { teksten, toonTijdstip } from "../teksten";
import { useSmal } from "../thema";
import type { Wijzig } from "../useAdres";
import { useVraag } from "../useVraag";
import { Lijst } from "./Lijst";
import { Matrix } from "./Matrix";
import { filterRijen, maakZoekrijen, ordenRijen, telPerStatus, telSelectie, zoekRijen } from "./selectie";
import { Statusfilter } from "./Statusfilter";
import { Statusvormen } from "./Status";
import { Totalen } from "./Totalen";
import { Werkbalk } from "./Werkbalk";

const NieuweOrganisatie = lazy(async () => ({ default: (await import("../dossier/NieuweOrganisatie")).NieuweOrganisatie }));

const SMAL = "@media (max-width: 35.99em)";
const useStijl = makeStyles({
  plek: {
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    boxSizing: "border-box",
    height: "calc(100dvh - 3.25rem)",
    minHeight: "max-content",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalL}`,
    [TWEE_REGELS]: { height: "calc(100dvh - 5.75rem)" },
    [SMAL]: { padding: tokens.spacingHorizontalM, height: "auto" },
  },
  titelbalk: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  titel: { ...typographyStyles.title3, margin: 0 },
  stand: { flexGrow: 1, color: tokens.colorNeutralForeground3, ...typographyStyles.body1 },
  leeg: { flexGrow: 1, display: "grid", placeContent: "center", justifyItems: "center", gap: tokens.spacingVerticalM, textAlign: "center", padding: tokens.spacingHorizontalXXL },
  leegTitel: { ...typographyStyles.subtitle1, margin: 0 },
  leegTekst: { ...typographyStyles.body1, margin: 0, maxWidth: "34rem", color: tokens.colorNeutralForeground2 },
  noot: { margin: 0, color: tokens.colorNeutralForeground3, ...typographyStyles.caption1 },
});

interface Props {
  readonly dienst: Dienst;
  readonly nu: () => Date;
  readonly keuze: Keuze;
  readonly wijzig: Wijzig;
  readonly opKies: (organisatieId: string) => void;
  /** Asks again when it counts on. */
  readonly wijzigingen: number;
  readonly deadlineDag: number | null;
  /** May add organisations and issue codes. */
  readonly magBehandelen: boolean;
}

/** The response overview: which organisation sent what, month by month. */
export function Overzicht({ dienst, nu, keuze, wijzig, opKies, wijzigingen, deadlineDag, magBehandelen }: Props) {
  const stijl = useStijl();
  const smal = useSmal();
  const terugplek = useRestoreFocusTarget();
  const [voegtToe, zetVoegtToe] = useConcept("voegt toe", false);

  const laatste12 = laatsteTwaalf(datumVan(nu()));
  const spanne = keuze.periode ?? laatste12;
  const zoek = useDeferredValue(keuze.zoek);
  // With more organisations than the page holds, the service searches.
  const [zoektBijDienst, zetZoektBijDienst] = useState(false);
  const vraag = { ...spanne, sector: keuze.sector, zoek: zoektBijDienst ? zoek.trim() : "" };
  const { waarde, fout, bezig, opgehaald, vernieuw } = useVraag(`${wijzigingen} ${dienst.exportadres(vraag)}`, nu, (onderbreek) => dienst.overzicht(vraag, onderbreek));

  const meer = waarde !== null && waarde.aantal > waarde.rijen.length;
  if (meer && !zoektBijDienst) zetZoektBijDienst(true);

  // Searching and filtering happen here: at every key, and over 700 rows, in a few milliseconds.
  const alle = useMemo(() => maakZoekrijen(waarde?.rijen ?? []), [waarde]);
  const gezocht = useMemo(() => zoekRijen(alle, zoek), [alle, zoek]);
  const rijen = useMemo(() => ordenRijen(filterRijen(gezocht, keuze.statussen), keuze.volgorde), [gezocht, keuze.statussen, keuze.volgorde]);
  const telling = useMemo(() => telPerStatus(gezocht), [gezocht]);
  const perioden = useMemo(() => (waarde ? periodenVanTot(waarde.van, waarde.tot) : []), [waarde]);
  const selectie = rijen.length < alle.length;
  const totalen = useMemo(() => (selectie ? telSelectie(rijen, perioden) : (waarde?.totalen ?? [])), [selectie, rijen, perioden, waarde]);
  const leeg = waarde !== null && alle.length === 0 && keuze.sector === null;
  const totaalVan = selectie ? teksten.overzicht.totaalSelectie(rijen.length) : teksten.overzicht.totaalAlles(waarde?.aantal ?? 0);
  const wisFilters = () => wijzig({ ...LEGE_KEUZE, periode: keuze.periode, volgorde: keuze.volgorde });
  const toevoegknop = magBehandelen && (
    <Button {...terugplek} icon={<AddRegular />} onClick={() => zetVoegtToe(true)}>
      {teksten.overzicht.toevoegen}
    </Button>
  );

  return (
    <main className={stijl.plek} aria-busy={bezig}>
      <Statusvormen />
      <div className={stijl.titelbalk}>
        <h1 className={stijl.titel}>{teksten.overzicht.titel}</h1>
        <span className={stijl.stand} role="status">
          {waarde && opgehaald && `${teksten.overzicht.samenvatting(rijen.length, waarde.aantal)} · ${teksten.overzicht.bijgewerkt(toonTijdstip(opgehaald))}`}
        </span>
        {waarde && (
          <>
            <Button appearance="subtle" icon={bezig ? <Spinner size="extra-tiny" /> : <ArrowClockwiseRegular />} onClick={vernieuw} disabledFocusable={bezig} aria-label={teksten.overzicht.vernieuwen}>
              {smal ? null : teksten.overzicht.vernieuwen}
            </Button>
            {alle.length > 0 && (
              <Button as="a" href={dienst.exportadres({ ...vraag, zoek: keuze.zoek.trim() })} download icon={<ArrowDownloadRegular />} title={teksten.overzicht.exportUitleg}>
                {teksten.overzicht.exporteren}
              </Button>
            )}
            {!leeg && toevoegknop}
          </>
        )}
      </div>
      {fout && (
        <Foutmelding
          titel={teksten.fout.titel}
          fout={fout}
          {...(waarde && opgehaald && { toelichting: teksten.fout.verouderd(toonTijdstip(opgehaald)) })}
          opOpnieuw={vernieuw}
        />
      )}
      {!waarde && bezig && (
        <div className={stijl.leeg}>
          <Spinner label={teksten.laden} labelPosition="below" />
        </div>
      )}
      {leeg && (
        <div className={stijl.leeg}>
          <h2 className={stijl.leegTitel}>{teksten.overzicht.leeg.titel}</h2>
          <p className={stijl.leegTekst}>{teksten.overzicht.leeg.tekst}</p>
          {toevoegknop}
        </div>
      )}
      {waarde && !leeg && (
        <>
          <Werkbalk keuze={keuze} laatste12={laatste12} opWijzig={wijzig} />
          {meer && <p className={stijl.noot}>{teksten.overzicht.eerste(waarde.rijen.length, waarde.aantal)}</p>}
          <Statusfilter gekozen={keuze.statussen} telling={telling} deadlineDag={deadlineDag} opKies={(statussen) => wijzig({ statussen })} />
          {rijen.length === 0 && (
            <div className={stijl.leeg}>
              <h2 className={stijl.leegTitel}>{teksten.overzicht.nietsGevonden.titel}</h2>
              <p className={stijl.leegTekst}>{teksten.overzicht.nietsGevonden.tekst}</p>
              <Button onClick={wisFilters}>{teksten.overzicht.wisFilters}</Button>
            </div>
          )}
          {rijen.length > 0 && smal && (
            <>
              <Totalen totalen={totalen} totaalVan={totaalVan} />
              <Lijst rijen={rijen} opKies={opKies} />
            </>
          )}
          {rijen.length > 0 && !smal && (
            <Matrix
              rijen={rijen}
              perioden={perioden}
              totalen={totalen}
              totaalVan={totaalVan}
              volgorde={keuze.volgorde}
              gekozen={keuze.organisatieId}
              opKies={opKies}
            />
          )}
          {totalen.some((t) => t.zonderEenpersoons) && <p className={stijl.noot}>{teksten.overzicht.zonderEenpersoons}</p>}
        </>
      )}
      {voegtToe && (
        <Later intussen={null}>
          <NieuweOrganisatie
            dienst={dienst}
            opSluit={() => zetVoegtToe(undefined)}
            opToegevoegd={vernieuw}
            opDossier={(organisatieId) => {
              zetVoegtToe(undefined);
              opKies(organisatieId);
            }}
          />
        </Later>
      )}
    </main>
  );
}
