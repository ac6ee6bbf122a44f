import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import type { ReactElement } from "react";
import type { Vraag } from "../../../meldcode/formulieren/samenvoegen";
import { ANDERE_ZAAK, type Lid } from "../../../meldcode/formulieren/zelfdezaak";
import { Keuzevraag } from "../koppelen/Keuzevraag";
import { useStijl } from "../stijl";
import { Naastelkaar, toonCel } from "./Naastelkaar";
import { inleesteksten } from "./teksten";
import { veldnaam } from "./veldnaam";

const t = inleesteksten.vraag;

const useEigen = makeStyles({
  kaart: { border: `1px solid ${tokens.colorBrandStroke1}` },
  beantwoord: { border: `1px solid ${tokens.colorNeutralStroke2}` },
  kop: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  klaar: { color: tokens.colorStatusSuccessForeground1 },
});

export interface Zaakvraagopties {
  readonly id: string;
  readonly kop: string;
  readonly vraag: Vraag;
  readonly sisaNaam: string | undefined;
  readonly opAntwoord: (antwoord: string) => void;
}

/** Which rows are one case, or what is right when its rows differ: side by side, with where they come from. Nothing is chosen beforehand. */
export function Zaakvraag({ id, kop, vraag, sisaNaam, opAntwoord }: Zaakvraagopties): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const beantwoord = vraag.antwoord !== null;
  const { titel, uitleg, leden, keuzes } = woordenVoor(vraag, sisaNaam);
  return (
    // No landmark: several can ask the same.
    <div role="group" className={mergeClasses(stijl.kaart, eigen.kaart, beantwoord && eigen.beantwoord)} aria-labelledby={id}>
      <span className={mergeClasses(eigen.kop, beantwoord && eigen.klaar)}>
        {beantwoord && <CheckmarkCircleFilled fontSize={20} aria-hidden="true" />}
        {beantwoord ? t.beantwoord : kop}
      </span>
      <h2 id={id} tabIndex={-1} className={stijl.titel}>
        {titel}
      </h2>
      {uitleg.map((zin) => (
        <p key={zin} className={stijl.tekst}>
          {zin}
        </p>
      ))}
      <Naastelkaar leden={leden} veld={vraag.soort === "verschil" ? vraag.veld : null} sisaNaam={sisaNaam} />
      <Keuzevraag id={id} voorbeeld={null} keuzes={keuzes} gekozen={vraag.antwoord ?? undefined} opKies={opAntwoord} />
    </div>
  );
}

interface Woorden {
  readonly titel: string;
  readonly uitleg: readonly string[];
  readonly leden: readonly Lid[];
  readonly keuzes: readonly (readonly [string, string])[];
}

function woordenVoor(vraag: Vraag, sisaNaam: string | undefined): Woorden {
  if (vraag.soort === "verschil") {
    const { kenmerk, startdatum } = samengevat(vraag.leden);
    return {
      titel: t.verschil(veldnaam(vraag.veld, sisaNaam)),
      uitleg: [t.verschilUitleg(kenmerk, startdatum)],
      leden: vraag.leden,
      keuzes: vraag.keuzes.map(({ sleutel, waarde, leden }) => [sleutel, t.waarde(toonCel(vraag.veld, waarde), leden.map(herkomst).join(", "))]),
    };
  }
  const { lid, kandidaten } = vraag;
  const { startdatum } = samengevat([lid]);
  const [een, ...meer] = kandidaten;
  const leden = [...kandidaten.map((kandidaat) => kandidaat.lid), lid];
  if (een && meer.length === 0) {
    return { titel: t.zelfde, uitleg: [t.zelfdeUitleg(startdatum), ...(een.gelijk ? [t.gelijk] : [])], leden, keuzes: [[een.zaak, t.een], [ANDERE_ZAAK, t.twee]] };
  }
  return { titel: t.welke, uitleg: [t.welkeUitleg(startdatum)], leden, keuzes: [...kandidaten.map((kandidaat) => [kandidaat.zaak, t.dezelfdeAls(herkomst(kandidaat.lid))] as const), [ANDERE_ZAAK, t.andere]] };
}

function samengevat(leden: readonly Lid[]): { kenmerk: string | null; startdatum: string } {
  const kenmerk = leden.map(({ rij }) => rij.waarden.kenmerk).find((waarde) => waarde !== null) ?? null;
  const start = leden[0]?.rij.waarden.startdatum ?? null;
  return { kenmerk: kenmerk === null ? null : String(kenmerk), startdatum: start === null ? t.geenDatum : toonCel("startdatum", start) };
}

function herkomst({ formulier, rij }: Lid): string {
  return inleesteksten.herkomst(formulier, rij.rij);
}
