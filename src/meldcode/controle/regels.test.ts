import { BEVINDINGEN, type Bevindingcode } from "../bevinding";
import type { Sector } from "../sector";
import { INDICATOREN } from "../indicator";
import { leesPeriode } from "../periode";
import { LEGE_RIJ, dag, lijstVan, lopend, rij, serie } from "../testtaal";
import type { Basisveld, Cel, Rij, Veld } from "../veld";
import { INDICATORREGELS } from "./indicator";
import { TABEL } from "./regels";

interface Geval {
  readonly code: Bevindingcode;
  readonly veld: Veld;
  readonly wel: readonly Rij[];
  readonly niet: readonly Rij[];
  readonly sector?: Sector;
}

function periode(tekst: string) {
  const gelezen = leesPeriode(tekst);
  if (gelezen === null) throw new Error(tekst);
  return gelezen;
}

const PEILDATUM = dag("15-4-2026");
const dagenVoorPeildatum = (dagen: number) => serie("15-4-2026") - dagen;

/** For each code: rows on which it fires and rows, just beside the border, on which it does not. Written from the contract's table. */
const GEVALLEN: readonly Geval[] = [
  { code: "startdatum-ontbreekt", veld: "startdatum", wel: [rij({ startdatum: "" }), { ...LEGE_RIJ, kenmerk: "A1" }, { ...LEGE_RIJ, team: "Noord" }, rij({ startdatum: " \u00a0" })], niet: [rij(), rij({ startdatum: "x" }), LEGE_RIJ, { ...LEGE_RIJ, kenmerk: " \u00a0", sisa: "" }] },
  { code: "startdatum-ongeldig", veld: "startdatum", wel: ["31-2-2026", "3-4-26", 2026, 0, -1, true, "#N/B", "4/13/2026", serie("1-1-1990") - 1, serie("31-12-2099") + 1].map((startdatum) => rij({ startdatum, einddatum: "" })), niet: [rij(), rij({ startdatum: serie("1-1-1990") }), rij({ startdatum: serie("31-12-2099") + 0.99 }), rij({ startdatum: "" })] },
  { code: "startdatum-in-toekomst", veld: "startdatum", wel: [lopend({ startdatum: dagenVoorPeildatum(-1) }), lopend({ startdatum: "16-4-2026" })], niet: [lopend({ startdatum: dagenVoorPeildatum(0) }), lopend({ startdatum: dagenVoorPeildatum(0) + 0.9 })] },
  { code: "startdatum-voor-wet", veld: "startdatum", wel: [rij({ startdatum: serie("30-6-2013") })], niet: [rij({ startdatum: serie("1-7-2013") })] },
  { code: "einddatum-ongeldig", veld: "einddatum", wel: [rij({ einddatum: "volgt" }), rij({ einddatum: "#VERW!" }), rij({ einddatum: "." })], niet: [rij(), rij({ einddatum: "" })] },
  { code: "einddatum-in-toekomst", veld: "einddatum", wel: [rij({ einddatum: dagenVoorPeildatum(-1) })], niet: [rij({ einddatum: dagenVoorPeildatum(0) })] },
  { code: "einddatum-voor-startdatum", veld: "einddatum", wel: [rij({ startdatum: serie("12-1-2026"), einddatum: serie("11-1-2026") }), rij({ einddatum: "1 jan 2026" })], niet: [rij({ startdatum: serie("12-1-2026") + 0.8, einddatum: serie("12-1-2026") + 0.1 }), rij({ startdatum: "x", einddatum: serie("1-1-2026") })] },
  { code: "einddatum-ontbreekt", veld: "einddatum", wel: [rij({ einddatum: "" }), rij({ einddatum: " " }), lopend({ sisa: "Ja", consultatie: "Geen", stap5: "vt" })], niet: [rij(), lopend(), rij({ stap5: "weet niet", einddatum: "" })] },
  { code: "doorlooptijd-lang", veld: "einddatum", wel: [rij({ startdatum: serie("1-1-2025"), einddatum: serie("2-1-2026") })], niet: [rij({ startdatum: serie("1-1-2025"), einddatum: serie("1-1-2026") })] },
  { code: "lang-open", veld: "einddatum", wel: [lopend({ startdatum: dagenVoorPeildatum(92) }), rij({ startdatum: dagenVoorPeildatum(92), einddatum: "" })], niet: [lopend({ startdatum: dagenVoorPeildatum(91) }), rij({ startdatum: dagenVoorPeildatum(92) }), lopend({ startdatum: "x" })] },
  { code: "sisa-ontbreekt", veld: "sisa", wel: [rij({ sisa: "" }), lopend({ stap5: "Hulp" }), lopend({ einddatum: serie("2-4-2026") }), lopend({ stap5: "#N/B" }), lopend({ einddatum: "x" })], niet: [lopend(), rij(), lopend({ stap5: " \u00a0" })] },
  { code: "sisa-ongeldig", veld: "sisa", wel: ["misschien", "#N/B", 2, "."].map((sisa) => rij({ sisa })), niet: [rij(), lopend(), rij({ sisa: 1 }), rij({ sisa: false })] },
  { code: "sisa-niet-afgegeven", veld: "sisa", wel: [rij({ sisa: "Nee" }), rij({ sisa: "n" })], niet: [rij({ sisa: "Ja" }), rij({ sisa: "N.v.t." })] },
  { code: "sisa-nog-open", veld: "sisa", wel: [lopend(), lopend({ startdatum: "x" })], niet: [lopend({ sisa: "Ja" }), lopend({ stap5: "Hulp" }), lopend({ einddatum: "x" }), LEGE_RIJ] },
  { code: "consultatie-ontbreekt", veld: "consultatie", wel: [rij({ consultatie: "" }), lopend({ stap5: "?" })], niet: [lopend(), rij()] },
  { code: "consultatie-ongeldig", veld: "consultatie", wel: [rij({ consultatie: "Ja" }), rij({ consultatie: true }), rij({ consultatie: "#N/A" })], niet: [rij(), lopend()] },
  { code: "consultatie-extern-verwacht", veld: "consultatie", sector: "gezondheidszorg", wel: [rij({ consultatie: "Geen" }), rij({ consultatie: "Intern" })], niet: [rij({ consultatie: "Extern" }), rij({ consultatie: "beide" }), lopend(), rij({ consultatie: "x" })] },
  { code: "consultatie-extern-verwacht", veld: "consultatie", sector: "onderwijs", wel: [], niet: [rij({ consultatie: "Geen" })] },
  { code: "consultatie-nog-open", veld: "consultatie", wel: [lopend()], niet: [lopend({ consultatie: "Geen" }), lopend({ stap5: "x" })] },
  { code: "stap5-ongeldig", veld: "stap5", wel: [rij({ stap5: "zorgmelding" }), rij({ stap5: 1 })], niet: [rij(), lopend()] },
  { code: "stap5-ontbreekt", veld: "stap5", wel: [rij({ stap5: "" }), rij({ stap5: "", einddatum: "x" })], niet: [lopend(), rij()] },
  { code: "stap5-beide-voor-2019", veld: "stap5", wel: [rij({ stap5: "beide", startdatum: serie("31-12-2018") })], niet: [rij({ stap5: "beide", startdatum: serie("1-1-2019") }), rij({ stap5: "Hulp", startdatum: serie("31-12-2018") }), rij({ stap5: "beide", startdatum: "x" })] },
  { code: "datum-als-tekst", veld: "startdatum", wel: [rij({ startdatum: "12 januari 2026" })], niet: [rij(), rij({ startdatum: "x" })] },
  { code: "datum-als-tekst", veld: "einddatum", wel: [rij({ einddatum: "2026-01-26" })], niet: [rij(), rij({ einddatum: "x" })] },
  { code: "waarde-anders-geschreven", veld: "sisa", wel: [rij({ sisa: "j" }), rij({ sisa: true }), rij({ sisa: "nvt" })], niet: [rij({ sisa: " JA. " }), rij({ sisa: "n.v.t" })] },
  { code: "waarde-anders-geschreven", veld: "consultatie", wel: [rij({ consultatie: "veilig thuis" })], niet: [rij({ consultatie: "íntern \u00a0 en extern" })] },
  { code: "waarde-anders-geschreven", veld: "stap5", wel: [rij({ stap5: "VTRR" })], niet: [rij({ stap5: "hulp en MELDING" })] },
  {
    code: "persoonsgegeven-in-kenmerk",
    veld: "kenmerk",
    wel: ["111222333", "zaak 123456782", 123456782, "j.jansen@school.nl", "0612345678", "06-12 34 56 78", "010 - 123 45 67", "+31 6 12345678", "tel. 0031 / 0612345678"].map((kenmerk) => rij({ kenmerk })),
    niet: ["123456789", "1112223330", "M-2026-00012", "jansen@school", "061234567", "06123456789", 612345678, "+316123456789", "", null, "#N/B"].map((kenmerk) => rij({ kenmerk })),
  },
];

