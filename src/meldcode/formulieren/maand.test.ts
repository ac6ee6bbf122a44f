import type { Cel } from "../veld";
import { serie } from "../testtaal";
import { maandUitTekst, maandVan } from "./maand";

test.each([
  ["Instuurformulier maart 2026.xlsx", "2026-03"],
  ["2026-03 meldcode", "2026-03"],
  ["meldcode_03-2026", "2026-03"],
  ["formulier202603", "2026-03"],
  ["2026 mrt", "2026-03"],
  ["Sept. 2025", "2025-09"],
  ["mei 2025", "2025-05"],
  ["maart", null],
  ["versie 2026-13", null],
  ["3-4-2026", null],
  ["2026-04-03", null],
  ["Jan", null],
])("%s says %s", (tekst, maand) => expect(maandUitTekst(tekst)).toBe(maand));

const DATUM = serie("14-2-2026");
const uit = (kop: Cel[][], namen: string[] = [], starts: Cel[] = []) => {
  const rijen = [...kop, ["Startdatum", "SISA"], ...starts.map((start) => [start])];
  const blad = { blad: "Blad1", zichtbaar: true, rijen: new Map(rijen.map((cellen, i) => [i + 1, [undefined, ...cellen]])) };
  return maandVan(blad, kop.length + 1, 1900, namen, starts.map((startdatum, i) => ({ rij: i + 9, waarden: { kenmerk: null, team: null, startdatum, sisa: null, consultatie: null, stap5: null, einddatum: null } })));
};

test.each<[string, Cel[][]]>([
  ["beside the label", [["Maand:", null, "februari 2026"]]],
  ["in the label's cell", [["Maand: februari 2026"]]],
  ["with the year apart", [["Maand", "februari"], ["Jaar", 2026]]],
  ["as a date", [["Periode", DATUM]]],
  ["as a number of the month", [["Periode:", "02-2026"]]],
  ["somewhere in the title", [["Meldcode, opgave februari 2026"]]],
])("the heading says the month %s", (_hoe, kop) => expect(uit(kop)).toBe("2026-02"));

test("the day on which it was filled in is not its month", () => expect(uit([["Datum: 3 april 2026"], ["Ingevuld op", "3-4-2026"]], ["maart 2026"])).toBe("2026-03"));
test("the heading goes before the name, the name before the cases", () => {
  expect(uit([["Maand", "februari 2026"]], ["maart 2026"], [DATUM])).toBe("2026-02");
  expect(uit([], ["maart 2026"], [DATUM])).toBe("2026-03");
  expect(uit([], ["x"], [serie("3-1-2026"), DATUM])).toBe("2026-02");
  expect(uit([], [], ["?"])).toBeNull();
});
