import * as fc from "fast-check";
import { INDICATORWAARDEN } from "../meldcode/indicator";
import { type Koppeling, Koppelingfout, koppelingSchema } from "../meldcode/koppeling/koppeling";
import { KOPPELING_BREEDTES, KOPPELING_KOPPEN, koppelingrijen, leesKoppelingblad } from "./koppelingblad";

/** What people have in headers and words, and what a sheet could easily read otherwise. */
const tekst = fc.oneof(fc.constantFrom("Startdatum", "Ja/nee", "(leeg)", " spatie ", '"aanhaling"', '"', "1", "=A1", "Betreft: 'x'", "twee\nregels", "nieuwe woorden melden", "open"), fc.string({ minLength: 1, maxLength: 12 })).filter((t) => t !== "__proto__");
const letters = fc.constantFrom("A", "C", "AB", "XFD");
const optioneel = { requiredKeys: [] };
const wijzer = { kop: fc.oneof(fc.constant(""), tekst) };
const extra = { kolom: letters, andereKoppen: fc.array(fc.oneof(fc.constant(""), tekst), { minLength: 1, maxLength: 2 }) };
const kolom = fc.tuple(fc.record(wijzer), fc.record(extra, optioneel)).map(([a, b]) => ({ ...a, ...b }));
const keuzekolom = (...betekenis: string[]) =>
  fc.tuple(kolom, fc.record({ waarden: fc.dictionary(tekst, fc.constantFrom(...betekenis), { maxKeys: 4 }), leeg: fc.constantFrom(...betekenis) }, optioneel)).map(([a, b]) => ({ ...a, ...b }));
/** The columns of a field are told apart by their headers and letters. */
const keuzeveld = (meeste: number, waarden: string[], beide: string[] = []) =>
  fc.record({ kolommen: fc.uniqueArray(keuzekolom(...waarden, "open", ...beide), { maxLength: meeste, selector: ({ kop, kolom: k }) => `${k} ${kop}` }), leeg: fc.constantFrom(...waarden, "open") }, { requiredKeys: ["kolommen"] });
const tekstveld = kolom.map((k) => ({ kolommen: [k] }));
const rijnummer = fc.integer({ min: 3, max: 1_048_576 });

const koppeling: fc.Arbitrary<Koppeling> = fc
  .record(
    {
      schema: fc.constant("koppeling/1"),
      bereiken: fc.array(fc.tuple(fc.record({ blad: fc.oneof(tekst, fc.constant("jan 2026")), koprij: rijnummer }), fc.record({ koprijen: fc.integer({ min: 2, max: 3 }), kolommen: fc.constant("B:AH"), laatsteRij: rijnummer }, optioneel)).map(([a, b]) => ({ ...a, ...b })), { minLength: 1, maxLength: 3 }),
      andereBladen: fc.array(tekst, { minLength: 1, maxLength: 2 }),
      velden: fc.record(
        {
          kenmerk: tekstveld,
          team: tekstveld,
          startdatum: tekstveld,
          sisa: keuzeveld(1, ["ja", "nee", "nvt"]),
          consultatie: keuzeveld(2, ["geen", "intern", "extern", "internEnExtern"], ["ja", "niet"]),
          stap5: keuzeveld(2, ["hulp", "melding", "hulpEnMelding", "geenVanBeide"], ["ja", "niet"]),
          leeftijdsgroep: keuzeveld(1, Object.keys(INDICATORWAARDEN.leeftijdsgroep)),
          geweldsvorm: keuzeveld(1, Object.keys(INDICATORWAARDEN.geweldsvorm)),
          bekendheid: keuzeveld(1, Object.keys(INDICATORWAARDEN.bekendheid)),
          kinderen: keuzeveld(1, Object.keys(INDICATORWAARDEN.kinderen)),
          // Of an end date, knowing no words and having none is the same.
          einddatum: fc.array(fc.tuple(kolom, fc.record({ waarden: fc.dictionary(tekst, fc.constant("open"), { minKeys: 1, maxKeys: 2 }) }, optioneel)).map(([a, b]) => ({ ...a, ...b })), { maxLength: 1 }).map((kolommen) => ({ kolommen })),
        },
        { requiredKeys: ["startdatum"] },
      ),
      filters: fc.array(fc.tuple(kolom, fc.record({ weglaten: fc.array(fc.oneof(fc.constant(""), tekst), { maxLength: 3 }) }), fc.record({ tellen: fc.array(tekst, { maxLength: 3 }) }, optioneel)).map(([a, b, c]) => ({ ...a, ...b, ...c })), { maxLength: 2 }),
      leeftijd: fc.option(fc.tuple(kolom, fc.constantFrom("leeftijd", "geboortedatum")).map(([k, soort]) => ({ ...k, soort }))),
      zelfdeZaak: fc.boolean(),
      organisatie: fc.option(fc.tuple(kolom, fc.dictionary(tekst, fc.constantFrom("ORG-7K3M-Q2XA", "ORG-9D4F-T6WB"), { maxKeys: 4 })).map(([k, waarden]) => ({ ...k, waarden }))),
    },
    { requiredKeys: ["schema", "bereiken", "velden", "filters"] },
  )
  .map((ruw) => koppelingSchema.parse(ruw));

