import { readFileSync } from "node:fs";
import path from "node:path";
import { INDICATOREN } from "../../meldcode/indicator";
import type { Koppeling } from "../../meldcode/koppeling/koppeling";
import { LEGE_RIJ } from "../../meldcode/testtaal";
import { STANDAARDVRAAGSTELLING, type Vraagstelling } from "../../meldcode/vraagstelling";
import { periodeSchema } from "../../meldcode/registratie";
import { KOPPEN, BASISVELDEN } from "../../meldcode/veld";
import type { Lijstinhoud, Lezing, Verzondenregel } from "../werkboek";
import { leesBron } from "../bron";
import { bewaarWerkmap, type Wijziging } from "../xlsx/bewaren";
import { nieuweWerkmap, openWerkmap } from "../xlsx/werkmap";
import { type Bestandwerkboek, maakBestandWerkboek } from "./bestandWerkboek";

const ROOT = path.resolve(__dirname, "../../..");
const lees = (pad: string) => new Uint8Array(readFileSync(path.join(ROOT, pad)));
const ONZE = "tests/werkmappen/libreoffice-tabel-meldcode.xlsx";
const VERBINDING = { organisatieId: "ORG-7K3M-Q2XA", registratieId: "11111111-1111-4111-8111-111111111111" };
const regel = (kenmerk: string): Verzondenregel => ({ ontvangenOp: "1 april 2026 om 10:00", kenmerk, maanden: "januari 2026", wijzigingen: "januari 2026: 1 gestart, 0 afgesloten.", hash: "abc", organisatie: "De Linde" });

function alsLijst(lezing: Lezing): Lijstinhoud {
  if (lezing.soort !== "lijst") throw new Error(`a list was expected: ${JSON.stringify(lezing)}`);
  return lezing.lijst;
}
const cel = (bytes: Uint8Array, blad: string, rij: number, kolom: number) => openWerkmap(bytes).leesBlad(blad).rijen.get(rij)?.[kolom];
const code = (belofte: Promise<unknown>) => belofte.then(() => "gelukt", (fout: { code: string }) => fout.code);

/** A sheet with our headers from A1 on, as a table or not. */
function blad(rijen: readonly (readonly (string | number | null)[])[], { tabel = false, onder = [] as Wijziging[] } = {}): Uint8Array {
  const cellen = [BASISVELDEN.map((veld) => KOPPEN[veld]), ...rijen].flatMap((waarden, r) => waarden.map((waarde, k): Wijziging => ({ soort: "cel", blad: "Blad1", rij: r + 1, kolom: k + 1, waarde })));
  const bereik = { vanRij: 1, vanKolom: 1, totRij: 1 + rijen.length, totKolom: 7 };
  return bewaarWerkmap(nieuweWerkmap(), [...cellen, ...(tabel ? [{ soort: "tabel-toevoegen", blad: "Blad1", naam: "Meldcode", bereik, kolommen: BASISVELDEN.map((veld) => KOPPEN[veld]) } as const] : []), ...onder]);
}
const RIJ = ["K-1", "Oost", 46027, "ja", "Intern", "Hulp", "3-2-2026"];

