import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Sessie } from "../../sessie/sessie";
import type { Bestuursbeeld, Schoolbeeld } from "../../sessie/staat";
import { opsomming, teksten } from "../../teksten";
import { Bevindingen } from "../Bevindingen";
import { EigenLijst } from "../koppelen/EigenLijst";
import { Nieuw } from "../Nieuw";
import { Oordeelkop } from "../Oordeelkop";
import { useStijl } from "../stijl";
import { useVolgende } from "../volgende";
import { Verzendpaneel } from "../Verzendpaneel";
import { verzendvoet } from "../verzendvoet";
import { Voet, type Voetopties } from "../Voet";
import { type Correctie, Correcties, correctiesVan } from "./Correcties";
import { Onbekend } from "./Onbekend";
import { Scholen } from "./Scholen";
import { noem, oordeelzinnen, t } from "./teksten";

/** A board's list: one verdict, what is asked of one school after another, and every school on a line. */
export default function Bestuursscherm({ beeld, sessie }: { readonly beeld: Bestuursbeeld; readonly sessie: Sessie }): ReactElement {
  const stijl = useStijl();
  useVolgende(sessie);
  const { scholen, buitenLijst, zonderToegang, oordeel } = beeld;
  const organisaties = [...scholen.map(({ organisatie }) => organisatie), ...buitenLijst];
  const naam = noem(organisaties);
  const vragend = scholen.filter(({ verzending }) => verzending.soort === "vraag" || verzending.soort === "van-deze-werkmap");
  const [eerste] = vragend;
  const bediening = eerste && sessie.school(eerste.organisatie.organisatieId);
  const correcties = correctiesVan(scholen);
  const samen = correcties.length > 1;
  return (
    <>
      <main className={stijl.inhoud}>
        <Oordeelkop soort={oordeel.soort === "niemand" ? "fouten" : oordeel.soort} {...oordeelzinnen(oordeel, scholen.length, naam)} nummer={beeld.melding?.soort === "gecontroleerd" ? beeld.melding.nummer : 0} />
        <div role="status" className={stijl.leeg}>
          {beeld.werkboekfout && (
            <p className={stijl.kaart}>
              {beeld.werkboekfout.message} {teksten.meldingen.lijstNietGelezen}
            </p>
          )}
        </div>
        {beeld.bladvraag ? (
          <Verzendpaneel beeld={{ verzending: { soort: "vraag", vraag: beeld.bladvraag }, opslagDuurzaam: beeld.opslagDuurzaam }} bediening={sessie} plek={sessie.plek} />
        ) : samen ? (
          <Correcties correcties={correcties} naam={naam} />
        ) : eerste && bediening ? (
          <Verzendpaneel key={eerste.organisatie.organisatieId} van={t.verzenden.vraag(eerste.organisatie.naam, vragend.length)} beeld={{ verzending: eerste.verzending, opslagDuurzaam: beeld.opslagDuurzaam }} bediening={bediening} plek={sessie.plek} />
        ) : (
          <>
            <Onbekend beeld={beeld} organisaties={organisaties} naam={naam} sessie={sessie} />
            <Nieuw beeld={beeld} sessie={sessie} />
            <Scholen beeld={beeld} sessie={sessie} naam={naam} />
            <Bevindingen beeld={beeld} sessie={sessie} schoolVan={beeld.schoolVan} />
            {(buitenLijst.length > 0 || zonderToegang.length > 0) && (
              <section className={stijl.kaart} aria-label={t.buiten.titel}>
                <h2 className={stijl.titel}>{t.buiten.titel}</h2>
                {buitenLijst.length > 0 && <p className={stijl.tekst}>{t.buiten.tekst(opsomming(buitenLijst.map((o) => o.naam)), naam)}</p>}
                {buitenLijst.map((o) => (
                  <Button key={o.organisatieId} onClick={() => void sessie.noemOrganisatie(o.naam, o.organisatieId)}>
                    {t.buiten.neem(o.naam)}
                  </Button>
                ))}
                {zonderToegang.length > 0 && <p className={stijl.tekst}>{t.buiten.zonder(opsomming(zonderToegang.map(({ woord }) => `‘${woord}’`)), naam)}</p>}
              </section>
            )}
            <Button appearance="subtle" onClick={() => sessie.vraagCode()}>
              {t.buiten.code}
            </Button>
            <EigenLijst inhoud={beeld.inhoud} sessie={sessie} />
          </>
        )}
      </main>
      <Voet {...(samen && !beeld.bladvraag ? correctievoet(correcties, sessie) : voetVan(beeld, eerste, sessie))} melding={beeld.melding?.tekst ?? null} />
    </>
  );
}

function correctievoet(correcties: readonly Correctie[], sessie: Sessie): Voetopties {
  const nuNiet = (): void => correcties.forEach(({ school }) => sessie.school(school.organisatie.organisatieId)?.annuleer());
  return { knop: t.verzenden.correcties.knop, opKlik: () => void sessie.bevestigCorrecties(), children: <Button onClick={nuNiet}>{t.verzenden.nuNiet}</Button> };
}

/** A question has the main button; else it is for all. */
function voetVan({ bezig, oordeel, bladvraag }: Bestuursbeeld, vragend: Schoolbeeld | undefined, sessie: Sessie): Voetopties {
  if (bladvraag) return verzendvoet({ verzending: { soort: "vraag", vraag: bladvraag }, oordeel: { soort: "klaar" } }, sessie);
  const bediening = vragend && sessie.school(vragend.organisatie.organisatieId);
  if (vragend && bediening) return verzendvoet(vragend, bediening);
  const rustig = oordeel.soort === "alles-verzonden" || oordeel.soort === "niemand" || (oordeel.soort === "fouten" && oordeel.onbekend);
  return { knop: t.verzenden.knop, rustig, bezig: bezig && t.verzenden.bezig(bezig.klaar, bezig.totaal), opKlik: () => void sessie.verzend() };
}
