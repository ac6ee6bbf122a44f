import * as fc from "fast-check";
import type { Periode } from "../periode";
import { LEGE_RIJ, rij, serie } from "../testtaal";
import type { Cel, Rij } from "../veld";
import { eenvormig, type Formulier, inStelsel } from "./formulier";
import { type Samenvoeging, voegFormulierenSamen } from "./samenvoegen";
import { ANDERE_ZAAK } from "./zelfdezaak";

/** A form of a month of 2026 with these rows, from row 2. */
function formulier(maand: number, ...rijen: Partial<Rij>[]): Formulier {
  return { sleutel: `f${maand}`, naam: `Bestand ${maand}`, maand: `2026-${String(maand).padStart(2, "0")}` as Periode, rijen: rijen.map((deel, i) => ({ rij: i + 2, waarden: eenvormig(rij(deel), 1900) })) };
}
const registratie = (...rijen: Partial<Rij>[]): Formulier => ({ ...formulier(0, ...rijen), sleutel: "registratie", naam: "", maand: null });
const voeg = (formulieren: Formulier[], bestaand: Formulier | null = null, antwoorden: Record<string, string> = {}) => voegFormulierenSamen(formulieren, bestaand, new Map(Object.entries(antwoorden)));
const open = ({ vragen }: Samenvoeging) => vragen.filter(({ antwoord }) => antwoord === null);
const START = serie("12-1-2026");

describe("with a reference", () => {
  test("the same reference and start date is one case, whatever the case and blanks; a value where the other was empty is no question", () => {
    const samen = voeg([formulier(1, { kenmerk: "k-1", stap5: "", einddatum: "" }), formulier(2, { kenmerk: " K-1", stap5: "Hulp", einddatum: serie("3-2-2026") })]);
    expect(samen).toMatchObject({ zaken: 1, vaker: 1, vragen: [] });
    expect(samen.rijen).toEqual([{ ...rij({ kenmerk: "K-1", stap5: "Hulp", einddatum: serie("3-2-2026") }) }]);
  });

  test("another start date is another case", () => expect(voeg([formulier(1, { kenmerk: "K" }), formulier(2, { kenmerk: "K", startdatum: serie("13-1-2026") })])).toMatchObject({ zaken: 2, vragen: [] }));

  test("the latest end date stays when a later month puts it later", () => {
    const samen = voeg([formulier(2, { kenmerk: "K", einddatum: serie("9-2-2026") }), formulier(1, { kenmerk: "K", einddatum: serie("26-1-2026") })]);
    expect([samen.vragen, samen.rijen[0]?.einddatum]).toEqual([[], serie("9-2-2026")]);
  });

  test.each([
    ["a later month puts it earlier", 1, 2],
    ["two forms of one month differ", 1, 1],
  ])("an end date is asked when %s", (_wanneer, eerste, tweede) => {
    const forms = [formulier(eerste, { kenmerk: "K", einddatum: serie("9-2-2026") }), { ...formulier(tweede, { kenmerk: "K", einddatum: serie("26-1-2026") }), sleutel: "z" }];
    const [vraag] = open(voeg(forms));
    expect(vraag).toMatchObject({ soort: "verschil", veld: "einddatum", keuzes: [{ waarde: serie("9-2-2026") }, { waarde: serie("26-1-2026") }] });
    const antwoord = voeg(forms, null, { [vraag?.id ?? ""]: String(serie("26-1-2026")) });
    expect([open(antwoord), antwoord.rijen[0]?.einddatum]).toEqual([[], serie("26-1-2026")]);
  });

  test.each([
    ["sisa", "Ja", "Nee"],
    ["consultatie", "Intern", "Extern"],
    ["stap5", "Hulp", "Melding"],
    ["team", "Noord", "Zuid"],
  ] as const)("another answer for %s is asked, with where each comes from, and the chosen one stays", (veld, oud, nieuw) => {
    const forms = [formulier(1, { kenmerk: "K", [veld]: oud }), formulier(2, { kenmerk: "K", [veld]: nieuw })];
    const [vraag] = open(voeg(forms));
    expect(vraag).toMatchObject({ soort: "verschil", veld, keuzes: [{ waarde: oud, leden: [{ formulier: { maand: "2026-01" } }] }, { waarde: nieuw, leden: [{ formulier: { maand: "2026-02" } }] }] });
    expect(voeg(forms, null, { [vraag?.id ?? ""]: oud.toLowerCase() }).rijen[0]?.[veld]).toBe(oud);
  });

  test("the same answer in other words is no difference", () => expect(voeg([formulier(1, { kenmerk: "K", sisa: "j", stap5: "vt" }), formulier(2, { kenmerk: "K", sisa: "JA", stap5: "Melding" })]).vragen).toEqual([]));

  test("twice in one form stays two cases, and what comes back is asked", () => {
    const samen = voeg([formulier(1, { kenmerk: "K" }, { kenmerk: "K" }), formulier(2, { kenmerk: "K" })]);
    expect(samen.zaken).toBe(3);
    expect(open(samen)).toMatchObject([{ soort: "zelfde-zaak", kandidaten: [{ zaak: "f1 2" }, { zaak: "f1 3" }] }]);
    expect(voeg([formulier(1, { kenmerk: "K" }, { kenmerk: "K" }), formulier(2, { kenmerk: "K" })], null, { "f2 2": "f1 3" })).toMatchObject({ zaken: 2, vaker: 1 });
  });
});

