import * as fc from "fast-check";
import { datumUitIso, datumUitSerie, datumVan, isoDatum, maakDatum, serieUitDatum, toonDatum } from "./datum";
import { leesPeriode, maandnummer, maandnummerVanDatum, periodenVanTot, periodeVanDatum, periodeVanNummer, toonPeriode } from "./periode";

const datum = fc.integer({ min: 32_874, max: 73_050 }).map((serie) => datumUitSerie(serie, 1900) ?? fail());
const fail = (): never => {
  throw new Error("geen datum");
};

test("serials in both systems and ISO texts go there and back", () => {
  fc.assert(
    fc.property(datum, (d) => {
      for (const stelsel of [1900, 1904] as const) expect(datumUitSerie(serieUitDatum(d, stelsel), stelsel)).toBe(d);
      expect(datumUitIso(isoDatum(d))).toBe(d);
      expect(periodeVanDatum(d)).toBe(isoDatum(d).slice(0, 7));
      expect(maandnummerVanDatum(d)).toBe(maandnummer(periodeVanDatum(d)));
    }),
  );
});

test("serials are those of Excel", () => {
  const d = maakDatum(2026, 4, 3) ?? fail();
  expect([serieUitDatum(d, 1900), serieUitDatum(d, 1904), toonDatum(d), isoDatum(d)]).toEqual([46115, 44653, "3-4-2026", "2026-04-03"]);
});

test("days that do not exist are no dates", () => {
  expect([maakDatum(2026, 2, 29), maakDatum(2024, 2, 29) === null, maakDatum(2026, 13, 1), maakDatum(2026, 4, 31), maakDatum(1989, 12, 31), maakDatum(2100, 1, 1), datumUitIso("2026-4-3")]).toEqual([null, false, null, null, null, null, null]);
});

test("the day is that of the Netherlands, in winter and in summer", () => {
  expect(["2026-01-31T22:59:59Z", "2026-01-31T23:00:00Z", "2026-06-30T21:59:59Z", "2026-06-30T22:00:00Z"].map((m) => isoDatum(datumVan(new Date(m))))).toEqual(["2026-01-31", "2026-02-01", "2026-06-30", "2026-07-01"]);
});

test("months follow each other over the turn of the year", () => {
  const van = leesPeriode("2025-11") ?? fail();
  const tot = leesPeriode("2026-02") ?? fail();
  expect(periodenVanTot(van, tot)).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  expect(periodenVanTot(tot, van)).toEqual([]);
  expect(periodeVanNummer(maandnummer(van))).toBe(van);
  expect(toonPeriode(tot)).toBe("februari 2026");
});

test.each(["2026-13", "2026-00", "1989-12", "2100-01", "2026-1", "januari", ""])("%j is no month", (tekst) => expect(leesPeriode(tekst)).toBeNull());