describe("reading", () => {
  it("finds our table wherever it stands, with the cell of every field", async () => {
    const lijst = alsLijst(await (await maakBestandWerkboek("school.xlsx", lees(ONZE))).lees());
    expect(lijst).toMatchObject({ blad: "Zaken", bladen: ["Zaken"], tabel: "Meldcode", datumstelsel: 1900, losseRij: null, beveiligd: false, gekoppeld: null });
    expect(lijst.inhoud.kenmerk?.[0]).toBe("K-1");
    expect(lijst.plaats(0, "startdatum")).toMatchObject({ blad: "Zaken", rij: 6 });
  });

  it("reads a list that is no table, and rows that were typed right below a table", async () => {
    const los = alsLijst(await (await maakBestandWerkboek("a.xlsx", blad([RIJ, RIJ]))).lees());
    expect(los).toMatchObject({ tabel: null, losseRij: null });
    expect(los.inhoud.sisa).toEqual(["ja", "ja"]);
    const onder = [4, 7].map((rij): Wijziging => ({ soort: "cel", blad: "Blad1", rij, kolom: 3, waarde: 46030 }));
    const lijst = alsLijst(await (await maakBestandWerkboek("a.xlsx", blad([RIJ, RIJ], { tabel: true, onder }))).lees());
    expect(lijst.inhoud.startdatum).toEqual([46027, 46027, 46030]);
    expect(lijst.losseRij).toBe(7);
  });

  it("says which column is missing, and that there is no list in a list of another kind", async () => {
    const zonder = bewaarWerkmap(openWerkmap(blad([RIJ])), [{ soort: "cel", blad: "Blad1", rij: 1, kolom: 7, waarde: "Iets" }]);
    expect(await (await maakBestandWerkboek("a.xlsx", zonder)).lees()).toEqual({ soort: "kolom-ontbreekt", blad: "Blad1", tabel: "", ontbreekt: ["einddatum"] });
    expect(await (await maakBestandWerkboek("a.xlsx", bewaarWerkmap(nieuweWerkmap(), []))).lees()).toEqual({ soort: "geen-lijst" });
  });

  it("never takes a formula without an outcome for an empty cell", async () => {
    const bytes = bewaarWerkmap(openWerkmap(blad([RIJ])), [{ soort: "cel", blad: "Blad1", rij: 2, kolom: 7, formule: "C2+1" }]);
    await expect((await maakBestandWerkboek("a.xlsx", bytes)).lees()).rejects.toMatchObject({ message: expect.stringContaining("De formule in G2") });
  });

  it.each([
    ["zero bytes", new Uint8Array()],
    ["a truncated file", lees(ONZE).subarray(0, 4000)],
    ["no workbook", new TextEncoder().encode("%PDF-1.7 niets")],
  ])("tells in one sentence why %s cannot be read", async (_, bytes) => {
    await expect(maakBestandWerkboek("a.xlsx", bytes)).rejects.toMatchObject({ name: "Werkmapfout", message: expect.stringMatching(/^[A-Z][^.]*( \([^)]*\))?.*[.]$/s) });
  });
});

