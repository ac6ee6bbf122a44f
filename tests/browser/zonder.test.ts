/**
 * The page without the add-in as a person uses it: a real file by LibreOffice is dropped, checked, fixed and sent, and the saved file
 * opens again in LibreOffice; a month later it is corrected. Also without a network, and with files that cannot be read.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { VERZONDEN_KOPRIJ } from "../../src/workbook/verzonden";
import { bewaarWerkmap, type Wijziging } from "../../src/workbook/xlsx/bewaren";
import { openWerkmap } from "../../src/workbook/xlsx/werkmap";
import { ALLE_BLADEN, zetOm } from "../libreoffice/libreoffice";
import { geefUitvoer, voegOrganisatieToe } from "./beheer";
import { type Omgeving, startOmgeving } from "./omgeving";
import { verwachtToegankelijk } from "./toegankelijk";

jest.setTimeout(180_000);

const LIST = path.resolve(__dirname, "../werkmappen/libreoffice-eigen-lijst-rij-37.xlsx");
const SHEET = "2026";
/** The file's name and what stands in its cells: none of it may leave the browser. */
const FILE_NAME = "Kanariebestand.xlsx";
const STAYS = /Kanarie/;
const folder = mkdtempSync(path.join(tmpdir(), "meldcode-zonder-"));
let omgeving: Omgeving;
const problems: string[] = [];

beforeAll(async () => {
  omgeving = await startOmgeving();
});
afterAll(async () => {
  await omgeving?.close();
  rmSync(folder, { recursive: true, force: true });
  expect(problems).toEqual([]);
});

/** A day as a file holds it. */
const day = (iso: string): number => Date.parse(iso) / 86_400_000 + 25_569;

const change = (bytes: Uint8Array, ...changes: readonly (readonly [cell: readonly [sheet: string, row: number, column: number], value: string | number])[]): Uint8Array =>
  bewaarWerkmap(openWerkmap(bytes), changes.map(([[blad, rij, kolom], waarde]): Wijziging => ({ soort: "cel", blad, rij, kolom, waarde })));

async function visit(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) problems.push(message.text());
  });
  // Chromium's own picker cannot be driven; without it the page falls back on a file input.
  await page.addInitScript(() => void Reflect.deleteProperty(window, "showOpenFilePicker"));
  await page.goto(`${omgeving.url}/controleren`);
  return page;
}

/** As if it was dragged from a folder onto the page. */
async function drop(page: Page, bytes: Uint8Array, name = FILE_NAME): Promise<void> {
  await page.evaluate(
    ([base64, fileName]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64 ?? ""), (c) => c.charCodeAt(0))], fileName ?? ""));
      document.querySelector("main")?.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
    },
    [Buffer.from(bytes).toString("base64"), name],
  );
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" }).first();

