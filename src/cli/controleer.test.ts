import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serieUitDatum, datumUitIso } from "../meldcode/datum";
import { registratieSchema } from "../meldcode/registratie";
import { KOPPEN, BASISVELDEN } from "../meldcode/veld";
import { type Wijziging, bewaarWerkmap } from "../workbook/xlsx/bewaren";
import { type Celwaarde, nieuweWerkmap, openWerkmap } from "../workbook/xlsx/werkmap";
import { voerUit } from "./controleer";

const WERKMAPPEN = join(__dirname, "../../tests/werkmappen");
const TABEL = join(WERKMAPPEN, "libreoffice-tabel-meldcode.xlsx");
const EIGEN_LIJST = join(WERKMAPPEN, "libreoffice-eigen-lijst-rij-37.xlsx");
const NU = new Date("2026-06-15T12:00:00Z");
const map = mkdtempSync(join(tmpdir(), "controleer-"));
afterAll(() => rmSync(map, { recursive: true }));

async function draai(...argumenten: string[]) {
  const uit: string[] = [];
  const fout: string[] = [];
  const code = await voerUit(argumenten, NU, { uit: (tekst) => uit.push(tekst), fout: (tekst) => fout.push(tekst) });
  return { code, uit: uit.join("\n"), fout: fout.join("\n"), json: () => JSON.parse(uit.join("\n")) };
}

let teller = 0;
function bestand(inhoud: string | Uint8Array, extensie: string): string {
  const naam = join(map, `${teller++}.${extensie}`);
  writeFileSync(naam, inhoud);
  return naam;
}
const json = (inhoud: unknown) => bestand(JSON.stringify(inhoud), "json");

const KOP = BASISVELDEN.map((veld) => KOPPEN[veld]);
const dag = (iso: string) => serieUitDatum(datumUitIso(iso) ?? fail(iso), 1900);
function fail(wat: string): never {
  throw new Error(wat);
}

/** A workbook whose first sheet holds these rows from A1 on. */
function werkmap(rijen: readonly (readonly Celwaarde[])[], ...verder: Wijziging[]): string {
  const cellen = rijen.flatMap((cellen, r) => cellen.map((waarde, k): Wijziging => ({ soort: "cel", blad: "Blad1", rij: r + 1, kolom: k + 1, waarde })));
  return bestand(bewaarWerkmap(nieuweWerkmap(), [...cellen, ...verder]), "xlsx");
}

