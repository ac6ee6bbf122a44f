import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import type { Sessie } from "../../sessie/sessie";
import type { Bestuursbeeld, Schoolbeeld } from "../../sessie/staat";
import { Maanden } from "../Maanden";
import { useStijl } from "../stijl";
import { Verzendpaneel } from "../Verzendpaneel";
import { type Noem, t } from "./teksten";

const useEigen = makeStyles({
  school: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  regel: { flexGrow: 1, display: "grid", gridTemplateColumns: "1fr auto", columnGap: tokens.spacingHorizontalS, alignItems: "baseline", padding: `${tokens.spacingVerticalXS} 0` },
  naam: { fontWeight: tokens.fontWeightSemibold, minWidth: 0 },
  stand: { fontSize: tokens.fontSizeBase200, textAlign: "right" },
  fout: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  let: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  nadruk: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  klaar: { color: tokens.colorStatusSuccessForeground1 },
  onder: { gridColumn: "1 / -1", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  binnen: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS },
  knop: { alignSelf: "flex-start" },
});

interface Scholenopties {
  readonly beeld: Bestuursbeeld;
  readonly sessie: Sessie;
  readonly naam: Noem;
}

/** Every school on a line: its name and where it stands; opened, its months and what became of sending. */
export function Scholen({ beeld, sessie, naam }: Scholenopties): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const opNaam = beeld.scholen.toSorted((a, b) => a.organisatie.naam.localeCompare(b.organisatie.naam, "nl"));
  const wachtend = opNaam.filter(({ verzending }) => verzending.soort === "wacht").length;
  return (
    <section className={stijl.kaart} aria-labelledby="scholen-titel">
      <h2 id="scholen-titel" className={stijl.titel}>
        {t.scholen.titel(naam)}
      </h2>
      {wachtend > 0 && (
        <>
          <p className={stijl.tekst}>{t.scholen.wachten(wachtend, naam)}</p>
          <Button className={eigen.knop} onClick={() => void sessie.probeerOpnieuw()}>
            {t.scholen.probeer}
          </Button>
        </>
      )}
      <ul className={stijl.lijst}>
        {opNaam.map((school) => (
          <li key={school.organisatie.organisatieId} className={eigen.school}>
            <School school={school} beeld={beeld} sessie={sessie} naam={naam} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function School({ school, beeld, sessie, naam }: Scholenopties & { readonly school: Schoolbeeld }): ReactElement {
  const stijl = useStijl();
  const eigen = useEigen();
  const [open, zetOpen] = useState(false);
  const { tekst, kleur } = stand(school);
  const bediening = sessie.school(school.organisatie.organisatieId);
  const { verzending, toegangVervallen, oordeel } = school;
  return (
    <details className={stijl.uitklap} open={open} onToggle={(e) => zetOpen(e.currentTarget.open)}>
      <summary>
        <span className={eigen.regel}>
          <span className={eigen.naam}>{school.organisatie.naam}</span>
          <span className={mergeClasses(eigen.stand, eigen[kleur])}>{tekst}</span>
          <span className={eigen.onder}>{onderregel(school)}</span>
        </span>
      </summary>
      {open && bediening && (
        <div className={eigen.binnen}>
          {toegangVervallen && (
            <>
              <p className={stijl.tekst}>{t.scholen.vervallen(naam)}</p>
              <Button className={eigen.knop} onClick={() => sessie.vraagCode()}>
                {t.buiten.code}
              </Button>
            </>
          )}
          {verzending.soort !== "vraag" && verzending.soort !== "van-deze-werkmap" && <Verzendpaneel beeld={{ verzending, opslagDuurzaam: beeld.opslagDuurzaam }} bediening={bediening} plek={sessie.plek} />}
          <Maanden beeld={school} bediening={bediening} />
          {oordeel.soort === "klaar" && !toegangVervallen && (
            <Button className={eigen.knop} onClick={() => void bediening.verzend()}>
              {t.verzenden.alleen(naam)}
            </Button>
          )}
        </div>
      )}
    </details>
  );
}

/** "3 zaken · 2 nieuwe maanden" */
function onderregel({ zaken, maanden }: Schoolbeeld): string {
  const tel = (...standen: string[]) => maanden.filter(({ stand: s }) => standen.includes(s)).length;
  const wat = t.scholen.maanden(tel("te-verzenden", "niets-te-melden"), tel("gewijzigd", "vervallen"), maanden.filter(({ teLaat }) => teLaat).length);
  return [t.scholen.zaken(zaken), ...(wat === "" ? [] : [wat])].join(" · ");
}

function stand({ verzending, oordeel, toegangVervallen }: Schoolbeeld): { tekst: string; kleur: "fout" | "let" | "nadruk" | "klaar" } {
  const s = t.scholen.stand;
  if (toegangVervallen) return { tekst: s.vervallen, kleur: "fout" };
  switch (verzending.soort) {
    case "bezig":
      return { tekst: s.bezig, kleur: "nadruk" };
    case "vraag":
    case "van-deze-werkmap":
      return { tekst: s.vraag, kleur: "let" };
    case "wacht":
      return { tekst: s.wacht, kleur: "let" };
    case "geweigerd":
      return { tekst: s.geweigerd, kleur: "fout" };
    case "niet-gelezen":
      return { tekst: s["niet-gelezen"], kleur: "fout" };
  }
  switch (oordeel.soort) {
    case "fouten":
      return { tekst: t.scholen.fouten(oordeel.fouten), kleur: "fout" };
    case "klaar":
      return { tekst: s["te-verzenden"], kleur: "nadruk" };
    case "alles-verzonden":
      return { tekst: verzending.soort === "ontvangen" ? s.ontvangen : s.verzonden, kleur: "klaar" };
    case "niet-vergeleken":
      return { tekst: s["niet-vergeleken"], kleur: "klaar" };
  }
}
