import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Wijziging, bewaarWerkmap } from "../../src/workbook/xlsx/bewaren";
import { nieuweWerkmap, openWerkmap } from "../../src/workbook/xlsx/werkmap";
import { ALLE_BLADEN, zetOm } from "./libreoffice";

/** What we save, LibreOffice opens; what it makes of it, we read again. Starting it takes seconds, so it opens all files at once. */
const WERKMAPPEN = join(__dirname, "../werkmappen");
const map = mkdtempSync(join(tmpdir(), "rondgang-"));
afterAll(() => rmSync(map, { recursive: true, force: true }));

function bewaar(naam: string, bytes: Uint8Array): string {
  const pad = join(map, `${naam}.xlsx`);
  writeFileSync(pad, bytes);
  return pad;
}

const lees = (naam: string) => readFileSync(join(map, naam), "utf8");
const open = (naam: string) => openWerkmap(readFileSync(join(WERKMAPPEN, naam)));

/** LibreOffice believes the results in a file by Excel or itself, so who changes a value gives the new ones along. */
const GEWIJZIGD: Wijziging[] = [
  { soort: "cel", blad: "Zaken", rij: 6, kolom: 3, waarde: 46050 },
  { soort: "cel", blad: "Zaken", rij: 6, kolom: 7, formule: 'IF(C6="","",C6-E6)', waarde: 22 },
];

const NIEUW: Wijziging[] = [
  { soort: "blad-toevoegen", naam: "Meldcode" },
  { soort: "blad-toevoegen", naam: "Lijsten", zichtbaarheid: "verborgen" },
  ...["Ja", "Nee", "N.v.t."].map((waarde, i): Wijziging => ({ soort: "cel", blad: "Lijsten", rij: i + 1, kolom: 1, waarde })),
  { soort: "tabel-toevoegen", blad: "Meldcode", naam: "Meldcode", bereik: { vanRij: 3, vanKolom: 1, totRij: 6, totKolom: 3 }, kolommen: ["Startdatum", "SISA-signaal", "Dagen & <meer>"] },
  { soort: "cel", blad: "Meldcode", rij: 4, kolom: 1, waarde: 46115, opmaak: { getalnotatie: "dd-mm-yyyy" } },
  { soort: "cel", blad: "Meldcode", rij: 4, kolom: 2, waarde: "Ja", opmaak: { vet: true, vulkleur: "FFF4CE", letterkleur: "8A0000" } },
  { soort: "cel", blad: "Meldcode", rij: 4, kolom: 3, formule: "A4+1", opmaak: { getalnotatie: "0.00" } },
  {
    soort: "validatie", blad: "Meldcode",
    validatie: { bereiken: [{ vanRij: 4, vanKolom: 2, totRij: 6, totKolom: 2 }], soort: "list", vergelijking: "between", formule1: "Lijsten!$A$1:$A$3", formule2: null, leegMag: true, lijstknop: true, invoer: { titel: "SISA", tekst: "Kies." }, fout: { stijl: "warning", titel: "Let op", tekst: "Uit de lijst." } },
  },
  { soort: "voorwaardelijk-toevoegen", blad: "Meldcode", regel: { bereiken: [{ vanRij: 4, vanKolom: 1, totRij: 6, totKolom: 3 }], formule: '$B4="Nee"', vulkleur: "FDE7E9", letterkleur: null, vet: false } },
  // Without a window LibreOffice opens this but does not save it; bewaren.test.ts looks at what is written.
  { soort: "bevriezen", blad: "Meldcode", rijen: 3, kolommen: 1 },
  { soort: "kolombreedte", blad: "Meldcode", van: 1, tot: 2, breedte: 24 },
  { soort: "activeren", blad: "Meldcode" },
];

beforeAll(() => {
  const ongewijzigd = readdirSync(WERKMAPPEN).filter((naam) => naam.endsWith(".xlsx"));
  const paden = [
    ...ongewijzigd.flatMap((naam) => [join(WERKMAPPEN, naam), bewaar(`bewaard-${basename(naam, ".xlsx")}`, bewaarWerkmap(open(naam), []))]),
    bewaar("gewijzigd", bewaarWerkmap(open("libreoffice-tabel-meldcode.xlsx"), GEWIJZIGD)),
    bewaar("nieuw", bewaarWerkmap(nieuweWerkmap(), NIEUW)),
  ];
  zetOm(map, ALLE_BLADEN, paden, map);
  zetOm(map, "xlsx", [join(map, "nieuw.xlsx")], join(map, "terug"));
}, 240_000);

it("shows the same in LibreOffice after saving without changes", () => {
  const oorspronkelijk = readdirSync(map).filter((naam) => naam.endsWith(".csv") && naam.startsWith("libreoffice-"));
  expect(oorspronkelijk.length).toBeGreaterThan(1);
  for (const naam of oorspronkelijk) expect(lees(`bewaard-${naam}`)).toBe(lees(naam));
});

it("shows the changed cell and the new result of a formula, and nothing else changed", () => {
  const [was, wordt] = [lees("libreoffice-tabel-meldcode-Zaken.csv"), lees("gewijzigd-Zaken.csv")].map((csv) => csv.split("\n"));
  expect(wordt?.filter((regel, i) => regel !== was?.[i])).toEqual([was?.[5]?.replace("01/20/2026", "01/28/2026").replace(";14;", ";22;")]);
  for (const blad of ["Uitleg", "Oud"]) expect(lees(`gewijzigd-${blad}.csv`)).toBe(lees(`libreoffice-tabel-meldcode-${blad}.csv`));
});

it("opens a workbook of our own with everything in it, and calculates what has no result yet", () => {
  expect(lees("nieuw-Meldcode.csv").split("\n").slice(2, 4)).toEqual(["Startdatum;SISA-signaal;Dagen & <meer>", "04/03/2026;Ja;46116"]);
  const werkmap = openWerkmap(readFileSync(join(map, "terug", "nieuw.xlsx")));
  const blad = werkmap.leesBlad("Meldcode");
  expect(werkmap.bladen.map((b) => [b.naam, b.zichtbaarheid])).toEqual([["Blad1", "zichtbaar"], ["Meldcode", "zichtbaar"], ["Lijsten", "verborgen"]]);
  expect(werkmap.tabellen).toMatchObject([{ naam: "Meldcode", blad: "Meldcode", bereik: { vanRij: 3, vanKolom: 1, totRij: 6, totKolom: 3 } }]);
  expect(blad.validaties).toMatchObject([{ soort: "list", formule1: "Lijsten!$A$1:$A$3", invoer: { titel: "SISA", tekst: "Kies." }, fout: { stijl: "warning", tekst: "Uit de lijst." } }]);
  expect(blad.voorwaardelijk).toMatchObject([{ vulkleur: "FDE7E9" }]);
  expect(werkmap.opmaak(blad.rijen.get(4)?.[2]?.stijl ?? 0)).toMatchObject({ vet: true, vulkleur: "FFF4CE", letterkleur: "8A0000" });
  expect(werkmap.opmaak(blad.rijen.get(4)?.[1]?.stijl ?? 0)).toMatchObject({ isDatum: true });
  expect(blad.rijen.get(4)?.[3]).toMatchObject({ formule: "A4+1", waarde: 46116 });
  expect(werkmap.actiefBlad).toBe("Meldcode");
});