describe("controleer --json", () => {
  it("gives the findings with cell and row, and no registratie while there is a fout", async () => {
    const { code, json: lees } = await draai(EIGEN_LIJST, "--json");
    const uitslag = lees();
    expect(code).toBe(1);
    expect(Object.keys(uitslag)).toEqual(["bestand", "blad", "tabel", "kolommen", "rijen", "bevindingen", "registratie", "nietGeteld"]);
    expect(uitslag).toMatchObject({
      bestand: EIGEN_LIJST, blad: "2026", tabel: null, rijen: 5, registratie: null, nietGeteld: { ervoor: 0, erna: 0 },
      kolommen: { kenmerk: "Kenmerk", startdatum: "Startdatum", sisa: "SISA-signaal", consultatie: "Consultatie", stap5: "Stap 5", einddatum: "Einddatum" },
    });
    const fouten = uitslag.bevindingen.filter((b: { ernst: string }) => b.ernst === "fout");
    expect(fouten.map((b: Record<string, unknown>) => [b.code, b.cel, b.rij, b.veld])).toEqual([
      ["consultatie-ongeldig", "D40", 40, "consultatie"],
      ["startdatum-ongeldig", "F41", 41, "startdatum"],
      ["einddatum-voor-startdatum", "I42", 42, "einddatum"],
    ]);
    expect(Object.keys(fouten[0])).toEqual(["code", "ernst", "cel", "rij", "veld", "melding"]);
  });

  it("gives a registratie that passes the schema when nothing is wrong", async () => {
    const { code, json: lees } = await draai(TABEL, "--json", "--peildatum", "2026-04-10");
    const { registratie, tabel, rijen } = lees();
    expect([code, tabel, rijen]).toEqual([0, "Meldcode", 5]);
    expect(registratieSchema.parse(registratie)).toMatchObject({
      vanaf: "2026-01", tot: "2026-04", minimum: 3,
      maanden: [{ periode: "2026-01", gestart: 2, afgesloten: 1 }, { periode: "2026-02", gestart: 1, afgesloten: 1 }, { periode: "2026-03", gestart: 2, afgesloten: 1 }, { periode: "2026-04", gestart: 0, afgesloten: 0 }],
      uitsplitsingen: [{ van: "2026-01", tot: "2026-02", aantal: 3 }],
    });
  });

  it("counts the months and the minimum asked for, and says what lies outside", async () => {
    const uitslag = (await draai(TABEL, "--json", "--vanaf", "2026-02", "--tot", "2026-02", "--minimum", "1")).json();
    expect(uitslag.registratie).toMatchObject({ vanaf: "2026-02", tot: "2026-02", minimum: 1, uitsplitsingen: [{ aantal: 1 }] });
    expect(uitslag.nietGeteld).toEqual({ ervoor: 2, erna: 2 });
  });

  it("is an array for several files", async () => {
    const { code, json: lees } = await draai(TABEL, EIGEN_LIJST, "--json");
    expect(code).toBe(1);
    expect(lees().map((u: { bestand: string }) => u.bestand)).toEqual([TABEL, EIGEN_LIJST]);
  });

  it("puts a finding of a field without a column on the start date", async () => {
    const pad = werkmap([["Startdatum", "SISA-signaal", "Consultatie", "Stap 5", "Einddatum", "Zaak"], [dag("2026-01-05"), "Ja", "Intern", null, null, "a@b.nl"]]);
    expect((await draai(pad, "--json", "--kolommen", json({ kenmerk: "Zaak" }))).json().bevindingen[0]).toMatchObject({ code: "persoonsgegeven-in-kenmerk", cel: "F2" });
    expect((await draai(pad, "--json")).json().bevindingen.every((b: { veld: string }) => b.veld !== "kenmerk")).toBe(true);
  });
});

describe("the report for people", () => {
  it("begins with the verdict and groups what is wrong, with addresses", async () => {
    const { uit } = await draai(EIGEN_LIJST);
    expect(uit).toContain("(blad 2026)\nNog niet klaar: 3 fouten in 3 van de 5 rijen.");
    expect(uit).toMatch(/Fouten\n- Consultatie: [^\n]+\n {2}D40\n/);
    expect(uit).toContain("F38 t/m F40, F42 (4 cellen)");
  });

  it("gives the figures when nothing is wrong, and says what is not counted", async () => {
    const { uit, code } = await draai(TABEL, "--vanaf", "2026-02");
    expect(code).toBe(0);
    expect(uit).toContain("Klaar om te verzenden: 5 zaken, geen fouten.");
    expect(uit).toContain("Let op: 2 zaken van eerder dan de getelde maanden (februari 2026 tot en met juni 2026) tellen niet mee.");
    expect(uit).toContain("- maart 2026: 2 gestart, 1 afgesloten");
    expect(uit).toContain("    SISA-signaal: Ja 1, N.v.t. 1, nog open 1\n");
  });

  it("tells of rows below the table, which do not count", async () => {
    const bereik = { vanRij: 1, vanKolom: 1, totRij: 2, totKolom: KOP.length };
    const rij = ["k", null, dag("2026-01-05"), "Ja", "Intern", null, null];
    const pad = werkmap([KOP, rij, ["l", ...rij.slice(1)]], { soort: "tabel-toevoegen", blad: "Blad1", naam: "Meldcode", bereik, kolommen: KOP });
    const { fout, uit, code } = await draai(pad);
    expect([code, uit.includes("1 zaak")]).toEqual([0, true]);
    expect(fout).toContain("Onder de tabel Meldcode staan in rij 3 gegevens die niet bij de tabel horen");
  });

  it("is there for several files, also when one of them cannot be read", async () => {
    const { code, uit, fout } = await draai(TABEL, join(map, "weg.xlsx"));
    expect(code).toBe(2);
    expect(uit).toContain("Klaar om te verzenden");
    expect(fout).toBe(`${join(map, "weg.xlsx")}: Dit bestand is er niet; controleer de naam en de map.`);
  });
});