describe.each(GEVALLEN)("$code on $veld ($sector)", ({ code, veld, wel, niet, sector }) => {
  const bevindingen = (r: Rij) => lijstVan([r], { sector, peildatum: PEILDATUM }).bevindingen().filter((b) => b.code === code && b.veld === veld);

  for (const r of wel) {
    test(`is found in ${JSON.stringify(r)}`, () => {
      expect(bevindingen(r)).toMatchObject([{ code, veld, ernst: BEVINDINGEN[code] }]);
    });
  }
  for (const r of niet) {
    test(`is not found in ${JSON.stringify(r)}`, () => {
      expect(bevindingen(r)).toEqual([]);
    });
  }
});

test("every code of the contract has a rule and cases above, and the registry keeps the order of the table", () => {
  const codes = Object.keys(BEVINDINGEN).slice(0, 25);
  expect([...new Set(TABEL.map((regel) => regel.code))]).toEqual(codes);
  expect([...new Set([...GEVALLEN.map((geval) => geval.code), "kenmerk-dubbel"])].sort()).toEqual([...codes].sort());
  const eigen = Object.values(INDICATORREGELS).flatMap(({ ongeldig, ontbreekt }) => [ongeldig.code, ontbreekt.code]);
  expect(Object.keys(BEVINDINGEN).slice(25).sort()).toEqual([...eigen].sort());
});

