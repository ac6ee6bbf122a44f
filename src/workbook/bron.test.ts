import { readFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { leesBron } from "./bron";
import { Werkmapfout, type Werkmapfoutcode } from "./xlsx/werkmap";
import { MAXIMUM_UITGEPAKT, pakIn, schrijfZip } from "./xlsx/zip";

const bestand = (naam: string) => new Uint8Array(readFileSync(join(__dirname, "../../tests/werkmappen", naam)));
const lijst = (zero: number) => [
  [1, [undefined, "Registratie Café Zoë – €"]],
  [2, [undefined, "Startdatum", "SISA-signaal", "Consultatie", "Stap 5", "Einddatum"]],
  [3, [undefined, 46034 - zero, "Ja", "Intern", "Hulp", 46042 - zero, undefined, true]],
  [4, [undefined, 46056 - zero, "Nee", "Extern", "Melding", 46090 - zero]],
  [5, [undefined, 46086 - zero, "Ja", "Geen", "Hulp en melding", "#DIV/0!"]],
];

async function foutcode(naam: string, bytes: Uint8Array): Promise<Werkmapfoutcode | string> {
  try {
    const { bladen } = await leesBron(naam, bytes);
    return `${bladen.flatMap(({ rijen }) => [...rijen]).length} rijen`;
  } catch (fout) {
    return fout instanceof Werkmapfout ? fout.code : String(fout);
  }
}

describe("an old workbook (.xls)", () => {
  test.each<[string, 1900 | 1904]>([["excel97", 1900], ["1904", 1904]])("by %s is read as a new one: dates, error values, truth values, hidden sheets", async (naam, stelsel) => {
    const { bladen, datumstelsel, datumsZijnTekst } = await leesBron("lijst.xls", bestand(`libreoffice-${naam}.xls`));
    expect([datumstelsel, datumsZijnTekst]).toEqual([stelsel, false]);
    expect(bladen.map(({ blad, zichtbaar }) => [blad, zichtbaar])).toEqual([["Zorgmeldingen", true], ["Oud", false]]);
    expect([...(bladen[0]?.rijen ?? [])]).toEqual(lijst(stelsel === 1900 ? 0 : 1462));
  });

  test("of Excel 95 is read too", async () => {
    const boek = utils.book_new();
    utils.book_append_sheet(boek, utils.aoa_to_sheet([["Startdatum", "Café"], [46034, "Ja"]]), "Zaken");
    // The writer has no letters beyond ASCII.
    const bytes = new Uint8Array(write(boek, { type: "array", bookType: "biff5" })).map((byte) => (byte === 0x5f ? 0xe9 : byte));
    const { bladen } = await leesBron("lijst.xls", bytes);
    expect([...(bladen[0]?.rijen ?? [])]).toEqual([[1, [undefined, "Startdatum", "Café"]], [2, [undefined, 46034, "Ja"]]]);
  });

  test("is known by what it holds, not by its name", async () => expect((await leesBron("lijst.csv", bestand("libreoffice-excel97.xls"))).bladen).toHaveLength(2));
});

test("a workbook with macros is read, and they are left alone", async () => {
  const { bladen } = await leesBron("lijst.xlsm", bestand("libreoffice-macro.xlsm"));
  expect([...(bladen[0]?.rijen ?? [])].map(([rij]) => rij)).toEqual([1, 2, 3, 4, 5]);
});

describe("a csv", () => {
  const rijen = async (bytes: Uint8Array) => [...((await leesBron("lijst.csv", bytes)).bladen[0]?.rijen ?? [])];
  const tekst = "Start;Café\r\n5-1-2026;‘ja’ – €\r\n";
  const gelezen = [[1, [undefined, "Start", "Café"]], [2, [undefined, "5-1-2026", "‘ja’ – €"]]];
  const windows = Uint8Array.from(tekst, (teken) => ({ "‘": 0x91, "’": 0x92, "–": 0x96, "€": 0x80 })[teken] ?? teken.charCodeAt(0));
  const utf16be = Buffer.from(`\ufeff${tekst}`, "utf16le").swap16();

  test.each<[string, Uint8Array]>([["Windows-1252", windows], ["UTF-8", Buffer.from(tekst)], ["UTF-8 with a mark", Buffer.from(`\ufeff${tekst}`)], ["UTF-16", Buffer.from(`\ufeff${tekst}`, "utf16le")], ["UTF-16, the other way round", utf16be]])(
    "in %s is read",
    async (_, bytes) => expect(await rijen(new Uint8Array(bytes))).toEqual(gelezen),
  );
});

describe("what cannot be read is told by its own code", () => {
  const xlsx = bestand("libreoffice-tabel-meldcode.xlsx");
  const xls = bestand("libreoffice-excel97.xls");
  const officeDocument = (deel: string) => strToU8(`<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="${deel}"/></Relationships>`);

  test.each<[string, string, Uint8Array, Werkmapfoutcode]>([
    ["nothing at all", "a.xlsx", new Uint8Array(), "leeg"],
    ["nothing at all", "a.csv", new Uint8Array(), "leeg"],
    ["a new workbook behind a password", "a.xlsx", bestand("onleesbaar/libreoffice-wachtwoord.xlsx"), "wachtwoord"],
    ["an old workbook behind a password", "a.xls", bestand("onleesbaar/libreoffice-wachtwoord.xls"), "wachtwoord"],
    ["the first half of a new workbook", "a.xlsx", xlsx.subarray(0, xlsx.length / 2), "beschadigd"],
    ["the first part of an old workbook", "a.xls", xls.subarray(0, 1500), "beschadigd"],
    ["a binary workbook", "a.xlsb", zipSync({ "_rels/.rels": officeDocument("xl/workbook.bin"), "xl/workbook.bin": new Uint8Array(9) }), "binair"],
    ["a sheet of OpenDocument", "a.ods", zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": strToU8("<x/>") }), "geen-werkmap"],
    ["a letter", "a.docx", zipSync({ "_rels/.rels": officeDocument("word/document.xml"), "word/document.xml": strToU8("<w:document><w:body/></w:document>") }), "geen-werkmap"],
    ["a pdf", "a.pdf", strToU8("%PDF-1.7\n%âãÏÓ"), "geen-werkmap"],
    ["a picture that is called csv", "a.csv", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), "geen-werkmap"],
    ["more than there is room for", "a.xls", new Uint8Array(101 * 2 ** 20), "te-groot"],
    ["more than there is room for", "a.csv", new Uint8Array(101 * 2 ** 20), "te-groot"],
    ["a bomb", "a.xlsx", schrijfZip(["xl/a", "xl/b"].map((naam) => ({ ...pakIn(naam, new Uint8Array(1000)), uitgepakt: 0.6 * MAXIMUM_UITGEPAKT }))), "te-groot"],
  ])("%s (%s)", async (_, naam, bytes, code) => expect(await foutcode(naam, bytes)).toBe(code));

  test("a bomb that lies about its size is cut off where it said it would end", async () => {
    expect(await foutcode("a.xlsx", schrijfZip([{ ...pakIn("_rels/.rels", new Uint8Array(2 ** 22)), uitgepakt: 1000 }]))).toBe("beschadigd");
  });

  test("cut off or changed anywhere, an old workbook is read or told so", async () => {
    for (let i = 0; i < 60; i++) {
      const half = xls.slice(0, Math.floor((xls.length * i) / 60));
      const anders = xls.slice();
      anders[(i * 613) % anders.length] = (i * 57) & 255;
      for (const bytes of [half, anders]) expect(await foutcode("a.xls", bytes)).toMatch(/^(\d+ rijen|leeg|beschadigd|geen-werkmap|oud-formaat|wachtwoord)$/);
    }
  });
});
