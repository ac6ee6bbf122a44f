/** The ready-made workbook in LibreOffice: it opens, its lists and marks are there and work, and what is filled in is calculated. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { INDICATOREN } from "../../src/meldcode/indicator";
import { periodeSchema } from "../../src/meldcode/registratie";
import { STANDAARDVRAAGSTELLING } from "../../src/meldcode/vraagstelling";
import { maakBestandWerkboek } from "../../src/workbook/bestand/bestandWerkboek";
import { lijstontwerp } from "../../src/workbook/lijstontwerp";
import { markeringen } from "../../src/workbook/markering";
import { bewaarWerkmap, type Wijziging } from "../../src/workbook/xlsx/bewaren";
import { openWerkmap, type Werkmap } from "../../src/workbook/xlsx/werkmap";
import { zetOm } from "./libreoffice";

const ORIGINEEL = path.resolve(__dirname, "../../assets/registratie.xlsx");
const map = mkdtempSync(path.join(tmpdir(), "registratie-"));
afterAll(() => rmSync(map, { recursive: true, force: true }));

/** Columns of free use, beside the list: a formula of the user's own, and each mark's formula as a cell. */
const EIGEN = 9;
const MARKEN = 10;

const RIJEN: readonly (readonly (string | number | null)[])[] = [
  ["A-1", "Oost", 46027, "Ja", "Intern", "Hulp", 46042],
  ["A-2", "", 46042, "misschien", null, "beide", 46027],
  ["A-3", "", null, null, null, null, null],
];

function ingevuld(): Uint8Array {
  const cellen = RIJEN.flatMap((waarden, r): Wijziging[] => {
    const rij = r + 2;
    return [
      ...waarden.map((waarde, k): Wijziging => ({ soort: "cel", blad: "Meldcode", rij, kolom: k + 1, waarde })),
      { soort: "cel", blad: "Meldcode", rij, kolom: EIGEN, formule: `G${rij}-C${rij}` },
      ...markeringen(lijstontwerp(STANDAARDVRAAGSTELLING), "Lijsten").map((mark, m): Wijziging => ({ soort: "cel", blad: "Meldcode", rij, kolom: MARKEN + m, formule: mark.formule.slice(1).replace(/(\$[A-G])2\b/g, `$1${rij}`) })),
    ];
  });
  return bewaarWerkmap(openWerkmap(readFileSync(ORIGINEEL)), cellen);
}

let leeg: Werkmap;
let vol: Werkmap;
beforeAll(() => {
  const gevuld = path.join(map, "gevuld.xlsx");
  writeFileSync(gevuld, ingevuld());
  const uit = path.join(map, "uit");
  zetOm(map, "xlsx", [ORIGINEEL, gevuld], uit);
  const terug = (naam: string) => openWerkmap(readFileSync(path.join(uit, naam)));
  leeg = terug("registratie.xlsx");
  vol = terug("gevuld.xlsx");
}, 150_000);

it("opens with its sheets, its table and its explanation", () => {
  expect(leeg.bladen.map((blad) => [blad.naam, blad.zichtbaarheid])).toEqual([["Meldcode", "zichtbaar"], ["Toelichting", "zichtbaar"], ["Lijsten", "verborgen"]]);
  expect(leeg.tabellen).toMatchObject([{ naam: "Meldcode", blad: "Meldcode", bereik: { vanRij: 1, vanKolom: 1, totRij: 501, totKolom: 7 } }]);
  expect(leeg.leesBlad("Toelichting").rijen.get(1)?.[1]?.waarde).toBe("Monitor Meldcode: uw registratie");
});

it("keeps drop-downs from their ranges, input messages, and rules that warn but never refuse", () => {
  const { validaties } = leeg.leesBlad("Meldcode");
  // As far down as LibreOffice writes rows without content: beyond the table.
  const opKolom = (kolom: number) => validaties.find((regel) => regel.bereiken.some((b) => b.vanKolom === kolom && b.vanRij === 2 && b.totRij > 501));
  expect([4, 5, 6].map((kolom) => [opKolom(kolom)?.soort, opKolom(kolom)?.formule1?.replaceAll("'", ""), opKolom(kolom)?.fout?.stijl])).toEqual([
    ["list", "Lijsten!$A$2:$A$4", "information"],
    ["list", "Lijsten!$B$2:$B$5", "information"],
    ["list", "Lijsten!$C$2:$C$5", "information"],
  ]);
  expect([3, 7].map((kolom) => [opKolom(kolom)?.soort, opKolom(kolom)?.formule2, opKolom(kolom)?.fout?.stijl])).toEqual([["date", "TODAY()", "warning"], ["date", "TODAY()", "warning"]]);
  expect([1, 2, 3, 4, 5, 6, 7].map((kolom) => opKolom(kolom)?.invoer?.titel)).toEqual(["Kenmerk", "Team", "Startdatum", "SISA-signaal", "Consultatie", "Stap 5", "Einddatum"]);
});

