import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { toonPeriode } from "../../meldcode/periode";
import type { Verschil } from "../../meldcode/verschil";
import type { Antwoorden, Vraag } from "../sessie/besluit";
import { toonBereik, toonMoment } from "../sessie/verzondenregel";
import { opsomming, teksten } from "../teksten";
import { useStijl } from "./stijl";

/** The answer of the main button, where a question has one that is plainly the way on. */
export function hoofdantwoord(vraag: Vraag): { readonly knop: string; readonly antwoorden: Antwoorden } | null {
  const t = teksten.vragen;
  switch (vraag.soort) {
    case "correctie":
      return { knop: t.correctie.knop, antwoorden: { gezien: vraag.inhoud } };
    case "verlaging":
      return { knop: t.verlaging.knop, antwoorden: { gezien: vraag.inhoud, verlagingen: vraag.perioden } };
    case "nieuwere-stand":
      return { knop: t.nieuwereStand.knop, antwoorden: { gezien: vraag.inhoud, verlagingen: vraag.perioden } };
    case "gesloten-maanden":
      return vraag.beginBij === null
        ? { knop: t.gesloten.knop, antwoorden: { behoud: vraag.perioden } }
        : { knop: t.gesloten.begin(toonPeriode(vraag.beginBij)), antwoorden: { vanaf: vraag.beginBij } };
    case "andere-registratie":
      return vraag.regels.length > 0 ? { knop: t.andere.ernaast, antwoorden: { naast: "ernaast" } } : null;
    case "nieuw-blad":
      return vraag.past ? { knop: t.nieuwBlad.knop, antwoorden: { meenemen: vraag.bladen } } : { knop: t.nieuwBlad.zonder(vraag.bladen.length), antwoorden: { zonderBladen: vraag.bladen } };
  }
}

const useEigen = makeStyles({
  verschil: { paddingTop: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  keuze: { justifyContent: "flex-start", textAlign: "left", whiteSpace: "normal" },
});

export interface Vraagopties {
  readonly vraag: Vraag;
  readonly opAntwoord: (antwoorden: Antwoorden) => void;
}

/** What is asked before sending; the main answer stands on the main button below. */
export function Vraagpaneel({ vraag, opAntwoord }: Vraagopties): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const t = teksten.vragen;
  const keuze = (label: string, antwoorden: Antwoorden): ReactNode => (
    <Button className={eigen.keuze} onClick={() => opAntwoord(antwoorden)}>
      {label}
    </Button>
  );
  switch (vraag.soort) {
    case "correctie":
      return (
        <>
          <p className={stijl.tekst}>{t.correctie.tekst}</p>
          <Verschillen verschillen={vraag.verschillen} />
        </>
      );
    case "verlaging":
      return (
        <>
          <p className={stijl.tekst}>{t.verlaging.tekst(opsomming(vraag.perioden.map(toonPeriode)))}</p>
          <Verschillen verschillen={vraag.verschillen} />
          {keuze(t.verlaging.nieuw, { nieuweRegistratie: true })}
          <p className={stijl.klein}>{t.verlaging.nieuwUitleg}</p>
        </>
      );
    case "nieuwere-stand":
      return (
        <>
          <p className={stijl.tekst}>{t.nieuwereStand.tekst}</p>
          <Verschillen verschillen={vraag.verschillen} />
          {vraag.perioden.length > 0 && <p className={stijl.tekst}>{t.nieuwereStand.lager(opsomming(vraag.perioden.map(toonPeriode)))}</p>}
        </>
      );
    case "nieuw-blad":
      return (
        <>
          <p className={stijl.tekst}>{t.nieuwBlad.tekst(opsomming(vraag.bladen.map((blad) => `‘${blad}’`)), vraag.bladen.length)}</p>
          {vraag.past ? keuze(t.nieuwBlad.zonder(vraag.bladen.length), { zonderBladen: vraag.bladen }) : <p className={stijl.tekst}>{t.nieuwBlad.anders}</p>}
        </>
      );
    case "gesloten-maanden":
      return <p className={stijl.tekst}>{t.gesloten.tekst(opsomming(vraag.perioden.map(toonPeriode)))}</p>;
    case "andere-registratie":
      return (
        <>
          <p className={stijl.tekst}>{t.andere.tekst}</p>
          <ul className={stijl.lijst}>
            {vraag.regels.map((regel) => (
              <li key={regel.registratieId} className={eigen.verschil}>
                <p className={stijl.tekst}>{t.andere.regel(toonBereik(regel.vanaf, regel.tot), toonMoment(new Date(regel.ontvangenOp)))}</p>
                {keuze(t.andere.vervangt, { naast: { vervangt: regel.registratieId } })}
              </li>
            ))}
          </ul>
        </>
      );
  }
}

export function titelVan(vraag: Vraag): string {
  const t = teksten.vragen;
  const titels = { correctie: t.correctie, verlaging: t.verlaging, "nieuwere-stand": t.nieuwereStand, "andere-registratie": t.andere, "gesloten-maanden": t.gesloten, "nieuw-blad": t.nieuwBlad };
  return titels[vraag.soort].titel;
}

export function Verschillen({ verschillen }: { readonly verschillen: readonly Verschil[] }): ReactElement | null {
  const stijl = useStijl();
  const eigen = useEigen();
  if (verschillen.length === 0) return null;
  return (
    <ul className={stijl.lijst}>
      {verschillen.map((v) => (
        <li key={v.periode} className={eigen.verschil}>
          {v.zinnen.map((zin) => (
            <p key={zin} className={stijl.tekst}>
              {zin}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
