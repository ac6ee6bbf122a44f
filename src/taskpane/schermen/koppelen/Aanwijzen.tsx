import { Button, Checkbox, Field, Radio, RadioGroup } from "@fluentui/react-components";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { type Datumstelsel, toonDatum } from "../../../meldcode/datum";
import { leesDatum } from "../../../meldcode/lezen/datums";
import { isBlanco } from "../../../meldcode/lezen/tekst";
import type { Cel } from "../../../meldcode/veld";
import type { Koppelbeeld, Koppelen } from "../../sessie/koppelen/koppelen";
import { useStijl } from "../stijl";
import { Voet } from "../Voet";
import { koppelteksten } from "./teksten";
import type { Celblad } from "../../../meldcode/koppeling/celblad";

const t = koppelteksten.aanwijzen;
/** Rows to choose the headers from at first, and how far down a list may begin. */
const EERST = 8;
const MEESTE_RIJEN = 200;
const LANGSTE_RIJ = 90;

type Aanwijsbeeld = Extract<Koppelbeeld, { stap: "aanwijzen" }>;

/** De lijst staat ergens anders: which sheets, and on each the row of the headers. */
export function Aanwijzen({ beeld, stroom }: { readonly beeld: Aanwijsbeeld; readonly stroom: Koppelen }): ReactElement {
  const stijl = useStijl();
  const kop = useRef<HTMLHeadingElement>(null);
  const [plekken, zetPlekken] = useState(beeld.plekken);
  useEffect(() => kop.current?.focus(), []);
  const kies = (blad: string, koprij: number | null): void => {
    const nu = new Map(plekken);
    if (koprij === null) nu.delete(blad);
    else nu.set(blad, koprij);
    zetPlekken(nu);
  };
  const bladen = beeld.bron.bladen;
  return (
    <>
      <main className={stijl.inhoud}>
        <h1 ref={kop} tabIndex={-1} className={stijl.groteTitel}>
          {t.titel}
        </h1>
        <p className={stijl.tekst}>{bladen.length === 0 ? t.geenBladen : t.tekst}</p>
        {bladen.map((blad) => (
          <section key={blad.blad} className={stijl.kaart}>
            <Checkbox
              checked={plekken.has(blad.blad)}
              label={blad.zichtbaar ? blad.blad : `${blad.blad} (${t.verborgen})`}
              onChange={(_, { checked }) => kies(blad.blad, checked === true ? waarschijnlijkeKoprij(blad) : null)}
            />
            {plekken.has(blad.blad) && <Koprijkeuze blad={blad} datumstelsel={beeld.bron.datumstelsel} gekozen={plekken.get(blad.blad) ?? 1} opKies={(rij) => kies(blad.blad, rij)} />}
          </section>
        ))}
      </main>
      <Voet knop={t.verder} melding={plekken.size === 0 ? t.nogNiets : beeld.melding} rustig={plekken.size === 0} opKlik={() => plekken.size > 0 && stroom.kiesPlekken(plekken)}>
        <Button onClick={() => stroom.terug()}>{koppelteksten.terug}</Button>
      </Voet>
    </>
  );
}

function Koprijkeuze({ blad, datumstelsel, gekozen, opKies }: { readonly blad: Celblad; readonly datumstelsel: Datumstelsel; readonly gekozen: number; readonly opKies: (rij: number) => void }): ReactElement {
  const stijl = useStijl();
  const [alle, zetAlle] = useState(false);
  const rijen = Array.from(blad.rijen).slice(0, MEESTE_RIJEN);
  const getoond = alle ? rijen : rijen.filter(([nummer, cellen]) => nummer === gekozen || zouKoppenZijn(cellen)).slice(0, EERST);
  if (rijen.length === 0) return <p className={stijl.zacht}>{t.leeg}</p>;
  return (
    <>
      <Field label={t.koprij(blad.blad)}>
        <RadioGroup value={String(gekozen)} onChange={(_, { value }) => opKies(Number(value))}>
          {getoond.map(([nummer, cellen]) => (
            <Radio key={nummer} value={String(nummer)} label={`${t.rij(nummer)}: ${rijtekst(cellen, datumstelsel)}`} />
          ))}
        </RadioGroup>
      </Field>
      {getoond.length < rijen.length && (
        <Button appearance="subtle" onClick={() => zetAlle(true)}>
          {t.meer}
        </Button>
      )}
    </>
  );
}

type Rijcellen = readonly (Cel | undefined)[];

function rijtekst(cellen: Rijcellen, datumstelsel: Datumstelsel): string {
  const teksten = gevuld(cellen).map((cel) => {
    const { waarde: dag } = leesDatum(cel, datumstelsel);
    return dag === null ? String(cel) : toonDatum(dag);
  });
  const tekst = teksten.join(" | ");
  return tekst.length > LANGSTE_RIJ ? `${tekst.slice(0, LANGSTE_RIJ)}…` : tekst;
}

function gevuld(cellen: Rijcellen): Cel[] {
  return cellen.flatMap((cel) => (cel === undefined || isBlanco(cel) ? [] : [cel]));
}

/** Headers are texts. */
function zouKoppenZijn(cellen: Rijcellen): boolean {
  return gevuld(cellen).every((cel) => typeof cel === "string");
}

/** More headers stand in a row than a title has words in cells. */
function waarschijnlijkeKoprij({ rijen }: Celblad): number {
  const kandidaten = Array.from(rijen).slice(0, MEESTE_RIJEN).filter(([, cellen]) => zouKoppenZijn(cellen));
  return kandidaten.toSorted(([, a], [, b]) => gevuld(b).length - gevuld(a).length)[0]?.[0] ?? 1;
}