describe("indicators", () => {
  const vanaf = periode("2026-01");
  const vraagstelling = { sisaLabel: "SISA-signaal", extraIndicatoren: INDICATOREN.map((indicator) => ({ indicator, vanaf })) };
  const gevuld = { leeftijdsgroep: "4 t/m 11 jaar", geweldsvorm: "Lichamelijk", bekendheid: "Nieuw", kinderen: 2 };
  const bevindingen = (r: Rij) => lijstVan([r], { peildatum: PEILDATUM, vraagstelling }).bevindingen().map(({ code, ernst, veld }) => ({ code, ernst, veld }));

  test("a complete case has no finding", () => expect(bevindingen(rij(gevuld))).toEqual([]));

  test.each(INDICATOREN)("%s: what is not understood is a fout", (veld) => {
    for (const cel of ["?", "onbekend", serie("4-11-2026"), true, "#N/B"]) expect(bevindingen(rij({ ...gevuld, [veld]: cel }))).toEqual([{ code: `${veld}-ongeldig`, ernst: "fout", veld }]);
  });

  test.each(INDICATOREN)("%s: empty in a case with an outcome is a warning, never a fout", (veld) => {
    const ontbreekt = [{ code: `${veld}-ontbreekt`, ernst: "waarschuwing", veld }];
    for (const leeg of ["", " \u00a0", null]) expect(bevindingen(rij({ ...gevuld, [veld]: leeg }))).toEqual(ontbreekt);
    expect(bevindingen(rij({ ...gevuld, einddatum: "", [veld]: "" })).slice(-1)).toEqual(ontbreekt);
    expect(bevindingen(lopend({ ...gevuld, stap5: "?", [veld]: "" })).slice(-1)).toEqual(ontbreekt);
  });

  test.each(INDICATOREN)("%s: empty is no finding while the case runs, or where it is older than the question", (veld) => {
    expect(bevindingen(lopend({ ...gevuld, sisa: "Ja", consultatie: "Geen", [veld]: "" }))).toEqual([]);
    expect(bevindingen(rij({ ...gevuld, startdatum: serie("31-12-2025"), [veld]: "" }))).toEqual([]);
    expect(bevindingen(rij({ ...gevuld, startdatum: serie("1-1-2026"), [veld]: "" }))).toHaveLength(1);
    expect(bevindingen(rij({ ...gevuld, startdatum: "x", [veld]: "" })).map(({ code }) => code)).toEqual(["startdatum-ongeldig"]);
  });

  test("a list without the column is told nothing and can be sent", () => {
    expect(lijstVan([rij()], { vraagstelling }).bevindingen()).toEqual([]);
  });

  test("a column that holds something makes a row a case", () => {
    expect(bevindingen({ ...LEGE_RIJ, kinderen: 2 }).slice(0, 1)).toEqual([{ code: "startdatum-ontbreekt", ernst: "fout", veld: "startdatum" }]);
    expect(bevindingen({ ...LEGE_RIJ, kinderen: " " })).toEqual([]);
  });

  test("an older case may have a value, and what stands there must be understood all the same", () => {
    expect(bevindingen(rij({ ...gevuld, startdatum: serie("1-2-2020"), einddatum: serie("1-3-2020"), bekendheid: "ja" })).map(({ code }) => code)).toEqual(["bekendheid-ongeldig"]);
  });

  test.each([
    ["leeftijdsgroep", 7, "4 t/m 11 jaar"],
    ["leeftijdsgroep", "65+", "65 jaar of ouder"],
    ["geweldsvorm", "fysiek", "Lichamelijk"],
    ["bekendheid", "reeds bekend", "Al bekend"],
    ["kinderen", "4+", "4 of meer"],
  ] as const)("%s: %j is understood, with a tip that makes it %s", (veld, cel, waarde) => {
    const lijst = lijstVan([rij({ ...gevuld, [veld]: cel })], { vraagstelling });
    expect(lijst.bevindingen()).toMatchObject([{ code: "waarde-anders-geschreven", ernst: "tip", veld, herstel: { waarde, isDatum: false, label: `Maak er ‘${waarde}’ van` } }]);
    lijst.wijzig(0, rij({ ...gevuld, [veld]: waarde }));
    expect(lijst.bevindingen()).toEqual([]);
  });

  test("who typed 4-11 reads why it is a date", () => {
    expect(lijstVan([rij({ leeftijdsgroep: serie("4-11-2026") })], { vraagstelling }).bevindingen()[0]?.melding).toMatch(/4-11.*datum/);
  });

  test("findings stand behind those of the other columns", () => {
    expect(bevindingen(rij({ leeftijdsgroep: 7, kinderen: "?", einddatum: "x" })).map(({ veld }) => veld)).toEqual(["einddatum", "leeftijdsgroep", "kinderen"]);
  });
});

