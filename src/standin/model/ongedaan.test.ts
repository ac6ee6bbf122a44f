import fc from "fast-check";
import { gebied } from "./adres";
import { gegevensgebied, Werkmapfout } from "./cel";
import { Gebruiker } from "./gebruiker";
import { Werkmap } from "./werkmap";

/** Everything a person can see or a file would hold. */
function foto(werkmap: Werkmap): string {
  const uitgepakt = (_naam: string, waarde: unknown) => (waarde instanceof Map ? [...waarde] : waarde instanceof Set ? [...waarde].sort() : waarde);
  const bladen = werkmap.bladen.map((b) => ({ id: b.id, gegevens: b.gegevens, formules: b.formules, cellen: [...b.cellen()].filter(([, , cel]) => cel.waarde !== "" || cel.formule || cel.notatie || cel.stijl) }));
  return JSON.stringify({ bladen, tabellen: werkmap.tabellen, namen: werkmap.namen }, uitgepakt);
}

type Handeling = (gebruiker: Gebruiker) => void;

const rij = fc.nat({ max: 9 });
const kolom = fc.nat({ max: 6 });
const aantal = fc.integer({ min: 1, max: 3 });
const tekst = fc.constantFrom("", "a", "12-3-2026", "1,5", "=A1&B2", "=SOM(A1:C9)", "WAAR", "Start");

/** The first sheet and table as they are then; a handling that finds none does nothing. */
const opBlad = (doe: (g: Gebruiker, blad: Werkmap["bladen"][number]) => void): Handeling => (g) => {
  const [blad] = g.werkmap.bladen;
  if (blad) doe(g, blad);
};
const opTabel = (doe: (g: Gebruiker, tabel: Werkmap["tabellen"][number]) => void): Handeling => (g) => {
  const [tabel] = g.werkmap.tabellen;
  if (tabel) doe(g, tabel);
};

const handeling: fc.Arbitrary<Handeling> = fc.oneof(
  fc.tuple(rij, kolom, tekst).map(([r, k, t]) => opBlad((g, b) => g.typ(b, r, k, t))),
  fc.tuple(rij, kolom, fc.array(fc.array(tekst, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })).map(([r, k, t]) =>
    opBlad((g, b) => void g.plak(b, r, k, t.map((regel) => regel.join("\t")).join("\n"))),
  ),
  fc.tuple(rij, kolom, aantal, aantal).map(([r, k, h, w]) => opBlad((g, b) => g.wis(b, gebied(r, k, h, w)))),
  fc.tuple(rij, aantal).map(([r, n]) => opBlad((g, b) => g.voegRijenIn(b, r, n))),
  fc.tuple(rij, aantal).map(([r, n]) => opBlad((g, b) => g.verwijderRijen(b, r, n))),
  fc.tuple(kolom, aantal).map(([k, n]) => opBlad((g, b) => g.voegKolommenIn(b, k, n))),
  fc.tuple(kolom, aantal).map(([k, n]) => opBlad((g, b) => g.verwijderKolommen(b, k, n))),
  fc.tuple(rij, aantal).map(([r, n]) => opBlad((g, b) => g.verbergRijen(b, r, n))),
  fc.tuple(kolom, fc.boolean()).map(([k, op]) => opTabel((g, t) => g.sorteer(t, k % t.kolommen.length, op))),
  fc.tuple(kolom, tekst).map(([k, f]) => opTabel((g, t) => g.filter(t, k % t.kolommen.length, f === "" ? null : new Set([f])))),
  fc.tuple(kolom, kolom).map(([a, b]) => opTabel((g, t) => g.verplaatsTabelkolom(t, a % t.kolommen.length, b % t.kolommen.length))),
  fc.tuple(rij, aantal).map(([r, n]) => opTabel((g, t) => g.voegTabelrijenIn(t, r % gegevensgebied(t).rijen, n))),
  rij.map((r) => opTabel((g, t) => g.verwijderTabelrijen(t, r % gegevensgebied(t).rijen))),
  fc.tuple(kolom, tekst).map(([k, n]) => opTabel((g, t) => g.voegTabelkolomIn(t, k % t.kolommen.length, n || undefined))),
  fc.tuple(kolom, fc.constantFrom("Kenmerk", "start", "STAP", "Nieuw", "")).map(([k, n]) => opTabel((g, t) => g.hernoemTabelkolom(t, k % t.kolommen.length, n))),
  kolom.map((k) => opTabel((g, t) => g.verwijderTabelkolom(t, k % t.kolommen.length))),
  fc.constant(opTabel((g, t) => g.hernoemTabel(t, "Anders"))),
  fc.constant(opTabel((g, t) => g.naarBereik(t))),
  fc.constant(opTabel((g, t) => g.verwijderTabel(t))),
  fc.constant(opBlad((g, b) => g.hernoemBlad(b, `${b.naam}x`))),
  fc.constant<Handeling>((g) => void g.voegBladToe()),
);

