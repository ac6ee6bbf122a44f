import { FluentProvider, makeStaticStyles, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import { magMet } from "../meldcode/uitwisseling/rol";
import { Aanmelden } from "./aanmelden/Aanmelden";
import type { Dienst, Fout, Sessie, Uitkomst } from "./dienst";
import { Foutmelding } from "./Foutmelding";
import { Kop } from "./Kop";
import { Overzicht } from "./overzicht/Overzicht";
import { teksten } from "./teksten";
import { useThema } from "./thema";
import { useVraag } from "./useVraag";

type Toegang =
  | { readonly soort: "onbekend" }
  | { readonly soort: "aangemeld"; readonly sessie: Sessie }
  /** `zelf`: signed out a moment ago, with the button. */
  | { readonly soort: "afgemeld"; readonly bericht: string | null; readonly zelf?: boolean };

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

/** The whole page: who is signed in decides what is shown. The filters live in the address and outlast a session. */
export function Servicepunt({ dienst, nu }: { readonly dienst: Dienst; readonly nu: () => Date }) {
  useBladstijl();
  const stijl = useStijl();
  const thema = useThema();
  const [toegang, zetToegang] = useState<Toegang>({ soort: "onbekend" });
  const sessie = useVraag("sessie", nu, (onderbreek) => dienst.huidigeSessie(onderbreek));
  const beleid = useVraag("beleid", nu, (onderbreek) => dienst.beleid(onderbreek)).waarde;
  const bewaakt = useMemo(() => bewaak(dienst, () => zetToegang({ soort: "afgemeld", bericht: teksten.aanmelden.verlopen })), [dienst]);

  const huidige = toegang.soort === "onbekend" ? eersteToegang(sessie.waarde, sessie.fout) : toegang;
  useEffect(() => {
    document.title = `${huidige.soort === "aangemeld" ? teksten.overzicht.titel : teksten.aanmelden.titel} – ${teksten.product}`;
  }, [huidige.soort]);

  async function meldAf() {
    const uitkomst = await dienst.meldAf();
    const weg = uitkomst.gelukt || uitkomst.fout.soort === "aanmelden";
    zetToegang({ soort: "afgemeld", bericht: weg ? teksten.aanmelden.afgemeld : teksten.aanmelden.afmeldenOnzeker, zelf: true });
  }

  return (
    <FluentProvider theme={thema}>
      {/* Not on the provider itself: Fluent copies its class to every drawer and dialog. */}
      <div className={stijl.pagina}>
        <Kop gemeente={beleid?.gemeente ?? null} naam={huidige.soort === "aangemeld" ? huidige.sessie.naam : null} opAfmelden={() => void meldAf()} />
        {huidige.soort === "aangemeld" && <Overzicht dienst={bewaakt} nu={nu} deadlineDag={beleid?.deadlineDag ?? null} magBehandelen={magMet(huidige.sessie.rol, "behandelen")} />}
        {huidige.soort === "afgemeld" && (
          <main className={stijl.midden}>
            <Aanmelden dienst={dienst} nu={nu} bericht={huidige.bericht} afgemeld={huidige.zelf === true} opAangemeld={(nieuwe) => zetToegang({ soort: "aangemeld", sessie: nieuwe })} />
          </main>
        )}
        {huidige.soort === "onbekend" && (
          <main className={stijl.midden}>
            {sessie.fout ? <Foutmelding titel={teksten.fout.titel} fout={sessie.fout} opOpnieuw={sessie.vernieuw} /> : <Spinner label={teksten.laden} labelPosition="below" />}
          </main>
        )}
      </div>
    </FluentProvider>
  );
}

function eersteToegang(sessie: Sessie | null, fout: Fout | null): Toegang {
  if (sessie) return { soort: "aangemeld", sessie };
  return fout?.soort === "aanmelden" ? { soort: "afgemeld", bericht: null } : { soort: "onbekend" };
}

/** The same service, that tells when an answer says that nobody is signed in any more. */
function bewaak(dienst: Dienst, verlopen: () => void): Dienst {
  async function volg<T>(antwoord: Promise<Uitkomst<T>>): Promise<Uitkomst<T>> {
    const uitkomst = await antwoord;
    if (!uitkomst.gelukt && uitkomst.fout.soort === "aanmelden") verlopen();
    return uitkomst;
  }
  return {
    ...dienst,
    overzicht: (vraag, onderbreek) => volg(dienst.overzicht(vraag, onderbreek)),
    dossier: (id, onderbreek) => volg(dienst.dossier(id, onderbreek)),
    voegToe: (organisatie) => volg(dienst.voegToe(organisatie)),
    nieuweCode: (id) => volg(dienst.nieuweCode(id)),
  };
}