it("reads back every mapping as it was written", () => {
  fc.assert(fc.property(koppeling, (k) => expect(leesKoppelingblad(koppelingrijen(k))).toEqual(k)), { numRuns: 300 });
});

it("reads it also when every cell that looks like a number or a truth value has become one, and with blank rows between", () => {
  const alsExcel = (cel: string) => (/^\d{1,7}$/.test(cel) ? Number(cel) : cel === "true" ? true : cel);
  fc.assert(fc.property(koppeling, (k) => expect(leesKoppelingblad(koppelingrijen(k).flatMap((rij) => [rij.map(alsExcel), [null, "", ""]]))).toEqual(k)), { numRuns: 50 });
});

const KOPPELING = koppelingSchema.parse({
  schema: "koppeling/1",
  bereiken: [{ blad: "Zorgen 2026", koprij: 4, koprijen: 2, kolommen: "B:H", laatsteRij: 80 }],
  velden: {
    startdatum: { kolommen: [{ kop: "Datum", kolom: "B", andereKoppen: ["Gestart"] }] },
    sisa: { kolommen: [], leeg: "nvt" },
    consultatie: { kolommen: [{ kop: "Overleg", kolom: "C", waarden: { ja: "ja", nee: "geen" } }, { kop: "Met wie", kolom: "D" }] },
    stap5: { kolommen: [{ kop: "Vervolg", kolom: "E", waarden: { "wijkteam ingeschakeld": "hulp" } }] },
  },
  filters: [{ kop: "Soort", weglaten: ["leerplicht", ""] }],
  leeftijd: { kop: "Leeftijd", soort: "leeftijd" },
  organisatie: { kop: "School", kolom: "A", waarden: { "obs De Linde": "ORG-7K3M-Q2XA" } },
  zelfdeZaak: true,
});

it("stands there as a person reads it", () => {
  expect(koppelingrijen(KOPPELING)).toEqual([
    ["Blad", "", "", "B:H", "Zorgen 2026", "koppen in rij 3 tot en met 4, laatste rij 80"],
    ["Kolom", "Startdatum", "Datum", "B", "", ""],
    ["Andere kop", "Startdatum", "Datum", "B", "Gestart", "dezelfde kolom"],
    ["Geen kolom", "SISA-signaal", "", "", "", "staat niet in de lijst"],
    ["Leeg veld", "SISA-signaal", "", "", "niets ingevuld", "N.v.t."],
    ["Kolom", "Consultatie", "Overleg", "C", "", "nieuwe woorden melden"],
    ["Woord", "Consultatie", "Overleg", "C", "ja", "Ja (de andere kolom zegt wat)"],
    ["Woord", "Consultatie", "Overleg", "C", "nee", "Geen"],
    ["Kolom", "Consultatie", "Met wie", "D", "", ""],
    ["Kolom", "Stap 5", "Vervolg", "E", "", "nieuwe woorden melden"],
    ["Woord", "Stap 5", "Vervolg", "E", "wijkteam ingeschakeld", "Hulp"],
    ["Kolom", "Rijen weglaten", "Soort", "", "", ""],
    ["Woord", "Rijen weglaten", "Soort", "", "leerplicht", "telt niet mee"],
    ["Woord", "Rijen weglaten", "Soort", "", "(leeg)", "telt niet mee"],
    ["Kolom", "Leeftijd", "Leeftijd", "", "", "leeftijd op de startdatum"],
    ["Kolom", "Organisatie", "School", "A", "", ""],
    ["Woord", "Organisatie", "School", "A", "obs De Linde", "ORG-7K3M-Q2XA"],
    ["Zelfde zaak", "", "", "", "zelfde kenmerk en startdatum op een later blad", "één zaak"],
  ]);
  expect(KOPPELING_BREEDTES).toHaveLength(KOPPELING_KOPPEN.length);
});

