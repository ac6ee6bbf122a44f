import { gebied, leesAdres } from "./adres";
import type { Blad } from "./blad";
import { gegevensgebied, Werkmapfout } from "./cel";
import type { Gebeurtenis } from "./gebeurtenis";
import { Gebruiker } from "./gebruiker";
import { COAUTEUR, Werkmap } from "./werkmap";

function nieuw(opties?: ConstructorParameters<typeof Werkmap>[0]) {
  const werkmap = Werkmap.leeg(opties);
  const gebruiker = new Gebruiker(werkmap, { nu: () => new Date(2026, 5, 1) });
  const blad = werkmap.bladen[0];
  if (!blad) throw new Error("no sheet");
  const gehoord: Gebeurtenis[] = [];
  werkmap.luister((g) => gehoord.push(g));
  return { werkmap, gebruiker, blad, gehoord };
}

function waarden(werkmap: Werkmap, blad: Blad, adres: string) {
  const g = leesAdres(adres);
  if (!g) throw new Error(adres);
  return Array.from({ length: g.rijen }, (_, r) => Array.from({ length: g.kolommen }, (_, k) => werkmap.waarde(blad, g.rij + r, g.kolom + k)));
}

function metTabel() {
  const basis = nieuw();
  basis.gebruiker.plak(basis.blad, 0, 0, "Kenmerk\tStart\na\t3-1-2026\nb\t1-1-2026\nc\t2-1-2026");
  const tabel = basis.gebruiker.maakTabel(basis.blad, gebied(0, 0, 4, 2), true, "Meldcode");
  basis.gehoord.length = 0;
  return { ...basis, tabel, nu: () => basis.werkmap.tabel(tabel.id) };
}

test("a table takes in what is typed right below it, with the format of the row above", () => {
  const { werkmap, gebruiker, blad, nu } = metTabel();
  gebruiker.typ(blad, 4, 1, "4-1-2026");
  expect(nu().gebied).toEqual(gebied(0, 0, 5, 2));
  expect(blad.cel(4, 1)).toEqual({ waarde: 46026, notatie: "m/d/yyyy" });
  expect(werkmap.ongedaan()).toBe(true);
  expect(nu().gebied).toEqual(gebied(0, 0, 4, 2));
  expect(blad.cel(4, 1)).toBeUndefined();
});

test("a table does not grow when that is switched off, nor over a row that holds something", () => {
  const { werkmap, gebruiker, blad, nu } = metTabel();
  werkmap.tabellenGroeien = false;
  gebruiker.typ(blad, 4, 0, "los");
  werkmap.tabellenGroeien = true;
  gebruiker.typ(blad, 4, 1, "ook los");
  expect(nu().gebied.rijen).toBe(4);
});

test("typing beside the header adds a column of that name", () => {
  const { gebruiker, blad, nu } = metTabel();
  gebruiker.typ(blad, 0, 2, "Kenmerk");
  expect(nu().kolommen.map((k) => k.naam)).toEqual(["Kenmerk", "Start", "Kenmerk2"]);
  expect(blad.cel(0, 2)?.waarde).toBe("Kenmerk2");
});

test("a paste over the lower edge grows the table by all its rows, and tells no details", () => {
  const { gebruiker, blad, nu, gehoord } = metTabel();
  gebruiker.plak(blad, 3, 0, "x\t1\ny\t2\nz\t3");
  expect(nu().gebied.rijen).toBe(6);
  expect(gehoord.find((g) => g.soort === "cellen")).toEqual({ soort: "cellen", blad: blad.id, gebied: gebied(3, 0, 3, 2), wijziging: "RangeEdited", bron: "Local", trigger: "Unknown" });
});

test("one typed cell tells what it was and what it is", () => {
  const { gebruiker, blad, gehoord } = metTabel();
  gebruiker.typ(blad, 1, 0, "q");
  expect(gehoord).toContainEqual(expect.objectContaining({ soort: "cellen", details: { was: "a", wordt: "q" } }));
});

test("sorting moves whole rows and is one step back", () => {
  const { werkmap, gebruiker, blad, nu } = metTabel();
  gebruiker.sorteer(nu(), 1);
  expect(waarden(werkmap, blad, "A2:A4")).toEqual([["b"], ["c"], ["a"]]);
  werkmap.ongedaan();
  expect(waarden(werkmap, blad, "A2:A4")).toEqual([["a"], ["b"], ["c"]]);
  werkmap.opnieuw();
  expect(waarden(werkmap, blad, "A2:A4")).toEqual([["b"], ["c"], ["a"]]);
});

