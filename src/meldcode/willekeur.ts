/** Arbitrary rows for property tests: ordinary ones, and everything people type in the wrong place. */
import * as fc from "fast-check";
import { INDICATOREN, INDICATORWAARDEN, type Indicator } from "./indicator";
import type { Periode } from "./periode";
import { serie } from "./testtaal";
import type { Cel, Rij } from "./veld";
import type { Vraagstelling } from "./vraagstelling";

const leeg = fc.constantFrom<Cel>(null, "", " \u00a0");
const dagen = fc.integer({ min: serie("1-1-2025"), max: serie("15-4-2026") });
const rommel = fc.constantFrom<Cel>("#N/B", "?", true, 7, "31-2-2026");

/** A row without a fout on 15-4-2026: closed, running, or with an outcome but no end date. */
export const zaak: fc.Arbitrary<Rij> = fc
  .record({
    kenmerk: fc.oneof(leeg, fc.constantFrom<Cel>("A1", "a1 ", "B2", 12, "12")),
    team: fc.constantFrom<Cel>(null, "Noord"),
    start: dagen,
    duur: fc.nat(120),
    sisa: fc.constantFrom<Cel>("Ja", "Nee", "N.v.t.", "j", 0),
    consultatie: fc.constantFrom<Cel>("Geen", "Intern", "Extern", "beide"),
    stap5: fc.constantFrom<Cel>("Hulp", "Melding", "Hulp en melding", "geen", "vt"),
    soort: fc.constantFrom("gesloten", "loopt", "beslist"),
  })
  .map(({ kenmerk, team, start, duur, sisa, consultatie, stap5, soort }) => ({
    kenmerk,
    team,
    startdatum: start,
    sisa: soort === "loopt" && duur % 2 === 0 ? "" : sisa,
    consultatie: soort === "loopt" && duur % 3 === 0 ? null : consultatie,
    stap5: soort === "loopt" ? "" : stap5,
    einddatum: soort === "gesloten" ? Math.min(start + duur, serie("15-4-2026")) : "",
  }));

/** Any row at all. */
export const willekeurigeRij: fc.Arbitrary<Rij> = fc.oneof(
  zaak,
  fc.record({
    kenmerk: fc.oneof(leeg, fc.constantFrom<Cel>("A1", "b2", "#N/B", "111222333")),
    team: leeg,
    startdatum: fc.oneof(leeg, rommel, dagen, fc.constant<Cel>("3 april 2026")),
    sisa: fc.oneof(leeg, rommel, fc.constant<Cel>("Ja")),
    consultatie: fc.oneof(leeg, rommel, fc.constant<Cel>("Intern")),
    stap5: fc.oneof(leeg, rommel, fc.constant<Cel>("Hulp")),
    einddatum: fc.oneof(leeg, rommel, dagen),
  }),
);

const indicatorcel = (indicator: Indicator, ...anders: Cel[]) => fc.oneof(leeg, fc.constantFrom<Cel>(...Object.values(INDICATORWAARDEN[indicator]), ...anders));

/** What stands in the columns of indicators: empty, the value, or written otherwise; never a fout. */
export const indicatorcellen: fc.Arbitrary<Readonly<Record<Indicator, Cel>>> = fc.record({
  leeftijdsgroep: indicatorcel("leeftijdsgroep", 7, "12-17", "65+"),
  geweldsvorm: indicatorcel("geweldsvorm", "fysiek", "overig"),
  bekendheid: indicatorcel("bekendheid", "bekend"),
  kinderen: indicatorcel("kinderen", 0, 2, 9, "4+"),
});

/** Anything in those columns. */
export const willekeurigeIndicatorcellen: fc.Arbitrary<Readonly<Record<Indicator, Cel>>> = fc
  .tuple(indicatorcellen, fc.dictionary(fc.constantFrom(...INDICATOREN), rommel))
  .map(([goed, fout]) => ({ ...goed, ...fout }));

/** Anything a municipality may ask. */
export const vraagstelling: fc.Arbitrary<Vraagstelling> = fc
  .tuple(fc.constantFrom("SISA-signaal", "VIR-signaal", null), fc.subarray([...INDICATOREN]), fc.constantFrom("2020-01", "2025-11", "2026-03"))
  // What stands there is a month.
  .map(([sisaLabel, indicatoren, vanaf]) => ({ sisaLabel, extraIndicatoren: indicatoren.map((indicator) => ({ indicator, vanaf: vanaf as Periode })) }));
