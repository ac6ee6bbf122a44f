import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { type Werkmapfoutcode, Werkmapfout, nieuweWerkmap, openWerkmap } from "./werkmap";
import { MAXIMUM_UITGEPAKT, leesZip, pakIn, schrijfZip } from "./zip";

const MAP = join(__dirname, "../../../tests/werkmappen");
const tabelbestand = () => new Uint8Array(readFileSync(join(MAP, "libreoffice-tabel-meldcode.xlsx")));

const HOOFD = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A workbook with other text in some parts. */
function met(delen: Record<string, string | null>): Uint8Array {
  return nieuweWerkmap().pakket.met(new Map(Object.entries(delen))).schrijf();
}

function blad(sheetData: string, verder = "", extra: Record<string, string> = {}) {
  return openWerkmap(met({ "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet xmlns="${HOOFD}"><sheetData>${sheetData}</sheetData>${verder}</worksheet>`, ...extra })).leesBlad("Blad1");
}

const waarden = (inhoud: ReturnType<typeof blad>) => [...inhoud.rijen].map(([rij, cellen]) => [rij, ...cellen.slice(1).map((cel) => cel?.waarde)]);

function foutcode(bytes: Uint8Array): Werkmapfoutcode | string {
  try {
    const werkmap = openWerkmap(bytes);
    for (const { naam } of werkmap.bladen) werkmap.leesBlad(naam);
    return "geen fout";
  } catch (fout) {
    return fout instanceof Werkmapfout ? fout.code : String(fout);
  }
}

function ole(...stromen: string[]): Uint8Array {
  const kop = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 504 }, () => 0)]);
  return Buffer.concat([kop, ...stromen.map((naam) => Buffer.from(`${naam}\0`, "utf16le"))]);
}

describe("a workbook by LibreOffice", () => {
  const werkmap = openWerkmap(tabelbestand());

  it("shows its sheets and its table", () => {
    expect(werkmap.bladen.map(({ naam, zichtbaarheid }) => [naam, zichtbaarheid])).toEqual([["Uitleg", "zichtbaar"], ["Zaken", "zichtbaar"], ["Oud", "verborgen"]]);
    expect(werkmap.tabellen).toMatchObject([{ naam: "Meldcode", blad: "Zaken", bereik: { vanRij: 5, vanKolom: 2, totRij: 11, totKolom: 10 }, koprijen: 1, totaalrijen: 0 }]);
    expect(werkmap).toMatchObject({ datumstelsel: 1900, actiefBlad: "Uitleg" });
  });

  it("shows values, formulas with their last result, formats and merged cells", () => {
    const { rijen, samengevoegd } = werkmap.leesBlad("Zaken");
    expect(rijen.get(6)?.map((cel) => cel?.waarde).slice(2)).toEqual(["Zuid", 46042, "gebeld & <gemaild>", 46028, "K-1", 14, "Hulp", "Ja", "Intern"]);
    expect(rijen.get(7)?.[7]).toMatchObject({ formule: 'IF(C7="","",C7-E7)', waarde: "" });
    expect(werkmap.opmaak(rijen.get(6)?.[5]?.stijl ?? 0)).toMatchObject({ isDatum: true });
    expect(werkmap.opmaak(rijen.get(5)?.[2]?.stijl ?? 0)).toMatchObject({ vet: true, letterkleur: "003366", vulkleur: "DDE8F7" });
    expect(samengevoegd).toEqual([{ vanRij: 2, vanKolom: 2, totRij: 2, totKolom: 5 }]);
  });
});

