import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serie } from "../../meldcode/testtaal";
import { type Celwaarde, type Wijziging, bewaarWerkmap, nieuweWerkmap } from "../../workbook/xlsx/werkmap";
import { voerUit } from "../controleer";

const map = mkdtempSync(join(tmpdir(), "eigenlijst-"));
afterAll(() => rmSync(map, { recursive: true }));

async function draai(...argumenten: string[]) {
  const uit: string[] = [];
  const fout: string[] = [];
  const code = await voerUit([...argumenten, "--peildatum", "2026-06-15"], new Date(0), { uit: (tekst) => uit.push(tekst), fout: (tekst) => fout.push(tekst) });
  return { code, uit: uit.join("\n"), fout: fout.join("\n"), json: () => JSON.parse(uit.join("\n")) };
}

let teller = 0;
function bestand(inhoud: string | Uint8Array, extensie: string): string {
  const naam = join(map, `${teller++}.${extensie}`);
  writeFileSync(naam, inhoud);
  return naam;
}
const json = (inhoud: unknown) => bestand(JSON.stringify(inhoud), "json");

function blad(naam: string, rijen: readonly (readonly Celwaarde[])[]): Wijziging[] {
  return rijen.flatMap((cellen, r) => cellen.map((waarde, k): Wijziging => ({ soort: "cel", blad: naam, rij: r + 1, kolom: k + 1, waarde })));
}

const KOPPELING = {
  schema: "koppeling/1",
  bereiken: [{ blad: "csv", koprij: 3 }],
  velden: {
    startdatum: { kolommen: [{ kop: "Datum gestart" }] },
    sisa: { kolommen: [{ kop: "Signaal", waarden: { afgegeven: "ja" } }] },
    consultatie: { kolommen: [{ kop: "Overleg", waarden: { ja: "ja" } }, { kop: "Met" }] },
    stap5: { kolommen: [{ kop: "Vervolg", waarden: { "wijkteam ingeschakeld": "hulp" } }] },
    einddatum: { kolommen: [{ kop: "Klaar" }] },
  },
  filters: [{ kop: "Datum gestart", weglaten: ["totaal"] }],
};
const CSV = 'Ons overzicht\r\n\r\nDatum gestart;Notitie;Signaal;Overleg;Met;Vervolg;Klaar\r\n5-1-2026;"twee\r\nregels";Afgegeven;ja;intern;Wijkteam ingeschakeld;20-1-2026\r\n7-2-2026;;afgegeven;ja;;melden;1-3-2026\r\nTotaal;;2;;;;\r\n';

