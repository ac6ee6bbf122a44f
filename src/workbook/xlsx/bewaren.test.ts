import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { openPakket } from "./pakket";
import { type Wijziging, bewaarWerkmap } from "./bewaren";
import { type Werkmap, nieuweWerkmap, openWerkmap } from "./werkmap";
import { leesZip } from "./zip";

const MAP = join(__dirname, "../../../tests/werkmappen");
const bestand = (naam: string) => new Uint8Array(readFileSync(join(MAP, naam)));
const tabelbestand = () => bestand("libreoffice-tabel-meldcode.xlsx");

function delen(bytes: Uint8Array): Map<string, string> {
  const pakket = openPakket(bytes);
  return new Map(pakket.delen.map((deel) => [deel, Buffer.from(pakket.bytes(deel)).toString("latin1")]));
}

/** Names of parts that differ, came or went. */
function verschillen(voor: Uint8Array, na: Uint8Array): string[] {
  const [a, b] = [delen(voor), delen(na)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((deel) => a.get(deel) !== b.get(deel)).sort();
}

function na(werkmap: Werkmap, ...wijzigingen: Wijziging[]): Werkmap {
  return openWerkmap(bewaarWerkmap(werkmap, wijzigingen));
}

const cel = (werkmap: Werkmap, blad: string, rij: number, kolom: number) => werkmap.leesBlad(blad).rijen.get(rij)?.[kolom];

describe("saving without changes", () => {
  it.each(readdirSync(MAP).filter((naam) => naam.endsWith(".xlsx")))("keeps every part of %s byte for byte, in its order", (naam) => {
    const voor = bestand(naam);
    const bewaard = bewaarWerkmap(openWerkmap(voor), []);
    expect(verschillen(voor, bewaard)).toEqual([]);
    expect([...delen(bewaard).keys()]).toEqual([...delen(voor).keys()]);
  });
});

it("writes a part that was looked at but not changed as it was packed", () => {
  const voor = tabelbestand();
  const bewaard = bewaarWerkmap(openWerkmap(voor), [{ soort: "activeren", blad: "Uitleg" }]);
  const ingepakt = (bytes: Uint8Array) => leesZip(bytes).map(({ naam, tijd, ingepakt }) => [naam, tijd, Buffer.from(ingepakt).toString("hex")]);
  expect(ingepakt(bewaard)).toEqual(ingepakt(voor));
});

describe("changing a cell", () => {
  it("touches the sheet's part, and the workbook's to have it calculated again", () => {
    const voor = tabelbestand();
    const bewaard = bewaarWerkmap(openWerkmap(voor), [{ soort: "cel", blad: "Zaken", rij: 7, kolom: 3, waarde: 46050 }]);
    expect(verschillen(voor, bewaard)).toEqual(["xl/workbook.xml", "xl/worksheets/sheet2.xml"]);
    const werkmap = openWerkmap(bewaard);
    expect(cel(werkmap, "Zaken", 7, 3)).toMatchObject({ waarde: 46050, formule: null });
    expect(werkmap.opmaak(cel(werkmap, "Zaken", 7, 3)?.stijl ?? 0).isDatum).toBe(true);
  });

  it("leaves all other text of the sheet as it was", () => {
    const voor = tabelbestand();
    const bewaard = bewaarWerkmap(openWerkmap(voor), [{ soort: "cel", blad: "Zaken", rij: 7, kolom: 3, waarde: 46050 }]);
    const [oud, nieuw] = [delen(voor), delen(bewaard)].map((d) => d.get("xl/worksheets/sheet2.xml"));
    expect(nieuw).toBe(oud?.replace('<c r="C7" s="2"/>', '<c r="C7" s="2"><v>46050</v></c>'));
  });

  it("inserts rows and cells in their place, and widens the sheet's used block", () => {
    const wijzigingen: Wijziging[] = [
      { soort: "cel", blad: "Zaken", rij: 13, kolom: 12, waarde: true },
      { soort: "cel", blad: "Zaken", rij: 9, kolom: 4, waarde: "tussen" },
      { soort: "cel", blad: "Zaken", rij: 1, kolom: 1, waarde: "boven" },
      { soort: "cel", blad: "Zaken", rij: 6, kolom: 1, waarde: "links" },
      { soort: "cel", blad: "Zaken", rij: 6, kolom: 11, waarde: "rechts" },
    ];
    const bewaard = bewaarWerkmap(openWerkmap(tabelbestand()), wijzigingen);
    const xml = delen(bewaard).get("xl/worksheets/sheet2.xml") ?? "";
    expect(Array.from(xml.matchAll(/<row r="(\d+)"/g), (m) => Number(m[1]))).toEqual([1, 2, 5, 6, 7, 8, 9, 10, 11, 13]);
    expect(xml).toContain('<dimension ref="A1:L13"/>');
    const werkmap = openWerkmap(bewaard);
    expect(cel(werkmap, "Zaken", 13, 12)?.waarde).toBe(true);
    expect(werkmap.leesBlad("Zaken").rijen.get(6)?.map((c) => c?.waarde).slice(1)).toEqual(["links", "Zuid", 46042, "gebeld & <gemaild>", 46028, "K-1", 14, "Hulp", "Ja", "Intern", "rechts"]);
  });

  it("brings every text back as it was typed", () => {
    const teksten = ["  blank voor en na ", "a\nb\tc", "5 < 6 & \"zo\" 'dus'", "_x000D_", "\u0001", "😀 é", "=geen formule", ""];
    const werkmap = na(nieuweWerkmap(), ...teksten.map((waarde, i): Wijziging => ({ soort: "cel", blad: "Blad1", rij: i + 1, kolom: 1, waarde })));
    expect(teksten.map((_, i) => cel(werkmap, "Blad1", i + 1, 1)?.waarde)).toEqual(teksten);
  });

  it("keeps a formula when only the look changes, and drops it when a value comes in its place", () => {
    const begin = openWerkmap(tabelbestand());
    const opgemaakt = na(begin, { soort: "cel", blad: "Zaken", rij: 6, kolom: 7, opmaak: { vulkleur: "FFEEDD", vet: true, getalnotatie: "0.0" } });
    expect(cel(opgemaakt, "Zaken", 6, 7)).toMatchObject({ formule: 'IF(C6="","",C6-E6)', waarde: 14 });
    expect(opgemaakt.opmaak(cel(opgemaakt, "Zaken", 6, 7)?.stijl ?? 0)).toMatchObject({ vulkleur: "FFEEDD", vet: true, getalnotatie: "0.0" });
    const vervangen = na(opgemaakt, { soort: "cel", blad: "Zaken", rij: 6, kolom: 7, waarde: 3 });
    expect(cel(vervangen, "Zaken", 6, 7)).toMatchObject({ formule: null, waarde: 3 });
    expect(vervangen.opmaak(cel(vervangen, "Zaken", 6, 7)?.stijl ?? 0).vulkleur).toBe("FFEEDD");
  });

  it("adds no second format for the same look", () => {
    const opmaak = { getalnotatie: "dd-mm-yyyy" };
    const wijzigingen = [1, 2, 3].map((rij): Wijziging => ({ soort: "cel", blad: "Blad1", rij, kolom: 1, waarde: 46000 + rij, opmaak }));
    const werkmap = na(na(nieuweWerkmap(), ...wijzigingen), ...wijzigingen);
    expect([1, 2, 3].map((rij) => cel(werkmap, "Blad1", rij, 1)?.stijl)).toEqual([1, 1, 1]);
    expect(werkmap.opmaak(1)).toMatchObject({ getalnotatie: "dd-mm-yyyy", isDatum: true });
  });

  it("wipes a cell", () => {
    const werkmap = na(openWerkmap(tabelbestand()), { soort: "cel-wissen", blad: "Zaken", rij: 6, kolom: 3 });
    expect(cel(werkmap, "Zaken", 6, 3)).toBeUndefined();
    expect(cel(werkmap, "Zaken", 6, 2)?.waarde).toBe("Zuid");
  });

  it("refuses a sheet that is not there and a number that is none", () => {
    expect(() => na(nieuweWerkmap(), { soort: "cel", blad: "Weg", rij: 1, kolom: 1, waarde: 1 })).toThrow(RangeError);
    expect(() => na(nieuweWerkmap(), { soort: "cel", blad: "Blad1", rij: 1, kolom: 1, waarde: NaN })).toThrow(RangeError);
  });
});

describe("a sheet by another program", () => {
  const metBlad = (sheetData: string, extra = new Map<string, string>()) =>
    openWerkmap(
      nieuweWerkmap()
        .pakket.met(new Map([["xl/worksheets/sheet1.xml", `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheetData}<x:onbekend>a</x:onbekend></x:worksheet>`], ...extra]))
        .schrijf(),
    );

  it("keeps its prefix and elements nobody knows", () => {
    const werkmap = na(metBlad('<x:sheetData><x:row r="2" spans="1:2"><x:c r="B2"><x:v>1</x:v></x:c></x:row></x:sheetData>'), { soort: "cel", blad: "Blad1", rij: 2, kolom: 3, waarde: "c" });
    expect(werkmap.pakket.tekst("xl/worksheets/sheet1.xml")).toContain('<x:row r="2"><x:c r="B2"><x:v>1</x:v></x:c><x:c r="C2" t="inlineStr"><x:is>');
    expect(werkmap.pakket.tekst("xl/worksheets/sheet1.xml")).toContain("<x:onbekend>a</x:onbekend>");
  });

  it("may leave out where rows and cells stand", () => {
    const werkmap = na(metBlad("<x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData>"), { soort: "cel", blad: "Blad1", rij: 1, kolom: 2, waarde: 9 }, { soort: "cel", blad: "Blad1", rij: 3, kolom: 1, waarde: 4 });
    expect([...werkmap.leesBlad("Blad1").rijen].map(([rij, cellen]) => [rij, ...cellen.slice(1).map((c) => c?.waarde)])).toEqual([[1, 1, 9], [2, 3], [3, 4]]);
  });

  it("gives cells that lean on a shared formula one of their own when its first cell changes", () => {
    const gedeeld = '<x:sheetData><x:row r="1"><x:c r="A1"><x:f t="shared" ref="A1:A3" si="0">B1*$C$1</x:f><x:v>1</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:f t="shared" si="0"/><x:v>2</x:v></x:c></x:row><x:row r="3"><x:c r="A3" t="str"><x:f t="shared" si="0"/><x:v>drie</x:v></x:c></x:row></x:sheetData>';
    const werkmap = na(metBlad(gedeeld), { soort: "cel", blad: "Blad1", rij: 1, kolom: 1, waarde: 7 });
    expect(cel(werkmap, "Blad1", 1, 1)).toMatchObject({ waarde: 7, formule: null });
    expect(cel(werkmap, "Blad1", 2, 1)).toMatchObject({ waarde: 2, formule: "B2*$C$1" });
    expect(cel(werkmap, "Blad1", 3, 1)).toMatchObject({ waarde: "drie", formule: "B3*$C$1" });
    expect(werkmap.pakket.tekst("xl/worksheets/sheet1.xml")).not.toContain("shared");
  });

  it("loses its list of formula cells only when a formula goes away", () => {
    const delen = new Map([
      ["xl/calcChain.xml", '<calcChain xmlns="m"><c r="A1" i="1"/></calcChain>'],
      ["xl/_rels/workbook.xml.rels", nieuweWerkmap().pakket.tekst("xl/_rels/workbook.xml.rels").replace("</Relationships>", '<Relationship Id="rId9" Type="x/calcChain" Target="calcChain.xml"/></Relationships>')],
    ]);
    const werkmap = metBlad('<x:sheetData><x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData>', delen);
    expect(na(werkmap, { soort: "cel", blad: "Blad1", rij: 2, kolom: 1, waarde: 1 }).deel("calcChain")).toBe("xl/calcChain.xml");
    expect(na(werkmap, { soort: "cel", blad: "Blad1", rij: 1, kolom: 1, waarde: 1 }).deel("calcChain")).toBeNull();
  });
});

describe("sheets, tables and the rest", () => {
  const bereik = { vanRij: 4, vanKolom: 2, totRij: 10, totKolom: 3 };

  it("makes a workbook as Registratie starten leaves it", () => {
    const validatie = {
      bereiken: [{ vanRij: 5, vanKolom: 3, totRij: 10, totKolom: 3 }],
      soort: "list", vergelijking: "between", formule1: "Lijsten!$A$1:$A$3", formule2: null, leegMag: true, lijstknop: true,
      invoer: { titel: "SISA", tekst: "Wie de meldcode start, geeft een signaal af." }, fout: { stijl: "warning", titel: "Let op", tekst: "Kies uit de lijst." },
    } as const;
    const regel = { bereiken: [bereik], formule: '$B5="x"', vulkleur: "FFF4CE", letterkleur: null, vet: false };
    const werkmap = na(
      nieuweWerkmap(),
      { soort: "blad-toevoegen", naam: "Meldcode" },
      { soort: "blad-toevoegen", naam: "Lijsten", zichtbaarheid: "verborgen" },
      { soort: "tabel-toevoegen", blad: "Meldcode", naam: "Meldcode", bereik, kolommen: ["Startdatum", "SISA-signaal"] },
      { soort: "validatie", blad: "Meldcode", validatie },
      { soort: "voorwaardelijk-toevoegen", blad: "Meldcode", regel },
      { soort: "bevriezen", blad: "Meldcode", rijen: 4, kolommen: 0 },
      { soort: "kolombreedte", blad: "Meldcode", van: 2, tot: 3, breedte: 18 },
      { soort: "naam", naam: "Sisa", verwijzing: "Lijsten!$A$1:$A$3" },
      { soort: "activeren", blad: "Meldcode" },
    );
    expect(werkmap.bladen.map((b) => [b.naam, b.zichtbaarheid])).toEqual([["Blad1", "zichtbaar"], ["Meldcode", "zichtbaar"], ["Lijsten", "verborgen"]]);
    expect(werkmap.tabellen).toEqual([{ naam: "Meldcode", blad: "Meldcode", bereik, koprijen: 1, totaalrijen: 0, kolommen: ["Startdatum", "SISA-signaal"], deel: "xl/tables/table1.xml" }]);
    expect(cel(werkmap, "Meldcode", 4, 3)?.waarde).toBe("SISA-signaal");
    const blad = werkmap.leesBlad("Meldcode");
    expect(blad.validaties).toEqual([validatie]);
    expect(blad.voorwaardelijk).toEqual([regel]);
    expect(blad.bevroren).toEqual({ rijen: 4, kolommen: 0 });
    expect(blad.kolommen).toEqual([{ van: 2, tot: 3, breedte: 18, verborgen: false, stijl: 0 }]);
    expect(werkmap.namen).toEqual([{ naam: "Sisa", verwijzing: "Lijsten!$A$1:$A$3", blad: null }]);
    expect(werkmap.actiefBlad).toBe("Meldcode");
  });

  it("renames a table, makes it longer, gives it a column, and takes it away", () => {
    const begin = openWerkmap(tabelbestand());
    const ruimer = { vanRij: 5, vanKolom: 2, totRij: 15, totKolom: 11 };
    const kolommen = [...(begin.tabellen[0]?.kolommen ?? []).map((k) => (k === "Team" ? "Locatie" : k)), "Extra"];
    const gewijzigd = na(begin, { soort: "tabel-wijzigen", naam: "meldcode", nieuweNaam: "Zaken2026", bereik: ruimer, kolommen });
    expect(gewijzigd.tabellen).toMatchObject([{ naam: "Zaken2026", bereik: ruimer, kolommen }]);
    expect(cel(gewijzigd, "Zaken", 5, 11)?.waarde).toBe("Extra");
    expect(gewijzigd.pakket.tekst("xl/tables/table1.xml")).toContain('<autoFilter ref="B5:K15">');
    const zonder = na(gewijzigd, { soort: "tabel-verwijderen", naam: "Zaken2026" });
    expect(zonder.tabellen).toEqual([]);
    expect(zonder.pakket.heeft("xl/tables/table1.xml")).toBe(false);
    expect(zonder.pakket.tekst("[Content_Types].xml")).not.toContain("table1");
    expect(zonder.pakket.tekst("xl/worksheets/sheet2.xml")).not.toContain("tablePart");
  });

  it("cuts an older validation down to the cells that keep it", () => {
    const lijst = (totRij: number, formule1: string) => ({ bereiken: [{ vanRij: 1, vanKolom: 1, totRij, totKolom: 1 }], soort: "list", vergelijking: "between", formule1, formule2: null, leegMag: true, lijstknop: true, invoer: null, fout: null }) as const;
    const werkmap = na(nieuweWerkmap(), { soort: "validatie", blad: "Blad1", validatie: lijst(9, "$Z$1:$Z$2") }, { soort: "validatie", blad: "Blad1", validatie: lijst(4, "$Y$1:$Y$2") });
    expect(werkmap.leesBlad("Blad1").validaties.map((v) => [v.formule1, v.bereiken[0]?.vanRij, v.bereiken[0]?.totRij])).toEqual([["$Z$1:$Z$2", 5, 9], ["$Y$1:$Y$2", 1, 4]]);
    expect(na(werkmap, { soort: "validatie-wissen", blad: "Blad1", bereik: { vanRij: 1, vanKolom: 1, totRij: 99, totKolom: 9 } }).leesBlad("Blad1").validaties).toEqual([]);
  });

  it("takes a conditional format away by its formula and cells", () => {
    const begin = nieuweWerkmap();
    const regel = { bereiken: [bereik], formule: "A1=1", vulkleur: null, letterkleur: "C00000", vet: true };
    const met = na(begin, { soort: "voorwaardelijk-toevoegen", blad: "Blad1", regel }, { soort: "voorwaardelijk-toevoegen", blad: "Blad1", regel: { ...regel, formule: "A1=2" } });
    expect(met.leesBlad("Blad1").voorwaardelijk.map((r) => r.formule)).toEqual(["A1=2", "A1=1"]);
    expect(na(met, { soort: "voorwaardelijk-verwijderen", blad: "Blad1", bereiken: [bereik], formule: "A1=1" }).leesBlad("Blad1").voorwaardelijk).toEqual([{ ...regel, formule: "A1=2" }]);
  });

  it("cuts a column setting that spans more columns", () => {
    const werkmap = na(openWerkmap(tabelbestand()), { soort: "kolombreedte", blad: "Zaken", van: 4, tot: 12, breedte: 40 });
    expect(werkmap.leesBlad("Zaken").kolommen.map((k) => [k.van, k.tot, k.breedte])).toEqual([[1, 3, 22.98], [4, 10, 40], [11, 12, 40]]);
  });

  it("adds a part that it does not read, and the reference to it", () => {
    const deel = (naam: string, bron: string): Wijziging => ({ soort: "deel-toevoegen", deel: naam, tekst: "<a/>", inhoudstype: "application/x-a+xml", bron, relatietype: "http://voorbeeld/soort-a" });
    const voor = tabelbestand();
    const bewaard = bewaarWerkmap(openWerkmap(voor), [deel("xl/a/een.xml", ""), deel("xl/a/twee.xml", "xl/a/een.xml")]);
    expect(verschillen(voor, bewaard)).toEqual(["[Content_Types].xml", "_rels/.rels", "xl/a/_rels/een.xml.rels", "xl/a/een.xml", "xl/a/twee.xml"]);
    const { pakket } = openWerkmap(bewaard);
    expect(pakket.relaties("").at(-1)).toMatchObject({ soort: "soort-a", doel: "xl/a/een.xml" });
    expect(pakket.relaties("xl/a/een.xml")).toEqual([{ id: "rId1", soort: "soort-a", doel: "xl/a/twee.xml" }]);
    expect(pakket.tekst("xl/a/_rels/een.xml.rels")).toContain('Type="http://voorbeeld/soort-a"');
    expect(pakket.tekst("[Content_Types].xml")).toContain('PartName="/xl/a/twee.xml" ContentType="application/x-a+xml"');
    expect(() => na(nieuweWerkmap(), deel("xl/workbook.xml", ""))).toThrow("Er is al een deel");
  });

  it("begins with a sheet of the name that is asked for", () => {
    expect(na(nieuweWerkmap("Zaken & <meer>")).bladen.map((blad) => blad.naam)).toEqual(["Zaken & <meer>"]);
  });

  it("refuses a second sheet or table of a name, and a name no sheet can have", () => {
    expect(() => na(nieuweWerkmap(), { soort: "blad-toevoegen", naam: "BLAD1" })).toThrow("Er is al een blad");
    expect(() => na(nieuweWerkmap(), { soort: "blad-toevoegen", naam: "a/b" })).toThrow(RangeError);
    expect(() => na(openWerkmap(tabelbestand()), { soort: "tabel-toevoegen", blad: "Uitleg", naam: "MELDCODE", bereik, kolommen: ["a", "b"] })).toThrow("Er is al een tabel");
  });
});