describe("values of a cell", () => {
  it("reads every type", () => {
    const cellen = '<row r="3"><c r="A3"><v>1.5</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="e"><v>#N/A</v></c><c r="D3" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="E3" t="inlineStr"><is><t>i</t></is></c><c r="F3" t="d"><v>2026-04-03T12:00:00</v></c><c r="G3"/><c r="H3"><v>1E-2</v></c></row>';
    const inhoud = blad(cellen);
    expect(waarden(inhoud)).toEqual([[3, 1.5, true, "#N/A", "ab", "i", 46115.5, undefined, 0.01]]);
    expect(inhoud.rijen.get(3)?.[3]?.isFoutwaarde).toBe(true);
    expect(inhoud.rijen.get(3)?.[4]?.formule).toBe('"a"&"b"');
  });

  it("reads entities, CDATA, comments, escaped characters and blanks", () => {
    const cellen = '<row r="1"><!-- c --><c r="A1" t="inlineStr"><is><t xml:space="preserve"> a &amp;lt; &#233;&#x1F600; </t></is></c><c r="B1" t="inlineStr"><is><t><![CDATA[<b> & ]]>x</t></is></c><c r="C1" t="inlineStr"><is><t>_x000D_ _x005F_x000D_</t></is></c></row>';
    expect(waarden(blad(cellen))).toEqual([[1, " a &lt; é😀 ", "<b> & x", "\r _x000D_"]]);
  });

  it("leaves how a text sounds out of it, and joins its runs", () => {
    const teksten = `<sst xmlns="${HOOFD}"><si><r><t>Mel</t></r><r><rPr><b/></rPr><t>ding</t></r><rPh sb="0" eb="1"><t>weg</t></rPh><phoneticPr fontId="1"/></si><si><t/></si></sst>`;
    const relaties = nieuweWerkmap().pakket.tekst("xl/_rels/workbook.xml.rels").replace("</Relationships>", '<Relationship Id="rId7" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>');
    expect(waarden(blad('<row><c t="s"><v>0</v></c><c t="s"><v> 1 </v></c></row>', "", { "xl/sharedStrings.xml": teksten, "xl/_rels/workbook.xml.rels": relaties }))).toEqual([[1, "Melding", ""]]);
  });

  it("finds cells that do not say where they stand", () => {
    expect(waarden(blad('<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="7"><c><v>7</v></c></row><row><c><v>8</v></c></row>'))).toEqual([[1, 1, undefined, undefined, 4, 5], [7, 7], [8, 8]]);
  });

  it("tells an empty result of a formula from one that was never calculated", () => {
    const { rijen } = blad('<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><f>1+1</f></c></row>');
    expect(rijen.get(1)?.map((cel) => cel?.waarde).slice(1)).toEqual(["", null, null]);
  });

  it("takes a shared formula along to its other cells", () => {
    const f = "SUM($A1:B$1)+'Blad A1'!C3+LOG10(A1)+\"A1\"+Tabel[A1]+XFD1";
    const { rijen } = blad(`<row r="1"><c r="D1"><f t="shared" ref="D1:E2" si="0">${f.replace(/"/g, "&quot;")}</f><v>1</v></c></row><row r="2"><c r="E2"><f t="shared" si="0"/><v>2</v></c></row>`);
    expect(rijen.get(2)?.[5]?.formule).toBe("SUM($A2:C$1)+'Blad A1'!D4+LOG10(B2)+\"A1\"+Tabel[A1]+A2");
  });

  it("reads dates of the other date system as that system's serials", () => {
    const werkmap = openWerkmap(met({
      "xl/workbook.xml": nieuweWerkmap().pakket.tekst("xl/workbook.xml").replace("<bookViews>", '<workbookPr date1904="true"/><bookViews>'),
      "xl/worksheets/sheet1.xml": `<worksheet xmlns="${HOOFD}"><sheetData><row><c t="d"><v>2026-04-03</v></c></row></sheetData></worksheet>`,
    }));
    expect(werkmap.datumstelsel).toBe(1904);
    expect(werkmap.leesBlad("Blad1").rijen.get(1)?.[1]?.waarde).toBe(46115 - 1462);
  });
});

describe("what other programs write", () => {
  it("may have a prefix on every element, other folders, references from the root and UTF-16", () => {
    const utf16 = (tekst: string) => Uint8Array.from(Buffer.from(`\ufeff${tekst}`, "utf16le"));
    const bytes = zipSync({
      "[Content_Types].xml": strToU8("<Types/>"),
      "_rels/.rels": strToU8('<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/boek/Boek.xml"/></Relationships>'),
      "boek\\boek.xml": strToU8(`<x:workbook xmlns:x="m" xmlns:d3p1="r"><x:sheets><x:sheet name="Één &amp; twee" sheetId="4" d3p1:id="z"/></x:sheets></x:workbook>`),
      "boek/_rels/boek.xml.rels": strToU8('<Relationships><Relationship Id="z" Type="a/worksheet" Target="../bladen/./een.xml"/></Relationships>'),
      "bladen/een.xml": utf16('<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="m"><x:sheetData><x:row r="2" hidden="1"><x:c r="B2"><x:v>7</x:v></x:c></x:row></x:sheetData><x:sheetProtection sheet="1"/></x:worksheet>'),
    });
    const inhoud = openWerkmap(bytes).leesBlad("Één & twee");
    expect(waarden(inhoud)).toEqual([[2, undefined, 7]]);
    expect(inhoud).toMatchObject({ beveiligd: true, verborgenRijen: new Set([2]) });
  });

  it("may be a zip whose sizes stand behind the content, or in zip64 fields", () => {
    const gewoon = schrijfZip([pakIn("a.xml", strToU8("<a/>"))]);
    const beeld = new DataView(gewoon.buffer);
    const centraal = beeld.getUint32(gewoon.length - 6, true);
    // Zip64: the size that is 0xffffffff stands in an extra field of the directory entry.
    const extra = Uint8Array.from([1, 0, 8, 0, 4, 0, 0, 0, 0, 0, 0, 0]);
    const ruim = Buffer.concat([gewoon.subarray(0, centraal + 46 + 5), extra, gewoon.subarray(centraal + 46 + 5)]);
    ruim.writeUInt32LE(0xffffffff, centraal + 24);
    ruim.writeUInt16LE(12, centraal + 30);
    expect(leesZip(ruim)).toMatchObject([{ naam: "a.xml", uitgepakt: 4 }]);
  });
});

