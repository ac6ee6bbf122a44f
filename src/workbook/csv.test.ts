import { leesCsv } from "./csv";

const utf8 = (tekst: string) => new TextEncoder().encode(tekst);
const cellen = (bytes: Uint8Array) => leesCsv(bytes).map((regel) => regel.cellen);

test("quotes, line breaks inside them, and the line on which a record starts", () => {
  expect(leesCsv(utf8('a;b\r\n"een ""regel""\nverder";2\r\n\r\n"";3\nlaatste;\n'))).toEqual([
    { nummer: 1, cellen: ["a", "b"] },
    { nummer: 2, cellen: ['een "regel"\nverder', "2"] },
    { nummer: 4, cellen: [""] },
    { nummer: 5, cellen: ["", "3"] },
    { nummer: 6, cellen: ["laatste", ""] },
  ]);
});

test.each([
  ["semicolons, though text holds commas", "naam;notitie\na;een, twee, drie\nb;vier, vijf, zes\n", ["naam", "notitie"]],
  ["commas", "naam,notitie\na,x;y\n", ["naam", "notitie"]],
  ["tabs", "naam\tnotitie\na\tb, c; d\n", ["naam", "notitie"]],
  ["a title above the header", "Overzicht 2026\n\nnaam;notitie\na;b\n", ["Overzicht 2026"]],
  ["one column", "naam\na\n", ["naam"]],
])("%s", (_, tekst, kop) => {
  const gelezen = cellen(utf8(tekst));
  expect(gelezen[0]).toEqual(kop);
  expect(gelezen.at(-1)).toHaveLength(kop[0] === "naam" ? kop.length : 2);
});

test("Excel's own line that names the separator is no record, but a line", () => {
  expect(leesCsv(utf8("sep=,\r\na,b;c\r\n"))).toEqual([{ nummer: 2, cellen: ["a", "b;c"] }]);
});

test("UTF-8 with and without a byte order mark, UTF-16, and what a Dutch Excel saves in Windows-1252", () => {
  const tekst = "geïnformeerd;€";
  const utf16 = new Uint8Array([0xff, 0xfe, ...Array.from(tekst).flatMap((teken) => [teken.charCodeAt(0) & 255, teken.charCodeAt(0) >> 8])]);
  const windows = new Uint8Array([0x67, 0x65, 0xef, ...utf8("nformeerd;"), 0x80]);
  for (const bytes of [utf8(tekst), utf8(`\ufeff${tekst}`), utf16, windows]) expect(cellen(bytes)).toEqual([["geïnformeerd", "€"]]);
});

test("an empty file is told so", () => {
  expect(() => leesCsv(new Uint8Array())).toThrow("leeg");
});