describe("fixing", () => {
  it("writes the value, and a date as a date, and touches no other cell", async () => {
    const voor = blad([RIJ]);
    const werkboek = await maakBestandWerkboek("a.xlsx", voor);
    const aantal = await werkboek.herstel([
      { rij: 0, veld: "sisa", was: "ja", waarde: "Ja", isDatum: false },
      { rij: 0, veld: "einddatum", was: "3-2-2026", waarde: 46056, isDatum: true },
    ]);
    expect(aantal).toBe(2);
    expect(alsLijst(await werkboek.lees()).inhoud).toMatchObject({ sisa: ["Ja"], einddatum: [46056] });
    const werkmap = openWerkmap(werkboek.bytes);
    expect(werkmap.opmaak(werkmap.leesBlad("Blad1").rijen.get(2)?.[7]?.stijl ?? 0).getalnotatie).toBe("dd-mm-yyyy");
    expect(cel(werkboek.bytes, "Blad1", 2, 1)).toEqual(cel(voor, "Blad1", 2, 1));
    expect(werkboek.isOpgeslagen).toBe(false);
  });

  it("leaves a cell alone that holds something else than the fix was made for", async () => {
    const werkboek = await maakBestandWerkboek("a.xlsx", blad([RIJ]));
    expect(await werkboek.herstel([{ rij: 0, veld: "sisa", was: "nee", waarde: "Nee", isDatum: false }])).toBe(0);
    expect(werkboek.isOpgeslagen).toBe(true);
  });

  it("writes nothing on a protected sheet", async () => {
    const beveiligd = openWerkmap(blad([RIJ]));
    const deel = "xl/worksheets/sheet1.xml";
    const bytes = beveiligd.pakket.met(new Map([[deel, beveiligd.pakket.tekst(deel).replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>')]])).schrijf();
    const werkboek = await maakBestandWerkboek("a.xlsx", bytes);
    expect(alsLijst(await werkboek.lees()).beveiligd).toBe(true);
    expect(await code(werkboek.herstel([{ rij: 0, veld: "sisa", was: "ja", waarde: "Ja", isDatum: false }]))).toBe("beveiligd");
  });
});

describe("beginning", () => {
  it("adds the sheet Meldcode to a file without a list, beside what is there", async () => {
    const werkboek = await maakBestandWerkboek("a.xlsx", bewaarWerkmap(nieuweWerkmap("Meldcode"), [{ soort: "cel", blad: "Meldcode", rij: 1, kolom: 1, waarde: "van mij" }]));
    expect(alsLijst(await werkboek.start())).toMatchObject({ blad: "Meldcode 2", tabel: "Meldcode" });
    expect(cel(werkboek.bytes, "Meldcode", 1, 1)?.waarde).toBe("van mij");
    expect(await werkboek.start()).toMatchObject({ soort: "lijst" });
    expect(openWerkmap(werkboek.bytes).bladen).toHaveLength(3);
  });
});

describe("adding rows", () => {
  it("puts them after the last filled row, and stretches the table when it is full", async () => {
    const werkboek = await maakBestandWerkboek("a.xlsx", blad([RIJ, [null, null, null, null, null, null, null]], { tabel: true }));
    await werkboek.voegToe([{ ...LEGE_RIJ, startdatum: 46030, sisa: "Ja" }, { ...LEGE_RIJ, startdatum: 46031 }]);
    expect(alsLijst(await werkboek.lees()).inhoud).toMatchObject({ startdatum: [46027, 46030, 46031], sisa: ["ja", "Ja", null] });
    expect(openWerkmap(werkboek.bytes).tabellen).toMatchObject([{ bereik: { vanRij: 1, totRij: 4 } }]);
  });

  it("never writes over what stands below the list", async () => {
    const onder: Wijziging[] = [{ soort: "cel", blad: "Blad1", rij: 4, kolom: 1, waarde: "notitie" }];
    const werkboek = await maakBestandWerkboek("a.xlsx", blad([RIJ], { tabel: true, onder }));
    await expect(werkboek.voegToe([{ ...LEGE_RIJ, startdatum: 46030 }, { ...LEGE_RIJ, startdatum: 46031 }])).rejects.toMatchObject({ message: expect.stringContaining("A4") });
    expect(werkboek.isOpgeslagen).toBe(true);
  });
});

describe("a receipt", () => {
  const met = async (...kenmerken: string[]): Promise<Bestandwerkboek> => {
    const werkboek = await maakBestandWerkboek("a.xlsx", blad([RIJ]));
    for (const kenmerk of kenmerken) await code(werkboek.noteerOntvangst(regel(kenmerk), VERBINDING));
    return werkboek;
  };

  it("is noted once the file is saved, and not before", async () => {
    const werkboek = await met();
    expect(await code(werkboek.noteerOntvangst(regel("MM-1"), VERBINDING))).toBe("niet-bewaard");
    expect(await werkboek.lees()).toMatchObject({ verzonden: null });
    werkboek.meldOpgeslagen(werkboek.bytes);
    expect(await werkboek.noteerOntvangst(regel("MM-1"), VERBINDING)).toBe("Verzonden");
    expect(await werkboek.lees()).toMatchObject({ verzonden: { verbindingen: [VERBINDING], kenmerken: ["MM-1"] } });
  });

  it("stands on the sheet once, below the ones before", async () => {
    const { bytes } = await met("MM-1", "MM-2", "MM-2");
    expect(openWerkmap(bytes).bladen.map(({ naam }) => naam)).toEqual(["Blad1", "Verzonden"]);
    expect(await (await maakBestandWerkboek("a.xlsx", bytes)).lees()).toMatchObject({ verzonden: { kenmerken: ["MM-1", "MM-2"] } });
  });

  it("goes on a new sheet, with all before it, when something stands below the table", async () => {
    const { bytes } = await met("MM-1");
    const werkboek = await maakBestandWerkboek("a.xlsx", bewaarWerkmap(openWerkmap(bytes), [{ soort: "cel", blad: "Verzonden", rij: 6, kolom: 1, waarde: "mijn notitie" }]));
    await code(werkboek.noteerOntvangst(regel("MM-2"), VERBINDING));
    const opnieuw = await maakBestandWerkboek("a.xlsx", werkboek.bytes);
    expect(await opnieuw.lees()).toMatchObject({ verzonden: { verbindingen: [VERBINDING, VERBINDING], kenmerken: ["MM-1", "MM-2"] } });
    expect(cel(werkboek.bytes, "Verzonden", 6, 1)?.waarde).toBe("mijn notitie");
    expect(openWerkmap(werkboek.bytes).tabellen.map(({ blad: op, naam }) => [op, naam])).toEqual([["Verzonden 2", "MeldcodeVerzonden"]]);
  });

  it("goes on a new sheet after a sheet of before there were boards, whose heading said which registratie it was", async () => {
    const oud: readonly (readonly string[])[] = [
      ["Verzonden door Monitor Meldcode"],
      ["Organisatie", VERBINDING.organisatieId],
      ["Registratie", VERBINDING.registratieId],
      ["Laat dit blad staan."],
      [],
      ["Ontvangen op", "Ontvangstkenmerk", "Maanden", "Wijzigingen", "Controlegetal"],
      ["1 april 2026 om 10:00", "MM-1", "januari 2026", "", "abc"],
    ];
    const bytes = bewaarWerkmap(openWerkmap(blad([RIJ])), [
      { soort: "blad-toevoegen", naam: "Verzonden" },
      ...oud.flatMap((cellen, r) => cellen.map((waarde, k): Wijziging => ({ soort: "cel", blad: "Verzonden", rij: r + 1, kolom: k + 1, waarde }))),
      { soort: "tabel-toevoegen", blad: "Verzonden", naam: "MeldcodeVerzonden", bereik: { vanRij: 6, vanKolom: 1, totRij: 7, totKolom: 5 }, kolommen: [...(oud[5] ?? [])] },
    ]);
    const werkboek = await maakBestandWerkboek("a.xlsx", bytes);
    expect(await werkboek.lees()).toMatchObject({ verzonden: { verbindingen: [VERBINDING], kenmerken: ["MM-1"] } });
    const ander = { organisatieId: "ORG-9D4F-T6WB", registratieId: "22222222-2222-4222-8222-222222222222" };
    await code(werkboek.noteerOntvangst(regel("MM-2"), ander));
    expect(await (await maakBestandWerkboek("a.xlsx", werkboek.bytes)).lees()).toMatchObject({ verzonden: { verbindingen: [VERBINDING, ander], kenmerken: ["MM-1", "MM-2"] } });
  });

  it("says anew which registratie this is after a new one was begun", async () => {
    const werkboek = await met("MM-1");
    const ander = { ...VERBINDING, registratieId: "22222222-2222-4222-8222-222222222222" };
    await code(werkboek.noteerOntvangst(regel("MM-2"), ander));
    expect(await (await maakBestandWerkboek("a.xlsx", werkboek.bytes)).lees()).toMatchObject({ verzonden: { verbindingen: [VERBINDING, ander], kenmerken: ["MM-1", "MM-2"] } });
  });
});

describe("an own list", () => {
  const KOPPELING: Koppeling = {
    schema: "koppeling/1",
    bereiken: [{ blad: "Blad1", koprij: 1 }],
    velden: { startdatum: { kolommen: [{ kop: "Wanneer" }] }, stap5: { kolommen: [{ kop: "Uitkomst", waarden: { wijkteam: "hulp" } }] }, einddatum: { kolommen: [{ kop: "Klaar" }] } },
    filters: [],
  };
  const eigen = () =>
    bewaarWerkmap(nieuweWerkmap(), [["Wanneer", "Uitkomst", "Klaar"], ["5-1-2026", "Wijkteam", 46040], [46030, "melding", null]].flatMap((rij, r) => rij.map((waarde, k): Wijziging => ({ soort: "cel", blad: "Blad1", rij: r + 1, kolom: k + 1, waarde }))));

  it("is read through the sheet Koppeling from the moment it is saved, also after opening the file again", async () => {
    const werkboek = await maakBestandWerkboek("a.xlsx", eigen());
    const lijst = alsLijst(await werkboek.bewaarKoppeling(KOPPELING));
    expect(lijst).toMatchObject({ blad: "Blad1", tabel: null, gekoppeld: { weggelaten: 0, samengevoegd: 0 } });
    expect(lijst.inhoud.stap5).toEqual(["Hulp", "melding"]);
    const opnieuw = await maakBestandWerkboek("a.xlsx", werkboek.bytes);
    expect(alsLijst(await opnieuw.lees()).inhoud).toEqual(lijst.inhoud);
    expect(cel(werkboek.bytes, "Koppeling", 1, 1)?.waarde).toBe("Onderdeel");
    // A second time in the same place.
    await opnieuw.bewaarKoppeling({ ...KOPPELING, velden: { startdatum: KOPPELING.velden.startdatum } });
    expect(openWerkmap(opnieuw.bytes).bladen.map(({ naam }) => naam)).toEqual(["Blad1", "Koppeling"]);
    expect(alsLijst(await opnieuw.lees()).inhoud.stap5).toBeNull();
  });

  it("is fixed in place, but only where the cell holds what was read", async () => {
    const werkboek = await maakBestandWerkboek("a.xlsx", eigen());
    await werkboek.bewaarKoppeling(KOPPELING);
    const aantal = await werkboek.herstel([
      { rij: 0, veld: "startdatum", was: "5-1-2026", waarde: 46027, isDatum: true },
      { rij: 0, veld: "stap5", was: "Hulp", waarde: "Melding", isDatum: false },
    ]);
    expect(aantal).toBe(1);
    expect(cel(werkboek.bytes, "Blad1", 2, 1)?.waarde).toBe(46027);
    expect(cel(werkboek.bytes, "Blad1", 2, 2)?.waarde).toBe("Wijkteam");
  });

  it("says that a column of the mapping is gone, and keeps the mapping at hand", async () => {
    const werkboek = await maakBestandWerkboek("a.xlsx", eigen());
    await werkboek.bewaarKoppeling(KOPPELING);
    const zonder = bewaarWerkmap(openWerkmap(werkboek.bytes), [{ soort: "cel", blad: "Blad1", rij: 1, kolom: 3, waarde: null }]);
    expect(await (await maakBestandWerkboek("a.xlsx", zonder)).lees()).toMatchObject({ soort: "koppeling-past-niet", melding: expect.stringContaining("Klaar"), koppeling: { schema: "koppeling/1" } });
  });

  it("offers every sheet but our own to make a mapping from", async () => {
    const werkboek = await maakBestandWerkboek("a.xlsx", eigen());
    await werkboek.bewaarKoppeling(KOPPELING);
    await code(werkboek.noteerOntvangst(regel("MM-1"), VERBINDING));
    expect((await werkboek.leesBron()).bladen.map(({ blad: naam }) => naam)).toEqual(["Blad1"]);
  });
});

describe("a csv", () => {
  const CSV = "Kenmerk;Startdatum;SISA-signaal;Consultatie;Stap 5;Einddatum\r\n0012;5-1-2026;Ja;Intern;Hulp;2026-02-03\r\n1-2-2026 b;6-1-2026;Nee;Geen;;\r\n";

  it("becomes an .xlsx with the same cells, in which its dates are dates", async () => {
    const werkboek = await maakBestandWerkboek("lijst 2026.csv", new TextEncoder().encode(CSV));
    expect(werkboek).toMatchObject({ naam: "lijst 2026.xlsx", isOvergezet: true, isOpgeslagen: true });
    expect(alsLijst(await werkboek.lees()).inhoud).toMatchObject({ kenmerk: ["0012", "1-2-2026 b"], startdatum: [46027, 46028], einddatum: [46056, null] });
    await code(werkboek.noteerOntvangst(regel("MM-1"), VERBINDING));
    werkboek.meldOpgeslagen(werkboek.bytes);
    expect(await (await maakBestandWerkboek("lijst 2026.xlsx", werkboek.bytes)).lees()).toMatchObject({ soort: "lijst", verzonden: { kenmerken: ["MM-1"] } });
  });
});

describe("an old .xls", () => {
  it.each(["libreoffice-excel97.xls", "libreoffice-1904.xls"])("becomes an .xlsx in which every cell reads as it did: %s", async (naam) => {
    const bytes = lees(`tests/werkmappen/${naam}`);
    const bron = await leesBron(naam, bytes);
    const werkboek = await maakBestandWerkboek(naam, bytes);
    expect(werkboek.naam).toBe(naam.replace(".xls", ".xlsx"));
    const over = await werkboek.leesBron();
    expect(over.datumstelsel).toBe(bron.datumstelsel);
    expect(over.bladen.map(({ blad: op, zichtbaar }) => [op, zichtbaar])).toEqual(bron.bladen.map(({ blad: op, zichtbaar }) => [op, zichtbaar]));
    const cellen = (bladen: typeof bron.bladen) => bladen.map(({ rijen }) => Array.from(rijen).flatMap(([rij, waarden]) => waarden.flatMap((waarde, kolom) => (waarde === undefined || waarde === null || waarde === "" ? [] : [`${rij} ${kolom} ${String(waarde)}`]))));
    expect(cellen(over.bladen)).toEqual(cellen(bron.bladen));
  });
});

it("shows the row of a cell in place of a jump, under the headers that the municipality has", async () => {
  const getoond: unknown[] = [];
  const werkboek = await maakBestandWerkboek("a.xlsx", blad([RIJ]), { toonRij: (rij) => getoond.push(rij) });
  werkboek.vraag({ sisaLabel: "VIR-melding", extraIndicatoren: [] });
  expect(await werkboek.springNaar({ rij: 0, veld: "sisa" })).toBe(true);
  expect(getoond).toEqual([{ plaats: { blad: "Blad1", rij: 2, kolom: 4 }, veld: "sisa", velden: expect.arrayContaining([{ veld: "sisa", kop: "VIR-melding" }]), datumstelsel: 1900, waarden: expect.objectContaining({ kenmerk: "K-1", sisa: "ja" }) }]);
  expect(await (await maakBestandWerkboek("a.xlsx", blad([RIJ]))).springNaar({ rij: 0, veld: "sisa" })).toBe(false);
});

describe("what the municipality asks", () => {
  const vanaf = periodeSchema.parse("2026-01");
  const VIER: Vraagstelling = { sisaLabel: "SISA-signaal", extraIndicatoren: INDICATOREN.map((indicator) => ({ indicator, vanaf })) };
  const open = async (bytes: Uint8Array, vraagstelling: Vraagstelling) => {
    const werkboek = await maakBestandWerkboek("school.xlsx", bytes);
    werkboek.vraag(vraagstelling);
    return werkboek;
  };
  const koppen = (werkboek: Bestandwerkboek) => openWerkmap(werkboek.bytes).tabellen.find(({ naam }) => naam === "Meldcode")?.kolommen;

  it("is read: the SISA column under its own name there, and none where it is not asked", async () => {
    const vir = bewaarWerkmap(openWerkmap(blad([RIJ])), [{ soort: "cel", blad: "Blad1", rij: 1, kolom: 4, waarde: "VIR-melding" }]);
    expect(alsLijst(await (await open(vir, { sisaLabel: "VIR-melding", extraIndicatoren: [] })).lees()).inhoud.sisa).toEqual(["ja"]);
    expect(alsLijst(await (await open(vir, { sisaLabel: null, extraIndicatoren: [] })).lees()).inhoud.sisa).toBeNull();
    expect((await (await open(vir, STANDAARDVRAAGSTELLING)).lees()).soort).toBe("kolom-ontbreekt");
  });

  it("is what a new list has: choices, explanation, a whole number for the children", async () => {
    const werkboek = await open(bewaarWerkmap(nieuweWerkmap(), []), { ...VIER, sisaLabel: null });
    expect(alsLijst(await werkboek.start()).inhoud).toMatchObject({ leeftijdsgroep: expect.any(Array), kinderen: expect.any(Array), sisa: null });
    expect(koppen(werkboek)).toEqual(["Kenmerk", "Team", "Startdatum", "Consultatie", "Stap 5", "Einddatum", "Leeftijdsgroep", "Vorm van geweld", "Nieuw of bekend", "Aantal kinderen"]);
    const { validaties } = openWerkmap(werkboek.bytes).leesBlad("Meldcode");
    expect(validaties.at(-1)).toMatchObject({ soort: "whole", vergelijking: "greaterThanOrEqual", formule1: "0", invoer: { titel: "Aantal kinderen" } });
    expect(validaties.at(-4)).toMatchObject({ soort: "list", invoer: { titel: "Leeftijdsgroep" } });
  });

  it.each([["a table", true], ["a list that is no table", false]])("gets a column at the right of %s, with its choices, and reads what is filled in there", async (_, tabel) => {
    const werkboek = await open(blad([RIJ, RIJ], { tabel }), VIER);
    expect(alsLijst(await werkboek.lees()).inhoud.leeftijdsgroep).toBeNull();
    expect(alsLijst(await werkboek.voegKolommenToe(["leeftijdsgroep", "kinderen"])).inhoud).toMatchObject({ leeftijdsgroep: [null, null], kinderen: [null, null], bekendheid: null });
    expect(cel(werkboek.bytes, "Blad1", 1, 8)?.waarde).toBe("Leeftijdsgroep");
    expect(werkboek.isOpgeslagen).toBe(false);
    expect(await werkboek.herstel([{ rij: 1, veld: "leeftijdsgroep", was: null, waarde: "65 jaar of ouder", isDatum: false }])).toBe(1);
    expect(alsLijst(await werkboek.lees()).inhoud.leeftijdsgroep).toEqual([null, "65 jaar of ouder"]);
    const werkmap = openWerkmap(werkboek.bytes);
    expect(werkmap.leesBlad("Blad1").validaties[0]).toMatchObject({ soort: "list", formule1: "'Lijsten'!$A$2:$A$7", bereiken: [{ vanRij: 2, vanKolom: 8, totKolom: 8 }] });
    expect(werkmap.bladen.find(({ naam }) => naam === "Lijsten")?.zichtbaarheid).toBe("verborgen");
    await werkboek.voegKolommenToe(["leeftijdsgroep"]);
    expect(openWerkmap(werkboek.bytes).bladen).toHaveLength(2);
  });

  it("never comes over something of the user: beside a table it is said, beside other cells it goes further to the right", async () => {
    const onder: Wijziging[] = [{ soort: "cel", blad: "Blad1", rij: 3, kolom: 8, waarde: "van mij" }];
    const bezet = await open(blad([RIJ, RIJ], { tabel: true, onder }), VIER);
    const { bytes } = bezet;
    await expect(bezet.voegKolommenToe(["bekendheid"])).rejects.toMatchObject({ message: expect.stringContaining("H3") });
    expect(bezet.bytes).toBe(bytes);
    const los = await open(blad([RIJ, RIJ], { onder }), VIER);
    await los.voegKolommenToe(["bekendheid"]);
    expect([cel(los.bytes, "Blad1", 3, 8)?.waarde, cel(los.bytes, "Blad1", 1, 9)?.waarde]).toEqual(["van mij", "Nieuw of bekend"]);
  });

  it("is explained on the sheet Toelichting of the ready-made workbook too", async () => {
    const werkboek = await open(lees("assets/registratie.xlsx"), VIER);
    expect(alsLijst(await werkboek.voegKolommenToe(["bekendheid"])).inhoud.bekendheid).toHaveLength(500);
    const regels = [...openWerkmap(werkboek.bytes).leesBlad("Toelichting").rijen.values()].map(([, cel]) => String(cel?.waarde ?? ""));
    expect(regels.slice(-2)).toEqual(["Uw gemeente vraagt ook", expect.stringMatching(/^Nieuw of bekend: Was geweld/)]);
  });
});