describe("SISA where it is not asked", () => {
  test.each(["", "?", "Nee", "j", 7, true])("%j in its column is no finding", (sisa) => {
    expect(lijstVan([rij({ sisa }), lopend({ sisa, consultatie: "Geen" })], { vraagstelling: { sisaLabel: null, extraIndicatoren: [] } }).bevindingen()).toEqual([]);
  });

  test("under another name all is as it was", () => {
    const lijst = lijstVan([rij({ sisa: "" })], { vraagstelling: { sisaLabel: "VIR-melding", extraIndicatoren: [] } });
    expect(lijst.bevindingen().map(({ code }) => code)).toEqual(["sisa-ontbreekt"]);
  });
});

test("every sentence says something, ends as one, and tells what to do without bearing what the cell holds", () => {
  const eigen = Object.values(INDICATORREGELS).flatMap(({ ongeldig, ontbreekt }) => [ongeldig, ontbreekt]);
  for (const { melding } of [...TABEL, ...eigen]) expect(melding).toMatch(/^[A-Z].{20,}\.$/);
});

test("a faultless case has no finding", () => {
  expect(lijstVan([rij()]).bevindingen()).toEqual([]);
});

test("a cell gets one fout: the first of the table", () => {
  const r = rij({ startdatum: serie("1-6-2026"), einddatum: serie("1-5-2026") });
  expect(lijstVan([r]).bevindingen().map((b) => b.code)).toEqual(["startdatum-in-toekomst", "einddatum-in-toekomst"]);
});

test("other severities stand beside a fout on the same cell", () => {
  expect(lijstVan([lopend({ startdatum: "16-4-2026" })]).bevindingenVan(0).filter((b) => b.veld === "startdatum").map((b) => b.code)).toEqual(["startdatum-in-toekomst", "datum-als-tekst"]);
});

describe("quick fixes", () => {
  test.each([
    [1900, 46115],
    [1904, 44653],
  ] as const)("a text date becomes a real one in the date system %i", (datumstelsel, waarde) => {
    const [bevinding] = lijstVan([rij({ startdatum: "3 april 2026", sisa: "", consultatie: "", stap5: "", einddatum: "" })], { datumstelsel }).bevindingen();
    expect(bevinding?.herstel).toEqual({ waarde, isDatum: true, label: "Maak er de datum 3-4-2026 van" });
  });

  test.each([
    [{ sisa: "1" }, "Ja"],
    [{ sisa: "nvt" }, "N.v.t."],
    [{ consultatie: "beide" }, "Intern en extern"],
    [{ stap5: "niet nodig" }, "Geen van beide"],
  ])("a synonym %j becomes the value itself", (anders, waarde) => {
    expect(lijstVan([rij(anders)]).bevindingen()[0]?.herstel).toEqual({ waarde, isDatum: false, label: `Maak er ‘${waarde}’ van` });
  });

  test("after the fix the finding is gone", () => {
    const lijst = lijstVan([rij({ einddatum: "26-1-2026", sisa: "j" })]);
    for (const { rij: positie, veld, herstel } of lijst.bevindingen()) {
      const hersteld = Object.fromEntries(["kenmerk", "team", "startdatum", "sisa", "consultatie", "stap5", "einddatum"].map((v) => [v, lijst.cel(positie, v as Veld)])) as Record<Basisveld, Cel>;
      if (herstel) lijst.wijzig(positie, { ...hersteld, [veld]: herstel.waarde });
    }
    expect(lijst.bevindingen()).toEqual([]);
  });
});
