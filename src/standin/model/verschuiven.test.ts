import { adresVan, gebied, kolomletters, kolomnummer, leesAdres, MAX_KOLOMMEN, splitsAdres, volledigAdres } from "./adres";
import { herschrijf, verplaatst, zonderTabelverwijzingen } from "./formule";
import { Gebruiker } from "./gebruiker";
import { markering } from "./rekenen";
import { verschoven } from "./verschuiving";
import { keuzes, overtreden } from "./validatie";
import { GEBRUIKER, Werkmap } from "./werkmap";

test("an address is read as it is written", () => {
  for (const adres of ["A1", "B2:C9", "XFD1048576", "B:C", "2:9"]) expect(adresVan(leesAdres(adres) ?? gebied(0, 0))).toBe(adres);
  for (const geen of ["", "A", "1", "A0", "AAAA1", "XFE1", "A1048577", "A1:B", "hallo"]) expect(leesAdres(geen)).toBeNull();
  expect(leesAdres("$B$3:$A$1")).toEqual(gebied(0, 0, 3, 2));
  for (const k of [0, 25, 26, 701, 702, MAX_KOLOMMEN - 1]) expect(kolomnummer(kolomletters(k))).toBe(k);
  for (const naam of ["Blad1", "Mijn blad", "'t blad", "A1", "2026"]) expect(splitsAdres(volledigAdres(naam, gebied(0, 0)))).toEqual({ blad: naam, adres: "A1" });
  expect(volledigAdres("Mijn blad", gebied(0, 0))).toBe("'Mijn blad'!A1");
});

test("a block grows, shrinks, moves and disappears with what happens inside, above and to it", () => {
  const g = gebied(5, 1, 4, 2);
  const rijen = (bij: number, aantal: number) => verschoven(g, { as: "rij", bij, aantal });
  expect(rijen(2, 3)).toEqual(gebied(8, 1, 4, 2));
  expect(rijen(5, 1)).toEqual(gebied(6, 1, 4, 2));
  expect(rijen(6, 2)).toEqual(gebied(5, 1, 6, 2));
  expect(rijen(9, 2)).toEqual(g);
  expect(rijen(3, -4)).toEqual(gebied(3, 1, 2, 2));
  expect(rijen(5, -4)).toBeNull();
  expect(verschoven(g, { as: "rij", bij: 2, aantal: 3, van: 2, tot: 9 })).toEqual(g);
  expect(verschoven(g, { as: "kolom", bij: 2, aantal: 1 })).toEqual(gebied(5, 1, 4, 3));
});

test("references are found where they stand, and not in text, names and functions", () => {
  const zie = (formule: string) => {
    const gezien: string[] = [];
    herschrijf(formule, (v) => {
      gezien.push(`${v.blad ?? ""}|${adresVan(v.gebied)}`);
      return v.gebied;
    });
    return gezien;
  };
  expect(zie('=IF(A1="B2",LOG10(C3),\'Mijn blad\'!$D$4:E5)+ABC12X+Tabel1[A1]+Blad2!F:F')).toEqual(["|A1", "|C3", "Mijn blad|D4:E5", "Blad2|F:F"]);
  expect(verplaatst("=$A1+B$2+$C$3+D4:E5", 2, 1)).toBe("=$A3+C$2+$C$3+E6:F7");
  expect(verplaatst("=A1", -1, 0)).toBe("=#REF!");
});

