import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serie } from "../../meldcode/testtaal";
import { type Wijziging, bewaarWerkmap } from "../../workbook/xlsx/bewaren";
import { type Celwaarde, nieuweWerkmap } from "../../workbook/xlsx/werkmap";
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

  it("reads what policy asks besides, and leaves what it does not ask", async () => {
    const csv = "Start;Signaal;Consultatie;Stap 5;Einddatum;Leeftijd jongste\r\n5-1-2026;onzin;Intern;Hulp;20-1-2026;7\r\n6-1-2026;onzin;Intern;Hulp;20-1-2026;onbekend\r\n";
    const velden = { startdatum: "Start", sisa: "Signaal", consultatie: "Consultatie", stap5: "Stap 5", einddatum: "Einddatum", leeftijdsgroep: "Leeftijd jongste" };
    const metOpen = { kolommen: [{ kop: velden.leeftijdsgroep, waarden: { onbekend: "open" } }] };
    const koppeling = { schema: "koppeling/1", bereiken: [{ blad: "csv", koprij: 1 }], velden: { ...Object.fromEntries(Object.entries(velden).map(([veld, kop]) => [veld, { kolommen: [{ kop }] }])), leeftijdsgroep: metOpen } };
    const beleid = { minimum: 1, sisaLabel: null, extraIndicatoren: [{ indicator: "leeftijdsgroep", vanaf: "2026-01" }] };
    const { code, json: lees } = await draai(bestand(csv, "csv"), "--json", "--koppeling", json(koppeling), "--beleid", json(beleid));
    expect(code).toBe(0);
    expect(lees()).toMatchObject({ kolommen: { leeftijdsgroep: "Leeftijd jongste" }, bevindingen: [{ code: "leeftijdsgroep-ontbreekt", cel: "F3" }], registratie: { uitsplitsingen: [{ aantal: 2, leeftijdsgroep: { j4tot11: 1, onbekend: 1 } }] } });
    expect(lees().kolommen).not.toHaveProperty("sisa");
    expect(lees().registratie.uitsplitsingen[0]).not.toHaveProperty("sisa");
  });

  it("tells of a word that the mapping does not know", async () => {
    const { fout, code } = await draai(bestand(CSV.replace("melden", "Zorgmelding").replace("ja;;", "ja;extern;"), "csv"), "--koppeling", json(KOPPELING));
    expect([code, fout]).toEqual([1, expect.stringContaining('In de kolom ‘Vervolg’ staat een nieuwe waarde: ‘Zorgmelding’ (F6)')]);
  });

  it.each<[string, unknown, string]>([
    ["a sheet that is not there", { ...KOPPELING, bereiken: [{ blad: "2025", koprij: 3 }] }, 'De koppeling leest blad ‘2025’, maar dat is er niet'],
    ["a column that is not there", { ...KOPPELING, filters: [{ kop: "Soort", weglaten: ["x"] }] }, 'leest de kolom ‘Soort’, maar die staat niet in rij 3'],
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
  expect(uit).toContain('- Startdatum: kolom A, ‘Datum gestart’, 98% zeker (5-1-2026; 7-2-2026)');
  expect(uit).toContain('weggelaten: rijen met ‘totaal’ in de kolom ‘Datum gestart’');
  expect(uit).toMatch(/1\. .+\?/);
});

it("proposes for what policy asks, under the name that the municipality uses", async () => {
  const csv = "Datum gestart;VIR;Consultatie;Stap 5;Einddatum;Leeftijdscategorie\r\n5-1-2026;Ja;Intern;Hulp;20-1-2026;4 t/m 11\r\n";
  const beleid = json({ sisaLabel: "VIR", extraIndicatoren: [{ indicator: "leeftijdsgroep", vanaf: "2026-01" }] });
  const { uit } = await draai(bestand(csv, "csv"), "--stel-koppeling-voor", "--beleid", beleid);
  expect(uit).toContain("er zijn geen vragen");
  expect(uit).toContain("- VIR: kolom B, ‘VIR’");
  expect(uit).toContain("- Leeftijdsgroep: kolom F, ‘Leeftijdscategorie’");
});

