import { Button, Checkbox, Field, Radio, RadioGroup } from "@fluentui/react-components";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { isBlanco } from "../../../meldcode/lezen/tekst";
import type { Celblad } from "../../../meldcode/koppeling/plaatsen";
import type { Koppelbeeld, Koppelen } from "../../sessie/koppelen";
import { useStijl } from "../stijl";
import { Voet } from "../Voet";
import { koppelteksten } from "./teksten";

const t = koppelteksten.aanwijzen;
/** Rows shown to choose the headers from, at first and more at a time. */
const STAP = 8;
const LANGSTE_RIJ = 90;
/** Headers stand near the top. */
const MEESTE_RIJEN = 500;

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
            {plekken.has(blad.blad) && <Koprijkeuze blad={blad} gekozen={plekken.get(blad.blad) ?? 1} opKies={(rij) => kies(blad.blad, rij)} />}
          </section>
        ))}
      </main>
      <Voet knop={t.verder} melding={plekken.size === 0 ? t.nogNiets : beeld.melding} rustig={plekken.size === 0} opKlik={() => plekken.size > 0 && stroom.kiesPlekken(plekken)}>
        <Button onClick={() => stroom.terug()}>{koppelteksten.terug}</Button>
      </Voet>
    </>
  );
}

function Koprijkeuze({ blad, gekozen, opKies }: { readonly blad: Celblad; readonly gekozen: number; readonly opKies: (rij: number) => void }): ReactElement {
  const stijl = useStijl();
  const rijen = rijteksten(blad);
  const [getoond, zetGetoond] = useState(() => Math.max(STAP, rijen.findIndex(([nummer]) => nummer === gekozen) + 3));
  if (rijen.length === 0) return <p className={stijl.zacht}>{t.leeg}</p>;
  return (
    <>
      <Field label={t.koprij(blad.blad)}>
        <RadioGroup value={String(gekozen)} onChange={(_, { value }) => opKies(Number(value))}>
          {rijen.slice(0, getoond).map(([nummer, tekst]) => (
            <Radio key={nummer} value={String(nummer)} label={`${t.rij(nummer)}: ${tekst}`} />
          ))}
        </RadioGroup>
      </Field>
      {rijen.length > getoond && (
        <Button appearance="subtle" onClick={() => zetGetoond(getoond + STAP * 3)}>
          {t.meer}
        </Button>
      )}
    </>
  );
}

function rijteksten({ rijen }: Celblad): [number, string][] {
  return Array.from(rijen).slice(0, MEESTE_RIJEN).flatMap(([nummer, cellen]): [number, string][] => {
    const tekst = cellen.filter((cel) => cel !== undefined && !isBlanco(cel)).join(" | ");
    return tekst === "" ? [] : [[nummer, tekst.length > LANGSTE_RIJ ? `${tekst.slice(0, LANGSTE_RIJ)}…` : tekst]];
  });
}

/** Headers are texts, and more of them stand in a row than in a title. */
function waarschijnlijkeKoprij({ rijen }: Celblad): number {
  const teksten = Array.from(rijen)
    .slice(0, 100)
    .map(([nummer, cellen]) => [nummer, cellen.every((cel) => typeof cel !== "number") ? cellen.filter((cel) => cel !== undefined && !isBlanco(cel)).length : 0] as const);
  return teksten.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
}