describe("policy, columns and sector", () => {
  const rij = [dag("2026-01-05"), "Ja", "Intern", "Hulp", dag("2026-01-20")];

  it("reads a column under the name that policy or the caller gives it", async () => {
    const pad = werkmap([["Eerste gesprek", "VIR", "Consultatie", "Stap 5", "Einddatum"], rij]);
    expect((await draai(pad)).fout).toContain('ontbreken de kolommen ‘Startdatum’ en ‘SISA-signaal’');
    const { code, json: lees } = await draai(pad, "--json", "--kolommen", json({ startdatum: "eerste gesprek" }), "--beleid", json({ sisaLabel: "VIR", minimum: 1 }));
    expect(code).toBe(0);
    expect(lees()).toMatchObject({ kolommen: { startdatum: "Eerste gesprek", sisa: "VIR" }, registratie: { minimum: 1 } });
  });

  it("reads, checks and counts what policy asks besides, in figures and in words", async () => {
    const extra = { leeftijdsgroep: "Leeftijdsgroep", bekendheid: "Nieuw of bekend", kinderen: "Kids" };
    const pad = werkmap([[...KOP.slice(2), ...Object.values(extra), "Vorm van geweld"], [...rij, 7, "Nieuw", 2, "iets vrijs"], [...rij, "12 t/m 17 jaar", "", 5, ""]]);
    const beleid = json({ minimum: 1, extraIndicatoren: ["leeftijdsgroep", "bekendheid", "kinderen"].map((indicator) => ({ indicator, vanaf: "2026-01" })) });
    const opties = ["--beleid", beleid, "--kolommen", json({ kinderen: "kids" })];
    const { code, json: lees } = await draai(pad, "--json", ...opties);
    expect(code).toBe(0);
    const uitslag = lees();
    expect(uitslag.kolommen).toMatchObject(extra);
    expect(uitslag.bevindingen).toMatchObject([{ code: "waarde-anders-geschreven", cel: "F2", veld: "leeftijdsgroep" }, { code: "bekendheid-ontbreekt", ernst: "waarschuwing", cel: "G3" }]);
    expect(registratieSchema.safeParse(uitslag.registratie).success).toBe(true);
    const [span] = uitslag.registratie.uitsplitsingen;
    expect(span).toMatchObject({ leeftijdsgroep: { j4tot11: 1, j12tot17: 1 }, bekendheid: { nieuw: 1, onbekend: 1 }, kinderen: { k2: 1, k4plus: 1 } });
    expect(span).not.toHaveProperty("geweldsvorm");
    const { uit } = await draai(pad, ...opties);
    expect(uit).toContain("    Leeftijdsgroep: 4 t/m 11 jaar 1, 12 t/m 17 jaar 1\n    Nieuw of bekend: Nieuw 1, onbekend 1\n    Aantal kinderen: 2 1, 4 of meer 1");
    expect((await draai(pad, "--json")).json().bevindingen).toEqual([]);
  });

  it("sends without the column of an indicator: it counts as unknown", async () => {
    const pad = werkmap([KOP.slice(2), rij]);
    const uitslag = (await draai(pad, "--json", "--beleid", json({ minimum: 1, extraIndicatoren: [{ indicator: "geweldsvorm", vanaf: "2026-01" }] }))).json();
    expect([uitslag.bevindingen, uitslag.registratie.uitsplitsingen[0].geweldsvorm.onbekend]).toEqual([[], 1]);
  });

  it("where the signal is not asked, its column may be missing, and holds anything where it is there", async () => {
    const beleid = json({ minimum: 1, sisaLabel: null });
    for (const pad of [werkmap([KOP.slice(2).toSpliced(1, 1), rij.toSpliced(1, 1)]), werkmap([KOP.slice(2), rij.with(1, "#?")])]) {
      const { code, json: lees } = await draai(pad, "--json", "--beleid", beleid);
      expect([code, lees().bevindingen, lees().kolommen.sisa]).toEqual([0, [], undefined]);
      expect(lees().registratie.uitsplitsingen[0]).not.toHaveProperty("sisa");
      expect((await draai(pad, "--beleid", beleid)).uit).not.toMatch(/SISA/);
    }
    expect((await draai(werkmap([["Naam", "Adres"]]), "--beleid", beleid)).fout).not.toMatch(/SISA/);
  });

  it("asks the more of health care", async () => {
    const pad = werkmap([KOP.slice(2), rij]);
    const codes = async (...opties: string[]) => (await draai(pad, "--json", ...opties)).json().bevindingen.map((b: { code: string }) => b.code);
    expect(await codes("--sector", "gezondheidszorg")).toContain("consultatie-extern-verwacht");
    expect(await codes("--sector", "onderwijs")).toEqual([]);
  });
});

