import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ClockFilled } from "@fluentui/react-icons/svg/clock";
import { type ReactElement, type ReactNode, useEffect, useState } from "react";
import type { Plek } from "../plek";
import type { Lijstbeeld, Verzending } from "../sessie/staat";
import type { Verzendbediening } from "../sessie/verzendbediening";
import { toonBereik, toonMoment } from "../sessie/verzondenregel";
import { teksten } from "../teksten";
import { useFocusBij } from "./focus";
import { useStijl } from "./stijl";
import { titelVan, Vraagpaneel } from "./Vraagpaneel";

const useEigen = makeStyles({
  goed: { border: `1px solid ${tokens.colorStatusSuccessBorder1}` },
  wacht: { border: `1px solid ${tokens.colorStatusWarningBorder1}` },
  fout: { border: `1px solid ${tokens.colorStatusDangerBorder1}` },
  kop: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "center" },
  teken: { display: "flex", fontSize: "24px" },
  groen: { color: tokens.colorStatusSuccessForeground1 },
  oranje: { color: tokens.colorStatusWarningForeground3 },
  kenmerk: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase400 },
  knop: { alignSelf: "flex-start" },
});

export interface Verzendpaneelopties {
  readonly beeld: Pick<Lijstbeeld, "verzending" | "opslagDuurzaam">;
  readonly bediening: Verzendbediening;
  readonly plek: Plek;
  /** Whose it is, in a list of several: shown because it asks something. */
  readonly van?: string;
}

/** What became of a press on Verzenden: a question, waiting, the receipt, or why not. Takes the focus when it appears. */
export function Verzendpaneel({ beeld, bediening, plek, van }: Verzendpaneelopties): ReactElement | null {
  const stijl = useStijl();
  const eigen = useEigen();
  const { verzending } = beeld;
  const kop = useFocusBij(sleutelVan(verzending), van !== undefined);
  const kaart = (kleur: string | undefined, teken: ReactNode, titel: string, inhoud: ReactNode): ReactElement => (
    <section className={mergeClasses(stijl.kaart, kleur)} aria-labelledby="verzendpaneel-titel">
      {van && <p className={stijl.zacht}>{van}</p>}
      <div className={eigen.kop}>
        {teken}
        <h2 id="verzendpaneel-titel" ref={kop} tabIndex={-1} className={stijl.titel}>
          {titel}
        </h2>
      </div>
      {inhoud}
    </section>
  );
  const t = teksten.verzenden;
  switch (verzending.soort) {
    case "vraag":
      return kaart(undefined, null, titelVan(verzending.vraag), <Vraagpaneel vraag={verzending.vraag} opAntwoord={(a) => void bediening.verzend(a)} />);
    case "van-deze-werkmap": {
      const { registratie, registratieId } = verzending;
      const zaken = registratie.maanden.reduce((som, m) => som + m.gestart, 0);
      return kaart(
        eigen.wacht,
        null,
        t.vanHier.titel,
        <>
          <p className={stijl.tekst}>{t.vanHier.tekst(toonBereik(registratie.vanaf, registratie.tot), zaken)}</p>
          <Button className={eigen.knop} onClick={() => void bediening.wachtendeIsVanHier(registratieId, false)}>
            {t.vanHier.nee}
          </Button>
        </>,
      );
    }
    case "wacht":
      return kaart(
        eigen.wacht,
        <span className={mergeClasses(eigen.teken, eigen.oranje)} aria-hidden="true">
          <ClockFilled />
        </span>,
        teksten.storing(verzending.oorzaak).titel,
        <Wachttekst verzending={verzending} t={plek.wacht} duurzaam={beeld.opslagDuurzaam} />,
      );
    case "ontvangen": {
      const { bewijs, blad, nietGenoteerd } = verzending;
      return kaart(
        eigen.goed,
        <span className={mergeClasses(eigen.teken, eigen.groen)} aria-hidden="true">
          <CheckmarkCircleFilled />
        </span>,
        teksten.ontvangst.titel,
        <>
          <p className={stijl.tekst}>{teksten.ontvangst.tekst(toonMoment(new Date(bewijs.ontvangenOp)))}</p>
          <p className={stijl.tekst}>
            {teksten.ontvangst.kenmerk}: <strong className={eigen.kenmerk}>{bewijs.kenmerk}</strong>
          </p>
          <p className={stijl.klein}>{nietGenoteerd ? `${nietGenoteerd.message} ${plek.ontvangst.nietGenoteerd}` : teksten.ontvangst.genoteerd(blad)}</p>
          {nietGenoteerd && (
            <Button className={eigen.knop} onClick={plek.ontvangst.doe ?? (() => void bediening.noteerAlsnog())}>
              {plek.ontvangst.noteer}
            </Button>
          )}
        </>,
      );
    }
    case "fouten":
      return kaart(eigen.fout, null, t.eerstHerstellen, null);
    case "niets-te-verzenden":
      return kaart(undefined, null, t.nietsTitel, <p className={stijl.tekst}>{t.niets}</p>);
    case "geweigerd": {
      const { titel, tekst } = teksten.storing(verzending.storing);
      return kaart(eigen.fout, null, titel, <p className={stijl.tekst}>{tekst}</p>);
    }
    case "niet-gelezen":
      return kaart(eigen.fout, null, t.nietGelezen, <p className={stijl.tekst}>{verzending.fout.message}</p>);
    case "rust":
    case "bezig":
      return null;
  }
}

function Wachttekst({ verzending, t, duurzaam }: { readonly verzending: Extract<Verzending, { soort: "wacht" }>; readonly t: Plek["wacht"]; readonly duurzaam: boolean }): ReactElement {
  const stijl = useStijl();
  const seconden = useSecondenTot(verzending.opnieuwOm);
  const om = teksten.over(seconden);
  return (
    <>
      <p className={stijl.tekst}>{teksten.storing(verzending.oorzaak).tekst}</p>
      <p className={stijl.tekst}>{verzending.klaargezet ? teksten.verzenden.wacht.klaargezet(om) : t.nietKlaargezet(om)}</p>
      {verzending.klaargezet && <p className={stijl.klein}>{duurzaam ? t.duurzaam : t.nietDuurzaam}</p>}
    </>
  );
}

/** Counts down on the screen only; the sending itself goes by the session's own alarm. */
function useSecondenTot(moment: Date): number {
  const [nu, zetNu] = useState(() => Date.now());
  useEffect(() => {
    const tik = setInterval(() => zetNu(Date.now()), 1000);
    return () => clearInterval(tik);
  }, []);
  return Math.max(0, Math.ceil((moment.getTime() - nu) / 1000));
}

/** Changes when there is something new to be told. */
function sleutelVan(verzending: Verzending): string | null {
  switch (verzending.soort) {
    case "rust":
    case "bezig":
      return null;
    case "vraag":
      return `vraag ${verzending.vraag.soort}`;
    case "ontvangen":
      return `ontvangen ${verzending.bewijs.kenmerk}`;
    default:
      return verzending.soort;
  }
}
