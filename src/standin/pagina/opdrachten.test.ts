import { gebied } from "../model/adres";
import type { Blad } from "../model/blad";
import { Gebruiker } from "../model/gebruiker";
import { Werkmap } from "../model/werkmap";
import { Bewerkingen } from "./opdrachten";

function werkmap() {
  const map = Werkmap.leeg();
  const blad = map.blad(map.actiefBlad);
  const gebruiker = new Gebruiker(map, { nu: () => new Date(2026, 3, 1) });
  return { map, blad, gebruiker, bewerkingen: new Bewerkingen(map, gebruiker) };
}

function waarden(map: Werkmap, blad: Blad, rijen: number, kolommen: number): unknown[][] {
  return Array.from({ length: rijen }, (_, r) => Array.from({ length: kolommen }, (__, k) => map.waarde(blad, r, k)));
}

describe("copying and filling", () => {
  it("copies what is seen, with tabs and line ends", () => {
    const { blad, gebruiker, bewerkingen } = werkmap();
    gebruiker.plak(blad, 0, 0, "3-4-2026\t0,25\nEen\tTwee");
    expect(bewerkingen.kopieer(blad, gebied(0, 0, 2, 2))).toBe("3-4-2026\t0,25\r\nEen\tTwee");
  });

  it("leaves rows that a filter hides out of the copy", () => {
    const { blad, gebruiker, bewerkingen } = werkmap();
    gebruiker.plak(blad, 0, 0, "a\nb\nc");
    gebruiker.verbergRijen(blad, 1);
    expect(bewerkingen.kopieer(blad, gebied(0, 0, 3, 1))).toBe("a\r\nc");
  });

  it("pastes a formula as one that reads from its new place", () => {
    const { map, blad, gebruiker, bewerkingen } = werkmap();
    gebruiker.plak(blad, 0, 0, "1\t=A1*10\n2\t");
    const tekst = bewerkingen.kopieer(blad, gebied(0, 1));
    bewerkingen.plak(blad, gebied(1, 1), tekst);
    expect(map.waarde(blad, 1, 1)).toBe(20);
    map.ongedaan();
    expect(map.waarde(blad, 1, 1)).toBe("");
  });

  it("pastes one value into every selected cell", () => {
    const { map, blad, bewerkingen } = werkmap();
    expect(bewerkingen.plak(blad, gebied(0, 0, 3, 2), "Ja\r\n")).toEqual(gebied(0, 0, 3, 2));
    expect(waarden(map, blad, 3, 2)).toEqual([["Ja", "Ja"], ["Ja", "Ja"], ["Ja", "Ja"]]);
  });

  it("fills down values and formulas in one step", () => {
    const { map, blad, gebruiker, bewerkingen } = werkmap();
    gebruiker.plak(blad, 0, 0, "1\t=A1+1\n5\n7");
    bewerkingen.vulOmlaag(blad, gebied(0, 1, 3, 1));
    expect(waarden(map, blad, 3, 2)).toEqual([[1, 2], [5, 6], [7, 8]]);
    map.ongedaan();
    expect(map.waarde(blad, 2, 1)).toBe("");
  });

  it("takes the cell above when one cell is filled down", () => {
    const { map, blad, gebruiker, bewerkingen } = werkmap();
    gebruiker.typ(blad, 0, 0, "Zuid");
    bewerkingen.vulOmlaag(blad, gebied(1, 0));
    expect(map.waarde(blad, 1, 0)).toBe("Zuid");
  });

  it("refuses to fill a whole column, and nothing changed", () => {
    const { map, blad, bewerkingen } = werkmap();
    expect(() => bewerkingen.plak(blad, gebied(0, 0, 1_048_576, 1), "x")).toThrow("te groot");
    expect(blad.hoogte).toBe(0);
    expect(map.kanOngedaan).toBe(false);
  });
});

describe("rows and columns", () => {
  it("moves only the table's own rows, so that notes beside it stay where they are", () => {
    const { map, blad, gebruiker, bewerkingen } = werkmap();
    gebruiker.plak(blad, 0, 0, "Kop\na\nb");
    gebruiker.maakTabel(blad, gebied(0, 0, 3, 1));
    gebruiker.typ(blad, 2, 5, "notitie");
    bewerkingen.voegRijIn(blad, gebied(1, 0));
    expect(waarden(map, blad, 4, 1)).toEqual([["Kop"], [""], ["a"], ["b"]]);
    expect(map.waarde(blad, 2, 5)).toBe("notitie");
    bewerkingen.verwijderRij(blad, gebied(1, 0));
    expect(waarden(map, blad, 3, 1)).toEqual([["Kop"], ["a"], ["b"]]);
  });

  it("adds a free column to the table", () => {
    const { map, blad, gebruiker, bewerkingen } = werkmap();
    gebruiker.plak(blad, 0, 0, "A\tB\n1\t2");
    const tabel = gebruiker.maakTabel(blad, gebied(0, 0, 2, 2));
    bewerkingen.voegKolomIn(blad, gebied(0, 1));
    expect(map.tabel(tabel.id).kolommen.map((k) => k.naam)).toEqual(["A", "Kolom1", "B"]);
  });
});
