import * as fc from "fast-check";
import { Lijst } from "../lijst";
import { kolommen as lijstkolommen, OPTIES, serie } from "../testtaal";
import { INDICATOREN, isIndicator } from "../indicator";
import type { Periode } from "../periode";
import { type Cel, KOPPEN, type Rij, BASISVELDEN, VELDEN, type Veld } from "../veld";
import type { Vraagstelling } from "../vraagstelling";
import { indicatorcellen, vraagstelling, zaak } from "../willekeur";
import type { Celblad } from "./celblad";
import { type Koppeling, Koppelingfout, koppelingSchema } from "./koppeling";
import { pasKoppelingToe } from "./toepassen";

const BLAD = "Zaken";

/** Rows from row 1 and column A on. */
function blad(rijen: readonly (readonly Cel[])[], naam = BLAD): Celblad {
  return { blad: naam, zichtbaar: true, rijen: new Map(rijen.map((rij, i) => [i + 1, [undefined, ...rij]])) };
}

type Deel = Omit<Partial<Koppeling>, "velden"> & { velden?: Partial<Koppeling["velden"]> };
function koppeling({ velden, ...anders }: Deel = {}): Koppeling {
  return koppelingSchema.parse({
    schema: "koppeling/1",
    bereiken: [{ blad: BLAD, koprij: 1 }],
    ...anders,
    velden: { startdatum: { kolommen: [{ kop: "Start" }] }, ...velden },
  });
}

const lees = (k: Koppeling, bladen: Celblad[], datumsZijnTekst = false) => pasKoppelingToe(k, { bladen, datumstelsel: 1900, datumsZijnTekst });
const veld = (v: Veld, k: Koppeling, bladen: Celblad[]) => lees(k, bladen).inhoud[v];
const START = serie("12-1-2026");
const SISA = { sisa: { kolommen: [{ kop: "SISA", kolom: "B" }] } };

describe("own words", () => {
  const stap5 = { kolommen: [{ kop: "Uitkomst", waarden: { "wijkteam ingeschakeld": "hulp", "-": "open" } }] } as const;

  test("read as what they were mapped to, whatever case and blanks, and give no tip", () => {
    const { inhoud } = lees(koppeling({ velden: { stap5: { kolommen: [...stap5.kolommen] } } }), [blad([["Start", "Uitkomst"], [START, " Wijkteam  ingeschakeld. "], [START, "-"], [START, "melden"]])]);
    expect(inhoud.stap5).toEqual(["Hulp", null, "melden"]);
    expect(new Lijst(inhoud, OPTIES).bevindingen().filter((b) => b.code === "waarde-anders-geschreven").map((b) => b.rij)).toEqual([2]);
  });

  test("a word that is not mapped stays as it stands, and is told once", () => {
    const { inhoud, waarschuwingen } = lees(koppeling({ velden: { stap5: { kolommen: [...stap5.kolommen] } } }), [blad([["Start", "Uitkomst"], [START, "Zorgmelding"], [START, "zorgmelding"]])]);
    expect(inhoud.stap5).toEqual(["Zorgmelding", "zorgmelding"]);
    expect(waarschuwingen).toEqual([expect.stringContaining('‘Zorgmelding’ (B2)')]);
  });

  test("say of an end date that the case runs", () => {
    const k = koppeling({ velden: { einddatum: { kolommen: [{ kop: "Einde", waarden: { "loopt nog": "open" } }] } } });
    expect(veld("einddatum", k, [blad([["Start", "Einde"], [START, "Loopt nog"], [START, START + 3]])])).toEqual([null, START + 3]);
  });
});

describe("an empty cell", () => {
  test("is nothing yet, unless the mapping says otherwise", () => {
    const rijen = [["Start", "SISA"], [START, ""], [START, "Ja"]];
    const sisa = { kolommen: [{ kop: "SISA" }] };
    expect(veld("sisa", koppeling({ velden: { sisa } }), [blad(rijen)])).toEqual([null, "Ja"]);
    expect(veld("sisa", koppeling({ velden: { sisa: { ...sisa, leeg: "nvt" } } }), [blad(rijen)])).toEqual(["N.v.t.", "Ja"]);
  });

  test("of a row that is blank makes no case", () => {
    const k = koppeling({ velden: { sisa: { kolommen: [{ kop: "SISA" }], leeg: "nvt" } } });
    expect(lees(k, [blad([["Start", "SISA", "Notitie"], [null, " ", "bellen"], [START, null, null]])]).inhoud.startdatum).toEqual([START]);
  });

  test("of a field that the list does not have can have a meaning too", () => {
    expect(veld("sisa", koppeling({ velden: { sisa: { kolommen: [], leeg: "nvt" } } }), [blad([["Start"], [START]])])).toEqual(["N.v.t."]);
  });
});

