import { bewaarWerkmap, type Wijziging } from "../xlsx/bewaren";
import { nieuweWerkmap, openWerkmap, type Werkmap } from "../xlsx/werkmap";
import { wisUitkomsten } from "./afhankelijk";

/** A workbook in which A1 is a number, with these formulas from B1 down on Blad1, and one on the sheet Ander. */
function met(formules: readonly string[], opAnder = "1+1"): Werkmap {
  return openWerkmap(
    bewaarWerkmap(nieuweWerkmap(), [
      { soort: "blad-toevoegen", naam: "Ander blad" },
      { soort: "cel", blad: "Blad1", rij: 1, kolom: 1, waarde: 1 },
      ...formules.map((formule, i): Wijziging => ({ soort: "cel", blad: "Blad1", rij: i + 1, kolom: 2, formule, waarde: 7 })),
      { soort: "cel", blad: "Ander blad", rij: 1, kolom: 1, formule: opAnder, waarde: 7 },
      { soort: "naam", naam: "Bedrag", verwijzing: "Blad1!$A$1" },
    ]),
  );
}
const A1 = { blad: "Blad1", rij: 1, kolom: 1 };
const geraakt = (werkmap: Werkmap) => wisUitkomsten(werkmap, [A1]).map((w) => ("rij" in w ? `${w.blad} ${w.rij}` : ""));

it.each([
  ["A1+1", true],
  ["SUM($A$1:$A$9)", true],
  ["SUM(A:A)", true],
  ["SUM(1:2)", true],
  ["Bedrag*2", true],
  ['INDIRECT("A"&1)', true],
  ["Blad1!A1", true],
  ["'Blad1'!A1", true],
  ["A2+C1", false],
  ['"A1"&C1', false],
  ["'Ander blad'!A1", false],
  ["LOG10(C1)+A10", false],
])("a result of %s is old after A1 changed: %p", (formule, verwacht) => {
  expect(geraakt(met([formule]))).toEqual(verwacht ? ["Blad1 1"] : []);
});

it("follows formulas that lean on each other, over sheets and upwards", () => {
  expect(geraakt(met(["B2", "B3", "A1"], "Blad1!B1")).sort()).toEqual(["Ander blad 1", "Blad1 1", "Blad1 2", "Blad1 3"]);
});

it("takes a result away and leaves the formula, so that it is known as not calculated", () => {
  const werkmap = met(["A1+1"]);
  const cel = openWerkmap(bewaarWerkmap(werkmap, wisUitkomsten(werkmap, [A1]))).leesBlad("Blad1").rijen.get(1)?.[2];
  expect(cel).toMatchObject({ formule: "A1+1", waarde: null });
});

it("is done with a running total of 20,000 rows in a moment", () => {
  const werkmap = met(Array.from({ length: 20_000 }, (_, i) => (i === 0 ? "A1" : `B${i}+C${i + 1}`)));
  expect(geraakt(werkmap)).toHaveLength(20_000);
});