describe("without a reference", () => {
  const twee = [formulier(1, {}), formulier(2, {})];

  test("equal rows of two forms may be two children: it is asked, with both side by side", () => {
    expect(open(voeg(twee))).toMatchObject([{ soort: "zelfde-zaak", lid: { formulier: { maand: "2026-02" } }, kandidaten: [{ zaak: "f1 2", gelijk: true, lid: { formulier: { maand: "2026-01" } } }] }]);
    expect(voeg(twee, null, { "f2 2": "f1 2" })).toMatchObject({ zaken: 1, vaker: 1 });
    expect(voeg(twee, null, { "f2 2": ANDERE_ZAAK })).toMatchObject({ zaken: 2, vaker: 0 });
  });

  test("rows that differ are asked too, and when they are one case, so is the difference", () => {
    const forms = [formulier(1, { sisa: "Ja" }), formulier(2, { sisa: "Nee" })];
    expect(open(voeg(forms))).toMatchObject([{ soort: "zelfde-zaak", kandidaten: [{ gelijk: false }] }]);
    expect(open(voeg(forms, null, { "f2 2": "f1 2" }))).toMatchObject([{ soort: "verschil", veld: "sisa" }]);
  });

  test("two equal rows in one form are two cases, without a question", () => expect(voeg([formulier(1, {}, {})])).toMatchObject({ zaken: 2, vragen: [] }));

  test("a row that has its reference back is no choice for one without", () => {
    const samen = voeg([formulier(1, { kenmerk: "K" }), formulier(2, {}, { kenmerk: "K" })]);
    expect(samen).toMatchObject({ zaken: 2, vragen: [] });
  });

  test("a row with a reference may be one that had none", () => expect(open(voeg([formulier(1, {}), formulier(2, { kenmerk: "K" })]))).toHaveLength(1));
  test("rows with different references are not asked about", () => expect(voeg([formulier(1, { kenmerk: "A" }), formulier(2, { kenmerk: "B" })])).toMatchObject({ zaken: 2, vragen: [] }));
  test("without a start date nothing is taken for the same by itself", () => expect(open(voeg([formulier(1, { kenmerk: "K", startdatum: "?" }), formulier(2, { kenmerk: "K", startdatum: "?" })]))).toHaveLength(1));
});

describe("beside what the registratie holds already", () => {
  test("what is there is not added twice", () => expect(voeg([formulier(1, { kenmerk: "K" }, { kenmerk: "L" })], registratie({ kenmerk: "k" }))).toMatchObject({ zaken: 2, alAanwezig: 1, afwijkingen: [], rijen: [{ kenmerk: "L" }] }));

  test("a difference is told and changes nothing", () => {
    const samen = voeg([formulier(1, { kenmerk: "K", sisa: "Nee" })], registratie({ kenmerk: "K", sisa: "Ja" }));
    expect(samen).toMatchObject({ rijen: [], vragen: [], afwijkingen: [{ rij: 2, veld: "sisa", registratie: { sisa: "Ja" }, keuzes: [{ waarde: "Nee" }] }] });
  });

  test("without a reference it is asked", () => {
    expect(open(voeg([formulier(1, {})], registratie({})))).toMatchObject([{ soort: "zelfde-zaak", kandidaten: [{ zaak: "registratie 2" }] }]);
    expect(voeg([formulier(1, {})], registratie({}), { "f1 2": "registratie 2" })).toMatchObject({ alAanwezig: 1, rijen: [] });
  });

  test("two rows of the registratie stay two", () => expect(voeg([], registratie({}, {}))).toMatchObject({ zaken: 0, rijen: [], vragen: [] }));
});

test("rows come by start date, without one last", () => {
  const samen = voeg([formulier(2, { startdatum: "" }, { startdatum: serie("3-2-2026") }), formulier(1, { startdatum: START })]);
  expect(samen.rijen.map(({ startdatum }) => startdatum)).toEqual([START, serie("3-2-2026"), null]);
});