function begin(): Gebruiker {
  const gebruiker = new Gebruiker(Werkmap.leeg(), { nu: () => new Date(2026, 0, 1) });
  const [blad] = gebruiker.werkmap.bladen;
  if (!blad) throw new Error("no sheet");
  gebruiker.plak(blad, 1, 1, "Kenmerk\tStart\tStap\na\t1-1-2026\t1\nb\t2-1-2026\t=C3+1\nc\t\t3");
  gebruiker.maakTabel(blad, gebied(1, 1, 4, 3), true, "Meldcode");
  gebruiker.werkmap.doe({ bron: "Local", trigger: "Unknown" }, () =>
    gebruiker.werkmap.zetBlad(blad, {
      opmaakregels: [{ id: "r", gebieden: [gebied(2, 1, 3, 3)], formule: '=$B3="a"', stopAlsWaar: false }],
      samengevoegd: [gebied(8, 1, 1, 2)],
    }),
  );
  gebruiker.werkmap.vergeetGeschiedenis();
  return gebruiker;
}

/** Excel refuses some of these (a header row without its table); that must change nothing. */
function probeer(gebruiker: Gebruiker, doe: Handeling): void {
  const voor = foto(gebruiker.werkmap);
  try {
    doe(gebruiker);
  } catch (fout) {
    if (!(fout instanceof Werkmapfout)) throw fout;
    expect(foto(gebruiker.werkmap)).toBe(voor);
  }
}

test("whatever someone does, undoing it all gives back the workbook, and redoing it all gives back what was done", () => {
  fc.assert(
    fc.property(fc.array(handeling, { maxLength: 12 }), (handelingen) => {
      const gebruiker = begin();
      const { werkmap } = gebruiker;
      const voor = foto(werkmap);
      for (const doe of handelingen) probeer(gebruiker, doe);
      const na = foto(werkmap);
      while (werkmap.ongedaan());
      expect(foto(werkmap)).toBe(voor);
      while (werkmap.opnieuw());
      expect(foto(werkmap)).toBe(na);
    }),
    { numRuns: 40 },
  );
});

test("whatever someone does, a table names each of its columns once, in its header cells, and has at least one row", () => {
  fc.assert(
    fc.property(fc.array(handeling, { maxLength: 12 }), (handelingen) => {
      const gebruiker = begin();
      const { werkmap } = gebruiker;
      for (const doe of handelingen) probeer(gebruiker, doe);
      for (const tabel of werkmap.tabellen) {
        const blad = werkmap.blad(tabel.blad);
        const { rij: kop, kolom: links, kolommen, rijen } = tabel.gebied;
        const namen = tabel.kolommen.map((k) => k.naam);
        expect(Array.from({ length: kolommen }, (_, k) => blad.cel(kop, links + k)?.waarde)).toEqual(namen);
        expect(new Set(namen.map((n) => n.toLowerCase())).size).toBe(namen.length);
        expect(rijen).toBeGreaterThanOrEqual(2);
      }
    }),
    { numRuns: 40 },
  );
});

test("a formula that follows an edit, or its undoing, says the same as one calculated anew", () => {
  const terug = fc.constant<Handeling>((g) => void g.werkmap.ongedaan());
  fc.assert(
    fc.property(fc.array(fc.oneof({ arbitrary: handeling, weight: 3 }, { arbitrary: terug, weight: 1 }), { maxLength: 10 }), (handelingen) => {
      const gebruiker = begin();
      const { werkmap } = gebruiker;
      const uitkomsten = () => werkmap.bladen.flatMap((b) => [...b.cellen()].filter(([, , cel]) => cel.formule).map(([r, k]) => werkmap.waarde(b, r, k)));
      for (const doe of handelingen) {
        probeer(gebruiker, doe);
        uitkomsten();
      }
      const gevolgd = uitkomsten();
      // Names are given anew, so the calculation begins from nothing.
      werkmap.doe({ bron: "Local", trigger: "Unknown" }, () => werkmap.zetNamen([...werkmap.namen]));
      expect(uitkomsten()).toEqual(gevolgd);
    }),
    { numRuns: 12 },
  );
});