describe("what policy asks", () => {
  const ALLES: Vraagstelling = { sisaLabel: "SISA-signaal", extraIndicatoren: INDICATOREN.map((indicator) => ({ indicator, vanaf: "2025-01" as Periode })) };
  const ZONDER_SISA: Vraagstelling = { sisaLabel: null, extraIndicatoren: [] };
  const bron = (...bladen: Celblad[]) => ({ bladen, datumstelsel: 1900 as const, datumsZijnTekst: false });
  const MET_INDICATOREN = koppeling({
    velden: {
      leeftijdsgroep: { kolommen: [{ kop: "Leeftijd" }] },
      geweldsvorm: { kolommen: [{ kop: "Soort", waarden: { slaan: "lichamelijk", "?": "open" } }] },
      kinderen: { kolommen: [], leeg: "k0" },
    },
  });
  const RIJEN = [["Start", "Leeftijd", "Soort"], [START, 7, "Slaan"], [START, "12-17", "fysiek"], [START, 300, "?"], [START, "", "iets anders"]];

  test("an indicator's own words and ages are read into the value itself, without a tip; what is not understood stays", () => {
    const { inhoud, waarschuwingen } = pasKoppelingToe(MET_INDICATOREN, bron(blad(RIJEN)), ALLES);
    expect(inhoud.leeftijdsgroep).toEqual(["4 t/m 11 jaar", "12 t/m 17 jaar", 300, null]);
    expect(inhoud.geweldsvorm).toEqual(["Lichamelijk", "Lichamelijk", null, "iets anders"]);
    expect(inhoud.kinderen).toEqual(["Geen", "Geen", "Geen", "Geen"]);
    expect(waarschuwingen).toEqual([expect.stringContaining("iets anders")]);
    expect(new Lijst(inhoud, { ...OPTIES, vraagstelling: ALLES }).bevindingen().filter(({ veld: v }) => isIndicator(v)).map(({ rij, code }) => [rij, code])).toEqual([[2, "leeftijdsgroep-ongeldig"], [3, "geweldsvorm-ongeldig"]]);
  });

  test("what is not asked is not read, and need not be there", () => {
    const { inhoud } = pasKoppelingToe(MET_INDICATOREN, bron(blad([["Start"], [START]])));
    expect(Object.keys(inhoud)).toEqual(BASISVELDEN);
    const metSisa = koppeling({ velden: SISA, leeftijd: { kop: "Leeftijd", soort: "leeftijd" } });
    const zonder = pasKoppelingToe(metSisa, bron(blad([["Start"], [START]])), ZONDER_SISA);
    expect(zonder.inhoud.sisa).toBeNull();
    expect(() => lees(metSisa, [blad([["Start"], [START]])])).toThrow(Koppelingfout);
  });

  test("an indicator that the list does not have is told of nowhere", () => {
    const { inhoud } = pasKoppelingToe(koppeling({ velden: { bekendheid: { kolommen: [] } } }), bron(blad([["Start"], [START]])), ALLES);
    expect(INDICATOREN.map((indicator) => inhoud[indicator])).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("a sheet of before the question may lack its column", () => {
    const k = koppeling({ bereiken: [{ blad: "Oud", koprij: 1 }, { blad: "Nieuw", koprij: 1 }], velden: { bekendheid: { kolommen: [{ kop: "Nieuw of bekend", kolom: "B" }] } } });
    const { inhoud } = pasKoppelingToe(k, bron(blad([["Start", "Notitie"], [START, "bellen"]], "Oud"), blad([["Start", "Nieuw of bekend"], [START, "Nieuw"]], "Nieuw")), ALLES);
    expect(inhoud.bekendheid).toEqual([null, "Nieuw"]);
    expect(() => pasKoppelingToe(k, bron(blad([["Start"], [START]], "Oud"), blad([["Start"], [START]], "Nieuw")), ALLES)).toThrow(Koppelingfout);
  });

  test("read through a mapping a list counts as the same list of ours", () => {
    const rijen = fc.array(fc.tuple(zaak, indicatorcellen).map(([basis, cellen]) => ({ ...basis, ...cellen })), { minLength: 1, maxLength: 12 });
    const k = koppeling({ velden: Object.fromEntries(VELDEN.map((v) => [v, { kolommen: [{ kop: KOPPEN[v] }] }])) });
    fc.assert(
      fc.property(rijen, vraagstelling, (lijst, vraagt) => {
        const eigen = pasKoppelingToe(k, bron(blad([VELDEN.map((v) => KOPPEN[v]), ...lijst.map((rij) => VELDEN.map((v) => rij[v]))])), vraagt);
        const tellingen = (l: Lijst) => l.maandstanden.maandenMetZaken().map((maand) => [maand, l.uitsplitsing(maand, maand)]);
        expect(tellingen(new Lijst(eigen.inhoud, { ...OPTIES, vraagstelling: vraagt }))).toEqual(tellingen(new Lijst(lijstkolommen(lijst), { ...OPTIES, vraagstelling: vraagt })));
      }),
      { numRuns: 50 },
    );
  });
});

describe("two columns for one field", () => {
  const consultatie = (rijen: Cel[][]) =>
    veld("consultatie", koppeling({ velden: { consultatie: { kolommen: [{ kop: "Overleg", waarden: { ja: "ja", nee: "geen" } }, { kop: "Met wie", waarden: { "eigen team": "intern" } }] } } }), [blad([["Start", "Overleg", "Met wie"], ...rijen.map((rij) => [START, ...rij])])]);

  test.each<[Cel, Cel, Cel]>([
    ["Nee", "", "Geen"],
    ["ja", "Eigen team", "Intern"],
    [null, "extern", "Extern"],
    ["ja", "beide", "Intern en extern"],
    [null, null, null],
    ["ja", null, "ja"],
    ["nee", "intern", "nee | intern"],
    ["ja", "de buurvrouw", "ja | de buurvrouw"],
  ])("consultatie %j and %j is %j", (een, twee, samen) => expect(consultatie([[een, twee]])).toEqual([samen]));

  const stap5 = (leeg: "niet" | undefined, een: Cel, twee: Cel) =>
    veld("stap5", koppeling({ velden: { stap5: { kolommen: [{ kop: "Hulp", waarden: { ja: "hulp", nee: "niet" }, leeg }, { kop: "VT", waarden: { ja: "melding", nee: "niet" }, leeg }] } } }), [blad([["Start", "Hulp", "VT"], [START, een, twee]])]);

  test.each<[Cel, Cel, Cel]>([["ja", "nee", "Hulp"], ["nee", "ja", "Melding"], ["ja", "ja", "Hulp en melding"], ["nee", "nee", "Geen van beide"], ["nee", null, null]])(
    "stap 5 as two decisions, %j and %j, is %j",
    (een, twee, samen) => expect(stap5(undefined, een, twee)).toEqual([samen]),
  );

  test("an empty cell beside a filled one means what the mapping says", () => expect([stap5("niet", "nee", null), stap5("niet", "ja", null), stap5("niet", null, null)]).toEqual([["Geen van beide"], ["Hulp"], [null]]));

  test("a finding stands on the first, of a field without a column on the start date", () => {
    const { inhoud, plaats } = lees(koppeling({ velden: { consultatie: { kolommen: [{ kop: "Overleg", waarden: { ja: "ja" } }, { kop: "Met wie" }] }, einddatum: { kolommen: [{ kop: "Einde" }] } } }), [blad([["Met wie", "Start", "Overleg", "Einde"], [null, START, "ja", START]])]);
    const gevonden = new Lijst(inhoud, OPTIES).bevindingen().filter((b) => b.ernst === "fout");
    expect(gevonden.map((b) => [b.code, plaats(b.rij, b.veld)])).toEqual([
      ["sisa-ontbreekt", { blad: BLAD, rij: 2, kolom: 2 }],
      ["consultatie-ongeldig", { blad: BLAD, rij: 2, kolom: 3 }],
      ["stap5-ontbreekt", { blad: BLAD, rij: 2, kolom: 2 }],
    ]);
  });
});

describe("age on the start date decides N.v.t.", () => {
  const sisa = (soort: "leeftijd" | "geboortedatum", waarde: Cel, vermeld: Cel = null, leeg?: "nvt") =>
    veld("sisa", koppeling({ leeftijd: { kop: "Wie", soort }, velden: { sisa: { kolommen: [{ kop: "SISA" }], ...(leeg ? { leeg } : {}) } } }), [blad([["Start", "SISA", "Wie"], [START, vermeld, waarde]])])?.[0];

  test.each<[Cel, Cel]>([[23, "N.v.t."], [22, null], ["81 jaar", "N.v.t."], ["8 mnd", null], ["4, 7 en 35", null], ["45 en 50", "N.v.t."], ["?", null], [null, null], ["ca. 40", null], [2026, null]])(
    "age %j gives %j",
    (waarde, verwacht) => expect(sisa("leeftijd", waarde)).toBe(verwacht),
  );

  test.each<[Cel, Cel]>([["12-1-2003", "N.v.t."], ["13-1-2003", null], ["1941-05-02", "N.v.t."], [serie("12-1-2003"), "N.v.t."], [serie("13-1-2003"), null], [15000, "N.v.t."], ["31-2-1950", null], ["13-1-2026", null]])(
    "born on %j gives %j",
    (waarde, verwacht) => expect(sisa("geboortedatum", waarde)).toBe(verwacht),
  );

  test("an explicit value wins, also one that is not understood", () => expect([sisa("leeftijd", 81, "Ja"), sisa("leeftijd", 81, "?")]).toEqual(["Ja", "?"]));
  test("who is young is not N.v.t. because the cell is empty", () => expect([sisa("leeftijd", 8, null, "nvt"), sisa("leeftijd", "?", null, "nvt")]).toEqual([null, "N.v.t."]));
});

describe("rows that are no cases", () => {
  const rijen = [["Soort", "Start"], ["Meldcode", START], ["Valincident", START], ["", START], ["Totaal", 3]];
  test("are left out by the words of a column", () => {
    const { inhoud, weggelaten } = lees(koppeling({ filters: [{ kop: "Soort", weglaten: ["valincident", "TOTAAL", ""] }] }), [blad(rijen)]);
    expect([inhoud.startdatum, weggelaten]).toEqual([[START], 3]);
  });
  test("a word that was not seen before counts, and is told", () => {
    const { inhoud, waarschuwingen } = lees(koppeling({ filters: [{ kop: "Soort", weglaten: ["totaal", ""], tellen: ["meldcode"] }] }), [blad(rijen)]);
    expect([inhoud.startdatum, waarschuwingen]).toEqual([[START, START], [expect.stringContaining('‘Valincident’ (A3)')]]);
  });
});

describe("several sheets", () => {
  const VELD = { kenmerk: { kolommen: [{ kop: "Nr" }] as [{ kop: string }] }, stap5: { kolommen: [{ kop: "Stap 5" }] }, einddatum: { kolommen: [{ kop: "Einde" }] as [{ kop: string }] } };
  const januari = blad([["Nr", "Start", "Stap 5", "Einde"], ["A1", START, "Hulp", null], ["A2", START, null, null]], "jan");
  const februari = blad([["Titel"], ["Start", "Nr", "Einde", "Stap 5"], [START, "a1 ", START + 20, null], [START + 30, "A2", null, null]], "feb");
  const bereiken = [{ blad: "jan", koprij: 1 }, { blad: "Feb", koprij: 2 }];

  test("are one list, each with its own places", () => {
    const { inhoud, plaats } = lees(koppeling({ bereiken, velden: VELD }), [januari, februari]);
    expect(inhoud.kenmerk).toEqual(["A1", "A2", "a1 ", "A2"]);
    expect([plaats(1, "stap5"), plaats(2, "stap5")]).toEqual([{ blad: "jan", rij: 3, kolom: 3 }, { blad: "feb", rij: 3, kolom: 4 }]);
  });

  test("hold a case that comes back once, when that was agreed: the later row, completed by the earlier", () => {
    const { inhoud, plaats, samengevoegd } = lees(koppeling({ bereiken, velden: VELD, zelfdeZaak: true }), [januari, februari]);
    expect([inhoud.kenmerk, inhoud.stap5, inhoud.einddatum, samengevoegd]).toEqual([["A2", "a1 ", "A2"], [null, "Hulp", null], [null, START + 20, null], 1]);
    expect([plaats(1, "stap5"), plaats(1, "einddatum")]).toEqual([{ blad: "jan", rij: 2, kolom: 3 }, { blad: "feb", rij: 3, kolom: 3 }]);
  });

  test("of which one is gone are refused by name", () => {
    expect(() => lees(koppeling({ bereiken, velden: VELD }), [januari])).toThrow(new Koppelingfout('De koppeling leest blad ‘Feb’, maar dat is er niet; de werkmap heeft ‘jan’. Pas in de koppeling de naam van het blad aan.'));
  });
});

describe("columns", () => {
  test("are found by header wherever they stand", () => expect(veld("sisa", koppeling({ velden: SISA }), [blad([["Nieuw", "Start", "sisa:"], [1, START, "Ja"]])])).toEqual(["Ja"]));
  test("that were renamed are found by their letters, and that is told", () => {
    const { inhoud, waarschuwingen } = lees(koppeling({ velden: SISA }), [blad([["Start", "Signaal"], [START, "Ja"]])]);
    expect([inhoud.sisa, waarschuwingen]).toEqual([["Ja"], [expect.stringContaining('heet kolom B nu ‘Signaal’ in plaats van ‘SISA’')]]);
  });
  test("that were renamed on every sheet are told of in one sentence", () => {
    const bereiken = ["Jan", "Feb"].map((naam) => ({ blad: naam, koprij: 1 }));
    const bladen = ["Jan", "Feb"].map((naam) => blad([["Start", "Signaal"], [START, "Ja"]], naam));
    expect(lees(koppeling({ bereiken, velden: SISA }), bladen).waarschuwingen).toEqual([expect.stringContaining('Op de bladen ‘Jan’ en ‘Feb’ heet kolom B nu ‘Signaal’')]);
  });
  test("are not taken for a column that has another place in the mapping", () => expect(() => lees(koppeling({ velden: SISA }), [blad([["Nieuw", "Start"], [1, START]])])).toThrow('de kolom ‘SISA’'));
  test("with the same header stay told apart when a column was put before them", () => {
    const ingevoegd = blad([["Nieuw", "Start", "Ja/nee", "Ja/nee"], ["x", START, "Nee", "Ja"]]);
    const wijzers = { startdatum: { kolommen: [{ kop: "Start", kolom: "A" }] }, sisa: { kolommen: [{ kop: "Ja/nee", kolom: "B" }] } } as const;
    expect(veld("sisa", koppelingSchema.parse({ ...koppeling(), velden: wijzers }), [ingevoegd])).toEqual(["Nee"]);
  });
  test("with the same header are told apart by their letters, or asked for", () => {
    const dubbel = blad([["Start", "Ja/nee", "Ja/nee"], [START, "Nee", "Ja"]]);
    expect(veld("sisa", koppeling({ velden: { sisa: { kolommen: [{ kop: "Ja/nee", kolom: "C" }] } } }), [dubbel])).toEqual(["Ja"]);
    expect(() => lees(koppeling({ velden: { sisa: { kolommen: [{ kop: "Ja/nee" }] } } }), [dubbel])).toThrow("meer dan eens");
  });
  test("without a header are found by their letters", () => expect(veld("sisa", koppeling({ velden: { sisa: { kolommen: [{ kop: "", kolom: "B" }] } } }), [blad([["Start", ""], [START, "Ja"]])])).toEqual(["Ja"]));
});

describe("headers", () => {
  const TWEE: Cel[][] = [["Zaak", null, "Stap 2: consultatie", null, "Besluit"], ["Nr", "Start", "intern", "extern", null], ["A1", START, "ja", "nee", "Hulp"]];
  const k = (extra: object = {}) =>
    koppeling({ bereiken: [{ blad: BLAD, koprij: 2, koprijen: 2, ...extra }], velden: { consultatie: { kolommen: [{ kop: "Stap 2: consultatie intern", waarden: { ja: "intern", nee: "niet" } }, { kop: "Stap 2: consultatie extern", waarden: { ja: "extern", nee: "niet" } }] }, stap5: { kolommen: [{ kop: "Besluit" }] } } });

  test("over two rows read as one, as far as a group's header reaches", () => {
    expect(lees(k(), [blad(TWEE)]).inhoud).toMatchObject({ consultatie: ["Intern"], stap5: ["Hulp"] });
    const samengevoegd = [{ vanRij: 1, vanKolom: 3, totRij: 1, totKolom: 4 }, { vanRij: 1, vanKolom: 5, totRij: 2, totKolom: 5 }];
    expect(lees(k(), [{ ...blad(TWEE), samengevoegd }]).inhoud).toMatchObject({ consultatie: ["Intern"], stap5: ["Hulp"] });
  });

  test("that moved up or down are found again, two areas on one sheet too", () => {
    const noord = [["Start", "SISA"], [START, "Ja"], [START + 1, "Nee"]];
    const zuid = [["Start", "SISA"], [START + 2, "Ja"]];
    const tweemaal = koppeling({ bereiken: [{ blad: BLAD, koprij: 2, laatsteRij: 4 }, { blad: BLAD, koprij: 6 }], velden: SISA });
    expect(veld("startdatum", tweemaal, [blad([["Noord"], ...noord, ["Zuid"], ...zuid])])).toEqual([START, START + 1, START + 2]);
    const langer = [["Meldcode 2026"], [null], ["Noord"], ...noord, [START + 9, "Ja"], ["Zuid"], ...zuid];
    expect(veld("startdatum", tweemaal, [blad(langer)])).toEqual([START, START + 1, START + 9, START + 2]);
  });

  test("that are called otherwise on another sheet are known by either name", () => {
    const anders = koppeling({ bereiken: [{ blad: BLAD, koprij: 1 }, { blad: "Zuid", koprij: 1 }], velden: { startdatum: { kolommen: [{ kop: "Start", andereKoppen: ["Begonnen op"] }] }, kenmerk: { kolommen: [{ kop: "Nr" }] } } });
    const bladen = [blad([["Nr", "Start"], ["A1", START]]), blad([["Begonnen op"], [START + 1]], "Zuid")];
    expect(lees(anders, bladen).inhoud).toMatchObject({ startdatum: [START, START + 1], kenmerk: ["A1", null] });
  });
});

describe("lists side by side", () => {
  const naast: Cel[][] = [["Start", "SISA", null, "Start", "SISA"], [START, "Ja", null, START + 1, "Nee"], [null, null, null, START + 2, "Ja"]];
  test("are two areas of one list, each with its own columns", () => {
    const k = koppeling({ bereiken: [{ blad: BLAD, koprij: 1, kolommen: "A:B" }, { blad: BLAD, koprij: 1, kolommen: "D:E" }], velden: { startdatum: { kolommen: [{ kop: "Start", kolom: "A" }] }, sisa: { kolommen: [{ kop: "SISA", kolom: "B" }] } } });
    const { inhoud, plaats } = lees(k, [blad(naast)]);
    expect([inhoud.startdatum, inhoud.sisa]).toEqual([[START, START + 1, START + 2], ["Ja", "Nee", "Ja"]]);
    expect(plaats(1, "sisa")).toEqual({ blad: BLAD, rij: 2, kolom: 5 });
  });
});

test("a new sheet with the same headers is named, unless it was said to be no part of the list", () => {
  const bladen = [blad([["Start"], [START]], "jan 2026"), blad([["Start"], [START + 40]], "feb 2026"), blad([["Start"]], "mrt 2026"), blad([["Naam"], ["x"]], "Uitleg")];
  const k = { bereiken: [{ blad: "jan 2026", koprij: 1 }] };
  expect(lees(koppeling(k), bladen).nieuweBladen).toEqual([{ bereik: { blad: "feb 2026", koprij: 1 }, past: true, plek: 1 }]);
  expect(lees(koppeling({ ...k, andereBladen: ["Feb 2026"] }), bladen).nieuweBladen).toEqual([]);
});

describe("a new sheet", () => {
  const lijst = (naam: string, ...rijen: Cel[][]) => blad([["Start", "SISA"], [START, "Ja"], ...rijen], naam);
  const k = koppeling({ bereiken: [{ blad: "jan", koprij: 1 }, { blad: "mrt", koprij: 1 }], velden: SISA });

  test("has its place among the others in the order of the workbook", () => {
    const bladen = ["dec", "jan", "feb", "mrt", "apr"].map((naam) => lijst(naam));
    expect(lees(k, bladen).nieuweBladen.map(({ bereik, plek }) => [bereik.blad, plek])).toEqual([["dec", 0], ["feb", 1], ["apr", 2]]);
  });

  test.each([
    ["a column on which rows are left out is not there", koppeling({ ...k, filters: [{ kop: "Soort", weglaten: ["val"] }] }), [blad([["Start", "SISA", "Soort"], [START, "Ja", "mc"]], "jan"), blad([["Start", "SISA", "Soort"]], "mrt")]],
    ["an area ends at a row", koppeling({ ...k, bereiken: [{ blad: "jan", koprij: 1, laatsteRij: 2 }, { blad: "mrt", koprij: 1 }] }), [lijst("jan"), lijst("mrt")]],
  ])("is not simply read as the others where %s", (_, koppelingVan, bladen) => {
    expect(lees(koppelingVan, [...bladen, lijst("apr")]).nieuweBladen).toMatchObject([{ bereik: { blad: "apr" }, past: false }]);
  });

  test("of which only the headers are known, is one when something stands below its start date", () => {
    const kop = (tot: number) => ({ ...blad([["Start", "SISA"]], "apr"), gevuldTot: new Map([[1, tot]]) });
    expect([0, 1, 2].map((tot) => lees(k, [lijst("jan"), lijst("mrt"), kop(tot)]).nieuweBladen.length)).toEqual([0, 0, 1]);
  });
});

test("a damaged sheet that is no part of the list is told of, and the list is read", () => {
  const stuk: Celblad = { ...blad([], "Kladblok"), get rijen(): never { throw new Error("kapot"); } };
  const { inhoud, waarschuwingen } = lees(koppeling(), [blad([["Start"], [START]]), stuk]);
  expect([inhoud.startdatum, waarschuwingen]).toEqual([[START], [expect.stringContaining('Blad ‘Kladblok’ is beschadigd')]]);
  expect(() => lees(koppeling({ bereiken: [{ blad: BLAD, koprij: 1 }, { blad: "Kladblok", koprij: 1 }] }), [blad([["Start"], [START]]), stuk])).toThrow("kapot");
});

test("rows with dates below the last row that is read are told of", () => {
  const k = koppeling({ bereiken: [{ blad: BLAD, koprij: 1, laatsteRij: 2 }] });
  expect(lees(k, [blad([["Start"], [START], [START + 1]])]).waarschuwingen).toEqual([expect.stringContaining("(vanaf rij 3)")]);
});

test("next year's sheet is named when last year's is gone", () => {
  expect(() => lees(koppeling({ bereiken: [{ blad: "Meldcode 2026", koprij: 1 }] }), [blad([["Start"], [START]], "Meldcode 2027")])).toThrow('wel is er ‘Meldcode 2027’');
});

test("in a csv a date as text is a date; what is none stays", () => {
  const k = koppeling({ velden: { einddatum: { kolommen: [{ kop: "Einde" }] } } });
  const { inhoud } = lees(k, [blad([["Start", "Einde"], ["12-1-2026", "31-2-2026"], ["3 april 2026", ""]])], true);
  expect([inhoud.startdatum, inhoud.einddatum]).toEqual([[START, serie("3-4-2026")], ["31-2-2026", ""]]);
});

test("shuffled columns and renamed words give the same counts and findings on the same rows", () => {
  const eigen = { Ja: "gedaan", Nee: "vergeten", "N.v.t.": "18+", j: "yep", 0: "nope", Geen: "zelf", Intern: "team", Extern: "buiten", beide: "allebei", Hulp: "wijkteam", Melding: "gemeld", "Hulp en melding": "alles", geen: "klaar", vt: "veilig" } as const;
  const waarden = { sisa: { gedaan: "ja", vergeten: "nee", "18+": "nvt", yep: "ja", nope: "nee" }, consultatie: { zelf: "geen", team: "intern", buiten: "extern", allebei: "internEnExtern" }, stap5: { wijkteam: "hulp", gemeld: "melding", alles: "hulpEnMelding", klaar: "geenVanBeide", veilig: "melding" } };
  const vertaal = (waarde: Cel): Cel => (waarde !== null && String(waarde) in eigen ? eigen[String(waarde) as keyof typeof eigen] : waarde); // The line's first half says that it is a key.
  const volgorde = fc.shuffledSubarray([...BASISVELDEN, "vrij" as const], { minLength: BASISVELDEN.length + 1 });
  fc.assert(
    fc.property(fc.array(zaak, { minLength: 1, maxLength: 15 }), volgorde, fc.nat(40), (rijen, kolommen, erboven) => {
      const cellen = (rij: Rij) => kolommen.map((veld) => (veld === "vrij" ? "notitie" : veld === "sisa" || veld === "consultatie" || veld === "stap5" ? vertaal(rij[veld]) : rij[veld]));
      const bron = blad([...Array.from({ length: erboven }, () => [null]), kolommen.map((veld) => `Eigen ${veld}`), ...rijen.map(cellen)]);
      const velden = Object.fromEntries(BASISVELDEN.map((veld) => [veld, { kolommen: [{ kop: `eigen ${veld}`, ...(veld in waarden ? { waarden: waarden[veld as keyof typeof waarden] } : {}) }] }])); // `in` says that it is a key.
      const k = koppelingSchema.parse({ schema: "koppeling/1", bereiken: [{ blad: BLAD, koprij: erboven + 1 }], velden });
      const zonderTips = (lijst: Lijst) => lijst.bevindingen().filter((b) => b.code !== "waarde-anders-geschreven");
      const { inhoud, plaats, waarschuwingen } = lees(k, [bron]);
      const [onze, gekoppeld] = [new Lijst(lijstkolommen(rijen), OPTIES), new Lijst(inhoud, OPTIES)];
      expect(waarschuwingen).toEqual([]);
      expect(zonderTips(gekoppeld)).toEqual(zonderTips(onze));
      expect(gekoppeld.bevindingen()).toHaveLength(zonderTips(onze).length);
      expect(rijen.map((_, i) => plaats(i, "startdatum").rij)).toEqual(rijen.map((_, i) => erboven + 2 + i));
      const standen = (lijst: Lijst) => lijst.maandstanden.maandenMetZaken().map((maand) => [maand, lijst.maandstanden.som(maand, maand)]);
      expect(standen(gekoppeld)).toEqual(standen(onze));
    }),
    { numRuns: 60 },
  );
});

describe("a list of several organisations", () => {
  const [LINDE, ANKER] = ["ORG-7K3M-Q2XA", "ORG-9D4F-T6WB"];
  const organisatie = { kop: "School", waarden: { "De Linde": LINDE, "obs Linde": LINDE, Anker: ANKER } };

  test("says of every row whose it is, and names the words it does not know with their rows", () => {
    const rijen = [["School", "Start"], ["de linde", START], ["ANKER.", START], ["Obs  Linde", START], ["Het Anker", START], ["", START], ["het anker", START], ["De Linde", null]];
    expect(lees(koppeling({ organisatie }), [blad(rijen)]).organisaties).toEqual({
      perRij: [LINDE, ANKER, LINDE, null, null, null],
      onbekend: [{ woord: "Het Anker", posities: [3, 5] }, { woord: "", posities: [4] }],
    });
    expect(lees(koppeling(), [blad(rijen)]).organisaties).toBeNull();
  });

  test("takes no case of one school for that of another, whatever references they use", () => {
    const bladen = [blad([["Nr", "School", "Start"], ["1", "Anker", START]], "jan"), blad([["Nr", "School", "Start"], ["1", "De Linde", START], ["1", "anker", START]], "feb")];
    const gelezen = lees(koppeling({ organisatie, bereiken: [{ blad: "jan", koprij: 1 }, { blad: "feb", koprij: 1 }], zelfdeZaak: true, velden: { kenmerk: { kolommen: [{ kop: "Nr" }] } } }), bladen);
    expect(gelezen.organisaties?.perRij).toEqual([LINDE, ANKER]);
    expect(gelezen.samengevoegd).toBe(1);
  });

  test("needs its column", () => {
    expect(() => lees(koppeling({ organisatie }), [blad([["Start"], [START]])])).toThrow(Koppelingfout);
  });
});