describe("exit code 2, with one sentence", () => {
  const bladen: Wijziging[] = [{ soort: "blad-toevoegen", naam: "Noord" }, ...KOP.map((waarde, i): Wijziging => ({ soort: "cel", blad: "Noord", rij: 1, kolom: i + 1, waarde }))];
  const twee = werkmap([KOP], ...bladen);

  it.each<[string, string[], string]>([
    ["no list", [werkmap([["Naam", "Adres"]])], "Er is geen lijst gevonden"],
    ["two lists", [twee], "Er zijn 2 lijsten gevonden (blad ‘Blad1’, koppen in rij 1 en blad ‘Noord’, koppen in rij 1)"],
    ["a missing column", [werkmap([KOP.filter((kop) => kop !== "Stap 5")])], 'ontbreekt de kolom ‘Stap 5’'],
    ["a column that is there twice", [werkmap([[...KOP, "Startdatum"]])], 'staat de kolom ‘Startdatum’ twee keer: in C1 en H1'],
    ["a sheet that is not there", [twee, "--blad", "Zuid"], 'Er is geen blad ‘Zuid’; de werkmap heeft ‘Blad1’ en ‘Noord’.'],
    ["no workbook", [bestand("a;b", "csv")], "Dit is geen Excel-werkmap"],
    ["an empty file", [bestand("", "xlsx")], "Het bestand is leeg"],
    ["a folder", [map], "Dit is een map"],
    ["no file named", [], "Geef het bestand"],
    ["an unknown option", [twee, "--kleur"], "De optie --kleur bestaat niet."],
    ["an option without its value", [twee, "--blad"], "Bij de optie --blad hoort een waarde."],
    ["an option before its value", [twee, "--blad", "--json"], "Bij de optie --blad hoort een waarde."],
    ["a value too many", [twee, "--json=ja"], "Bij de optie --json hoort geen waarde."],
    ["a help that is told something", [twee, "--help=ja"], "Bij de optie --help hoort geen waarde."],
    ["no sector", [twee, "--sector", "zorg"], "--sector zorg: deze sector bestaat niet. Kies uit kinderopvang"],
    ["no month", [twee, "--vanaf", "2026-13"], "--vanaf 2026-13: dit is geen maand"],
    ["months the wrong way round", [twee, "--vanaf", "2026-03", "--tot", "2026-02"], "--vanaf 2026-03 ligt na --tot 2026-02."],
    ["a month to come", [TABEL, "--tot", "2026-07"], "Tellen kan tot en met juni 2026"],
    ["no day", [twee, "--peildatum", "31-12-2026"], "--peildatum 31-12-2026: dit is geen bestaande datum"],
    ["no minimum", [twee, "--minimum", "0"], "--minimum 0: dit is geen heel getal"],
    ["no mapping file", [twee, "--kolommen", "weg.json"], "--kolommen weg.json: dit bestand is er niet"],
    ["a mapping that is no JSON", [twee, "--kolommen", bestand("{", "json")], "dit bestand bevat geen geldige JSON"],
    ["a mapping of a field that does not exist", [twee, "--kolommen", json({ datum: "a" })], "de inhoud klopt niet (datum)"],
    ["a mapping that is a list", [twee, "--kolommen", json([])], "de inhoud klopt niet"],
    ["a header for two fields", [twee, "--kolommen", json({ sisa: "A", stap5: "a " })], 'de kop ‘a ’ is aan twee velden gegeven'],
    ["policy with an unknown indicator", [twee, "--beleid", json({ extraIndicatoren: [{ indicator: "schoenmaat", vanaf: "2026-01" }] })], "de inhoud klopt niet (extraIndicatoren.0.indicator)"],
    ["policy with a wrong value", [twee, "--beleid", json({ minimum: "drie" })], "de inhoud klopt niet (minimum)"],
  ])("%s", async (_, argumenten, zin) => {
    const { code, uit, fout } = await draai(...argumenten, "--json");
    expect(code).toBe(2);
    expect(uit).toBe("");
    expect(fout).toContain(zin);
    expect(fout).not.toMatch(/\n|Error|undefined| at /);
  });

  it("a formula that was never calculated, for it would count as empty", async () => {
    const rij = ["k", null, dag("2026-01-05"), "Ja", "Intern", null, null];
    const pad = werkmap([KOP, rij], { soort: "cel", blad: "Blad1", rij: 2, kolom: 7, formule: "TODAY()" });
    expect(await draai(pad)).toMatchObject({ code: 2, fout: expect.stringContaining("Cel G2 bevat een formule zonder uitkomst") });
  });
});

