import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { leesPeriode, maandnummer, type Periode, periodenVanTot, periodeVanNummer, toonPeriode } from "../../meldcode/periode";
import { MAXIMUM_KOLOMMEN, pasSpanneAan, type Spanne } from "../adres";
import { teksten } from "../teksten";

const JAREN_TERUG = 5;

interface Props {
  /** null: the last twelve months. */
  readonly gekozen: Spanne | null;
  readonly laatste12: Spanne;
  /** Class of each field. */
  readonly veldstijl: string;
  readonly opKies: (spanne: Spanne | null) => void;
}

/** The usual periods in one list, and any other by its first and last month. */
export function Periodekeuze({ gekozen, laatste12, veldstijl, opKies }: Props) {
  const [zelf, zetZelf] = useState(false);
  const jaren = vasteJaren(laatste12.tot);
  const vast = jaren.find((j) => j.spanne.van === gekozen?.van && j.spanne.tot === gekozen.tot);
  const anders = zelf || (gekozen !== null && !vast);
  const spanne = gekozen ?? laatste12;
  const eerste = periodeVanNummer(maandnummer(laatste12.tot) - 12 * JAREN_TERUG);
  const maanden = periodenVanTot(eerste < spanne.van ? eerste : spanne.van, laatste12.tot < spanne.tot ? spanne.tot : laatste12.tot).reverse();

  function kies(waarde: string) {
    zetZelf(waarde === "anders");
    if (waarde === "anders") opKies(spanne);
    else opKies(jaren.find((j) => j.waarde === waarde)?.spanne ?? null);
  }
  function kiesMaand(einde: "van" | "tot", waarde: string) {
    const maand = leesPeriode(waarde);
    if (maand) opKies(pasSpanneAan({ ...spanne, [einde]: maand }, einde));
  }

  return (
    <>
      <Field label={teksten.overzicht.periode} className={veldstijl}>
        <Select value={anders ? "anders" : (vast?.waarde ?? "12")} onChange={(_, d) => kies(d.value)}>
          <option value="12">{teksten.overzicht.laatste12}</option>
          {jaren.map((j) => (
            <option key={j.waarde} value={j.waarde}>
              {j.naam}
            </option>
          ))}
          <option value="anders">{teksten.overzicht.anderePeriode}</option>
        </Select>
      </Field>
      {anders &&
        (["van", "tot"] as const).map((einde) => (
          <Field key={einde} className={veldstijl} label={einde === "van" ? teksten.overzicht.van : teksten.overzicht.totEnMet}>
            <Select value={spanne[einde]} title={teksten.overzicht.langstePeriode(MAXIMUM_KOLOMMEN)} onChange={(_, d) => kiesMaand(einde, d.value)}>
              {maanden.map((m) => (
                <option key={m} value={m}>
                  {toonPeriode(m)}
                </option>
              ))}
            </Select>
          </Field>
        ))}
    </>
  );
}

/** This year as far as it has come, and the whole years before it. */
function vasteJaren(totNu: Periode): { waarde: string; naam: string; spanne: Spanne }[] {
  const nu = maandnummer(totNu);
  const jaar = Math.floor(nu / 12);
  return Array.from({ length: JAREN_TERUG }, (_, i) => ({
    waarde: String(jaar - i),
    naam: i === 0 ? teksten.overzicht.jaarTotNu(jaar) : teksten.overzicht.jaar(jaar - i),
    spanne: { van: periodeVanNummer((jaar - i) * 12), tot: i === 0 ? totNu : periodeVanNummer((jaar - i) * 12 + 11) },
  }));
}
