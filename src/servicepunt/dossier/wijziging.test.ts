import { maand, wijziging } from "../proefdienst";
import { toonUitsplitsing, toonWijziging } from "./wijziging";

test("a month says in words what it was and what it became", () => {
  expect(toonWijziging(wijziging("2026-03", [2, 1], [2, 2]))).toEqual({ maand: "maart 2026", was: "2 gestart, 1 afgesloten", wordt: "2 gestart, 2 afgesloten" });
});

test("a month that came in for the first time has no before, and nothing to report is called a nulopgave", () => {
  expect(toonWijziging(wijziging("2026-03", null, [0, 0]))).toEqual({ maand: "maart 2026", was: null, wordt: "nulopgave" });
});

test("a changed breakdown names its months once", () => {
  expect(toonUitsplitsing({ van: maand("2026-01"), tot: maand("2026-03"), soort: "gewijzigd" })).toBe("Uitsplitsing januari 2026 tot en met maart 2026: gewijzigd");
  expect(toonUitsplitsing({ van: maand("2026-01"), tot: maand("2026-01"), soort: "nieuw" })).toBe("Uitsplitsing januari 2026: nieuw");
});
