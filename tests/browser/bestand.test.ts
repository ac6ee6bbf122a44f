/** A real .xlsx, made by LibreOffice: opened in the workbook, checked, sent, saved, and opened again in LibreOffice. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openWerkmap } from "../../src/workbook/xlsx/werkmap";
import { geefUitvoer, voegOrganisatieToe } from "./beheer";
import { ALLE_BLADEN, zetOm } from "../libreoffice/libreoffice";
import { type Omgeving, startOmgeving } from "./omgeving";

jest.setTimeout(180_000);

const ORIGINAL = path.resolve(__dirname, "../werkmappen/libreoffice-tabel-meldcode.xlsx");
/** The file's name, its sheets and what stands in its free columns: none of it may leave the browser. */
const FILE_NAME = "Kanariebestand.xlsx";
const STAYS = /Kanariebestand|Zaken/;
const folder = mkdtempSync(path.join(tmpdir(), "meldcode-bestand-"));
const SAVED = path.join(folder, "bewaard.xlsx");
let omgeving: Omgeving;

beforeAll(async () => {
  omgeving = await startOmgeving();
});
afterAll(async () => {
  await omgeving?.close();
  rmSync(folder, { recursive: true, force: true });
});

function formules(file: string): string[] {
  const werkmap = openWerkmap(readFileSync(file));
  return werkmap.bladen.flatMap(({ naam }) =>
    [...werkmap.leesBlad(naam).rijen].flatMap(([rij, cellen]) =>
      [...cellen.entries()].flatMap(([kolom, cel]) => (cel?.formule ? [`${naam} r${rij}k${kolom} ${cel.formule} (${werkmap.opmaak(cel.stijl).getalnotatie})`] : [])),
    ),
  );
}

/** The sheet of the list as LibreOffice shows it, with formats applied. */
function inLibreOffice(file: string): string {
  zetOm(folder, ALLE_BLADEN, [file], folder);
  return readFileSync(path.join(folder, `${path.basename(file, ".xlsx")}-Zaken.csv`), "utf8");
}

test("the list in it is read where it stands, sent, and everything else in the file stays as it was", async () => {
  const { activeringscode } = await voegOrganisatieToe(omgeving.dataFolder, "Welzijn Proef", "maatschappelijke-ondersteuning");
  const context = await omgeving.context({ viewport: { width: 1400, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ""}`));
  await page.goto(omgeving.url);
  const pane = page.frameLocator("iframe").first();
  await pane.getByLabel("Activeringscode").fill(activeringscode);

  const choose = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Openen" }).click();
  await (await choose).setFiles({ name: FILE_NAME, mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: readFileSync(ORIGINAL) });
  await page.getByRole("tab", { name: "Zaken" }).waitFor();
  await pane.getByLabel("Activeringscode").fill(activeringscode);
  await pane.getByRole("button", { name: "Activeren", exact: true }).click();
  await pane.getByText("Klaar om te verzenden").waitFor();

  await pane.getByRole("button", { name: "Verzenden", exact: true }).click();
  await pane.getByText("Ontvangen door de gemeente").waitFor();
  await page.getByRole("tab", { name: "Verzonden" }).waitFor();

  expect(requests.some((request) => request.includes('"schema":"registratie/1"'))).toBe(true);
  expect(requests.filter((request) => STAYS.test(request))).toEqual([]);
  expect(`${await geefUitvoer(omgeving.dataFolder)}${omgeving.log()}`).not.toMatch(STAYS);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Opslaan" }).click();
  await (await download).saveAs(SAVED);

  expect(formules(SAVED)).toEqual(formules(ORIGINAL));
  expect(formules(ORIGINAL).length).toBeGreaterThan(3);
  expect(inLibreOffice(SAVED)).toBe(inLibreOffice(ORIGINAL));
  expect(openWerkmap(readFileSync(SAVED)).bladen.map(({ naam }) => naam)).toContain("Verzonden");
});