describe("a file that is no readable workbook", () => {
  const goed = tabelbestand();

  it.each<[string, Uint8Array, Werkmapfoutcode]>([
    ["nothing", new Uint8Array(0), "leeg"],
    ["text", strToU8("Startdatum;Einddatum\n"), "geen-werkmap"],
    ["an OLE file with an encrypted package", ole("EncryptionInfo", "EncryptedPackage"), "wachtwoord"],
    ["an .xls of 1997", ole("Root Entry", "Workbook"), "oud-formaat"],
    ["an .xls of 1995", ole("Root Entry", "Book"), "oud-formaat"],
    ["a .doc", ole("Root Entry", "WordDocument"), "geen-werkmap"],
    ["half a file", goed.subarray(0, goed.length / 2), "beschadigd"],
    ["a zip that is no office file", zipSync({ "a.txt": strToU8("a") }), "geen-werkmap"],
    ["a .docx", zipSync({ "_rels/.rels": strToU8('<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>'), "word/document.xml": strToU8("<document/>") }), "geen-werkmap"],
    ["an .xlsb", zipSync({ "_rels/.rels": strToU8('<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>'), "xl/workbook.bin": strToU8("x") }), "binair"],
    ["a workbook without its workbook part", met({ "xl/workbook.xml": null }), "beschadigd"],
    ["a workbook without a sheet's part", met({ "xl/worksheets/sheet1.xml": null }), "beschadigd"],
    ["a sheet that breaks off", met({ "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row><c><v>1" }), "beschadigd"],
    ["a sheet with tags that cross", met({ "xl/worksheets/sheet1.xml": "<worksheet><a><b></a></b></worksheet>" }), "beschadigd"],
    ["a sheet that points at a text that is not there", met({ "xl/worksheets/sheet1.xml": '<worksheet><sheetData><row><c t="s"><v>3</v></c></row></sheetData></worksheet>' }), "beschadigd"],
    ["a cell with an attribute without quotes", met({ "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row><c r=A1 s=2/></row></sheetData></worksheet>" }), "beschadigd"],
    ["a row with more cells than there are columns", met({ "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row>${"<c/>".repeat(16_385)}</row></sheetData></worksheet>` }), "beschadigd"],
    ["a sheet that is nested without end", met({ "xl/worksheets/sheet1.xml": "<worksheet>".repeat(100_000) }), "te-groot"],
    ["a sheet with a doctype", met({ "xl/worksheets/sheet1.xml": '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' }), "beschadigd"],
  ])("is refused in one sentence: %s", (_, bytes, code) => {
    expect(foutcode(bytes)).toBe(code);
  });

  it("never breaks on a file cut off anywhere, or with any byte changed", () => {
    const code = /^(geen fout|leeg|te-groot|geen-werkmap|wachtwoord|oud-formaat|binair|beschadigd)$/;
    for (let lengte = 0; lengte < goed.length; lengte += 97) expect(foutcode(goed.subarray(0, lengte))).toMatch(code);
    for (let plek = 0; plek < goed.length; plek += 83) {
      const anders = goed.slice();
      anders[plek] = (anders[plek] ?? 0) ^ 0xff;
      expect(foutcode(anders)).toMatch(code);
    }
  });

  it("never breaks on a sheet with a character left out, doubled or put in", () => {
    const code = /^(geen fout|beschadigd)$/;
    const deel = "xl/worksheets/sheet2.xml";
    const { pakket } = openWerkmap(goed);
    const xml = pakket.tekst(deel);
    for (let plek = 0; plek < xml.length; plek += 61) {
      for (const anders of [xml.slice(0, plek) + xml.slice(plek + 1), xml.slice(0, plek) + xml.charAt(plek) + xml.slice(plek), `${xml.slice(0, plek)}<${xml.slice(plek)}`]) {
        expect(foutcode(pakket.met(new Map([[deel, anders]])).schrijf())).toMatch(code);
      }
    }
  });

  it("is refused before it is unpacked when it says it is too large, and cut off when it lies about it", () => {
    const bom = pakIn("xl/worksheets/sheet1.xml", new Uint8Array(1_000_000));
    const rest = leesZip(met({ "xl/worksheets/sheet1.xml": null }));
    expect(foutcode(schrijfZip([...rest, { ...bom, uitgepakt: MAXIMUM_UITGEPAKT }]))).toBe("te-groot");
    expect(foutcode(schrijfZip([...rest, { ...bom, uitgepakt: 1000 }]))).toBe("beschadigd");
  });

  it("is refused when a part does not match its checksum, though it can be unpacked", () => {
    expect(foutcode(schrijfZip(leesZip(goed).map((ingang) => (ingang.naam === "xl/worksheets/sheet2.xml" ? { ...ingang, crc: ingang.crc ^ 1 } : ingang))))).toBe("beschadigd");
  });

  it("is refused when a part is behind a zip's own password", () => {
    const [eerste, ...rest] = leesZip(goed);
    if (!eerste) throw new Error("leeg");
    expect(foutcode(schrijfZip([...rest, eerste].map((ingang) => ({ ...ingang, vlaggen: ingang.vlaggen | 1 }))))).toBe("wachtwoord");
  });
});
