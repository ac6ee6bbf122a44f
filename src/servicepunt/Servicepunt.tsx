import { FluentProvider, makeStaticStyles, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { lazy, useCallback, useEffect, useState } from "react";
import { magMet } from "../meldcode/uitwisseling/rol";
import { Aanmelden } from "./aanmelden/Aanmelden";
import { Concepten, ConceptenContext } from "./concepten";
import type { Dienst, Fout, Sessie } from "./dienst";
import { Foutmelding } from "./Foutmelding";
import { Kop } from "./Kop";
import { Later } from "./Later";
import { Overzicht } from "./overzicht/Overzicht";
import { teksten } from "./teksten";
import { useThema } from "./thema";
import { useAdres } from "./useAdres";
import { useVraag } from "./useVraag";
import { VerlopenContext } from "./zitting";

// The first picture is the overview; the rest comes when it is asked for.
const Dossier = lazy(async () => ({ default: (await import("./dossier/Dossier")).Dossier }));
const Maanden = lazy(async () => ({ default: (await import("./maanden/Maanden")).Maanden }));
const Beleidscherm = lazy(async () => ({ default: (await import("./beleid/Beleidscherm")).Beleidscherm }));
const Logboek = lazy(async () => ({ default: (await import("./logboek/Logboek")).Logboek }));

type Toegang =
  | { readonly soort: "onbekend" }
  | { readonly soort: "aangemeld"; readonly sessie: Sessie }
  /** `zelf`: signed out a moment ago, with the button. `wie`: who was signed in until the session ended. */
  | { readonly soort: "afgemeld"; readonly bericht: string | null; readonly zelf?: boolean; readonly wie?: string };

const useBladstijl = makeStaticStyles({ body: { margin: 0 } });
const useStijl = makeStyles({
  pagina: {
    minHeight: "100dvh",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  midden: { flexGrow: 1, display: "grid", placeItems: "center", padding: tokens.spacingHorizontalL },
});

/** The whole page: who is signed in decides what is shown. The address and what was typed outlast a session. */
export function Servicepunt({ dienst, nu }: { readonly dienst: Dienst; readonly nu: () => Date }) {
  useBladstijl();
  const stijl = useStijl();
  const thema = useThema();
  const [keuze, wijzig] = useAdres();
  const [concepten] = useState(() => new Concepten());
  const [toegang, zetToegang] = useState<Toegang>({ soort: "onbekend" });
  /** Counts what was changed in the register or the policy here, so that what shows it asks again. */
  const [wijzigingen, zetWijzigingen] = useState(0);
  const sessie = useVraag("sessie", nu, (onderbreek) => dienst.huidigeSessie(onderbreek));
  const beleid = useVraag(`beleid ${wijzigingen}`, nu, (onderbreek) => dienst.beleid(onderbreek)).waarde;

  const huidige = toegang.soort === "onbekend" ? eersteToegang(sessie.waarde, sessie.fout) : toegang;
  const aangemeld = huidige.soort === "aangemeld" ? huidige.sessie : null;
  const schermtitel = aangemeld ? teksten.schermtitels[keuze.scherm] : teksten.aanmelden.titel;
  useEffect(() => {
    document.title = `${schermtitel} – ${teksten.product}`;
  }, [schermtitel]);

  useEffect(() => {
    // Leaving or reloading the page would lose what was typed: the browser asks first.
    const vraagEerst = (gebeurtenis: BeforeUnloadEvent) => {
      if (!concepten.leeg) gebeurtenis.preventDefault();
    };
    window.addEventListener("beforeunload", vraagEerst);
    return () => window.removeEventListener("beforeunload", vraagEerst);
  }, [concepten]);

  const opGewijzigd = useCallback(() => zetWijzigingen((n) => n + 1), []);
  const opKies = useCallback((organisatieId: string) => wijzig({ organisatieId, deel: "inzendingen" }), [wijzig]);
  const verlopen = () => {
    if (aangemeld) zetToegang({ soort: "afgemeld", bericht: teksten.aanmelden.verlopen, wie: aangemeld.naam });
  };
  function meldtAan(nieuwe: Sessie) {
    if (huidige.soort === "afgemeld" && huidige.wie !== nieuwe.naam) concepten.vergeet();
    zetToegang({ soort: "aangemeld", sessie: nieuwe });
  }
  async function meldAf() {
    const uitkomst = await dienst.meldAf();
    const weg = uitkomst.gelukt || uitkomst.fout.soort === "aanmelden";
    concepten.vergeet();
    zetToegang({ soort: "afgemeld", bericht: weg ? teksten.aanmelden.afgemeld : teksten.aanmelden.afmeldenOnzeker, zelf: true });
  }

  const gemeenschappelijk = { dienst, nu, keuze, wijzig, opKies };
  return (
    <FluentProvider theme={thema}>
      <ConceptenContext value={concepten}>
        <VerlopenContext value={verlopen}>
          {/* Not on the provider itself: Fluent copies its class to every drawer and dialog. */}
          <div className={stijl.pagina}>
            <Kop
              gemeente={beleid?.gemeente ?? null}
              aangemeld={aangemeld && { naam: aangemeld.naam, scherm: keuze.scherm, opScherm: (scherm) => wijzig({ scherm, organisatieId: null }), opAfmelden: () => void meldAf() }}
            />
            {aangemeld && (
              <>
                {keuze.scherm === "respons" && <Overzicht {...gemeenschappelijk} wijzigingen={wijzigingen} deadlineDag={beleid?.deadlineDag ?? null} magBehandelen={magMet(aangemeld.rol, "behandelen")} />}
                {keuze.scherm !== "respons" && (
                  <Later key={keuze.scherm}>
                    {keuze.scherm === "maanden" && <Maanden {...gemeenschappelijk} rol={aangemeld.rol} wijzigingen={wijzigingen} opGewijzigd={opGewijzigd} />}
                    {keuze.scherm === "beleid" && <Beleidscherm {...gemeenschappelijk} rol={aangemeld.rol} opGewijzigd={opGewijzigd} />}
                    {keuze.scherm === "logboek" && <Logboek {...gemeenschappelijk} rol={aangemeld.rol} />}
                  </Later>
                )}
                {keuze.organisatieId !== null && (
                  <Later intussen={null}>
                    <Dossier
                      key={keuze.organisatieId}
                      {...gemeenschappelijk}
                      organisatieId={keuze.organisatieId}
                      rol={aangemeld.rol}
                      opGewijzigd={opGewijzigd}
                      opSluit={() => wijzig({ organisatieId: null, deel: "inzendingen" })}
                    />
                  </Later>
                )}
              </>
            )}
            {huidige.soort === "afgemeld" && (
              <main className={stijl.midden}>
                <Aanmelden dienst={dienst} nu={nu} bericht={huidige.bericht} afgemeld={huidige.zelf === true} opAangemeld={meldtAan} />
              </main>
            )}
            {huidige.soort === "onbekend" && (
              <main className={stijl.midden}>
                {sessie.fout ? <Foutmelding titel={teksten.fout.titel} fout={sessie.fout} opOpnieuw={sessie.vernieuw} /> : <Spinner label={teksten.laden} labelPosition="below" />}
              </main>
            )}
          </div>
        </VerlopenContext>
      </ConceptenContext>
    </FluentProvider>
  );
}

function eersteToegang(sessie: Sessie | null, fout: Fout | null): Toegang {
  if (sessie) return { soort: "aangemeld", sessie };
  return fout?.soort === "aanmelden" ? { soort: "afgemeld", bericht: null } : { soort: "onbekend" };
}
