import { gebied } from "../model/adres";
import { Gebruiker } from "../model/gebruiker";
import { GEBRUIKER, Werkmap } from "../model/werkmap";
import { merkenVan, werkbladbron } from "./werkbladbron";

function werkblad(tekst: string) {
  const werkmap = Werkmap.leeg();
  const blad = werkmap.blad(werkmap.actiefBlad);
  const gebruiker = new Gebruiker(werkmap, { nu: () => new Date(2026, 3, 1) });
  gebruiker.plak(blad, 0, 0, tekst);
  return { werkmap, blad, gebruiker, bron: () => werkbladbron(werkmap, blad, merkenVan(werkmap, blad)) };
}

it("shows numbers and dates at the right, texts at the left, and offers them for editing as they are typed", () => {
  const bron = werkblad("3-4-2026\t0,5\t25%\ttekst\t=B1*2").bron();
  expect([0, 1, 2, 3, 4].map((k) => [bron.beeld(0, k).tekst, bron.beeld(0, k).uitlijning, bron.invoertekst(0, k)])).toEqual([
    ["3-4-2026", "right", "3-4-2026"],
    ["0,5", "right", "0,5"],
    ["25%", "right", "25%"],
    ["tekst", "left", "tekst"],
    ["1", "right", "=B1*2"],
  ]);
});

it("marks a cell where a rule says so, readable on its colour, and says it in words", () => {
  const { werkmap, blad, bron } = werkblad("Ja\n\nNee");
  werkmap.doe(GEBRUIKER, () =>
    werkmap.zetBlad(blad, { opmaakregels: [{ id: "1", gebieden: [gebied(0, 0, 3, 1)], formule: '=$A1="Nee"', vulling: "#112233", stopAlsWaar: false }] }),
  );
  expect(bron().beeld(0, 0)).toMatchObject({ stijl: {}, nadruk: "" });
  expect(bron().beeld(2, 0).stijl).toEqual({ background: "#112233", color: "#ffffff" });
  expect(bron().beeld(2, 0).nadruk).not.toBe("");
});

it("shades every second row that a filter leaves in view", () => {
  const { werkmap, blad, gebruiker, bron } = werkblad("Kop\na\nb\na\nb");
  const tabel = gebruiker.maakTabel(blad, gebied(0, 0, 5, 1));
  gebruiker.filter(tabel, 0, new Set(["a"]));
  expect([1, 2, 3, 4].map((rij) => bron().rijhoogte(rij))).toEqual([20, 0, 20, 0]);
  expect([1, 3].map((rij) => bron().beeld(rij, 0).klasse)).toEqual(["band", ""]);
  expect(bron().beeld(0, 0).kopVan).toEqual({ tabel: tabel.id, kolom: 0, gefilterd: true });
  expect(bron().rijpositie(4)).toBe(60);
  expect(werkmap.kanOngedaan).toBe(true);
});

it("leaves room to type below and beside what is filled", () => {
  const { bron } = werkblad(Array.from({ length: 300 }, (_, i) => i).join("\n"));
  expect(bron().laatste).toEqual({ rij: 299, kolom: 0 });
  expect(bron().rijen).toBeGreaterThan(350);
});
