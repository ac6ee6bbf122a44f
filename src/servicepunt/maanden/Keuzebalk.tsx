import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { Periode } from "../../meldcode/periode";
import { Bevestiging } from "../Bevestiging";
import type { Dienst, Perioden, Uitkomst } from "../dienst";
import type { Maandtotaal } from "../overzicht/selectie";
import { useDaad } from "../useDaad";
import { maandteksten } from "./teksten";

const useStijl = makeStyles({
  balk: {
    position: "sticky",
    bottom: tokens.spacingVerticalM,
    zIndex: 1,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow16,
  },
  tekst: { flexGrow: 1, ...typographyStyles.body1Strong },
});

/** Months that are told apart: the newest, of which most may still come in. */
const MEESTE_MAANDEN = 6;

interface Props {
  readonly perioden: Perioden;
  readonly gekozen: readonly Periode[];
  readonly totalen: readonly Maandtotaal[];
  readonly dienst: Pick<Dienst, "zetPeriode">;
  readonly opGewijzigd: () => void;
  readonly opWis: () => void;
}

/** What can be done with the chosen months: close those that are open, open those that are closed. */
export function Keuzebalk({ perioden, gekozen, totalen, dienst, opGewijzigd, opWis }: Props) {
  const stijl = useStijl();
  const [vraag, zetVraag] = useState<"sluit" | "opening" | null>(null);
  const open = gekozen.filter((periode) => !perioden.geslotenMaanden.includes(periode));
  const dicht = gekozen.filter((periode) => perioden.geslotenMaanden.includes(periode));
  const zet = useDaad(
    async (maanden: readonly Periode[], gesloten: boolean) => {
      const uitkomst = await zetEenVoorEen(dienst, maanden, gesloten);
      // When it stopped half-way, what is asked about next are the months that are left.
      opGewijzigd();
      return uitkomst;
    },
    () => {
      zetVraag(null);
      opWis();
    },
  );

  const [maanden, tekst] = vraag === "sluit" ? [open, maandteksten.sluit] : [dicht, maandteksten.opening];
  const ontbreekt = totalen.filter((totaal) => open.includes(totaal.periode) && totaal.gereageerd < totaal.organisaties);
  const uitzonderingen = perioden.uitzonderingen.filter(({ periode }) => dicht.includes(periode)).length;
  return (
    <div className={stijl.balk} role="region" aria-label={maandteksten.gekozen(gekozen.length)}>
      <span className={stijl.tekst} role="status">
        {maandteksten.gekozen(gekozen.length)}
      </span>
      <Button appearance="subtle" onClick={opWis}>
        {maandteksten.wisKeuze}
      </Button>
      {dicht.length > 0 && <Button onClick={() => zetVraag("opening")}>{maandteksten.openKnop(dicht.length)}</Button>}
      {open.length > 0 && (
        <Button appearance="primary" onClick={() => zetVraag("sluit")}>
          {maandteksten.sluitKnop(open.length)}
        </Button>
      )}
      {vraag !== null && maanden.length > 0 && (
        <Bevestiging
          titel={tekst.vraag(maanden)}
          knop={tekst.knop(maanden.length)}
          bezig={zet.bezig}
          fout={zet.fout}
          titelFout={tekst.mislukt}
          opBevestig={() => zet.doe(maanden, vraag === "sluit")}
          opSluit={() => zetVraag(null)}
        >
          {maanden.length > 2 && <p>{maandteksten.welke(maanden)}</p>}
          <p>{tekst.gevolg(maanden.length)}</p>
          {vraag === "sluit" && ontbreekt.length > 0 && (
            <div>
              {maandteksten.sluit.ontbreekt}
              <ul>
                {ontbreekt.slice(-MEESTE_MAANDEN).map(({ periode, gereageerd, organisaties }) => (
                  <li key={periode}>{maandteksten.sluit.ontbreektIn(periode, organisaties - gereageerd, organisaties)}</li>
                ))}
                {ontbreekt.length > MEESTE_MAANDEN && <li>{maandteksten.sluit.ontbreektMeer(ontbreekt.length - MEESTE_MAANDEN)}</li>}
              </ul>
            </div>
          )}
          {vraag === "opening" && uitzonderingen > 0 && <p>{maandteksten.opening.uitzonderingen(uitzonderingen)}</p>}
          {vraag === "sluit" && <p>{maandteksten.sluit.terug}</p>}
        </Bevestiging>
      )}
    </div>
  );
}

/** Stops at the first that does not work. */
async function zetEenVoorEen(dienst: Props["dienst"], maanden: readonly Periode[], gesloten: boolean): Promise<Uitkomst<null>> {
  for (const periode of maanden) {
    const uitkomst = await dienst.zetPeriode(periode, gesloten);
    if (!uitkomst.gelukt) return uitkomst;
  }
  return { gelukt: true, waarde: null };
}
