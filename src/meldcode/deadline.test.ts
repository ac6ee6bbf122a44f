import * as fc from "fast-check";
import { datumVan, isoDatum } from "./datum";
import { deadline } from "./deadline";
import { type Periode, periodeVanNummer } from "./periode";

test.each([
  ["2026-01", 15, "2026-02-15T22:59:59.999Z"],
  ["2026-05", 15, "2026-06-15T21:59:59.999Z"],
  ["2025-12", 10, "2026-01-10T22:59:59.999Z"],
  // The clock goes forward on 29 March 2026 and back on 25 October 2026.
  ["2026-02", 28, "2026-03-28T22:59:59.999Z"],
  ["2026-09", 24, "2026-10-24T21:59:59.999Z"],
  ["2026-09", 25, "2026-10-25T22:59:59.999Z"],
])("%s with deadline day %i runs through %s", (periode, dag, moment) => {
  expect(deadline(periode as Periode, dag).toISOString()).toBe(moment);
});

test("the last moment is still that day in the Netherlands, one millisecond later it is the next", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000 * 12, max: 2098 * 12 }), fc.integer({ min: 1, max: 28 }), (maand, dag) => {
      const laatste = deadline(periodeVanNummer(maand), dag);
      expect(isoDatum(datumVan(laatste))).toBe(`${periodeVanNummer(maand + 1)}-${String(dag).padStart(2, "0")}`);
      expect(datumVan(new Date(laatste.getTime() + 1))).toBe(datumVan(laatste) + 1);
    }),
  );
});
