import { maand } from "../proefdienst";
import { jarenTot } from "./jaren";

const jaren = (nu: string, gesloten: readonly string[] = [], eerder = 0) => jarenTot(maand(nu), gesloten.map(maand), eerder);

test("three years are shown, the newest first, this one up to this month", () => {
  const getoond = jaren("2026-04");
  expect(getoond.map(({ jaar, maanden }) => [jaar, maanden.length])).toEqual([["2026", 4], ["2025", 12], ["2024", 12]]);
  expect(getoond[0]?.maanden).toEqual(["2026-01", "2026-02", "2026-03", "2026-04"]);
});

test("nothing that is closed is out of sight, however old, or ahead", () => {
  expect(jaren("2026-04", ["2019-12"]).at(-1)?.jaar).toBe("2019");
  expect(jaren("2026-04", ["2026-06"])[0]?.maanden.at(-1)).toBe("2026-06");
});

test("older years come one by one when they are asked for", () => {
  expect(jaren("2026-04", [], 2).at(-1)?.jaar).toBe("2022");
});
