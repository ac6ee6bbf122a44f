import fc from "fast-check";
import { maakDatum } from "../meldcode/datum";
import { leesPeriode, maandnummer, type Periode, periodeVanNummer } from "../meldcode/periode";
import { SECTOREN } from "../meldcode/sector";
import { DADEN } from "../meldcode/uitwisseling/auditlog";
import { RESPONS_STATUSSEN } from "../meldcode/uitwisseling/servicepunt";
import { DOSSIERDELEN, laatsteTwaalf, leesAdres, LEGE_KEUZE, MAXIMUM_KOLOMMEN, pasSpanneAan, SCHERMEN, schrijfAdres } from "./adres";

const periode = fc.integer({ min: 1990 * 12, max: 2099 * 12 + 11 }).map(periodeVanNummer);
const spanne = fc.tuple(periode, fc.integer({ min: 0, max: MAXIMUM_KOLOMMEN - 1 })).map(([van, n]) => ({ van, tot: periodeVanNummer(Math.min(maandnummer(van) + n, 2099 * 12 + 11)) }));

function maand(tekst: string): Periode {
  const gelezen = leesPeriode(tekst);
  if (!gelezen) throw new Error(`${tekst} is no month`);
  return gelezen;
}

test("a shared address brings back the same filters and the same organisation", () => {
  const keuze = fc.record({
    periode: fc.option(spanne),
    sector: fc.option(fc.constantFrom(...SECTOREN)),
    statussen: fc.subarray([...RESPONS_STATUSSEN]),
    zoek: fc.string({ maxLength: 20, unit: "grapheme" }),
    volgorde: fc.constantFrom("naam" as const, "ontbrekend" as const),
    organisatieId: fc.option(fc.string({ minLength: 1, maxLength: 13 })),
    scherm: fc.constantFrom(...SCHERMEN),
    deel: fc.constantFrom(...DOSSIERDELEN),
    daad: fc.option(fc.constantFrom(...DADEN)),
    over: fc.option(fc.string({ minLength: 1, maxLength: 13 })),
  });
  fc.assert(fc.property(keuze, (k) => expect(leesAdres(schrijfAdres(k))).toEqual(k)));
});

test("the page as it opens has a bare address", () => {
  expect(schrijfAdres(LEGE_KEUZE)).toBe("");
  expect(leesAdres("")).toEqual(LEGE_KEUZE);
});

test.each([
  ["a month that does not exist", "?van=2026-13&tot=2026-14"],
  ["an end before the begin", "?van=2026-03&tot=2026-01"],
  ["one end only", "?van=2026-03"],
  ["more months than a table can show", "?van=2020-01&tot=2026-01"],
  ["a sector that does not exist", "?sector=sport"],
  ["a status that does not exist", "?status=kwijt"],
  ["a screen that does not exist", "?scherm=kelder"],
  ["a part of a dossier that does not exist", "?deel=kelder"],
  ["a deed that does not exist", "?daad=geheim"],
])("%s in an address counts as not chosen", (_, query) => {
  expect(leesAdres(query)).toEqual(LEGE_KEUZE);
});

test("the last twelve months end with the month of today", () => {
  const vandaag = maakDatum(2026, 3, 15);
  expect(vandaag && laatsteTwaalf(vandaag)).toEqual({ van: "2025-04", tot: "2026-03" });
});

test("choosing one end of the period moves the other when it must, never the chosen one", () => {
  expect(pasSpanneAan({ van: maand("2026-05"), tot: maand("2026-03") }, "van")).toEqual({ van: "2026-05", tot: "2026-05" });
  expect(pasSpanneAan({ van: maand("2026-05"), tot: maand("2026-03") }, "tot")).toEqual({ van: "2026-03", tot: "2026-03" });
  expect(pasSpanneAan({ van: maand("2020-01"), tot: maand("2026-03") }, "van")).toEqual({ van: "2020-01", tot: "2021-12" });
  expect(pasSpanneAan({ van: maand("2020-01"), tot: maand("2026-03") }, "tot")).toEqual({ van: "2024-04", tot: "2026-03" });
});
