import { leesInvoer } from "./invoer";
import { leesBlok, maakBlok } from "./klembord";
import { weergave } from "./weergave";

const lees = (tekst: string, notatie?: string) => leesInvoer(tekst, { datumstelsel: 1900, jaar: 2026, notatie });

test.each([
  ["12-3-2026", 46093, "m/d/yyyy", "12-3-2026"],
  ["12/3/26", 46093, "m/d/yyyy", "12-3-2026"],
  ["2026-03-12", 46093, "m/d/yyyy", "12-3-2026"],
  ["12 maart 2026", 46093, "d-mmm-yy", "12-mrt-26"],
  ["mrt 2026", 46082, "mmm-yy", "mrt-26"],
  ["12-3", 46093, "d-mmm", "12-mrt"],
  ["1,5", 1.5, undefined, "1,5"],
  ["-1.234,5", -1234.5, undefined, "-1234,5"],
  ["50%", 0.5, "0%", "50%"],
  ["waar", true, undefined, "WAAR"],
  ["#N/B", "#N/A", undefined, "#N/B"],
  ["31-2-2026", "31-2-2026", undefined, "31-2-2026"],
  ["1.5", "1.5", undefined, "1.5"],
  ["'007", "007", undefined, "007"],
  ["Team 1", "Team 1", undefined, "Team 1"],
] as const)("typing %s gives what Dutch Excel gives", (tekst, waarde, notatie, getoond) => {
  const invoer = lees(tekst);
  expect([invoer.waarde, invoer.notatie]).toEqual([waarde, notatie]);
  expect(weergave(invoer.waarde, invoer.notatie, 1900)).toBe(getoond);
});

test("a cell formatted as text keeps what was typed; one with a date format keeps its format", () => {
  expect(lees("12-3-2026", "@")).toEqual({ waarde: "12-3-2026", notatie: "@" });
  expect(weergave(lees("12-3-2026", "dd-mm-yyyy").waarde, "dd-mm-yyyy", 1900)).toBe("12-03-2026");
});

test("in a 1904 workbook a date has another serial", () => {
  expect(leesInvoer("2-1-1904", { datumstelsel: 1904, jaar: 2026 }).waarde).toBe(1);
  expect(weergave(1, "dd-mm-yyyy", 1904)).toBe("02-01-1904");
});

test("a copied block comes back the same, also with line breaks and quotes", () => {
  const blok = [["a", 'b "c"'], ["d\ne", "f\tg"], ["", "5\""]];
  expect(leesBlok(maakBlok(blok))).toEqual(blok);
  expect(leesBlok("a\tb\r\n\tc\r\n")).toEqual([["a", "b"], ["", "c"]]);
  expect(leesBlok('5" buis\tx')).toEqual([['5" buis', "x"]]);
});
