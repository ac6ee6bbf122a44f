import { Button, Checkbox } from "@fluentui/react-components";
import { type ReactElement, useEffect, useId, useRef } from "react";
import { sleutelVan } from "../../sessie/koppelen/vragen";
import { opsomming } from "../../teksten";
import { useStijl } from "../stijl";
import { Voet } from "../Voet";
import { Afspraken } from "./Afspraken";
import { AndereWerkmap } from "./AndereWerkmap";
import { Kolommen } from "./Kolommen";
import { koppelteksten as t } from "./teksten";
import type { Voorstelopties } from "./voorstelopties";
import { Vraagkaart } from "./Vraagkaart";
import { Woorden } from "./Woorden";

/** What was recognised, to be looked at and changed, and what is not certain, to be answered: all on one page. */
export function Voorstelscherm({ beeld, stroom, sisaNaam, opTerug }: Voorstelopties & { readonly opTerug: () => void }): ReactElement {
  const stijl = useStijl();
  const kop = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => kop.current?.focus(), []);
  const { vragen, open, uitslag } = beeld;
  const plaats = (i: number): string => `${id}vraag${i}`;
  const gebruik = (): void => {
    const eerste = vragen.findIndex((vraag) => vraag.antwoord === undefined);
    if (eerste === -1) void stroom.gebruik();
    else document.getElementById(plaats(eerste))?.focus();
  };
  const stand = open > 0 ? t.nogVragen(open) : uitslag && t.uitslag(uitslag.zaken, uitslag.weggelaten, uitslag.samengevoegd);
  return (
    <>
      <main className={stijl.inhoud}>
        <div>
          <h1 ref={kop} tabIndex={-1} className={stijl.groteTitel}>
            {t.titel}
          </h1>
          <p className={stijl.tekst}>{t.inleiding}</p>
        </div>
        {vragen.map((vraag, i) => (
          <Vraagkaart key={sleutelVan(vraag)} id={plaats(i)} kop={t.vragen.kop(i + 1, vragen.length)} vraag={vraag} sisaNaam={sisaNaam} opAntwoord={(antwoord) => stroom.beantwoord(sleutelVan(vraag), antwoord)} />
        ))}
        <Kolommen beeld={beeld} stroom={stroom} sisaNaam={sisaNaam} />
        <Bladen beeld={beeld} stroom={stroom} />
        <Woorden beeld={beeld} stroom={stroom} sisaNaam={sisaNaam} />
        <Afspraken beeld={beeld} stroom={stroom} sisaNaam={sisaNaam} />
        <AndereWerkmap stroom={stroom} />
        <p className={stijl.klein}>{t.bewaardUitleg}</p>
      </main>
      <Voet knop={t.gebruik} bezig={beeld.bezig ? t.bezig : null} rustig={open > 0} melding={beeld.melding ?? stand} opKlik={gebruik}>
        <Button onClick={opTerug}>{t.terug}</Button>
      </Voet>
    </>
  );
}

function Bladen({ beeld, stroom }: Omit<Voorstelopties, "sisaNaam">): ReactElement {
  const stijl = useStijl();
  const { bladen, voorstel } = beeld;
  const dubbel = (blad: string): boolean => bladen.filter(({ bereik }) => bereik.blad === blad).length > 1;
  const { nietGelezen } = voorstel;
  return (
    <section className={stijl.kaart} aria-label={t.bladen.titel}>
      <h2 className={stijl.titel}>{t.bladen.titel}</h2>
      {bladen.map(({ sleutel, bereik: { blad, koprij }, rijen, zichtbaar, gekozen }) => {
        const label = `${t.bladen.blad(blad, rijen, !zichtbaar)}${dubbel(blad) ? `, ${t.bladen.koppen(koprij)}` : ""}`;
        return bladen.length === 1 ? (
          <p key={sleutel} className={stijl.tekst}>
            {label}
          </p>
        ) : (
          <Checkbox key={sleutel} label={label} checked={gekozen} onChange={(_, { checked }) => stroom.kiesBlad(sleutel, checked === true)} />
        );
      })}
      {nietGelezen.length > 0 && <p className={stijl.klein}>{t.bladen.nietGelezen(opsomming(nietGelezen.map((b) => `‘${b}’`)), nietGelezen.length)}</p>}
      <Button onClick={() => stroom.wijsAan()}>{t.bladen.elders}</Button>
    </section>
  );
}
