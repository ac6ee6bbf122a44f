import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { openWerkmap, type Werkmap as Geopend } from "../../workbook/xlsx/werkmap";
import { gebied } from "../model/adres";
import { Gebruiker } from "../model/gebruiker";
import type { Werkmap } from "../model/werkmap";
import { bewaarBestand, nieuwBestand, openBestand } from "./bestand";
import { naarPunten, naarTekens, naarValidatie, uitValidatie } from "./vertalen";

const MELDCODE = new Uint8Array(readFileSync("tests/werkmappen/libreoffice-tabel-meldcode.xlsx"));

function delen(geopend: Geopend): Map<string, Uint8Array> {
  return new Map(geopend.pakket.delen.map((deel) => [deel, geopend.pakket.bytes(deel)]));
}

/** Everything a person would miss: texts, numbers, formulas, formats, tables. */
function inhoud(werkmap: Werkmap): unknown {
  return {
    bladen: werkmap.bladen.map((blad) => [
      blad.naam,
      [...blad.cellen()]
        .map(([r, k, cel]) => [r, k, cel.formule ?? cel.waarde, (cel.notatie ?? "").replaceAll("\\", "").replace("m/d/yyyy", "dd-mm-yyyy"), cel.stijl?.vulling ?? "", cel.stijl?.vet ?? false])
        .filter(([, , waarde, notatie, vulling]) => waarde !== "" || notatie !== "" || vulling !== ""),
    ]),
    tabellen: werkmap.tabellen.map((t) => [t.naam, t.gebied, t.kolommen.map((k) => k.naam)]),
  };
}

