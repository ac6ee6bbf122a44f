import type { ReactElement, Ref } from "react";
import { toonPeriode } from "../../meldcode/periode";
import type { Registratie, Uitsplitsing } from "../../meldcode/registratie";
import type { Beleid } from "../../meldcode/uitwisseling/beleid";
import { toonBereik } from "../sessie/verzondenregel";
import { getal, metSisaNaam, teksten } from "../teksten";
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
  const { groepen, waarden } = teksten.voorbeeld;
  // The key order of the schema is the order of the form.
  const namen = Object.keys(groepen) as (keyof typeof groepen)[];
  return (
    <>
      {namen.map((groep) => (
        <table key={groep} className={stijl.tabel}>
          <thead>
            <tr>
              <th scope="col">{metSisaNaam(groepen[groep], beleid)}</th>
              <th scope="col">{teksten.voorbeeld.aantal}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(uitsplitsing[groep]).map(([naam, n]) => (
              <tr key={naam}>
                {/* Object.entries widens the names of the schema to string. */}
                <th scope="row">{waarden[naam as keyof typeof waarden]}</th>
                <td>{getal(n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}