it("reads the dates of a workbook in the other date system", async () => {
  const rij = ["k", null, serieUitDatum(datumUitIso("2026-01-05") ?? fail("datum"), 1904), "Ja", "Intern", null, null];
  const { pakket } = openWerkmap(readFileSync(werkmap([KOP, rij])));
  const anders = pakket.met(new Map([["xl/workbook.xml", pakket.tekst("xl/workbook.xml").replace("<bookViews>", '<workbookPr date1904="1"/><bookViews>')]]));
  expect((await draai(bestand(anders.schrijf(), "xlsx"), "--json")).json().registratie).toMatchObject({ vanaf: "2026-01", maanden: [{ gestart: 1 }, {}, {}, {}, {}, {}] });
});

it("never understands an error value", async () => {
  const pad = werkmap([KOP, ["k", null, "#N/A", "Ja", "Intern", null, null]]);
  expect(openWerkmap(readFileSync(pad)).leesBlad("Blad1").rijen.get(2)?.[3]?.isFoutwaarde).toBe(true);
  expect((await draai(pad, "--json")).json().bevindingen).toMatchObject([{ code: "startdatum-ongeldig", cel: "C2" }]);
});

it("runs as a command: help, a result and a refusal", () => {
  const commando = (...argumenten: string[]) => spawnSync(process.execPath, [require.resolve("tsx/cli"), join(__dirname, "controleer.ts"), ...argumenten], { encoding: "utf8" });
  expect(commando("--help")).toMatchObject({ status: 0, stderr: "", stdout: expect.stringContaining("--peildatum JJJJ-MM-DD") });
  const goed = commando(TABEL, "--json");
  expect([goed.status, JSON.parse(goed.stdout).tabel]).toEqual([0, "Meldcode"]);
  expect(commando("weg.xlsx")).toMatchObject({ status: 2, stdout: "", stderr: "weg.xlsx: Dit bestand is er niet; controleer de naam en de map.\n" });
});