describe("corrected by hand", () => {
  const rijen = koppelingrijen(KOPPELING);
  const met = (nummer: number, plek: number, cel: string) => rijen.map((rij, i) => (i === nummer ? rij.with(plek, cel) : rij));

  test("in another order, or with other capitals, it reads the same", () => {
    expect(leesKoppelingblad(rijen.toReversed().map((rij) => rij.map((cel, plek) => (plek === 0 || plek === 5 ? cel.toUpperCase() : cel))))).toEqual(leesKoppelingblad(rijen.toReversed()));
    expect(leesKoppelingblad(rijen.toReversed()).velden.stap5).toEqual(KOPPELING.velden.stap5);
  });
  test("a row for a word needs no header nor letter where there is one column", () => {
    expect(leesKoppelingblad([...rijen, ["Woord", "Stap 5", "", "", "gebeld", "zelf hulp"]]).velden.stap5?.kolommen[0]?.waarden).toEqual({ "wijkteam ingeschakeld": "hulp", gebeld: "hulp" });
  });
  test("a renamed column keeps its words", () => expect(leesKoppelingblad(met(9, 2, "Wat deden wij?")).velden.stap5?.kolommen).toEqual([{ kop: "Wat deden wij?", kolom: "E", waarden: { "wijkteam ingeschakeld": "hulp" } }]));
  test("the header row may be said in fewer words", () => expect(leesKoppelingblad(met(0, 5, "rij 7")).bereiken).toEqual([{ blad: "Zorgen 2026", koprij: 7, kolommen: "B:H" }]));

  test.each<[string, readonly (readonly string[])[], string]>([
    ["an unknown kind of row", met(0, 0, "Tabblad"), 'rij 2 bij Onderdeel "Tabblad"'],
    ["an unknown field", met(1, 1, "Naam"), 'rij 3 bij Veld "Naam"'],
    ["an unknown meaning", met(10, 5, "Gebeld"), 'rij 12 bij Betekent "Gebeld"; dat moet een van deze zijn: Hulp, Melding,'],
    ["what is no organisation's number", met(16, 5, "De Linde"), 'rij 18 bij Betekent "De Linde"'],
    ["letters that are no column", met(1, 3, "B2"), 'rij 3 bij Letter "B2"'],
    ["letters that are no block", met(0, 3, "B tot H"), 'rij 2 bij Letter "B TOT H"'],
    ["no header row", met(0, 5, "bovenaan"), 'rij 2 bij Betekent "bovenaan"'],
    ["no word", met(10, 4, ""), "ontbreekt in rij 12"],
    ["a word of a column that is not there", met(6, 2, "Gesprek"), "hoort rij 8 bij een kolom van Consultatie"],
    ["a column too many", [...rijen, ["Kolom", "Startdatum", "Begin", "", "", ""]], "staat in rij 20 een kolom te veel"],
    ["a word for a field that has none", [...rijen, ["Woord", "Startdatum", "", "", "gisteren", "Hulp"]], 'staat in rij 20 "Woord" bij Startdatum'],
    ["a row for the sheet gone", rijen.slice(1), "ontbreekt een rij"],
    ["nothing at all", [], "ontbreekt een rij"],
  ])("with %s it is one sentence that names the row", (_, blad, zin) => {
    expect(() => leesKoppelingblad(blad)).toThrow(Koppelingfout);
    expect(() => leesKoppelingblad(blad)).toThrow(zin);
  });
});

it("names the SISA column as the municipality does, and reads it on when it has another name by then", () => {
  const koppeling: Koppeling = koppelingSchema.parse({ schema: "koppeling/1", bereiken: [{ blad: "Zaken", koprij: 1 }], velden: { startdatum: { kolommen: [{ kop: "Start" }] }, sisa: { kolommen: [{ kop: "Index" }], leeg: "nee" } } });
  const rijen = koppelingrijen(koppeling, { sisaLabel: "VIR-melding", extraIndicatoren: [] });
  expect(rijen.map(([, veld]) => veld)).toContain("VIR-melding (SISA)");
  expect(JSON.stringify(rijen)).not.toContain("SISA-signaal");
  expect(leesKoppelingblad(rijen)).toEqual(koppeling);
});