test("dates of either date system are the same day, and are written in the workbook's own", () => {
  const mac = { ...formulier(2), rijen: [{ rij: 2, waarden: eenvormig(rij({ kenmerk: "K", startdatum: serie("12-1-2026", 1904), einddatum: serie("26-1-2026", 1904) }), 1904) }] };
  const samen = voeg([formulier(1, { kenmerk: "K" }), mac]);
  expect([samen.zaken, samen.vragen]).toEqual([1, []]);
  expect(inStelsel(samen.rijen, 1904)).toMatchObject([{ startdatum: serie("12-1-2026", 1904), einddatum: serie("26-1-2026", 1904) }]);
});

test("what is not understood stays as it is written, for the check to tell", () => {
  expect(eenvormig({ ...LEGE_RIJ, startdatum: 2026, sisa: "misschien", einddatum: "31-2-2026", kenmerk: " K " }, 1904)).toEqual({ ...LEGE_RIJ, kenmerk: "K", startdatum: "2026", sisa: "misschien", einddatum: "31-2-2026" });
});

describe("any order of files and any file chosen twice", () => {
  const cel = (...waarden: Cel[]) => fc.constantFrom<Cel>(...waarden);
  const willekeurig = fc.record({ kenmerk: cel(null, "A", "a", "B"), team: cel(null, "Noord", "Zuid"), startdatum: cel(START, START, serie("3-2-2026"), "?", null), sisa: cel("Ja", "Nee", null), consultatie: cel("Intern", null), stap5: cel("Hulp", "Melding", null), einddatum: cel(null, serie("4-2-2026"), serie("9-2-2026")) });
  const maanden = fc.array(fc.tuple(fc.constantFrom(1, 2, 3, null), fc.array(willekeurig, { maxLength: 4 })), { minLength: 1, maxLength: 5 });
  const forms = maanden.map((delen) => delen.map(([maand, rijen], i): Formulier => ({ sleutel: `s${i}`, naam: `${i}`, maand: maand === null ? null : (`2026-0${maand}` as Periode), rijen: rijen.map((waarden, r) => ({ rij: r + 2, waarden: eenvormig(waarden, 1900) })) })));

  /** Answers what is asked by a rule that only knows the question. */
  function beantwoordAlles(gekozen: readonly Formulier[], bestaand: Formulier | null, regel: number): Samenvoeging {
    const antwoorden = new Map<string, string>();
    for (;;) {
      const samen = voegFormulierenSamen(gekozen, bestaand, antwoorden);
      const [vraag] = open(samen);
      if (!vraag) return samen;
      const mogelijk = vraag.soort === "verschil" ? vraag.keuzes.map(({ sleutel }) => sleutel) : [...vraag.kandidaten.map(({ zaak }) => zaak), ANDERE_ZAAK];
      antwoorden.set(vraag.id, mogelijk[(regel + vraag.id.length) % mogelijk.length] ?? "");
    }
  }

  test("give the same questions and the same rows", () => {
    fc.assert(
      fc.property(forms, fc.infiniteStream(fc.nat(1000)), fc.nat(5), fc.option(fc.array(willekeurig, { maxLength: 3 })), (gekozen, getallen, regel, staat) => {
        const bestaand = staat && registratie(...staat);
        const dubbel = [...gekozen, ...gekozen.filter((_, i) => i % 2 === 0)].map((f) => [getallen.next().value, f] as const).toSorted(([a], [b]) => a - b).map(([, f]) => ({ ...f, naam: `${f.naam} kopie` }));
        const [een, ander] = [beantwoordAlles(gekozen, bestaand, regel), beantwoordAlles(dubbel, bestaand, regel)];
        expect(ander.rijen).toEqual(een.rijen);
        expect(ander.vragen.map(({ id, antwoord }) => [id, antwoord])).toEqual(een.vragen.map(({ id, antwoord }) => [id, antwoord]));
        expect([ander.zaken, ander.vaker, ander.alAanwezig]).toEqual([een.zaken, een.vaker, een.alAanwezig]);
      }),
      { numRuns: 200 },
    );
  });

  test("lose no case and make none up: as many as the fullest form, and no more than there are rows", () => {
    fc.assert(
      fc.property(forms, fc.nat(5), (gekozen, regel) => {
        const { zaken, rijen } = beantwoordAlles(gekozen, null, regel);
        expect(rijen).toHaveLength(zaken);
        expect(zaken).toBeGreaterThanOrEqual(Math.max(...gekozen.map((f) => f.rijen.length)));
        expect(zaken).toBeLessThanOrEqual(gekozen.reduce((som, f) => som + f.rijen.length, 0));
      }),
      { numRuns: 100 },
    );
  });
});