describe("a file in the stand-in", () => {
  it("comes back part for part when nothing was changed", () => {
    const bestand = openBestand(MELDCODE, "school.xlsx");
    expect(delen(openWerkmap(bewaarBestand(bestand)))).toEqual(delen(openWerkmap(MELDCODE)));
  });

  it("shows the table, the dates, the formulas and the colours that are in the file", () => {
    const { werkmap } = openBestand(MELDCODE, "school.xlsx");
    const blad = werkmap.bladMetNaam("Zaken");
    expect(werkmap.tabellen.map((t) => [t.naam, t.gebied])).toEqual([["Meldcode", gebied(4, 1, 7, 9)]]);
    expect(blad?.cel(5, 4)).toMatchObject({ waarde: 46028, notatie: "dd\\-mm\\-yyyy" });
    expect(blad?.cel(5, 6)).toMatchObject({ waarde: 14, formule: '=IF(C6="","",C6-E6)' });
    expect(blad?.cel(1, 1)?.stijl).toMatchObject({ vulling: "#DDE8F7", letterkleur: "#003366", vet: true });
    expect(werkmap.kanOngedaan).toBe(false);
  });

  it("keeps everything else when one cell was typed over, and brings the outcomes up to date", () => {
    const bestand = openBestand(MELDCODE, "school.xlsx");
    const { werkmap } = bestand;
    const zaken = werkmap.blad(werkmap.tabellen[0]?.blad ?? "");
    new Gebruiker(werkmap).typ(zaken, 6, 2, "31-1-2026");
    const terug = openWerkmap(bewaarBestand(bestand));
    const voor = openWerkmap(MELDCODE);
    const cel = terug.leesBlad("Zaken").rijen.get(7);
    expect(cel?.[3]).toMatchObject({ waarde: 46053, formule: null, stijl: voor.leesBlad("Zaken").rijen.get(7)?.[3]?.stijl });
    expect(cel?.[7]).toMatchObject({ waarde: 17, formule: 'IF(C7="","",C7-E7)' });
    expect(terug.leesBlad("Zaken").rijen.get(6)).toEqual(voor.leesBlad("Zaken").rijen.get(6));
    const [was, wordt] = [delen(voor), delen(terug)];
    for (const deel of ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml", "xl/tables/table1.xml", "xl/styles.xml"]) expect(wordt.get(deel)).toEqual(was.get(deel));
  });

  it("holds what was made in a new workbook: a table, a rule, a colour, a width, a frozen header", () => {
    const bestand = nieuwBestand("Map1.xlsx");
    const { werkmap } = bestand;
    const gebruiker = new Gebruiker(werkmap);
    const blad = werkmap.blad(werkmap.actiefBlad);
    gebruiker.plak(blad, 0, 0, "Startdatum\tStap 5\n3-4-2026\tHulp\n");
    const tabel = gebruiker.maakTabel(blad, gebied(0, 0, 2, 2), true, "Meldcode");
    gebruiker.kolombreedte(blad, 1, 120);
    werkmap.doe({ bron: "Local", trigger: "Unknown" }, () =>
      werkmap.zetBlad(blad, {
        bevroren: { rijen: 1, kolommen: 0 },
        validaties: [
          {
            gebieden: [gebied(1, 1, 1, 1)],
            regel: { list: { inCellDropDown: true, source: "Hulp,Melding" } },
            negeerLeeg: true,
            invoer: { tonen: true, titel: "Stap 5", tekst: "Waarom wij dit vragen" },
            fout: { tonen: true, titel: "Stap 5", tekst: "Kies uit de lijst", stijl: "Stop" },
          },
        ],
        opmaakregels: [{ id: "1", gebieden: [gebied(1, 0, 1, 1)], formule: "=A2>TODAY()", vulling: "#FFC7CE", stopAlsWaar: false }],
      }),
    );
    const terug = openBestand(bewaarBestand(bestand), "Map1.xlsx").werkmap;
    const weer = terug.blad(terug.actiefBlad);
    expect(terug.tabellen[0]).toMatchObject({ naam: tabel.naam, gebied: gebied(0, 0, 2, 2), kolommen: [{ naam: "Startdatum" }, { naam: "Stap 5" }] });
    expect(weer.gegevens.bevroren).toEqual({ rijen: 1, kolommen: 0 });
    expect(weer.gegevens.kolombreedtes.get(1)).toBe(120);
    expect(weer.gegevens.validaties).toEqual(blad.gegevens.validaties);
    expect(weer.gegevens.opmaakregels[0]).toMatchObject({ formule: "=A2>TODAY()", vulling: "#FFC7CE" });
    expect(weer.cel(1, 0)).toMatchObject({ waarde: 46115, notatie: "dd-mm-yyyy" });
  });

  it("saves again and again from the file that was opened, each time the same", () => {
    const bestand = openBestand(MELDCODE, "school.xlsx");
    new Gebruiker(bestand.werkmap).typ(bestand.werkmap.blad(bestand.werkmap.actiefBlad), 3, 0, "erbij");
    expect(bewaarBestand(bestand)).toEqual(bewaarBestand(bestand));
  });

  it("gives every text, number and logical value back as it was typed", () => {
    const waarde = fc.oneof(fc.string({ unit: "grapheme", maxLength: 20 }).filter((t) => !/[\t\n\r]/.test(t)), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(5), waarde), { minLength: 1, maxLength: 12 }), (cellen) => {
        const bestand = nieuwBestand("Map1.xlsx");
        const blad = bestand.werkmap.blad(bestand.werkmap.actiefBlad);
        bestand.werkmap.doe({ bron: "Local", trigger: "Unknown" }, () => bestand.werkmap.zetCellen(blad, cellen.map(([r, k, w]) => [r, k, { waarde: w }])));
        const terug = openBestand(bewaarBestand(bestand), "Map1.xlsx").werkmap;
        const weer = terug.blad(terug.actiefBlad);
        for (const [r, k] of cellen) expect(weer.cel(r, k)?.waarde ?? "").toBe(blad.cel(r, k)?.waarde);
      }),
      { numRuns: 40 },
    );
  });

  it("comes back as it was left, whatever was typed, inserted, removed and sorted", () => {
    const plek = { rij: fc.integer({ min: 5, max: 13 }), kolom: fc.integer({ min: 1, max: 9 }) };
    const stap = fc.oneof(
      fc.record({ doe: fc.constant("typ" as const), ...plek, tekst: fc.constantFrom("Ja", "3-4-2026", "12,5", "=E6+1", "", "WAAR", "a & <b>") }),
      fc.record({ doe: fc.constantFrom("rij erbij" as const, "rij weg" as const, "kolom erbij" as const, "sorteer" as const), ...plek }),
    );
    fc.assert(
      fc.property(fc.array(stap, { minLength: 1, maxLength: 8 }), (stappen) => {
        const bestand = openBestand(MELDCODE, "school.xlsx");
        const { werkmap } = bestand;
        const gebruiker = new Gebruiker(werkmap);
        const tabel = () => werkmap.tabellen[0]!; // no step takes the table away
        const zaken = werkmap.blad(tabel().blad);
        for (const s of stappen) {
          if (s.doe === "typ") gebruiker.typ(zaken, s.rij, s.kolom, s.tekst);
          else if (s.doe === "rij erbij") gebruiker.voegRijenIn(zaken, s.rij);
          else if (s.doe === "rij weg" && tabel().gebied.rijen > 3) gebruiker.verwijderTabelrijen(tabel(), 0);
          else if (s.doe === "kolom erbij") gebruiker.voegTabelkolomIn(tabel(), (s.kolom - 1) % tabel().kolommen.length);
          else if (s.doe === "sorteer") gebruiker.sorteer(tabel(), (s.kolom - 1) % tabel().kolommen.length);
        }
        const terug = openBestand(bewaarBestand(bestand), "school.xlsx").werkmap;
        expect(inhoud(terug)).toEqual(inhoud(werkmap));
      }),
      { numRuns: 60 },
    );
  });

  it("does not know a file that is no workbook", () => {
    expect(() => openBestand(new TextEncoder().encode("geen werkmap"), "x.xlsx")).toThrow(expect.objectContaining({ name: "Werkmapfout" }));
  });
});

describe("between file and model", () => {
  it("does not move a column width by opening and saving", () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 800 }), (pixels) => {
        expect(naarPunten(naarTekens(pixels * 0.75))).toBe(pixels * 0.75);
      }),
    );
  });

  it("gives every kind of validation back as it was", () => {
    const basis = { bereiken: [{ vanRij: 2, vanKolom: 3, totRij: 9, totKolom: 3 }], leegMag: true, lijstknop: true, vergelijking: "between", formule2: null, invoer: null, fout: null } as const;
    const gevallen = [
      { ...basis, soort: "list", formule1: '"Ja,Nee"' },
      { ...basis, soort: "list", formule1: "Keuzes!$A$1:$A$3", lijstknop: false },
      { ...basis, soort: "date", formule1: "41456", formule2: "TODAY()", fout: { stijl: "warning", titel: "Datum", tekst: "Klopt dit?" } },
      { ...basis, soort: "whole", vergelijking: "greaterThanOrEqual", formule1: "0" },
      { ...basis, soort: "custom", formule1: "LEN(A1)>2" },
      { ...basis, soort: "none", formule1: null, invoer: { titel: "Team", tekst: "Blijft hier" } },
    ] as const;
    for (const v of gevallen) expect(uitValidatie(naarValidatie(v))).toEqual(v);
  });
});

