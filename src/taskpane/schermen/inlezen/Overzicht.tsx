import { Button } from "@fluentui/react-components";
import { type ReactElement, useId } from "react";
import type { Plek } from "../../plek";
import type { Inlezen, Overzichtsbeeld } from "../../sessie/inlezen";
import { useStijl } from "../stijl";
import { Voet } from "../Voet";
import { Afwijkingen } from "./Afwijkingen";
import { Bestanden, isNietGelezen } from "./Bestanden";
import { Staptitel } from "./Staptitel";
import { inleesteksten } from "./teksten";
import { Zaakvraag } from "./Zaakvraag";

const t = inleesteksten.overzicht;
/** From here on one answer for all of them saves work. */
const VEEL = 3;
/** Questions shown at a time; the next come as these are answered. */
const VENSTER = 20;

export interface Overzichtsopties {
  readonly beeld: Overzichtsbeeld;
  readonly stroom: Inlezen;
  readonly sisaNaam: string | undefined;
  readonly plek: Plek;
  readonly opTerug: () => void;
}

/** What was read and what will be added, with what must be answered first. Nothing is written before the main button. */
export function Overzicht({ beeld, stroom, sisaNaam, plek, opTerug }: Overzichtsopties): ReactElement {
  const stijl = useStijl();
  const id = useId();
  const { samen, open, bestanden } = beeld;
  const { vragen, rijen } = samen;
  const gelezen = bestanden.filter(({ stand }) => stand.soort === "gelezen");
  const mis = bestanden.filter(isNietGelezen);
  const perStuk = vragen.filter((vraag) => vraag.soort === "zelfde-zaak" && vraag.antwoord === null && vraag.kandidaten.length === 1).length;
  const eerste = vragen.findIndex((vraag) => vraag.antwoord === null);
  const klik = (): void => {
    if (eerste !== -1) document.getElementById(id + eerste)?.focus();
    else if (rijen.length === 0) opTerug();
    else void stroom.voegToe();
  };
  const stand = open > 0 ? t.nog(open) : rijen.length === 0 ? t.niets : t.knopUitleg(plek.toevoegen);
  const melding = beeld.melding === null ? stand : beeld.melding.soort === "veranderd" ? t.veranderd : beeld.melding.tekst;
  return (
    <>
      <main className={stijl.inhoud}>
        <div className={stijl.lijst}>
          <Staptitel>{t.titel(samen.zaken, gelezen.length)}</Staptitel>
          {samen.vaker > 0 && <p className={stijl.tekst}>{t.vaker(samen.vaker)}</p>}
          {samen.alAanwezig > 0 && <p className={stijl.tekst}>{t.alAanwezig(samen.alAanwezig)}</p>}
          {open > 0 && <p className={stijl.tekst}>{t.vragen(open)}</p>}
          {gelezen.some((regel) => regel.stand.soort === "gelezen" && regel.stand.namen > 0) && <p className={stijl.zacht}>{t.namen}</p>}
        </div>
        {mis.length > 0 && (
          <section className={stijl.kaart} aria-labelledby={`${id}mis`}>
            <h2 id={`${id}mis`} className={stijl.titel}>
              {inleesteksten.bestanden.nietGelezen(mis.length)}
            </h2>
            <Bestanden bestanden={mis} />
            {gelezen.length > 0 && <p className={stijl.klein}>{inleesteksten.bestanden.rest}</p>}
          </section>
        )}
        {perStuk >= VEEL && (
          <section className={stijl.kaart} aria-label={inleesteksten.vraag.alle(perStuk)}>
            <p className={stijl.tekst}>{inleesteksten.vraag.alle(perStuk)}</p>
            <div className={stijl.rij}>
              <Button onClick={() => stroom.beantwoordAlle(true)}>{inleesteksten.vraag.alleZelfde}</Button>
              <Button onClick={() => stroom.beantwoordAlle(false)}>{inleesteksten.vraag.alleAnders}</Button>
            </div>
          </section>
        )}
        {vragen.slice(0, Math.max(VENSTER, eerste + VENSTER / 2)).map((vraag, i) => (
          <Zaakvraag key={vraag.id} id={id + i} kop={inleesteksten.vraag.kop(i + 1, vragen.length)} vraag={vraag} sisaNaam={sisaNaam} opAntwoord={(antwoord) => stroom.beantwoord(vraag.id, antwoord)} />
        ))}
        <Afwijkingen afwijkingen={samen.afwijkingen} sisaNaam={sisaNaam} />
        <details className={stijl.uitklap}>
          <summary>{inleesteksten.bestanden.titel(bestanden.length)}</summary>
          <Bestanden bestanden={bestanden} />
        </details>
        <Button onClick={() => stroom.opnieuw()}>{t.anders}</Button>
      </main>
      <Voet knop={open > 0 ? t.beantwoorden(open) : rijen.length === 0 ? inleesteksten.terug : t.knop(rijen.length)} bezig={beeld.bezig ? t.bezig : null} rustig={open > 0 || rijen.length === 0} melding={melding} opKlik={klik}>
        {rijen.length > 0 && <Button onClick={opTerug}>{inleesteksten.terug}</Button>}
      </Voet>
    </>
  );
}