it("says in one sentence that a file holds no list", async () => {
  const { fout, code } = await draai(bestand("Naam;Adres\na;b\n", "csv"), "--stel-koppeling-voor", "--json");
  expect([code, fout]).toEqual([2, expect.stringContaining("Er is geen lijst herkend")]);
});

describe("of files that cannot be read", () => {
  const WERKMAPPEN = join(__dirname, "../../../tests/werkmappen");
  const goed = join(WERKMAPPEN, "libreoffice-excel97.xls");
  const groot = bestand("", "xlsx");
  truncateSync(groot, 200 * 2 ** 20);
  const half = bestand(readFileSync(join(WERKMAPPEN, "libreoffice-tabel-meldcode.xlsx")).subarray(0, 4000), "xlsx");

  it.each<[string, string, string]>([
    ["a password on a new one", join(WERKMAPPEN, "onleesbaar/libreoffice-wachtwoord.xlsx"), "met een wachtwoord beveiligd"],
    ["a password on an old one", join(WERKMAPPEN, "onleesbaar/libreoffice-wachtwoord.xls"), "met een wachtwoord beveiligd"],
    ["200 MB", groot, "te groot om veilig te openen"],
    ["nothing in it", bestand("", "csv"), "is leeg (0 bytes)"],
    ["half of it", half, "beschadigd of niet volledig"],
    ["a pdf in it", bestand("%PDF-1.7", "xlsx"), "geen Excel-werkmap"],
  ])("%s is told in one sentence, and the others are still read", async (_, slecht, zin) => {
    const { code, fout, json: lees } = await draai(slecht, goed, "--stel-koppeling-voor", "--json");
    expect([code, fout]).toEqual([2, expect.stringContaining(zin)]);
    expect(fout).not.toMatch(/\n|Error|undefined/);
    expect(lees()).toMatchObject([{ bestand: goed, bereiken: [{ blad: "Zorgmeldingen", koprij: 2 }], vragen: [] }]);
  });
});

it("reads on past error values and dates in several notations: one finding, on its own cell", async () => {
  const csv = "Start;SISA;Consultatie;Stap 5;Einddatum\n5-1-2026;ja;intern;hulp;#N/B\n2026-02-03;ja;intern;hulp;3 mrt. 2026\n7/4/2026;nee;extern;melding;1.5.2026\n";
  const pad = bestand(csv, "csv");
  const { json: voorstel } = await draai(pad, "--stel-koppeling-voor", "--json");
  expect(voorstel().vragen).toEqual([]);
  const { json: lees, code } = await draai(pad, "--json", "--koppeling", json(voorstel()));
  expect([code, lees().rijen]).toEqual([1, 3]);
  expect(lees().bevindingen.filter((b: { ernst: string }) => b.ernst === "fout")).toMatchObject([{ code: "einddatum-ongeldig", cel: "E2", rij: 2 }]);
});

it("says where lists stand that are side by side, under headers over two rows", async () => {
  const kop = [["Zaak", null, "Stap 2 consultatie", null, null, null], ["Start", "SISA", "intern", "extern", "Stap 5", "Einddatum"]];
  const rij = [serie("5-1-2026"), "Ja", "ja", "nee", "Hulp", serie("1-3-2026")];
  const rijen = [...kop, rij].map((cellen) => [...cellen, null, ...cellen]);
  const { uit } = await draai(bestand(bewaarWerkmap(nieuweWerkmap(), blad("Blad1", rijen)), "xlsx"), "--stel-koppeling-voor");
  expect(uit).toContain('blad ‘Blad1’, koppen in rij 1 tot en met 2, kolom H tot en met M, 1 rij, 95% zeker');
});