function save(page: Page): Promise<Uint8Array> {
  return downloaded(page, () => button(page, "Bestand bewaren").click());
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<Uint8Array> {
  const download = page.waitForEvent("download");
  await press();
  const file = path.join(folder, `bewaard-${Date.now()}.xlsx`);
  await (await download).saveAs(file);
  return new Uint8Array(readFileSync(file));
}

/** Every sheet as LibreOffice shows it, by the sheet's name. */
function inLibreOffice(bytes: Uint8Array, name: string): Record<string, string> {
  const file = path.join(folder, `${name}.xlsx`);
  writeFileSync(file, bytes);
  zetOm(folder, ALLE_BLADEN, [file], folder);
  return Object.fromEntries(openWerkmap(bytes).bladen.map(({ naam }) => [naam, readFileSync(path.join(folder, `${name}-${naam}.csv`), "utf8")]));
}

async function activate(page: Page, code: string): Promise<void> {
  await page.getByLabel("Activeringscode").fill(code);
  await button(page, "Activeren").click();
}

test("a list is checked, fixed and sent, the saved file is whole, and a later month is a correction", async () => {
  const { activeringscode } = await voegOrganisatieToe(omgeving.dataFolder, "Buurtteam Proef", "maatschappelijke-ondersteuning");
  const context = await omgeving.context({ viewport: { width: 1100, height: 900 }, acceptDownloads: true });
  const page = await visit(context);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ""}`));

  await drop(page, change(new Uint8Array(readFileSync(LIST)), [[SHEET, 38, 5], "Kanarienotitie"], [[SHEET, 38, 10], "Kanarie-1"]));
  await activate(page, activeringscode);
  await page.getByText("3 fouten in 3 rijen").waitFor();
  await page.getByText(FILE_NAME).waitFor();

  // In place of a jump: the row, in a window of its own.
  await page.getByRole("button", { name: "Ga naar cel D40" }).click();
  const window = page.getByRole("dialog");
  await window.getByText("Cel D40").waitFor();
  await window.getByRole("button", { name: "Sluiten" }).click();
  await window.waitFor({ state: "detached" });

  await page.getByText("Tips", { exact: true }).click();
  await page.getByText("Tip: Datum staat er als tekst").click();
  await button(page, /^Herstel alle/).click();
  await page.getByText("Nog niet bewaard").waitFor();
  const fixed = await save(page);
  await page.getByText("Bewaard", { exact: true }).waitFor();

  // What no button can mend is mended in Excel or LibreOffice, and the file is dropped again.
  const mended = change(fixed, [[SHEET, 40, 4], "Intern"], [[SHEET, 41, 6], day("2026-05-20")], [[SHEET, 42, 9], day("2026-06-20")]);
  await drop(page, mended);
  await page.getByText("Klaar om te verzenden").waitFor();
  await button(page, "Verzenden").click();
  await page.getByText("Ontvangen door de gemeente").waitFor();
  await page.getByText("het bestand is nog niet bewaard").waitFor();
  const saved = await save(page);
  await page.getByText("Het ontvangstbewijs staat op het blad Verzonden.").waitFor();

  const before = inLibreOffice(mended, "voor");
  const after = inLibreOffice(saved, "na");
  expect(after[SHEET]).toBe(before[SHEET]);
  expect(after["Verzonden"]).toMatch(/MM-\d{4}-/);

  // A month later a case of an older month is closed.
  const later = change(saved, [[SHEET, 40, 7], "Hulp"], [[SHEET, 40, 9], day("2026-08-01")]);
  await drop(page, later);
  await page.getByText("Klaar om te verzenden").waitFor();
  await button(page, "Verzenden").click();
  await button(page, "Correctie verzenden").click();
  await page.getByText("Ontvangen door de gemeente").waitFor();
  expect(inLibreOffice(await save(page), "later")["Verzonden"]?.match(/MM-\d{4}-/g)).toHaveLength(2);

  expect(requests.some((request) => request.includes('"schema":"registratie/1"'))).toBe(true);
  expect(requests.filter((request) => STAYS.test(request))).toEqual([]);
  expect(`${await geefUitvoer(omgeving.dataFolder)}${omgeving.log()}`).not.toMatch(STAYS);
  await context.close();
});

/** A list of ours without errors. */
const SCHOOL = path.resolve(__dirname, "../werkmappen/libreoffice-tabel-meldcode.xlsx");

async function newOrganisation(name: string): Promise<string> {
  return (await voegOrganisatieToe(omgeving.dataFolder, name, "onderwijs")).activeringscode;
}

test("after one visit the page opens and checks without a network, and what waited goes when it is back", async () => {
  const context = await omgeving.context({ viewport: { width: 1100, height: 900 } });
  const page = await visit(context);
  await drop(page, new Uint8Array(readFileSync(SCHOOL)));
  await activate(page, await newOrganisation("School zonder net"));
  await page.getByText("Klaar om te verzenden").waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  await context.setOffline(true);
  await page.reload();
  await drop(page, new Uint8Array(readFileSync(SCHOOL)));
  await page.getByText(/Geen fouten gevonden|Klaar om te verzenden/).waitFor();
  await button(page, "Verzenden").click();
  await page.getByText("Geen verbinding met de gemeente").waitFor();
  await page.getByText("Er is nog niets verzonden").waitFor();
  // The help and the row of a cell are there too.
  await button(page, "Hulp").click();
  await page.getByText("Werken zonder invoegtoepassing").first().waitFor();
  await button(page, "Terug").click();

  await context.setOffline(false);
  await page.getByText("Ontvangen door de gemeente").waitFor();
  await context.close();
});

test("a file that was not saved after its receipt is found again, and not sent as another list", async () => {
  const context = await omgeving.context({ viewport: { width: 1100, height: 900 }, acceptDownloads: true });
  const page = await visit(context);
  const original = new Uint8Array(readFileSync(SCHOOL));
  await drop(page, original);
  await activate(page, await newOrganisation("School die niet bewaart"));
  await button(page, "Verzenden").click();
  await page.getByText("Ontvangen door de gemeente").waitFor();
  const kenmerk = await page.getByText(/MM-\d{4}-/).first().innerText();

  // The browser asks before the page is left.
  const asked = page.waitForEvent("dialog");
  void page.reload().catch(() => undefined);
  await (await asked).accept();
  await page.getByText("Controleren en verzenden zonder invoegtoepassing").waitFor();

  await drop(page, original);
  await page.getByText("Alles is verzonden").waitFor();
  await page.getByText("het bestand is nog niet bewaard").waitFor();
  const saved = await save(page);
  expect(openWerkmap(saved).leesBlad("Verzonden").rijen.get(VERZONDEN_KOPRIJ + 1)?.[2]?.waarde).toBe(kenmerk.match(/MM-[-\w]+/)?.[0]);
  await context.close();
});

test("what was changed goes back into the very file, unless that was changed elsewhere meanwhile", async () => {
  const context = await omgeving.context({ viewport: { width: 1100, height: 900 } });
  const page = await visit(context);
  // One answer in other words, so that there is something to fix.
  const original = change(new Uint8Array(readFileSync(SCHOOL)), [["Zaken", 6, 9], "j"]);
  // A real file handle, of the browser's own file system: the picker itself cannot be driven.
  await page.evaluate(async (base64) => {
    const folder = await navigator.storage.getDirectory();
    const file = await folder.getFileHandle("school.xlsx", { create: true });
    const stream = await file.createWritable();
    await stream.write(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
    await stream.close();
    Reflect.set(window, "showOpenFilePicker", async () => [file]);
  }, Buffer.from(original).toString("base64"));
  const onDisk = async (): Promise<Uint8Array> => {
    const base64 = await page.evaluate(async () => {
      const file = await (await (await navigator.storage.getDirectory()).getFileHandle("school.xlsx")).getFile();
      return btoa(Array.from(new Uint8Array(await file.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(""));
    });
    return new Uint8Array(Buffer.from(base64, "base64"));
  };

  await button(page, "Bestand kiezen").focus();
  await page.keyboard.press("Enter");
  await activate(page, await newOrganisation("School die terugschrijft"));
  await button(page, "Verzenden").click();
  await page.getByText("Ontvangen door de gemeente").waitFor();
  await button(page, "Bestand bewaren").click();
  await page.getByText("Bewaard in uw eigen bestand.").waitFor();
  expect(openWerkmap(await onDisk()).bladen.map(({ naam }) => naam)).toContain("Verzonden");

  await page.getByText("Tips", { exact: true }).click();
  await page.getByText("Tip: Antwoord anders geschreven").click();
  await page.getByRole("button", { name: /^(Maak er|Herstel)/ }).first().click();
  await page.getByText("Nog niet bewaard").waitFor();
  await page.evaluate(async () => {
    const stream = await (await (await navigator.storage.getDirectory()).getFileHandle("school.xlsx")).createWritable();
    await stream.write("in Excel gewijzigd");
    await stream.close();
  });
  await button(page, "Bestand bewaren").click();
  await page.getByText("Het is niet overschreven").waitFor();
  expect(Buffer.from(await onDisk()).toString()).toBe("in Excel gewijzigd");
  await context.close();
});

test("a file that cannot be read gets one sentence, and another may be dropped at once", async () => {
  const context = await omgeving.context({ viewport: { width: 1100, height: 900 } });
  const page = await visit(context);
  const whole = new Uint8Array(readFileSync(SCHOOL));
  const files: readonly (readonly [name: string, bytes: Uint8Array, sentence: RegExp])[] = [
    ["leeg.xlsx", new Uint8Array(), /leeg \(0 bytes\)/],
    ["half.xlsx", whole.subarray(0, whole.length / 2), /beschadigd of niet volledig/],
    ["geheim.xlsx", new Uint8Array(readFileSync(path.resolve(__dirname, "../werkmappen/onleesbaar/libreoffice-wachtwoord.xlsx"))), /wachtwoord/],
    ["brief.pdf", new TextEncoder().encode("%PDF-1.7"), /geen Excel-werkmap/],
  ];
  for (const [name, bytes, sentence] of files) {
    await drop(page, bytes, name);
    const alert = page.getByRole("alert");
    await alert.getByText(`${name} kan niet worden gelezen`).waitFor();
    expect(await alert.innerText()).toMatch(sentence);
  }
  // 200 MB: told by its size, without reading it.
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Blob(Array.from({ length: 200 }, () => new Uint8Array(2 ** 20)))], "groot.xlsx"));
    document.querySelector("main")?.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  await page.getByText("te groot om veilig te openen").waitFor();
  await verwachtToegankelijk(page);
  await drop(page, whole, "school.xlsx");
  await page.getByLabel("Activeringscode").waitFor();
  await verwachtToegankelijk(page);
  expect(await page.getByRole("alert").innerText()).toBe("");
  await context.close();
});

test("another file is not opened over changes that are not saved, unless the user says so", async () => {
  const context = await omgeving.context({ viewport: { width: 1100, height: 900 }, acceptDownloads: true });
  const page = await visit(context);
  const school = new Uint8Array(readFileSync(SCHOOL));
  await drop(page, change(school, [["Zaken", 6, 9], "j"]), "een.xlsx");
  await activate(page, await newOrganisation("School met twee bestanden"));
  await page.getByText("Tips", { exact: true }).click();
  await page.getByText("Tip: Antwoord anders geschreven").click();
  await page.getByRole("button", { name: /^(Maak er|Herstel)/ }).first().click();
  await page.getByText("Nog niet bewaard").waitFor();

  await drop(page, school, "twee.xlsx");
  await page.getByText("een.xlsx is nog niet bewaard").waitFor();
  await button(page, "Hier blijven").click();
  await page.getByText("een.xlsx is nog niet bewaard").waitFor({ state: "detached" });
  await drop(page, school, "twee.xlsx");
  const download = page.waitForEvent("download");
  await button(page, "Eerst bewaren").click();
  expect((await download).suggestedFilename()).toBe("een.xlsx");
  await page.getByText("twee.xlsx").waitFor();
  await page.getByText("Niets gewijzigd").waitFor();
  await context.close();
});

test("who has no list yet gets the ready-made workbook with the columns that are asked", async () => {
  const context = await omgeving.context();
  const page = await visit(context);
  const given = await downloaded(page, () => page.getByRole("link", { name: "kant-en-klare werkmap" }).click());
  expect(Buffer.from(given).equals(readFileSync(path.resolve(__dirname, "../../assets/registratie.xlsx")))).toBe(true);
  await context.close();
});

test("the page may be framed by nobody, runs nothing from elsewhere, and keeps no service worker for other pages", async () => {
  const response = await fetch(`${omgeving.url}/controleren`);
  expect(response.headers.get("x-frame-options")).toBe("DENY");
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain("unsafe");
  expect((await fetch(`${omgeving.url}/controleren-werker.js`)).headers.get("cache-control")).toBe("no-cache");
  expect(await response.text()).not.toContain("office");
});

test("a list of one's own is mapped as in the pane; the month after, two actions are enough", async () => {
  const context = await omgeving.context({ viewport: { width: 1100, height: 900 }, acceptDownloads: true });
  const page = await visit(context);
  // The dates in the list lie before this.
  await page.clock.setFixedTime(new Date("2026-06-15T10:00:00+02:00"));
  await drop(page, new Uint8Array(readFileSync(path.resolve(__dirname, "../eigenlijsten/basisschool.xlsx"))), "eigen.xlsx");
  await activate(page, await newOrganisation("School met een eigen lijst"));
  await button(page, "Eigen lijst gebruiken").click();
  await page.getByRole("radio", { name: /^Datum/ }).click();
  await page.getByLabel(/^Zorgmelding/).selectOption("Melding");
  await button(page, "Zo klopt het").click();
  await button(page, "Deze lijst gebruiken").click();
  await page.getByText("Klaar om te verzenden").waitFor();
  await button(page, "Verzenden").click();
  await page.getByText("Ontvangen door de gemeente").waitFor();
  const saved = await save(page);
  expect(openWerkmap(saved).bladen.map(({ naam }) => naam)).toEqual(expect.arrayContaining(["Koppeling", "Verzonden"]));

  // The month after: a row was typed in Excel. The file is dropped, and Verzenden pressed.
  await page.clock.setFixedTime(new Date("2026-07-10T10:00:00+02:00"));
  const sheet = openWerkmap(saved).bladen[0]?.naam ?? "";
  const row = ["4163", "2b", day("2026-07-02"), "j", "ja", "intern", "Zorgmelding", day("2026-07-08")];
  await drop(page, change(saved, ...row.map((value, i) => [[sheet, 14, i + 1], value] as const)), "eigen.xlsx");
  await button(page, "Verzenden").click();
  await page.getByText("Ontvangen door de gemeente").waitFor();
  await context.close();
});

test("a csv is checked and sent, and saved as a workbook that can hold the receipt", async () => {
  const context = await omgeving.context({ viewport: { width: 1100, height: 900 }, acceptDownloads: true });
  const page = await visit(context);
  const csv = "Kenmerk;Startdatum;SISA-signaal;Consultatie;Stap 5;Einddatum\r\n0012;5-1-2026;Ja;Intern;Hulp;3-2-2026\r\n13;6-1-2026;Ja;Geen;;\r\n";
  await drop(page, new TextEncoder().encode(csv), "export.csv");
  await activate(page, await newOrganisation("School met een csv"));
  await page.getByText("bewaard als nieuw bestand export.xlsx").waitFor();
  await button(page, "Verzenden").click();
  await page.getByText("Ontvangen door de gemeente").waitFor();
  await verwachtToegankelijk(page);
  const saved = await save(page);
  await drop(page, saved, "export.xlsx");
  await page.getByText("Alles is verzonden").waitFor();
  await context.close();
});
