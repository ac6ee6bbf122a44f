import type { ReactElement, Ref } from "react";
import { type Groep, groepenVan } from "../../meldcode/groepen";
import { INDICATORWAARDEN, isIndicator } from "../../meldcode/indicator";
import { toonPeriode } from "../../meldcode/periode";
import type { Registratie, Uitsplitsing } from "../../meldcode/registratie";
import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import { kopVan, STANDAARDVRAAGSTELLING } from "../../meldcode/vraagstelling";
import { toonBereik } from "../sessie/verzondenregel";
import { getal, teksten } from "../teksten";
import { useStijl } from "./stijl";

/** Bekijk wat verzonden wordt: the very object that leaves, in a table and to the letter. */
export default function Voorbeeld({ kop, registratie, beleid }: { readonly kop: Ref<HTMLHeadingElement>; readonly registratie: Registratie; readonly beleid: Beleid | null }): ReactElement {
  const stijl = useStijl();
  const t = teksten.voorbeeld;
  return (
    <section className={stijl.kaart} aria-labelledby="voorbeeld-titel">
      <h2 id="voorbeeld-titel" ref={kop} tabIndex={-1} className={stijl.titel}>
        {t.titel}
      </h2>
      <p className={stijl.tekst}>{t.soort}</p>
      <p className={stijl.tekst}>{t.blijft}</p>
      <table className={stijl.tabel}>
        <caption className={stijl.klein}>{t.maanden}</caption>
        <thead>
          <tr>
            <th scope="col">{t.maand}</th>
            <th scope="col">{t.gestart}</th>
            <th scope="col">{t.afgesloten}</th>
          </tr>
        </thead>
        <tbody>
          {[...registratie.maanden].reverse().map((m) => (
            <tr key={m.periode}>
              <th scope="row">{toonPeriode(m.periode)}</th>
              <td>{getal(m.gestart)}</td>
              <td>{getal(m.afgesloten)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={stijl.klein}>{registratie.uitsplitsingen.length === 0 ? `${t.geenUitsplitsing} ${t.minimum(registratie.minimum)}` : t.minimum(registratie.minimum)}</p>
      {[...registratie.uitsplitsingen].reverse().map((u) => (
        <details key={u.van} className={stijl.uitklap}>
          <summary>{t.uitsplitsing(toonBereik(u.van, u.tot), u.aantal)}</summary>
          <Verdeling uitsplitsing={u} beleid={beleid} />
        </details>
      ))}
      <details className={stijl.uitklap}>
        <summary>{t.precies}</summary>
        <pre tabIndex={0} aria-label={t.precies} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere", margin: 0 }}>
          {JSON.stringify(registratie)}
        </pre>
      </details>
    </section>
  );
}

function Verdeling({ uitsplitsing, beleid }: { readonly uitsplitsing: Uitsplitsing; readonly beleid: Beleid | null }): ReactElement {
  const stijl = useStijl();
  return (
    <>
      {groepenVan(uitsplitsing).map((groep) => (
        <table key={groep} className={stijl.tabel}>
          <thead>
            <tr>
              <th scope="col">{groepnaam(groep, beleid)}</th>
              <th scope="col">{teksten.voorbeeld.aantal}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(uitsplitsing[groep] ?? {}).map(([naam, n]) => (
              <tr key={naam}>
                <th scope="row">{waardenaam(groep, naam)}</th>
                <td>{getal(n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

function groepnaam(groep: Groep, beleid: Beleid | null): string {
  return groep === "doorlooptijd" ? teksten.voorbeeld.doorlooptijd : kopVan(groep, beleid ?? STANDAARDVRAAGSTELLING);
}

/** What a count is of, as the list writes it. */
function waardenaam(groep: Groep, waarde: string): string {
  const namen: Readonly<Record<string, string>> = isIndicator(groep) ? INDICATORWAARDEN[groep] : teksten.voorbeeld.waarden;
  return namen[waarde] ?? teksten.voorbeeld.onbekend;
}