test("a reference to a table becomes an ordinary one", () => {
  const werkmap = Werkmap.leeg();
  const [blad] = werkmap.bladen;
  if (!blad) throw new Error("no sheet");
  const g = new Gebruiker(werkmap);
  g.plak(blad, 0, 0, "Kenmerk\tStart\na\t1\nb\t2");
  g.maakTabel(blad, gebied(0, 0, 3, 2), true, "Meldcode");
  const zonder = (formule: string) => zonderTabelverwijzingen(formule, werkmap.tabellen, (id) => werkmap.blad(id).naam, { blad: blad.id, rij: 2, kolom: 1 });
  expect(zonder("=SUM(Meldcode[Start])&\"Meldcode[x]\"")).toBe('=SUM(Blad1!B2:B3)&"Meldcode[x]"');
  expect(zonder("=[@Kenmerk]")).toBe("=Blad1!A3");
  expect(zonder("=COUNTA(Meldcode[[#Headers],[Kenmerk]:[Start]])")).toBe("=COUNTA(Blad1!A1:B1)");
  expect(zonder("=Meldcode[Weg]")).toBe("=#REF!");
});

test("conditional formatting keeps marking the same rows when rows come and go, also the first one", () => {
  const werkmap = Werkmap.leeg();
  const [blad] = werkmap.bladen;
  if (!blad) throw new Error("no sheet");
  const g = new Gebruiker(werkmap);
  g.plak(blad, 0, 0, "kop\na\nb\nfout\nc");
  werkmap.doe(GEBRUIKER, () => werkmap.zetBlad(blad, { opmaakregels: [{ id: "r", gebieden: [gebied(1, 0, 4)], formule: '=OR($A2="fout",TRUE=FALSE)', vulling: "#FFC7CE", stopAlsWaar: false }] }));
  const gemerkt = () => Array.from({ length: 8 }, (_, r) => r).filter((r) => markering(werkmap, blad, r, 0));
  expect(gemerkt()).toEqual([3]);
  g.voegRijenIn(blad, 0, 2);
  expect(gemerkt()).toEqual([5]);
  g.verwijderRijen(blad, 3);
  expect(gemerkt()).toEqual([4]);
  g.typ(blad, 4, 0, "goed");
  expect(gemerkt()).toEqual([]);
  g.voegKolommenIn(blad, 0);
  expect(blad.gegevens.opmaakregels[0]?.formule).toBe('=OR($B4="fout",TRUE=FALSE)');
});

test("a validation list offers what its range shows, follows a renamed sheet, and holds for typing only", () => {
  const werkmap = Werkmap.leeg();
  const [blad] = werkmap.bladen;
  if (!blad) throw new Error("no sheet");
  const g = new Gebruiker(werkmap);
  const lijsten = g.voegBladToe("Lijsten");
  g.plak(lijsten, 0, 0, "Ja\nNee");
  const deel = { negeerLeeg: true, invoer: { tonen: false, titel: "", tekst: "" }, fout: { tonen: true, titel: "", tekst: "Kies uit de lijst.", stijl: "Stop" } };
  werkmap.doe(GEBRUIKER, () =>
    werkmap.zetBlad(blad, {
      validaties: [
        { ...deel, gebieden: [gebied(1, 0, 5)], regel: { list: { inCellDropDown: true, source: "=Lijsten!$A$1:$A$5" } } },
        { ...deel, gebieden: [gebied(1, 1, 5)], regel: { date: { formula1: "=DATE(1990,1,1)", formula2: "=TODAY()", operator: "Between" } } },
      ],
    }),
  );
  expect(keuzes(werkmap, blad, 1, 0)).toEqual(["Ja", "Nee"]);
  g.hernoemBlad(lijsten, "Mijn lijsten");
  expect(keuzes(werkmap, blad, 1, 0)).toEqual(["Ja", "Nee"]);
  expect(() => g.typ(blad, 1, 0, "Misschien")).toThrow("Kies uit de lijst.");
  g.plak(blad, 1, 0, "Misschien");
  expect(blad.cel(1, 0)?.waarde).toBe("Misschien");
  expect(overtreden(werkmap, blad, 1, 1, 46023)).toBeNull();
  expect(overtreden(werkmap, blad, 1, 1, "gisteren")).not.toBeNull();
  expect(() => g.typ(blad, 1, 1, "1-1-1980")).toThrow();
});