test("moving, renaming, adding and deleting columns keeps headers and names together", () => {
  const { werkmap, gebruiker, blad, nu } = metTabel();
  gebruiker.verplaatsTabelkolom(nu(), 0, 1);
  expect(waarden(werkmap, blad, "A1:B2")).toEqual([["Start", "Kenmerk"], [46025, "a"]]);
  gebruiker.hernoemTabelkolom(nu(), 1, "Nummer");
  gebruiker.voegTabelkolomIn(nu(), 1, "Vrij");
  expect(waarden(werkmap, blad, "A1:C1")).toEqual([["Start", "Vrij", "Nummer"]]);
  gebruiker.voegKolommenIn(blad, 1);
  expect(nu().kolommen.map((k) => k.naam)).toEqual(["Start", "Kolom1", "Vrij", "Nummer"]);
  gebruiker.verwijderKolommen(blad, 0);
  expect(nu().kolommen.map((k) => k.naam)).toEqual(["Kolom1", "Vrij", "Nummer"]);
  expect(waarden(werkmap, blad, "A1:C1")).toEqual([["Kolom1", "Vrij", "Nummer"]]);
  while (werkmap.ongedaan());
  expect(blad.gebruikt()).toBeNull();
  expect(werkmap.tabellen).toEqual([]);
});

test("a table without data rows shows one blank row", () => {
  const { gebruiker, blad, nu } = metTabel();
  gebruiker.typ(blad, 4 + 1, 0, "eronder");
  gebruiker.verwijderRijen(blad, 1, 3);
  expect(gegevensgebied(nu())).toEqual(gebied(1, 0, 1, 2));
  expect(blad.cel(1, 0)).toBeUndefined();
  expect(blad.cel(3, 0)?.waarde).toBe("eronder");
});

test("formulas calculate in Dutch, follow edits, inserted rows and the table", () => {
  const { werkmap, gebruiker, blad, nu } = metTabel();
  gebruiker.typ(blad, 0, 5, "=AANTALARG(Meldcode[Kenmerk])");
  gebruiker.typ(blad, 1, 5, "=ALS(A2=\"a\";1,5;WAAR)");
  expect(waarden(werkmap, blad, "F1:F2")).toEqual([[3], [1.5]]);
  expect(blad.cel(1, 5)?.formule).toBe('=IF(A2="a",1.5,TRUE)');
  gebruiker.typ(blad, 4, 0, "d");
  expect(werkmap.waarde(blad, 0, 5)).toBe(4);
  gebruiker.voegRijenIn(blad, 1);
  expect(blad.cel(2, 5)?.formule).toBe('=IF(A3="a",1.5,TRUE)');
  expect(nu().gebied.rijen).toBe(6);
  expect(werkmap.waarde(blad, 2, 5)).toBe(1.5);
});

test("a protected sheet refuses, says AccessDenied and changes nothing; a co-author's typing cannot be undone here", () => {
  const { werkmap, gebruiker, blad } = metTabel();
  gebruiker.beveilig(blad);
  expect(() => gebruiker.typ(blad, 1, 0, "x")).toThrow(expect.objectContaining({ code: "AccessDenied" }));
  expect(() => gebruiker.voegRijenIn(blad, 1)).toThrow(Werkmapfout);
  expect(werkmap.kanOngedaan).toBe(false);
  gebruiker.beveilig(blad, false);
  new Gebruiker(werkmap, { herkomst: COAUTEUR }).typ(blad, 1, 0, "x");
  expect(blad.cel(1, 0)?.waarde).toBe("x");
  expect(werkmap.kanOngedaan).toBe(false);
});

test("a filter hides rows, and sorting leaves hidden rows where they are", () => {
  const { werkmap, gebruiker, blad, nu } = metTabel();
  gebruiker.filter(nu(), 0, new Set(["a", "c"]));
  expect([...blad.gegevens.verborgenRijen]).toEqual([2]);
  gebruiker.sorteer(nu(), 1);
  expect(waarden(werkmap, blad, "A2:A4")).toEqual([["c"], ["b"], ["a"]]);
  gebruiker.filter(nu(), 0, null);
  expect(blad.gegevens.verborgenRijen.size).toBe(0);
});

test("renaming a sheet takes formulas along; deleting it takes its tables", () => {
  const { werkmap, gebruiker, blad, tabel, gehoord } = metTabel();
  const ander = gebruiker.voegBladToe();
  gebruiker.typ(ander, 0, 0, "=Blad1!A2");
  gebruiker.hernoemBlad(blad, "Mijn lijst");
  expect(ander.cel(0, 0)?.formule).toBe("='Mijn lijst'!A2");
  expect(werkmap.waarde(ander, 0, 0)).toBe("a");
  gebruiker.verwijderBlad(blad);
  expect(werkmap.tabellen).toEqual([]);
  expect(gehoord).toContainEqual(expect.objectContaining({ soort: "tabel-verwijderd", tabel: tabel.id }));
  expect(() => gebruiker.verwijderBlad(ander)).toThrow(expect.objectContaining({ code: "InvalidOperation" }));
});
