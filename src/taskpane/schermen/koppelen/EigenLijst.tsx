import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Lijstinhoud } from "../../../workbook/werkboek";
import type { Sessie } from "../../sessie/sessie";
import { aantal, opsomming } from "../../teksten";
import { useStijl } from "../stijl";

/** Read with the list's screen, before the mapping's own screens are. */
const t = {
  nieuw: "Nieuw in uw lijst",
  meer: (n: number) => `En nog ${aantal(n, "andere", "andere")}.`,
  beantwoord: "Bekijken en beantwoorden",
  titel: "Uw eigen lijst",
  bladen: (bladen: string, n: number) => `Gelezen zoals zij is, van ${n === 1 ? "blad" : "de bladen"} ${bladen}.`,
  weggelaten: (n: number) => `${aantal(n, "rij is", "rijen zijn")} weggelaten: geen zaken van de meldcode.`,
  samengevoegd: (n: number) => `${aantal(n, "rij is", "rijen zijn")} samengevoegd met een zaak die er al stond.`,
  bekijk: "Koppeling bekijken",
  nieuwBlad: (blad: string) => `Nieuw blad: ${blad}`,
  nieuwBladTekst: "Dit blad heeft dezelfde koppen als uw lijst. Het telt nog niet mee.",
  neemMee: "Meenemen",
  nietMee: "Hoort er niet bij",
  andere: "Een andere lijst gebruiken",
} as const;

/** More than these say nothing new. */
const MEESTE = 5;

const useEigen = makeStyles({
  nieuw: { border: `1px solid ${tokens.colorStatusWarningBorder1}` },
  knoppen: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  knop: { alignSelf: "flex-start" },
});

interface Eigenlijstopties {
  readonly inhoud: Lijstinhoud;
  readonly sessie: Sessie;
}

/** A new word, a renamed column: to be seen, and answered with one button. */
export function NieuwInLijst({ inhoud: { gekoppeld }, sessie }: Eigenlijstopties): ReactElement | null {
  const stijl = useStijl();
  const eigen = useEigen();
  if (!gekoppeld || gekoppeld.waarschuwingen.length === 0) return null;
  const { waarschuwingen } = gekoppeld;
  return (
    <section className={`${stijl.kaart} ${eigen.nieuw}`} aria-label={t.nieuw}>
      <h2 className={stijl.titel}>{t.nieuw}</h2>
      {waarschuwingen.slice(0, MEESTE).map((zin) => (
        <p key={zin} className={stijl.tekst}>
          {zin}
        </p>
      ))}
      {waarschuwingen.length > MEESTE && <p className={stijl.zacht}>{t.meer(waarschuwingen.length - MEESTE)}</p>}
      <Button className={eigen.knop} onClick={() => void sessie.koppel()}>
        {t.beantwoord}
      </Button>
    </section>
  );
}

/** A month on a sheet of its own: part of the list with one button. */
export function NieuweBladen({ inhoud: { gekoppeld }, sessie }: Eigenlijstopties): ReactElement | null {
  const stijl = useStijl();
  const eigen = useEigen();
  if (!gekoppeld || gekoppeld.nieuweBladen.length === 0) return null;
  const { nieuweBladen } = gekoppeld;
  return (
    <>
      {nieuweBladen.slice(0, MEESTE).map((nieuw) => (
        <section key={nieuw.bereik.blad} className={`${stijl.kaart} ${eigen.nieuw}`} aria-label={t.nieuwBlad(nieuw.bereik.blad)}>
          <h2 className={stijl.titel}>{t.nieuwBlad(nieuw.bereik.blad)}</h2>
          <p className={stijl.tekst}>{t.nieuwBladTekst}</p>
          <div className={eigen.knoppen}>
            <Button onClick={() => void sessie.neemMee(nieuw)}>{t.neemMee}</Button>
            <Button appearance="subtle" onClick={() => void sessie.laatBuiten(nieuw)}>
              {t.nietMee}
            </Button>
          </div>
        </section>
      ))}
      {nieuweBladen.length > MEESTE && <p className={stijl.zacht}>{t.meer(nieuweBladen.length - MEESTE)}</p>}
    </>
  );
}

/** Which list is read, and how to change that. */
export function EigenLijst({ inhoud: { gekoppeld, bladen }, sessie }: Eigenlijstopties): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  if (!gekoppeld) {
    return (
      <Button appearance="subtle" onClick={() => void sessie.koppel()}>
        {t.andere}
      </Button>
    );
  }
  return (
    <section className={stijl.kaart} aria-label={t.titel}>
      <h2 className={stijl.titel}>{t.titel}</h2>
      <p className={stijl.tekst}>{t.bladen(opsomming(bladen.map((blad) => `‘${blad}’`)), bladen.length)}</p>
      {gekoppeld.weggelaten > 0 && <p className={stijl.zacht}>{t.weggelaten(gekoppeld.weggelaten)}</p>}
      {gekoppeld.samengevoegd > 0 && <p className={stijl.zacht}>{t.samengevoegd(gekoppeld.samengevoegd)}</p>}
      <Button className={eigen.knop} onClick={() => void sessie.koppel()}>
        {t.bekijk}
      </Button>
    </section>
  );
}
