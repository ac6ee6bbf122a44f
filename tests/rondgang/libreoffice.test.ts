/** What is fixed in a file is seen in LibreOffice, also in formulas that lean on it: LibreOffice believes the results in a file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { maakBestandWerkboek } from "../../src/workbook/bestand/bestandWerkboek";
import { openWerkmap } from "../../src/workbook/xlsx/werkmap";
import { zetOm } from "../libreoffice/libreoffice";

const map = mkdtempSync(path.join(tmpdir(), "meldcode-rondgang-"));
afterAll(() => rmSync(map, { recursive: true, force: true }));

it("works out anew what leaned on a date that was text, and keeps chart and pivot table", async () => {
  const werkboek = await maakBestandWerkboek("a.xlsx", new Uint8Array(readFileSync(path.join(__dirname, "../werkmappen/libreoffice-grafiek-draaitabel.xlsx"))));
  expect(await werkboek.herstel([{ rij: 7, veld: "einddatum", was: "17-05-2026", waarde: 46159, isDatum: true }])).toBe(1);
  const bron = path.join(map, "hersteld.xlsx");
  writeFileSync(bron, werkboek.bytes);
  zetOm(map, "xlsx", [bron], path.join(map, "uit"));
  const terug = openWerkmap(new Uint8Array(readFileSync(path.join(map, "uit", "hersteld.xlsx"))));
  expect(terug.leesBlad("Zaken").rijen.get(9)?.[8]).toMatchObject({ waarde: 46159 - 46108 });
  expect(terug.leesBlad("Zaken").rijen.get(8)?.[8]).toMatchObject({ waarde: 27 });
  expect(terug.pakket.delen).toEqual(expect.arrayContaining(["xl/charts/chart1.xml", "xl/pivotTables/pivotTable1.xml"]));
}, 120_000);