it("keeps all marks in their colours", () => {
  const kleuren = leeg.leesBlad("Meldcode").voorwaardelijk.map((regel) => regel.vulkleur);
  expect(kleuren).toHaveLength(markeringen(lijstontwerp(STANDAARDVRAAGSTELLING), "Lijsten").length);
  expect(new Set(kleuren)).toEqual(new Set(["FFC7CE", "FFEB9C"]));
});

it("calculates in a copy that was filled in", () => {
  const { rijen } = vol.leesBlad("Meldcode");
  expect([2, 3].map((rij) => rijen.get(rij)?.[EIGEN]?.waarde)).toEqual([15, -15]);
  expect(vol.opmaak(rijen.get(2)?.[3]?.stijl ?? 0).isDatum).toBe(true);
});

it("marks what is wrong, and leaves alone what is right", () => {
  const { rijen } = vol.leesBlad("Meldcode");
  const gemarkeerd = (rij: number) => markeringen(lijstontwerp(STANDAARDVRAAGSTELLING), "Lijsten").flatMap(({ veld, ernst }, m) => (rijen.get(rij)?.[MARKEN + m]?.waarde === true ? [`${veld} ${ernst}`] : []));
  expect(gemarkeerd(2)).toEqual([]);
  expect(gemarkeerd(3)).toEqual(["sisa fout", "consultatie fout", "einddatum fout"]);
  expect(gemarkeerd(4)).toEqual(["startdatum fout"]);
});

it("takes the columns that a municipality asks besides: their lists, their explanation, and marks that calculate", async () => {
  const vanaf = periodeSchema.parse("2027-01");
  const vraagstelling = { ...STANDAARDVRAAGSTELLING, extraIndicatoren: INDICATOREN.map((indicator) => ({ indicator, vanaf })) };
  const werkboek = await maakBestandWerkboek("registratie.xlsx", new Uint8Array(readFileSync(ORIGINEEL)));
  werkboek.vraag(vraagstelling);
  await werkboek.voegKolommenToe(INDICATOREN);
  const gekregen = openWerkmap(werkboek.bytes);
  const regels = gekregen.leesBlad("Meldcode").voorwaardelijk.filter(({ bereiken }) => (bereiken[0]?.vanKolom ?? 0) > 7);
  // Each mark's formula as a cell, in rows with a right answer, an age, a date for a group, and words that are not understood.
  const antwoorden = [["4 t/m 11 jaar", "fysiek", "al bekend", 2], ["12 jaar", "", "", ""], [46_330, "misbruik", "ja", 1]];
  const cellen = antwoorden.flatMap((waarden, r): Wijziging[] => [
    ...waarden.map((waarde, k): Wijziging => ({ soort: "cel", blad: "Meldcode", rij: r + 2, kolom: 8 + k, waarde: waarde === "" ? null : waarde })),
    ...regels.map(({ formule }, m): Wijziging => ({ soort: "cel", blad: "Meldcode", rij: r + 2, kolom: 14 + m, formule: formule.replace(/(\$[A-K])2\b/g, `$1${r + 2}`) })),
  ]);
  const bestand = path.join(map, "erbij.xlsx");
  writeFileSync(bestand, bewaarWerkmap(gekregen, cellen));
  const uit = path.join(map, "uit-erbij");
  zetOm(map, "xlsx", [bestand], uit);
  const terug = openWerkmap(readFileSync(path.join(uit, "erbij.xlsx")));
  const { rijen, validaties } = terug.leesBlad("Meldcode");
  expect(terug.tabellen[0]?.kolommen.slice(7)).toEqual(["Leeftijdsgroep", "Vorm van geweld", "Nieuw of bekend", "Aantal kinderen"]);
  expect([2, 3, 4].map((rij) => regels.map((_, m) => rijen.get(rij)?.[14 + m]?.waarde))).toEqual([[false, false, false], [false, false, false], [true, true, true]]);
  const opKolom = (kolom: number) => validaties.find((regel) => regel.bereiken.some((b) => b.vanKolom === kolom && b.vanRij === 2));
  expect([8, 9, 10, 11].map((kolom) => [opKolom(kolom)?.soort, opKolom(kolom)?.fout?.stijl])).toEqual([["list", "information"], ["list", "information"], ["list", "information"], ["whole", "information"]]);
  expect([...terug.leesBlad("Toelichting").rijen.values()].some(([, cel]) => cel?.waarde === "Uw gemeente vraagt ook")).toBe(true);
}, 150_000);
