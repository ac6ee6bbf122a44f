/**
 * @jest-environment jsdom
 */
/** A file goes from the page to Excel with the add-in and back: whichever wrote the sheets Verzonden and Koppeling, the other reads on. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { TextDecoder, TextEncoder } from "node:util";
import type { Koppeling } from "../../src/meldcode/koppeling/koppeling";
import { type Kolominhoud, BASISVELDEN } from "../../src/meldcode/veld";
import { bewaarBestand, openBestand } from "../../src/standin/bestand/bestand";
import { maakBestandWerkboek } from "../../src/workbook/bestand/bestandWerkboek";
import type { Verzondenregel } from "../../src/workbook/werkboek";
import { openWerkmap } from "../../src/workbook/xlsx/werkmap";
import { alsLijst, Opstelling } from "../werkboek/werkboek";

// jsdom has neither.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const lees = (pad: string) => new Uint8Array(readFileSync(path.join(__dirname, "..", pad)));
const ONZE = "werkmappen/libreoffice-tabel-meldcode.xlsx";
const VERBINDING = { organisatieId: "ORG-7K3M-Q2XA", registratieId: "11111111-1111-4111-8111-111111111111" };
const regel = (kenmerk: string): Verzondenregel => ({ ontvangenOp: "1 april 2026 om 10:00", kenmerk, maanden: "januari 2026", wijzigingen: "januari 2026: 1 gestart, 0 afgesloten.", hash: "0123", organisatie: "De Linde" });

async function opPagina(bytes: Uint8Array, ...kenmerken: string[]): Promise<Uint8Array> {
  const werkboek = await maakBestandWerkboek("a.xlsx", bytes);
  for (const kenmerk of kenmerken) await werkboek.noteerOntvangst(regel(kenmerk), VERBINDING).catch(() => undefined);
  return werkboek.bytes;
}

/** `doe` in Excel with the add-in; answers the file as Excel saves it. */
async function inExcel(bytes: Uint8Array, doe: (opstelling: Opstelling) => Promise<unknown>): Promise<Uint8Array> {
  const bestand = openBestand(bytes, "a.xlsx");
  await doe(new Opstelling({ werkmap: bestand.werkmap }));
  return bewaarBestand(bestand);
}

/** Excel tells an empty cell as an empty text, a file as nothing. */
function zonderLeeg(inhoud: Kolominhoud): unknown {
  return BASISVELDEN.map((veld) => inhoud[veld]?.map((cel) => (cel === "" ? null : cel)) ?? null);
}

/** The sheet as text, cell by cell. */
function blad(bytes: Uint8Array, naam: string): string[] {
  return Array.from(openWerkmap(bytes).leesBlad(naam).rijen).flatMap(([rij, cellen]) => cellen.flatMap((cel, kolom) => (cel?.waarde === null || cel === undefined ? [] : [`${rij},${kolom}: ${cel.waarde}`])));
}

it("reads in Excel what the page wrote, and writes the next receipt below it", async () => {
  const vanPagina = await opPagina(lees(ONZE), "MM-1");
  const terug = await inExcel(vanPagina, async ({ werkboek }) => {
    expect(await werkboek.lees()).toMatchObject({ verzonden: { verbindingen: [VERBINDING], kenmerken: ["MM-1"] } });
    expect(await werkboek.noteerOntvangst(regel("MM-2"), VERBINDING)).toBe("Verzonden");
  });
  expect(await (await maakBestandWerkboek("a.xlsx", terug)).lees()).toMatchObject({ verzonden: { verbindingen: [VERBINDING, VERBINDING], kenmerken: ["MM-1", "MM-2"] } });
});

it("reads on the page what Excel wrote, and writes the next receipt below it", async () => {
  const vanExcel = await inExcel(lees(ONZE), ({ werkboek }) => werkboek.noteerOntvangst(regel("MM-1"), VERBINDING));
  const terug = await opPagina(vanExcel, "MM-2");
  await inExcel(terug, async ({ werkboek }) => {
    expect(await werkboek.lees()).toMatchObject({ verzonden: { verbindingen: [VERBINDING, VERBINDING], kenmerken: ["MM-1", "MM-2"] } });
  });
});

it("makes the sheet Verzonden exactly as Excel does", async () => {
  const vanExcel = await inExcel(lees(ONZE), ({ werkboek }) => werkboek.noteerOntvangst(regel("MM-1"), VERBINDING));
  const vanPagina = await opPagina(lees(ONZE), "MM-1");
  expect(blad(vanPagina, "Verzonden")).toEqual(blad(vanExcel, "Verzonden"));
  const tabel = (bytes: Uint8Array) => openWerkmap(bytes).tabellen.filter(({ naam }) => naam === "MeldcodeVerzonden").map(({ blad: op, bereik, kolommen }) => ({ op, bereik, kolommen }));
  expect(tabel(vanPagina)).toEqual(tabel(vanExcel));
  const breedtes = (bytes: Uint8Array) => openWerkmap(bytes).leesBlad("Verzonden").kolommen.map(({ van, tot, breedte }) => [van, tot, Math.round(breedte ?? 0)]);
  expect(breedtes(vanPagina)).toEqual(breedtes(vanExcel));
});

it("reads the same list in both, with a fix made on the page", async () => {
  const werkboek = await maakBestandWerkboek("a.xlsx", lees(ONZE));
  const was = alsLijst(await werkboek.lees()).inhoud.sisa?.[0] ?? null;
  await werkboek.herstel([{ rij: 0, veld: "sisa", was, waarde: "Nee", isDatum: false }]);
  const opPaginaGelezen = alsLijst(await werkboek.lees());
  await inExcel(werkboek.bytes, async (excel) => {
    const lijst = alsLijst(await excel.werkboek.lees());
    expect(zonderLeeg(lijst.inhoud)).toEqual(zonderLeeg(opPaginaGelezen.inhoud));
    expect(lijst.plaats(0, "sisa")).toEqual(opPaginaGelezen.plaats(0, "sisa"));
  });
});

describe("an own list with the sheet Koppeling", () => {
  const KOPPELING: Koppeling = {
    schema: "koppeling/1",
    bereiken: [{ blad: "Zaken", koprij: 5 }],
    velden: { startdatum: { kolommen: [{ kop: "Startdatum" }] }, stap5: { kolommen: [{ kop: "Stap 5" }] } },
    filters: [],
  };

  it("is read the same in Excel and on the page, whoever wrote the sheet", async () => {
    const werkboek = await maakBestandWerkboek("a.xlsx", lees(ONZE));
    const lijst = alsLijst(await werkboek.bewaarKoppeling(KOPPELING));
    const vanExcel = await inExcel(werkboek.bytes, async (excel) => {
      const gelezen = alsLijst(await excel.werkboek.lees());
      expect(zonderLeeg(gelezen.inhoud)).toEqual(zonderLeeg(lijst.inhoud));
      expect(gelezen.gekoppeld).toEqual(lijst.gekoppeld);
      await excel.werkboek.bewaarKoppeling({ ...KOPPELING, zelfdeZaak: false });
    });
    const terug = alsLijst(await (await maakBestandWerkboek("a.xlsx", vanExcel)).lees());
    expect(terug.inhoud).toEqual(lijst.inhoud);
    expect(terug.gekoppeld?.koppeling).toEqual({ ...KOPPELING, zelfdeZaak: false });
  });
});
