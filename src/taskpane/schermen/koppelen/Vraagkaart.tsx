import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import type { ReactElement } from "react";
import type { Antwoord, Koppelvraag } from "../../sessie/koppelen/vragen";
import { useStijl } from "../stijl";
import { Keuzevraag } from "./Keuzevraag";
import { Kolomvraag } from "./Kolomvraag";
import { koppelteksten } from "./teksten";
import { Vinkvraag } from "./Vinkvraag";
import { Woordvraag } from "./Woordvraag";

const t = koppelteksten.vragen;

const useEigen = makeStyles({
  kaart: { margin: 0, minWidth: 0, border: `1px solid ${tokens.colorBrandStroke1}` },
  beantwoord: { border: `1px solid ${tokens.colorNeutralStroke2}` },
  kop: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  klaar: { color: tokens.colorStatusSuccessForeground1 },
  zin: { margin: 0, fontWeight: tokens.fontWeightSemibold, ":focus": { outline: "none" } },
});

export interface Vraagkaartopties {
  readonly id: string;
  readonly kop: string;
  readonly vraag: Koppelvraag;
  readonly sisaNaam: string | undefined;
  readonly opAntwoord: (antwoord: Antwoord) => void;
}

/** One question with its examples and sensible choices. It stays when it is answered, to be answered otherwise. */
export function Vraagkaart({ id, kop, vraag, sisaNaam, opAntwoord }: Vraagkaartopties): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const beantwoord = vraag.antwoord !== undefined;
  return (
    <section className={mergeClasses(stijl.kaart, eigen.kaart, beantwoord && eigen.beantwoord)} aria-labelledby={id}>
      <span className={mergeClasses(eigen.kop, beantwoord && eigen.klaar)}>
        {beantwoord && <CheckmarkCircleFilled fontSize={20} aria-hidden="true" />}
        {beantwoord ? t.beantwoord : kop}
      </span>
      <h2 id={id} tabIndex={-1} className={mergeClasses(stijl.titel, eigen.zin)}>
        {sisaNaam ? vraag.zin.replaceAll("SISA-signaal", sisaNaam) : vraag.zin}
      </h2>
      <Antwoordkeuze id={id} vraag={vraag} opAntwoord={opAntwoord} />
    </section>
  );
}

function Antwoordkeuze({ id, vraag, opAntwoord }: Pick<Vraagkaartopties, "id" | "vraag" | "opAntwoord">): ReactElement {
  switch (vraag.soort) {
    case "kolom":
      return <Kolomvraag id={id} vraag={vraag} opAntwoord={opAntwoord} />;
    case "waarden":
    case "organisatie":
      return <Woordvraag vraag={vraag} opAntwoord={opAntwoord} />;
    case "filter":
      return (
        <Vinkvraag
          uitleg={t.weglaten}
          keuzes={vraag.woorden.map(({ woord, aantal, voorstel, voorbeelden }) => ({ waarde: woord, tekst: `${voorbeelden[0]?.tekst || woord || t.leegCel} (${t.keer(aantal)})`, voorstel: voorstel === "weglaten" }))}
          antwoord={vraag.antwoord}
          opAntwoord={opAntwoord}
        />
      );
    case "blad":
      return <Vinkvraag uitleg={t.bladen} keuzes={vraag.keuzes.map(({ blad }) => ({ waarde: blad, tekst: blad, voorstel: false }))} antwoord={vraag.antwoord} opAntwoord={opAntwoord} />;
    case "leeg":
    case "leeg-naast":
      return (
        <Keuzevraag
          id={id}
          voorbeeld={t.leegVoorbeeld(vraag.voorbeelden.map(({ blad, cel }) => `${cel} (${blad})`))}
          keuzes={vraag.mogelijk.map((betekenis) => [betekenis, koppelteksten.betekenis(betekenis, vraag.soort === "leeg-naast")])}
          gekozen={vraag.antwoord}
          opKies={opAntwoord}
        />
      );
    case "leeftijd":
    case "zelfde-zaak":
    case "naam":
      return (
        <Keuzevraag
          id={id}
          voorbeeld={"voorbeelden" in vraag ? t.bijvoorbeeld(vraag.voorbeelden.map(({ tekst }) => tekst)) : null}
          keuzes={[["ja", t.ja], ["nee", t.nee]]}
          gekozen={vraag.antwoord === undefined ? undefined : vraag.antwoord ? "ja" : "nee"}
          opKies={(keuze) => opAntwoord(keuze === "ja")}
        />
      );
  }
}
