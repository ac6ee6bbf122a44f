/**
 * For every file in the test set: opening and saving without changes alters no part; with one fix only the parts concerned; with a
 * receipt only its own sheet comes along. So macros, charts, pivot tables and parts of others stay byte for byte as they were.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { BASISVELDEN } from "../../src/meldcode/veld";
import { maakBestandWerkboek } from "../../src/workbook/bestand/bestandWerkboek";
import type { Lijstinhoud } from "../../src/workbook/werkboek";
import { bewaarWerkmap } from "../../src/workbook/xlsx/bewaren";
import { openWerkmap } from "../../src/workbook/xlsx/werkmap";
import { leesZip, pakUit } from "../../src/workbook/xlsx/zip";

const ROOT = path.resolve(__dirname, "../..");
/** Files that nobody can open stand apart. */
const FILES = ["tests", "assets"]
  .flatMap((folder) => readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name)))
  .filter((file) => /\.xls[xm]$/.test(file) && !file.includes("onleesbaar"));

const read = (file: string): Uint8Array => new Uint8Array(readFileSync(path.join(ROOT, file)));
const parts = (bytes: Uint8Array): Map<string, string> => new Map(leesZip(bytes).map((entry) => [entry.naam, Buffer.from(pakUit(entry)).toString("base64")]));

/** Names of the parts that are other, gone or new. */
function changed(before: Uint8Array, after: Uint8Array): string[] {
  const [was, is] = [parts(before), parts(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name)).sort();
}

/** Parts that hold what nothing here understands. */
const STRANGE = /vbaProject|charts|drawings|pivot|webextensions|customXml|docProps|theme|media|comments|calcChain|externalLinks/i;

it("covers macros, a chart, a pivot table and parts of others", () => {
  const all = FILES.flatMap((file) => [...parts(read(file)).keys()]).join("\n");
  for (const kind of ["vbaProject.bin", "charts/chart", "pivotTables/pivotTable", "pivotCache", "webextensions/taskpanes.xml"]) expect(all).toContain(kind);
  expect(FILES.length).toBeGreaterThan(8);
});

describe.each(FILES)("%s", (file) => {
  const original = read(file);

  it("comes back byte for byte when nothing was changed", async () => {
    expect(changed(original, bewaarWerkmap(openWerkmap(original), []))).toEqual([]);
    const werkboek = await maakBestandWerkboek(path.basename(file), original);
    expect(werkboek.bytes).toBe(original);
    expect(werkboek.isOpgeslagen).toBe(true);
  });

  it("changes only its sheet and those that calculate with it when one cell is fixed", async () => {
    const werkboek = await maakBestandWerkboek(path.basename(file), original);
    const lezing = await werkboek.lees();
    const cel = lezing.soort === "lijst" ? eersteGevulde(lezing.lijst) : null;
    if (lezing.soort !== "lijst" || !cel) return expect(lezing.soort === "lijst" ? "empty" : lezing.soort).toMatch(/empty|geen-lijst|kolom-ontbreekt|meer-lijsten/);
    expect(await werkboek.herstel([{ ...cel, waarde: "Ja", isDatum: false }])).toBe(1);
    const raakt = changed(original, werkboek.bytes);
    expect(raakt.some((name) => name.startsWith("xl/worksheets/sheet"))).toBe(true);
    expect(raakt.filter((name) => name !== "xl/workbook.xml" && !/^xl\/worksheets\/sheet\d+\.xml$/.test(name))).toEqual([]);
    expect(raakt.length).toBeLessThanOrEqual(2 + sheetsWithFormulas(original));
  });

  it("gets a sheet Verzonden beside all that was there", async () => {
    const werkboek = await maakBestandWerkboek(path.basename(file), original);
    const regel = { ontvangenOp: "1 april 2026 om 10:00", kenmerk: "MM-1", maanden: "januari 2026", wijzigingen: "Geen wijzigingen.", hash: "0", organisatie: "School" };
    await werkboek.noteerOntvangst(regel, { organisatieId: "ORG-7K3M-Q2XA", registratieId: "r" }).catch(() => undefined);
    const raakt = changed(original, werkboek.bytes);
    expect(raakt.filter((name) => STRANGE.test(name))).toEqual([]);
    const [was, is] = [parts(original), parts(werkboek.bytes)];
    expect(raakt.filter((name) => was.has(name)).every((name) => /^(\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml)$/.test(name))).toBe(true);
    expect([...was.keys()].filter((name) => !is.has(name))).toEqual([]);
  });
});

/** A cell of the list that holds something, as a fix would find it. */
function eersteGevulde({ inhoud }: Lijstinhoud): { rij: number; veld: (typeof BASISVELDEN)[number]; was: string | number | boolean } | null {
  for (const veld of BASISVELDEN) {
    const rij = inhoud[veld]?.findIndex((cel) => cel !== null && cel !== "") ?? -1;
    const was = inhoud[veld]?.[rij];
    if (was !== undefined && was !== null) return { rij, veld, was };
  }
  return null;
}

function sheetsWithFormulas(bytes: Uint8Array): number {
  const werkmap = openWerkmap(bytes);
  return werkmap.bladen.filter(({ naam }) => [...werkmap.leesBlad(naam).rijen.values()].some((cellen) => cellen.some((cel) => cel?.formule))).length;
}