describe("controleer --koppeling", () => {
  it("checks a csv, with findings on its own cells: the row is the line on which the record starts", async () => {
    const { code, json: lees } = await draai(bestand(CSV, "csv"), "--json", "--koppeling", json(KOPPELING));
    expect(code).toBe(1);
    expect(lees()).toMatchObject({ blad: "csv", tabel: null, kolommen: { consultatie: "Overleg" }, rijen: 2, weggelaten: 1, registratie: null });
    expect(lees().bevindingen).toEqual([
      { code: "consultatie-ongeldig", ernst: "fout", blad: "csv", cel: "D6", rij: 6, veld: "consultatie", melding: expect.any(String) },
      { code: "waarde-anders-geschreven", ernst: "tip", blad: "csv", cel: "F6", rij: 6, veld: "stap5", melding: expect.any(String) },
    ]);
  });

  it("counts several sheets of a workbook as one list, .xlsm too", async () => {
    const kop = ["Start", "SISA", "Consultatie", "Stap 5", "Einddatum"];
    const rij = (dag: string) => [serie(dag), "Ja", "Intern", "Hulp", serie("1-3-2026")];
    const werkmap = bewaarWerkmap(nieuweWerkmap(), [{ soort: "blad-toevoegen", naam: "feb" }, ...blad("Blad1", [kop, rij("5-1-2026")]), ...blad("feb", [kop, [...rij("5-2-2026").slice(0, 4), "?"], rij("9-2-2026")])]);
    const koppeling = { schema: "koppeling/1", bereiken: [{ blad: "Blad1", koprij: 1 }, { blad: "feb", koprij: 1 }], velden: Object.fromEntries(["startdatum", "sisa", "consultatie", "stap5", "einddatum"].map((veld, i) => [veld, { kolommen: [{ kop: kop[i] }] }])) };
    const pad = bestand(werkmap, "xlsm");
    const uitslag = (await draai(pad, "--json", "--koppeling", json(koppeling))).json();
    expect(uitslag).toMatchObject({ blad: "Blad1", bladen: ["Blad1", "feb"], rijen: 3, bevindingen: [{ code: "einddatum-ongeldig", blad: "feb", cel: "E2" }] });
    const { uit } = await draai(pad, "--koppeling", json(koppeling));
    expect(uit).toContain("(bladen Blad1 en feb)");
    expect(uit).toContain("feb!E2");
  });

  it("tells of a word that the mapping does not know", async () => {
    const { fout, code } = await draai(bestand(CSV.replace("melden", "Zorgmelding").replace("ja;;", "ja;extern;"), "csv"), "--koppeling", json(KOPPELING));
    expect([code, fout]).toEqual([1, expect.stringContaining('In de kolom "Vervolg" staat een nieuwe waarde: "Zorgmelding" (F6)')]);
  });

  it.each<[string, unknown, string]>([
    ["a sheet that is not there", { ...KOPPELING, bereiken: [{ blad: "2025", koprij: 3 }] }, 'De koppeling leest blad "2025", maar dat is er niet'],
    ["a column that is not there", { ...KOPPELING, filters: [{ kop: "Soort", weglaten: ["x"] }] }, 'leest de kolom "Soort", maar die staat niet in rij 3'],
    ["a mapping without a start date", { ...KOPPELING, velden: {} }, "de inhoud klopt niet (velden.startdatum)"],
    ["a value that does not exist", { ...KOPPELING, velden: { ...KOPPELING.velden, sisa: { kolommen: [{ kop: "Signaal", waarden: { afgegeven: "misschien" } }] } } }, "de inhoud klopt niet (velden.sisa.kolommen.0.waarden.afgegeven)"],
  ])("refuses %s in one sentence, exit code 2", async (_, koppeling, zin) => {
    const { code, uit, fout } = await draai(bestand(CSV, "csv"), "--json", "--koppeling", json(koppeling));
    expect([code, uit]).toEqual([2, ""]);
    expect(fout).toContain(zin);
    expect(fout).not.toMatch(/\n|Error|undefined/);
  });
});

it.each<[string, string[], string]>([
  ["--blad beside a mapping", ["--koppeling", "k.json", "--blad", "x"], "gaan niet samen met een koppeling"],
  ["--kolommen beside a proposal", ["--stel-koppeling-voor", "--kolommen", "k.json"], "gaan niet samen met een koppeling"],
  ["a proposal with open questions", ["--koppeling", json({ koppeling: { schema: "koppeling/1", bereiken: [{ blad: "csv", koprij: 1 }], velden: {} }, vragen: [{ soort: "zelfde-zaak", zin: "Is dat dezelfde zaak?" }] })], "nog een vraag zonder antwoord"],
])("refuses %s in one sentence, exit code 2", async (_, opties, zin) => {
  const { code, uit, fout } = await draai(bestand(CSV, "csv"), ...opties);
  expect([code, uit]).toEqual([2, ""]);
  expect(fout).toContain(zin);
});

it("says the proposal in words, the certain first and then the questions", async () => {
  const { uit, code } = await draai(bestand(CSV, "csv"), "--stel-koppeling-voor");
  expect(code).toBe(0);
  expect(uit).toContain('- Startdatum: kolom A, "Datum gestart", 98% zeker (5-1-2026; 7-2-2026)');
  expect(uit).toContain('weggelaten: rijen met "totaal" in de kolom "Datum gestart"');
  expect(uit).toMatch(/1\. .+\?/);
});

it("says in one sentence that a file holds no list", async () => {
  const { fout, code } = await draai(bestand("Naam;Adres\na;b\n", "csv"), "--stel-koppeling-voor", "--json");
  expect([code, fout]).toEqual([2, expect.stringContaining("Er is geen lijst herkend")]);
});
